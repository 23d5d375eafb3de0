# Uji konsistensi: every printed figure that does not follow from the others, worst first, with the reasoning.

import streamlit as st

from components.bingkai.akses import pengguna_kini
from components.bingkai.bagikan import berkas_uji
from components.bingkai.bingkai import fragmen, judul, kaki
from components.bingkai.data import dataset_aktif, gudang_atau_berhenti
from components.bingkai.laporan_angka import daftar_laporan
from components.bingkai.saringan import peringatan_alamat
from components.uji import bagian as bagian
from components.uji.tindak import tindakan
from kinerja.dataset import Dataset
from kinerja.gudang.pemeriksaan import tutupan
from kinerja.sajian.salinan import secukupnya
from kinerja.uji.daftar import SaringUji, butir_uji, judul_uji, keterangan_uji, matriks, tidak_diuji
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, menurut_status


@fragmen
def isi() -> None:
    dataset, gudang, pengguna = dataset_aktif(), gudang_atau_berhenti(), pengguna_kini()
    hasil, penutupan = uji(dataset), tutupan(gudang)
    wadah = st.container()
    saring = bagian.bilah_uji(dataset, hasil.temuan)
    semua = saring.ambil(hasil.temuan)
    temuan = menurut_status(semua, penutupan, saring.status)
    with wadah:
        peringatan_alamat()
        salinan = judul(judul_uji(dataset, temuan, saring), keterangan_uji(dataset, saring))
    if temuan:
        _tampilkan(dataset, temuan, saring, penutupan)
    else:
        bagian.tanpa_temuan(saring, ada_lain=bool(hasil.temuan))
    bagian.sisa_ditutup(len(semua) - len(temuan), saring)
    tindakan(gudang, dataset, temuan, penutupan, pengguna)
    daftar_laporan(gudang, dataset, saring, pengguna)
    bagian.tidak_diuji(tidak_diuji(dataset))
    sumber = (s for t in temuan for s in t.sumber)
    berkas = berkas_uji(dataset, temuan, saring) if temuan else None
    kaki(dataset, sumber, salinan=salinan.berisi(secukupnya(butir_uji(dataset, temuan), "temuan")), berkas=berkas)


def _tampilkan(dataset: Dataset, temuan: tuple[Temuan, ...], saring: SaringUji, penutupan: Penutupan) -> None:
    bagian.gambar_hitungan(matriks(dataset, temuan), saring)
    bagian.unduhan_uji(dataset, temuan, saring, penutupan)
    bagian.daftar_temuan(dataset, temuan, penutupan)


isi()
