"""A sheet to draw on: lines, boxes and words in SVG, and how much room words take."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from markupsafe import Markup

from kinerja.sajian.salinan import polos
from kinerja.sajian.ukur import SERAGAM, lebar
from kinerja.sajian.warna import KELABU_GAMBAR, PUTIH

HURUF = 24
"""Size of the words in a chart, in pixels of 1920 (docs/paparan.md)."""
BARIS = 1.18

_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-label="{}" class="grafik" '
    'font-family="Source Sans, Source Sans 3, Source Sans Pro, Segoe UI, Arial, sans-serif" '
    'fill="currentColor">{}</svg>'
)
_TEKS = Markup('<text x="{:.1f}" y="{:.1f}" font-size="{}" text-anchor="{}"{}>{}</text>')
# In the colour of a page; the style sheet of the screen gives it that of the screen.
_TEPI = Markup(' class="tepi" paint-order="stroke" stroke="{}" stroke-width="6" stroke-linejoin="round"').format(PUTIH)
_KOTAK = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"{}/>')
_RONGGA = Markup(
    '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="none" stroke="currentColor" stroke-width="3"{}/>'
)
_RUAS = Markup(
    '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{}"{} stroke-linecap="round"/>'
)
_BULAT = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}" fill="{}" stroke="{}" stroke-width="{}"/>')
PUTUS = Markup(' stroke-dasharray="10 8"')
REDUP = KELABU_GAMBAR


@dataclass(frozen=True, slots=True)
class Tulisan:
    """How words are written: size, which end stands at x (start, middle, end), weight, colour on a coloured ground."""

    ukuran: int = HURUF
    pangkal: str = "start"
    tebal: bool = False
    warna: str = ""

    @property
    def rias(self) -> Markup:
        """The attributes of weight and colour; on open ground a rim keeps words readable over a line."""
        tebal = Markup(' font-weight="700"') if self.tebal else Markup("")
        return tebal + (Markup(' fill="{}"').format(self.warna) if self.warna else _TEPI)


BIASA = Tulisan()


@dataclass
class Kanvas:
    """Parts of a picture in the order in which they are drawn."""

    lebar: int
    tinggi: int
    _isi: list[Markup] = field(default_factory=list)

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, warna: str, *, tepi: bool = False) -> None:
        """Draw a box; `tepi` gives it a thin outline in the colour of the words, which shows it on any ground."""
        garis = Markup(' stroke="currentColor" stroke-opacity=".35"') if tepi else Markup("")
        self._isi.append(_KOTAK.format(x, y, max(0.0, lebar), tinggi, warna, garis))

    def rongga(self, x: float, y: float, lebar: float, tinggi: float) -> None:
        """Draw a dashed outline without a filling, for a target."""
        self._isi.append(_RONGGA.format(x, y, max(0.0, lebar), tinggi, PUTUS))

    def ruas(
        self, x1: float, y1: float, x2: float, y2: float, warna: str = REDUP, *, tebal: float = 2, putus: bool = False
    ) -> None:
        """Draw a line."""
        self._isi.append(_RUAS.format(x1, y1, x2, y2, warna, tebal, PUTUS if putus else ""))

    def bulat(self, x: float, y: float, jari: float, warna: str, *, rongga: bool = False) -> None:
        """Draw a dot, hollow for a target."""
        self._isi.append(_BULAT.format(x, y, jari, "none" if rongga else warna, warna, 4 if rongga else 2))

    def teks(self, x: float, y: float, isi: str, tulisan: Tulisan = BIASA) -> None:
        """Write a line of words; y is their foot."""
        self._isi.append(_TEKS.format(x, y, tulisan.ukuran, tulisan.pangkal, tulisan.rias, polos(isi)))

    def baris_teks(self, x: float, tengah: float, baris: Sequence[str], tulisan: Tulisan = BIASA) -> None:
        """Write lines of words below each other, centred at a height."""
        atas = tengah - (len(baris) - 1) * tulisan.ukuran * BARIS / 2 + tulisan.ukuran * 0.36
        for n, isi in enumerate(baris):
            self.teks(x, atas + n * tulisan.ukuran * BARIS, isi, tulisan)

    def svg(self, alt: str) -> Markup:
        """Return the picture, named by what it says."""
        return _SVG.format(self.lebar, self.tinggi, polos(alt), Markup("").join(self._isi))


def lebar_teks(teks: str, ukuran: float = HURUF) -> float:
    """Return how wide words are at most, in pixels, in whatever typeface a screen has."""
    return lebar(teks, ukuran, muka=SERAGAM)


def lipat(teks: str, ruang: float, tinggi: float, terbesar: int = HURUF, terkecil: int = 12) -> tuple[list[str], int]:
    """Break words into lines that fit a box, at the largest size at which they do.

    Returns:
        The lines and their size; at the smallest size they may be taller than the box, but nothing is left out.
    """
    for ukuran in range(terbesar, terkecil, -2):
        baris = _baris(teks, ruang, ukuran)
        if len(baris) * ukuran * BARIS <= tinggi:
            return baris, ukuran
    return _baris(teks, ruang, terkecil), terkecil


def _baris(teks: str, ruang: float, ukuran: int) -> list[str]:
    muat = max(4, int(ruang / lebar_teks("0", ukuran)))
    return wrap(polos(teks), muat, break_on_hyphens=False) or [""]
