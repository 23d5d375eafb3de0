# Pohon kinerja: the thread from misi down to rupiah, as a tree that opens and closes, or as a table.

from dataclasses import replace

import streamlit as st

from components import pohon as gambar
from components.bingkai.bingkai import fragmen, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import Saringan, bilah, peringatan_alamat, pilih_segmen, saklar_batas
from components.dasar import keadaan as sesi
from components.dasar.legenda import legenda_skala
from kinerja.dataset import Dataset
from kinerja.telaah.pohon.pohon import Bentuk, PohonKinerja, pohon_kinerja, tahun_pohon
from kinerja.uji.tanda.indikator import cabang_bertanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kanan,) = bilah(dataset, tambahan=1)
    with kanan:
        batasi = saklar_batas(dataset)
    bentuk = pilih_segmen("Bentuk", sesi.BENTUK_POHON, list(Bentuk), tulis=lambda b: b.alamat)
    pohon = pohon_kinerja(dataset, saringan.opd.kode_opd, saringan.tahun, batasi=batasi)
    with wadah:
        peringatan_alamat()
        if pohon is None:
            ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in tahun_pohon(dataset, o.kode_opd))
            tanpa_data(dataset, saringan, "pohon kinerja", tahun_pohon(dataset, saringan.opd.kode_opd), ada)
            return
        salinan = kepala(pohon, topik(saringan, "Pohon kinerja"))
    _tampilkan(dataset, saringan, pohon, bentuk)
    kaki(dataset, pohon.sumber, salinan=salinan)


def _tampilkan(dataset: Dataset, saringan: Saringan, pohon: PohonKinerja, bentuk: Bentuk) -> None:
    opd, tahun = saringan.opd.kode_opd, saringan.tahun
    pohon = replace(pohon, akar=cabang_bertanda(dataset, pohon.akar, tahun, penutupan_kini()))
    gambar.fakta(pohon)
    gambar_bentuk = gambar.gambar_pohon if bentuk is Bentuk.POHON else gambar.gambar_tabel
    gambar_bentuk(pohon, gambar.alamat_indikator(pohon, opd, tahun))
    legenda_skala(dataset.skala_capaian(opd, tahun), " ".join(pohon.catatan))


isi()
