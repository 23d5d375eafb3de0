"""Points on two axes, each with its name; lines across are series of two points, so that they stay editable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE, XL_TICK_LABEL_POSITION

from kinerja.ekspor.pptx.huruf import rgb
from kinerja.ekspor.pptx.label import pasang_label
from kinerja.ekspor.pptx.legenda import TINGGI_LEGENDA, pasang_legenda
from kinerja.ekspor.pptx.sumbu import Skala, atur_skala, garis, judul_sumbu, skala_rentang, sumbu_angka, tata_plot
from kinerja.ekspor.pptx.ukur import TINGGI_BARIS, Kotak, bersih, lebar, potong
from kinerja.paparan.model import Deret, Grafik, Titik
from kinerja.rupa import TARGET

LABEL, SUMBU = 14, 14
_LEGA = 0.14
_TANDA = 11
_LEBAR_LABEL = 170.0
_KIRI, _KANAN, _ATAS, _BAWAH = 74.0, 24.0, 10.0, 52.0


@dataclass(frozen=True, slots=True)
class _Luas:
    """The inside of the axes in points, and the scales that map values into it."""

    kotak: Kotak
    x: Skala
    y: Skala

    def titik(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.kotak.x + (x - self.x.bawah) / (self.x.atas - self.x.bawah) * self.kotak.w,
            self.kotak.bawah - (y - self.y.bawah) / (self.y.atas - self.y.bawah) * self.kotak.h,
        )


GarisAcuan = tuple[str, tuple[tuple[float, float], ...]]


def luas_sebaran(g: Grafik, k: Kotak) -> _Luas:
    """Return the room inside the axes of a chart and its scales."""
    x = [t.x for d in g.deret for t in d.titik if t.x is not None and t.nilai is not None]
    y = [t.nilai for d in g.deret for t in d.titik if t.x is not None and t.nilai is not None]
    x += [a.nilai for a in g.acuan if a.tegak]
    y += [a.nilai for a in g.acuan if not a.tegak]
    atas = TINGGI_LEGENDA if len(g.deret) > 1 else _ATAS
    dalam = Kotak(_KIRI, atas, k.w - _KIRI - _KANAN, k.h - atas - _BAWAH)
    return _Luas(dalam, skala_rentang(x, _LEGA), skala_rentang(y, _LEGA))


def garis_acuan(g: Grafik, luas: _Luas) -> tuple[GarisAcuan, ...]:
    """Return the lines across: three points each, the middle one carries the name where it stands free of the edge."""
    return tuple((bersih(a.nama), _tiga(luas, a.nama, float(a.nilai), tegak=a.tegak)) for a in g.acuan)


def _tiga(luas: _Luas, nama: str, nilai: float, *, tegak: bool) -> tuple[tuple[float, float], ...]:
    x, y = luas.x, luas.y
    if tegak:
        bawah = y.bawah + (y.atas - y.bawah) * LABEL / luas.kotak.h
        return (nilai, y.bawah), (nilai, bawah), (nilai, y.atas)
    tengah = lebar(bersih(nama), LABEL) / 2 + 6
    kiri = x.bawah + (x.atas - x.bawah) * tengah / luas.kotak.w
    return (x.bawah, nilai), (kiri, nilai), (x.atas, nilai)


def rias_sebaran(grafik: Any, g: Grafik, k: Kotak, luas: _Luas, acuan: Sequence[GarisAcuan]) -> None:
    """Style a chart of points."""
    seri = list(grafik.plots[0].series)
    terpakai = [_kotak_acuan(luas, a) for a in acuan]
    terpakai += [_kotak_tanda(luas, t) for d in g.deret for t in _tergambar(d)]
    for s, d in zip(seri, g.deret, strict=False):
        _rias_titik(s, d)
        titik = [_ringkas(t) for t in _tergambar(d)]
        pasang_label(s, titik, list(_posisi(luas, titik, terpakai)), LABEL, nama=True)
    for s, (nama, isi), a in zip(seri[len(g.deret) :], acuan, g.acuan, strict=True):
        _rias_acuan(s, nama, len(isi), tegak=a.tegak)
    for sumbu, skala, nama in zip((grafik.category_axis, grafik.value_axis), (luas.x, luas.y), g.sumbu, strict=True):
        sumbu_angka(sumbu, SUMBU)
        atur_skala(sumbu, skala)
        sumbu.tick_labels.number_format, sumbu.tick_labels.number_format_is_linked = "General", False
        sumbu.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        judul_sumbu(sumbu, bersih(nama), SUMBU)
    pasang_legenda(grafik, g)
    d = luas.kotak
    tata_plot(grafik, d.x / k.w, d.y / k.h, d.w / k.w, d.h / k.h)


def _tergambar(d: Deret) -> list[Titik]:
    return [t for t in d.titik if t.nilai is not None and t.x is not None]


def _ringkas(t: Titik) -> Titik:
    return Titik(t.nilai, potong(bersih(t.teks), LABEL, _LEBAR_LABEL, 1), t.rupa, t.x)


def _rias_titik(seri: Any, d: Deret) -> None:
    seri.format.line.fill.background()
    for n, t in enumerate(_tergambar(d)):
        tanda = seri.points[n].marker
        tanda.style, tanda.size = XL_MARKER_STYLE.CIRCLE, _TANDA
        tanda.format.fill.solid()
        tanda.format.fill.fore_color.rgb = rgb(t.rupa.warna if t.rupa else d.warna)
        garis(tanda.format.line, "#FFFFFF", 1)
    seri.marker.style, seri.marker.size = XL_MARKER_STYLE.CIRCLE, _TANDA


def _rias_acuan(seri: Any, nama: str, banyak: int, *, tegak: bool) -> None:
    seri.marker.style = XL_MARKER_STYLE.NONE
    seri.smooth = False
    garis(seri.format.line, TARGET, 1.75, putus=True)
    titik = [Titik(Decimal(0), nama if n == 1 else "") for n in range(banyak)]
    pasang_label(seri, titik, ["r" if tegak else "t"] * banyak, LABEL, nama=True)


# --- labels that keep out of each other's way -------------------------------------------------------------------------


def _kotak_tanda(luas: _Luas, t: Titik) -> Kotak:
    x, y = luas.titik(float(t.x or 0), float(t.nilai or 0))
    return Kotak(x - _TANDA / 2, y - _TANDA / 2, _TANDA, _TANDA)


def _kotak_acuan(luas: _Luas, a: GarisAcuan) -> Kotak:
    nama, titik = a
    x, y = luas.titik(*titik[1])
    tegak = titik[0][0] == titik[1][0]
    return _kotak_label(nama, x, y, "r" if tegak else "t", 0)


def _kotak_label(teks: str, x: float, y: float, posisi: str, tanda: float = _TANDA) -> Kotak:
    w, h, sela = lebar(teks, LABEL), LABEL * TINGGI_BARIS, tanda / 2 + 3
    letak = {
        "r": (x + sela, y - h / 2),
        "l": (x - sela - w, y - h / 2),
        "t": (x - w / 2, y - sela - h),
        "b": (x - w / 2, y + sela),
    }[posisi]
    return Kotak(*letak, w, h)


def _posisi(luas: _Luas, titik: Sequence[Titik], terpakai: list[Kotak]) -> Iterator[str]:
    """Choose a side for each label in turn: the one that covers the least of what is there."""
    for t in titik:
        x, y = luas.titik(float(t.x or 0), float(t.nilai or 0))
        calon = {p: _kotak_label(t.teks, x, y, p) for p in "rltb"}
        pilih = min(calon, key=lambda p: _tutup(calon[p], terpakai, luas.kotak))
        terpakai.append(calon[pilih])
        yield pilih


def _tutup(k: Kotak, terpakai: Sequence[Kotak], batas: Kotak) -> float:
    """Area of a label that lies on others or outside of the axes."""
    dalam = _irisan(k, Kotak(batas.x, batas.y, batas.w + _KANAN, batas.h))
    return sum(_irisan(k, t) for t in terpakai) + 3 * (k.w * k.h - dalam)


def _irisan(a: Kotak, b: Kotak) -> float:
    w = min(a.x + a.w, b.x + b.w) - max(a.x, b.x)
    h = min(a.bawah, b.bawah) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


def utuh_sebaran(g: Grafik) -> tuple[str, ...]:
    """Return the names of points that are shortened, whole."""
    semua = (t for d in g.deret for t in _tergambar(d))
    return tuple(bersih(t.teks) for t in semua if _ringkas(t).teks != bersih(t.teks))
