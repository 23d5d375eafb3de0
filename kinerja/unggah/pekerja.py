"""The process that takes an upload.

`python -m kinerja.unggah.pekerja` reads a job, reports each step, keeps a draft, ends.

The server starts one for every upload, so that a large workbook costs the memory of this process and not its own. It
hands back `kinerja.buku.temuan.TEMUAN_MAKS` findings at most; the command line, which prints to whoever asked, all.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.buku.anak import batasi_sumber_daya
from kinerja.buku.batas import MIB, Batas
from kinerja.buku.temuan import batasi
from kinerja.gudang.pintu import gudang
from kinerja.nilai.galat import Ditolak
from kinerja.unggah.impor import Langkah, Mode, catat_penolakan, rancang, simpan

_SELANG = 0.2
_MEMORI_MIN = 1024 * MIB
"""What our own libraries and the version that stands need, however little a workbook may take."""


def main() -> int:
    """Take the upload on standard input."""
    return kerjakan(_jawab)


def kerjakan(jawab: Callable[[Mapping[str, Any]], dict[str, Any]]) -> int:
    """Do the job on standard input; every line on standard output is one JSON object, the last has `hasil`.

    `jawab` is given the job and returns that last one: whatever is refused or does not fit is said here.
    """
    tugas = json.load(sys.stdin)
    # Only in memory: what a process was started with, others on the machine can read.
    os.environ.update(tugas["gudang"])
    if os.name == "posix":
        Thread(target=_ikut_berakhir, args=(tugas["server"], tugas["folder"]), daemon=True).start()
    batasi_sumber_daya(max(_MEMORI_MIN, 2 * Batas.dari_lingkungan().memori), tugas["detik"])
    try:
        jawaban = _terjaga(jawab, tugas)
    finally:
        # Before the answer: a server that ends while it hears it leaves nobody who would clear the folder.
        shutil.rmtree(tugas["folder"], ignore_errors=True)
    _kirim(jawaban)
    return 0 if "hasil" in jawaban else 1


def _terjaga(jawab: Callable[[Mapping[str, Any]], dict[str, Any]], tugas: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return jawab(tugas)
    except Ditolak as galat:
        return {"gagal": galat.umum}
    except MemoryError:
        return {"memori": True}


def pengirim(tugas: Mapping[str, Any]) -> Pengguna:
    """Return who sent an upload."""
    return Pengguna(tugas["nama"], PeranPengguna(tugas["peran"]), tugas["kode_opd"])


def _jawab(tugas: Mapping[str, Any]) -> dict[str, Any]:
    """Check, compare, keep a draft; return what the server is told."""
    oleh = pengirim(tugas)
    isi = gudang()
    rancangan = rancang(isi, [Path(b) for b in tugas["berkas"]], Mode(tugas["mode"]), oleh, _lapor)
    draf = simpan(isi, rancangan, oleh) if rancangan.sah and not rancangan.identik else None
    if not rancangan.sah:
        catat_penolakan(isi, rancangan, oleh)
    temuan = [{**t.json(), "kode": t.kode.value, "berkas": t.berkas} for t in batasi(rancangan.temuan)]
    rincian = rancangan.rincian().json() if draf is not None else None
    dasar, identik = rancangan.dasar, rancangan.identik
    return {"hasil": {"draf": draf, "dasar": dasar, "identik": identik, "rincian": rincian, "temuan": temuan}}


def _ikut_berakhir(server: int, folder: str) -> None:
    """End with the server that asked, however that ends; nobody else would then clear the working folder."""
    while os.getppid() == server:
        time.sleep(_SELANG)
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(os.getpgrp(), signal.SIGKILL)  # of our own: the reading child goes too


def _lapor(langkah: Langkah) -> None:
    _kirim({"langkah": langkah.value})


def _kirim(isi: object) -> None:
    sys.stdout.write(json.dumps(isi) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
