"""What the audit looks at: the dataset, and every printed figure by its address, read once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.dataset import Dataset
from kinerja.model.baris import Indikator, Kutipan, Opd
from kinerja.model.istilah import Periode, Ukuran
from kinerja.model.profil import AturanHitung
from kinerja.nilai.angka import jumlah_desimal
from kinerja.nilai.baca import KOSONG, JenisNilai, Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.uji.bukti.presisi import selang_bulat
from kinerja.uji.bukti.terbilang import baca_terbilang


@dataclass(frozen=True, slots=True, kw_only=True)
class Angka:
    """A printed figure.

    Attributes:
        teks: as printed.
        nilai: as read; jenis KOSONG where it is no figure.
        sumber: document and table.
        catatan: the transcriber's remark.
        utama: whether it stands in the report's main measurement table (sheet Capaian).
    """

    teks: str
    nilai: Nilai
    sumber: str
    catatan: str = ""
    utama: bool = False

    @property
    def terhitung(self) -> bool:
        """Whether it is printed nowhere: its remark says that a transcriber counted it from the rows of a table."""
        return samakan(self.catatan).startswith("terhitung ")

    @property
    def masukan(self) -> str:
        """The figure with its place, for the reasoning."""
        return f"{self.teks} ({self.sumber})" if self.sumber else self.teks


CETAKAN_MAKS = 24
"""Prints of one figure that are held against each other: five reports print one at most thirteen times, and a workbook
with thousands must not keep the audit busy for hours."""

KunciIndikator = tuple[str, int, Ukuran]
KunciOpd = tuple[str, str, int, Ukuran]
KunciWilayah = tuple[str, str, int, Ukuran]


class Bukti:
    """The dataset with its printed figures indexed: by indicator, by OPD and uraian, by regional measure and region."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    @property
    def aturan(self) -> AturanHitung:
        """The rules of Profil by which a capaian follows."""
        return self.dataset.profil.aturan

    def opd(self, indikator: Indikator) -> Opd:
        """Return who reports an indicator."""
        return self.dataset.pemilik(indikator)

    @cached_property
    def angka(self) -> Mapping[KunciIndikator, tuple[Angka, ...]]:
        """Printed figures of indicators by (kode, tahun, ukuran), the main table's first."""
        semua = (*self._dari_capaian(), *self._dari_kutipan())
        return {k: tuple(v[:CETAKAN_MAKS]) for k, v in himpun(semua).items()}

    def cetakan(self, kode: str, tahun: int, ukuran: Ukuran) -> tuple[Angka, ...]:
        """Return the prints of one figure of an indicator."""
        return self.angka.get((kode, tahun, ukuran), ())

    @cached_property
    def bagian(self) -> Mapping[str, tuple[str, ...]]:
        """Indicators that stand under another in Susunan, in whatever way, by its code."""
        kode = self.dataset.kode_indikator
        pasangan = ((kode(s.induk), kode(s.bagian)) for s in self.dataset.buku.susunan)
        return {k: tuple(v) for k, v in himpun((induk, b) for induk, b in pasangan if induk and b).items()}

    @cached_property
    def angka_opd(self) -> Mapping[KunciOpd, tuple[Angka, ...]]:
        """Printed figures of an OPD by (kode OPD, uraian normalised, tahun, ukuran)."""
        kode_opd = self.dataset.kode_opd
        milik_opd = (k for k in self.dataset.buku.kutipan if k.kode_opd and not k.kode_indikator)
        semua = (((kode_opd(k.kode_opd) or k.kode_opd, samakan(k.uraian), k.tahun, k.ukuran), k) for k in milik_opd)
        return {kunci: tuple(_angka(k, "", None) for k in v[:CETAKAN_MAKS]) for kunci, v in himpun(semua).items()}

    @cached_property
    def angka_wilayah(self) -> Mapping[KunciWilayah, tuple[Angka, ...]]:
        """Printed figures of regions by (measure, region, tahun, ukuran), names normalised."""
        hasil: dict[KunciWilayah, list[Angka]] = {}
        for k in self.dataset.buku.kutipan:
            if k.wilayah:
                satuan = next((b.satuan for b in self.dataset.regional(k.indikator) if b.satuan), "")
                kunci = (samakan(k.indikator), samakan(k.wilayah), k.tahun, k.ukuran)
                hasil.setdefault(kunci, []).append(_angka(k, satuan, None))
        return {k: tuple(v[:CETAKAN_MAKS]) for k, v in hasil.items()}

    def _dari_capaian(self) -> Iterator[tuple[KunciIndikator, Angka]]:
        for c in self.dataset.capaian:
            b = c.baris
            if b.periode is not Periode.TAHUNAN:
                continue
            kata = Nilai(teks=b.predikat_dilaporkan, jenis=KOSONG.jenis)
            isi = (
                (Ukuran.TARGET, b.target),
                (Ukuran.REALISASI, b.realisasi),
                (Ukuran.CAPAIAN, b.capaian_dilaporkan),
                (Ukuran.PREDIKAT, kata),
            )
            for ukuran, nilai in isi:
                if nilai.teks:
                    yield (
                        (c.kode, c.tahun, ukuran),
                        Angka(teks=nilai.teks, nilai=nilai, sumber=b.sumber, catatan=b.catatan, utama=True),
                    )

    def _dari_kutipan(self) -> Iterator[tuple[KunciIndikator, Angka]]:
        for k in self.dataset.buku.kutipan:
            kode = self.dataset.kode_indikator(k.kode_indikator) if k.kode_indikator else None
            if kode is not None:
                i = self.dataset.indikator[kode]
                yield (kode, k.tahun, k.ukuran), _angka(k, i.satuan, self.dataset.skala_nilai(i, k.tahun))


def _angka(k: Kutipan, satuan: str, skala: Skala | None) -> Angka:
    return Angka(teks=k.tercetak, nilai=_baca(k, satuan, skala), sumber=k.sumber, catatan=k.catatan)


def _baca(k: Kutipan, satuan: str, skala: Skala | None) -> Nilai:
    """Read a print, also a number in words; what is no figure (a word, a slip of the pen) stays as its text."""
    satuan_ukuran = "persen" if k.ukuran in (Ukuran.CAPAIAN, Ukuran.SERAPAN, Ukuran.RATA_RATA) else satuan
    try:
        return baca_nilai(k.tercetak, satuan_ukuran, skala)
    except NilaiTakTerbaca:
        angka = baca_terbilang(k.tercetak)
        if angka is None:
            return Nilai(teks=k.tercetak, jenis=KOSONG.jenis)
        return Nilai(teks=k.tercetak, jenis=JenisNilai.ANGKA, angka=angka, desimal=jumlah_desimal(angka))


def berbeda(angka: Sequence[Angka]) -> list[list[Angka]]:
    """Group prints of one figure by what they say: those that may be the same number, rounded differently, together."""
    kelompok: list[list[Angka]] = []
    for a in sorted(angka, key=lambda a: (-a.nilai.desimal, not a.utama)):
        milik, ujung = None, selang_bulat(a.nilai)
        for g in kelompok:
            acuan = selang_bulat(g[0].nilai)
            if (acuan and ujung and acuan.tumpang(ujung)) or samakan(g[0].teks) == samakan(a.teks):
                milik = g
                break
        if milik is None:
            kelompok.append([a])
        else:
            milik.append(a)
    return kelompok
