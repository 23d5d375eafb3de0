"""Marks beside a figure for what the audit found of it; where a mark already says the same, the finding replaces it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kinerja.cabang import Cabang
from kinerja.capaian import JenisTanda, Tanda
from kinerja.dataset import Dataset
from kinerja.istilah import Ukuran
from kinerja.skala import samakan
from kinerja.tabel import BarisTabelCapaian
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan

PETUNJUK = "Penalarannya ada di halaman Uji konsistensi"


@lru_cache(maxsize=16)
def _menurut_angka(dataset: Dataset) -> Mapping[tuple[str, int], tuple[Temuan, ...]]:
    hasil: dict[tuple[str, int], list[Temuan]] = {}
    for t in uji(dataset).temuan:
        if t.alamat.kode_indikator:
            hasil.setdefault((t.alamat.kode_indikator, t.alamat.tahun), []).append(t)
    return {k: tuple(v) for k, v in hasil.items()}


def temuan_angka(dataset: Dataset, kode_indikator: str, tahun: int) -> tuple[Temuan, ...]:
    """Return the findings on an indicator's year, worst first."""
    return _menurut_angka(dataset).get((kode_indikator, tahun), ())


def tanda_temuan(dataset: Dataset, kode_indikator: str, tahun: int) -> tuple[Tanda, ...]:
    """Return a mark for each finding on an indicator's year."""
    return tuple(_tanda(t) for t in temuan_angka(dataset, kode_indikator, tahun))


def _tanda(t: Temuan) -> Tanda:
    dugaan = f" {t.dugaan}" if t.dugaan else ""
    return Tanda(JenisTanda.UJI, f"{t.uraian}{dugaan} {PETUNJUK} ({t.aturan}, {t.keyakinan.value}).")


def lengkapi_tanda(dataset: Dataset, kode_indikator: str, tahun: int, tanda: Sequence[Tanda]) -> tuple[Tanda, ...]:
    """Return a figure's marks with those of the findings first; what a finding says too is not said twice."""
    temuan = temuan_angka(dataset, kode_indikator, tahun)
    if not temuan:
        return tuple(tanda)
    terkatakan = _terkatakan(dataset, kode_indikator, tahun, temuan)
    return (*tanda_temuan(dataset, kode_indikator, tahun), *(t for t in tanda if t.jenis not in terkatakan))


def _terkatakan(dataset: Dataset, kode: str, tahun: int, temuan: Iterable[Temuan]) -> set[JenisTanda]:
    """The marks on the report's own print that a finding on the very same print makes needless."""
    c = dataset.tahunan(kode, tahun)
    if c is None:
        return set()
    cetak = {
        Ukuran.CAPAIAN: (c.baris.capaian_dilaporkan.teks, {JenisTanda.BEDA_CETAK, JenisTanda.DIPOTONG}),
        Ukuran.PREDIKAT: (c.baris.predikat_dilaporkan, {JenisTanda.PREDIKAT_BEDA}),
    }
    hasil: set[JenisTanda] = set()
    for ukuran, (teks, jenis) in cetak.items():
        if any(t.alamat.ukuran == ukuran.value and samakan(t.tercetak) == samakan(teks) for t in temuan):
            hasil |= jenis
    return hasil


def baris_bertanda(dataset: Dataset, baris: Sequence[BarisTabelCapaian], tahun: int) -> tuple[BarisTabelCapaian, ...]:
    """Return the rows of a table of capaian with the marks of the findings."""
    return tuple(replace(b, tanda=lengkapi_tanda(dataset, b.kode, tahun, b.tanda)) for b in baris)


def cabang_bertanda(dataset: Dataset, akar: Sequence[Cabang], tahun: int) -> tuple[Cabang, ...]:
    """Return branches of the performance tree with the marks of the findings on their indicators."""
    return tuple(_cabang(dataset, c, tahun) for c in akar)


def _cabang(dataset: Dataset, c: Cabang, tahun: int) -> Cabang:
    tanda = lengkapi_tanda(dataset, c.kode, tahun, c.tanda) if c.kode else c.tanda
    return replace(c, tanda=tanda, anak=cabang_bertanda(dataset, c.anak, tahun))
