# Paparan: the deck of a meeting, chosen here, shown on the full screen or taken along.

import streamlit as st

from components.bingkai.bingkai import fragmen, judul, kaki, tanpa_data, topik
from components.bingkai.data import dataset_aktif, gudang_bila_dapat
from components.bingkai.saringan import bilah, peringatan_alamat
from components.rapat import paparan as bagian
from kinerja.nilai.waktu import hari_ini
from kinerja.sajian.salinan import secukupnya
from kinerja.sumber.rapat import paparan_rapat


@fragmen
def isi() -> None:
    dataset = dataset_aktif()
    wadah = st.container()
    saringan, _ = bilah(dataset)
    dipilih = bagian.pilih_bagian()
    paparan = paparan_rapat(
        gudang_bila_dapat(),
        dataset,
        kode_opd=saringan.opd.kode_opd,
        tahun=saringan.tahun,
        hari_ini=hari_ini(),
        bagian=dipilih,
    )
    with wadah:
        peringatan_alamat()
        if not paparan.slaid and dipilih:
            ada = (o.kode_opd for o in dataset.opd_ber_iku if saringan.tahun in dataset.tahun_ber_iku(o.kode_opd))
            tanpa_data(dataset, saringan, "slaid", dataset.tahun_ber_iku(saringan.opd.kode_opd), ada)
            return
        salinan = judul(paparan.temuan, topik(saringan, "Paparan"))
    if paparan.slaid:
        alamat = bagian.alamat(saringan, dipilih)
        bagian.tombol_tayang(paparan, alamat)
        bagian.tombol_bawa(dataset, paparan)
        st.caption(bagian.KETERANGAN_TOMBOL)
        bagian.daftar_slaid(paparan, alamat)
        bagian.bagian_kosong(paparan)
    sumber = (s for satu in paparan.slaid for s in satu.sumber)
    butir = secukupnya((s.judul for s in paparan.slaid), "slaid")
    kaki(dataset, sumber, salinan=salinan.berisi(butir))


isi()
