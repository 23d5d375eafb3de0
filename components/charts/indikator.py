"""Figures of one indicator: target against realisasi, its years with the way to the plan's end, its likes as dots."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten
from typing import Any

import plotly.graph_objects as go

from components.charts.beku import bekukan
from components.charts.capaian import aman
from components.tema import HURUF, sumbu, tata_letak
from kinerja.gambar_indikator import BatangTarget, DeretGambar, PitaNilai, TitikDeret, TitikSebaya
from kinerja.perbandingan import JenisWilayah
from kinerja.rupa import LAIN

UTAMA = "#3182BD"
"""Seen on white and on dark alike."""
GARIS = "rgba(128,128,128,0.95)"
SOROT = "rgba(66,146,198,0.16)"
TINGGI_BARIS = 25
LEBAR_HURUF = 7.6
LEBAR_NAMA = 30
LABEL_PITA = 0.13
"""A grade is named in its stretch from this share of the width on."""
TITIK_BERLABEL = 8
"""More years than this are labelled at their ends only."""


def _tulisan(x: float | int, y: float, teks: str, **lain: Any) -> dict[str, Any]:
    huruf = {"size": 15, "family": HURUF}
    return {"x": x, "y": y, "text": teks, "showarrow": False, "font": huruf, **lain}


# --- target against realisasi -----------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def grafik_target(b: BatangTarget) -> go.Figure:
    """Draw the realisasi as a dot, the target as a bar across or a stretch, last year as a ring, over the grades.

    Dots, not bars: the scale need not begin at 0.
    """
    fig = go.Figure()
    if b.lalu is not None:
        fig.add_trace(_titik(float(b.lalu), f"Tahun lalu {b.lalu_teks}", "circle-open", GARIS, 13))
    if b.realisasi is not None:
        fig.add_trace(_titik(float(b.realisasi), f"Realisasi {b.realisasi_teks}", "circle", b.rupa.warna, 20))
    fig.update_layout(tata_letak(190, margin={"l": 12, "r": 12, "t": 6, "b": 6}))
    sumbu_x = sumbu(range=[float(b.kiri), float(b.kanan)], showticklabels=False, showgrid=False, automargin=False)
    fig.update_layout(xaxis=sumbu_x, yaxis=sumbu(range=[-1.25, 1.05], visible=False))
    fig.update_layout(shapes=[*map(_pita, b.pita), *_sasaran(b)], annotations=_label_target(b))
    return bekukan(fig)


def _titik(x: float, teks: str, simbol: str, warna: str, ukuran: int) -> go.Scatter:
    penanda = {"symbol": simbol, "color": warna, "size": ukuran, "line": {"color": "#FFFFFF", "width": 2}}
    if simbol.endswith("open"):
        penanda["line"] = {"color": warna, "width": 3}
    return go.Scatter(
        x=[x], y=[0], mode="markers", marker=penanda, hovertext=[aman(teks)], hoverinfo="text", cliponaxis=False
    )


def _pita(p: PitaNilai) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": float(p.dari),
        "x1": float(p.sampai),
        "y0": -0.3,
        "y1": 0.3,
        "fillcolor": p.rupa.warna,
        "opacity": 0.28,
        "line": {"width": 0},
        "layer": "below",
    }


def _sasaran(b: BatangTarget) -> list[dict[str, Any]]:
    """The target as a line across; both ends of a range, with the stretch between them."""
    garis = {"color": GARIS, "width": 4}
    ujung = sorted({float(b.bawah), float(b.atas)})
    hasil: list[dict[str, Any]] = [
        {"type": "line", "x0": x, "x1": x, "y0": -0.46, "y1": 0.46, "line": garis} for x in ujung
    ]
    if len(ujung) == 2:
        datar = {**garis, "width": 2, "dash": "dot"}
        hasil.append({"type": "line", "x0": ujung[0], "x1": ujung[1], "y0": -0.46, "y1": -0.46, "line": datar})
    return hasil


def _label_target(b: BatangTarget) -> list[dict[str, Any]]:
    tengah = (float(b.bawah) + float(b.atas)) / 2
    label = [_tulisan(tengah, -0.74, f"Target <b>{aman(b.target_teks)}</b>", **_jangkar(b, tengah))]
    if b.realisasi is not None:
        isi = f"{b.rupa.simbol} Realisasi <b>{aman(b.realisasi_teks)}</b>"
        label.append(_tulisan(float(b.realisasi), 0.66, isi, **_jangkar(b, float(b.realisasi))))
    if b.lalu is not None:
        isi = f"○ tahun lalu {aman(b.lalu_teks)}"
        label.append(_tulisan(float(b.lalu), -1.06, isi, **_jangkar(b, float(b.lalu))))
    return [*label, *_label_pita(b)]


def _jangkar(b: BatangTarget, x: float) -> dict[str, str]:
    """Text near an end of the scale grows inwards."""
    letak = (x - float(b.kiri)) / float(b.kanan - b.kiri)
    if letak < 0.22:
        return {"xanchor": "left"}
    return {"xanchor": "right" if letak > 0.78 else "center"}


def _label_pita(b: BatangTarget) -> list[dict[str, Any]]:
    lebar = float(b.kanan - b.kiri)
    cukup = [p for p in b.pita if float(p.sampai - p.dari) / lebar >= LABEL_PITA]
    huruf = {"size": 12, "family": HURUF}
    return [
        _tulisan(float(p.dari), -0.32, f"{p.rupa.simbol} {aman(p.predikat)}", font=huruf, xanchor="left", yanchor="top")
        for p in cukup
    ]


# --- the years --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def grafik_deret(g: DeretGambar) -> go.Figure:
    """Draw realisasi over the years with the target of each, the end-of-plan target, and the trend carried on."""
    ada = [t for t in g.titik if t.nilai is not None]
    fig = go.Figure()
    if g.proyeksi and ada:
        fig.add_trace(_lanjutan(g, ada[-1]))
    fig.add_trace(_garis_realisasi(ada))
    fig.add_trace(_garis_target([t for t in g.titik if t.atas is not None]))
    if g.akhir:
        fig.add_trace(_target_akhir(g.akhir))
    fig.update_layout(tata_letak(300, margin={"l": 14, "r": 14, "t": 24, "b": 30}))
    tahun = [t.tahun for t in g.titik] + [u[0] for u in (g.akhir, g.proyeksi) if u]
    fig.update_layout(xaxis=_sumbu_tahun(tahun), yaxis=sumbu(visible=False, range=_rentang(g)))
    fig.update_layout(shapes=[_pita_kini(g.kini)], annotations=_label_deret(g, ada))
    return bekukan(fig)


def _garis_realisasi(ada: Sequence[TitikDeret]) -> go.Scatter:
    simbol = ["circle-open" if t.asal else "circle" for t in ada]
    return go.Scatter(
        x=[t.tahun for t in ada],
        y=[float(t.nilai or 0) for t in ada],
        mode="lines+markers",
        line={"color": UTAMA, "width": 3},
        marker={"size": 11, "color": UTAMA, "symbol": simbol, "line": {"width": 2}},
        hovertext=[_petunjuk(t) for t in ada],
        hoverinfo="text",
        cliponaxis=False,
    )


def _petunjuk(t: TitikDeret) -> str:
    asal = f" (menurut {t.asal})" if t.asal else ""
    target = f"<br>Target {aman(t.target_teks)}" if t.target_teks else ""
    return f"{t.tahun}: {aman(t.teks or 'tidak tersedia')}{aman(asal)}{target}"


def _garis_target(ada: Sequence[TitikDeret]) -> go.Scatter:
    """Each target as a dash at its height, or as a stretch where it is a range."""
    tengah = [(float(t.atas or 0) + float(t.bawah or 0)) / 2 for t in ada]
    setengah = [abs(float(t.atas or 0) - float(t.bawah or 0)) / 2 for t in ada]
    return go.Scatter(
        x=[t.tahun for t in ada],
        y=tengah,
        mode="markers",
        marker={
            "symbol": "line-ew",
            "size": 26,
            "line": {"color": GARIS, "width": [0 if s else 4 for s in setengah]},
        },
        error_y={
            "type": "data",
            "array": setengah,
            "visible": any(setengah),
            "color": GARIS,
            "thickness": 6,
            "width": 0,
        },
        hovertext=[_petunjuk(t) for t in ada],
        hoverinfo="text",
        cliponaxis=False,
    )


def _target_akhir(akhir: tuple[int, Any, str]) -> go.Scatter:
    return go.Scatter(
        x=[akhir[0]],
        y=[float(akhir[1])],
        mode="markers",
        marker={"symbol": "diamond-open", "size": 15, "color": GARIS, "line": {"width": 3}},
        hovertext=[f"Target akhir {akhir[0]}: {aman(akhir[2])}"],
        hoverinfo="text",
        cliponaxis=False,
    )


def _lanjutan(g: DeretGambar, kini: TitikDeret) -> go.Scatter:
    tahun, nilai, teks = g.proyeksi or (kini.tahun, kini.nilai, kini.teks)
    return go.Scatter(
        x=[kini.tahun, tahun],
        y=[float(kini.nilai or 0), float(nilai or 0)],
        mode="lines+markers",
        line={"color": "#4292C6", "width": 2, "dash": "dot"},
        marker={"size": [0, 8], "color": "#4292C6"},
        hovertext=["", f"Bila perubahan berlanjut {tahun}: {aman(teks)}"],
        hoverinfo="text",
        cliponaxis=False,
    )


def _sumbu_tahun(tahun: Sequence[int]) -> dict[str, Any]:
    semua = list(range(min(tahun), max(tahun) + 1))
    return sumbu(
        range=[semua[0] - 0.45, semua[-1] + 0.55],
        tickvals=semua,
        ticktext=[str(t) for t in semua],
        showgrid=False,
        tickfont={"size": 14},
    )


def _rentang(g: DeretGambar) -> list[float]:
    nilai = [float(a) for t in g.titik for a in (t.nilai, t.bawah, t.atas) if a is not None]
    nilai += [float(u[1]) for u in (g.akhir, g.proyeksi) if u]
    lebar = max(nilai) - min(nilai) or abs(max(nilai)) * 0.1 or 1.0
    return [min(nilai) - lebar * 0.36, max(nilai) + lebar * 0.32]


def _pita_kini(tahun: int) -> dict[str, Any]:
    letak = {"x0": tahun - 0.4, "x1": tahun + 0.4, "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "rect", **letak, "fillcolor": SOROT, "line": {"width": 0}, "layer": "below"}


def _label_deret(g: DeretGambar, ada: Sequence[TitikDeret]) -> list[dict[str, Any]]:
    """Name values at their points; a label goes to the side where its target is not."""
    berlabel = ada if len(ada) <= TITIK_BERLABEL else [ada[0], *ada[-3:]]
    label = [_label_titik(t) for t in berlabel]
    kini = next((t for t in g.titik if t.tahun == g.kini and t.atas is not None), None)
    terbaru = kini or next((t for t in reversed(g.titik) if t.atas is not None), None)
    if terbaru is not None:
        label.append(_label_sasaran(terbaru))
    if g.akhir:
        atas = not (g.proyeksi and g.proyeksi[1] > g.akhir[1])
        geser = 15 if atas else -15
        isi = f"target akhir<br><b>{aman(g.akhir[2])}</b>"
        label.append(_tulisan(g.akhir[0], float(g.akhir[1]), isi, yshift=geser, yanchor="bottom" if atas else "top"))
    if g.proyeksi and (not g.akhir or g.proyeksi[1] != g.akhir[1]):
        atas = bool(g.akhir and g.proyeksi[1] > g.akhir[1])
        isi = f"{aman(g.proyeksi[2])}<br>bila berlanjut"
        letak = {"yshift": 8 if atas else -8, "yanchor": "bottom" if atas else "top"}
        label.append(_tulisan(g.proyeksi[0], float(g.proyeksi[1]), isi, font={"size": 13, "family": HURUF}, **letak))
    return label


def _label_titik(t: TitikDeret) -> dict[str, Any]:
    nilai = float(t.nilai or 0)
    di_bawah = t.atas is not None and (float(t.atas) + float(t.bawah or t.atas)) / 2 >= nilai
    letak = {"yshift": -10 if di_bawah else 10, "yanchor": "top" if di_bawah else "bottom"}
    return _tulisan(t.tahun, nilai, f"<b>{aman(t.teks)}</b>", **letak)


def _label_sasaran(t: TitikDeret) -> dict[str, Any]:
    ujung = sorted((float(t.atas or 0), float(t.bawah or 0)))
    di_atas = t.nilai is None or sum(ujung) / 2 >= float(t.nilai)
    letak = {"yshift": 8 if di_atas else -8, "yanchor": "bottom" if di_atas else "top"}
    return _tulisan(
        t.tahun, ujung[di_atas], f"target {aman(t.target_teks)}", font={"size": 13, "family": HURUF}, **letak
    )


def alt_deret(g: DeretGambar) -> str:
    """Say in words what the years show."""
    isi = "; ".join(t.kata for t in g.titik)
    akhir = f"; target akhir {g.akhir[0]} {g.akhir[2]}" if g.akhir else ""
    lanjut = f"; bila perubahan berlanjut {g.proyeksi[2]} pada {g.proyeksi[0]}" if g.proyeksi else ""
    return f"{isi}{akhir}{lanjut}"


# --- its likes --------------------------------------------------------------------------------------------------------

_GAYA = {
    JenisWilayah.SENDIRI: (UTAMA, "circle", 15),
    JenisWilayah.PROVINSI: ("#D9730D", "square", 12),
    JenisWilayah.NASIONAL: ("#B35806", "square", 12),
    JenisWilayah.PEMBANDING: ("#6BAED6", "diamond", 12),
}


@lru_cache(maxsize=256)
def grafik_sebaya(titik: tuple[TitikSebaya, ...]) -> go.Figure:
    """Draw the likes as sorted dots, best on top: the own one has a band, references squares, neighbours diamonds."""
    gaya = [_GAYA.get(t.jenis, (LAIN, "circle", 11)) for t in titik]
    fig = go.Figure(
        go.Scatter(
            x=[float(t.nilai) for t in titik],
            y=list(range(len(titik))),
            mode="markers+text",
            text=[f"  {aman(t.teks)}" for t in titik],
            textposition="middle right",
            textfont={"size": 14},
            marker={"color": [g[0] for g in gaya], "symbol": [g[1] for g in gaya], "size": [g[2] for g in gaya]},
            hovertext=[f"<b>{aman(t.nama)}</b><br>{aman(t.teks)}" for t in titik],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    kiri = LEBAR_HURUF * max(len(_nama(t)) for t in titik) + 14
    kanan = LEBAR_HURUF * max(len(t.teks) for t in titik) + 28
    fig.update_layout(tata_letak(20 + TINGGI_BARIS * len(titik), margin={"l": kiri, "r": kanan, "t": 6, "b": 6}))
    fig.update_layout(xaxis=_sumbu_sebaya(titik), yaxis=_sumbu_nama(titik), shapes=_sorot(titik))
    return bekukan(fig)


def _nama(t: TitikSebaya) -> str:
    nomor = f"{t.peringkat}. " if t.peringkat else ""
    return f"{nomor}{shorten(t.nama, LEBAR_NAMA, placeholder='…')}"


def _sumbu_sebaya(titik: Sequence[TitikSebaya]) -> dict[str, Any]:
    nilai = [float(t.nilai) for t in titik]
    tepi = (max(nilai) - min(nilai)) * 0.06 or 1.0
    return sumbu(range=[min(nilai) - tepi, max(nilai) + tepi], showticklabels=False, showgrid=False, automargin=False)


def _sumbu_nama(titik: Sequence[TitikSebaya]) -> dict[str, Any]:
    nama = [f"<b>{aman(_nama(t))}</b>" if t.jenis is JenisWilayah.SENDIRI else aman(_nama(t)) for t in titik]
    letak = list(range(len(titik)))
    return sumbu(range=[len(titik) - 0.5, -0.5], tickvals=letak, ticktext=nama, griddash="dot", automargin=False)


def _sorot(titik: Sequence[TitikSebaya]) -> list[dict[str, Any]]:
    milik = [i for i, t in enumerate(titik) if t.jenis is JenisWilayah.SENDIRI]
    dasar = {
        "type": "rect",
        "x0": 0,
        "x1": 1,
        "xref": "paper",
        "fillcolor": SOROT,
        "line": {"width": 0},
        "layer": "below",
    }
    return [{**dasar, "y0": i - 0.5, "y1": i + 0.5} for i in milik]


def alt_sebaya(titik: Sequence[TitikSebaya]) -> str:
    """Say in words what the dots show, best first."""
    return "; ".join(f"{_nama(t)} {t.teks}" for t in titik)
