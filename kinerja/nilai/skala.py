"""Rating scales: bands, the scales every installation starts with, and which one is in force in a year."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.nilai.angka import bulatkan
from kinerja.nilai.nama import samakan

SKALA_BAWAAN_CAPAIAN = "Permendagri 86/2017"
"""Scale of capaian for an OPD that names none."""

DI_CELAH = "di celah skala"
DI_BAWAH = "di bawah skala"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pita:
    """One grade of a scale.

    Attributes:
        urutan: 1 is the best grade.
        predikat: the word.
        bawah: lower bound in the unit of the value; None for grades that have only an order.
        atas: upper bound as printed; what lies between it and the next lower bound is a gap.
        termasuk: whether the lower bound itself belongs to the grade.
        sebutan: what the regulation calls a grade that is a letter; empty where the grade is a word itself.
    """

    urutan: int
    predikat: str
    bawah: Decimal | None = None
    atas: Decimal | None = None
    termasuk: bool = True
    sebutan: str = ""

    def dicapai(self, angka: Decimal) -> bool:
        """Tell whether `angka` reaches the lower bound."""
        if self.bawah is None:
            return False
        return angka >= self.bawah if self.termasuk else angka > self.bawah


@dataclass(frozen=True, slots=True)
class Peringkat:
    """A grade given to a value, with the remark the reader must see (empty, gap, below the scale)."""

    pita: Pita | None
    catatan: str = ""

    @property
    def predikat(self) -> str | None:
        """The word of the grade, None below the lowest band."""
        return self.pita.predikat if self.pita else None


@dataclass(frozen=True, slots=True)
class Skala:
    """A rating scale, best grade first.

    Attributes:
        nama: name used in columns Skala capaian and Skala nilai.
        pita: the grades, ordered by urutan.
        dasar_hukum: the regulation it comes from.
        berlaku_sejak: first year it is in force; None is from the beginning.
    """

    nama: str
    pita: tuple[Pita, ...]
    dasar_hukum: str = ""
    berlaku_sejak: int | None = None

    def cari(self, predikat: str) -> Pita | None:
        """Find a grade by its word, ignoring case and spare spaces."""
        kunci = samakan(predikat)
        return next((p for p in self.pita if samakan(p.predikat) == kunci), None)

    def cari_sebutan(self, kata: str) -> Pita | None:
        """Find a grade by what the regulation calls its letter."""
        kunci = samakan(kata)
        return next((p for p in self.pita if p.sebutan and samakan(p.sebutan) == kunci), None)

    @property
    def sebutan(self) -> tuple[str, ...]:
        """What the letters are called, best first; empty for a scale of words."""
        return tuple(p.sebutan for p in self.pita if p.sebutan)

    def peringkat(self, angka: Decimal) -> Peringkat:
        """Grade a value: the best band whose lower bound it reaches."""
        pita = next((p for p in self.pita if p.dicapai(angka)), None)
        if pita is None:
            return Peringkat(None, DI_BAWAH if self.berbatas else "")
        return Peringkat(pita, DI_CELAH if self._di_celah(pita, angka) else "")

    def peringkat_capaian(self, persen: Decimal) -> Peringkat:
        """Grade a capaian in percent, rounded to two decimals first (DESIGN section 6)."""
        return self.peringkat(bulatkan(persen))

    @property
    def berbatas(self) -> bool:
        """Whether any grade has a lower bound."""
        return any(p.bawah is not None for p in self.pita)

    @property
    def predikat(self) -> tuple[str, ...]:
        """The words, best first."""
        return tuple(p.predikat for p in self.pita)

    def _di_celah(self, pita: Pita, angka: Decimal) -> bool:
        return pita.atas is not None and pita.urutan > self.pita[0].urutan and angka > pita.atas


@dataclass(frozen=True, slots=True)
class CacatSkala:
    """What is wrong with a scale, and where: the band, and the column of sheet Skala that says it."""

    sebab: str
    pita: Pita
    kolom: str


def cacat_skala(skala: Skala) -> CacatSkala | None:
    """Return what is wrong with a scale (overlapping or unordered bands, double words), or None."""
    berbatas = tuple(p for p in skala.pita if p.bawah is not None)
    for baik, buruk in pairwise(berbatas):
        if baik.bawah is not None and buruk.bawah is not None and baik.bawah <= buruk.bawah:
            sebab = f"Batas bawah {buruk.predikat} tidak lebih kecil daripada Batas bawah {baik.predikat}"
            return CacatSkala(sebab, buruk, "Batas bawah")
    for i, pita in enumerate(skala.pita):
        if samakan(pita.predikat) in {samakan(p.predikat) for p in skala.pita[:i]}:
            return CacatSkala("predikat yang sama tertulis dua kali", pita, "Predikat")
    return _cacat_atas(berbatas)


def _cacat_atas(pita: tuple[Pita, ...]) -> CacatSkala | None:
    for baik, buruk in pairwise(pita):
        if buruk.atas is not None and baik.bawah is not None and buruk.atas > baik.bawah:
            return CacatSkala(f"pita {buruk.predikat} bertumpang tindih dengan {baik.predikat}", buruk, "Batas atas")
    terbalik = (p for p in pita if p.atas is not None and p.bawah is not None and p.atas < p.bawah)
    salah = next(terbalik, None)
    if salah is None:
        return None
    return CacatSkala(f"Batas atas {salah.predikat} lebih kecil daripada Batas bawahnya", salah, "Batas atas")
