"""Bars, lying and standing: from zero, labelled at their ends, a reference as the one line of the grid."""

from dataclasses import dataclass
from itertools import product
from typing import Any

from pptx.enum.chart import XL_AXIS_CROSSES

from kinerja.ekspor.pptx.huruf import bersih, rgb
from kinerja.ekspor.pptx.label import Huruf, kode_format, pasang_label
from kinerja.ekspor.pptx.legenda import pasang_legenda, tinggi_legenda
from kinerja.ekspor.pptx.sumbu import RentangSumbu, atur_skala, garis, huruf_sumbu, sumbu_nama, tata_plot
from kinerja.paparan.model import AcuanGrafik, Deret, Grafik, Titik
from kinerja.sajian.rupa import TARGET
from kinerja.sajian.ukur import TINGGI_BARIS, Kotak, baris, lebar, potong
from kinerja.sajian.warna import HITAM, PUTIH

LABEL, SUMBU = 18, 14
LEWAT = 1.2
"""Bars stop at this many times the line across; their labels print the true value."""
_BAGI = (0.24, 0.32, 0.4, 0.48)
"""Shares of the width for the names of lying bars, tried in turn."""
_SELA = 8.0


@dataclass(frozen=True, slots=True)
class NamaBatang:
    """Names on the axis: as drawn, their size, the room they take (width of lying, height of standing bars)."""

    teks: tuple[str, ...]
    ukuran: int
    ruang: float


