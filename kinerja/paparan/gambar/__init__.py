"""The charts of a deck as SVG, for the screen and for pdf: drawn in Python, without a browser and without the network.

A library that draws SVG for us brings a browser, a JavaScript engine or half a scientific stack, and places no labels;
what a slide needs is four forms at one size (docs/adr/0009 has the figures).
"""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from kinerja.paparan.gambar.batang import batang
from kinerja.paparan.gambar.garis import garis
from kinerja.paparan.gambar.kanvas import Kanvas
from kinerja.paparan.gambar.kolom import kolom
from kinerja.paparan.gambar.sebaran import sebaran
from kinerja.paparan.model import Grafik, JenisGrafik

LUKIS: Mapping[JenisGrafik, Callable[[Grafik, Kanvas], None]] = {
    JenisGrafik.BATANG: batang,
    JenisGrafik.KOLOM: kolom,
    JenisGrafik.GARIS: garis,
    JenisGrafik.SEBARAN: sebaran,
}


def lukis(grafik: Grafik, lebar: int = 1160, tinggi: int = 700) -> Markup:
    """Return a chart as an SVG element of its own size; every text in it is escaped.

    Args:
        grafik: what is drawn.
        lebar: width in pixels of a slide of 1920 by 1080, at which texts have their stated size.
        tinggi: height.
    """
    kanvas = Kanvas(lebar, tinggi)
    LUKIS[grafik.jenis](grafik, kanvas)
    return kanvas.svg(grafik.alt)
