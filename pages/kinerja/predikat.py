# Predikat: how IKU, sasaran and OPD rate, reported beside computed; AKIP and IKM on their own scales.

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.bingkai.bagikan import berkas_predikat
from components.bingkai.bingkai import fragmen, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, saklar_batas
from components.capaian.gambar import gambar_sasaran
from components.predikat import bagian as gambar
from kinerja.dataset import Dataset
from kinerja.telaah.capaian.pandangan import pandangan_nilai, pandangan_predikat, pandangan_sasaran
from kinerja.telaah.capaian.predikat import TampilanPredikat, peta_predikat
from kinerja.telaah.capaian.sasaran import matriks_opd
from kinerja.uji.tanda.nama import sasaran_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    tampilan = gambar.pilih_tampilan()
    with wadah:
        peringatan_alamat()
    {TampilanPredikat.INDIKATOR: _indikator, TampilanPredikat.SASARAN: _sasaran, TampilanPredikat.SKALA: _skala}[
        tampilan
    ](dataset, saringan, wadah)


def _kosong(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
    with wadah:
        tanpa_data(dataset, saringan, "predikat IKU", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)
        st.caption("Nilai AKIP dan IKM setiap unit ada pada tampilan AKIP dan IKM.")


def _indikator(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    pandangan = pandangan_predikat(dataset, opd, tahun)
    if pandangan is None:
        _kosong(dataset, saringan, wadah)
        return
    with wadah:
        salinan = kepala(pandangan, topik(saringan, "Predikat"))
    kiri, kanan = st.columns([5, 3], gap="medium")
    with kiri:
        st.subheader("IKU menurut predikat", anchor=False)
        st.html(gambar.sebaran_html(pandangan.sebaran))
    with kanan:
        gambar.daftar_di_bawah(saringan, pandangan.ringkasan)
    st.subheader("IKU menurut tahun", anchor=False)
    peta = peta_predikat(dataset, opd)
    st.html(gambar.peta_html(peta, tahun))
    gambar.legenda_peta()
    gambar.legenda_predikat(pandangan.ringkasan.distribusi.skala)
    kaki(dataset, peta.sumber, salinan=salinan, berkas=berkas_predikat(dataset, saringan, TampilanPredikat.INDIKATOR))


def _sasaran(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    batasi = saklar_batas(dataset, bantuan=None)
    pandangan = pandangan_sasaran(dataset, opd, tahun, batasi=batasi)
    salinan = berkas = None
    if pandangan:
        with wadah:
            salinan = kepala(pandangan, topik(saringan, "Predikat sasaran dan OPD"))
        st.html(gambar.sasaran_html(sasaran_bertanda(dataset, opd, tahun, pandangan.baris, penutupan_kini())))
        gambar_sasaran(dataset, opd, tahun, batasi=batasi)
        berkas = berkas_predikat(dataset, saringan, TampilanPredikat.SASARAN, batasi=batasi)
    else:
        _kosong(dataset, saringan, wadah)
    matriks = matriks_opd(dataset, batasi=batasi)
    st.subheader("Semua OPD yang memiliki IKU", anchor=False)
    st.html(gambar.matriks_html(matriks, opd))
    gambar.legenda_predikat(dataset.skala_capaian(opd, tahun))
    kaki(dataset, matriks.sumber, salinan=salinan, berkas=berkas)


def _skala(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    opd = saringan.opd.kode_opd
    pandangan = pandangan_nilai(dataset, opd, saringan.tahun)
    with wadah:
        salinan = kepala(pandangan, topik(saringan, "AKIP dan IKM"))
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        gambar.gambar_akip(dataset, pandangan.akip, opd)
    with kanan:
        gambar.gambar_ikm(dataset, pandangan.ikm, opd)
    gambar.tabel_skala(pandangan.akip, pandangan.ikm, opd, saringan.tahun)
    kaki(dataset, pandangan.sumber, salinan=salinan, berkas=berkas_predikat(dataset, saringan, TampilanPredikat.SKALA))


isi()
