"""The scale in force as a legend: symbol, word, lower bound, regulation."""

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import cip
from kinerja.nilai.angka import format_angka
from kinerja.nilai.skala import Pita, Skala
from kinerja.sajian.rupa import rupa_pita

_BINGKAI = Markup('<div class="dk-legenda">{}<div class="dk-teks__redup">{}</div></div>')


def legenda_skala(skala: Skala, catatan: str = "") -> None:
    """Draw the grades of a scale with their bounds, its regulation, and a remark."""
    isi = Markup(" ").join(cip(teks_pita(p), rupa_pita(skala, p)) for p in skala.pita)
    asal = f"Skala {skala.nama}" + (f", {skala.dasar_hukum}" if skala.dasar_hukum else "") + "."
    st.html(str(_BINGKAI.format(isi, f"{catatan} {asal}".strip())))


def teks_pita(pita: Pita) -> str:
    """Write a grade with its lower bound: ``Tinggi, dari 75,01``."""
    if pita.bawah is None:
        return pita.predikat
    return f"{pita.predikat}, {'dari' if pita.termasuk else 'di atas'} {format_angka(pita.bawah)}"
