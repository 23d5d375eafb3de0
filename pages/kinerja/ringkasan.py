# Ringkasan: what a leader learns first about an OPD and a year.

import streamlit as st

from components.bingkai.bagikan import berkas_semua
from components.bingkai.bingkai import fragmen, judul, kaki, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, saklar_batas
from components.capaian.grafik import alt_tren, grafik_distribusi, grafik_tren
from components.capaian.kartu import kartu_ringkasan
from components.capaian.sorotan import daftar_sorotan
from components.dasar.grafik import gambar
from components.uji.bagian import tautan_semua_temuan
from kinerja.dataset import Dataset
from kinerja.sajian.salinan import Salinan
from kinerja.telaah.capaian.ringkasan import Ringkasan, butir_ringkasan, ringkas


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kanan,) = bilah(dataset, tambahan=1)
    with kanan:
        batasi = saklar_batas(dataset)
    ringkasan = ringkas(dataset, saringan.opd.kode_opd, saringan.tahun)
    with wadah:
        peringatan_alamat()
        if ringkasan is None:
            ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
            tanpa_data(dataset, saringan, "IKU", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)
        else:
            salinan = judul(ringkasan.judul, topik(saringan, "Ringkasan"))
    if ringkasan is not None:
        _tampilkan(dataset, saringan, ringkasan, salinan, batasi=batasi)


def _tampilkan(dataset: Dataset, saringan: Saringan, ringkasan: Ringkasan, salinan: Salinan, *, batasi: bool) -> None:
    kartu_ringkasan(ringkasan, batasi=batasi)
    tautan_semua_temuan(dataset, saringan, penutupan_kini())
    kiri, kanan = st.columns([3, 2])
    with kiri:
        st.subheader("IKU menurut predikat", anchor=False)
        fig = grafik_distribusi(ringkasan.distribusi)
        gambar(fig, "distribusi", ringkasan.judul, dataset, ringkasan.sumber)
    with kanan:
        st.subheader("Rata-rata capaian per tahun", anchor=False)
        fig, alt = grafik_tren(ringkasan.tren, batasi=batasi), alt_tren(ringkasan.tren, batasi=batasi)
        gambar(fig, "tren", alt, dataset, (s for t in reversed(ringkasan.tren) for s in t.sumber))
    daftar_sorotan(ringkasan)
    salinan = salinan.berisi(butir_ringkasan(ringkasan, batasi=batasi))
    kaki(dataset, ringkasan.sumber, salinan=salinan, berkas=berkas_semua(dataset, saringan))


isi()
