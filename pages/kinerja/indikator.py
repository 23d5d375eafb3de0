# Indikator: one indicator's story: its target, its years, the end of the plan, its likes, its programs, its proofs.

import streamlit as st

from components.bingkai.bingkai import fragmen, kaki, kepala, tanpa_data, topik
from components.bingkai.data import dataset_aktif, penutupan_kini
from components.bingkai.saringan import peringatan_alamat
from components.indikator import bagian as bagian
from components.indikator.pilih import bilah_indikator
from components.rapat.notulen import keputusan_rapat
from components.ubah import ubah_indikator
from components.uji.bagian import tautan_temuan
from kinerja.telaah.kisah.kisah import kisah, tahun_indikator
from kinerja.uji.tanda.indikator import lengkapi_tanda


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, kode, saran = bilah_indikator(dataset)
    with wadah:
        peringatan_alamat(saran)
        if kode is None or dataset.tahunan(kode, saringan.tahun) is None:
            ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
            apa = dataset.indikator[kode].indikator if kode else "indikator"
            tanpa_data(dataset, saringan, f"angka {apa}", tahun_indikator(dataset, kode) if kode else (), ada)
            if kode:
                ubah_indikator(dataset, kode, saringan.tahun)
            return
        cerita = kisah(dataset, kode, saringan.tahun)
        salinan = kepala(cerita, topik(saringan, "Indikator"))
    tanda = cerita.kini.tanda if cerita.kini else ()
    ditutup = penutupan_kini()
    bagian.angka_kunci(cerita, lengkapi_tanda(dataset, kode, saringan.tahun, tanda, ditutup))
    tautan_temuan(dataset, kode, saringan, ditutup)
    bagian.sorotan_singkat(cerita)
    bagian.perbandingan_lima(dataset, cerita)
    bagian.triwulan(dataset, cerita)
    ubah_indikator(dataset, kode, saringan.tahun)
    bagian.penjelasan(cerita)
    keputusan_rapat(dataset, saringan.opd.kode_opd, cerita.indikator.kode_indikator, saringan.tahun)
    bagian.bukti(dataset, cerita)
    kaki(dataset, cerita.sumber, salinan=salinan)


isi()
