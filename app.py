"""Dasbor Kinerja: page configuration, navigation and the ASGI app; `streamlit run app.py` serves it."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from components.bingkai.navigasi import HALAMAN, menu
from components.dasar import keadaan as sesi
from components.rapat.rute_notulen import rute_notulen
from components.rapat.rute_tayang import rute_tayang
from components.server.antrean import ANTREAN, giliran
from components.server.batas.sambungan import BATAS
from components.server.galat import GALAT, tangani_galat
from components.server.keamanan import JALUR, LAPISAN, rute_halaman
from components.server.masuk import rute_masuk
from components.server.nama_server import NAMA
from components.server.penjaga import PENJAGA
from components.server.rute_sehat import rute_sehat
from components.siap import muat_di_awal

# A file of ours: Streamlit would fetch a Material icon for the browser tab from outside.
IKON = Path(__file__).parent / "components" / "aset" / "ikon.png"


def tampilkan() -> None:
    """Draw the frame and the page that was asked for, in its turn."""
    with giliran():
        _tampilkan()


def _tampilkan() -> None:
    st.set_page_config(page_title="Dasbor Kinerja", page_icon=IKON, layout="wide")
    halaman = st.navigation(menu(), position="sidebar", expanded=True)
    st.set_page_config(page_title=f"{halaman.title} · Dasbor Kinerja")
    st.session_state[sesi.HALAMAN_KINI] = halaman.url_path
    halaman.run()


if __name__ == "__main__":
    # Streamlit runs this file as the script of every session.
    tampilkan()
else:
    # The server imports it once for the ASGI app. Until the first st.navigation call, Streamlit takes a folder named
    # pages for its older kind of pages: a first visit by deep link would say "Page not found" (seen on 1.67).
    PagesManager.uses_pages_directory = False
    app = st.App(
        Path(__file__),
        routes=[
            *rute_masuk(),
            *rute_notulen(),
            *rute_sehat(),
            *rute_tayang(),
            *rute_halaman(HALAMAN[0].jalur, (h.jalur for h in HALAMAN[1:])),
        ],
        middleware=[*BATAS, *LAPISAN, *NAMA, *JALUR, *ANTREAN, *GALAT, *PENJAGA],
        lifespan=muat_di_awal,
        on_script_error=tangani_galat,
    )
