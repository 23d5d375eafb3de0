"""The dumbbells of capaian: last year as a ring, this year as a dot, sorted by what lies between them."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor
from textwrap import shorten
from typing import Any

import plotly.graph_objects as go

from components.capaian.grafik import BATAS_BATANG, TINGGI_BARIS
from components.dasar.beku import bekukan
from components.dasar.teks import aman
from components.dasar.tema import HURUF, sumbu, tata_letak
from kinerja.nilai.angka import format_persen
from kinerja.sajian.warna import BIRU, JINGGA, KELABU, KELABU_SEDANG, PUTIH, tembus
from kinerja.telaah.capaian.gambar import Perubahan, TabelPerubahan

WARNA_GERAK = {True: BIRU, False: JINGGA, None: KELABU}
"""Line of a rise, of a fall, of what stayed; readable on light and dark."""
CINCIN = KELABU
TEPI = 92
"""Room at both sides for the figures at the ends."""
LEBAR_NAMA = 40
ATAS = 26


@lru_cache(maxsize=256)
def grafik_perubahan(tabel: TabelPerubahan) -> go.Figure:
    """Draw one dumbbell an indicator, its name above, its figures at both ends, a line at 100; customdata is its code.

    What lies beyond the end of the scale is drawn there; the figure beside it is the true one.
    """
    penanda = {"symbol": "circle-open", "size": 14, "color": CINCIN, "line": {"width": 3}}
    lalu = _titik(tabel, [letak(b.lalu) for b in tabel.baris], penanda)
    penanda_kini = {"size": 15, "color": [b.rupa.warna for b in tabel.baris], "line": {"color": PUTIH, "width": 1.5}}
    kini = _titik(tabel, [letak(b.kini) for b in tabel.baris], penanda_kini)
    batang = []
    for membaik, warna in WARNA_GERAK.items():
        milik = [(i, b) for i, b in enumerate(tabel.baris) if b.membaik is membaik]
        x = [v for _, b in milik for v in (letak(b.lalu), letak(b.kini), None)]
        y = [v for i, _ in milik for v in (i, i, None)]
        batang.append(go.Scatter(x=x, y=y, mode="lines", line={"color": warna, "width": 5}, hoverinfo="skip"))
    fig = go.Figure([*batang, lalu, kini])
    tinggi = ATAS + 28 + TINGGI_BARIS * len(tabel.baris)
    fig.update_layout(tata_letak(tinggi, margin={"l": TEPI, "r": TEPI, "t": ATAS, "b": 28}))
    jumlah = len(tabel.baris)
    sumbu_baris = sumbu(range=[jumlah - 0.5, -0.5], showticklabels=False, showgrid=False, automargin=False)
    # Dots need not begin at 0; the line at 100 is always in view.
    semua = [letak(p) for b in tabel.baris for p in (b.lalu, b.kini)] or [100.0]
    kiri, kanan = min(90, floor(min(semua) / 10) * 10), max(105, ceil(max(semua) / 5) * 5)
    langkah = 10 if kanan - kiri <= 40 else 20
    nilai = [n for n in range(100 - langkah * 5, BATAS_BATANG + 1, langkah) if kiri <= n <= kanan]
    sumbu_persen = sumbu(
        range=[kiri, kanan], tickvals=nilai, ticktext=[f"{n}%" for n in nilai], side="bottom", automargin=False
    )
    fig.update_layout(xaxis=sumbu_persen, yaxis=sumbu_baris)
    gaya = {"color": tembus(KELABU_SEDANG, 0.7), "width": 1.5, "dash": "dot"}
    fig.add_shape(type="line", x0=100, x1=100, y0=jumlah - 0.5, y1=-0.3, line=gaya, layer="below")
    nama = [
        _tulisan(0, i - 0.22, f"{b.panah} <b>{b.teks}</b> {aman(shorten(b.nama, LEBAR_NAMA, placeholder='…'))}")
        | {"xref": "paper", "xanchor": "left", "xshift": 4 - TEPI, "yanchor": "bottom"}
        for i, b in enumerate(tabel.baris)
    ]
    fig.update_layout(annotations=[*nama, *_angka(tabel.baris)])
    return bekukan(fig)


def letak(persen: Any) -> float:
    """Return where a percentage is drawn: at the end of the scale where it lies beyond."""
    return max(0.0, min(float(persen), BATAS_BATANG))


def _titik(tabel: TabelPerubahan, x: list[float], penanda: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=list(range(len(tabel.baris))),
        mode="markers",
        marker={**penanda, "opacity": 1},
        customdata=[b.kode for b in tabel.baris],
        hovertext=[
            (
                f"<b>{aman(b.nama)}</b><br>{tabel.lalu}: {format_persen(b.lalu)} · {tabel.tahun}: "
                f"{format_persen(b.kini)}<br>{b.panah} {b.teks} poin · {aman(b.predikat or 'di bawah skala')}"
            )
            for b in tabel.baris
        ],
        hoverinfo="text",
        cliponaxis=False,
    )


def _angka(baris: Sequence[Perubahan]) -> list[dict[str, Any]]:
    """The figure of each end on the side where its dumbbell is not; this year's with the symbol of its grade."""
    hasil = []
    for i, b in enumerate(baris):
        kini_di_kanan = letak(b.kini) >= letak(b.lalu)
        isi = ((b.lalu, format_persen(b.lalu)), (b.kini, f"<b>{format_persen(b.kini)}</b> {b.rupa.simbol}"))
        for (persen, teks), di_kanan in zip(isi, (not kini_di_kanan, kini_di_kanan), strict=True):
            sisi = {"xanchor": "left", "xshift": 9} if di_kanan else {"xanchor": "right", "xshift": -9}
            hasil.append(_tulisan(letak(persen), i, teks) | sisi)
    return hasil


def _tulisan(x: float, y: float, teks: str) -> dict[str, Any]:
    return {"x": x, "y": y, "text": teks, "showarrow": False, "font": {"size": 14, "family": HURUF}}
