"""What commands print and write: one JSON object, findings as people read them, a file that stands whole."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from kinerja.buku.katalog.katalog import Berat
from kinerja.buku.muat import HasilMuat
from kinerja.buku.temuan import TemuanBuku, kelompokkan
from kinerja.sajian.kalimat import sebagian

SEL_DITAMPILKAN = 12
T = TypeVar("T")


def cetak_json(isi: object) -> None:
    """Print one JSON object on standard output."""
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    json.dump(isi, sys.stdout, ensure_ascii=not unicode, separators=(",", ":"))
    sys.stdout.write("\n")


def cetak_periksa(hasil: HasilMuat, berkas: Path, *, json: bool) -> None:
    """Print the findings of `periksa`, as JSON or for people."""
    if json:
        cetak_json(json_periksa(hasil))
    else:
        sys.stdout.write(teks_periksa(hasil, berkas))


def json_periksa(hasil: HasilMuat) -> dict[str, Any]:
    """Return what `periksa --json` prints."""
    return {"sah": hasil.sah, "jumlah_baris": dict(hasil.jumlah_baris), "temuan": [t.json() for t in hasil.temuan]}


def teks_periksa(hasil: HasilMuat, berkas: Path) -> str:
    """Write the findings for people: galat first, alike ones once with all their cells."""
    if not hasil.jumlah_baris and len(hasil.temuan) == 1:
        temuan = hasil.temuan[0]
        return f"[{temuan.tingkat.value}] {berkas.name}: {temuan.pesan}. {temuan.saran}.\n"
    kepala = "sah" if hasil.sah else "belum dapat dipakai"
    tingkat = [t.tingkat for t in hasil.temuan]
    jumlah = f"{tingkat.count(Berat.GALAT)} galat, {tingkat.count(Berat.PERINGATAN)} peringatan"
    return "\n".join([f"{berkas.name} {kepala}: {jumlah}.", *teks_temuan(hasil.temuan)]) + "\n"


def teks_temuan(temuan: Iterable[TemuanBuku]) -> list[str]:
    """Write findings, alike ones as one line with all their cells."""
    baris = []
    for k in kelompokkan(tuple(temuan)):
        t = k.contoh
        sel = sebagian(k.sel, SEL_DITAMPILKAN, "sel lain")
        tempat = " ".join(b for b in (t.lembar, sel) if b)
        baris.append(f"[{t.tingkat.value}] {tempat + ': ' if tempat else ''}{t.pesan}. {t.saran}.")
    return baris


def tulis_utuh(keluaran: Path, tulis: Callable[[Path], T]) -> T:
    """Write a file that stands whole or not at all; one that was there is replaced only by a whole one.

    Args:
        keluaran: the file.
        tulis: writes the path it is given, in the same folder and with the same ending.

    Returns:
        What `tulis` returns.
    """
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    sementara = keluaran.with_name(f".{os.getpid()}.{keluaran.name}")
    try:
        hasil = tulis(sementara)
        sementara.replace(keluaran)
    finally:
        sementara.unlink(missing_ok=True)
    return hasil
