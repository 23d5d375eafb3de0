"""A strip of units: sorted dots between two ends, with the grades of their scale, the one that is looked at marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from kinerja.nilai.skala import Skala

LANGKAH = 5
"""The ends of a strip stand on multiples of this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikUnit:
    """A unit on a strip."""

    nama: str
    angka: Decimal
    teks: str
    sendiri: bool = False
    keseluruhan: bool = False


@dataclass(frozen=True, slots=True)
class Lajur:
    """A strip of units between two ends, lowest first; `pita` are the grades that lie between: word, from, to."""

    bawah: Decimal
    atas: Decimal
    pita: tuple[tuple[str, Decimal, Decimal], ...]
    titik: tuple[TitikUnit, ...]

    def letak(self, angka: Decimal) -> Decimal:
        """Return where a value stands, in percent of the width."""
        return (angka - self.bawah) / (self.atas - self.bawah) * 100


def susun_lajur(skala: Skala | None, titik: Sequence[TitikUnit]) -> Lajur | None:
    """Make the strip of units that share a scale; None where nothing would stand beside another."""
    if skala is None or len(titik) < 2:
        return None
    angka = [t.angka for t in titik]
    bawah, atas = Decimal(floor(min(angka) / LANGKAH) * LANGKAH), Decimal(ceil(max(angka) / LANGKAH) * LANGKAH)
    atas = max(atas, bawah + LANGKAH)
    urut = sorted(titik, key=lambda t: (t.sendiri, t.keseluruhan, t.angka))
    return Lajur(bawah, atas, tuple(_pita(skala, bawah, atas)), tuple(urut))


def _pita(skala: Skala, bawah: Decimal, atas: Decimal) -> Iterable[tuple[str, Decimal, Decimal]]:
    """Yield the grades between the ends, best first; a gap belongs to the lower grade."""
    ujung = atas
    for p in skala.pita:
        if p.bawah is not None and p.bawah < ujung and ujung > bawah:
            yield p.predikat, max(p.bawah, bawah), ujung
            ujung = p.bawah
