"""The view of what stands of what is expected in a year, over all OPD; page and file draw the same one."""

from dataclasses import dataclass
from datetime import date

from kinerja.dataset import Dataset, ingat
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.telaah.kelengkapan.matriks import (
    MatriksLengkap,
    catatan_tanpa_iku,
    judul_kelengkapan,
    matriks_tahun,
    matriks_triwulan,
    sumber_kelengkapan,
)
from kinerja.telaah.kelengkapan.tenggat import keterangan_hari


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganKelengkapan(Pandangan):
    """What stands of what is expected; the key figures of a message are those of one OPD and come with its list.

    Attributes:
        matriks: OPD by year.
        per_triwulan: OPD by quarter of the year; None when the workbook holds no quarter of it.
        catatan: as of which day, and who has nothing to fill.
    """

    matriks: MatriksLengkap
    per_triwulan: MatriksLengkap | None
    catatan: tuple[str, ...]


@ingat(64)
def pandangan_kelengkapan(dataset: Dataset, tahun: int, hari: date, *, semua: bool = False) -> PandanganKelengkapan:
    """Return what stands as of a day, of the IKU or of all indicators."""
    return PandanganKelengkapan(
        judul=judul_kelengkapan(dataset, tahun, semua=semua),
        sumber=tempat_cetak(sumber_kelengkapan(dataset, tahun, semua=semua)),
        matriks=matriks_tahun(dataset, hari, semua=semua),
        per_triwulan=matriks_triwulan(dataset, tahun, hari, semua=semua),
        catatan=tuple(c for c in (keterangan_hari(hari), catatan_tanpa_iku(dataset)) if c),
    )
