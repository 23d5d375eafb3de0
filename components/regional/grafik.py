"""Figures of Regional: sorted dots in ranks, the own region's years, the parts of a measure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten
from typing import Any

import plotly.graph_objects as go

from components.dasar.beku import bekukan
from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.pasti import pasti, terbesar_dulu
from kinerja.sajian.label import renggangkan
from kinerja.sajian.ukur import SOURCE_SANS, lebar
from kinerja.sajian.warna import (
    BIRU_SEDANG,
    KELABU,
    KELABU_BIRU_TUA,
    KELABU_TEPI,
)
from kinerja.telaah.wilayah.kalimat import keterangan_wilayah
from kinerja.telaah.wilayah.komposisi import Komposisi
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, GarisUkuran, JenisWilayah, Perbandingan, TitikUkuran

WARNA_UTAMA, WARNA_LAIN = BIRU_SEDANG, KELABU_BIRU_TUA
TEPI = KELABU_TEPI
BAWAH = "bottom center"
LEBAR_NAMA = 44
JARAK_LABEL = 0.11
"""Labels at the end of lines stand at least this share of the height apart."""


def sumbu_tetap(**isi: Any) -> dict[str, Any]:
    """Return the base of an axis; margins here are known, and finding them out would lay every figure out twice."""
    return sumbu(automargin=False, **isi)


def petunjuk(baris: BarisWilayah, perbandingan: Perbandingan) -> str:
    """Return what opens over a region on the map."""
    return "<br>".join((f"<b>{aman(baris.wilayah)}</b>", *map(aman, keterangan_wilayah(baris, perbandingan))))


@lru_cache(maxsize=256)
def grafik_perkembangan(garis: tuple[GarisUkuran, ...], tinggi: int = 300) -> go.Figure:
    """Draw the years of the own region, province and nation, each named at its end; single years are points."""
    tahun = sorted({t.tahun for g in garis for t in g.titik})
    fig = go.Figure()
    for g in reversed(garis):
        fig.add_trace(_garis_tahun(g, garis))
    # A name stands at the height of the last value; names that would touch are pushed apart.
    bawah, atas = _rentang_tahun(garis)
    akhir = sorted(((float(g.titik[-1].nilai), g) for g in garis), key=lambda pasangan: pasangan[0])
    letak = renggangkan([(nilai - bawah) / (atas - bawah) for nilai, _ in akhir], JARAK_LABEL)
    nama = [
        {
            "xref": "paper",
            "x": 1,
            "y": bawah + y * (atas - bawah),
            "text": f"<b>{teks}</b>" if _utama(g, garis) else teks,
            "showarrow": False,
            "xanchor": "left",
            "xshift": 6,
            "font": {"size": 14, "family": HURUF},
        }
        for y, (_, g) in zip(letak, akhir, strict=True)
        for teks in (_teks_garis(g, garis, tahun[-1]),)
    ]
    # Names stand in the margin, which is as wide as the longest.
    kanan = 24 + max(lebar(_teks_garis(g, garis, tahun[-1]), 14, muka=SOURCE_SANS, tebal=True) for g in garis)
    fig.update_layout(tata_letak(tinggi, margin={"l": 8, "r": kanan, "t": 26, "b": 30}, hovermode="closest"))
    tepi = 0.12 * (tahun[-1] - tahun[0]) or 0.5
    fig.update_layout(xaxis=sumbu_tetap(range=[tahun[0] - tepi, tahun[-1] + tepi / 2], tickvals=tahun, showgrid=False))
    fig.update_layout(yaxis=sumbu_tetap(visible=False, range=_rentang_tahun(garis)), annotations=nama)
    fig.update_xaxes(tickformat="d", tickfont={"size": 14})
    return bekukan(fig)


def _utama(garis: GarisUkuran, semua: Sequence[GarisUkuran]) -> bool:
    """Tell whether a line is what the chart is about: the own region's, or the only one there is."""
    return garis.jenis is JenisWilayah.SENDIRI or len(semua) == 1


def _garis_tahun(garis: GarisUkuran, semua: Sequence[GarisUkuran]) -> go.Scatter:
    sendiri = _utama(garis, semua)
    warna = WARNA_UTAMA if sendiri else KELABU
    return go.Scatter(
        x=[t.tahun for t in garis.titik],
        y=[float(t.nilai) for t in garis.titik],
        mode="lines+markers+text" if sendiri else "lines+markers",
        line={"color": warna, "width": 3 if sendiri else 2, "dash": "solid" if sendiri else "dot"},
        marker={"size": 11 if sendiri else 10, "color": warna, "symbol": _SIMBOL[garis.jenis]},
        text=[aman(t.teks) for t in garis.titik] if sendiri else None,
        textposition=[_letak_teks(garis.titik, i, semua) for i in range(len(garis.titik))],
        textfont={"size": 14},
        cliponaxis=False,
        hovertext=[f"<b>{aman(garis.wilayah)}</b> {t.tahun}<br>{aman(t.teks)}" for t in garis.titik],
        hoverinfo="text",
    )


