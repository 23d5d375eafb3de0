"""What is expected of an indicator in a year or a quarter, and what stands of it.

The rule of what is expected, in words, is `ATURAN_DIHARAPKAN`; that of what is late stands in
`kinerja.telaah.kelengkapan.tenggat`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah, Periode
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.telaah.kelengkapan.tenggat import jatuh_tempo
from kinerja.telaah.triwulan.jejak import URUTAN, baris_triwulan

ATURAN_DIHARAPKAN = (
    "Indikator diharapkan terisi sejak tahun pertama yang memiliki barisnya sampai tahun terbaru di buku kerja, tetapi "
    "tidak melewati Tahun akhir dokumen perencanaan (lembar Profil), sebab sesudah itu indikator dapat berganti. "
    "Realisasi yang ditulis N/A atau belum rilis dihitung terpisah (N/A): laporannya menyatakan belum tersedia."
)


class Realisasi(StrEnum):
    """Whether a realisasi stands: as a value, as the statement that there is none yet, or not at all."""

    ADA = "ada"
    DINYATAKAN = "dinyatakan tidak tersedia"
    KOSONG = "kosong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """What stands for an indicator that is expected in a period.

    Attributes:
        indikator, kode_opd, tahun, periode: of what.
        capaian: the row; None where none stands, or where the quarters do not make a year yet.
        bertarget: whether a target stands, also in a quarter; one that is not judged needs none.
        berbaris: whether any row stands, also of a quarter.
    """

    indikator: Indikator
    kode_opd: str
    tahun: int
    periode: Periode
    capaian: CapaianIndikator | None
    bertarget: bool
    berbaris: bool

    @property
    def realisasi(self) -> Realisasi:
        """Whether a realisasi stands."""
        if self.capaian is None:
            return Realisasi.KOSONG
        nilai = self.capaian.baris.realisasi
        if nilai.ada:
            return Realisasi.ADA
        return Realisasi.DINYATAKAN if nilai.teks.strip() else Realisasi.KOSONG


def lewat(isian: Isian, hari: date) -> bool:
    """Tell whether a realisasi is late on a day; one that is said not to be available yet is not."""
    return isian.realisasi is Realisasi.KOSONG and hari > jatuh_tempo(isian.tahun, isian.periode)


@ingat(256)
def isian_tahun(dataset: Dataset, tahun: int, *, semua: bool = False) -> tuple[Isian, ...]:
    """Return what is expected for a year: of the IKU, with `semua` of every indicator; in the order of the filter."""
    hasil = []
    for opd in dataset.urutan_opd:
        for i in dataset.indikator_opd[opd.kode_opd] if semua else dataset.iku(opd.kode_opd):
            awal, akhir = dataset.masa.get(i.kode_indikator, (tahun + 1, None))
            if not awal <= tahun <= min(akhir or dataset.tahun[0], dataset.tahun[0]):
                continue
            c = dataset.tahunan(i.kode_indikator, tahun)
            tw = baris_triwulan(dataset).get((i.kode_indikator, tahun), ())
            baris = [*tw, *([c] if c else ())]
            hasil.append(
                Isian(
                    indikator=i,
                    kode_opd=opd.kode_opd,
                    tahun=tahun,
                    periode=Periode.TAHUNAN,
                    capaian=c,
                    bertarget=_bertarget(i, baris),
                    berbaris=bool(baris),
                )
            )
    return tuple(hasil)


def _bertarget(i: Indikator, baris: Sequence[CapaianIndikator]) -> bool:
    """Tell whether a target stands; an indicator that is not judged needs none."""
    return any(b.target.ada for b in baris) or (i.arah is Arah.NETRAL and bool(baris))


@ingat(256)
def isian_triwulan(dataset: Dataset, tahun: int, *, semua: bool = False) -> tuple[Isian, ...]:
    """Return the four quarters of every expected indicator that has any quarter in a year."""
    hasil = []
    for isian in isian_tahun(dataset, tahun, semua=semua):
        baris = baris_triwulan(dataset).get((isian.indikator.kode_indikator, tahun), ())
        tw = {p: c for c in baris for p in c.baris.triwulan}
        hasil += [_isian_triwulan(isian, p, tw.get(p)) for p in (URUTAN if tw else ())]
    return tuple(hasil)


def _isian_triwulan(isian: Isian, periode: Periode, capaian: CapaianIndikator | None) -> Isian:
    bertarget = _bertarget(isian.indikator, [capaian] if capaian else [])
    return Isian(
        indikator=isian.indikator,
        kode_opd=isian.kode_opd,
        tahun=isian.tahun,
        periode=periode,
        capaian=capaian,
        bertarget=bertarget,
        berbaris=capaian is not None,
    )
