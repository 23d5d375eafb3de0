"""A chart as a native chart of PowerPoint, in the placeholder of its slide."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from kinerja.ekspor.pptx.batang import LABEL, nama_lintang, nama_tegak, rias_batang
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


def gambar_grafik(wadah: Any, grafik: Grafik, kotak: Kotak) -> tuple[str, ...]:
    """Draw a chart into a placeholder.

    Args:
        wadah: the chart placeholder.
        grafik: the chart.
        kotak: where it stands.

    Returns:
        Names that are shortened in it, whole.
    """
    taruh(wadah, kotak)
    return _sebaran(wadah, grafik, kotak) if grafik.jenis is JenisGrafik.SEBARAN else _kategori(wadah, grafik, kotak)


def _kategori(wadah: Any, grafik: Grafik, kotak: Kotak) -> tuple[str, ...]:
    lintang = grafik.jenis is JenisGrafik.BATANG
    nama = (nama_lintang if lintang else nama_tegak)(grafik, kotak)
    bagan = _sisip(wadah, grafik, data_kategori(grafik, nama.teks))
    if grafik.jenis is JenisGrafik.GARIS:
        rias_garis(bagan, grafik, kotak, nama)
    else:
        rias_batang(bagan, grafik, kotak, nama, lintang=lintang)
    return tuple(a for a, b in zip(map(bersih, grafik.kategori), nama.teks, strict=True) if a != b)


def _sebaran(wadah: Any, grafik: Grafik, kotak: Kotak) -> tuple[str, ...]:
    luas = luas_sebaran(grafik, kotak)
    acuan = garis_acuan(grafik, luas)
    rias_sebaran(
        _sisip(wadah, grafik, data_sebaran(grafik, acuan, garis_dahulu=acuan_dahulu(grafik))),
        grafik,
        kotak,
        luas,
        acuan,
    )
    return utuh_sebaran(grafik)


def _sisip(wadah: Any, grafik: Grafik, data: Any) -> Any:
    bingkai = wadah.insert_chart(_JENIS[grafik.jenis], data)
    sifat = bingkai._element.nvGraphicFramePr.cNvPr
    sifat.set("name", "Grafik")
    sifat.set("descr", bersih(grafik.alt))
    bagan = bingkai.chart
    bagan.has_title = False
    bagan.font.size = Pt(LABEL)
    return bagan
