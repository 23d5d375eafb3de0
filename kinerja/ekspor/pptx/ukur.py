"""How much room text takes, in points, from the widths of Arial (equal to Liberation Sans); errs on the large side."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

TINGGI_BARIS = 1.2
CADANGAN = 0.98
"""Share of a line that is filled: other programs break lines a little earlier."""
_LAIN, _LEBAR = 0.8, 1.4
_BIASA = {"·": 0.34, "–": 0.56, "—": 1.0, "…": 1.0, "’": 0.28, "‘": 0.28, "“": 0.5, "”": 0.5, "−": 0.59}
_MILI = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_MILI_TEBAL = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_ASCII = {
    tebal: {chr(32 + n): int(m) / 1000 for n, m in enumerate(mili.split())}
    for tebal, mili in ((False, _MILI), (True, _MILI_TEBAL))
}
"""Widths of the printable ASCII characters, as shares of the size of type: regular, bold."""
_TERPANJANG = 4000
"""Letters that are measured at most: more never stand on a slide."""
_TAK_SAH = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_JEDA = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def bersih(teks: str) -> str:
    """Return text as XML may carry it, on one line: no control characters, no halves of a character."""
    return _JEDA.sub(" ", _TAK_SAH.sub("", teks))


@dataclass(frozen=True, slots=True)
class Kotak:
    """A place on a slide: left, top, width, height in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bawah(self) -> float:
        """The lower edge."""
        return self.y + self.h


@lru_cache(maxsize=4096)
def _lebar_huruf(huruf: str, tebal: bool) -> float:
    if huruf in _ASCII[tebal]:
        return _ASCII[tebal][huruf]
    if unicodedata.combining(huruf):
        return 0.0
    if huruf in _BIASA:
        return _BIASA[huruf]
    lebar = unicodedata.east_asian_width(huruf) in "WF" or ord(huruf) > 0xFFFF
    return _LEBAR if lebar else _LAIN


def lebar(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Return the width of text on one line."""
    return _lebar_satuan(teks, tebal) * ukuran


@lru_cache(maxsize=8192)
def _lebar_satuan(teks: str, tebal: bool) -> float:
    return sum([_lebar_huruf(h, tebal) for h in teks])


def baris(teks: str, ukuran: float, ruang: float, *, tebal: bool = False) -> int:
    """Return how many lines text takes in a width; a word that is too long is broken."""
    ruang = max(ruang * CADANGAN, ukuran)
    spasi = lebar(" ", ukuran, tebal=tebal)
    hasil, isi = 1, 0.0
    for kata in teks[:_TERPANJANG].split():
        w = lebar(kata, ukuran, tebal=tebal)
        if isi and isi + spasi + w > ruang:
            hasil, isi = hasil + 1, 0.0
        else:
            w += spasi if isi else 0
        # A word longer than the line goes on in the next ones.
        penuh = int((isi + w) // ruang) if isi + w > ruang else 0
        hasil, isi = hasil + penuh, isi + w - penuh * ruang
    return hasil


def tinggi(teks: Iterable[str], ukuran: float, ruang: float, *, jarak: float = 0, tebal: bool = False) -> float:
    """Return the height of paragraphs below each other."""
    isi = [baris(t, ukuran, ruang, tebal=tebal) * ukuran * TINGGI_BARIS for t in teks]
    return sum(isi) + jarak * max(0, len(isi) - 1)


def potong(teks: str, ukuran: float, ruang: float, paling_banyak: int, *, tebal: bool = False) -> str:
    """Return text shortened with an ellipsis so that it takes at most so many lines; whole where it fits."""
    paling_banyak = max(1, paling_banyak)
    if len(teks) <= _TERPANJANG and baris(teks, ukuran, ruang, tebal=tebal) <= paling_banyak:
        return teks
    bawah, atas = 0, min(len(teks), _TERPANJANG)
    while bawah < atas:
        tengah = (bawah + atas + 1) // 2
        muat = baris(f"{teks[:tengah]}…", ukuran, ruang, tebal=tebal) <= paling_banyak
        bawah, atas = (tengah, atas) if muat else (bawah, tengah - 1)
    utuh = teks[:bawah]
    kata = utuh.rsplit(" ", 1)[0] if " " in utuh[bawah // 2 :] else utuh
    return f"{kata.rstrip()}…"


def potong_semua(
    teks: Sequence[str], ukuran: float, ruang: float, tinggi_ruang: float, *, jarak: float = 0
) -> tuple[str, ...]:
    """Return paragraphs that fit together: short ones whole, the others with an equal share of the lines left."""
    muat = int((tinggi_ruang - jarak * max(0, len(teks) - 1)) // (ukuran * TINGGI_BARIS))
    minta = [baris(t, ukuran, ruang) for t in teks]
    jatah = _bagi(minta, max(muat, len(teks)))
    return tuple(potong(t, ukuran, ruang, j) for t, j in zip(teks, jatah, strict=True))


def _bagi(minta: Sequence[int], ada: int) -> list[int]:
    """Share lines: who asks for less than the equal share gets what he asks for."""
    jatah = dict.fromkeys(range(len(minta)), 1)
    for ke, n in enumerate(sorted(jatah, key=lambda i: minta[i])):
        jatah[n] = max(1, min(minta[n], ada // (len(minta) - ke)))
        ada -= jatah[n]
    return [jatah[n] for n in range(len(minta))]
