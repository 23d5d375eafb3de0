# Notulen rapat: every decision that was noted, late ones first, with its office, its due date and how it stands.

import streamlit as st

from components.bingkai.bingkai import fragmen, judul, kaki
from components.bingkai.data import dataset_aktif, gudang_atau_berhenti
from components.bingkai.saringan import peringatan_alamat
from components.rapat import notulen as bagian
from kinerja.gudang.notulen import daftar_notulen
from kinerja.nilai.waktu import hari_ini
from kinerja.sajian.salinan import Topik
from kinerja.telaah.notulen import berstatus, judul_notulen


@fragmen
def isi() -> None:
    dataset, gudang = dataset_aktif(), gudang_atau_berhenti()
    wadah = st.container()
    opd, status = bagian.bilah_notulen(dataset)
    milik = daftar_notulen(gudang, opd)
    notulen = berstatus(milik, status, hari_ini())
    with wadah:
        peringatan_alamat()
        siapa = dataset.opd[opd].nama_opd if opd else "semua OPD"
        judul(judul_notulen(notulen, hari_ini(), status), Topik("Notulen rapat", (siapa,)))
    if notulen:
        bagian.tabel_notulen(dataset, notulen, lengkap=True)
        bagian.unduhan_notulen(dataset, notulen)
    else:
        bagian.tanpa_keputusan(ada_lain=bool(milik or daftar_notulen(gudang)))
    bagian.catat_dan_tindak(gudang, dataset, notulen)
    kaki(dataset, ())


isi()
