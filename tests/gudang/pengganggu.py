"""A process that imports a workbook, or opens an older store, and is ended at one step: by SIGKILL or by SIGTERM."""

import multiprocessing
import os
import signal
import sys
from importlib import import_module

KONTEKS = multiprocessing.get_context("forkserver")
KONTEKS.set_forkserver_preload(["kinerja.perintah.versi", "kinerja.gudang.mesin", "alembic.command", "psycopg"])


def impor_sampai(langkah, berkas, url, sinyal=signal.SIGKILL):
    """Import until a step and return how the process ended.

    `langkah` is "module:function", ended when that is called; with a "+" behind it, after the call.
    """
    proses = KONTEKS.Process(target=_impor, args=(langkah, str(berkas), url, sinyal))
    proses.start()
    proses.join(600)
    return proses.exitcode


def buka_sampai(langkah, url):
    """Open a store, which brings an older one up to date, until a step, and return how the process ended."""
    proses = KONTEKS.Process(target=_buka, args=(langkah, url))
    proses.start()
    proses.join(600)
    return proses.exitcode


def impor_selama(detik, berkas, url):
    """Import for so many seconds at most, then kill, and return how the process ended."""
    proses = KONTEKS.Process(target=_impor, args=(None, str(berkas), url, None))
    proses.start()
    proses.join(detik)
    if proses.is_alive():
        proses.kill()
        proses.join(600)
    return proses.exitcode


def _impor(langkah, berkas, url, sinyal):
    from kinerja.perintah.utama import main

    os.environ["KINERJA_DATABASE_URL"] = url
    if langkah:
        _pasang(langkah, sinyal)
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - for the short life of this process
    sys.exit(main(["impor", berkas]))


def _buka(langkah, url):
    from kinerja.gudang.mesin import buka_mesin

    _pasang(langkah, signal.SIGKILL)
    buka_mesin(url)


def _pasang(langkah, sinyal):
    modul, _, jalur = langkah.rstrip("+").partition(":")
    *kelas, nama = jalur.split(".")
    tempat = import_module(modul)
    for k in kelas:
        tempat = getattr(tempat, k)
    asli = getattr(tempat, nama)

    def mati(*argumen, **lain):
        if langkah.endswith("+"):
            asli(*argumen, **lain)
        os.kill(os.getpid(), sinyal)

    setattr(tempat, nama, mati)
