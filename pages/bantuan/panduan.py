# Panduan: how data are brought up to date, what the workbook holds, how figures come about. It needs no data.

import streamlit as st

from components import panduan as gambar
from components.bingkai.bingkai import fragmen, judul, kaki
from components.bingkai.data import dataset_bila_ada
from components.bingkai.saringan import bawa_saringan, peringatan_alamat
from kinerja.panduan.teks import BAB, BagianPanduan, judul_panduan
from kinerja.sajian.salinan import Topik


@fragmen
def isi() -> None:
    dataset = dataset_bila_ada()
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
        {
            BagianPanduan.LANGKAH: gambar.langkah,
            BagianPanduan.LEMBAR: gambar.lembar,
            BagianPanduan.RUMUS: gambar.rumus,
            BagianPanduan.ISTILAH: gambar.istilah,
        }[bagian]()
    kaki(dataset, ())


isi()
