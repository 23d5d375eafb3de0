# Predikat: how IKU, sasaran and OPD rate, reported beside computed; AKIP and IKM on their own scales.

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.bingkai.bagikan import berkas_predikat
from components.bingkai.bingkai import fragmen, judul, kaki, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, saklar
from components.capaian.gambar import gambar_sasaran
from components.predikat import bagian as gambar
from kinerja.dataset import Dataset
from kinerja.telaah.capaian.predikat import Tampilan, butir_predikat, judul_indikator, peta_predikat, tabel_distribusi
from kinerja.telaah.capaian.ringkasan import ringkas
from kinerja.telaah.capaian.sasaran import butir_sasaran, judul_sasaran, matriks_opd, tabel_sasaran
from kinerja.telaah.capaian.skala_nilai import butir_skala, judul_skala, peringkat_ikm, sumber_nilai, tabel_akip
from kinerja.uji.tanda.nama import sasaran_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
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
        st.caption("Nilai AKIP dan IKM setiap unit ada pada tampilan AKIP dan IKM.")


def _indikator(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    ringkasan = ringkas(dataset, opd, tahun)
    if ringkasan is None:
        _kosong(dataset, saringan, wadah)
        return
    with wadah:
        salinan = judul(judul_indikator(ringkasan), topik(saringan, "Predikat"))
    sebaran = ringkasan.distribusi
    kiri, kanan = st.columns([5, 3], gap="medium")
    with kiri:
        st.subheader("IKU menurut predikat", anchor=False)
        st.html(gambar.sebaran_html(tabel_distribusi(sebaran)))
    with kanan:
        gambar.daftar_di_bawah(saringan, ringkasan)
    st.subheader("IKU menurut tahun", anchor=False)
    peta = peta_predikat(dataset, opd)
    st.html(gambar.peta_html(peta, tahun))
    gambar.legenda_peta()
    gambar.legenda_predikat(sebaran.skala)
    berkas = berkas_predikat(dataset, saringan, Tampilan.INDIKATOR)
    kaki(dataset, peta.sumber, salinan=salinan.berisi(butir_predikat(ringkasan)), berkas=berkas)


def _sasaran(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    batasi = saklar("Batasi capaian pada 100%", "batasi")
    baris = tabel_sasaran(dataset, opd, tahun, batasi=batasi)
    if baris:
        with wadah:
            salinan = judul(judul_sasaran(baris), topik(saringan, "Predikat sasaran dan OPD"))
        st.html(gambar.sasaran_html(sasaran_bertanda(dataset, opd, tahun, baris, penutupan_kini())))
        gambar_sasaran(dataset, opd, tahun, batasi=batasi)
    else:
        _kosong(dataset, saringan, wadah)
    matriks = matriks_opd(dataset, batasi=batasi)
    st.subheader("Semua OPD yang memiliki IKU", anchor=False)
    st.html(gambar.matriks_html(matriks, opd))
    gambar.legenda_predikat(dataset.skala_capaian(opd, tahun))
    berkas = berkas_predikat(dataset, saringan, Tampilan.SASARAN, batasi=batasi) if baris else None
    kaki(dataset, matriks.sumber, salinan=salinan.berisi(butir_sasaran(baris)) if baris else None, berkas=berkas)


def _skala(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd = saringan.opd.kode_opd
    akip, ikm = tabel_akip(dataset), peringkat_ikm(dataset, saringan.tahun)
    with wadah:
        salinan = judul(judul_skala(akip, ikm, opd), topik(saringan, "AKIP dan IKM"))
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        gambar.gambar_akip(dataset, akip, opd)
    with kanan:
        gambar.gambar_ikm(dataset, ikm, opd)
    gambar.tabel_skala(akip, ikm, opd, saringan.tahun)
    berkas = berkas_predikat(dataset, saringan, Tampilan.SKALA)
    kaki(dataset, sumber_nilai(akip, ikm), salinan=salinan.berisi(butir_skala(akip, ikm, opd)), berkas=berkas)


isi()
