# Indikator: one indicator's story, from its target to the programs that serve it.

import streamlit as st

from components.bingkai import judul, kaki, topik
from components.data import dataset_aktif
from components.rincian import rincian
from components.saringan import bilah, peringatan_alamat, pilih
from kinerja.rincian import rincian_indikator


@st.fragment
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, (kanan,) = bilah(dataset, tambahan=1)
    kode = [i.kode_indikator for i in dataset.indikator_opd[saringan.opd.kode_opd]]
    with kanan:
        terpilih = pilih("Indikator", "indikator", kode, kode[0], tampil=lambda k: dataset.indikator[k].indikator)
    isi_rincian = rincian_indikator(dataset, terpilih, saringan.tahun)
    with wadah:
        peringatan_alamat()
        judul(isi_rincian.indikator.indikator, topik(saringan, "Indikator"))
    rincian(dataset, terpilih, saringan.tahun)
    kaki(dataset, (t.baris.sumber for t in isi_rincian.riwayat))


isi()
