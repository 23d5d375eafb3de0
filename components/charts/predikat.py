"""Figures of values on their own scale: AKIP over the years, IKM of every unit by kind."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from components.charts.capaian import aman
from components.tema import ABU, HURUF, sumbu, tata_letak
from kinerja.angka import format_angka
from kinerja.rupa import rupa_pita
from kinerja.skala import Skala
from kinerja.skala_nilai import BarisNilai, BarisUnit, NilaiSkala, PeringkatIkm, kelompok_unit

TINGGI = 420
BENTUK = {
    "▲▲": "star-triangle-up",
    "▲": "triangle-up",
    "●": "circle",
    "▼": "triangle-down",
    "▼▼": "star-triangle-down",
}
"""The marker of each symbol of the palette: a grade is told by form and place too, not by colour alone."""
GARIS_PITA = {"color": ABU, "width": 1, "dash": "dot"}
KERAPATAN = 0.9
"""Dots closer than this on the scale are drawn above one another."""
UNDAK = 0.17
TINGKAT = (0, -1, 1, -2, 2)


@lru_cache(maxsize=128)
def grafik_akip(baris: BarisNilai, pembanding: BarisNilai | None, skala: Skala) -> go.Figure:
    """Draw the history of one AKIP over the bands of its scale, the regency's beside it in grey."""
    fig = go.Figure()
    if pembanding is not None:
        fig.add_trace(_garis_pembanding(pembanding))
    fig.add_trace(_garis_akip(baris, skala))
    fig.add_trace(_target(baris))
    semua = [*_titik(baris), *(_titik(pembanding) if pembanding else [])]
    angka = [float(a) for n in semua for a in (n.angka, n.target) if a is not None]
    tahun = sorted({n.tahun for n in semua})
    fig.update_layout(tata_letak(TINGGI, margin={"l": 8, "r": 16, "t": 16, "b": 32}))
    fig.update_layout(xaxis=_sumbu_tahun(tahun), yaxis=sumbu(visible=False, range=_rentang(angka)))
    for garis, tulisan in _pita_datar(skala, _rentang(angka)):
        fig.add_shape(garis)
        fig.add_annotation(tulisan)
    return fig


def _titik(baris: BarisNilai) -> list[NilaiSkala]:
    return [n for n in baris.sel if n is not None and n.angka is not None]


def _garis_akip(baris: BarisNilai, skala: Skala) -> go.Scatter:
    titik = _titik(baris)
    return go.Scatter(
        x=[n.tahun for n in titik],
        y=[float(n.angka or 0) for n in titik],
        mode="lines+markers+text",
        line={"color": "#4292C6", "width": 3},
        marker={
            "size": 13,
            "color": [n.rupa.warna for n in titik],
            "symbol": [BENTUK.get(n.rupa.simbol, "circle") for n in titik],
            "line": {"width": 1, "color": "#FFFFFF"},
        },
        text=[f"<b>{aman(n.predikat)}</b> {n.nilai}" for n in titik],
        textposition="top center",
        textfont={"size": 14},
        cliponaxis=False,
        hovertext=[f"{aman(baris.nama)}<br>{aman(n.arti)}" for n in titik],
        hoverinfo="text",
    )


def _garis_pembanding(baris: BarisNilai) -> go.Scatter:
    titik = _titik(baris)
    return go.Scatter(
        x=[n.tahun for n in titik],
        y=[float(n.angka or 0) for n in titik],
        mode="lines+markers+text",
        line={"color": "#8C8C8C", "width": 2},
        marker={"size": 7, "color": "#8C8C8C"},
        text=[*[""] * (len(titik) - 1), f"{aman(baris.nama)} {titik[-1].nilai}"] if titik else [],
        textposition="bottom left",
        textfont={"size": 13},
        cliponaxis=False,
        hovertext=[f"{aman(baris.nama)}<br>{aman(n.arti)}" for n in titik],
        hoverinfo="text",
    )


