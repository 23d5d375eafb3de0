# Skenario: another scale of capaian, a cap at 100, the median, and what they change; never an official figure.

import streamlit as st

from components import skenario as gambar
from components.bingkai.bingkai import fragmen, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif
from components.bingkai.saringan import bilah, peringatan_alamat
from components.dasar.legenda import legenda_skala
from components.dasar.teks import md
from kinerja.telaah.skenario.pandangan import pandangan_skenario


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, kolom = bilah(dataset, tambahan=3)
    pilihan = gambar.pilih_skenario(dataset, kolom)
    pandangan = pandangan_skenario(dataset, saringan.opd.kode_opd, saringan.tahun, pilihan)
    with wadah:
        peringatan_alamat()
        if pandangan is None:
            ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
            tanpa_data(dataset, saringan, "IKU", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)
            return
        salinan = kepala(pandangan, topik(saringan, "Skenario"))
    gambar.spanduk(pilihan)
    hasil = pandangan.hasil
    gambar.dua_sisi(hasil)
    kiri, kanan = st.columns([5, 7], gap="medium")
    with kiri:
        st.subheader("IKU menurut predikat", anchor=False)
        gambar.tabel_sebaran(hasil.sebaran)
        gambar.daftar_belum(hasil)
    with kanan:
        gambar.tabel_beda(hasil, saringan)
    st.subheader(md(f"Semua pilihan untuk {saringan.opd.nama_pendek}"), anchor=False)
    gambar.tabel_skala(pandangan.skala, saringan, pilihan)
    st.subheader(f"Semua OPD yang memiliki IKU pada {saringan.tahun}", anchor=False)
    gambar.tabel_opd(pandangan.opd, saringan, pilihan)
    gambar.aturan()
    if hasil.semula.skala != hasil.menjadi.skala:
        legenda_skala(hasil.semula.skala, "Semula:")
    legenda_skala(hasil.menjadi.skala, "Dipakai:")
    kaki(dataset, pandangan.sumber, salinan=salinan)


isi()
