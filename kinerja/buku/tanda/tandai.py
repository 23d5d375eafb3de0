"""The user's own workbook given back with its findings: bad cells coloured and noted, all findings on a first sheet."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kinerja.buku.aman import periksa_berkas
from kinerja.buku.arsip.dengar import Melampaui, dengarkan
from kinerja.buku.batas import MIB, Batas
from kinerja.buku.tanda.penanda import tandai_buku
from kinerja.buku.temuan import BukuDitolak, TemuanBuku

_SEBAB = {"memori": "memerlukan memori terlalu besar"}


class PenandaanGagal(Exception):  # noqa: N818 - Indonesian, and the name already says it is a failure
    """The workbook could not be marked; the text says why, in the reader's words."""


def tandai(asal: Path, temuan: Sequence[TemuanBuku], keluaran: Path) -> None:
    """Mark a workbook in this process: for files of our own and for tests, never for an upload."""
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    tandai_buku(asal, [t.json() for t in temuan], keluaran, Batas().unsur)


def tandai_di_anak(asal: Path, temuan: Sequence[TemuanBuku], keluaran: Path, batas: Batas | None = None) -> None:
    """Mark an untrusted workbook in a child process with limits; `keluaran` stands whole or not at all.

    Args:
        asal: the workbook as it was uploaded.
        temuan: its findings.
        keluaran: the marked workbook.
        batas: limits on memory and time; those of the reader when not given.

    Raises:
        PenandaanGagal: when the file is no safe workbook, or the child did not finish.
    """
    try:
        periksa_berkas(asal, batas or Batas.dari_lingkungan())
    except BukuDitolak as ditolak:
        raise PenandaanGagal(f"Berkas tidak dapat ditandai: {ditolak}") from ditolak
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    sementara = keluaran.with_name(f".{keluaran.name}.{os.getpid()}")
    try:
        _jalankan_anak(asal, temuan, sementara, batas or Batas.dari_lingkungan())
        sementara.replace(keluaran)
    finally:
        sementara.unlink(missing_ok=True)


def _jalankan_anak(asal: Path, temuan: Sequence[TemuanBuku], keluaran: Path, batas: Batas) -> None:
    aturan = json.dumps({"memori": batas.memori, "detik": batas.detik, "unsur": batas.unsur})
    perintah = [
        sys.executable,
        "-m",
        "kinerja.buku.tanda.penanda",
        str(asal.resolve()),
        str(keluaran.resolve()),
        aturan,
    ]
    masukan = json.dumps([t.json() for t in temuan]).encode()
    try:
        jawaban, _ = dengarkan(perintah, batas.detik, MIB, masukan)
    except Melampaui as galat:
        raise PenandaanGagal(f"Berkas tidak selesai ditandai: {galat}") from galat
    _periksa_hasil(jawaban)
    if keluaran.stat().st_size > 2 * batas.berkas:
        raise PenandaanGagal("Berkas tidak selesai ditandai: hasilnya terlalu besar")


def _periksa_hasil(keluaran: bytes) -> None:
    try:
        gagal = json.loads(keluaran).get("gagal")
    except ValueError as galat:
        raise PenandaanGagal("Berkas tidak selesai ditandai: penandanya dihentikan") from galat
    if gagal:
        sebab = _SEBAB.get(gagal, "isinya bukan buku kerja yang utuh")
        raise PenandaanGagal(f"Berkas tidak selesai ditandai: {sebab}")
