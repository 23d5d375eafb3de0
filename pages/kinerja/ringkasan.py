# Ringkasan: what a leader learns first about an OPD and a year.

import streamlit as st

from components.bingkai import judul, kaki, tanpa_data, topik
from components.charts.capaian import grafik_distribusi, grafik_tren
from components.data import dataset_aktif
from components.kartu import kartu_ringkasan
from components.saringan import Saringan, bilah, peringatan_alamat
from components.sorotan import daftar_sorotan
from components.tema import KONFIGURASI_GRAFIK
from kinerja.dataset import Dataset
from kinerja.ringkasan import Ringkasan, ringkas


@st.fragment
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    ringkasan = ringkas(dataset, saringan.opd.kode_opd, saringan.tahun)
    with wadah:
        peringatan_alamat()
        if ringkasan is None:
            _kosong(dataset, saringan)
        else:
            judul(ringkasan.judul, topik(saringan, "Ringkasan"))
    if ringkasan is not None:
        _tampilkan(dataset, saringan, ringkasan)


def _kosong(dataset: Dataset, saringan: Saringan) -> None:
    ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
    tanpa_data(dataset, saringan, "IKU", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)


def _tampilkan(dataset: Dataset, saringan: Saringan, ringkasan: Ringkasan) -> None:
    kartu_ringkasan(ringkasan)
    kiri, kanan = st.columns([3, 2])
    with kiri:
        st.subheader("IKU menurut predikat", anchor=False)
        st.plotly_chart(
            grafik_distribusi(ringkasan.distribusi), key="distribusi", config=KONFIGURASI_GRAFIK, alt=ringkasan.judul
        )
    with kanan:
        st.subheader("Rata-rata capaian per tahun", anchor=False)
        st.plotly_chart(grafik_tren(ringkasan.tren), key="tren", config=KONFIGURASI_GRAFIK, alt=_alt_tren(ringkasan))
    daftar_sorotan(saringan, ringkasan)
    kaki(dataset, (c.baris.sumber for c in ringkasan.iku))


def _alt_tren(ringkasan: Ringkasan) -> str:
    return "Rata-rata capaian: " + ", ".join(f"{t.tahun} {t.rata_rata.keterangan}" for t in ringkasan.tren)


isi()
