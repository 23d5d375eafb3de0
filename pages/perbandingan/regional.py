# Regional: the own region among the others of its province, by any measure the reports print.

from dataclasses import replace

import streamlit as st

from components.bingkai.bagikan import berkas_regional
from components.bingkai.bingkai import fragmen, kaki, kepala
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import peringatan_alamat
from components.regional import bagian as bagian
from components.regional.peringkat import BANYAK
from components.regional.peta import peta_untuk, peta_wilayah
from kinerja.dataset import Dataset
from kinerja.telaah.wilayah.pandangan import PandanganRegional, pandangan_regional
from kinerja.telaah.wilayah.perbandingan import perkembangan
from kinerja.uji.tanda.nama import regional_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    if not dataset.ukuran_regional:
        bagian.tanpa_ukuran(dataset)
        return
    wadah = st.container()
    ukuran, tahun = bagian.pilih_ukuran(dataset)
    pandangan = pandangan_regional(dataset, ukuran, tahun)
    with wadah:
        peringatan_alamat()
        if pandangan is None:
            bagian.tanpa_tahun(dataset, ukuran, tahun)
        else:
            salinan = kepala(pandangan, bagian.tentang(dataset, tahun))
    if pandangan is not None:
        _tampilkan(dataset, pandangan)
        kaki(dataset, pandangan.sumber, salinan=salinan, berkas=berkas_regional(dataset, ukuran, tahun))
    elif garis := perkembangan(dataset, ukuran):
        bagian.grafik_tahun(dataset, garis, rinci=True)


def _tampilkan(dataset: Dataset, pandangan: PandanganRegional) -> None:
    penutupan = penutupan_kini()
    bertanda = replace(pandangan, banding=regional_bertanda(dataset, pandangan.banding, penutupan))
    if bertanda.banding.terbanding:
        p_antarwilayah, garis_antarwilayah = bertanda.banding, bertanda.garis
        peta, panjang = peta_untuk(dataset, p_antarwilayah), len(p_antarwilayah.wilayah) > BANYAK
        if panjang:
            bagian.peringkat(dataset, p_antarwilayah, peta)
        kiri_antarwilayah, kanan_antarwilayah = st.columns(2, gap="large")
        with kiri_antarwilayah:
            if not panjang:
                bagian.peringkat(dataset, p_antarwilayah)
            bagian.posisi(dataset, p_antarwilayah, garis_antarwilayah)
            bagian.tabel_wilayah(p_antarwilayah)
        with kanan_antarwilayah:
            if peta and not panjang:
                peta_wilayah(dataset, peta, p_antarwilayah)
            if bagian.bertahun(garis_antarwilayah):
                bagian.grafik_tahun(dataset, garis_antarwilayah, rinci=False)
            bagian.tautan_indikator(dataset, p_antarwilayah.ukuran, p_antarwilayah.tahun)
            _rincian(dataset, bertanda)
    else:
        # Without other regions the years of the own one matter, and what it is made of.
        p, garis = bertanda.banding, bertanda.garis
        bertahun = bagian.bertahun(garis)
        kiri, kanan = st.columns(2, gap="large")
        with kiri:
            bagian.posisi(dataset, p, garis)
            bagian.wilayah_sendiri(dataset, p, bertahun=bertahun)
            bagian.tawaran_tahun(dataset, p, garis)
            bagian.tautan_indikator(dataset, p.ukuran, p.tahun)
            _rincian(dataset, bertanda)
        with kanan:
            if bertahun:
                bagian.grafik_tahun(dataset, garis, rinci=True)
    if pandangan.bawahan:
        bagian.bawahan(dataset, regional_bertanda(dataset, pandangan.bawahan, penutupan))


def _rincian(dataset: Dataset, pandangan: PandanganRegional) -> None:
    bagian.daftar_komponen(pandangan.komponen)
    if pandangan.susunan:
        bagian.komposisi(dataset, pandangan.susunan, pandangan.banding.tahun)


isi()
