"""Where the labels of scattered points stand: beside their points, clear of each other at every width."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from kinerja.sajian.label import tempatkan
from kinerja.sajian.ukur import SOURCE_SANS, lebar

TINGGI_BIDANG = 440
TEPI_KUADRAN = 24
LEBAR_BIDANG = (190, 270, 360, 480, 640, 850, 1100)
"""Widths of the plot from a phone to a projector; the server does not know which, so labels must suit all."""
UKURAN_LABEL, TINGGI_LABEL, TEPI_LABEL = 14, 18, 4
"""Pixels: the type of a label, the height of its line, the room that Plotly leaves around it."""
GESERAN = tuple((datar, tegak) for tegak in (0.0, -18.0, 18.0, -30.0, 30.0) for datar in (12.0, -12.0))
"""Places a label tries, in pixels from its point: beside it, then ever farther above and below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kotak:
    """A box on the screen: moored at a part of the width, from there `x0` to `x1` pixels; `y0` to `y1` pixels down."""

    pangkal: float
    x0: float
    x1: float
    y0: float
    y1: float

    def bertemu(self, lain: "Kotak") -> bool:
        """Tell whether two boxes overlap at any width."""
        if self.y0 >= lain.y1 or lain.y0 >= self.y1:
            return False
        jarak = self.pangkal - lain.pangkal
        return any(self.x0 + jarak * w < lain.x1 and lain.x0 < self.x1 + jarak * w for w in LEBAR_BIDANG)

    def di_dalam(self) -> bool:
        """Tell whether the box lies inside the plot at every width, clear of the names of the quadrants."""
        muat = all(self.x0 + self.pangkal * w >= 0 and self.x1 + self.pangkal * w <= w for w in LEBAR_BIDANG)
        return muat and self.y0 >= TEPI_KUADRAN and self.y1 <= TINGGI_BIDANG - TEPI_KUADRAN


def lebar_label(label: str) -> float:
    """Return how many pixels a label takes across."""
    return lebar(label, UKURAN_LABEL, muka=SOURCE_SANS) + TEPI_LABEL


def letak_label(
    label: Sequence[str], pusat: Sequence[tuple[float, float]], garis: Sequence[Kotak] = ()
) -> list[tuple[float, float] | None]:
    """Find for each label a place beside its point that meets no other label and no other point.

    Args:
        label: the words.
        pusat: where their points stand: across as a part of the width, down in pixels.
        garis: what is better left free, but may be written over, the last first.

    Returns:
        For each label how far its near end lies from its point, in pixels; None where no place suits every width.
    """
    urut = sorted(range(len(label)), key=lambda i: pusat[i][0])
    titik = [Kotak(pangkal=x, x0=-9, x1=9, y0=y - 9, y1=y + 9) for x, y in pusat]

    def rugi(calon: _Calon, lain: Sequence[_Calon]) -> float:
        """How many lines are written over, as the last are given up first; infinite where the label must not stand."""
        if not calon.kotak.di_dalam() or any(calon.kotak.bertemu(k) for k in (*titik, *(p.kotak for p in lain))):
            return inf
        return next((len(garis) - n for n, g in enumerate(garis) if calon.kotak.bertemu(g)), 0)

    letak = tempatkan([[_Calon(g, _kotak(label[i], pusat[i], g)) for g in GESERAN] for i in urut], rugi, cukup=0)
    return [c.geser if c else None for _, c in sorted(zip(urut, letak, strict=True), key=lambda pasangan: pasangan[0])]


class _Calon(NamedTuple):
    """A place that a label tries: how far from its point, and the box there."""

    geser: tuple[float, float]
    kotak: Kotak


def _kotak(label: str, pusat: tuple[float, float], geser: tuple[float, float]) -> Kotak:
    panjang = lebar_label(label)
    x0 = geser[0] - (panjang if geser[0] < 0 else 0)
    y = pusat[1] + geser[1] - TINGGI_LABEL / 2
    return Kotak(pangkal=pusat[0], x0=x0, x1=x0 + panjang, y0=y, y1=y + TINGGI_LABEL)
