"""Points on two axes, each with its name; lines across are series of two points, so that they stay editable."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from pptx.enum.chart import XL_MARKER_STYLE, XL_TICK_LABEL_POSITION

from kinerja.ekspor.pptx.data_grafik import GarisAcuan
from kinerja.ekspor.pptx.huruf import bersih, rgb
from kinerja.ekspor.pptx.label import Huruf, pasang_label
from kinerja.ekspor.pptx.legenda import pasang_legenda, tinggi_legenda
from kinerja.ekspor.pptx.sumbu import (
    RentangSumbu,
    atur_skala,
    garis,
    judul_sumbu,
    skala_rentang,
    sumbu_angka,
    tata_plot,
)
from kinerja.nilai.pasti import pasti
from kinerja.paparan.model import Deret, Grafik, Titik
from kinerja.sajian.label import tempatkan
from kinerja.sajian.rupa import TARGET
from kinerja.sajian.ukur import TINGGI_BARIS, Kotak, lebar, potong
from kinerja.sajian.warna import PUTIH

LABEL, SUMBU = 14, 14
_LEGA = 0.08
_TANDA = 11
_TEBAL = 6.0
_LEBAR_LABEL = 170.0
_PUTARAN = 4
_SISI = ("r", "l", "t", "b")
_KIRI, _KANAN, _ATAS, _BAWAH = 74.0, 24.0, 26.0, 52.0


@dataclass(frozen=True, slots=True)
class Luas:
    """The inside of the axes in points, and the scales that map values into it."""

    kotak: Kotak
    x: RentangSumbu
    y: RentangSumbu

    def titik(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of two values in points."""
        return (
            self.kotak.x + (x - self.x.bawah) / (self.x.atas - self.x.bawah) * self.kotak.w,
            self.kotak.bawah - (y - self.y.bawah) / (self.y.atas - self.y.bawah) * self.kotak.h,
        )


def luas_sebaran(grafik: Grafik, k: Kotak) -> Luas:
    """Return the room inside the axes of a chart and its scales."""
    x = [t.x for d in grafik.deret for t in d.titik if t.x is not None and t.nilai is not None]
    y = [t.nilai for d in grafik.deret for t in d.titik if t.x is not None and t.nilai is not None]
    x += [a.nilai for a in grafik.acuan if a.tegak]
    y += [a.nilai for a in grafik.acuan if not a.tegak]
    atas = tinggi_legenda(grafik, k.w, _ATAS)
    dalam = Kotak(_KIRI, atas, k.w - _KIRI - _KANAN, k.h - atas - _BAWAH)
    return Luas(dalam, skala_rentang(x, _LEGA, 6), skala_rentang(y, _LEGA, 6))


def garis_acuan(grafik: Grafik, luas: Luas) -> tuple[GarisAcuan, ...]:
    """Return the lines across with their two ends; the first end carries the name."""
    return tuple((bersih(a.nama), _ujung(luas, round(float(a.nilai), 4), tegak=a.tegak)) for a in grafik.acuan)


def _ujung(luas: Luas, nilai: float, *, tegak: bool) -> tuple[tuple[float, float], ...]:
    x, y = luas.x, luas.y
    return ((nilai, y.atas), (nilai, y.bawah)) if tegak else ((x.bawah, nilai), (x.atas, nilai))


def acuan_dahulu(grafik: Grafik) -> bool:
    """Whether the lines come before the points: LibreOffice drops a series that is longer than the first one."""
    return bool(grafik.acuan) and max((len(_tergambar(d)) for d in grafik.deret), default=0) < 2


