"""The deck as one document for the full screen: every slide is there from the beginning, so the next one is at hand.

It is no Streamlit page: it stands without the sidebar and the session, also while the server is restarted
(docs/adr/0007-paparan-dokumen-sendiri.md).
"""

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from components.dasar.templat import templat
from kinerja.paparan.bahan import baris_sumber
from kinerja.paparan.gambar import lukis
from kinerja.paparan.model import Paparan, Slaid

LEBAR_BERDUA, LEBAR_SENDIRI = 1130, 1780
TINGGI, TINGGI_BERANGKA = 720, 560
"""Sizes of a chart: with sentences beside it or alone, below key figures or not."""
LEBAR_TABEL = 9
"""A table of more parts (Kolom.lebar) takes the whole width."""


def dokumen(paparan: Paparan, keluar: str, *, boleh_menulis: bool) -> str:
    """Return the document of a deck; whatever it says is escaped by the template.

    Args:
        paparan: the deck.
        keluar: address of the page that Esc leads to.
        boleh_menulis: whether who asks may note decisions.
    """
    alat = {"gambar": _gambar, "sumber": baris_sumber, "susunan": _susunan, "jumlah_lebar": _lebar}
    return (
        templat()
        .get_template("paparan.html", globals=alat)
        .render(p=paparan, keluar=keluar, boleh_menulis=boleh_menulis, huruf=_huruf())
    )


def _susunan(slaid: Slaid) -> str:
    """Name the layout: sentences beside what is drawn, below a wide table, or one of the two alone."""
    if not slaid.butir or (slaid.grafik is None and slaid.tabel is None):
        return "sendiri"
    return "tumpuk" if slaid.tabel is not None and _lebar(slaid) > LEBAR_TABEL else "berdua"


def _lebar(slaid: Slaid) -> int:
    return sum(k.lebar for k in slaid.tabel.kolom) if slaid.tabel else 1


def _gambar(slaid: Slaid) -> Markup:
    if slaid.grafik is None:
        return Markup("")
    return lukis(
        slaid.grafik, LEBAR_BERDUA if slaid.butir else LEBAR_SENDIRI, TINGGI_BERANGKA if slaid.angka else TINGGI
    )


@cache
def _huruf() -> str:
    """The font that Streamlit brings along; the name of its file changes from version to version."""
    media = Path(st.__file__).parent / "static" / "static" / "media"
    return next((b.name for b in sorted(media.glob("SourceSansVF-Upright*.woff2"))), "")
