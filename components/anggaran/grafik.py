"""Figures of the budget: pagu with its realisasi, and APBD of two years."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.sajian.rupa import LAIN, SENDIRI
from kinerja.sajian.warna import BIRU, KELABU_SEDANG, tembus
from kinerja.telaah.anggaran.apbd import LajurApbd
from kinerja.telaah.anggaran.rincian import BarisUang

LEBAR_NAMA = 46
BARIS_NAMA = 2
TINGGI_BARIS = 76
RUANG_LABEL = 0.34
"""Room right of the longest bar for its figure, as a part of that bar; enough at phone width."""
LALU = BIRU
GARIS = tembus(KELABU_SEDANG, 0.95)


@lru_cache(maxsize=256)
def grafik_uang(baris: tuple[BarisUang, ...]) -> go.Figure:
    """Draw pagu as a light bar and realisasi as a dark one in it; the figure is serapan, or pagu where that is all.

    Each bar carries the address that opens it as customdata.
    """
    # Where no pagu is known there is no bar, but its label still stands at the start of the line.
    pagu = [0.0 if b.jumlah.pagu is None else float(b.jumlah.pagu) for b in baris]
    realisasi = [None if b.jumlah.realisasi is None else float(b.jumlah.realisasi) for b in baris]
    # Where only pagu is known it is the figure itself, not the frame of another.
    warna = [SENDIRI if r is None else LAIN for r in realisasi]
    fig = go.Figure()
    serap = ((b.jumlah.serapan, b.jumlah.pagu) for b in baris)
    teks = [format_rupiah_ringkas(pagu) if s is None else format_persen(s) for s, pagu in serap]
    label_uang = {"text": teks, "textposition": "outside", "textfont": {"size": 15}}
    fig.add_bar(x=pagu, width=0.34, marker={"color": warna}, **label_uang, **_dasar_batang(baris))
    fig.add_bar(x=realisasi, width=0.2, marker={"color": SENDIRI}, **_dasar_batang(baris))
    kanan = (max(pagu, default=0) or 1) * (1 + RUANG_LABEL)
    fig.update_layout(tata_letak(20 + TINGGI_BARIS * len(baris), barmode="overlay", margin=_TEPI))
    jumlah = len(baris)
    sumbu_baris = sumbu(range=[jumlah - 0.6, -0.85], showticklabels=False, showgrid=False)
    fig.update_layout(xaxis=sumbu(range=[0, kanan], visible=False), yaxis=sumbu_baris)
    fig.update_layout(annotations=[_nama(b.nama, i) for i, b in enumerate(baris)], clickmode="event+select")
    return fig


def _dasar_batang(baris: Sequence[BarisUang]) -> dict[str, Any]:
    return {
        "y": list(range(len(baris))),
        "orientation": "h",
        "hoverinfo": "text",
        "hovertext": [_petunjuk_uang(b) for b in baris],
        "customdata": [[b.jalur] for b in baris],
        "cliponaxis": False,
        **_TETAP,
    }


_TEPI = {"l": 4, "r": 4, "t": 4, "b": 4}
# A chosen bar opens its level; the others must not fade meanwhile.
_TETAP: dict[str, Any] = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _petunjuk_uang(baris: BarisUang) -> str:
    isi = [f"<b>{aman('<br>'.join(wrap(baris.nama, LEBAR_NAMA))).replace('&lt;br&gt;', '<br>')}</b>"]
    isi.append(f"Pagu {format_rupiah(baris.jumlah.pagu)}")
    if baris.jumlah.realisasi is not None:
        isi.append(f"Realisasi {format_rupiah(baris.jumlah.realisasi)}, sisa {format_rupiah(baris.jumlah.sisa)}")
    if baris.bagian is not None:
        isi.append(f"{format_persen(baris.bagian)} dari pagu di sini")
    return "<br>".join(isi)


def _nama(nama: str, letak: int, jarak: float = 0.19) -> dict[str, Any]:
    """Names stand above their bars, in two lines when they are long: readable also on a phone."""
    return {
        "x": 0,
        "xref": "paper",
        "y": letak - jarak,
        "text": "<br>".join(aman(b) for b in _lipat(nama)),
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "font": {"size": 14, "family": HURUF},
    }


def _lipat(nama: str) -> list[str]:
    potongan = wrap(nama, LEBAR_NAMA)
    if len(potongan) <= BARIS_NAMA:
        return potongan
    return [*potongan[: BARIS_NAMA - 1], f"{potongan[BARIS_NAMA - 1][: LEBAR_NAMA - 1]}…"]


@lru_cache(maxsize=128)
def grafik_apbd(baris: tuple[LajurApbd, ...], tahun: int) -> go.Figure:
    """Draw anggaran and realisasi of a year, and realisasi of the year before, with the money beside each bar."""
    deret = (
        ("Anggaran", LAIN, [b.anggaran for b in baris]),
        (str(tahun), SENDIRI, [b.realisasi for b in baris]),
        (str(tahun - 1), LALU, [b.lalu for b in baris]),
    )
    ada = [d for d in deret if any(n is not None for n in d[2])]
    tinggi = RUANG_NAMA + 8 + len(ada) * TEBAL_APBD
    fig = go.Figure([_batang_apbd(baris, d, RUANG_NAMA + (k + 0.5) * TEBAL_APBD, tinggi) for k, d in enumerate(ada)])
    angka = [float(n) for _, _, nilai in ada for n in nilai if n is not None]
    fig.update_layout(tata_letak(8 + tinggi * len(baris), barmode="overlay", margin=_TEPI))
    tegak = sumbu(range=[len(baris) - 0.5, -0.5], showticklabels=False, showgrid=False)
    # The words beside the bars need room, on both sides where some are negative.
    atas, bawah = max([*angka, 0.0]), min([*angka, 0.0])
    lebar = (atas - bawah) or 1.0
    rentang = [bawah - (0.85 * lebar if bawah < 0 else 0), atas + 0.85 * lebar]
    fig.update_layout(xaxis=sumbu(range=rentang, visible=False), yaxis=tegak)
    fig.update_layout(annotations=[_nama(b.nama, i, 0.5 - RUANG_NAMA / tinggi) for i, b in enumerate(baris)])
    if min(angka, default=0) < 0:
        fig.add_vline(0, line={"color": GARIS, "width": 1})
    return fig


def alt_apbd(baris: Sequence[LajurApbd], tahun: int) -> str:
    """Say in words what the bars show: realisasi of each line, and its anggaran where there is one."""
    return "; ".join(_kata_apbd(b, tahun) for b in baris)


def _kata_apbd(lajur: LajurApbd, tahun: int) -> str:
    anggaran = "" if lajur.anggaran is None else f", anggaran {format_rupiah_ringkas(lajur.anggaran)}"
    return f"{lajur.nama} {tahun} {format_rupiah_ringkas(lajur.realisasi)}{anggaran}"


RUANG_NAMA, TEBAL_APBD = 28, 21
"""Heights in pixels: of a group's name, and of each of its bars."""


def _batang_apbd(
    baris: Sequence[LajurApbd], deret: tuple[str, str, list[Decimal | None]], turun: float, tinggi: float
) -> go.Bar:
    """Draw one series; its bars stand `turun` pixels under the top of each group of `tinggi`."""
    kata, warna, nilai = deret
    return go.Bar(
        x=[None if n is None else float(n) for n in nilai],
        y=[i - 0.5 + turun / tinggi for i in range(len(baris))],
        orientation="h",
        width=(TEBAL_APBD - 3) / tinggi,
        marker={"color": warna},
        text=["" if n is None else f"{kata} {format_rupiah_ringkas(n)}" for n in nilai],
        textposition="outside",
        textfont={"size": 13},
        cliponaxis=False,
        hovertext=[f"{aman(b.nama)}<br>{kata} {format_rupiah(n)}" for b, n in zip(baris, nilai, strict=True)],
        hoverinfo="text",
    )
