"""The IKU behind a printed count or mean, and what they are together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Ukuran
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.presisi import Selang, selang_bulat, tepat
from kinerja.uji.model import Alamat


def iku_milik(bukti: Bukti, kode_opd: str, uraian: str) -> tuple[Indikator, ...]:
    """IKU of the whole OPD, or of the sasaran that `uraian` names."""
    iku = bukti.dataset.iku(kode_opd)
    return tuple(i for i in iku if samakan(i.sasaran) == uraian) if uraian else iku


def kelompok_opd(bukti: Bukti, ukuran: Ukuran) -> Iterator[tuple[str, str, int, tuple[Angka, ...]]]:
    """Prints of an OPD in one kind, those that say the same together."""
    for (kode, uraian, tahun, jenis), angka in bukti.angka_opd.items():
        if jenis is not ukuran or kode not in bukti.dataset.opd:
            continue
        for g in menurut(angka, lambda a: samakan(a.teks).replace(" ", "")).values():
            yield kode, uraian, tahun, tuple(g)


@dataclass(frozen=True, slots=True)
class CapaianIku:
    """An IKU's capaian of a year: prints that are a percentage, the computed one, whether a print says that none is."""

    indikator: Indikator
    cetak: tuple[Angka, ...]
    hitung: Decimal | None
    tanpa: bool = False

    @property
    def selang(self) -> Selang | None:
        """What the first print may stand for, else the computed capaian."""
        if self.cetak:
            return selang_bulat(self.cetak[0].nilai)
        return None if self.hitung is None else tepat(self.hitung)

    @property
    def angka(self) -> Decimal | None:
        """The first print, else the computed capaian."""
        return self.cetak[0].nilai.angka if self.cetak else self.hitung


def capaian_iku(bukti: Bukti, milik: Iterable[Indikator], tahun: int) -> tuple[CapaianIku, ...]:
    """Return the capaian of a year of each IKU."""
    hasil = []
    for i in milik:
        c = bukti.dataset.tahunan(i.kode_indikator, tahun)
        semua = bukti.cetakan(i.kode_indikator, tahun, Ukuran.CAPAIAN)
        cetak = tuple(a for a in semua if a.nilai.angka is not None)
        hasil.append(CapaianIku(i, cetak, c.persen if c else None, tanpa=bool(semua) and not cetak))
    return tuple(hasil)


def terbukti(daftar: Sequence[CapaianIku]) -> bool:
    """Tell whether nothing is missing: every IKU has a capaian, or prints that there is none."""
    return all(c.angka is not None or c.tanpa for c in daftar)


def rata(angka: Sequence[Decimal | None]) -> Decimal | None:
    """Return the plain mean of what is there."""
    ada = [a for a in angka if a is not None]
    return sum(ada, Decimal(0)) / len(ada) if ada else None


def ejaan_uraian(bukti: Bukti, alamat: Alamat) -> str:
    """A sasaran as the workbook spells it; what is none stays as it is."""
    ada = (i.sasaran for i in bukti.dataset.iku(alamat.kode_opd) if samakan(i.sasaran) == alamat.uraian)
    return next(ada, alamat.uraian)