def rias_sebaran(bagan: Any, grafik: Grafik, k: Kotak, luas: Luas, acuan: Sequence[GarisAcuan]) -> None:
    """Style a chart of points."""
    semua = list(bagan.plots[0].series)
    batas = len(acuan) if acuan_dahulu(grafik) else len(grafik.deret)
    depan, belakang = semua[:batas], semua[batas:]
    seri_titik, seri_acuan = (belakang, depan) if acuan_dahulu(grafik) else (depan, belakang)
    terpakai = [b for a in acuan for b in _kotak_acuan(luas, a)]
    terpakai += [_kotak_tanda(luas, t) for d in grafik.deret for t in _tergambar(d)]
    for s, d in zip(seri_titik, grafik.deret, strict=True):
        s.format.line.fill.background()
        for n, t in enumerate(_tergambar(d)):
            tanda = s.points[n].marker
            tanda.style, tanda.size = XL_MARKER_STYLE.CIRCLE, _TANDA
            tanda.format.fill.solid()
            tanda.format.fill.fore_color.rgb = rgb(t.rupa.warna if t.rupa else d.warna)
            tanda.format.line.fill.background()
        # LibreOffice paints a point's own fill only where the series has one and the point's size is another.
        s.marker.style, s.marker.size = XL_MARKER_STYLE.CIRCLE, _TANDA - 1
        s.marker.format.fill.solid()
        s.marker.format.fill.fore_color.rgb = rgb(d.warna)
        titik = [_ringkas(t) for t in _tergambar(d)]
        pasang_label(s, titik, _posisi(luas, titik, terpakai), Huruf(LABEL, nama=True))
    for s, (nama, _), a in zip(seri_acuan, acuan, grafik.acuan, strict=True):
        s.marker.style = XL_MARKER_STYLE.NONE
        s.smooth = False
        garis(s.format.line, TARGET, 1.75, putus=True)
        huruf = Huruf(LABEL, latar="" if a.tegak else PUTIH, nama=True)
        pasang_label(s, [Titik(Decimal(0), nama), Titik(Decimal(0))], ["t" if a.tegak else "r"] * 2, huruf)
    dua = (bagan.category_axis, bagan.value_axis)
    for sumbu, skala, nama in zip(dua, (luas.x, luas.y), grafik.sumbu, strict=True):
        sumbu_angka(sumbu, SUMBU)
        atur_skala(sumbu, skala)
        sumbu.tick_labels.number_format, sumbu.tick_labels.number_format_is_linked = "General", False
        sumbu.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        judul_sumbu(sumbu, bersih(nama), SUMBU)
    pasang_legenda(bagan, grafik)
    dalam = luas.kotak
    tata_plot(bagan, dalam.x / k.w, dalam.y / k.h, dalam.w / k.w, dalam.h / k.h)


def _tergambar(deret: Deret) -> list[Titik]:
    return [t for t in deret.titik if t.nilai is not None and t.x is not None]


def _ringkas(titik: Titik) -> Titik:
    return Titik(titik.nilai, potong(bersih(titik.teks), LABEL, _LEBAR_LABEL, 1), titik.rupa, titik.x)


# --- labels that keep out of each other's way -------------------------------------------------------------------------


def _kotak_tanda(luas: Luas, titik: Titik) -> Kotak:
    x, y = luas.titik(float(pasti(titik.x, "serapan")), float(pasti(titik.nilai, "capaian")))
    return Kotak(x - _TANDA / 2, y - _TANDA / 2, _TANDA, _TANDA)


def _kotak_acuan(luas: Luas, garis: GarisAcuan) -> tuple[Kotak, Kotak]:
    """A line with the room around it, and its name."""
    nama, (satu, dua) = garis
    (x, y), (x2, y2) = luas.titik(*satu), luas.titik(*dua)
    garis_ = Kotak(min(x, x2) - _TEBAL / 2, min(y, y2) - _TEBAL / 2, abs(x - x2) + _TEBAL, abs(y - y2) + _TEBAL)
    return garis_, _kotak_label(nama, x, y, "t" if x == x2 else "r", 0)


def _kotak_label(teks: str, x: float, y: float, posisi: str, tanda: float = _TANDA) -> Kotak:
    w, h, sela = lebar(teks, LABEL), LABEL * TINGGI_BARIS, tanda / 2 + 3
    letak = {
        "r": (x + sela, y - h / 2),
        "l": (x - sela - w, y - h / 2),
        "t": (x - w / 2, y - sela - h),
        "b": (x - w / 2, y + sela),
    }[posisi]
    return Kotak(*letak, w, h)


def _posisi(luas: Luas, titik: Sequence[Titik], halangan: Sequence[Kotak]) -> list[str]:
    """Choose a side for each label, the one that covers the least; again with all others placed, until it is stable."""
    calon = [_calon(luas, t) for t in titik]
    batas = Kotak(luas.kotak.x, luas.kotak.y, luas.kotak.w + _KANAN, luas.kotak.h)

    def rugi(sisi: _Sisi, lain: Sequence[_Sisi]) -> float:
        """Area of a label that lies on others or outside of the axes."""
        k = sisi.kotak
        di_luar = k.w * k.h - k.irisan(batas)
        return sum(k.irisan(t) for t in (*halangan, *(s.kotak for s in lain))) + 3 * di_luar

    return [s.nama if s else _SISI[0] for s in tempatkan(calon, rugi, putaran=_PUTARAN)]


class _Sisi(NamedTuple):
    """A side of a point, as the file names it, and the box of the label there."""

    nama: str
    kotak: Kotak


def _calon(luas: Luas, titik: Titik) -> list[_Sisi]:
    x, y = luas.titik(float(pasti(titik.x, "serapan")), float(pasti(titik.nilai, "capaian")))
    return [_Sisi(p, _kotak_label(titik.teks, x, y, p)) for p in _SISI]


def utuh_sebaran(grafik: Grafik) -> tuple[str, ...]:
    """Return the names of points that are shortened, whole."""
    semua = (t for d in grafik.deret for t in _tergambar(d))
    return tuple(bersih(t.teks) for t in semua if _ringkas(t).teks != bersih(t.teks))
