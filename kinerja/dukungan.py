"""What serves an indicator: its programs with their money, the budget the report ties to it, the measures under it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja.anggaran import JumlahAnggaran, jumlahkan
from kinerja.dataset import Dataset
from kinerja.efisiensi import BarisEfisiensi, tabel_efisiensi
from kinerja.istilah import Hubungan, Peran
from kinerja.model import BarisAnggaran
from kinerja.skala import samakan
from kinerja.tabel import BarisTabelCapaian, baris_capaian

TANPA_PROGRAM = "Baris tanpa nama program"


@dataclass(frozen=True, slots=True)
class ProgramPendukung:
    """A program that the report says supports an indicator.

    Attributes:
        nama: its name.
        jumlah: pagu, realisasi and serapan, of its deepest lines.
        bersama: names of the other indicators it supports too; its money serves all of them.
        peran: Pembanding where only another print of the money names it.
        sumber: where it is printed.
    """

    nama: str
    jumlah: JumlahAnggaran
    bersama: tuple[str, ...]
    peran: Peran
    sumber: str


@dataclass(frozen=True, slots=True)
class UkuranBawah:
    """A measure under an indicator: what it is to it, and its year."""

    kode: str
    nama: str
    hubungan: Hubungan
    baris: BarisTabelCapaian | None


@dataclass(frozen=True, slots=True)
class Dukungan:
    """Programs, budget and measures of an indicator in a year.

    Attributes:
        program: programs, dearest first.
        jumlah: their money together, each program once; None without programs.
        anggaran: the budget that the report ties to the indicator, with efisiensi; None without one.
        bawah: measures that support it or make it up.
        tahun_lain: other years in which programs or a budget stand.
    """

    program: tuple[ProgramPendukung, ...]
    jumlah: JumlahAnggaran | None
    anggaran: BarisEfisiensi | None
    bawah: tuple[UkuranBawah, ...]
    tahun_lain: tuple[int, ...]

    @property
    def ada(self) -> bool:
        """Whether any money is known."""
        return bool(self.program) or self.anggaran is not None


@lru_cache(maxsize=8)
def _baris_indikator(dataset: Dataset) -> Mapping[str, tuple[BarisAnggaran, ...]]:
    hasil: dict[str, list[BarisAnggaran]] = {}
    for b in dataset.buku.anggaran:
        for kode in b.kode_indikator:
            hasil.setdefault(dataset.kode_indikator(kode) or kode, []).append(b)
    return {k: tuple(v) for k, v in hasil.items()}


@lru_cache(maxsize=1024)
def dukungan(dataset: Dataset, kode: str, tahun: int) -> Dukungan:
    """Collect what serves an indicator in a year."""
    semua = _baris_indikator(dataset).get(kode, ())
    program = program_pendukung(dataset, kode, tahun)
    tahun_ada = {b.tahun for b in semua} | {t for k, t in dataset.anggaran_indikator if k == kode}
    return Dukungan(
        program,
        _jumlah(p.jumlah for p in program),
        _anggaran(dataset, kode, tahun),
        tuple(_bawah(dataset, kode, tahun)),
        tuple(sorted(tahun_ada - {tahun}, reverse=True)),
    )


@lru_cache(maxsize=1024)
def program_pendukung(dataset: Dataset, kode: str, tahun: int) -> tuple[ProgramPendukung, ...]:
    """Return the programs of an indicator, dearest first; another print of the money only where Anggaran names none."""
    baris = [b for b in _baris_indikator(dataset).get(kode, ()) if b.tahun == tahun]
    utama = [b for b in baris if b.peran is Peran.ANGGARAN]
    # A grand total of a sasaran names the indicator as well: it is the sum of its programs, never one of them.
    kelompok: dict[tuple[str, str, str], list[BarisAnggaran]] = {}
    for b in utama or baris:
        if b.program:
            kelompok.setdefault((samakan(b.program), b.sumber, samakan(b.kode_opd)), []).append(b)
    hasil = (_program(dataset, kode, g) for g in kelompok.values())
    return tuple(sorted(hasil, key=lambda p: -(p.jumlah.pagu or Decimal(0))))


def _program(dataset: Dataset, kode: str, baris: list[BarisAnggaran]) -> ProgramPendukung:
    lain = dict.fromkeys(k for b in baris for k in b.kode_indikator if samakan(k) != samakan(kode))
    nama = (dataset.indikator[n].indikator for k in lain if (n := dataset.kode_indikator(k)))
    return ProgramPendukung(
        baris[0].program or TANPA_PROGRAM, jumlahkan(baris), tuple(nama), baris[0].peran, baris[0].sumber
    )


def _jumlah(jumlah: Iterable[JumlahAnggaran]) -> JumlahAnggaran | None:
    semua = list(jumlah)
    if not semua:
        return None
    pagu = [j.pagu for j in semua if j.pagu is not None]
    realisasi = [j.realisasi for j in semua if j.realisasi is not None]
    # A realisasi that some programs lack would look like money left over.
    lengkap = len(realisasi) == len(semua)
    return JumlahAnggaran(sum(pagu, Decimal(0)) if pagu else None, sum(realisasi, Decimal(0)) if lengkap else None)


def _anggaran(dataset: Dataset, kode: str, tahun: int) -> BarisEfisiensi | None:
    tabel = tabel_efisiensi(dataset, dataset.pemilik(dataset.indikator[kode]).kode_opd, tahun)
    return next((b for b in tabel.baris if samakan(b.kode) == samakan(kode)), None) if tabel else None


def _bawah(dataset: Dataset, kode: str, tahun: int) -> Iterator[UkuranBawah]:
    for s in dataset.buku.susunan:
        bagian = dataset.kode_indikator(s.bagian)
        if samakan(s.induk) == samakan(kode) and bagian:
            c = dataset.tahunan(bagian, tahun)
            baris = baris_capaian(c, dataset.tahunan(bagian, tahun - 1)) if c else None
            yield UkuranBawah(bagian, dataset.indikator[bagian].indikator, s.hubungan, baris)
