# Capaian: target against realisasi for every indicator of an OPD and a year, and one indicator opened.

import streamlit as st

from components.bingkai.bagikan import berkas_capaian
from components.bingkai.bingkai import fragmen, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import bilah, peringatan_alamat, pilih, pilih_opsional
from components.capaian.gambar import gambar_indikator
from components.capaian.rincian import rincian
from components.capaian.tabel import tabel_indikator
from components.dasar import keadaan as sesi
from kinerja.telaah.capaian.pandangan import pandangan_capaian
from kinerja.telaah.indikator.tabel import Cakupan, Urutan, tabel_capaian
from kinerja.uji.tanda.indikator import baris_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kiri, kanan) = bilah(dataset, tambahan=2)
    with kiri:
        urutan = pilih("Urutan", sesi.URUTAN, list(Urutan), Urutan.DOKUMEN)
    with kanan:
        cakupan = pilih("Indikator", sesi.CAKUPAN, list(Cakupan), Cakupan.IKU)
    pandangan = pandangan_capaian(dataset, saringan.opd.kode_opd, saringan.tahun, urutan, cakupan)
    with wadah:
        peringatan_alamat()
        if pandangan is None:
            kode = saringan.opd.kode_opd
            ada = (o for o in dataset.opd if tabel_capaian(dataset, o, saringan.tahun, Urutan.DOKUMEN, cakupan))
            tahun = [t for t in dataset.tahun if tabel_capaian(dataset, kode, t, Urutan.DOKUMEN, cakupan)]
            tanpa_data(dataset, saringan, f"indikator ({cakupan.value})", tahun, ada)
            return
        salinan = kepala(pandangan, topik(saringan, "Capaian"))
    kode_tampilkan = [b.kode for b in pandangan.baris]
    terpilih = pilih_opsional(
        "Buka rincian indikator", sesi.INDIKATOR, kode_tampilkan, tampil=lambda k: dataset.indikator[k].indikator
    )
    if terpilih:
        rincian(dataset, terpilih, saringan.tahun)
    kiri_tampilkan, kanan_tampilkan = st.container(key="grafik_dan_tabel").columns([4, 7], gap="medium")
    with kiri_tampilkan:
        gambar_indikator(dataset, saringan, pandangan)
    with kanan_tampilkan:
        lengkap = baris_bertanda(dataset, pandangan.baris, saringan.tahun, penutupan_kini())
        berkelompok = pandangan.urutan is Urutan.DOKUMEN
        tabel_indikator(lengkap, saringan.opd.kode_opd, saringan.tahun, berkelompok=berkelompok, terpilih=terpilih)
    kaki(dataset, pandangan.sumber, salinan=salinan, berkas=berkas_capaian(dataset, saringan, urutan, cakupan))


isi()
