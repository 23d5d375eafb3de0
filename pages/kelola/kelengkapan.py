# Kelengkapan: what is filled, empty or late over all OPD, and the progress of the year by quarters.


import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import kelengkapan as gambar
from components import triwulan as gambar_triwulan
from components.bingkai.bagikan import berkas_kelengkapan
from components.bingkai.bingkai import fragmen, judul, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif
from components.bingkai.navigasi import INDIKATOR, alamat_halaman, tautan_html
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, pilih_segmen, saklar
from components.dasar import keadaan as sesi
from components.dasar.legenda import legenda_skala
from components.ubah import ubah_opd
from kinerja.dataset import Dataset
from kinerja.nilai.waktu import hari_ini
from kinerja.telaah.kelengkapan.isian import ATURAN_DIHARAPKAN, isian_tahun
from kinerja.telaah.kelengkapan.kekurangan import ATURAN_KURANG, butir_kelengkapan, daftar_kurang
from kinerja.telaah.kelengkapan.matriks import keterangan_matriks
from kinerja.telaah.kelengkapan.pandangan import pandangan_kelengkapan
from kinerja.telaah.kelengkapan.tenggat import ATURAN_TENGGAT
from kinerja.telaah.triwulan.kemajuan import (
    ATURAN_JALUR,
    butir_triwulan,
    catatan_triwulan,
    judul_triwulan,
    tabel_triwulan,
    tahun_bertriwulan,
)
from kinerja.telaah.triwulan.petunjuk import contoh_isian

LIHAT = {"kelengkapan": "Kelengkapan", "triwulan": "Triwulan"}


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kanan,) = bilah(dataset, tambahan=1)
    with kanan:
        semua = saklar(
            "Semua indikator", sesi.SEMUA_INDIKATOR, bantuan="Tanpa ini hanya IKU: Tingkat Tujuan dan Sasaran."
        )
    lihat = pilih_segmen("Tampilan", sesi.LIHAT_DATA, list(LIHAT), tampil=LIHAT.__getitem__)
    with wadah:
        peringatan_alamat()
    if lihat == "kelengkapan":
        hari = hari_ini()
        opd, tahun = saringan.opd.kode_opd, saringan.tahun
        pandangan = pandangan_kelengkapan(dataset, tahun, hari, semua=semua)
        with wadah:
            salinan = kepala(pandangan, topik(saringan, "Kelengkapan data"))
        alamat = gambar.alamat_sel(semua=semua)
        st.html(gambar.matriks_html(pandangan.matriks, saringan, alamat, keterangan_matriks(tahun), tahun))
        if triwulan := pandangan.per_triwulan:
            st.html(gambar.matriks_html(triwulan, saringan, alamat, keterangan_matriks(tahun, triwulan=True)))
        gambar.legenda_keadaan(pandangan.catatan)
        daftar = daftar_kurang(dataset, opd, tahun, hari, semua=semua)
        gambar.daftar_kekurangan(dataset, daftar)
        ubah_opd(dataset, opd, tahun, semua=semua)
        gambar.aturan_kelengkapan((ATURAN_DIHARAPKAN, ATURAN_TENGGAT, ATURAN_KURANG))
        salinan = salinan.berisi(butir_kelengkapan(pandangan.matriks, daftar))
        kaki(dataset, pandangan.sumber, salinan=salinan, berkas=berkas_kelengkapan(dataset, tahun, semua=semua))
    else:
        _triwulan(dataset, saringan, wadah, semua=semua)


def _triwulan(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator, *, semua: bool) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    sebutan = "indikator" if semua else "IKU"
    baris = tabel_triwulan(dataset, opd, tahun, semua=semua)
    if not baris:
        ada = (o for o in dataset.opd if tabel_triwulan(dataset, o, tahun, semua=semua))
        with wadah:
            tanpa_data(dataset, saringan, "baris triwulan", tahun_bertriwulan(dataset, opd, semua=semua), ada)
        gambar_triwulan.petunjuk_triwulan(contoh_isian(dataset, saringan.opd, tahun))
        ubah_opd(dataset, opd, tahun, semua=semua)
        return
    with wadah:
        salinan = judul(judul_triwulan(baris, sebutan), topik(saringan, "Triwulan"))
    nama = {b.kode: alamat_halaman(INDIKATOR, opd=opd, tahun=tahun, indikator=b.kode) for b in baris}
    st.html(gambar_triwulan.tabel_triwulan(baris, lambda k: tautan_html(nama[k.kode], k.indikator)))
    ubah_opd(dataset, opd, tahun, semua=semua)
    isian = [i for i in isian_tahun(dataset, tahun, semua=semua) if i.kode_opd == opd]
    legenda_skala(dataset.skala_capaian(opd, tahun), catatan_triwulan(len(isian) - len(baris), sebutan))
    st.caption(ATURAN_JALUR)
    kaki(dataset, (s for b in baris for s in b.sumber), salinan=salinan.berisi(butir_triwulan(baris)))


isi()
