"""The quadrant of capaian against serapan, every point with its label."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.anggaran.letak import (
    LEBAR_BIDANG,
    TINGGI_BIDANG,
    TINGGI_LABEL,
    UKURAN_LABEL,
    Kotak,
    lebar_label,
    letak_label,
)
from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_persen
from kinerja.nilai.pasti import pasti
from kinerja.sajian.label import renggangkan
from kinerja.sajian.rupa import Rupa
from kinerja.sajian.warna import KELABU_SEDANG, PUTIH, tembus
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi, Kuadran, TabelEfisiensi, teks_poin

TINGGI_KUADRAN = TINGGI_BIDANG + 60
LEBAR_NAMA = 46
GARIS = tembus(KELABU_SEDANG, 0.95)
_BENTUK = {
    Kuadran.HEMAT: "diamond",
    Kuadran.SEJALAN: "circle",
    Kuadran.TERTAHAN: "square",
    Kuadran.DITINJAU: "cross",
}


@lru_cache(maxsize=128)
def grafik_kuadran(tabel: TabelEfisiensi) -> go.Figure:
    """Draw serapan across and capaian upwards; every point carries its label, moved aside where two would meet."""
    # Each side of the upright line and the strips above and below hold the names of their quadrants.
    batas = float(tabel.batas)
    x = [*(_xy(b)[0] for b in tabel.titik), batas]
    y = [*(_xy(b)[1] for b in tabel.titik), 100.0]
    kiri, kanan = batas - min(x), max(x) - batas
    lebar, tinggi = max(kiri + kanan, 2.0), max(max(y) - min(y), 4.0)
    tepi = lebar * 0.1
    bidang = Bidang(
        batas - max(kiri + tepi, (kanan + tepi) / 2),
        batas + max(kanan + tepi, (kiri + tepi) / 2),
        min(y) - tinggi * 0.16,
        max(max(y) + tinggi * 0.14, 100 + tinggi / 4),
    )
    label = list(_label_titik(tabel, bidang))
    luar = max((lebar_label(a["text"]) for a in label if "axref" in a), default=0)
    fig = go.Figure(_titik(tabel.titik))
    fig.update_layout(tata_letak(TINGGI_KUADRAN, margin={"l": 4, "t": 4, "b": 4, "r": 8 + luar}))
    fig.update_layout(
        xaxis=sumbu(range=[bidang.kiri, bidang.kanan], ticksuffix="%", title={"text": "Serapan anggaran"}),
        yaxis=sumbu(range=[bidang.bawah, bidang.atas], ticksuffix="%", title={"text": "Capaian"}),
        annotations=[*label, *_nama_kuadran(tabel, luar)],
    )
    garis = {"color": GARIS, "width": 2, "dash": "dot"}
    fig.add_hline(100, line=garis)
    fig.add_vline(batas, line=garis)
    return fig


def _titik(titik: Sequence[BarisEfisiensi]) -> go.Scatter:
    return go.Scatter(
        x=[_xy(b)[0] for b in titik],
        y=[_xy(b)[1] for b in titik],
        mode="markers",
        marker={
            "size": 15,
            "color": [_rupa(b).warna for b in titik],
            "symbol": [_bentuk(b) for b in titik],
            "line": {"width": 1.5, "color": [_rupa(b).warna if b.dilaporkan else PUTIH for b in titik]},
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


def _rupa(baris: BarisEfisiensi) -> Rupa:
    return (baris.kuadran or Kuadran.TERTAHAN).rupa


def _bentuk(baris: BarisEfisiensi) -> str:
    bentuk = _BENTUK[baris.kuadran or Kuadran.TERTAHAN]
    return f"{bentuk}-open" if baris.dilaporkan else bentuk


def _petunjuk_titik(baris: BarisEfisiensi) -> str:
    nama = "<br>".join(aman(p) for p in wrap(baris.indikator, LEBAR_NAMA))
    return (
        f"<b>{nama}</b><br>Serapan {format_persen(baris.serapan)} · Capaian {format_persen(baris.capaian)}"
        f"<br>Efisiensi {teks_poin(baris.efisiensi)} poin · {baris.kuadran}"
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


def _label_titik(tabel: TabelEfisiensi, bidang: Bidang) -> Iterator[dict[str, Any]]:
    """Labels beside their points; those without room there stand in a column at the right edge, joined by a line."""
    tegak, datar = bidang.letak(float(tabel.batas), 100.0)
    garis = (
        Kotak(pangkal=0, x0=0, x1=2 * max(LEBAR_BIDANG), y0=datar - 2, y1=datar + 2),
        Kotak(pangkal=tegak, x0=-2, x1=2, y0=0, y1=TINGGI_KUADRAN),
    )
    pusat = [bidang.letak(*_xy(b)) for b in tabel.titik]
    letak = list(zip(tabel.titik, letak_label([b.label for b in tabel.titik], pusat, garis), strict=True))
    luar = [b for b, geser in letak if geser is None]
    # In the column none covers another, each as near to its own height as can be.
    urut = sorted((bidang.letak(*_xy(b))[1] / TINGGI_BIDANG, b.kode) for b in luar)
    rapi = renggangkan([y for y, _ in urut], TINGGI_LABEL / TINGGI_BIDANG)
    tinggi = {kode: y * TINGGI_BIDANG for (_, kode), y in zip(urut, rapi, strict=True)}
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
    "font": {"size": UKURAN_LABEL, "family": HURUF},
}


def _xy(baris: BarisEfisiensi) -> tuple[float, float]:
    return float(pasti(baris.serapan, "serapan")), float(pasti(baris.capaian, "capaian"))
