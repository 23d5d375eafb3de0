# Anggaran: what a budget became, level by level; APBD of both years; capaian against serapan.

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.anggaran import bagian as bagian
from components.anggaran.bagian import TampilanAnggaran
from components.anggaran.grafik import alt_apbd, grafik_apbd
from components.anggaran.kuadran import grafik_kuadran
from components.bingkai.bagikan import berkas_anggaran, berkas_apbd, berkas_efisiensi
from components.bingkai.bingkai import fragmen, kaki, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah
from components.dasar.grafik import gambar
from components.dasar.teks import md
from kinerja.dataset import Dataset
from kinerja.telaah.anggaran.apbd import tabel_apbd, tahun_apbd
from kinerja.telaah.anggaran.banding import banding_opd, cetakan_lain
from kinerja.telaah.anggaran.efisiensi import ATURAN_EFISIENSI, tabel_efisiensi, tahun_efisiensi
from kinerja.telaah.anggaran.rincian import rincian_anggaran, tahun_anggaran
from kinerja.uji.tanda.nama import apbd_bertanda, rincian_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    tampilan = bagian.pilih_tampilan()
    if tampilan is not TampilanAnggaran.RINCIAN:
        bagian.lepas_jalur()
    LUKIS[tampilan](dataset, saringan, wadah)


def _rincian(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    kode, tahun = saringan.opd.kode_opd, saringan.tahun
    rincian = rincian_anggaran(dataset, kode, tahun, bagian.jalur_terbuka(dataset, saringan))
    if rincian is None:
        bagian.kosong(dataset, saringan, wadah, "anggaran", tahun_anggaran)
        return
    rincian = rincian_bertanda(dataset, kode, tahun, rincian, penutupan_kini())
    salinan = bagian.kepala(wadah, rincian, topik(saringan, "Anggaran", rincian.nama))
    bagian.remah(saringan, rincian)
    bagian.kartu_sorotan(saringan, rincian.sorotan)
    if rincian.asal:
        st.caption(md(rincian.asal))
    bagian.buka_rincian(rincian)
    kiri, kanan = st.columns([4, 7], gap="medium")
    with kiri:
        bagian.grafik_rincian(dataset, rincian)
    with kanan:
        bagian.tabel_rincian(rincian)
        st.caption(md(" ".join(rincian.catatan)))
    if not rincian.remah:
        bagian.tabel_opd(banding_opd(dataset, kode, tahun))
        bagian.cetakan_lain(cetakan_lain(dataset, kode, tahun))
    berkas = berkas_anggaran(dataset, saringan)
    kaki(dataset, rincian.sumber, salinan=salinan, berkas=berkas)


def _apbd(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    tabel = tabel_apbd(dataset, saringan.opd.kode_opd, saringan.tahun)
    if tabel is None:
        bagian.kosong(dataset, saringan, wadah, "APBD", tahun_apbd)
        return
    tabel = apbd_bertanda(dataset, saringan.opd.kode_opd, tabel, penutupan_kini())
    salinan = bagian.kepala(wadah, tabel, topik(saringan, "Anggaran, APBD"))
    grafik = [b for b in (tabel.arus, tabel.saldo) if b]
    for kolom, (nomor, baris) in zip(st.columns(len(grafik), gap="medium"), enumerate(grafik), strict=True):
        with kolom:
            alt = alt_apbd(baris, tabel.tahun)
            gambar(grafik_apbd(baris, tabel.tahun), f"apbd_{nomor}", alt, dataset, tabel.sumber)
    st.caption(md(tabel.keterangan))
    bagian.tabel_apbd(tabel)
    st.caption(md(" ".join(tabel.catatan)))
    kaki(dataset, tabel.sumber, salinan=salinan, berkas=berkas_apbd(dataset, saringan))


def _kuadran(dataset: Dataset, saringan: Saringan, wadah: DeltaGenerator) -> None:
    tabel = tabel_efisiensi(dataset, saringan.opd.kode_opd, saringan.tahun)
    if tabel is None:
        bagian.kosong(dataset, saringan, wadah, "anggaran per indikator", tahun_efisiensi)
        return
    salinan = bagian.kepala(wadah, tabel, topik(saringan, "Anggaran, capaian dan serapan"))
    kiri, kanan = st.columns([7, 4], gap="medium")
    with kiri:
        gambar(grafik_kuadran(tabel), "kuadran", tabel.judul, dataset, tabel.sumber)
    with kanan:
        bagian.kata_kuadran(tabel)
    bagian.tabel_kuadran(tabel, ATURAN_EFISIENSI)
    berkas = berkas_efisiensi(dataset, saringan)
    kaki(dataset, tabel.sumber, salinan=salinan, berkas=berkas)


LUKIS = {TampilanAnggaran.RINCIAN: _rincian, TampilanAnggaran.APBD: _apbd, TampilanAnggaran.KUADRAN: _kuadran}

isi()
