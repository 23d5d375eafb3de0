"""The calls that give a page its data."""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from components.bingkai.sambutan import sambutan, spanduk_contoh
from components.bingkai.versi import keadaan_dipilih, spanduk
from components.dasar.teks import md
from components.dasar.temuan import jumlah_temuan, tabel_temuan
from components.server.jurnal import tulis
from kinerja.buku.folder_kerja import folder_kerja
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.pemeriksaan import tutupan
from kinerja.nilai.galat import Ditolak
from kinerja.sajian.asal import PROGRAM
from kinerja.sumber import versi as sumber
from kinerja.uji.penutupan import Penutupan


def dataset_aktif() -> Dataset:
    """Return the dataset of the version looked at; without one, show why and stop the page."""
    keadaan = keadaan_dipilih()
    if keadaan.dataset is None:
        if keadaan.kendala is not None:
            _terkendala(keadaan.kendala)
        elif keadaan.berkas is None:
            sambutan(templat)
        else:
            st.title("Buku kerja belum dapat dipakai", anchor=False)
            st.subheader(md(f"{keadaan.berkas.name}: {jumlah_temuan(keadaan.temuan)}"), anchor=False)
            st.text("Perbaiki berkas itu di folder data lalu muat ulang halaman ini, atau unggah lewat Kelola data.")
            tabel_temuan(keadaan.temuan)
        st.caption(f"{PROGRAM}.")
        st.stop()
    spanduk(keadaan)
    spanduk_contoh(keadaan)
    return keadaan.dataset


def dataset_bila_ada() -> Dataset | None:
    """Return the active dataset for a page that also opens without one."""
    return sumber.aktif().dataset


def peringatan_contoh() -> None:
    """Say on a page that opens without data, too, when what is active is an example."""
    spanduk_contoh(sumber.aktif())


def gudang_atau_berhenti() -> Gudang:
    """Return the store; where it is in trouble, show why and stop the page."""
    try:
        return sumber.gudang_terisi()
    except Ditolak as kendala:
        _terkendala(kendala)
        st.caption(f"{PROGRAM}.")
        st.stop()


def gudang_bila_dapat() -> Gudang | None:
    """Return the store for a page that also opens without it; None while it is in trouble."""
    try:
        return sumber.gudang_terisi()
    except Ditolak:
        return None


def penutupan_kini() -> Penutupan:
    """Return the findings that somebody closed; a store in trouble closes none, and a page opens without it."""
    try:
        return tutupan(sumber.gudang_terisi())
    except Ditolak:
        return {}


def _terkendala(kendala: Ditolak) -> None:
    st.title("Gudang data belum dapat dibuka", anchor=False)
    st.text(kendala.umum)
    _sebut_sekali(str(kendala))


@cache
def _sebut_sekali(kendala: str) -> None:
    """Tell the log what its manager does about it, with the place; however many look."""
    tulis(f"gudang terkendala: {kendala}", logging.WARNING)


def templat() -> bytes:
    """Return the empty workbook."""
    from kinerja.buku.tulis import tulis_templat

    return isi_tertulis(tulis_templat)


def isi_tertulis(tulis: Callable[[Path], None]) -> bytes:
    """Return what `tulis` writes into a file, for a download; nothing of it stays on the disk."""
    with folder_kerja() as folder:
        berkas = folder / "buku.xlsx"
        tulis(berkas)
        return berkas.read_bytes()
