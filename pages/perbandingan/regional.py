# Regional: the own region among the others of its province, by any measure the reports print.

import streamlit as st

from components.bingkai.bagikan import berkas_regional
from components.bingkai.bingkai import fragmen, judul, kaki
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import peringatan_alamat
from components.regional import bagian as bagian
from components.regional.peringkat import BANYAK
from components.regional.peta import peta_untuk, peta_wilayah
from kinerja.dataset import Dataset
from kinerja.sajian.salinan import Salinan
from kinerja.telaah.wilayah.kalimat import butir_regional, judul_perbandingan
from kinerja.telaah.wilayah.komposisi import Komposisi, komponen, komposisi
from kinerja.telaah.wilayah.perbandingan import GarisUkuran, Perbandingan, perbandingan, perkembangan
from kinerja.uji.tanda.nama import regional_bertanda

Garis = tuple[GarisUkuran, ...]


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    if not dataset.ukuran_regional:
        bagian.tanpa_ukuran(dataset)
        return
    wadah = st.container()
    ukuran, tahun = bagian.pilih_ukuran(dataset)
    p, garis = perbandingan(dataset, ukuran, tahun), perkembangan(dataset, ukuran)
    with wadah:
        peringatan_alamat()
        if p is None:
            bagian.tanpa_tahun(dataset, ukuran, tahun)
        else:
            salinan = judul(judul_perbandingan(p, dataset.profil.wilayah, garis), bagian.tentang(dataset, tahun))
    if p is not None:
        _tampilkan(dataset, p, garis, salinan.berisi(butir_regional(p, garis)))
    elif garis:
        bagian.grafik_tahun(dataset, garis, rinci=True)


def _tampilkan(dataset: Dataset, p: Perbandingan, garis: Garis, salinan: Salinan) -> None:
    p = regional_bertanda(dataset, p, penutupan_kini())
    susunan = komposisi(dataset, p.ukuran, p.tahun)
    if p.terbanding:
        _antarwilayah(dataset, p, garis, susunan)
    else:
        _sendiri(dataset, p, garis, susunan)
    sumber = (*p.sumber, *(susunan.sumber if susunan else ()))
    kaki(dataset, sumber, salinan=salinan, berkas=berkas_regional(dataset, p.ukuran, p.tahun))


def _antarwilayah(dataset: Dataset, p: Perbandingan, garis: Garis, susunan: Komposisi | None) -> None:
    peta, panjang = peta_untuk(p, dataset.profil.provinsi), len(p.wilayah) > BANYAK
    if panjang:
        bagian.peringkat(dataset, p, peta)
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        if not panjang:
            bagian.peringkat(dataset, p)
        bagian.posisi(dataset, p, garis)
        bagian.tabel_wilayah(p)
    with kanan:
        if peta and not panjang:
            peta_wilayah(dataset, peta, p)
        if bagian.bertahun(garis):
            bagian.grafik_tahun(dataset, garis, rinci=False)
        bagian.tautan_indikator(dataset, p.ukuran, p.tahun)
        _rincian(dataset, p, susunan)


def _sendiri(dataset: Dataset, p: Perbandingan, garis: Garis, susunan: Komposisi | None) -> None:
    """Without other regions the years of the own one matter, and what it is made of."""
    bertahun = bagian.bertahun(garis)
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        bagian.posisi(dataset, p, garis)
        bagian.wilayah_sendiri(dataset, p, bertahun=bertahun)
        bagian.tawaran_tahun(dataset, p)
        bagian.tautan_indikator(dataset, p.ukuran, p.tahun)
        _rincian(dataset, p, susunan)
    with kanan:
        if bertahun:
            bagian.grafik_tahun(dataset, garis, rinci=True)


def _rincian(dataset: Dataset, p: Perbandingan, susunan: Komposisi | None) -> None:
    bagian.daftar_komponen(komponen(dataset, p.ukuran, p.tahun))
    if susunan:
        bagian.komposisi(dataset, susunan, p.tahun)


isi()
