"""Figures of the budget: pagu with its realisasi, APBD of two years, capaian against serapan as a quadrant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.charts.capaian import aman
from components.tema import HURUF, sumbu, tata_letak
from kinerja.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.apbd import LajurApbd
from kinerja.efisiensi import BarisEfisiensi, Kuadran, TabelEfisiensi, teks_poin
from kinerja.rincian_anggaran import BarisUang
from kinerja.rupa import LAIN, SENDIRI

LEBAR_NAMA = 46
BARIS_NAMA = 2
TINGGI_BARIS = 68
RUANG_LABEL = 0.34
"""Room right of the longest bar for its figure, as a part of that bar; enough at phone width."""
GARIS = "rgba(128,128,128,0.95)"


@lru_cache(maxsize=256)
def grafik_uang(baris: tuple[BarisUang, ...]) -> go.Figure:
    """Draw pagu as a light bar and realisasi as a dark one in it; the figure is serapan, or pagu where that is all.

    Each bar carries the address that opens it as customdata.
    """
    letak = list(range(len(baris)))
    dasar = {"y": letak, "orientation": "h", "hoverinfo": "text", "hovertext": [_petunjuk_uang(b) for b in baris]}
    dasar |= {"customdata": [[b.jalur] for b in baris], "cliponaxis": False, **_TETAP}
    fig = go.Figure()
    fig.add_bar(
        x=[float(b.jumlah.pagu or 0) for b in baris],
        width=0.34,
        marker={"color": [LAIN if b.jumlah.realisasi is not None else SENDIRI for b in baris]},
        text=[_label_uang(b) for b in baris],
        textposition="outside",
        textfont={"size": 15},
        **dasar,
    )
    terserap = [None if b.jumlah.realisasi is None else float(b.jumlah.realisasi) for b in baris]
    fig.add_bar(x=terserap, width=0.2, marker={"color": SENDIRI}, **dasar)
    batas = max((float(b.jumlah.pagu or 0) for b in baris), default=0) or 1
    fig.update_layout(
        tata_letak(20 + TINGGI_BARIS * len(baris), barmode="overlay", margin=_TEPI, clickmode="event+select")
    )
    fig.update_layout(xaxis=sumbu(range=[0, batas * (1 + RUANG_LABEL)], visible=False), yaxis=_sumbu_baris(len(baris)))
    fig.update_layout(annotations=[_nama(b.nama, i) for i, b in enumerate(baris)])
    return fig


_TEPI = {"l": 4, "r": 4, "t": 4, "b": 4}
# A chosen bar opens its level; the others must not fade meanwhile.
_TETAP: dict[str, Any] = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _label_uang(b: BarisUang) -> str:
    if b.jumlah.serapan is not None:
        return format_persen(b.jumlah.serapan)
    return format_rupiah_ringkas(b.jumlah.pagu)


def _petunjuk_uang(b: BarisUang) -> str:
    isi = [f"<b>{aman('<br>'.join(wrap(b.nama, LEBAR_NAMA))).replace('&lt;br&gt;', '<br>')}</b>"]
    isi.append(f"Pagu {format_rupiah(b.jumlah.pagu)}")
    if b.jumlah.realisasi is not None:
        isi.append(f"Realisasi {format_rupiah(b.jumlah.realisasi)}, sisa {format_rupiah(b.jumlah.sisa)}")
    if b.bagian is not None:
        isi.append(f"{format_persen(b.bagian)} dari pagu di sini")
    return "<br>".join(isi)


def _sumbu_baris(jumlah: int) -> dict[str, Any]:
    return sumbu(range=[jumlah - 0.6, -0.85], showticklabels=False, showgrid=False)


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


@dataclass(frozen=True, slots=True)
class _Deret:
    """One series of APBD: what its label says before the money, its colour, its place within the group."""

    kata: str
    warna: str
    geser: float


@lru_cache(maxsize=128)
def grafik_apbd(baris: tuple[LajurApbd, ...], tahun: int) -> go.Figure:
    """Draw anggaran and realisasi of a year, and realisasi of the year before, with the money beside each bar."""
    pasangan = (
        (_Deret("Anggaran", LAIN, -0.2), [b.anggaran for b in baris]),
        (_Deret(f"Realisasi {tahun}", SENDIRI, 0.02), [b.realisasi for b in baris]),
        (_Deret(f"Realisasi {tahun - 1}", "#4292C6", 0.24), [b.lalu for b in baris]),
    )
    ada = [(d, nilai) for d, nilai in pasangan if any(n is not None for n in nilai)]
    fig = go.Figure()
    for deret, nilai in ada:
        fig.add_bar(
            x=[None if n is None else float(n) for n in nilai],
            y=[i + deret.geser for i in range(len(baris))],
            orientation="h",
            width=0.19,
            marker={"color": deret.warna},
            text=["" if n is None else f"{deret.kata} {format_rupiah_ringkas(n)}" for n in nilai],
            textposition="outside",
            textfont={"size": 13},
            cliponaxis=False,
            hovertext=[f"{aman(b.nama)}<br>{deret.kata} {format_rupiah(n)}" for b, n in zip(baris, nilai, strict=True)],
            hoverinfo="text",
        )
    angka = [float(n) for _, nilai in ada for n in nilai if n is not None]
    fig.update_layout(tata_letak(16 + 96 * len(baris), barmode="overlay", margin=_TEPI))
    fig.update_layout(xaxis=sumbu(range=_rentang_uang(angka), visible=False), yaxis=_sumbu_kelompok(len(baris)))
    fig.update_layout(annotations=[_nama(b.nama, i, 0.31) for i, b in enumerate(baris)])
    if min(angka, default=0) < 0:
        fig.add_vline(0, line={"color": GARIS, "width": 1})
    return fig


def _sumbu_kelompok(jumlah: int) -> dict[str, Any]:
    return sumbu(range=[jumlah - 0.6, -0.62], showticklabels=False, showgrid=False)


def _rentang_uang(angka: Sequence[float]) -> list[float]:
    """Leave room for the words beside the bars, on both sides where some are negative."""
    atas, bawah = max(*angka, 0.0, 0.0), min(*angka, 0.0, 0.0)
    lebar = (atas - bawah) or 1.0
    return [bawah - (0.75 * lebar if bawah < 0 else 0), atas + 0.75 * lebar]


TINGGI_KUADRAN = 500
LEBAR_TERSEMPIT = 300
"""Width of the plot on a phone: labels that do not meet there do not meet on any wider screen."""
TINGGI_HURUF, LEBAR_HURUF, JARAK = 17, 8.2, 12
_BENTUK = {
    Kuadran.HEMAT: "diamond",
    Kuadran.SEJALAN: "circle",
    Kuadran.TERTAHAN: "square",
    Kuadran.DITINJAU: "cross",
}


@lru_cache(maxsize=128)
def grafik_kuadran(tabel: TabelEfisiensi) -> go.Figure:
    """Draw serapan across and capaian upwards; every point carries its label, moved aside where two would meet."""
    titik = tabel.titik
    bidang = _bidang(titik, float(tabel.batas))
    fig = go.Figure(
        go.Scatter(
            x=[float(b.serapan or 0) for b in titik],
            y=[float(b.capaian or 0) for b in titik],
            mode="markers",
            marker={
                "size": 15,
                "color": [_rupa(b).warna for b in titik],
                "symbol": [_bentuk(b) for b in titik],
                "line": {"width": 1.5, "color": "#FFFFFF"},
            },
            hovertext=[_petunjuk_titik(b) for b in titik],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    fig.update_layout(tata_letak(TINGGI_KUADRAN, margin={"l": 4, "r": 4, "t": 4, "b": 4}))
    fig.update_layout(
        xaxis=sumbu(range=[bidang.kiri, bidang.kanan], ticksuffix="%", title={"text": "Serapan anggaran"}),
        yaxis=sumbu(range=[bidang.bawah, bidang.atas], ticksuffix="%", title={"text": "Capaian"}),
        annotations=[*_label_titik(titik, bidang), *_nama_kuadran(tabel)],
    )
    garis = {"color": GARIS, "width": 2, "dash": "dot"}
    fig.add_hline(100, line=garis)
    fig.add_vline(float(tabel.batas), line=garis)
    return fig


@dataclass(frozen=True, slots=True)
class Bidang:
    """What the axes span, in percent."""

    kiri: float
    kanan: float
    bawah: float
    atas: float


def _bidang(titik: Sequence[BarisEfisiensi], batas: float) -> Bidang:
    """Span all points and both lines, with a strip above and below for the names of the quadrants."""
    x = [*(float(b.serapan or 0) for b in titik), batas]
    y = [*(float(b.capaian or 0) for b in titik), 100.0]
    lebar, tinggi = max(max(x) - min(x), 4.0), max(max(y) - min(y), 6.0)
    return Bidang(
        min(x) - lebar * 0.12,
        max(x) + lebar * 0.12,
        min(y) - tinggi * 0.16,
        max(max(y) + tinggi * 0.14, 100 + tinggi / 4),
    )


def _rupa(b: BarisEfisiensi) -> Any:
    return (b.kuadran or Kuadran.TERTAHAN).rupa


def _bentuk(b: BarisEfisiensi) -> str:
    bentuk = _BENTUK[b.kuadran or Kuadran.TERTAHAN]
    return f"{bentuk}-open" if b.dilaporkan else bentuk


def _petunjuk_titik(b: BarisEfisiensi) -> str:
    nama = "<br>".join(aman(p) for p in wrap(b.indikator, LEBAR_NAMA))
    return (
        f"<b>{nama}</b><br>Serapan {format_persen(b.serapan)} · Capaian {format_persen(b.capaian)}"
        f"<br>Efisiensi {teks_poin(b.efisiensi)} poin · {b.kuadran}"
    )


def _nama_kuadran(tabel: TabelEfisiensi) -> Iterator[dict[str, Any]]:
    jumlah = dict(tabel.jumlah)
    for kuadran, (x, y) in zip(Kuadran, ((0, 1), (1, 1), (0, 0), (1, 0)), strict=True):
        yield {
            "x": x,
            "y": y,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "right" if x else "left",
            "yanchor": "top" if y else "bottom",
            "text": f"<b>{kuadran.rupa.simbol} {kuadran.value}: {jumlah[kuadran]}</b>",
            "showarrow": False,
            "font": {"size": 14, "family": HURUF},
        }


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box on the screen, in pixels from the upper left corner of the plot."""

    x0: float
    y0: float
    x1: float
    y1: float

    def bertemu(self, lain: "Kotak") -> bool:
        """Tell whether two boxes overlap."""
        return self.x0 < lain.x1 and lain.x0 < self.x1 and self.y0 < lain.y1 and lain.y0 < self.y1


