"""Figures of capaian: target against realisasi on one scale of percent, distribution by predikat, trend over years."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.dasar.teks import aman
from components.dasar.tema import ABU, HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_persen
from kinerja.nilai.pasti import pasti
from kinerja.sajian.rupa import TAK_TERSEDIA, rupa_predikat
from kinerja.sajian.warna import BIRU, BIRU_TUA, KELABU, KELABU_SEDANG, PUTIH, tembus
from kinerja.telaah.capaian.ringkasan import Distribusi, TahunOpd
from kinerja.telaah.indikator.tabel import BarisTabelCapaian

BATAS_BATANG = 120
"""Bars stop here, and begin at 0; the text beside them is the true value."""
TINGGI_BARIS = 46
LEBAR_NAMA = 50
LABEL_DI_DALAM = 25
"""From this percentage on the figure stands inside its bar, clear of the line at 100."""


@lru_cache(maxsize=256)
def grafik_capaian(baris: tuple[BarisTabelCapaian, ...]) -> go.Figure:
    """Draw one bar an indicator, capaian in percent of the target, with a line at 100; customdata is its code.

    Bars are coloured by predikat and carry symbol and figure; what is not computable is written, not left out.
    """
    letak = list(range(len(baris)))
    fig = go.Figure(
        go.Bar(
            x=[max(0.0, min(float(b.persen), BATAS_BATANG)) if b.persen is not None else 0 for b in baris],
            y=letak,
            orientation="h",
            width=0.46,
            marker={"color": [b.rupa.warna for b in baris], "line": {"width": 0}},
            text=[f"{b.rupa.simbol} {b.capaian}" if b.capaian else f"{b.simbol_status} {b.status}" for b in baris],
            textposition=[
                "inside" if b.persen is not None and b.persen >= LABEL_DI_DALAM else "outside" for b in baris
            ],
            insidetextanchor="end",
            insidetextfont={"color": [b.rupa.warna_teks for b in baris], "size": 14},
            cliponaxis=False,
            constraintext="none",
            hovertext=[_petunjuk(b) for b in baris],
            hoverinfo="text",
            customdata=[b.kode for b in baris],
        )
    )
    fig.update_layout(tata_letak(70 + TINGGI_BARIS * len(baris)))
    nilai = [0, 25, 50, 75, 100]
    sumbu_persen = sumbu(range=[0, BATAS_BATANG], tickvals=nilai, ticktext=[f"{n}%" for n in nilai], side="bottom")
    jumlah = len(baris)
    sumbu_baris = sumbu(range=[jumlah - 0.5, -0.75], showticklabels=False, showgrid=False)
    fig.update_layout(xaxis=sumbu_persen, yaxis=sumbu_baris, annotations=_nama(baris))
    gaya = {"color": tembus(KELABU_SEDANG, 0.95), "width": 2, "dash": "dot"}
    fig.add_shape(type="line", x0=100, x1=100, y0=len(baris) - 0.5, y1=-0.3, line=gaya)
    return fig


def _petunjuk(baris: BarisTabelCapaian) -> str:
    return (
        f"<b>{aman(baris.indikator)}</b><br>Target {aman(baris.target or '-')} · Realisasi "
        f"{aman(baris.realisasi or '-')}"
        f"<br>{aman(baris.status)} · {aman(baris.predikat or 'tanpa predikat')}"
    )


def _nama(baris: Sequence[BarisTabelCapaian]) -> list[dict[str, Any]]:
    """Names stand above their bars: long ones stay readable, also on a phone."""
    return [
        {
            "x": 0,
            "y": i - 0.26,
            "text": aman(_pendek(b.indikator)),
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "bottom",
            "font": {"size": 14, "family": HURUF},
        }
        for i, b in enumerate(baris)
    ]


def _pendek(nama: str) -> str:
    potongan = wrap(nama, LEBAR_NAMA)
    return nama if len(potongan) < 2 else f"{potongan[0]}…"


@lru_cache(maxsize=256)
def grafik_distribusi(distribusi: Distribusi) -> go.Figure:
    """Draw the distribution of IKU by predikat twice: computed, and as the report prints it."""
    nama = ["Dihitung", "Dilaporkan"]
    fig = go.Figure()
    for pita in distribusi.pita:
        rupa = rupa_predikat(distribusi.skala, pita.predikat)
        jumlah = [pita.dihitung, pita.dilaporkan]
        fig.add_bar(
            y=nama,
            x=jumlah,
            name=pita.predikat,
            orientation="h",
            marker={"color": rupa.warna, "line": {"color": tembus(PUTIH, 0.8), "width": 1}},
            text=[f"{rupa.simbol} {n}" if n else "" for n in jumlah],
            textfont={"color": rupa.warna_teks, "size": 16},
            textposition="inside",
            insidetextanchor="middle",
            hovertemplate=f"{aman(pita.predikat)}: %{{x}}<extra></extra>",
        )
    _tambah_tanpa(fig, [distribusi.tanpa_predikat, distribusi.tanpa_laporan], nama)
    legenda = {"orientation": "h", "y": -0.15, "traceorder": "normal", "itemclick": False, "itemdoubleclick": False}
    fig.update_layout(tata_letak(210, barmode="stack", showlegend=True, legend=legenda))
    fig.update_layout(xaxis=sumbu(visible=False), yaxis=sumbu(autorange="reversed", showgrid=False))
    return fig


def _tambah_tanpa(fig: go.Figure, jumlah: list[int], nama: list[str]) -> None:
    if not any(jumlah):
        return
    fig.add_bar(
        y=nama,
        x=jumlah,
        name="Tanpa predikat",
        orientation="h",
        marker={"color": TAK_TERSEDIA.warna, "line": {"color": KELABU, "width": 1}},
        text=[f"– {n}" if n else "" for n in jumlah],
        textfont={"color": TAK_TERSEDIA.warna_teks, "size": 16},
        textposition="inside",
        insidetextanchor="middle",
        hovertemplate="Tanpa predikat: %{x}<extra></extra>",
    )


@lru_cache(maxsize=256)
def grafik_tren(tren: tuple[TahunOpd, ...], *, batasi: bool = False) -> go.Figure:
    """Draw mean capaian over the years against the line of 100 percent."""
    titik = [(str(t.tahun), t.rata(batasi=batasi)) for t in tren]
    nilai = [float(pasti(r.nilai, "rata-rata capaian")) for _, r in titik]
    fig = go.Figure(
        go.Scatter(
            x=[tahun for tahun, _ in titik],
            y=nilai,
            mode="lines+markers+text",
            line={"color": BIRU, "width": 3},
            marker={"size": 11, "color": BIRU_TUA},
            text=[format_persen(r.nilai) for _, r in titik],
            textposition=["top center" if n >= 100 else "bottom center" for n in nilai],
            cliponaxis=False,
            hovertext=[f"{tahun}: {r.keterangan}" for tahun, r in titik],
            hoverinfo="text",
        )
    )
    fig.update_layout(tata_letak(210, margin={"l": 40, "r": 48, "t": 12, "b": 32}))
    semua = [*nilai, 100.0]
    jarak = max(max(semua) - min(semua), 4.0)
    rentang = [min(semua) - jarak * 0.8, max(semua) + jarak * 0.35]
    fig.update_layout(xaxis=sumbu(type="category"), yaxis=sumbu(visible=False, range=rentang))
    garis = {"color": ABU, "width": 2, "dash": "dot"}
    fig.add_hline(100, line=garis, annotation_text="100%", annotation_position="right")
    return fig


def alt_tren(tren: tuple[TahunOpd, ...], *, batasi: bool = False) -> str:
    """Say in words what the trend shows."""
    isi = (f"{t.tahun} {format_persen(t.rata(batasi=batasi).nilai)}" for t in tren)
    return "Rata-rata capaian: " + ", ".join(isi)
