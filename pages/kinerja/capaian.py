# Capaian: target against realisasi for every indicator of an OPD and a year, and one indicator opened.

import streamlit as st

from components.bingkai.bagikan import berkas_capaian
from components.bingkai.bingkai import fragmen, judul, kaki, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, pilih, pilih_opsional
from components.capaian.gambar import gambar_indikator
from components.capaian.rincian import rincian
from components.capaian.tabel import tabel_indikator
from kinerja.dataset import Dataset
from kinerja.sajian.salinan import Salinan
from kinerja.telaah.capaian.ringkasan import butir_capaian, judul_capaian
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, Cakupan, Urutan, tabel_capaian
from kinerja.uji.tanda.indikator import baris_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kiri, kanan) = bilah(dataset, tambahan=2)
    with kiri:
        urutan = pilih("Urutan", "urutan", list(Urutan), Urutan.DOKUMEN)
    with kanan:
        cakupan = pilih("Indikator", "cakupan", list(Cakupan), Cakupan.IKU)
    baris = tabel_capaian(dataset, saringan.opd.kode_opd, saringan.tahun, urutan, cakupan)
    with wadah:
        peringatan_alamat()
        if baris:
            salinan = judul(judul_capaian(baris, cakupan.value), topik(saringan, "Capaian"))
        else:
            _kosong(dataset, saringan, cakupan)
    if baris:
        _tampilkan(dataset, saringan, baris, urutan, cakupan, salinan)


def _kosong(dataset: Dataset, saringan: Saringan, cakupan: Cakupan) -> None:
    kode = saringan.opd.kode_opd
    ada = (o for o in dataset.opd if tabel_capaian(dataset, o, saringan.tahun, Urutan.DOKUMEN, cakupan))
    tahun = [t for t in dataset.tahun if tabel_capaian(dataset, kode, t, Urutan.DOKUMEN, cakupan)]
    tanpa_data(dataset, saringan, f"indikator ({cakupan.value})", tahun, ada)


def _tampilkan(
    dataset: Dataset,
    saringan: Saringan,
    baris: tuple[BarisTabelCapaian, ...],
    urutan: Urutan,
    cakupan: Cakupan,
    salinan: Salinan,
) -> None:
    terpilih = pilih_opsional(
        "Buka rincian indikator", "indikator", [b.kode for b in baris], tampil=lambda k: dataset.indikator[k].indikator
    )
    if terpilih:
        rincian(dataset, terpilih, saringan.tahun)
    kiri, kanan = st.container(key="grafik_dan_tabel").columns([4, 7], gap="medium")
    with kiri:
        gambar_indikator(dataset, saringan, baris, cakupan)
    with kanan:
        kode, berkelompok = saringan.opd.kode_opd, urutan is Urutan.DOKUMEN
        lengkap = baris_bertanda(dataset, baris, saringan.tahun, penutupan_kini())
        tabel_indikator(lengkap, kode, saringan.tahun, berkelompok=berkelompok, terpilih=terpilih)
    berkas = berkas_capaian(dataset, saringan, urutan, cakupan)
    kaki(dataset, (b.sumber for b in baris), salinan=salinan.berisi(butir_capaian(baris)), berkas=berkas)


isi()
