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
def grafik_lereng(tabel: TabelPerubahan) -> go.Figure:
    """Draw one line a sasaran between two columns; labels that would touch are pushed apart and tied to their end."""
    bidang = max(180, TINGGI_LABEL * len(tabel.baris))
    fig = go.Figure([_lereng(b, tabel) for b in tabel.baris])
    fig.update_layout(tata_letak(bidang + ATAS + BAWAH, margin={"l": KIRI, "r": KANAN, "t": ATAS, "b": BAWAH}))
    tahun = {
        "tickvals": [0, 1],
        "ticktext": [f"<b>{tabel.lalu}</b>", f"<b>{tabel.tahun}</b>"],
        "tickfont": {"size": 15},
    }
    sumbu_tahun = sumbu(range=[0, 1], side="top", automargin=False, **tahun)
    fig.update_layout(xaxis=sumbu_tahun, yaxis=sumbu(range=_rentang(tabel.baris), visible=False, automargin=False))
    lalu = _letak_label(tabel.baris, [letak(b.lalu) for b in tabel.baris], TINGGI_ANGKA / bidang)
    kini = _letak_label(tabel.baris, [letak(b.kini) for b in tabel.baris], TINGGI_LABEL / bidang)
    kiri = {"xanchor": "right", "xshift": -TALI - 12}
    label_lalu = [_tulisan(0, y, format_persen(b.lalu)) | kiri for b, y in zip(tabel.baris, lalu, strict=True)]
    kanan = {"xanchor": "left", "xshift": TALI + 12, "align": "left"}
    label_kini = [_tulisan(1, y, teks_label(b)) | kanan for b, y in zip(tabel.baris, kini, strict=True)]
    fig.update_layout(annotations=[*label_lalu, *label_kini])
    gaya = {"color": tembus(KELABU_SEDANG, 0.8), "width": 2, "dash": "dot"}
    target = {"type": "line", "x0": 0, "x1": 1, "y0": 100, "y1": 100, "line": gaya, "layer": "below"}
    gaya_tali = {"type": "path", "xref": "paper", "xsizemode": "pixel", "line": {"color": KELABU, "width": 1}}
    tali = []
    for b, y_lalu, y_kini in zip(tabel.baris, lalu, kini, strict=True):
        for x, arah, asal, tujuan in ((0, -1, b.lalu, y_lalu), (1, 1, b.kini, y_kini)):
            awal, akhir = arah * 8, arah * (TALI + 9)
            tali.append({**gaya_tali, "xanchor": x, "path": f"M{awal},{letak(asal)}L{akhir},{tujuan}"})
    fig.update_layout(shapes=[target, *tali])
    return bekukan(fig)


def _rentang(baris: Sequence[Perubahan]) -> list[float]:
    semua = [100.0, *(letak(p) for b in baris for p in (b.lalu, b.kini))]
    tepi = max((max(semua) - min(semua)) * 0.04, 0.5)
    return [min(semua) - tepi, max(semua) + tepi]


def _lereng(perubahan: Perubahan, tabel: TabelPerubahan) -> go.Scatter:
    warna = WARNA_GERAK[perubahan.membaik]
    petunjuk = (
        f"<b>{aman(perubahan.nama)}</b><br>{tabel.lalu}: {format_persen(perubahan.lalu)} · {tabel.tahun}: "
        f"{format_persen(perubahan.kini)}"
        f"<br>{perubahan.panah} {perubahan.teks} poin · {aman(perubahan.predikat or 'di bawah skala')}"
    )
    return go.Scatter(
        x=[0, 1],
        y=[letak(perubahan.lalu), letak(perubahan.kini)],
        mode="lines+markers",
        line={"color": warna, "width": 3},
        marker={
            "size": [10, 13],
            "opacity": 1,
            "symbol": ["circle-open", "circle"],
            "color": [warna, perubahan.rupa.warna],
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


def teks_label(perubahan: Perubahan) -> str:
    """Write the label of an end in up to three lines: arrow, figure, symbol of its grade, name as far as it goes."""
    persen = format_persen(perubahan.kini)
    awal = " ".join(
        k for k in (perubahan.panah, persen, perubahan.rupa.simbol, TANDA_BEDA if perubahan.isi_beda else "") if k
    )
    baris = wrap(f"{awal} {perubahan.nama}", LEBAR_LABEL, max_lines=BARIS_LABEL, placeholder="…")
    return "<br>".join(map(aman, baris)).replace(persen, f"<b>{persen}</b>", 1)


def _tulisan(x: float, y: float, teks: str) -> dict[str, Any]:
    return {"x": x, "y": y, "text": teks, "showarrow": False, "font": {"size": 13, "family": HURUF}}
