"""Printed budget figures by line."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import BarisAnggaran
from kinerja.model.istilah import Peran, Ukuran
from kinerja.uji.bukti.uang import asli

TINGKAT = ("total", "kelompok", "program", "kegiatan", "sub kegiatan")


LAJUR = (Ukuran.PAGU, Ukuran.REALISASI_ANGGARAN)


def nilai_lajur(b: BarisAnggaran, ukuran: Ukuran) -> Decimal | None:
    """Return the column of a budget line that an ukuran names."""
    return b.pagu if ukuran is Ukuran.PAGU else b.realisasi


def cetakan_anggaran(dataset: Dataset) -> Mapping[tuple[str, int, Peran, str], Sequence[BarisAnggaran]]:
    """Return budget lines by the print they stand in: OPD, year, Peran and, for other prints, Sumber."""
    hasil: dict[tuple[str, int, Peran, str], list[BarisAnggaran]] = {}
    for b in dataset.buku.anggaran:
        kode = dataset.kode_opd(b.kode_opd) or b.kode_opd
        hasil.setdefault((kode, b.tahun, b.peran, "" if asli(b) else b.sumber), []).append(b)
    return hasil
