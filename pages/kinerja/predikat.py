# Predikat: how IKU, sasaran and OPD rate, reported beside computed; AKIP and IKM on their own scales.

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import predikat as gambar
from components.bingkai import judul, kaki, tanpa_data, topik
from components.charts.capaian import grafik_distribusi
from components.data import dataset_aktif
from components.legenda import legenda_skala
from components.saringan import Saringan, bilah, peringatan_alamat, saklar
from components.tema import KONFIGURASI_GRAFIK
from kinerja.dataset import Dataset
from kinerja.predikat import Tampilan, aturan_skala, di_bawah_puncak, judul_indikator, peta_predikat, tabel_distribusi
from kinerja.ringkasan import ringkas
from kinerja.sasaran import judul_sasaran, matriks_opd, tabel_sasaran
from kinerja.skala_nilai import judul_skala, peringkat_ikm, sumber_nilai, tabel_akip


@st.fragment
def isi() -> None:
    dataset = dataset_aktif()
    gambar.pasang_gaya_predikat()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    tampilan = gambar.pilih_tampilan()
    with wadah:
        peringatan_alamat()
    {Tampilan.INDIKATOR: _indikator, Tampilan.SASARAN: _sasaran, Tampilan.SKALA: _skala}[tampilan](
        dataset, saringan, wadah
    )


def _kosong(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
    with wadah:
        tanpa_data(dataset, saringan, "predikat IKU", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)


def _indikator(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    ringkasan = ringkas(dataset, opd, tahun)
    if ringkasan is None:
        _kosong(dataset, saringan, wadah)
        return
    with wadah:
        judul(judul_indikator(ringkasan), topik(saringan, "Predikat"))
    sebaran = ringkasan.distribusi
    kiri, tengah, kanan = st.columns([5, 4, 4], gap="medium")
    with kiri:
        alt = judul_indikator(ringkasan)
        st.plotly_chart(grafik_distribusi(sebaran), key="sebaran", config=KONFIGURASI_GRAFIK, alt=alt)
    with tengah:
        gambar.tabel_sebaran(tabel_distribusi(sebaran))
    with kanan:
        gambar.daftar_di_bawah(saringan, di_bawah_puncak(ringkasan), sebaran.skala.predikat[0])
    gambar.tabel_peta(peta_predikat(dataset, opd), tahun)
    gambar.legenda_peta()
    legenda_skala(sebaran.skala, aturan_skala(sebaran.skala))
    kaki(dataset, (c.baris.sumber for c in ringkasan.iku))


def _sasaran(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    batasi = saklar("Batasi capaian pada 100%", "batasi")
    baris = tabel_sasaran(dataset, opd, tahun, batasi=batasi)
    if baris:
        with wadah:
            judul(judul_sasaran(baris), topik(saringan, "Predikat sasaran dan OPD"))
        gambar.tabel_sasaran_html(baris)
    else:
        _kosong(dataset, saringan, wadah)
    st.subheader("Semua OPD yang memiliki IKU", anchor=False)
    gambar.tabel_matriks(matriks_opd(dataset, batasi=batasi), opd)
    skala = dataset.skala_capaian(opd, tahun)
    legenda_skala(skala, aturan_skala(skala))
    kaki(dataset, (c.baris.sumber for c in dataset.capaian_opd(opd, tahun)))


def _skala(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd = saringan.opd.kode_opd
    akip, ikm = tabel_akip(dataset), peringkat_ikm(dataset, saringan.tahun)
    with wadah:
        judul(judul_skala(akip, ikm, opd), topik(saringan, "AKIP dan IKM"))
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        gambar.gambar_akip(akip, opd)
    with kanan:
        gambar.gambar_ikm(ikm, opd)
    if akip.baris:
        st.subheader("AKIP menurut OPD dan tahun", anchor=False)
        gambar.tabel_akip_html(akip, opd)
    if ikm.unit:
        st.subheader(f"Peringkat IKM unit {saringan.tahun}", anchor=False)
        gambar.tabel_peringkat(ikm, opd)
    kaki(dataset, sumber_nilai(akip, ikm))


isi()
