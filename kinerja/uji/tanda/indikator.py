"""Marks beside a figure for what the audit found of it; where a mark already says the same, the finding replaces it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import Ukuran
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.telaah.indikator.tabel import BarisTabelCapaian
from kinerja.telaah.pohon.cabang import Cabang
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, tertutup

BELUM_DITUTUP: Penutupan = MappingProxyType({})
PETUNJUK = "Penalarannya ada di halaman Uji konsistensi"


@ingat(1)
def _menurut_angka(dataset: Dataset) -> Mapping[tuple[str, int], tuple[Temuan, ...]]:
    milik = (t for t in uji(dataset).temuan if t.alamat.kode_indikator)
    return {k: tuple(v) for k, v in menurut(milik, lambda t: (t.alamat.kode_indikator, t.alamat.tahun)).items()}


def temuan_angka(dataset: Dataset, kode_indikator: str, tahun: int, penutupan: Penutupan) -> tuple[Temuan, ...]:
    """Return the open findings on an indicator's year, worst first."""
    return tuple(t for t in _semua(dataset, kode_indikator, tahun) if tertutup(t, penutupan) is None)


def _semua(dataset: Dataset, kode_indikator: str, tahun: int) -> tuple[Temuan, ...]:
    return _menurut_angka(dataset).get((kode_indikator, tahun), ())


def tanda_temuan(
    dataset: Dataset, kode_indikator: str, tahun: int, penutupan: Penutupan = BELUM_DITUTUP
) -> tuple[Tanda, ...]:
    """Return a mark for each open finding on an indicator's year; one that was closed with a reason has none."""
    return tuple(tanda_dari(t) for t in temuan_angka(dataset, kode_indikator, tahun, penutupan))


def tanda_dari(temuan: Temuan) -> Tanda:
    """Return the mark of a finding."""
    dugaan = f" {temuan.dugaan}" if temuan.dugaan else ""
    return Tanda(JenisTanda.UJI, f"{temuan.uraian}{dugaan} {PETUNJUK} ({temuan.aturan}, {temuan.keyakinan.value}).")


def lengkapi_tanda(
    dataset: Dataset,
    kode_indikator: str,
    tahun: int,
    tanda: Sequence[Tanda],
    penutupan: Penutupan = BELUM_DITUTUP,
) -> tuple[Tanda, ...]:
    """Return a figure's marks with those of the open findings first; what a finding says too is not said twice."""
    temuan = _semua(dataset, kode_indikator, tahun)
    if not temuan:
        return tuple(tanda)
    terkatakan: set[JenisTanda] = set()
    if (c := dataset.tahunan(kode_indikator, tahun)) is not None:
        cetak = {
            Ukuran.CAPAIAN: (c.baris.capaian_dilaporkan.teks, {JenisTanda.BEDA_CETAK, JenisTanda.DIPOTONG}),
            Ukuran.PREDIKAT: (c.baris.predikat_dilaporkan, {JenisTanda.PREDIKAT_BEDA}),
        }
        for ukuran, (teks, jenis) in cetak.items():
            if any(t.alamat.ukuran == ukuran.value and samakan(t.tercetak) == samakan(teks) for t in temuan):
                terkatakan |= jenis
    lain = (t for t in tanda if t.jenis not in terkatakan)
    return (*tanda_temuan(dataset, kode_indikator, tahun, penutupan), *lain)


def baris_bertanda(
    dataset: Dataset, baris: Sequence[BarisTabelCapaian], tahun: int, penutupan: Penutupan = BELUM_DITUTUP
) -> tuple[BarisTabelCapaian, ...]:
    """Return the rows of a table of capaian with the marks of the open findings."""
    return tuple(replace(b, tanda=lengkapi_tanda(dataset, b.kode, tahun, b.tanda, penutupan)) for b in baris)


def cabang_bertanda(
    dataset: Dataset, akar: Sequence[Cabang], tahun: int, penutupan: Penutupan = BELUM_DITUTUP
) -> tuple[Cabang, ...]:
    """Return branches of the performance tree with the marks of the open findings on their indicators."""
    return tuple(_cabang(dataset, c, tahun, penutupan) for c in akar)


def _cabang(dataset: Dataset, cabang: Cabang, tahun: int, penutupan: Penutupan) -> Cabang:
    tanda = lengkapi_tanda(dataset, cabang.kode, tahun, cabang.tanda, penutupan) if cabang.kode else cabang.tanda
    return replace(cabang, tanda=tanda, anak=cabang_bertanda(dataset, cabang.anak, tahun, penutupan))
