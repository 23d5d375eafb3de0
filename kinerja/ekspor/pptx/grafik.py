"""A chart as a native chart of PowerPoint, in the placeholder of its slide."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from kinerja.ekspor.pptx.batang import LABEL, NamaBatang, nama_lintang, nama_tegak, rias_batang
from kinerja.ekspor.pptx.data_grafik import data_kategori, data_sebaran
from kinerja.ekspor.pptx.garis import rias_garis
from kinerja.ekspor.pptx.huruf import bersih, taruh
from kinerja.ekspor.pptx.sebaran import acuan_dahulu, garis_acuan, luas_sebaran, rias_sebaran, utuh_sebaran
from kinerja.paparan.model import Grafik, JenisGrafik
from kinerja.sajian.ukur import Kotak

_JENIS = {
    JenisGrafik.BATANG: XL_CHART_TYPE.BAR_CLUSTERED,
    JenisGrafik.KOLOM: XL_CHART_TYPE.COLUMN_CLUSTERED,
    JenisGrafik.GARIS: XL_CHART_TYPE.LINE_MARKERS,
    JenisGrafik.SEBARAN: XL_CHART_TYPE.XY_SCATTER,
}


def gambar_grafik(wadah: Any, g: Grafik, kotak: Kotak) -> tuple[str, ...]:
    """Draw a chart into a placeholder.

    Args:
        wadah: the chart placeholder.
        g: the chart.
        kotak: where it stands.

    Returns:
        Names that are shortened in it, whole.
    """
    taruh(wadah, kotak)
    return _sebaran(wadah, g, kotak) if g.jenis is JenisGrafik.SEBARAN else _kategori(wadah, g, kotak)


def _kategori(wadah: Any, g: Grafik, kotak: Kotak) -> tuple[str, ...]:
    lintang = g.jenis is JenisGrafik.BATANG
    nama = (nama_lintang if lintang else nama_tegak)(g, kotak)
    grafik = _sisip(wadah, g, data_kategori(g, nama.teks))
    if g.jenis is JenisGrafik.GARIS:
        rias_garis(grafik, g, kotak, nama)
    else:
        rias_batang(grafik, g, kotak, nama, lintang=lintang)
    return _utuh(g, nama)


def _utuh(g: Grafik, nama: NamaBatang) -> tuple[str, ...]:
    return tuple(a for a, b in zip(map(bersih, g.kategori), nama.teks, strict=True) if a != b)


def _sebaran(wadah: Any, g: Grafik, kotak: Kotak) -> tuple[str, ...]:
    luas = luas_sebaran(g, kotak)
    acuan = garis_acuan(g, luas)
    rias_sebaran(_sisip(wadah, g, data_sebaran(g, acuan, garis_dahulu=acuan_dahulu(g))), g, kotak, luas, acuan)
    return utuh_sebaran(g)


def _sisip(wadah: Any, g: Grafik, data: Any) -> Any:
    bingkai = wadah.insert_chart(_JENIS[g.jenis], data)
    sifat = bingkai._element.nvGraphicFramePr.cNvPr
    sifat.set("name", "Grafik")
    sifat.set("descr", bersih(g.alt))
    grafik = bingkai.chart
    grafik.has_title = False
    grafik.font.size = Pt(LABEL)
    return grafik
