"""The legend of a chart: only where there are two series or more."""

from math import ceil
from typing import Any

from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Pt

from kinerja.ekspor.pptx.huruf import bersih
from kinerja.paparan.model import Grafik
from kinerja.sajian.ukur import lebar

UKURAN = 18
_BARIS, _LEGA = 27.0, 12.0
_LAMBANG = 50.0
"""Room for the sample of a series and the gap to the next one."""


def tinggi_legenda(grafik: Grafik, ruang: float, tanpa: float) -> float:
    """Return the height of the legend in a width, or `tanpa` where there is none."""
    if len(grafik.deret) < 2:
        return tanpa
    minta = sum(lebar(bersih(d.nama), UKURAN) + _LAMBANG for d in grafik.deret)
    return _BARIS * ceil(minta / (ruang * 0.9)) + _LEGA


def pasang_legenda(bagan: Any, grafik: Grafik) -> None:
    """Put the legend along the top, where it takes none of the chart's own room."""
    bagan.has_legend = len(grafik.deret) > 1
    if bagan.has_legend:
        bagan.legend.position = XL_LEGEND_POSITION.TOP
        bagan.legend.include_in_layout = False
        bagan.legend.font.size = Pt(UKURAN)