def _target(baris: BarisNilai) -> go.Scatter:
    ada = [n for n in _titik(baris) if n.target is not None]
    return go.Scatter(
        x=[n.tahun for n in ada],
        y=[float(n.target or 0) for n in ada],
        mode="markers+text",
        marker={"symbol": "line-ew-open", "size": 22, "line": {"width": 3}, "color": "#8C8C8C"},
        text=[*[""] * (len(ada) - 1), f"target {format_angka(ada[-1].target)}"] if ada and ada[-1].target else [],
        textposition="bottom center",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _sumbu_tahun(tahun: Sequence[int]) -> dict[str, Any]:
    ujung = [tahun[0] - 0.6, tahun[-1] + 0.6] if tahun else None
    return sumbu(tickvals=list(tahun), ticktext=[str(t) for t in tahun], range=ujung, showgrid=False)


def _rentang(angka: Sequence[float]) -> tuple[float, float]:
    if not angka:
        return 0.0, 100.0
    jarak = max(max(angka) - min(angka), 8.0)
    return min(angka) - jarak * 0.25, max(angka) + jarak * 0.25


def _pita_datar(skala: Skala, rentang: tuple[float, float]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """A line at every lower bound in sight, with the grade that begins there."""
    for pita in skala.pita:
        batas = None if pita.bawah is None else float(pita.bawah)
        if batas is None or not rentang[0] < batas < rentang[1]:
            continue
        kata = f"{rupa_pita(skala, pita).simbol} {aman(pita.predikat)}"
        tulisan = {"x": 0, "xref": "paper", "xanchor": "left", "y": batas, "yanchor": "bottom", "text": kata}
        garis = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": batas, "y1": batas, "line": GARIS_PITA}
        yield garis, {**tulisan, "showarrow": False, "font": {"size": 13, "family": HURUF}, "opacity": 0.75}


@lru_cache(maxsize=128)
def grafik_ikm(ikm: PeringkatIkm, kode_opd: str) -> go.Figure:
    """Draw every unit as a dot on the scale of IKM, one row a kind of unit; the lowest of each row is named."""
    kelompok = kelompok_unit(ikm)
    fig = go.Figure()
    for nomor, nama in enumerate(kelompok):
        unit = [u for u in ikm.unit if u.kelompok == nama]
        fig.add_trace(_titik_unit(unit, nomor, kode_opd))
    angka = [_x(u) for u in ikm.unit] or [0.0, 100.0]
    kiri = min(angka) - max(max(angka) - min(angka), 10.0) * 0.3
    fig.update_layout(tata_letak(TINGGI, margin={"l": 8, "r": 16, "t": 32, "b": 8}))
    fig.update_layout(
        xaxis=sumbu(range=[kiri, max(angka) + 2], showgrid=False, showticklabels=False),
        yaxis=sumbu(range=[len(kelompok) - 0.45, -0.75], showticklabels=False, showgrid=False),
        annotations=[*_nama_kelompok(kelompok, kiri), *_nama_unit(ikm, kelompok, kode_opd)],
    )
    _pita_tegak(fig, ikm.skala, kiri)
    return fig


def _x(unit: BarisUnit) -> float:
    return float(unit.nilai.angka or 0) if unit.nilai else 0.0


def _titik_unit(unit: Sequence[BarisUnit], nomor: int, kode_opd: str) -> go.Scatter:
    nilai = [u.nilai for u in unit if u.nilai]
    return go.Scatter(
        x=[_x(u) for u in unit],
        y=[nomor + geser for geser in _susun([_x(u) for u in unit])],
        mode="markers",
        marker={
            "size": [18 if u.kode_opd == kode_opd else 12 for u in unit],
            "color": [n.rupa.warna for n in nilai],
            "symbol": [BENTUK.get(n.rupa.simbol, "circle") for n in nilai],
            "line": {"width": 1, "color": "#FFFFFF"},
        },
        cliponaxis=False,
        hovertext=[_petunjuk(u) for u in unit],
        hoverinfo="text",
    )


def _petunjuk(u: BarisUnit) -> str:
    responden = f"<br>{u.responden} responden" if u.responden else ""
    return f"<b>{aman(u.nama)}</b><br>Peringkat {u.peringkat}: {aman(u.nilai.teks if u.nilai else '')}{responden}"


def _susun(x: Sequence[float]) -> list[float]:
    """Move dots that would hide one another up or down, always the same way."""
    terisi: dict[int, list[float]] = {t: [] for t in TINGKAT}
    hasil = []
    for a in x:
        bebas = (t for t in TINGKAT if all(abs(a - b) >= KERAPATAN for b in terisi[t]))
        tingkat = next(bebas, TINGKAT[-1])
        terisi[tingkat].append(a)
        hasil.append(tingkat * UNDAK)
    return hasil


def _nama_kelompok(kelompok: Sequence[str], kiri: float) -> Iterator[dict[str, Any]]:
    for nomor, nama in enumerate(kelompok):
        yield _tulisan(kiri, nomor, f"<b>{aman(nama)}</b>", "left")


def _nama_unit(ikm: PeringkatIkm, kelompok: Sequence[str], kode_opd: str) -> Iterator[dict[str, Any]]:
    """The lowest of each kind to its left, and the chosen unit above its dot."""
    for nomor, nama in enumerate(kelompok):
        unit = [u for u in ikm.unit if u.kelompok == nama]
        geser = dict(zip((u.kode_opd for u in unit), _susun([_x(u) for u in unit]), strict=True))
        rendah = unit[-1]
        yield _tulisan(_x(rendah), nomor + geser[rendah.kode_opd], _label(rendah), "right", xshift=-9)
        for u in unit:
            if u.kode_opd == kode_opd and u is not rendah:
                yield _tulisan(_x(u), nomor + geser[kode_opd], f"<b>{_label(u)}</b>", "center", yshift=18)


def _label(u: BarisUnit) -> str:
    return f"{aman(u.nama)} {u.nilai.nilai if u.nilai else ''}"


def _tulisan(x: float, y: float, teks: str, jangkar: str, **tambahan: Any) -> dict[str, Any]:
    gaya = {"showarrow": False, "font": {"size": 13, "family": HURUF}}
    return {"x": x, "y": y, "text": teks, "xanchor": jangkar, **gaya, **tambahan}


def _pita_tegak(fig: go.Figure, skala: Skala | None, kiri: float) -> None:
    for pita in skala.pita if skala else ():
        if pita.bawah is None or float(pita.bawah) <= kiri or skala is None:
            continue
        kata = f"{rupa_pita(skala, pita).simbol} {aman(pita.predikat)} ≥ {format_angka(pita.bawah)}"
        fig.add_vline(float(pita.bawah), line=GARIS_PITA)
        tulisan = {"x": float(pita.bawah), "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "left"}
        fig.add_annotation(text=kata, showarrow=False, font={"size": 13, "family": HURUF}, **tulisan)