def nama_lintang(grafik: Grafik, k: Kotak) -> NamaBatang:
    """Fit the names of lying bars into the left of a chart, each within the height of its bar."""
    nama = tuple(map(bersih, grafik.kategori))
    tinggi = (k.h - _atas(grafik, k) - _bawah(grafik)) / max(1, len(nama))
    for ukuran, paling, bagi in product((16, SUMBU), (1, 2, 3, 9), _BAGI):
        ruang, muat = k.w * bagi, int(tinggi // (ukuran * TINGGI_BARIS))
        if all(baris(n, ukuran, ruang) <= min(muat, paling) for n in nama):
            return NamaBatang(nama, ukuran, min(ruang, max(lebar(n, ukuran) for n in nama) * 1.05))
    return NamaBatang(tuple(potong(n, ukuran, ruang, muat) for n in nama), ukuran, ruang)


def nama_tegak(grafik: Grafik, k: Kotak) -> NamaBatang:
    """Fit the names below standing bars or points."""
    nama = tuple(map(bersih, grafik.kategori))
    ruang = k.w * 0.88 / max(1, len(nama)) - _SELA
    teks = tuple(potong(n, SUMBU, ruang, 3) for n in nama)
    banyak = max((baris(n, SUMBU, ruang) for n in teks), default=1)
    return NamaBatang(teks, SUMBU, banyak * SUMBU * TINGGI_BARIS + _SELA)


def ukuran_label(grafik: Grafik, ruang: float) -> int:
    """Return the largest size in which every label is narrower than its room."""
    terlebar = max((lebar(bersih(t.teks), 1) for d in grafik.deret for t in d.titik), default=0)
    return next((u for u in (LABEL, 16) if terlebar * u <= ruang), SUMBU)


def rias_batang(bagan: Any, grafik: Grafik, k: Kotak, nama: NamaBatang, *, lintang: bool) -> None:
    """Style a bar chart."""
    label = ukuran_label(grafik, k.w * 0.3 if lintang else k.w * 0.7 / max(1, len(nama.teks)))
    # The axis is longer than the longest bar, so that the label has its room.
    ruang = k.w - nama.ruang - 2 * _SELA if lintang else k.h - nama.ruang - _atas(grafik, k)
    minta = _lebar_label(grafik, label) if lintang else label * 1.6
    skala = _skala(grafik, ruang / max(ruang - minta, ruang / 3))
    plot = bagan.plots[0]
    # Gap between bars in percent of a bar: no slabs of few bars, and room for a label within a standing one.
    banyak = max(1, len(grafik.kategori))
    sela = 45 if banyak > 3 else 90
    if not lintang:
        muat = k.w * 0.85 / (banyak * len(grafik.deret)) / _lebar_label(grafik, label) - 1
        sela = round(100 * min(1.3, max(0.25, muat)))
    plot.gap_width, plot.overlap = sela, 0
    for seri, d in zip(plot.series, grafik.deret, strict=True):
        seri.invert_if_negative = False
        seri.format.fill.solid()
        seri.format.fill.fore_color.rgb = rgb(d.warna)
        for n, t in enumerate(d.titik):
            if t.rupa:
                isi = seri.points[n].format.fill
                isi.solid()
                isi.fore_color.rgb = rgb(t.rupa.warna)
            if n == grafik.sorot:
                garis(seri.points[n].format.line, TARGET, 2)
        posisi = [_posisi(grafik, t, skala) for t in d.titik]
        tinta = [_tinta(d, t) if p == "inEnd" else "" for t, p in zip(d.titik, posisi, strict=True)]
        pasang_label(seri, d.titik, posisi, Huruf(label), tinta)
    _sumbu(bagan, grafik, skala, nama, lintang=lintang)
    pasang_legenda(bagan, grafik)
    kiri, bawah, atas = _SELA, nama.ruang, _atas(grafik, k)
    if lintang:
        kiri, bawah = nama.ruang + _SELA, _bawah(grafik)
    elif acuan_batang(grafik):
        kiri += lebar("000%", SUMBU)
    tata_plot(bagan, kiri / k.w, atas / k.h, (k.w - kiri - _SELA) / k.w, (k.h - atas - bawah) / k.h)


def _posisi(grafik: Grafik, titik: Titik, skala: RentangSumbu) -> str:
    """Labels beyond the bar's end; within it where there is a line across, which would strike them through."""
    return (
        "inEnd"
        if acuan_batang(grafik) and titik.nilai is not None and float(titik.nilai) > skala.atas / 2
        else "outEnd"
    )


def _tinta(deret: Deret, titik: Titik) -> str:
    """Black or white, whichever reads on the bar."""
    if titik.rupa:
        return titik.rupa.warna_teks
    merah, hijau, biru = bytes.fromhex(deret.warna.removeprefix("#"))
    return HITAM if 0.299 * merah + 0.587 * hijau + 0.114 * biru > 140 else PUTIH


# --- scale and axes ---------------------------------------------------------------------------------------------------


def acuan_batang(grafik: Grafik) -> AcuanGrafik | None:
    """Return the line across that a bar chart draws: one above zero, on the axis of the values."""
    return next((a for a in grafik.acuan if not a.tegak and a.nilai > 0), None)


def _skala(grafik: Grafik, lega: float) -> RentangSumbu:
    """From zero to the longest bar with room for its label; where there is a line across, its value is the step."""
    isi = [float(t.nilai) for d in grafik.deret for t in d.titik if t.nilai is not None]
    tinggi, rendah = max(isi, default=0.0), min(isi, default=0.0)
    acuan = acuan_batang(grafik)
    if acuan:
        langkah = float(acuan.nilai)
        return RentangSumbu(-langkah if rendah < 0 else 0.0, langkah * LEWAT, langkah)
    atas = max(tinggi, 0.0) * lega or (1.0 if rendah >= 0 else 0.0)
    bawah = rendah * lega if rendah < 0 else 0.0
    return RentangSumbu(bawah, atas, (atas - bawah) or 1.0)


def _lebar_label(grafik: Grafik, label: int) -> float:
    return max((lebar(bersih(t.teks), label) for d in grafik.deret for t in d.titik), default=0) + _SELA


def _sumbu(bagan: Any, grafik: Grafik, skala: RentangSumbu, nama: NamaBatang, *, lintang: bool) -> None:
    sumbu_nama(bagan.category_axis, nama.ukuran)
    angka = bagan.value_axis
    atur_skala(angka, skala)
    acuan = acuan_batang(grafik)
    angka.has_major_gridlines, angka.visible = acuan is not None, acuan is not None
    if acuan:
        # The grid has a line at zero too: the axis covers it.
        garis(bagan.category_axis.format.line, TARGET, 2)
        garis(angka.major_gridlines.format.line, TARGET, 1.75, putus=True)
        angka.format.line.fill.background()
        huruf_sumbu(angka, SUMBU)
        kode = kode_format(acuan.nilai, bersih(acuan.nama)) or "General"
        angka.tick_labels.number_format = f'[={acuan.nilai.normalize():f}]{kode};""'
        angka.tick_labels.number_format_is_linked = False
    if lintang:
        bagan.category_axis.reverse_order = True
        bagan.category_axis.crosses = XL_AXIS_CROSSES.MAXIMUM


def _atas(grafik: Grafik, k: Kotak) -> float:
    return tinggi_legenda(grafik, k.w, 4.0)


def _bawah(grafik: Grafik) -> float:
    return SUMBU * 1.7 if acuan_batang(grafik) else 4.0
