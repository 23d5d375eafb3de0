"""Figure of one indicator: its years, with the target of each and the way to the plan's end."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from components.dasar.beku import bekukan
from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.pasti import pasti
from kinerja.sajian.warna import BIRU, BIRU_SEDANG, KELABU_SEDANG, tembus
from kinerja.telaah.indikator.gambar import DeretGambar, TitikDeret

UTAMA = BIRU_SEDANG
"""Seen on white and on dark alike."""
GARIS = tembus(KELABU_SEDANG, 0.95)
SOROT = tembus(BIRU, 0.16)
TITIK_BERLABEL = 8
"""More years than this are labelled at their ends only."""


def _tulisan(x: float | int, y: float, teks: str, **lain: Any) -> dict[str, Any]:
    huruf = {"size": 15, "family": HURUF}
    return {"x": x, "y": y, "text": teks, "showarrow": False, "font": huruf, **lain}


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


def _y(t: TitikDeret) -> float:
    return float(pasti(t.nilai, "realisasi"))


def _ujung_target(t: TitikDeret) -> tuple[float, float]:
    """The lower and the upper end of a target; both are it where it is no range."""
    bawah, atas = sorted((float(pasti(t.bawah, "target")), float(pasti(t.atas, "target"))))
    return bawah, atas


def _garis_realisasi(ada: Sequence[TitikDeret]) -> go.Scatter:
    simbol = ["circle-open" if t.asal else "circle" for t in ada]
    return go.Scatter(
        x=[t.tahun for t in ada],
        y=[_y(t) for t in ada],
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
    ujung = [_ujung_target(t) for t in ada]
    tengah = [(atas + bawah) / 2 for bawah, atas in ujung]
    setengah = [(atas - bawah) / 2 for bawah, atas in ujung]
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
    tahun, nilai, teks = g.proyeksi or (kini.tahun, pasti(kini.nilai, "realisasi"), kini.teks)
    return go.Scatter(
        x=[kini.tahun, tahun],
        y=[_y(kini), float(nilai)],
        mode="lines+markers",
        line={"color": BIRU, "width": 2, "dash": "dot"},
        marker={"size": [0, 8], "color": BIRU},
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
    nilai = _y(t)
    di_bawah = t.atas is not None and sum(_ujung_target(t)) / 2 >= nilai
    letak = {"yshift": -10 if di_bawah else 10, "yanchor": "top" if di_bawah else "bottom"}
    return _tulisan(t.tahun, nilai, f"<b>{aman(t.label)}</b>", **letak)


def _label_sasaran(t: TitikDeret) -> dict[str, Any]:
    ujung = _ujung_target(t)
    di_atas = t.nilai is None or sum(ujung) / 2 >= float(t.nilai)
    letak = {"yshift": 8 if di_atas else -8, "yanchor": "bottom" if di_atas else "top"}
    return _tulisan(
        t.tahun, ujung[di_atas], f"target {aman(t.target_label)}", font={"size": 13, "family": HURUF}, **letak
    )


def alt_deret(g: DeretGambar) -> str:
    """Say in words what the years show."""
    isi = "; ".join(t.kata for t in g.titik)
    akhir = f"; target akhir {g.akhir[0]} {g.akhir[2]}" if g.akhir else ""
    lanjut = f"; bila perubahan berlanjut {g.proyeksi[2]} pada {g.proyeksi[0]}" if g.proyeksi else ""
    return f"{isi}{akhir}{lanjut}"
