"""Whose workbook it is, and the rules it is calculated by: sheet Profil as typed values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from kinerja.model.baris import BarisProfil
from kinerja.model.istilah import AturanRentang, BatasCapaian, JenisOpd, LantaiCapaian
from kinerja.nilai.nama import samakan

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
        return cls(
            pemerintah_daerah=isi.get("pemerintah daerah", ""),
            jenis_pemerintah=_kata(isi, "Jenis pemerintah", JenisOpd.KABUPATEN),
            provinsi=isi.get("provinsi", ""),
            wilayah=isi.get("wilayah", ""),
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
    def akhir_rencana(self) -> int | None:
        """The last year of the planning document; None where no four digits stand."""
        teks = self.tahun_akhir.strip()
        return int(teks) if len(teks) == 4 and teks.isdecimal() else None


def _kata(isi: Mapping[str, str], kunci: str, bawaan: E) -> E:
    kata = isi.get(samakan(kunci), "")
    return next((p for p in type(bawaan) if samakan(p.value) == samakan(kata)), bawaan)
