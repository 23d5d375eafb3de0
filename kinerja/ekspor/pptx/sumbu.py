"""Axes: fixed ends, so that a line across and the labels stand where they were measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kinerja.ekspor.pptx.huruf import REDUP, rgb
from kinerja.sajian.sumbu import langkah_bulat
from kinerja.sajian.warna import GARIS_KISI, GARIS_SUMBU, HITAM

_KELIPATAN = (1, 2, 2.5, 4, 5, 10)
"""Steps, also of 4: its ends lie on whole steps, and a coarser one would leave half a chart empty."""


@dataclass(frozen=True, slots=True)
class RentangSumbu:
    """Ends and steps of an axis."""

    bawah: float
    atas: float
    langkah: float


def skala_rentang(nilai: Sequence[Decimal], lega: float, banyak: int = 4) -> RentangSumbu:
    """Return an axis around values, wider by a share of their range on both sides, on whole steps."""
    isi = [float(n) for n in nilai] or [0.0]
    rendah, tinggi = min(isi), max(isi)
    rentang = tinggi - rendah or abs(tinggi) * 0.1 or 1.0
    langkah = langkah_bulat(rentang * (1 + 2 * lega) / banyak, _KELIPATAN)
    bawah = math.floor((rendah - rentang * lega) / langkah) * langkah
    atas = math.ceil((tinggi + rentang * lega) / langkah) * langkah
    bawah = max(0.0, bawah) if rendah >= 0 else bawah
    return RentangSumbu(round(bawah, 10), round(atas, 10), round(langkah, 10))


def atur_skala(sumbu: Any, skala: RentangSumbu) -> None:
    """Fix the ends and the steps of an axis."""
    sumbu.minimum_scale, sumbu.maximum_scale, sumbu.major_unit = skala.bawah, skala.atas, skala.langkah


def sumbu_angka(sumbu: Any, ukuran: int) -> None:
    """Draw an axis with its numbers and faint lines."""
    sumbu.has_major_gridlines, sumbu.has_minor_gridlines = True, False
    garis(sumbu.major_gridlines.format.line, GARIS_KISI, 0.75)
    sumbu.format.line.fill.background()
    _tanda(sumbu)
    huruf_sumbu(sumbu, ukuran)


def sumbu_nama(sumbu: Any, ukuran: int) -> None:
    """Draw an axis of categories."""
    sumbu.has_major_gridlines = False
    garis(sumbu.format.line, GARIS_SUMBU, 1)
    sumbu.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _tanda(sumbu)
    huruf_sumbu(sumbu, ukuran)
    # Every name is drawn, also where a program thinks there is no room for all of them.
    tetangga = sumbu._element.find(qn("c:noMultiLvlLbl"))
    if tetangga is not None:
        tetangga.addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))


def _tanda(sumbu: Any) -> None:
    sumbu.major_tick_mark = sumbu.minor_tick_mark = XL_TICK_MARK.NONE


def huruf_sumbu(sumbu: Any, ukuran: int) -> None:
    """Set the type of an axis."""
    sumbu.tick_labels.font.size = Pt(ukuran)
    sumbu.tick_labels.font.color.rgb = rgb(HITAM)


def judul_sumbu(sumbu: Any, teks: str, ukuran: int) -> None:
    """Name an axis."""
    if not teks:
        return
    sumbu.has_title = True
    sumbu.axis_title.text_frame.text = teks
    huruf = sumbu.axis_title.text_frame.paragraphs[0].runs[0].font
    huruf.size, huruf.bold, huruf.color.rgb = Pt(ukuran), False, rgb(REDUP)


def garis(baris: Any, warna: str, tebal: float, *, putus: bool = False) -> None:
    """Set the look of a line."""
    baris.color.rgb, baris.width = rgb(warna), Pt(tebal)
    if putus:
        baris.dash_style = MSO_LINE.DASH


def tata_plot(grafik: Any, x: float, y: float, w: float, h: float) -> None:
    """Place the inside of the axes as shares of the chart."""
    letak = "".join(f'<c:{n} val="{v:.4f}"/>' for n, v in zip("xywh", (x, y, w, h), strict=True))
    xml = (
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{letak}</c:manualLayout></c:layout>'
    )
    plot = grafik._chartSpace.chart.plotArea
    lama = plot.find(qn("c:layout"))
    if lama is not None:
        plot.remove(lama)
    plot.insert(0, parse_xml(xml))
