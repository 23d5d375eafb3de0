"""Figures of values on their own scale: AKIP over the years, IKM of every unit by kind."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any

import plotly.graph_objects as go

from components.dasar.teks import aman
from components.dasar.tema import ABU, HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_angka
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala
from kinerja.sajian.rupa import rupa_pita
from kinerja.sajian.warna import BIRU, KELABU, PUTIH
from kinerja.telaah.capaian.skala_nilai import BarisNilai, BarisUnit, NilaiSkala, PeringkatIkm, kelompok_unit

TINGGI = 420
BENTUK = {"●": "circle", "▼": "triangle-down", "▼▼": "triangle-down"}
"""The marker of each symbol, else triangle-up; the line a dot has passed tells its grade without colour."""
GARIS_PITA = {"color": ABU, "width": 1, "dash": "dot"}
KERAPATAN = 0.9
"""Dots closer than this on the scale are drawn above one another."""
UNDAK = 0.17
TINGKAT = (0, -1, 1, -2, 2)


@lru_cache(maxsize=128)
def grafik_akip(baris: BarisNilai, pembanding: BarisNilai | None, skala: Skala) -> go.Figure:
    """Draw the history of one AKIP over the bands of its scale, the regency's beside it in grey."""
    titik = _titik(baris)
    sejalan = _titik_sejalan(pembanding, titik) if pembanding else []
    ada = [n for n in titik if n.target is not None]
    target = go.Scatter(
        x=[n.tahun for n in ada],
        y=[float(pasti(n.target, "target")) for n in ada],
        mode="markers+text",
        marker={"symbol": "line-ew-open", "size": 22, "line": {"width": 3}, "color": KELABU},
        text=[*[""] * (len(ada) - 1), f"target {format_angka(ada[-1].target)}"] if ada and ada[-1].target else [],
        textposition="top center" if ada and float(pasti(ada[-1].target, "target")) >= _y(ada[-1]) else "bottom center",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )
    garis = [_garis_akip(baris.nama, titik), target]
    if pembanding and sejalan:
        garis.insert(0, _garis_pembanding(pembanding.nama, sejalan))
    semua = [*titik, *sejalan]
    angka = [float(a) for n in semua for a in (n.angka, n.target) if a is not None]
    rentang = (0.0, 100.0)
    if angka:
        jarak = max(max(angka) - min(angka), 8.0)
        rentang = (min(angka) - jarak * 0.25, max(angka) + jarak * 0.25)
    tahun = sorted({n.tahun for n in semua})
    ujung = [tahun[0] - 0.6, tahun[-1] + 0.95] if tahun else None
    sumbu_tahun = sumbu(tickvals=list(tahun), ticktext=[str(t) for t in tahun], range=ujung, showgrid=False)
    batas = _batas(skala, *rentang)
    tata = tata_letak(
        TINGGI,
        margin={"l": 8, "r": 16, "t": 16, "b": 32},
        xaxis=sumbu_tahun,
        yaxis=sumbu(visible=False, range=rentang),
        shapes=[
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": GARIS_PITA} for y, _ in batas
        ],
        annotations=[_tulisan(0, y, kata, "left", xref="paper", yanchor="bottom", opacity=0.75) for y, kata in batas],
    )
    return go.Figure(garis, tata)


def _titik(baris: BarisNilai) -> list[NilaiSkala]:
    return [n for n in baris.sel if n is not None and n.angka is not None]


def _y(nilai: NilaiSkala) -> float:
    return float(pasti(nilai.angka, "nilai"))


def _titik_sejalan(pembanding: BarisNilai, titik: Sequence[NilaiSkala]) -> list[NilaiSkala]:
    """The other's points in the same span of years, so that an old low does not flatten both lines."""
    tahun = [n.tahun for n in titik]
    return [n for n in _titik(pembanding) if tahun and tahun[0] <= n.tahun <= tahun[-1]]


def _garis_akip(nama: str, titik: Sequence[NilaiSkala]) -> go.Scatter:
    # A label keeps off the target of its year, else off the line that leaves its point.
    letak = []
    for kini, lanjut in zip_longest(titik, titik[1:]):
        naik = lanjut is not None and _y(lanjut) >= _y(kini)
        bawah = naik if kini.target is None else float(kini.target) > _y(kini)
        letak.append(f"{'bottom' if bawah else 'top'} {'right' if lanjut is None or bawah == naik else 'left'}")
    return go.Scatter(
        x=[n.tahun for n in titik],
        y=[_y(n) for n in titik],
        mode="lines+markers+text",
        line={"color": BIRU, "width": 3},
        marker={
            "size": 13,
            "color": [n.rupa.warna for n in titik],
            "symbol": [BENTUK.get(n.rupa.simbol, "triangle-up") for n in titik],
            "line": {"width": 1, "color": PUTIH},
        },
        text=[f"<b>{aman(n.predikat)}</b><br>{n.nilai}" for n in titik],
        textposition=letak,
        textfont={"size": 14},
        cliponaxis=False,
        hovertext=[f"{aman(nama)}<br>{aman(n.arti)}" for n in titik],
        hoverinfo="text",
    )


def _garis_pembanding(nama: str, titik: Sequence[NilaiSkala]) -> go.Scatter:
    return go.Scatter(
        x=[n.tahun for n in titik],
        y=[_y(n) for n in titik],
        mode="lines+markers+text",
        line={"color": KELABU, "width": 2},
        marker={"size": 7, "color": KELABU},
        text=[*[""] * (len(titik) - 1), f"{aman(nama)} {titik[-1].nilai}"] if titik else [],
        textposition="top left" if len(titik) > 1 and _y(titik[-1]) >= _y(titik[-2]) else "bottom left",
        textfont={"size": 13},
        cliponaxis=False,
        hovertext=[f"{aman(nama)}<br>{aman(n.arti)}" for n in titik],
        hoverinfo="text",
    )