def _label_titik(titik: Sequence[BarisEfisiensi], bidang: Bidang) -> Iterator[dict[str, Any]]:
    pusat = [_piksel(b, bidang) for b in titik]
    for b, (geser_x, geser_y) in zip(titik, letak_label([b.label for b in titik], pusat), strict=True):
        yield {
            "x": float(b.serapan or 0),
            "y": float(b.capaian or 0),
            "ax": geser_x,
            "ay": geser_y,
            "text": aman(b.label),
            "xanchor": "left" if geser_x > 0 else "right",
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": GARIS,
            "standoff": 7,
            "font": {"size": 14, "family": HURUF},
        }


def _piksel(b: BarisEfisiensi, bidang: Bidang) -> tuple[float, float]:
    x = (float(b.serapan or 0) - bidang.kiri) / (bidang.kanan - bidang.kiri) * LEBAR_TERSEMPIT
    y = (bidang.atas - float(b.capaian or 0)) / (bidang.atas - bidang.bawah) * (TINGGI_KUADRAN - 60)
    return x, y


def letak_label(label: Sequence[str], pusat: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Find for each label a place beside its point that meets no other label and no other point.

    Points nearest to the right edge choose first. What meets nothing at the narrowest width meets nothing at a wider
    one: heights stay, and points only move apart.

    Returns:
        For each label how far its near end lies from its point, in pixels; negative is left of it, or above it.
    """
    hasil = [(float(JARAK), 0.0)] * len(label)
    titik = [Kotak(x - 9, y - 9, x + 9, y + 9) for x, y in pusat]
    terpakai: list[Kotak] = []
    for i in sorted(range(len(label)), key=lambda i: -pusat[i][0]):
        lain = [t for j, t in enumerate(titik) if j != i]
        calon = [(g, _kotak(label[i], pusat[i], g)) for g in _geseran(pusat[i], label[i])]
        hasil[i], kotak = next((c for c in calon if not any(c[1].bertemu(k) for k in (*terpakai, *lain))), calon[0])
        terpakai.append(kotak)
    return hasil


def _geseran(pusat: tuple[float, float], label: str) -> Iterator[tuple[float, float]]:
    """Places to try: beside the point, then ever farther above and below, on the side that has room first."""
    muat_kanan = pusat[0] + JARAK + len(label) * LEBAR_HURUF <= LEBAR_TERSEMPIT
    sisi = (JARAK, -JARAK) if muat_kanan else (-JARAK, JARAK)
    jauh = (0, -18, 18, -36, 36, -54, 54, -72, 72, -90, 90, -108, 108)
    for tegak, datar in product(jauh, sisi):
        yield float(datar if abs(tegak) < 30 else datar * 1.6), float(tegak)


def _kotak(label: str, pusat: tuple[float, float], geser: tuple[float, float]) -> Kotak:
    lebar = len(label) * LEBAR_HURUF
    x = pusat[0] + geser[0] - (lebar if geser[0] < 0 else 0)
    y = pusat[1] + geser[1] - TINGGI_HURUF / 2
    return Kotak(x, y, x + lebar, y + TINGGI_HURUF)
