"""Money by name: every budget and APBD line of an OPD and a year, whatever table it stands in, found by its name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran, BarisApbd
from kinerja.model.istilah import KelompokApbd, Peran
from kinerja.nilai.angka import bulatkan, format_angka, format_rupiah
from kinerja.nilai.baca import Nilai
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import kedalaman

SERUPIAH = Decimal(1)
"""Two amounts that differ by less are the same amount, rounded to the rupiah."""
BATAS_PERSEN = Decimal(10000)
"""A printed figure from here on is money, below it a percentage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LajurUang:
    """A line of money as it is printed.

    Attributes:
        nama: its name; empty for the total of an OPD.
        pagu, realisasi: rupiah; None is not available.
        sumber: document and table.
        apbd: whether it stands in APBD.
        hitung: whether it is a sum that is printed nowhere.
        kutipan: whether it is pagu and realisasi of a text, not a line of a table.
    """

    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    sumber: str
    apbd: bool = False
    hitung: bool = False
    kutipan: bool = False


KunciUang = tuple[str, str, int]


@ingat(1)
def indeks_uang(dataset: Dataset) -> Mapping[KunciUang, tuple[LajurUang, ...]]:
    """Return every line of money by (kode OPD, name normalised, tahun); an empty name is the total of the OPD."""
    semua = (*_dari_anggaran(dataset), *_dari_apbd(dataset), *_total_hitung(dataset))
    return {k: tuple(v) for k, v in himpun(semua).items()}


def nama_baris(baris: BarisAnggaran) -> str:
    """Return the name of a budget line: the deepest one it has; empty for a grand total."""
    return baris.sub_kegiatan or baris.kegiatan or baris.program or baris.kelompok


def _dari_anggaran(dataset: Dataset) -> Iterator[tuple[KunciUang, LajurUang]]:
    for b in dataset.buku.anggaran:
        kunci = (dataset.kode_opd(b.kode_opd) or b.kode_opd, samakan(nama_baris(b)), b.tahun)
        yield kunci, LajurUang(nama=nama_baris(b), pagu=b.pagu, realisasi=b.realisasi, sumber=b.sumber)


def _dari_apbd(dataset: Dataset) -> Iterator[tuple[KunciUang, LajurUang]]:
    utuh = dataset.kode_keseluruhan
    for b in dataset.buku.apbd:
        kode = dataset.kode_opd(b.kode_opd) if b.kode_opd else utuh
        if kode:
            nama = b.uraian or b.kelompok.value
            yield (
                (kode, samakan(nama), b.tahun),
                LajurUang(nama=nama, pagu=b.anggaran, realisasi=b.realisasi, sumber=b.sumber, apbd=True),
            )
            if kode == utuh and b.kelompok is KelompokApbd.BELANJA and not b.uraian:
                yield (
                    (kode, "", b.tahun),
                    LajurUang(nama="", pagu=b.anggaran, realisasi=b.realisasi, sumber=b.sumber, apbd=True),
                )


def _total_hitung(dataset: Dataset) -> Iterator[tuple[KunciUang, LajurUang]]:
    """The sum of an OPD's deepest lines, where its table prints no total."""
    bertotal = {(samakan(b.kode_opd), b.tahun) for b in dataset.buku.anggaran if asli(b) and not kedalaman(b)}
    for (kode, tahun), jumlah in dataset.jumlah_anggaran.items():
        if (samakan(kode), tahun) not in bertotal and not jumlah.dari_apbd:
            sumber = next(b.sumber for b in dataset.baris_anggaran(kode, tahun) if asli(b))
            yield (
                (kode, "", tahun),
                LajurUang(nama="", pagu=jumlah.pagu, realisasi=jumlah.realisasi, sumber=sumber, hitung=True),
            )


def asli(baris: BarisAnggaran) -> bool:
    """Whether a line is of the budget itself, not of another print of it."""
    return baris.peran is Peran.ANGGARAN


def sama(satu: Decimal, lain: Decimal) -> bool:
    """Whether two amounts are the same, to the rupiah."""
    return abs(satu - lain) < SERUPIAH


def uang(nilai: Nilai) -> bool:
    """Whether a printed figure is an amount of money rather than a percentage."""
    return nilai.angka is not None and abs(nilai.angka) >= BATAS_PERSEN and "%" not in nilai.teks


def laporan(sumber: str) -> str:
    """Return the number of the report that a place is in."""
    return sumber.partition(",")[0].strip()


def masukan(ukuran: str, tahun: int, nama: str, angka: Decimal | None, sumber: str) -> str:
    """Write a figure that went into a reasoning."""
    siapa = f" {nama}" if nama else ""
    return f"{ukuran}{siapa} {tahun}: {format_rupiah(angka)}" + (f" ({sumber})" if sumber else "")


def dugaan_ketik(tercetak: Nilai, benar: Decimal) -> str:
    """Guess how a printed percentage came about: rounded up, or one digit mistyped."""
    if tercetak.angka is None:
        return ""
    tempat = max(tercetak.desimal, 0)
    bulat = bulatkan(benar, tempat)
    if tercetak.angka - bulat == Decimal(1).scaleb(-tempat) and benar > bulat:
        return "Mungkin dibulatkan ke atas."
    teks, asal = format_angka(tercetak.angka, tempat), format_angka(bulat, tempat)
    if len(teks) == len(asal) and sum(a != b for a, b in zip(teks, asal, strict=True)) == 1:
        return f"Mungkin salah ketik satu angka: {asal}."
    return ""


def angka_saja(teks: str) -> str:
    """Return the digits of a printed amount, without its decimals."""
    return re.sub(r"\D", "", re.sub(r",(\d{1,2}|-)\s*$", "", teks.strip()))


def sumber_unik(sumber: Iterable[str]) -> tuple[str, ...]:
    """Return places once each, in order, without empty ones."""
    return tuple(dict.fromkeys(s for s in sumber if s))


def kelompok_apbd(dataset: Dataset) -> Mapping[tuple[str, int], Sequence[BarisApbd]]:
    """Return APBD lines by kode OPD (empty is the whole) and year."""
    return menurut(dataset.buku.apbd, lambda b: (dataset.kode_opd(b.kode_opd) or b.kode_opd, b.tahun))
