# Kelola data: upload a workbook, see what is wrong or what changes, publish; versions, locks, log.

import streamlit as st

from components.bingkai.akses import baris_pengguna, perlu_masuk
from components.bingkai.bingkai import judul, kaki
from components.bingkai.data import dataset_bila_ada, gudang_atau_berhenti, peringatan_contoh
from components.bingkai.saringan import bawa_saringan, peringatan_alamat, pilih_segmen
from components.dasar import keadaan as sesi
from components.kelola.kunci import kunci_periode
from components.kelola.log import log
from components.kelola.riwayat import riwayat
from components.kelola.unggah import unggahan
from kinerja.akun.akses import Izin
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.riwayat import judul_versi
from kinerja.sajian.salinan import Topik

BAGIAN = {"unggah": "Unggah", "riwayat": "Riwayat", "kunci": "Kunci periode", "log": "Log"}


@st.fragment
def isi() -> None:
    dataset = dataset_bila_ada()
    if dataset:
        bawa_saringan(dataset)
    gudang = gudang_atau_berhenti()
    aktif = gudang.aktif()
    wadah = st.container()
    bagian = pilih_segmen("Urusan", sesi.URUSAN_KELOLA, list(BAGIAN), tampil=BAGIAN.__getitem__)
    with wadah:
        peringatan_alamat()
        peringatan_contoh()
        judul(judul_versi(gudang.ambil(aktif) if aktif is not None else None), Topik("Kelola data", (BAGIAN[bagian],)))
    _tampilkan(gudang, bagian)
    kaki(dataset, ())


def _tampilkan(gudang: Gudang, bagian: str) -> None:
    if bagian == "riwayat":
        riwayat(gudang)
        return
    izin = {"unggah": Izin.MENGUNGGAH, "kunci": Izin.MENGUNCI, "log": Izin.MELIHAT_LOG}[bagian]
    perlu_masuk(izin, berjudul=True)
    {"unggah": unggahan, "kunci": kunci_periode, "log": log}[bagian](gudang)
    baris_pengguna()


isi()
