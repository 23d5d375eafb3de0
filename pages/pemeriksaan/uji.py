# Uji konsistensi: every printed figure that does not follow from the others, worst first, with the reasoning.

import streamlit as st

from components.bingkai.bagikan import berkas_uji
from components.bingkai.bingkai import fragmen, kaki, kepala
from components.bingkai.data import dataset_aktif, gudang_atau_berhenti
from components.bingkai.laporan_angka import daftar_laporan
from components.bingkai.saringan import peringatan_alamat
from components.uji import bagian as bagian
from components.uji.tindak import tindakan
from kinerja.gudang.pemeriksaan import tutupan
from kinerja.uji.daftar import keterangan_uji, matriks, tidak_diuji
from kinerja.uji.mesin import uji
from kinerja.uji.pandangan import pandangan_uji


@fragmen
def isi() -> None:
    dataset, gudang = dataset_aktif(), gudang_atau_berhenti()
    hasil, penutupan = uji(dataset), tutupan(gudang)
    wadah = st.container()
    saring = bagian.bilah_uji(dataset, hasil.temuan)
    pandangan = pandangan_uji(dataset, saring, penutupan)
    with wadah:
        peringatan_alamat()
        salinan = kepala(pandangan, keterangan_uji(dataset, saring))
    if pandangan.temuan:
        temuan, saring_tampilkan = pandangan.temuan, pandangan.saring
        bagian.gambar_hitungan(matriks(dataset, temuan), saring_tampilkan)
        bagian.unduhan_uji(dataset, temuan, saring_tampilkan, penutupan)
        bagian.daftar_temuan(dataset, temuan, penutupan)
    else:
        bagian.tanpa_temuan(saring, ada_lain=bool(hasil.temuan))
    bagian.sisa_ditutup(pandangan.sisa, saring)
    tindakan(gudang, dataset, pandangan.temuan, penutupan)
    daftar_laporan(gudang, dataset, saring)
    bagian.tidak_diuji(tidak_diuji(dataset))
    berkas = berkas_uji(dataset, pandangan) if pandangan.temuan else None
    kaki(dataset, pandangan.sumber, salinan=salinan, berkas=berkas)


isi()
