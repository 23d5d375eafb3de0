# Panduan: how data are brought up to date, what the workbook holds, how figures come about. It needs no data.

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import panduan as gambar
from components.bingkai.bingkai import fragmen, judul, kaki
from components.bingkai.data import dataset_bila_ada
from components.bingkai.saringan import bawa_saringan, peringatan_alamat
from kinerja.model.profil import Profil
from kinerja.panduan.teks import BAB, BagianPanduan, judul_panduan
from kinerja.sajian.salinan import Topik


@fragmen
def isi() -> None:
    dataset = dataset_bila_ada()
    profil = dataset.profil if dataset else Profil()
    wadah = st.container()
    if dataset:
        bawa_saringan(dataset)
    bagian = gambar.pilih_bagian()
    with wadah:
        peringatan_alamat()
        judul(judul_panduan(bagian), Topik("Panduan", (bagian,)))
    if bagian in BAB:
        gambar.bab(BAB[bagian])
    else:
        gambar_bagian: dict[BagianPanduan, Callable[[], None]] = {
            BagianPanduan.LANGKAH: gambar.langkah,
            BagianPanduan.LEMBAR: partial(gambar.lembar, profil.jenis_pemerintah),
            BagianPanduan.RUMUS: gambar.rumus,
            BagianPanduan.ISTILAH: gambar.istilah,
        }
        gambar_bagian[bagian]()
    kaki(dataset, ())


isi()
