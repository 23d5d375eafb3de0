"""HTML tables that carry marks: readable by a screen reader, cards at phone width, every text escaped.

`st.dataframe` is a canvas: it cannot open a mark and a screen reader cannot read it (DESIGN section 3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from components.dasar.teks import KELAS_NADA, html
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.rumus.capaian import Tanda
from kinerja.sajian.rupa import Rupa

_KERANGKA = Markup(
    '<div class="dk-tabel__gulir"><table class="dk-tabel">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
)
_KELOMPOK = Markup('<tr class="dk-tabel__kelompok"><th scope="rowgroup" colspan="{}">{}</th></tr>')
_KELAS_BARIS = {"jumlah": "dk-tabel__jumlah", "terpilih": "is-terpilih"}
_CIP = Markup('<span class="dk-cip" style="background:{};color:{}">{} {}</span>')
_BUTIR = Markup("<li><b>{}</b>: {}</li>")
_BERTANDA = Markup(
    '{} <details class="dk-tanda"><summary title="{}" aria-label="Tanda: {}">※</summary><ul>{}</ul></details>'
)


@dataclass(frozen=True, slots=True)
class Kolom:
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


def tabel(kolom: Sequence[Kolom], baris: Iterable[Baris], keterangan: str = "") -> None:
    """Draw a table; `keterangan` is its caption."""
    st.html(str(tabel_html(kolom, baris, keterangan)))


def tabel_html(kolom: Sequence[Kolom], baris: Iterable[Baris], keterangan: str = "") -> Markup:
    """Return a table as HTML."""
    judul = Markup("").join(_judul(k) for k in kolom)
    isi = Markup("").join(_baris(kolom, b) for b in baris)
    caption = Markup("<caption>{}</caption>").format(keterangan) if keterangan else ""
    return _KERANGKA.format(caption, judul, isi)


def _judul(kolom: Kolom) -> Markup:
    return Markup('<th scope="col"{}>{}</th>').format(_kelas(kolom), kolom.judul)


def _kelas(kolom: Kolom) -> Markup:
    return Markup(' class="dk-tabel__angka"') if kolom.angka else Markup("")


def _baris(kolom: Sequence[Kolom], baris: Baris) -> Markup:
    if baris.gaya == "kelompok":
        return _KELOMPOK.format(len(kolom), baris.sel[0])
    pertama, *lain = zip(kolom, baris.sel, strict=True)
    sel = Markup('<th scope="row"{}>{}</th>').format(_kelas(pertama[0]), pertama[1])
    sel += Markup("").join(_sel(k, isi) for k, isi in lain)
    gaya = Markup(' class="{}"').format(_KELAS_BARIS[baris.gaya]) if baris.gaya else ""
    return Markup("<tr{}>{}</tr>").format(gaya, sel)


def _sel(kolom: Kolom, isi: str | Markup) -> Markup:
    # One box inside the cell: at phone width the cell is a row of header and content.
    return Markup('<td data-judul="{}"{}><div>{}</div></td>').format(kolom.judul, _kelas(kolom), isi)


def cip(teks: str, rupa: Rupa) -> Markup:
    """Return a grade as a chip: colour, symbol and word together."""
    return _CIP.format(rupa.warna, rupa.warna_teks, rupa.simbol, teks)


def bertanda(teks: str | Markup, tanda: Sequence[Tanda]) -> Markup:
    """Return a figure with its marks: a small button that opens what they say, by mouse, touch or keyboard."""
    if not tanda:
        return html(teks)
    isi = Markup("").join(_BUTIR.format(t.jenis.value.capitalize(), t.penjelasan) for t in tanda)
    nama = ", ".join(dict.fromkeys(t.jenis.value for t in tanda))
    return _BERTANDA.format(teks, nama, nama, isi)


def redup(teks: str) -> Markup:
    """Return secondary text."""
    return Markup('<span class="dk-teks__redup">{}</span>').format(teks)


def atau_kosong(teks: str) -> str | Markup:
    """Return a figure, or the words that say it is missing; never an empty cell, never a zero."""
    return teks if teks and teks != "-" else redup(TIDAK_TERSEDIA)


def gerak(teks: str, panah: str, membaik: bool | None) -> Markup:
    """Return a change with its arrow; colour and word say whether it is for the better."""
    if not teks:
        return Markup("")
    arti = {True: "membaik", False: "memburuk", None: "tetap atau tidak dinilai"}[membaik]
    return Markup('<span class="{}" title="{}">{} {}</span>').format(KELAS_NADA[membaik], arti, panah, teks)