def _letak_teks(titik: Sequence[TitikUkuran], i: int, semua: Iterable[GarisUkuran]) -> str:
    """Return where the figure of a point stands clear: of its own line by the bend, of other points by their side."""
    kini = titik[i]
    lain = [t.nilai for g in semua for t in g.titik if t.tahun == kini.tahun and g.titik is not titik]
    if lain and i + 1 == len(titik):
        return "top center" if sum(n > kini.nilai for n in lain) * 2 <= sum(n < kini.nilai for n in lain) else BAWAH
    masuk = kini.nilai - titik[i - 1].nilai if i else None
    keluar = titik[i + 1].nilai - kini.nilai if i + 1 < len(titik) else None
    if keluar is None:
        return BAWAH if masuk is not None and masuk < 0 else "top center"
    if masuk is not None and (masuk > 0) == (keluar > 0):
        tegak, datar = ("bottom right", "top left") if keluar > 0 else ("top right", "bottom left")
        return tegak if abs(keluar) > abs(masuk) else datar
    return BAWAH if keluar > 0 else "top center"


_SIMBOL = {JenisWilayah.SENDIRI: "circle", JenisWilayah.PROVINSI: "square-open", JenisWilayah.NASIONAL: "diamond-open"}


def _rentang_tahun(garis: Iterable[GarisUkuran]) -> list[float]:
    nilai = [float(t.nilai) for g in garis for t in g.titik]
    tinggi = max(nilai) - min(nilai) or abs(max(nilai)) * 0.1 or 1.0
    return [min(nilai) - tinggi * 0.22, max(nilai) + tinggi * 0.22]


def _teks_garis(garis: GarisUkuran, semua: Sequence[GarisUkuran], terakhir: int) -> str:
    """Write the name of a line; lines without figures of their own carry the last one, and its year if older."""
    titik = garis.titik[-1]
    if _utama(garis, semua):
        return aman(garis.wilayah)
    tahun = "" if titik.tahun == terakhir else f" ({titik.tahun})"
    return f"{aman(garis.wilayah)} {aman(titik.teks)}{tahun}"


@dataclass(frozen=True, slots=True)
class _Batang:
    """A bar: its name, its figure as text, its length, and whether it is the one that matters."""

    nama: str
    label: str
    nilai: float
    utama: bool


@lru_cache(maxsize=256)
def grafik_komposisi(k: Komposisi) -> go.Figure:
    """Draw the parts of a measure as sorted bars; the chosen part is darker."""
    return _grafik_batang([_Batang(b.nama, b.label, float(b.nilai), b.terpilih) for b in k.bagian])


@lru_cache(maxsize=256)
def grafik_acuan(perbandingan: Perbandingan) -> go.Figure:
    """Draw the own region beside province and nation as sorted bars, for measures no other region is printed for."""
    ada = [b for b in (perbandingan.sendiri, *perbandingan.acuan) if b is not None and b.nilai is not None]
    ada.sort(key=lambda b: terbesar_dulu(b.nilai))
    batang = [
        _Batang(b.wilayah, b.bersatuan, float(pasti(b.nilai, "nilai wilayah")), b.jenis is JenisWilayah.SENDIRI)
        for b in ada
    ]
    return _grafik_batang(batang)


def _grafik_batang(batang: Sequence[_Batang]) -> go.Figure:
    """Draw bars from zero, name and figure above each."""
    ada_utama = any(b.utama for b in batang)
    nilai = [b.nilai for b in batang]
    fig = go.Figure(
        go.Bar(
            x=nilai,
            y=list(range(len(batang))),
            orientation="h",
            width=0.42,
            marker={"color": [WARNA_UTAMA if b.utama or not ada_utama else WARNA_LAIN for b in batang]},
            hovertext=[f"<b>{aman(b.nama)}</b><br>{aman(b.label)}" for b in batang],
            hoverinfo="text",
        )
    )
    fig.update_layout(tata_letak(24 + 40 * len(batang), margin={"l": 8, "r": 8, "t": 4, "b": 4}))
    fig.update_layout(xaxis=sumbu_tetap(visible=False, range=[min(0.0, *nilai), max(0.0, *nilai) * 1.02 or 1.0]))
    fig.update_layout(yaxis=sumbu_tetap(range=[len(batang) - 0.5, -0.75], showticklabels=False, showgrid=False))
    nama = [aman(shorten(b.nama, LEBAR_NAMA, placeholder="…")) for b in batang]
    teks = [
        f"<b>{n} {aman(b.label)}</b>" if b.utama else f"{n} <b>{aman(b.label)}</b>"
        for n, b in zip(nama, batang, strict=True)
    ]
    nama_batang = go.Scatter(
        x=[0] * len(batang),
        y=[i - 0.25 for i in range(len(batang))],
        mode="text",
        text=teks,
        textposition="top right",
        textfont={"size": 14, "family": HURUF},
        cliponaxis=False,
        hoverinfo="skip",
    )
    fig.add_trace(nama_batang)
    return bekukan(fig)
