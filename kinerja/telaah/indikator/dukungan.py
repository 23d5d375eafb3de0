"""What serves an indicator: its programs with their money, the budget the report ties to it, the measures under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import Hubungan
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import JumlahAnggaran, jumlah_baris
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi
from kinerja.telaah.indikator.program import ProgramIku, teks_laporan, uang_indikator
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, baris_capaian


@dataclass(frozen=True, slots=True)
class UkuranBawah:
    """A measure under an indicator: what it is to it, and its year."""

    kode: str
    nama: str
    hubungan: Hubungan
    baris: BarisTabelCapaian | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dukungan:
    """Programs, budget and measures of an indicator in a year.

    Attributes:
        program: programs, dearest first.
        jumlah: their money together, each line once; None without programs.
        anggaran: the budget that the report ties to the indicator, with efisiensi; None without one.
        catatan: how that budget differs from the programs; empty where it does not.
        bersama: name of the indicator that bears that budget, where it is shared.
        sumber: where the programs are printed.
        bawah: measures that support it or make it up.
        tahun_lain: other years in which programs or a budget stand.
    """

    program: tuple[ProgramIku, ...]
    jumlah: JumlahAnggaran | None
    anggaran: BarisEfisiensi | None
    catatan: str
    bersama: str
    sumber: tuple[str, ...]
    bawah: tuple[UkuranBawah, ...]
    tahun_lain: tuple[int, ...]

    @property
    def ada(self) -> bool:
        """Whether any money is known."""
        return bool(self.program) or self.anggaran is not None


@ingat(1024)
def dukungan(dataset: Dataset, kode: str, tahun: int) -> Dukungan:
    """Collect what serves an indicator in a year."""
    uang = uang_indikator(dataset, kode, tahun)
    return Dukungan(
        program=uang.program,
        jumlah=jumlah_baris(uang.daun) if uang.daun else None,
        anggaran=uang.laporan,
        catatan=teks_laporan(uang),
        bersama=uang.bersama,
        sumber=tuple(dict.fromkeys(b.sumber for b in uang.daun if b.sumber)),
        bawah=tuple(_bawah(dataset, kode, tahun)),
        tahun_lain=tuple(t for t in _tahun_beruang(dataset).get(kode, ()) if t != tahun),
    )


@ingat(1)
def _tahun_beruang(dataset: Dataset) -> Mapping[str, tuple[int, ...]]:
    """Years in which budget lines or the report's own table name an indicator, newest first."""
    bernama = ((dataset.kode_indikator(k) or k, b.tahun) for b in dataset.buku.anggaran for k in b.kode_indikator)
    return {k: tuple(sorted(set(v), reverse=True)) for k, v in himpun((*bernama, *dataset.anggaran_indikator)).items()}


def _bawah(dataset: Dataset, kode: str, tahun: int) -> Iterator[UkuranBawah]:
    for s in dataset.buku.susunan:
        bagian = dataset.kode_indikator(s.bagian)
        if samakan(s.induk) == samakan(kode) and bagian:
            c = dataset.tahunan(bagian, tahun)
            baris = baris_capaian(c, dataset.tahunan(bagian, tahun - 1)) if c else None
            yield UkuranBawah(bagian, dataset.indikator[bagian].indikator, s.hubungan, baris)
