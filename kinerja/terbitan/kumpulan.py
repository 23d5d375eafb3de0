"""Which tables belong together: the Lampiran of an LKjIP, and everything of an OPD and a year."""

from collections.abc import Iterable, Iterator

from kinerja.dataset import Dataset
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.terbitan.capaian import multi_tahun, pengukuran, predikat, sasaran
from kinerja.terbitan.pemeriksaan import temuan_uji
from kinerja.terbitan.perbandingan import regional_terbanding
from kinerja.terbitan.uang import anggaran, apbd, efisiensi
from kinerja.uji.penutupan import Penutupan

BAB_III = (pengukuran, predikat, sasaran, multi_tahun, efisiensi, anggaran, apbd)
"""The tables of Bab III of an LKjIP, in its order."""


def yang_ada(tabel: Iterable[TabelTerbit | None]) -> tuple[TabelTerbit, ...]:
    """Return the tables that have data."""
    return tuple(t for t in tabel if t is not None)


def lampiran(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[TabelTerbit, ...]:
    """Return the tables of Bab III of an OPD and a year, in order; empty where it has no data."""
    return yang_ada(buat(dataset, kode_opd, tahun) for buat in BAB_III)


def terbitan(
    dataset: Dataset, kode_opd: str, tahun: int, penutupan: Penutupan | None = None
) -> tuple[TabelTerbit, ...]:
    """Return every table of an OPD and a year; empty where it has no data.

    Args:
        dataset: the data.
        kode_opd: whose figures; regions stand with the regency only, which they are about.
        tahun: the year.
        penutupan: findings that somebody closed with a reason, which are left out.
    """
    return (*lampiran(dataset, kode_opd, tahun), *yang_ada(_sisanya(dataset, kode_opd, tahun, penutupan)))


def _sisanya(dataset: Dataset, kode_opd: str, tahun: int, penutupan: Penutupan | None) -> Iterator[TabelTerbit | None]:
    if dataset.opd[kode_opd].keseluruhan:
        yield from regional_terbanding(dataset, tahun)
    yield temuan_uji(dataset, kode_opd, tahun, penutupan)
