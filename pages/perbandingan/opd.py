# Perangkat daerah: one OPD at a glance, and OPD side by side.

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.bingkai.bagikan import berkas_semua
from components.bingkai.bingkai import fragmen, judul, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat
from components.opd import bagian as bagian
from components.opd import banding as sanding
from components.opd.bagian import TampilanOpd
from kinerja.dataset import Dataset
from kinerja.telaah.opd.banding import judul_kurang, perbandingan_opd, tahun_terbanding
from kinerja.telaah.opd.profil import ProfilOpd, opd_berisi, profil_opd, tahun_berisi
from kinerja.uji.tanda.indikator import baris_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    tampilan = bagian.pilih_tampilan()
    with wadah:
        peringatan_alamat()
    {TampilanOpd.PROFIL: _profil, TampilanOpd.BANDING: _banding}[tampilan](dataset, saringan, wadah)


def _profil(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    sanding.lepas_banding()
    profil = profil_opd(dataset, saringan.opd.kode_opd, saringan.tahun)
    with wadah:
        if profil is None:
            tahun = tahun_berisi(dataset, saringan.opd.kode_opd)
            tanpa_data(dataset, saringan, "data", tahun, opd_berisi(dataset, saringan.tahun))
            return
        salinan = kepala(profil, topik(saringan, "Perangkat daerah"))
    _tampilkan(dataset, saringan, profil)
    kaki(dataset, profil.sumber, salinan=salinan, berkas=berkas_semua(dataset, saringan))


def _tampilkan(dataset: Dataset, saringan: Saringan, profil: ProfilOpd) -> None:
    ditutup = penutupan_kini()
    tabel, sisa = (baris_bertanda(dataset, b, saringan.tahun, ditutup) for b in (profil.tabel, profil.sisa))
    profil = replace(profil, tabel=tabel, sisa=sisa)
    bagian.papan(profil)
    kiri, kanan = st.columns([7, 3], gap="medium")
    with kiri:
        if profil.tabel:
            bagian.tabel_ringkas(saringan, profil)
        if profil.sejenis:
            bagian.unit_sejenis(saringan, profil)
    with kanan:
        bagian.daftar_perhatian(profil)
        bagian.tautan_lanjut(saringan, profil)


def _banding(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    kode = sanding.pilih_banding(dataset, saringan)
    tentang = topik(saringan, "Perangkat daerah, perbandingan")
    if len(kode) < 2:
        with wadah:
            judul(judul_kurang(saringan.tahun), tentang)
        return
    banding = perbandingan_opd(dataset, kode, saringan.tahun, saringan.opd.kode_opd)
    with wadah:
        if banding is None:
            ada = tahun_terbanding(dataset, kode)
            tanpa_data(dataset, saringan, "data pembanding", ada, opd_berisi(dataset, saringan.tahun))
            return
        salinan = kepala(banding, tentang)
    sanding.tabel_banding(banding)
    sanding.tautan_matriks(saringan)
    kaki(dataset, banding.sumber, salinan=salinan)


isi()
