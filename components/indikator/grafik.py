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
def grafik_deret(deret: DeretGambar) -> go.Figure:
    """Draw realisasi over the years with the target of each, the end-of-plan target, and the trend carried on."""
    ada = [t for t in deret.titik if t.nilai is not None]
    fig = go.Figure()
    if deret.proyeksi and ada:
        fig.add_trace(_lanjutan(deret, ada[-1]))
    fig.add_trace(_garis_realisasi(ada))
    fig.add_trace(_garis_target([t for t in deret.titik if t.atas is not None]))
    if deret.akhir:
        akhir = deret.akhir
        target_akhir = go.Scatter(
            x=[akhir[0]],
            y=[float(akhir[1])],
            mode="markers",
            marker={"symbol": "diamond-open", "size": 15, "color": GARIS, "line": {"width": 3}},
            hovertext=[f"Target akhir {akhir[0]}: {aman(akhir[2])}"],
            hoverinfo="text",
            cliponaxis=False,
        )
        fig.add_trace(target_akhir)
    fig.update_layout(tata_letak(300, margin={"l": 14, "r": 14, "t": 24, "b": 30}))
    tahun = [t.tahun for t in deret.titik] + [u[0] for u in (deret.akhir, deret.proyeksi) if u]
    nilai = [float(a) for t in deret.titik for a in (t.nilai, t.bawah, t.atas) if a is not None]
    nilai += [float(u[1]) for u in (deret.akhir, deret.proyeksi) if u]
    lebar = max(nilai) - min(nilai) or abs(max(nilai)) * 0.1 or 1.0
    rentang = [min(nilai) - lebar * 0.36, max(nilai) + lebar * 0.32]
    semua = list(range(min(tahun), max(tahun) + 1))
    sumbu_tahun = sumbu(
        range=[semua[0] - 0.45, semua[-1] + 0.55],
        tickvals=semua,
        ticktext=[str(t) for t in semua],
        showgrid=False,
        tickfont={"size": 14},
    )
    fig.update_layout(xaxis=sumbu_tahun, yaxis=sumbu(visible=False, range=rentang))
    letak = {"x0": deret.kini - 0.4, "x1": deret.kini + 0.4, "y0": 0, "y1": 1, "yref": "paper"}
    pita_kini = {"type": "rect", **letak, "fillcolor": SOROT, "line": {"width": 0}, "layer": "below"}
    fig.update_layout(shapes=[pita_kini], annotations=_label_deret(deret, ada))
    return bekukan(fig)


def _y(titik: TitikDeret) -> float:
    return float(pasti(titik.nilai, "realisasi"))


def _ujung_target(titik: TitikDeret) -> tuple[float, float]:
    """The lower and the upper end of a target; both are it where it is no range."""
    bawah, atas = sorted((float(pasti(titik.bawah, "target")), float(pasti(titik.atas, "target"))))
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


def _petunjuk(titik: TitikDeret) -> str:
    asal = f" (menurut {titik.asal})" if titik.asal else ""
    target = f"<br>Target {aman(titik.target_teks)}" if titik.target_teks else ""
    return f"{titik.tahun}: {aman(titik.teks or 'tidak tersedia')}{aman(asal)}{target}"


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


def _lanjutan(deret: DeretGambar, kini: TitikDeret) -> go.Scatter:
    tahun, nilai, teks = deret.proyeksi or (kini.tahun, pasti(kini.nilai, "realisasi"), kini.teks)
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


def _label_deret(deret: DeretGambar, ada: Sequence[TitikDeret]) -> list[dict[str, Any]]:
    """Name values at their points; a label goes to the side where its target is not."""
    berlabel = ada if len(ada) <= TITIK_BERLABEL else [ada[0], *ada[-3:]]
    label = [_label_titik(t) for t in berlabel]
    kini = next((t for t in deret.titik if t.tahun == deret.kini and t.atas is not None), None)
    terbaru = kini or next((t for t in reversed(deret.titik) if t.atas is not None), None)
    kecil = {"size": 13, "family": HURUF}
    if terbaru is not None:
        ujung = _ujung_target(terbaru)
        atas = terbaru.nilai is None or sum(ujung) / 2 >= float(terbaru.nilai)
        letak = {"yshift": 8 if atas else -8, "yanchor": "bottom" if atas else "top"}
        isi = f"target {aman(terbaru.target_label)}"
        label.append(_tulisan(terbaru.tahun, ujung[atas], isi, font=kecil, **letak))
    if deret.akhir:
        atas = not (deret.proyeksi and deret.proyeksi[1] > deret.akhir[1])
        geser = 15 if atas else -15
        isi = f"target akhir<br><b>{aman(deret.akhir[2])}</b>"
        label.append(
            _tulisan(deret.akhir[0], float(deret.akhir[1]), isi, yshift=geser, yanchor="bottom" if atas else "top")
        )
    if deret.proyeksi and (not deret.akhir or deret.proyeksi[1] != deret.akhir[1]):
        atas = bool(deret.akhir and deret.proyeksi[1] > deret.akhir[1])
        isi = f"{aman(deret.proyeksi[2])}<br>bila berlanjut"
        letak = {"yshift": 8 if atas else -8, "yanchor": "bottom" if atas else "top"}
        label.append(_tulisan(deret.proyeksi[0], float(deret.proyeksi[1]), isi, font=kecil, **letak))
    return label


def _label_titik(titik: TitikDeret) -> dict[str, Any]:
    nilai = _y(titik)
    di_bawah = titik.atas is not None and sum(_ujung_target(titik)) / 2 >= nilai
    letak = {"yshift": -10 if di_bawah else 10, "yanchor": "top" if di_bawah else "bottom"}
    return _tulisan(titik.tahun, nilai, f"<b>{aman(titik.label)}</b>", **letak)


def alt_deret(deret: DeretGambar) -> str:
    """Say in words what the years show."""
    isi = "; ".join(t.kata for t in deret.titik)
    akhir = f"; target akhir {deret.akhir[0]} {deret.akhir[2]}" if deret.akhir else ""
    lanjut = f"; bila perubahan berlanjut {deret.proyeksi[2]} pada {deret.proyeksi[0]}" if deret.proyeksi else ""
    return f"{isi}{akhir}{lanjut}"
