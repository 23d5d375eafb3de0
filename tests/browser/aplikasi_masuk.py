"""A dashboard of one page that needs a login: the routes, layers and components of the product, nothing else."""

from pathlib import Path

import streamlit as st

from components.bingkai.akses import baris_pengguna, perlu_masuk
from components.server.keamanan import GAYA, LAPISAN, SKRIP, gaya_dasbor, halaman_indeks, skrip_dasbor
from components.server.masuk import rute_masuk
from components.server.penjaga import PENJAGA
from components.server.peristiwa import pasang_pencatat
from kinerja.akun.akses import Izin


def tampilkan():
    perlu_masuk(Izin.MENGUNGGAH)
    st.title("Kelola data")
    baris_pengguna()
    st.button("Lanjut")
    berkas = st.file_uploader("Buku kerja")
    if berkas is not None:
        st.text(f"Diterima {berkas.size} bita")


def cetak(peristiwa, oleh, **rincian):
    print("peristiwa", peristiwa, oleh, rincian["cara"], flush=True)


if __name__ == "__main__":
    tampilkan()
else:
    from starlette.routing import Route

    pasang_pencatat(cetak)
    rute = [*rute_masuk(), Route(SKRIP, skrip_dasbor), Route(GAYA, gaya_dasbor), Route("/", halaman_indeks)]
    app = st.App(Path(__file__), routes=rute, middleware=[*LAPISAN, *PENJAGA])
