"""The legend of a chart: only where there are two series or more."""

from typing import Any

from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Pt

from kinerja.paparan.model import Grafik

UKURAN = 18
TINGGI_LEGENDA = 40.0


def pasang_legenda(grafik: Any, g: Grafik) -> None:
    """Put the legend along the top, where it takes none of the chart's own room."""
    grafik.has_legend = len(g.deret) > 1
    if grafik.has_legend:
        grafik.legend.position = XL_LEGEND_POSITION.TOP
        grafik.legend.include_in_layout = False
        grafik.legend.font.size = Pt(UKURAN)