def _batas(skala: Skala, bawah: float, atas: float) -> list[tuple[float, str]]:
    """Lower bounds in sight, each with symbol and grade that begin there."""
    return [
        (float(p.bawah), f"{rupa_pita(skala, p).simbol} {aman(p.predikat)}")
        for p in skala.pita
        if p.bawah is not None and bawah < p.bawah < atas
    ]


@lru_cache(maxsize=128)
def grafik_ikm(ikm: PeringkatIkm, kode_opd: str) -> go.Figure:
    """Draw every unit as a dot on the scale of IKM, one row a kind of unit; the lowest of each row is named."""
    kelompok = kelompok_unit(ikm)
    titik = [_titik_unit([u for u in ikm.unit if u.kelompok == k], n, kode_opd) for n, k in enumerate(kelompok)]
    angka = [_x(u) for u in ikm.unit] or [0.0, 100.0]
    kiri, kanan = min(angka) - max(max(angka) - min(angka), 10.0) * 0.3, max(angka) + 2
    batas = _batas(ikm.skala, kiri, kanan) if ikm.skala else []
    tata = tata_letak(
        TINGGI,
        margin={"l": 8, "r": 16, "t": 32, "b": 8},
        xaxis=sumbu(range=[kiri, kanan], showgrid=False, showticklabels=False),
        yaxis=sumbu(range=[len(kelompok) - 0.45, -0.75], showticklabels=False, showgrid=False),
        shapes=[
            {"type": "line", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": GARIS_PITA} for x, _ in batas
        ],
        annotations=[
            *_nama_kelompok(ikm, kelompok, kode_opd, kiri),
            *_nama_terendah(ikm, kelompok),
            *(
                _tulisan(x, 1, f"{kata} ≥ {format_angka(x, 2)}", "left", yref="paper", yanchor="bottom")
                for x, kata in batas
            ),
        ],
    )
    return go.Figure(titik, tata)


def _x(unit: BarisUnit) -> float:
    return _y(pasti(unit.nilai, "nilai unit"))


def _titik_unit(unit: Sequence[BarisUnit], nomor: int, kode_opd: str) -> go.Scatter:
    nilai = [u.nilai for u in unit if u.nilai]
    return go.Scatter(
        x=[_x(u) for u in unit],
        y=[nomor + geser for geser in _susun([_x(u) for u in unit])],
        mode="markers",
        marker={
            "size": [20 if u.kode_opd == kode_opd else 12 for u in unit],
            "color": [n.rupa.warna for n in nilai],
            "symbol": [BENTUK.get(n.rupa.simbol, "triangle-up") for n in nilai],
            "opacity": 1,
            "line": {"width": [2 if u.kode_opd == kode_opd else 1 for u in unit], "color": PUTIH},
        },
        cliponaxis=False,
        hovertext=[_petunjuk(u) for u in unit],
        hoverinfo="text",
    )


def _petunjuk(baris: BarisUnit) -> str:
    responden = f"<br>{baris.responden} responden" if baris.responden else ""
    return (
        f"<b>{aman(baris.nama)}</b><br>Peringkat {baris.peringkat}: "
        f"{aman(baris.nilai.teks if baris.nilai else '')}{responden}"
    )


def _susun(x: Sequence[float]) -> list[float]:
    """Move dots that would hide one another up or down, always the same way."""
    terisi: dict[int, list[float]] = {t: [] for t in TINGKAT}
    hasil: list[float] = []
    for a in reversed(x):  # the lowest stays on its row, where its name stands
        bebas = (t for t in TINGKAT if all(abs(a - b) >= KERAPATAN for b in terisi[t]))
        tingkat = next(bebas, TINGKAT[-1])
        terisi[tingkat].append(a)
        hasil.append(tingkat * UNDAK)
    return hasil[::-1]


def _nama_kelompok(ikm: PeringkatIkm, kelompok: Sequence[str], kode_opd: str, kiri: float) -> Iterator[dict[str, Any]]:
    """The kind of unit above its row, with the chosen unit: beside its dot it would hide others."""
    pilihan = next((u for u in ikm.unit if u.kode_opd == kode_opd), None)
    for nomor, nama in enumerate(kelompok):
        tambah = f" · {_label(pilihan)}" if pilihan and pilihan.kelompok == nama else ""
        yield _tulisan(kiri, nomor - 0.4, f"<b>{aman(nama)}{tambah}</b>", "left")


def _nama_terendah(ikm: PeringkatIkm, kelompok: Sequence[str]) -> Iterator[dict[str, Any]]:
    for nomor, nama in enumerate(kelompok):
        unit = [u for u in ikm.unit if u.kelompok == nama]
        yield _tulisan(_x(unit[-1]), nomor, _label(unit[-1]), "right", xshift=-9)


def _label(baris: BarisUnit) -> str:
    return f"{aman(baris.nama)} {baris.nilai.nilai if baris.nilai else ''}"


def _tulisan(x: float, y: float, teks: str, jangkar: str, **tambahan: Any) -> dict[str, Any]:
    gaya = {"showarrow": False, "font": {"size": 13, "family": HURUF}}
    return {"x": x, "y": y, "text": teks, "xanchor": jangkar, **gaya, **tambahan}
