"""How much room text takes: one measure for slides, pages, sheets and documents, each in the typeface it is seen in.

Widths err on the large side. A size may be in points or pixels, or 1 for shares of it; a width comes back in the same.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

TINGGI_BARIS = 1.2
CADANGAN = 0.98
"""Share of a line that is filled: other programs break lines a little earlier."""
_TERPANJANG = 4000
"""Letters that are measured at most: more never stand on a slide."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box that text or a mark takes: left, top, width, height; `y` grows downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bawah(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def kanan(self) -> float:
        """The right edge."""
        return self.x + self.w

    def bertemu(self, lain: "Kotak") -> bool:
        """Tell whether two boxes overlap."""
        return self.x < lain.kanan and lain.x < self.kanan and self.y < lain.bawah and lain.y < self.bawah

    def di_dalam(self, luar: "Kotak") -> bool:
        """Tell whether the whole box lies in another."""
        return self.x >= luar.x and self.kanan <= luar.kanan and self.y >= luar.y and self.bawah <= luar.bawah

    def irisan(self, lain: "Kotak") -> float:
        """Return the area that two boxes share."""
        w = min(self.kanan, lain.kanan) - max(self.x, lain.x)
        h = min(self.bawah, lain.bawah) - max(self.y, lain.y)
        return w * h if w > 0 and h > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Muka:
    """A typeface: the widths of its letters as shares of the size of type.

    Attributes:
        biasa: the letters that are known, regular.
        tebal: the same in bold.
        lain: any other letter.
        lebar: a letter that is set on a square, such as those of East Asia, and what lies beyond the first 65,536.
    """

    biasa: Mapping[str, float]
    tebal: Mapping[str, float]
    lain: float
    lebar: float


def _ascii(ribuan: str) -> dict[str, float]:
    """Read the widths of the printable ASCII characters, in thousandths and in their order."""
    return {chr(32 + n): int(m) / 1000 for n, m in enumerate(ribuan.split())}


ARIAL = Muka(
    biasa=_ascii(
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
        "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 "
        "611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 "
        "556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
    )
    | {"·": 0.34, "–": 0.56, "—": 1.0, "…": 1.0, "’": 0.28, "‘": 0.28, "“": 0.5, "”": 0.5, "−": 0.59},
    tebal=_ascii(
        "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
        "333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 "
        "611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 "
        "611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
    )
    | {"·": 0.34, "–": 0.56, "—": 1.0, "…": 1.0, "’": 0.28, "‘": 0.28, "“": 0.5, "”": 0.5, "−": 0.59},
    lain=0.8,
    lebar=1.4,
)
"""Arial, whose widths Liberation Sans shares: the typeface of a pptx. It is wider than Source Sans."""
SOURCE_SANS = Muka(
    biasa=_ascii(
        "200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 "
        "249 249 497 497 497 425 847 544 588 571 615 527 494 617 652 263 480 579 486 727 647 664 566 664 569 534 "
        "536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 "
        "547 542 555 555 347 419 338 544 467 718 446 467 425 303 241 303 497"
    )
    | {"·": 0.249, "–": 0.48, "—": 0.8, "…": 0.948, "’": 0.249, "‘": 0.249, "“": 0.426, "”": 0.426, "−": 0.497},
    tebal=_ascii(
        "200 340 537 528 528 857 667 300 344 344 457 528 300 332 300 339 528 528 528 528 528 528 528 528 528 528 "
        "300 300 528 528 528 463 903 573 605 582 635 548 524 638 674 301 509 614 518 762 665 684 596 684 613 556 "
        "556 665 556 813 567 525 541 344 339 344 528 500 555 527 573 467 573 518 341 534 571 276 278 548 286 857 "
        "572 555 573 573 398 443 383 568 523 776 514 521 460 344 268 344 528"
    )
    | {"·": 0.3, "–": 0.48, "—": 0.8, "…": 0.978, "’": 0.3, "‘": 0.3, "“": 0.537, "”": 0.537, "−": 0.528},
    lain=0.8,
    lebar=1.4,
)
"""Source Sans, which every page brings with it; the widths are those in the files of font-source-sans-pro."""
SERAGAM = Muka(biasa={}, tebal={}, lain=0.55, lebar=1.1)
"""Whatever typeface the reader's machine has: each letter as wide as the mean of the widest of the usual ones."""


def lebar(teks: str, ukuran: float, *, muka: Muka = ARIAL, tebal: bool = False) -> float:
    """Return the width of text on one line."""
    return _lebar_satuan(teks, muka, tebal) * ukuran


@lru_cache(maxsize=8192)
def _lebar_satuan(teks: str, muka: Muka, tebal: bool) -> float:
    return sum([_lebar_huruf(h, muka, tebal) for h in teks])


@lru_cache(maxsize=4096)
def _lebar_huruf(huruf: str, muka: Muka, tebal: bool) -> float:
    dikenal = muka.tebal if tebal else muka.biasa
    if huruf in dikenal:
        return dikenal[huruf]
    if unicodedata.combining(huruf):
        return 0.0
    return muka.lebar if unicodedata.east_asian_width(huruf) in "WF" or ord(huruf) > 0xFFFF else muka.lain


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
