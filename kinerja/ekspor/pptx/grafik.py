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


def _kategori(wadah: Any, grafik_ini: Grafik, kotak: Kotak) -> tuple[str, ...]:
    lintang = grafik_ini.jenis is JenisGrafik.BATANG
    nama = (nama_lintang if lintang else nama_tegak)(grafik_ini, kotak)
    grafik = _sisip(wadah, grafik_ini, data_kategori(grafik_ini, nama.teks))
    if grafik_ini.jenis is JenisGrafik.GARIS:
        rias_garis(grafik, grafik_ini, kotak, nama)
    else:
        rias_batang(grafik, grafik_ini, kotak, nama, lintang=lintang)
    return tuple(a for a, b in zip(map(bersih, grafik_ini.kategori), nama.teks, strict=True) if a != b)


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


def _sisip(wadah: Any, grafik_ini: Grafik, data: Any) -> Any:
    bingkai = wadah.insert_chart(_JENIS[grafik_ini.jenis], data)
    sifat = bingkai._element.nvGraphicFramePr.cNvPr
    sifat.set("name", "Grafik")
    sifat.set("descr", bersih(grafik_ini.alt))
    grafik = bingkai.chart
    grafik.has_title = False
    grafik.font.size = Pt(LABEL)
    return grafik
