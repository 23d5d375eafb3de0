"""What follows from the kind of government whose workbook it is: what it is called, and among whom it ranks."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.model.istilah import JenisOpd, TingkatWilayah
from kinerja.nilai.nama import SebutanWilayah

JUMLAH_PROVINSI = 38
"""Provinces of the country since December 2022: nobody ranks among all of them where fewer stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SebutanPemerintah:
    """The words of a kind of government.

    Attributes:
        kata: what it is, inside a sentence; `instansi` is what its own name is headed with.
        kepala: its head.
        tingkat: the level of Regional on which its own figures stand; None where it is no region.
        bawahan: the level of the regions that belong to it; None where it has none.
        awalan: the word before the name of its region, where the name alone could be another region's.
        acuan: whom its region is held against, as a comparison is headed.
    """

    kata: str
    instansi: str
    kepala: str
    tingkat: TingkatWilayah | None
    bawahan: TingkatWilayah | None
    awalan: SebutanWilayah
    acuan: tuple[str, ...]


_DAERAH = ("provinsi", "nasional", "daerah lain")

SEBUTAN: Mapping[JenisOpd, SebutanPemerintah] = {
    JenisOpd.KABUPATEN: SebutanPemerintah(
        kata="kabupaten",
        instansi="Pemerintah daerah",
        kepala="Bupati",
        tingkat=TingkatWilayah.KABUPATEN_KOTA,
        bawahan=None,
        awalan=SebutanWilayah.TANPA,
        acuan=_DAERAH,
    ),
    JenisOpd.KOTA: SebutanPemerintah(
        kata="kota",
        instansi="Pemerintah daerah",
        kepala="Wali Kota",
        tingkat=TingkatWilayah.KABUPATEN_KOTA,
        bawahan=None,
        awalan=SebutanWilayah.KOTA,
        acuan=_DAERAH,
    ),
    JenisOpd.PROVINSI: SebutanPemerintah(
        kata="provinsi",
        instansi="Pemerintah daerah",
        kepala="Gubernur",
        tingkat=TingkatWilayah.PROVINSI,
        bawahan=TingkatWilayah.KABUPATEN_KOTA,
        awalan=SebutanWilayah.PROVINSI,
        acuan=("nasional", "provinsi lain"),
    ),
    JenisOpd.LEMBAGA: SebutanPemerintah(
        kata="lembaga",
        instansi="Lembaga",
        kepala="Pimpinan",
        tingkat=None,
        bawahan=None,
        awalan=SebutanWilayah.TANPA,
        acuan=("nasional",),
    ),
}
"""Every kind that is the whole (`JENIS_KESELURUHAN`) has its words here and nowhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lingkup:
    """Which regions are ranked among each other.

    Attributes:
        tingkat: their level.
        provinsi: the province that regencies and cities belong to.
        sendiri: the own region among them; empty where it is not of them.
        awalan: the word that its name is shown with.
    """

    tingkat: TingkatWilayah
    provinsi: str = ""
    sendiri: str = ""
    awalan: SebutanWilayah = SebutanWilayah.TANPA

    @property
    def acuan(self) -> tuple[TingkatWilayah, ...]:
        """The levels above, the nearest first: whom the regions are held against."""
        urut = list(TingkatWilayah)
        return tuple(reversed(urut[: urut.index(self.tingkat)]))
