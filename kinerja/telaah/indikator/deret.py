"""The years of an indicator: its own, those another OPD reports of the same measure, and those of the region's measure.

A report's measurement table often prints two years only, while the same figure of earlier years stands elsewhere in the
workbook. Two indicators are the same measure when they share a Padanan that Regional knows, or that the whole regency
reports too; a Padanan of units (such as IKM unit) is the same kind of measure of different units, and never joined.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.nilai.baca import KOSONG, Nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import sama_satuan
from kinerja.rumus.capaian import CapaianIndikator


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikTahun:
    """A year of an indicator.

    Attributes:
        tahun: the year.
        target: the target that is calculated with.
        realisasi: the value; jenis KOSONG where there is none.
        asal: who prints the value, where it is not the indicator's own row; empty otherwise.
        sumber: document and table.
        capaian: the computed year, None where the value comes from elsewhere.
    """

    tahun: int
    target: Nilai
    realisasi: Nilai
    asal: str
    sumber: str
    capaian: CapaianIndikator | None = None

    @property
    def angka(self) -> Decimal | None:
        """The number that is drawn and calculated with."""
        return self.realisasi.angka


@ingat(1)
def _sepadanan(dataset: Dataset) -> Mapping[str, tuple[Indikator, ...]]:
    berpadanan = (i for i in dataset.indikator.values() if i.padanan)
    return {kunci: tuple(milik) for kunci, milik in menurut(berpadanan, lambda i: samakan(i.padanan)).items()}


@ingat(1)
def _padanan_daerah(dataset: Dataset) -> frozenset[str]:
    """Padanan of measures of the region itself: those that Regional knows, or that the whole regency reports."""
    return frozenset(
        kunci
        for kunci, milik in _sepadanan(dataset).items()
        if dataset.regional(kunci) or any(dataset.pemilik(i).keseluruhan for i in milik)
    )


def sepadanan(dataset: Dataset, indikator: Indikator) -> tuple[Indikator, ...]:
    """Return the other indicators that share the Padanan."""
    semua = _sepadanan(dataset).get(samakan(indikator.padanan), ()) if indikator.padanan else ()
    return tuple(i for i in semua if i is not indikator)


def ukuran_daerah(dataset: Dataset, indikator: Indikator) -> bool:
    """Tell whether an indicator measures the region itself, not the unit that reports it."""
    return bool(indikator.padanan) and samakan(indikator.padanan) in _padanan_daerah(dataset)


def seukuran(dataset: Dataset, indikator: Indikator) -> tuple[Indikator, ...]:
    """Return the indicators of other OPD that report the very same figure."""
    return sepadanan(dataset, indikator) if ukuran_daerah(dataset, indikator) else ()


@ingat(4096)
def deret(dataset: Dataset, kode: str) -> tuple[TitikTahun, ...]:
    """Return the years of an indicator with a target or a value, oldest first; its own row comes before others."""
    hasil = {t.tahun: t for t in _milik(dataset, kode)}
    for t in _dari_lain(dataset, dataset.indikator[kode]):
        sendiri = hasil.get(t.tahun)
        if sendiri is None:
            hasil[t.tahun] = t
        elif not sendiri.realisasi.ada:
            # The value stands elsewhere, the year keeps its own target.
            hasil[t.tahun] = replace(t, target=sendiri.target, capaian=sendiri.capaian)
    return tuple(hasil[t] for t in sorted(hasil))


def _milik(dataset: Dataset, kode: str) -> Iterator[TitikTahun]:
    for tahun in dataset.tahun:
        c = dataset.tahunan(kode, tahun)
        if c is not None:
            yield TitikTahun(
                tahun=tahun, target=c.target, realisasi=c.baris.realisasi, asal="", sumber=c.baris.sumber, capaian=c
            )


def _dari_lain(dataset: Dataset, indikator: Indikator) -> Iterator[TitikTahun]:
    for i in seukuran(dataset, indikator):
        if sama_satuan(i.satuan, indikator.satuan):
            # The targets of another OPD are its own business.
            nama = dataset.pemilik(i).nama_pendek
            for t in _milik(dataset, i.kode_indikator):
                if t.realisasi.ada:
                    yield TitikTahun(tahun=t.tahun, target=KOSONG, realisasi=t.realisasi, asal=nama, sumber=t.sumber)
    for b in dataset.regional(indikator.padanan) if indikator.padanan else ():
        sejenis = not b.satuan or sama_satuan(b.satuan, indikator.satuan)
        if dataset.profil.memiliki(b) and b.nilai.ada and sejenis:
            yield TitikTahun(tahun=b.tahun, target=KOSONG, realisasi=b.nilai, asal="data wilayah", sumber=b.sumber)


def sampai(dataset: Dataset, kode: str, tahun: int) -> tuple[TitikTahun, ...]:
    """Return the years up to `tahun` that have a number, oldest first."""
    return tuple(t for t in deret(dataset, kode) if t.tahun <= tahun and t.angka is not None)
