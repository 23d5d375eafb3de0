"""The button under a page that gives its headline, key figures and address as text for a message."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from components.bingkai.saringan import alamat_tertulis
from components.dasar import keadaan as sesi
from kinerja.dataset import Dataset
from kinerja.sajian.salinan import Salinan, teks_salinan

PETUNJUK = "Tempelkan pada pesan. Teks juga dapat dipilih sendiri: Ctrl+C, atau di ponsel tekan lama lalu Salin."
_KOTAK = Markup(
    '<div class="dk-salin"><pre tabindex="0">{}</pre>'
    '<button type="button" class="dk-tombol dk-salin__tombol" data-salin>Salin teks</button></div>'
)


def tombol_salin(dataset: Dataset, salinan: Salinan, sumber: Iterable[str]) -> None:
    """Draw the button under a page; what it opens holds the text of that page."""
    with st.popover("Salin ringkasan", icon=":material/content_copy:", type="tertiary"):
        kotak_salin(
            teks_salinan(
                salinan.judul,
                str(salinan.topik),
                butir=salinan.butir,
                sumber=sumber,
                versi=dataset.versi,
                tautan=alamat_kini(),
            ),
        )
        st.caption(PETUNJUK)


def kotak_salin(teks: str) -> None:
    """Draw a text with the button that copies it (aset/dasbor.js).

    Not `st.code`: it comes later than what stands around it, so that a quick press finds no text and the popover grows
    out of the window; its copy button shows only under a mouse, speaks English, and on plain http from another machine
    does nothing, because the browser withholds the clipboard there (all seen on 1.67).
    """
    st.html(str(_KOTAK.format(teks)))


def alamat_kini() -> str:
    """Return the full address of the view that is open, with the filters this page wrote and nothing else."""
    return f"{_halaman_kini()}?{urlencode(alamat_tertulis())}"


def _halaman_kini() -> str:
    # The browser tells its own address, so it is right behind a proxy too; it says nothing in tests.
    dasar = (st.context.url or "").rstrip("/")
    if dasar.count("/") > 2:
        return dasar
    return f"{dasar}/{'' if dasar else st.session_state.get(sesi.HALAMAN_KINI, '')}"
