"""The map of Regional: every region of the province coloured by its rank, drawn as plain outlines (no tiles)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from components.dasar.beku import bekukan
from components.dasar.teks import aman
from components.dasar.tema import ABU, HURUF, tata_letak
from components.regional.grafik import TEPI, petunjuk, sumbu_tetap
from kinerja.sajian.rupa import PERINGKAT
from kinerja.sajian.warna import KELABU, KELABU_LAUT, KELABU_SEDANG, PUTIH, TULISAN, tembus
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, Perbandingan
from kinerja.telaah.wilayah.peta import Bidang, Peta

TINGGI_PETA = 404
PALING_RENDAH = 0.6
"""A province wider than it is high is drawn lower, down to this share, so that no empty band stands around it."""


@lru_cache(maxsize=128)
def grafik_peta(peta: Peta, perbandingan: Perbandingan) -> go.Figure:
    """Draw the province: every region coloured by its rank, the own one with a thick border and its name."""
    baris = {b.wilayah: b for b in perbandingan.wilayah}
    per_nama = {nama: baris[wilayah] for nama, wilayah in peta.milik(baris).items()}
    fig = go.Figure()
    for bidang in peta.bidang:
        fig.add_trace(_bidang(bidang, per_nama.get(bidang.wilayah), perbandingan))
    sendiri = perbandingan.sendiri.wilayah if perbandingan.sendiri else ""
    milik = [b for b in peta.bidang if b.wilayah in per_nama and per_nama[b.wilayah].wilayah == sendiri]
    for bidang in milik:
        # Dark on a light casing: seen on any fill and on both themes.
        dasar = {"x": bidang.x, "y": bidang.y, "mode": "lines", "hoverinfo": "skip"}
        batas = [go.Scatter(**dasar, line={"color": warna, "width": w}) for warna, w in ((PUTIH, 5), (TULISAN[0], 2.5))]
        fig.add_traces(batas)
    fig.add_trace(_titik([b for b in peta.bidang if b.kecil], per_nama, perbandingan))
    fig.update_layout(tata_letak(_tinggi(peta), margin={"l": 0, "r": 0, "t": 0, "b": 0}, hovermode="closest"))
    fig.update_layout(xaxis=_sumbu_peta(peta.lebar), yaxis=_sumbu_peta(peta.tinggi))
    fig.update_yaxes(scaleanchor="x", scaleratio=peta.rasio, constrain="domain")
    fig.update_xaxes(constrain="domain")
    fig.update_layout(annotations=[_label_sendiri(peta, b, sendiri) for b in milik])
    return bekukan(fig)


def _tinggi(peta: Peta) -> int:
    """Return the height of the figure; a little more than the map needs in a column as wide as the full height."""
    bagian = 1.2 * peta.tinggi * peta.rasio / max(1, peta.lebar)
    return round(TINGGI_PETA * min(1, max(PALING_RENDAH, bagian)))


def _bidang(bidang: Bidang, baris: BarisWilayah | None, perbandingan: Perbandingan) -> go.Scatter:
    """One region as a filled outline; without a value it is hatched, water is quiet."""
    garis = go.Scatter(
        x=bidang.x,
        y=bidang.y,
        mode="lines",
        fill="toself",
        hoveron="fills",
        line={"color": PUTIH, "width": 0.8},
        name=bidang.wilayah,
    )
    if bidang.air:
        return garis.update(fillcolor=tembus(KELABU_LAUT, 0.18), line={"color": ABU, "width": 0.6}, hoverinfo="skip")
    if baris is None:
        pola = {"shape": "/", "size": 5, "solidity": 0.15, "fgcolor": KELABU, "bgcolor": tembus(KELABU_SEDANG, 0.12)}
        tanpa = f"<b>{aman(bidang.wilayah)}</b><br>Tidak tersedia"
        return garis.update(fillpattern=pola, line={"color": ABU}, text=tanpa, hoverinfo="text")
    return garis.update(fillcolor=PERINGKAT[baris.kelas].warna, text=petunjuk(baris, perbandingan), hoverinfo="text")


def _titik(bidang: Sequence[Bidang], per_nama: dict[str, BarisWilayah], perbandingan: Perbandingan) -> go.Scatter:
    """Dots for towns of a few pixels."""
    ada = [(b, baris) for b in bidang if (baris := per_nama.get(b.wilayah)) is not None]
    return go.Scatter(
        x=[b.titik[0] for b, _ in ada],
        y=[b.titik[1] for b, _ in ada],
        mode="markers",
        marker={
            "size": 11,
            "color": [PERINGKAT[baris.kelas].warna for _, baris in ada],
            "line": {"color": TULISAN[0], "width": 1},
        },
        hovertext=[petunjuk(baris, perbandingan) for _, baris in ada],
        hoverinfo="text",
    )


def _sumbu_peta(panjang: int) -> dict[str, Any]:
    tepi = panjang * 0.02
    return sumbu_tetap(range=[-tepi, panjang + tepi], visible=False)


def _label_sendiri(peta: Peta, bidang: Bidang, nama: str) -> dict[str, Any]:
    """Name the own region away from the middle of the map, so that no neighbour is covered, but inside its frame."""
    x, y = bidang.titik
    luar = 0.06 if x * 2 > peta.lebar else -0.06
    naik = 0.12 if y * 2 > peta.tinggi else -0.12
    return {
        "x": x,
        "y": y,
        "axref": "x",
        "ayref": "y",
        "ax": min(max(x + luar * peta.lebar, 0.15 * peta.lebar), 0.85 * peta.lebar),
        "ay": min(max(y + naik * peta.tinggi, 0), peta.tinggi),
        "text": f"<b>{aman(nama)}</b>",
        "arrowhead": 0,
        "arrowwidth": 1.4,
        "arrowcolor": TEPI,
        "font": {"size": 15, "family": HURUF},
    }
