"""Figures of the budget: pagu with its realisasi, APBD of two years, capaian against serapan as a quadrant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.charts.capaian import aman
from components.tema import HURUF, sumbu, tata_letak
from kinerja.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.apbd import LajurApbd
from kinerja.efisiensi import BarisEfisiensi, Kuadran, TabelEfisiensi, teks_poin
from kinerja.rincian_anggaran import BarisUang
from kinerja.rupa import LAIN, SENDIRI, Rupa

LEBAR_NAMA = 46
BARIS_NAMA = 2
TINGGI_BARIS = 76
RUANG_LABEL = 0.34
"""Room right of the longest bar for its figure, as a part of that bar; enough at phone width."""
LALU = "#4292C6"
GARIS = "rgba(128,128,128,0.95)"


@lru_cache(maxsize=256)
def grafik_uang(baris: tuple[BarisUang, ...]) -> go.Figure:
    """Draw pagu as a light bar and realisasi as a dark one in it; the figure is serapan, or pagu where that is all.

    Each bar carries the address that opens it as customdata.
    """
    pagu = [float(b.jumlah.pagu or 0) for b in baris]
    realisasi = [None if b.jumlah.realisasi is None else float(b.jumlah.realisasi) for b in baris]
    # Where only pagu is known it is the figure itself, not the frame of another.
    warna = [SENDIRI if r is None else LAIN for r in realisasi]
    fig = go.Figure()
    fig.add_bar(x=pagu, width=0.34, marker={"color": warna}, **_label_uang(baris), **_dasar_batang(baris))
    fig.add_bar(x=realisasi, width=0.2, marker={"color": SENDIRI}, **_dasar_batang(baris))
    kanan = (max(pagu, default=0) or 1) * (1 + RUANG_LABEL)
    fig.update_layout(tata_letak(20 + TINGGI_BARIS * len(baris), barmode="overlay", margin=_TEPI))
    fig.update_layout(xaxis=sumbu(range=[0, kanan], visible=False), yaxis=_sumbu_baris(len(baris)))
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


def _label_uang(baris: Sequence[BarisUang]) -> dict[str, Any]:
    serap = ((b.jumlah.serapan, b.jumlah.pagu) for b in baris)
    teks = [format_rupiah_ringkas(pagu) if s is None else format_persen(s) for s, pagu in serap]
    return {"text": teks, "textposition": "outside", "textfont": {"size": 15}}


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
    fig.update_layout(xaxis=sumbu(range=_rentang_uang(angka), visible=False), yaxis=tegak)
    fig.update_layout(annotations=[_nama(b.nama, i, 0.5 - RUANG_NAMA / tinggi) for i, b in enumerate(baris)])
    if min(angka, default=0) < 0:
        fig.add_vline(0, line={"color": GARIS, "width": 1})
    return fig


def alt_apbd(baris: Sequence[LajurApbd], tahun: int) -> str:
    """Say in words what the bars show: realisasi of each line, and its anggaran where there is one."""
    return "; ".join(_kata_apbd(b, tahun) for b in baris)


def _kata_apbd(b: LajurApbd, tahun: int) -> str:
    anggaran = "" if b.anggaran is None else f", anggaran {format_rupiah_ringkas(b.anggaran)}"
    return f"{b.nama} {tahun} {format_rupiah_ringkas(b.realisasi)}{anggaran}"


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


def _rentang_uang(angka: Sequence[float]) -> list[float]:
    """Leave room for the words beside the bars, on both sides where some are negative."""
    atas, bawah = max(*angka, 0.0, 0.0), min(*angka, 0.0, 0.0)
    lebar = (atas - bawah) or 1.0
    return [bawah - (0.85 * lebar if bawah < 0 else 0), atas + 0.85 * lebar]


TINGGI_KUADRAN = 500
TINGGI_BIDANG = TINGGI_KUADRAN - 60
TEPI_KUADRAN = 24
LEBAR_BIDANG = (190, 270, 360, 480, 640, 850, 1100)
"""Widths of the plot from a phone to a projector; the server does not know which, so labels must suit all."""
TINGGI_HURUF, LEBAR_HURUF = 18, 8.2
GESERAN = tuple((datar, tegak) for tegak in (0.0, -18.0, 18.0, -30.0, 30.0) for datar in (12.0, -12.0))
"""Places a label tries, in pixels from its point: beside it, then ever farther above and below."""
_BENTUK = {
    Kuadran.HEMAT: "diamond",
    Kuadran.SEJALAN: "circle",
    Kuadran.TERTAHAN: "square",
    Kuadran.DITINJAU: "cross",
}


@lru_cache(maxsize=128)
def grafik_kuadran(tabel: TabelEfisiensi) -> go.Figure:
    """Draw serapan across and capaian upwards; every point carries its label, moved aside where two would meet."""
    bidang = _bidang(tabel.titik, float(tabel.batas))
    label = list(_label_titik(tabel, bidang))
    luar = max((len(a["text"]) for a in label if "axref" in a), default=0)
    fig = go.Figure(_titik(tabel.titik))
    fig.update_layout(tata_letak(TINGGI_KUADRAN, margin={**_TEPI, "r": 8 + luar * LEBAR_HURUF}))
    fig.update_layout(
        xaxis=sumbu(range=[bidang.kiri, bidang.kanan], ticksuffix="%", title={"text": "Serapan anggaran"}),
        yaxis=sumbu(range=[bidang.bawah, bidang.atas], ticksuffix="%", title={"text": "Capaian"}),
        annotations=[*label, *_nama_kuadran(tabel, luar * LEBAR_HURUF)],
    )
    garis = {"color": GARIS, "width": 2, "dash": "dot"}
    fig.add_hline(100, line=garis)
    fig.add_vline(float(tabel.batas), line=garis)
    return fig


def _titik(titik: Sequence[BarisEfisiensi]) -> go.Scatter:
    return go.Scatter(
        x=[float(b.serapan or 0) for b in titik],
        y=[float(b.capaian or 0) for b in titik],
        mode="markers",
        marker={
            "size": 15,
            "color": [_rupa(b).warna for b in titik],
            "symbol": [_bentuk(b) for b in titik],
            "line": {"width": 1.5, "color": [_rupa(b).warna if b.dilaporkan else "#FFFFFF" for b in titik]},
        },
        hovertext=[_petunjuk_titik(b) for b in titik],
        hoverinfo="text",
        cliponaxis=False,
    )


@dataclass(frozen=True, slots=True)
class Bidang:
    """What the axes span, in percent."""

    kiri: float
    kanan: float
    bawah: float
    atas: float

    def letak(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands: across as a part of the width, down in pixels (the height is fixed)."""
        datar = (x - self.kiri) / (self.kanan - self.kiri)
        return datar, (self.atas - y) / (self.atas - self.bawah) * TINGGI_BIDANG

    def nilai(self, piksel: float) -> float:
        """Return the capaian that stands so many pixels down."""
        return self.atas - piksel / TINGGI_BIDANG * (self.atas - self.bawah)


