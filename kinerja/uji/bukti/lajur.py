"""Printed budget figures by line."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import BarisAnggaran
from kinerja.model.istilah import Peran, Ukuran
from kinerja.nilai.kelompok import menurut
from kinerja.uji.bukti.uang import asli

TINGKAT = ("total", "kelompok", "program", "kegiatan", "sub kegiatan")


LAJUR = (Ukuran.PAGU, Ukuran.REALISASI_ANGGARAN)


def nilai_lajur(baris: BarisAnggaran, ukuran: Ukuran) -> Decimal | None:
    """Return the column of a budget line that an ukuran names."""
    return baris.pagu if ukuran is Ukuran.PAGU else baris.realisasi


def cetakan_anggaran(dataset: Dataset) -> Mapping[tuple[str, int, Peran, str], Sequence[BarisAnggaran]]:
    """Return budget lines by the print they stand in: OPD, year, Peran and, for other prints, Sumber."""

    def kunci(baris: BarisAnggaran) -> tuple[str, int, Peran, str]:
        return (
            dataset.kode_opd(baris.kode_opd) or baris.kode_opd,
            baris.tahun,
            baris.peran,
            "" if asli(baris) else baris.sumber,
        )

    return menurut(dataset.buku.anggaran, kunci)
