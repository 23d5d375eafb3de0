"""Whose workbook it is, and the rules it is calculated by: sheet Profil as typed values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from kinerja.model.baris import BarisProfil, BarisRegional
from kinerja.model.istilah import AturanRentang, BatasCapaian, JenisOpd, LantaiCapaian, TingkatWilayah
from kinerja.model.pemerintah import SEBUTAN, Lingkup, SebutanPemerintah
from kinerja.nilai.nama import SebutanWilayah, pisah_wilayah, samakan

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class AturanHitung:
    """The rules of a capaian that a government may choose otherwise.

    Attributes:
        rentang: what a realisasi is held against where the target is a range.
        batas: where a capaian stops, in percent; None where it does not.
        lantai: whether a capaian may fall below 0.
    """

    rentang: AturanRentang = AturanRentang.TENGAH
    batas: Decimal | None = None
    lantai: LantaiCapaian = LantaiCapaian.NOL

    @property
    def tanpa_batas(self) -> "AturanHitung":
        """The same rules without the cap, as a status is told by."""
        return replace(self, batas=None)

    def beralas(self, persen: Decimal) -> Decimal:
        """Return a capaian in percent that has no cap yet: not below 0, where that is the rule."""
        return persen if self.lantai is LantaiCapaian.TANPA else max(Decimal(0), persen)

    def dibatasi(self, persen: Decimal) -> Decimal:
        """Return a capaian in percent as it is counted: not above the cap, where there is one."""
        return persen if self.batas is None else min(persen, self.batas)


BAKU = AturanHitung()
"""What holds where Profil says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """Whose workbook it is, and by which rules it counts."""

    pemerintah_daerah: str = ""
    jenis_pemerintah: JenisOpd = JenisOpd.KABUPATEN
    provinsi: str = ""
    wilayah: str = ""
    wilayah_pembanding: tuple[str, ...] = ()
    dokumen_perencanaan: str = ""
    tahun_awal: str = ""
    tahun_akhir: str = ""
    aturan: AturanHitung = field(default=BAKU)

    @classmethod
    def dari_baris(cls, baris: Iterable[BarisProfil]) -> "Profil":
        """Read the rows of sheet Profil; a word that no list knows (of an older version) is as good as none."""
        isi = {samakan(b.kunci): b.nilai for b in baris}
        batas = _kata(isi, "Batas capaian", BatasCapaian.TANPA)
        jenis = _kata(isi, "Jenis pemerintah", JenisOpd.KABUPATEN)
        provinsi, wilayah = isi.get("provinsi", ""), isi.get("wilayah", "")
        if SEBUTAN[jenis].tingkat is TingkatWilayah.PROVINSI:
            # A province is its own region: one of the two keys says both.
            provinsi, wilayah = provinsi or wilayah, wilayah or provinsi
        return cls(
            pemerintah_daerah=isi.get("pemerintah daerah", ""),
            jenis_pemerintah=jenis,
            provinsi=provinsi,
            wilayah=wilayah,
            wilayah_pembanding=tuple(w.strip() for w in isi.get("wilayah pembanding", "").split(";") if w.strip()),
            dokumen_perencanaan=isi.get("dokumen perencanaan", ""),
            tahun_awal=isi.get("tahun awal", ""),
            tahun_akhir=isi.get("tahun akhir", ""),
            aturan=AturanHitung(
                rentang=_kata(isi, "Aturan rentang", AturanRentang.TENGAH),
                batas=None if batas is BatasCapaian.TANPA else Decimal(batas.value),
                lantai=_kata(isi, "Lantai capaian", LantaiCapaian.NOL),
            ),
        )

    @property
    def sebutan(self) -> SebutanPemerintah:
        """The words of its kind of government."""
        return SEBUTAN[self.jenis_pemerintah]

    @property
    def sendiri(self) -> str:
        """The own region as Regional names it; a lembaga has none, whatever Wilayah says."""
        return self.wilayah if self.sebutan.tingkat is not None else ""

    @property
    def nama_wilayah(self) -> str:
        """The own region in a sentence, a city and a province with that word before it; empty without a region."""
        return berawalan(self.sendiri, self.sebutan.awalan)

    @property
    def lingkup(self) -> Lingkup:
        """Among whom the own region ranks; a lembaga sees the regions of its province, else the provinces."""
        tingkat = self.sebutan.tingkat
        if tingkat is None:
            tingkat = TingkatWilayah.KABUPATEN_KOTA if self.provinsi else TingkatWilayah.PROVINSI
        # Only regencies and cities stand in one list, so that only there a city needs its word.
        awalan = self.sebutan.awalan if tingkat is TingkatWilayah.KABUPATEN_KOTA else SebutanWilayah.TANPA
        return Lingkup(tingkat=tingkat, provinsi=self.provinsi, sendiri=self.sendiri, awalan=awalan)

    @property
    def lingkup_bawahan(self) -> Lingkup | None:
        """The regions that belong to the own one, none of them the own; None for who has none."""
        if self.sebutan.bawahan is None:
            return None
        return Lingkup(tingkat=self.sebutan.bawahan, provinsi=self.provinsi)

    def memiliki(self, baris: BarisRegional) -> bool:
        """Tell whether a row of Regional is of the own region."""
        return baris.tingkat_wilayah is self.sebutan.tingkat and samakan(baris.wilayah) == samakan(self.sendiri)

    @property
    def akhir_rencana(self) -> int | None:
        """The last year of the planning document; None where no four digits stand."""
        teks = self.tahun_akhir.strip()
        return int(teks) if len(teks) == 4 and teks.isdecimal() else None


def berawalan(nama: str, awalan: SebutanWilayah) -> str:
    """Return a region's name with a word before it, unless one stands there."""
    return f"{awalan} {nama}" if nama and awalan and pisah_wilayah(nama)[0] is SebutanWilayah.TANPA else nama


def _kata(isi: Mapping[str, str], kunci: str, bawaan: E) -> E:
    kata = isi.get(samakan(kunci), "")
    return next((p for p in type(bawaan) if samakan(p.value) == samakan(kata)), bawaan)
