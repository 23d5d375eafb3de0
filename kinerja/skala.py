"""Rating scales: bands, the scales every installation starts with, and which one is in force in a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from kinerja.angka import bulatkan

SKALA_BAWAAN_CAPAIAN = "Permendagri 86/2017"
"""Scale of capaian for an OPD that names none."""

DI_CELAH = "di celah skala"
DI_BAWAH = "di bawah skala"


@dataclass(frozen=True, slots=True)
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


def samakan(teks: str) -> str:
    """Normalise a name for comparison: case and spare spaces do not count."""
    return " ".join(teks.split()).casefold()


def cacat_skala(skala: Skala) -> str | None:
    """Return what is wrong with a scale (overlapping or unordered bands, double words), or None."""
    batas = [p.bawah for p in skala.pita if p.bawah is not None]
    if any(atas <= bawah for atas, bawah in pairwise(batas)):
        return "Batas bawah tidak menurun menurut Urutan"
    if len({samakan(p.predikat) for p in skala.pita}) < len(skala.pita):
        return "predikat yang sama tertulis dua kali"
    return _cacat_atas(tuple(p for p in skala.pita if p.bawah is not None))


def _cacat_atas(pita: tuple[Pita, ...]) -> str | None:
    for baik, buruk in pairwise(pita):
        if buruk.atas is not None and baik.bawah is not None and buruk.atas > baik.bawah:
            return f"pita {buruk.predikat} bertumpang tindih dengan {baik.predikat}"
    terbalik = (p for p in pita if p.atas is not None and p.bawah is not None and p.atas < p.bawah)
    salah = next(terbalik, None)
    return f"Batas atas {salah.predikat} lebih kecil daripada Batas bawahnya" if salah else None


class KumpulanSkala:
    """All scales of a dataset: the built-in ones, replaced or joined by those of the workbook."""

    def __init__(self, tambahan: Iterable[Skala] = ()) -> None:
        semua = {samakan(s.nama): [s] for s in SKALA_BAWAAN}
        baru: dict[str, list[Skala]] = {}
        for skala in tambahan:
            baru.setdefault(samakan(skala.nama), []).append(skala)
        # A built-in scale stays for the years before the first of its successors.
        for kunci, daftar in baru.items():
            mulai = all(s.berlaku_sejak is not None for s in daftar)
            semua[kunci] = [*semua.get(kunci, ()), *daftar] if mulai else daftar
        self._skala: Mapping[str, list[Skala]] = semua

    def ambil(self, nama: str, tahun: int | None = None) -> Skala | None:
        """Return the scale called `nama` in force in `tahun`, else its earliest; None when there is no such name."""
        semua = sorted(self._skala.get(samakan(nama), ()), key=lambda s: s.berlaku_sejak or 0)
        berlaku = [s for s in semua if tahun is None or (s.berlaku_sejak or 0) <= tahun]
        return berlaku[-1] if berlaku else next(iter(semua), None)

    def capaian(self, nama: str, tahun: int | None = None) -> Skala:
        """Return the capaian scale of an OPD; an empty name is the default."""
        skala = self.ambil(nama or SKALA_BAWAAN_CAPAIAN, tahun)
        if skala is None:
            raise KeyError(nama)
        return skala

    @property
    def semua(self) -> tuple[Skala, ...]:
        """Every scale, in the order of registration."""
        return tuple(s for daftar in self._skala.values() for s in daftar)

    @property
    def nama(self) -> tuple[str, ...]:
        """Names that columns Skala capaian and Skala nilai may use."""
        return tuple(daftar[0].nama for daftar in self._skala.values())

    @property
    def predikat(self) -> frozenset[str]:
        """Every word of every scale, normalised."""
        return frozenset(samakan(p) for s in self.semua for p in s.predikat)


def _bertingkat(*pita: tuple[str, str | None], termasuk: bool = True) -> tuple[Pita, ...]:
    return tuple(
        Pita(i, kata, None if batas is None else Decimal(batas), termasuk=termasuk or batas == "0")
        for i, (kata, batas) in enumerate(pita, 1)
    )


def _bersebutan(*pita: tuple[str, str, str], termasuk: bool = True) -> tuple[Pita, ...]:
    """Grades that are letters, each with what its regulation calls it."""
    huruf = _bertingkat(*((kata, batas) for kata, batas, _ in pita), termasuk=termasuk)
    return tuple(replace(p, sebutan=sebutan) for p, (_, _, sebutan) in zip(huruf, pita, strict=True))


def _capaian(*pita: tuple[str, str, str | None]) -> tuple[Pita, ...]:
    return tuple(
        Pita(i, kata, Decimal(bawah), None if atas is None else Decimal(atas))
        for i, (kata, bawah, atas) in enumerate(pita, 1)
    )


SKALA_BAWAAN: tuple[Skala, ...] = (
    Skala(
        SKALA_BAWAAN_CAPAIAN,
        _capaian(
            ("Sangat Tinggi", "91", None),
            ("Tinggi", "76", "90"),
            ("Sedang", "66", "75"),
            ("Rendah", "51", "65"),
            ("Sangat Rendah", "0", "50"),
        ),
        "Permendagri Nomor 86 Tahun 2017",
    ),
    Skala(
        "AKIP",
        _bersebutan(
            ("AA", "90", "Sangat Memuaskan"),
            ("A", "80", "Memuaskan"),
            ("BB", "70", "Sangat Baik"),
            ("B", "60", "Baik"),
            ("CC", "50", "Cukup"),
            ("C", "30", "Kurang"),
            ("D", "0", "Sangat Kurang"),
            termasuk=False,
        ),
        "PermenPANRB Nomor 88 Tahun 2021",
    ),
    Skala(
        "IKM",
        _bersebutan(
            ("A", "88.31", "Sangat Baik"),
            ("B", "76.61", "Baik"),
            ("C", "65.00", "Kurang Baik"),
            ("D", "25.00", "Tidak Baik"),
        ),
        "PermenPANRB Nomor 14 Tahun 2017",
    ),
    Skala(
        "IPM",
        _bertingkat(("Sangat Tinggi", "80"), ("Tinggi", "70"), ("Sedang", "60"), ("Rendah", "0")),
        "Badan Pusat Statistik",
    ),
    Skala(
        "IDM",
        _bertingkat(
            ("Mandiri", "0.8155"),
            ("Maju", "0.7072"),
            ("Berkembang", "0.5989"),
            ("Tertinggal", "0.4907"),
            ("Sangat Tertinggal", "0"),
            termasuk=False,
        ),
        "Permendes PDTT Nomor 2 Tahun 2016",
    ),
    Skala(
        "IP ASN",
        _bertingkat(
            ("Sangat Tinggi", "91"), ("Tinggi", "81"), ("Sedang", "71"), ("Rendah", "61"), ("Sangat Rendah", "0")
        ),
        "Peraturan BKN Nomor 8 Tahun 2019",
    ),
    Skala(
        "Opini BPK",
        _bertingkat(("WTP", None), ("WDP", None), ("TW", None), ("TMP", None)),
        "Undang-Undang Nomor 15 Tahun 2004",
    ),
    Skala(
        "LPPD",
        _bertingkat(
            ("Sangat Tinggi", None), ("Tinggi", None), ("Sedang", None), ("Rendah", None), ("Sangat Rendah", None)
        ),
        "Permendagri Nomor 18 Tahun 2020",
    ),
    Skala(
        "Inovasi",
        _bertingkat(("Sangat Inovatif", None), ("Inovatif", None), ("Kurang Inovatif", None)),
        "Permendagri Nomor 104 Tahun 2018",
    ),
)
