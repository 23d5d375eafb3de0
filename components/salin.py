"""The button under a page that gives its headline, key figures and address as text for a message."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from components.saringan import HALAMAN_KINI, alamat_tertulis
from kinerja.dataset import Dataset
from kinerja.salinan import Salinan, teks_salinan

PETUNJUK = "Tempelkan pada pesan. Teks juga dapat dipilih sendiri: Ctrl+C, atau di ponsel tekan lama lalu Salin."
_TOMBOL = '<button type="button" class="dk-tombol" data-salin>Salin teks</button>'


def tombol_salin(dataset: Dataset, salinan: Salinan, sumber: Iterable[str]) -> None:
    """Draw the button; what it opens holds the text, and a button that copies it (aset/dasbor.js).

    Streamlit's own copy button shows only under a mouse, speaks English, and on plain http from another machine does
    nothing, because the browser withholds the clipboard there (seen on 1.67); the style sheet hides it.
    """
    with st.popover("Salin ringkasan", icon=":material/content_copy:", type="tertiary"):
        st.code(
            teks_salinan(salinan.judul, salinan.topik, salinan.butir, sumber, dataset.versi, alamat_kini()),
            language=None,
            wrap_lines=True,
        )
        st.html(_TOMBOL)
        st.caption(PETUNJUK)


def alamat_kini() -> str:
    """Return the full address of the view that is open, with the filters this page wrote and nothing else."""
    return f"{_halaman_kini()}?{urlencode(alamat_tertulis())}"


def _halaman_kini() -> str:
    # The browser tells its own address, so it is right behind a proxy too; it says nothing in tests.
    dasar = (st.context.url or "").rstrip("/")
    if dasar.count("/") > 2:
        return dasar
    return f"{dasar}/{'' if dasar else st.session_state.get(HALAMAN_KINI, '')}"
