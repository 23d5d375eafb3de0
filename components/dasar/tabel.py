"""HTML tables that carry marks: readable by a screen reader, cards at phone width, every text escaped.

`st.dataframe` is a canvas: it cannot open a mark and a screen reader cannot read it (DESIGN section 3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from components.dasar.templat import makro
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.rumus.capaian import Tanda
from kinerja.sajian.rupa import Rupa

_TABEL, _CIP, _BERTANDA = makro("unsur.html", "tabel"), makro("unsur.html", "cip"), makro("unsur.html", "bertanda")
_REDUP, _GERAK = makro("unsur.html", "redup"), makro("unsur.html", "gerak")


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """A column of a table: header, and whether it holds figures (right-aligned)."""

    judul: str
    angka: bool = False


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: cells as text (escaped when drawn) or Markup; `gaya` is jumlah, terpilih or kelompok.

    A row of gaya kelompok has one cell, a heading over all columns.
    """

    sel: tuple[str | Markup, ...]
    gaya: str = ""


def tabel(kolom: Sequence[KolomTabel], baris: Iterable[Baris], keterangan: str = "") -> None:
    """Draw a table; `keterangan` is its caption."""
    st.html(str(tabel_html(kolom, baris, keterangan)))


def tabel_html(kolom: Sequence[KolomTabel], baris: Iterable[Baris], keterangan: str = "") -> Markup:
    """Return a table as HTML."""
    return _TABEL(kolom, baris, keterangan)


def cip(teks: str, rupa: Rupa) -> Markup:
    """Return a grade as a chip: colour, symbol and word together."""
    return _CIP(teks, rupa)


def bertanda(teks: str | Markup, tanda: Sequence[Tanda]) -> Markup:
    """Return a figure with its marks: a small button that opens what they say, by mouse, touch or keyboard."""
    return _BERTANDA(teks, tanda)


def redup(teks: str) -> Markup:
    """Return secondary text."""
    return _REDUP(teks)


def atau_kosong(teks: str) -> str | Markup:
    """Return a figure, or the words that say it is missing; never an empty cell, never a zero."""
    return teks if teks and teks != "-" else redup(TIDAK_TERSEDIA)


def gerak(teks: str, panah: str, membaik: bool | None) -> Markup:
    """Return a change with its arrow; colour and word say whether it is for the better."""
    if not teks:
        return Markup("")
    return _GERAK(teks, panah, membaik)
