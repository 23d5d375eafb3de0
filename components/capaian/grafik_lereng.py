"""The slope of sasaran: mean capaian last year and this year in two columns, named at the right end."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.capaian.grafik_perubahan import WARNA_GERAK, letak
from components.dasar.beku import bekukan
from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_persen
from kinerja.sajian.label import renggangkan
from kinerja.sajian.warna import KELABU, KELABU_SEDANG, PUTIH, tembus
from kinerja.telaah.capaian.gambar import Perubahan, TabelPerubahan

TINGGI_LABEL, TINGGI_ANGKA = 54, 20
"""Three lines of text at the right end, one at the left."""
BARIS_LABEL, LEBAR_LABEL = 3, 27
KIRI, KANAN = 76, 204
ATAS, BAWAH = 38, 30
TALI = 14
"""Length in pixels of the line from an end to its label."""
TANDA_BEDA = "※"
"""Stands beside a mean that is made of other IKU than last year's."""


@lru_cache(maxsize=256)
def grafik_lereng(t: TabelPerubahan) -> go.Figure:
    """Draw one line a sasaran between two columns; labels that would touch are pushed apart and tied to their end."""
    bidang = max(180, TINGGI_LABEL * len(t.baris))
    fig = go.Figure([_lereng(b, t) for b in t.baris])
    fig.update_layout(tata_letak(bidang + ATAS + BAWAH, margin={"l": KIRI, "r": KANAN, "t": ATAS, "b": BAWAH}))
    fig.update_layout(xaxis=_sumbu_tahun(t), yaxis=sumbu(range=_rentang(t.baris), visible=False, automargin=False))
    lalu = _letak_label(t.baris, [letak(b.lalu) for b in t.baris], TINGGI_ANGKA / bidang)
    kini = _letak_label(t.baris, [letak(b.kini) for b in t.baris], TINGGI_LABEL / bidang)
    fig.update_layout(annotations=[*_label_lalu(t.baris, lalu), *_label_kini(t.baris, kini)])
    fig.update_layout(shapes=[_target(), *_tali(t.baris, lalu, kini)])
    return bekukan(fig)


def _rentang(baris: Sequence[Perubahan]) -> list[float]:
    semua = [100.0, *(letak(p) for b in baris for p in (b.lalu, b.kini))]
    tepi = max((max(semua) - min(semua)) * 0.04, 0.5)
    return [min(semua) - tepi, max(semua) + tepi]


def _sumbu_tahun(t: TabelPerubahan) -> dict[str, Any]:
    tahun = {"tickvals": [0, 1], "ticktext": [f"<b>{t.lalu}</b>", f"<b>{t.tahun}</b>"], "tickfont": {"size": 15}}
    return sumbu(range=[0, 1], side="top", automargin=False, **tahun)


def _lereng(b: Perubahan, t: TabelPerubahan) -> go.Scatter:
    warna = WARNA_GERAK[b.membaik]
    petunjuk = (
        f"<b>{aman(b.nama)}</b><br>{t.lalu}: {format_persen(b.lalu)} · {t.tahun}: {format_persen(b.kini)}"
        f"<br>{b.panah} {b.teks} poin · {aman(b.predikat or 'di bawah skala')}"
    )
    return go.Scatter(
        x=[0, 1],
        y=[letak(b.lalu), letak(b.kini)],
        mode="lines+markers",
        line={"color": warna, "width": 3},
        marker={
            "size": [10, 13],
            "opacity": 1,
            "symbol": ["circle-open", "circle"],
            "color": [warna, b.rupa.warna],
            "line": {"color": [warna, PUTIH], "width": [2.5, 1.5]},
        },
        hovertext=[petunjuk, petunjuk],
        hoverinfo="text",
        cliponaxis=False,
    )


def _letak_label(baris: Sequence[Perubahan], nilai: Sequence[float], jarak: float) -> list[float]:
    """Return the height of each row's label, in the unit of the axis."""
    bawah, atas = _rentang(baris)
    urut = sorted(range(len(nilai)), key=lambda i: nilai[i])
    rapi = dict(zip(urut, renggangkan([(nilai[i] - bawah) / (atas - bawah) for i in urut], jarak), strict=True))
    return [bawah + rapi[i] * (atas - bawah) for i in range(len(nilai))]


def _label_lalu(baris: Sequence[Perubahan], tinggi: Sequence[float]) -> list[dict[str, Any]]:
    letak_label = {"xanchor": "right", "xshift": -TALI - 12}
    return [_tulisan(0, y, format_persen(b.lalu)) | letak_label for b, y in zip(baris, tinggi, strict=True)]


def _label_kini(baris: Sequence[Perubahan], tinggi: Sequence[float]) -> list[dict[str, Any]]:
    letak_label = {"xanchor": "left", "xshift": TALI + 12, "align": "left"}
    return [_tulisan(1, y, teks_label(b)) | letak_label for b, y in zip(baris, tinggi, strict=True)]


def teks_label(b: Perubahan) -> str:
    """Write the label of an end in up to three lines: arrow, figure, symbol of its grade, name as far as it goes."""
    persen = format_persen(b.kini)
    awal = " ".join(k for k in (b.panah, persen, b.rupa.simbol, TANDA_BEDA if b.isi_beda else "") if k)
    baris = wrap(f"{awal} {b.nama}", LEBAR_LABEL, max_lines=BARIS_LABEL, placeholder="…")
    return "<br>".join(map(aman, baris)).replace(persen, f"<b>{persen}</b>", 1)


def _tulisan(x: float, y: float, teks: str) -> dict[str, Any]:
    return {"x": x, "y": y, "text": teks, "showarrow": False, "font": {"size": 13, "family": HURUF}}


def _target() -> dict[str, Any]:
    gaya = {"color": tembus(KELABU_SEDANG, 0.8), "width": 2, "dash": "dot"}
    return {"type": "line", "x0": 0, "x1": 1, "y0": 100, "y1": 100, "line": gaya, "layer": "below"}


def _tali(baris: Sequence[Perubahan], lalu: Sequence[float], kini: Sequence[float]) -> list[dict[str, Any]]:
    """A thin line from each end to its label."""
    gaya = {"type": "path", "xref": "paper", "xsizemode": "pixel", "line": {"color": KELABU, "width": 1}}
    hasil = []
    for b, y_lalu, y_kini in zip(baris, lalu, kini, strict=True):
        for x, arah, asal, tujuan in ((0, -1, b.lalu, y_lalu), (1, 1, b.kini, y_kini)):
            awal, akhir = arah * 8, arah * (TALI + 9)
            hasil.append({**gaya, "xanchor": x, "path": f"M{awal},{letak(asal)}L{akhir},{tujuan}"})
    return hasil
