"""Getting ready before the first visitor: the dataset is loaded while the server starts."""

import gc
import logging
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components.server.batas.sambungan import longgarkan_berkas
from components.server.henti import pasang_henti
from components.server.jurnal import catat_berulang, pasang_jurnal, tulis
from components.server.peristiwa import pasang_pencatat
from kinerja.buku.folder_kerja import buang_sisa
from kinerja.gudang.pintu import gudang
from kinerja.sumber import versi as sumber
from kinerja.sumber.bawaan import keadaan_bawaan

GILIRAN = 0.0005
"""Seconds after which a thread gives way to another: the server's own must not wait long behind pages that compute."""
SAPU = 5.0
"""Seconds between two looks for garbage that refers to itself."""


@asynccontextmanager
async def muat_di_awal(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Load the dataset in a thread, so that the server answers meanwhile; logins go into the store's log."""
    pasang_jurnal()
    pasang_henti()
    pasang_pencatat(_ke_gudang)
    tulis("mulai", alamat=st.get_option("server.address"), porta=st.get_option("server.port"))
    longgarkan_berkas()
    sys.setswitchinterval(GILIRAN)
    gc.freeze()  # what was imported stays: it need not be looked at whenever garbage is collected while data is read
    threading.Thread(target=_siapkan, daemon=True).start()
    threading.Thread(target=_sapu, daemon=True).start()
    yield {}
    tulis("berhenti")


def _ke_gudang(peristiwa: str, oleh: str, **rincian: str) -> None:
    gudang().catat(peristiwa, oleh, **rincian)


def _siapkan() -> None:
    mulai = time.monotonic()
    buang_sisa()
    try:
        nomor = _muat()
    except Exception as galat:
        tulis("data gagal dimuat", logging.ERROR, galat)
    else:
        tulis("data dimuat", versi=nomor, detik=round(time.monotonic() - mulai, 2))


def _sapu() -> None:
    """Collect garbage while pages are drawn; Streamlit's own way, after every run, stops all other runs each time."""
    terakhir = 0
    while True:
        time.sleep(SAPU)
        catat_berulang()
        if (kini := gc.get_stats()[1]["collections"]) != terakhir:
            gc.collect()
            terakhir = kini


def _catat_bawaan() -> None:
    """Say which workbooks of the data folder are not what is shown; they are never imported over a version."""
    keadaan = keadaan_bawaan(gudang().versi())
    if len(keadaan.nama) > 1:
        tulis("folder data memuat beberapa buku kerja", logging.WARNING, berkas=", ".join(keadaan.nama))
    for buku in keadaan.menunggu:
        nama = "buku kerja di folder data salah" if buku.galat else "buku kerja di folder data belum diterbitkan"
        tulis(nama, logging.WARNING, berkas=buku.berkas.name, galat=buku.galat)


def _muat() -> int | None:
    """Load what every page needs and return the number of the active version."""
    # The chart and page modules are heavy, so is Jinja; getting them here spares the first visitor the wait.
    import components.capaian.grafik
    import components.regional.grafik_peta  # noqa: F401
    from components.dasar.templat import templat
    from kinerja.uji.mesin import uji

    templat().get_template("unsur.html")
    keadaan = sumber.aktif()
    if keadaan.dataset:
        uji(keadaan.dataset)  # its findings mark figures on every page
    # What is loaded for good need not be looked at whenever garbage is collected.
    gc.collect()
    gc.freeze()
    _catat_bawaan()
    pasang_jurnal()  # the modules that were imported meanwhile have loggers of their own
    return keadaan.nomor_aktif
