"""Handing an upload to a process of its own, and hearing from it step by step."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, Any

from kinerja.akun.akses import Pengguna
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.buku.batas import MIB, Batas
from kinerja.buku.folder_kerja import folder_kerja
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.nilai.galat import Ditolak
from kinerja.pemasangan import lingkungan_anak, lingkungan_gudang
from kinerja.unggah.antrean import ANTREAN
from kinerja.unggah.ekor import Ekor
from kinerja.unggah.impor import Langkah, Lapor, Mode, nama_aman

AKAR = Path(__file__).resolve().parents[2]
JAWABAN_MAKS = 16 * MIB
"""Bytes of a line that the server listens to; 2,000 findings and 400 changed rows are a few megabytes."""
TAMBAHAN_DETIK = 120
"""What checking and comparing may take beyond the reading of each file."""
TANPA_RUANG = (
    "Berkas tidak dapat diperiksa: server kehabisan ruang penyimpanan atau memori. "
    "Tidak ada yang berubah; ulangi nanti, atau beri tahu pengelola server."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilUnggah:
    """What became of an upload.

    Attributes:
        temuan: all findings.
        draf: number of the draft when it may be published.
        identik: whether it equals the active version.
        dasar: number of the version it was compared with.
        rincian: counts, changed rows, effects and questions of the draft; empty without one.
    """

    temuan: tuple[TemuanBuku, ...]
    draf: int | None = None
    identik: bool = False
    dasar: int | None = None
    rincian: RincianUnggahan = field(default_factory=RincianUnggahan)


def _tak_dilihat(_: int) -> None:
    """Nobody looks at a place in the queue."""


def unggah(
    berkas: Sequence[tuple[str, bytes]],
    mode: Mode,
    pengguna: Pengguna,
    lapor: Lapor,
    menunggu: Callable[[int], None] = _tak_dilihat,
) -> HasilUnggah:
    """Check and compare uploaded workbooks; a valid one is kept as a draft, of any other nothing is kept.

    Args:
        berkas: name and bytes of each file.
        mode: ganti or perbarui.
        pengguna: who sends it.
        lapor: called at each step.
        menunggu: told how many uploads are before this one while it waits for its turn.

    Raises:
        Ditolak: when the person may not, the store is in trouble, too many wait, or there is no room to work.
    """
    tugas = {"mode": mode.value, **tugas_orang(pengguna)}
    pesan = jalankan_pekerja("kinerja.unggah.pekerja", berkas, tugas, TAMBAHAN_DETIK, lapor=lapor, menunggu=menunggu)
    if "hasil" not in pesan:
        return HasilUnggah(temuan=(terhenti(pesan),))
    isi_hasil = pesan["hasil"]
    semua = tuple(_temuan(t) for t in isi_hasil["temuan"])
    rincian = RincianUnggahan() if isi_hasil["rincian"] is None else RincianUnggahan.dari_json(isi_hasil["rincian"])
    return HasilUnggah(
        temuan=semua,
        draf=isi_hasil["draf"],
        identik=isi_hasil["identik"],
        dasar=isi_hasil["dasar"],
        rincian=rincian,
    )


def tugas_orang(pengguna: Pengguna) -> dict[str, str]:
    """Return who sends an upload, as its process is told."""
    return {"nama": pengguna.nama, "peran": pengguna.peran.value, "kode_opd": pengguna.kode_opd}


def jalankan_pekerja(
    modul: str,
    berkas: Sequence[tuple[str, bytes]],
    tugas: Mapping[str, Any],
    tambahan: int,
    *,
    lapor: Lapor = lambda _: None,
    menunggu: Callable[[int], None] = _tak_dilihat,
) -> Mapping[str, Any]:
    """Have files taken by a process of their own, in their turn; return the last that it says, `hasil` or less.

    Args:
        modul: the module that runs there, with `kinerja.unggah.pekerja.kerjakan`.
        berkas: name and bytes of each file; they are gone with their folder before this returns.
        tugas: what else it is told.
        tambahan: seconds that it may take beyond the reading of each file.
        lapor: called at each step.
        menunggu: told how many uploads are before this one while it waits for its turn.

    Raises:
        Ditolak: when it refuses, too many wait, or there is no room to work.
    """
    try:
        with ANTREAN.giliran(menunggu), folder_kerja() as folder:
            jalur = [_tulis(folder / str(n), nama, isi) for n, (nama, isi) in enumerate(berkas)]
            tempat = {"server": os.getpid(), "folder": str(folder), "berkas": [str(j) for j in jalur]}
            detik = Batas.dari_lingkungan().detik * len(berkas) + tambahan
            pesan = _jalankan(modul, {**tugas, **tempat, "detik": detik}, lapor, folder)
    except OSError as galat:
        raise Ditolak(TANPA_RUANG) from galat
    if "gagal" in pesan:
        raise Ditolak(pesan["gagal"])
    return pesan


def terhenti(pesan: Mapping[str, Any]) -> TemuanBuku:
    """Return the finding about a process that ended without a result."""
    sebab = "memerlukan memori terlalu besar" if "memori" in pesan else "prosesnya berhenti sebelum selesai"
    return temuan(Kode.PEMBACA_TERHENTI, sebab=sebab)


def _tulis(folder: Path, nama: str, isi: bytes) -> Path:
    folder.mkdir()
    berkas = folder / nama_aman(nama)
    berkas.write_bytes(isi)
    return berkas


def _jalankan(modul: str, tugas: Mapping[str, Any], lapor: Lapor, folder: Path) -> Mapping[str, Any]:
    perintah = [sys.executable, "-m", modul]
    # The job goes in by a file: a pipe that nobody empties would stop both sides.
    with TemporaryFile("w+", encoding="utf-8") as masukan:
        json.dump({**tugas, "gudang": lingkungan_gudang()}, masukan)
        masukan.seek(0)
        proses = subprocess.Popen(  # noqa: S603 - this same interpreter on our own module
            perintah,
            cwd=AKAR,
            stdin=masukan,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**lingkungan_anak(), "PYTHONUTF8": "1"},
            start_new_session=True,  # a group of its own: its reader ends with it, and both with this server
        )
    with proses:
        ekor = Ekor(proses.stderr)
        with _penghenti(proses, tugas["detik"], folder):
            pesan = _dengarkan(proses.stdout, lapor)
        ekor.catat(proses.wait(), sampai_akhir=bool(pesan))
    return pesan


class _penghenti:  # noqa: N801 - used like a function
    """Ends a process that takes longer than it may, and whatever happens before it is done."""

    def __init__(self, proses: "subprocess.Popen[bytes]", detik: int, folder: Path) -> None:
        self._proses, self._jam, self._folder = proses, Timer(detik, self._bunuh), folder

    def __enter__(self) -> None:
        self._jam.start()

    def __exit__(self, *_: object) -> None:
        self._jam.cancel()
        self._bunuh()

    def _bunuh(self) -> None:
        # First the folder: a server that ends right after the kill leaves nobody who would clear it.
        rmtree(self._folder, ignore_errors=True)
        # Its reader too: that one would go on with nobody to hear it. The group lives as long as anybody in it.
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._proses.pid, signal.SIGKILL)
        self._proses.kill()


def _dengarkan(keluaran: IO[bytes] | None, lapor: Lapor) -> Mapping[str, Any]:
    for baris in iter(partial(keluaran.readline, JAWABAN_MAKS), b"") if keluaran else ():
        if not baris.endswith(b"\n"):
            break  # killed in the middle of a line, or more than anybody is shown
        pesan: dict[str, Any] = json.loads(baris)
        if "langkah" not in pesan:
            return pesan
        lapor(Langkah(pesan["langkah"]))
    return {}


def _temuan(isi: Mapping[str, str]) -> TemuanBuku:
    teks = {k: isi[k] for k in ("lembar", "sel", "kolom", "pesan", "saran", "berkas")}
    return TemuanBuku(kode=Kode(isi["kode"]), tingkat=Berat(isi["tingkat"]), **teks)