def _bidang(titik: Sequence[BarisEfisiensi], batas: float) -> Bidang:
    """Span all points and both lines; each side of the upright line and the strips above and below hold their names."""
    x = [*(float(b.serapan or 0) for b in titik), batas]
    y = [*(float(b.capaian or 0) for b in titik), 100.0]
    kiri, kanan = batas - min(x), max(x) - batas
    lebar, tinggi = max(kiri + kanan, 2.0), max(max(y) - min(y), 4.0)
    tepi = lebar * 0.1
    return Bidang(
        batas - max(kiri + tepi, (kanan + tepi) / 2),
        batas + max(kanan + tepi, (kiri + tepi) / 2),
        min(y) - tinggi * 0.16,
        max(max(y) + tinggi * 0.14, 100 + tinggi / 4),
    )


def _rupa(b: BarisEfisiensi) -> Rupa:
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


def _nama_kuadran(tabel: TabelEfisiensi, tepi: float) -> Iterator[dict[str, Any]]:
    jumlah = dict(tabel.jumlah)
    for kuadran, (x, y) in zip(Kuadran, ((0, 1), (1, 1), (0, 0), (1, 0)), strict=True):
        yield {
            "x": x,
            "y": y,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "right" if x else "left",
            "xshift": tepi * x,
            "yanchor": "top" if y else "bottom",
            "text": f"<b>{kuadran.rupa.simbol} {kuadran.value}: {jumlah[kuadran]}</b>",
            "showarrow": False,
            "font": {"size": 14, "family": HURUF},
        }


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box on the screen: moored at a part of the width, from there `x0` to `x1` pixels; `y0` to `y1` pixels down."""

    pangkal: float
    x0: float
    x1: float
    y0: float
    y1: float

    def bertemu(self, lain: "Kotak") -> bool:
        """Tell whether two boxes overlap at any width."""
        if self.y0 >= lain.y1 or lain.y0 >= self.y1:
            return False
        jarak = self.pangkal - lain.pangkal
        return any(self.x0 + jarak * w < lain.x1 and lain.x0 < self.x1 + jarak * w for w in LEBAR_BIDANG)

    def di_dalam(self) -> bool:
        """Tell whether the box lies inside the plot at every width, clear of the names of the quadrants."""
        muat = all(self.x0 + self.pangkal * w >= 0 and self.x1 + self.pangkal * w <= w for w in LEBAR_BIDANG)
        return muat and self.y0 >= TEPI_KUADRAN and self.y1 <= TINGGI_BIDANG - TEPI_KUADRAN


def _label_titik(tabel: TabelEfisiensi, bidang: Bidang) -> Iterator[dict[str, Any]]:
    """Labels beside their points; those without room there stand in a column at the right edge, joined by a line."""
    letak = _letak_titik(tabel, bidang)
    luar = [b for b, geser in letak if geser is None]
    tinggi = dict(zip((b.kode for b in luar), susun_lajur([bidang.letak(*_xy(b))[1] for b in luar]), strict=True))
    for b, geser in letak:
        ekor = (
            {"axref": "x", "ayref": "y", "ax": bidang.kanan, "ay": bidang.nilai(tinggi[b.kode]), "xanchor": "left"}
            if geser is None
            else {"ax": geser[0], "ay": geser[1], "xanchor": "left" if geser[0] > 0 else "right"}
        )
        x, y = _xy(b)
        yield {"x": x, "y": y, "text": aman(b.label), **_GAYA_LABEL, **ekor}


_GAYA_LABEL: dict[str, Any] = {
    "showarrow": True,
    "arrowhead": 0,
    "arrowwidth": 1,
    "arrowcolor": GARIS,
    "standoff": 7,
    "font": {"size": 14, "family": HURUF},
}


def _xy(b: BarisEfisiensi) -> tuple[float, float]:
    return float(b.serapan or 0), float(b.capaian or 0)


def _letak_titik(tabel: TabelEfisiensi, bidang: Bidang) -> list[tuple[BarisEfisiensi, tuple[float, float] | None]]:
    x, y = bidang.letak(float(tabel.batas), 100.0)
    garis = (Kotak(0, 0, 2 * max(LEBAR_BIDANG), y - 2, y + 2), Kotak(x, -2, 2, 0, TINGGI_KUADRAN))
    pusat = [bidang.letak(*_xy(b)) for b in tabel.titik]
    return list(zip(tabel.titik, letak_label([b.label for b in tabel.titik], pusat, garis), strict=True))


def letak_label(
    label: Sequence[str], pusat: Sequence[tuple[float, float]], garis: Sequence[Kotak] = ()
) -> list[tuple[float, float] | None]:
    """Find for each label a place beside its point that meets no other label and no other point.

    Args:
        label: the words.
        pusat: where their points stand: across as a part of the width, down in pixels.
        garis: what is better left free, but may be written over, the last first.

    Returns:
        For each label how far its near end lies from its point, in pixels; None where no place suits every width.
    """
    hasil: list[tuple[float, float] | None] = [None] * len(label)
    titik = [Kotak(x, -9, 9, y - 9, y + 9) for x, y in pusat]
    terpakai: list[Kotak] = []
    for i in sorted(range(len(label)), key=lambda i: pusat[i][0]):
        lain = [*terpakai, *(t for j, t in enumerate(titik) if j != i)]
        calon = [(g, _kotak(label[i], pusat[i], g)) for g in GESERAN]
        jauhi = ([*lain, *garis[:n]] for n in range(len(garis), -1, -1))
        ketemu = next((k for j in jauhi if (k := _bebas(calon, j))), None)
        if ketemu is not None:
            hasil[i] = ketemu[0]
            terpakai.append(ketemu[1])
    return hasil


_Calon = tuple[tuple[float, float], Kotak]


def _bebas(calon: Sequence[_Calon], lain: Sequence[Kotak]) -> _Calon | None:
    return next((c for c in calon if c[1].di_dalam() and not any(c[1].bertemu(k) for k in lain)), None)


def _kotak(label: str, pusat: tuple[float, float], geser: tuple[float, float]) -> Kotak:
    lebar = len(label) * LEBAR_HURUF
    x0 = geser[0] - (lebar if geser[0] < 0 else 0)
    y = pusat[1] + geser[1] - TINGGI_HURUF / 2
    return Kotak(pusat[0], x0, x0 + lebar, y, y + TINGGI_HURUF)


def susun_lajur(tinggi: Sequence[float]) -> list[float]:
    """Spread labels of one column so that none covers another, each as near to its own height as can be.

    Args:
        tinggi: where each would like to stand, in pixels down.

    Returns:
        Where each stands, in the same order.
    """
    hasil, terakhir = [0.0] * len(tinggi), -float("inf")
    for i in sorted(range(len(tinggi)), key=lambda i: tinggi[i]):
        hasil[i] = terakhir = max(tinggi[i], terakhir + TINGGI_HURUF)
    geser = sum(h - t for h, t in zip(hasil, tinggi, strict=True)) / (len(tinggi) or 1)
    return [h - geser for h in hasil]
