"""Figures by name: what is printed of an indicator or of a regional measure, whichever a name means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kinerja.dataset import Dataset
from kinerja.model.baris import BarisRegional
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_angka
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.presisi import Selang, selang_bulat, selang_potong, tepat
from kinerja.uji.model import Alamat

UKURAN_NILAI = (Ukuran.REALISASI, Ukuran.NILAI, Ukuran.JUMLAH)
"""Kinds of print that hold the value of a thing, not its target or how far it got."""
SATUAN_HITUNG = frozenset(
    {
        *("orang", "jiwa", "keluarga", "pegawai", "pemohon", "perangkat daerah"),
        *("desa", "kelurahan", "desa/kelurahan", "kecamatan", "dusun"),
        *("unit", "paket", "dokumen", "laporan", "kuesioner", "bagian", "inovasi", "variabel"),
        *("program", "kegiatan", "sub kegiatan", "indikator", "temuan"),
    }
)
"""Units of things that are counted: a whole number of them is exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """A named figure of a year with its first print.

    Attributes:
        nama: as a reader knows it.
        satuan: its unit.
        tahun: the year.
        angka: every print that holds a number, the main one first.
        kode: kode indikator, empty for a regional measure.
        wilayah: the region, empty for an indicator.
    """

    nama: str
    satuan: str
    tahun: int
    angka: tuple[Angka, ...]
    kode: str = ""
    wilayah: str = ""

    @property
    def utama(self) -> Angka:
        """The print that is calculated with."""
        return self.angka[0]

    @property
    def terhitung(self) -> bool:
        """Whether its unit is counted, not measured."""
        return samakan(self.satuan) in SATUAN_HITUNG

    @property
    def sebutan(self) -> str:
        """Name, region and year."""
        return " ".join(filter(None, (self.nama, self.wilayah, str(self.tahun))))

    def selang(self, angka: Angka | None = None, *, potong: bool = False) -> Selang:
        """Return what a print may stand for: a count exactly itself, else what rounds (or is cut) to it."""
        nilai = (angka or self.utama).nilai
        if self.terhitung and nilai.desimal == 0:
            return tepat(nilai.bilangan)
        return pasti(selang_potong(nilai) if potong else selang_bulat(nilai), f"angka {self.sebutan}")

    def masukan(self, angka: Angka | None = None) -> str:
        """The figure as an input of a finding."""
        return f"{self.sebutan}: {(angka or self.utama).masukan}"


class DaftarNama:
    """The figures of a dataset by name, indexed once."""

    def __init__(self, bukti: Bukti) -> None:
        self.bukti = bukti
        self.dataset = bukti.dataset

    @cached_property
    def _regional(self) -> Mapping[tuple[str, str, int], BarisRegional]:
        return {(samakan(b.indikator), samakan(b.wilayah), b.tahun): b for b in self.dataset.buku.regional}

    @cached_property
    def wilayah(self) -> Mapping[str, tuple[str, ...]]:
        """Regions of each measure."""
        milik = himpun((samakan(b.indikator), b.wilayah) for b in self.dataset.buku.regional)
        return {k: tuple(dict.fromkeys(v)) for k, v in milik.items()}

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """Every year of any figure of an indicator or region."""
        semua = {t for _, t, _ in self.bukti.angka} | {b.tahun for b in self.dataset.buku.regional}
        return tuple(sorted(semua, reverse=True))

    def daerah(self, nama: str) -> tuple[str, ...]:
        """Return where a name has figures: the own region for an indicator, else every region of the measure."""
        if self.dataset.kode_indikator(nama):
            return (self.dataset.profil.sendiri,)
        return self.wilayah.get(samakan(nama), ())

    def ambil(self, nama: str, tahun: int, wilayah: str) -> Cetakan | None:
        """Return what is printed of a name, None where no number stands."""
        kode = self.dataset.kode_indikator(nama)
        return self._indikator(kode, tahun) if kode else self._wilayah(nama, tahun, wilayah)

    def _indikator(self, kode: str, tahun: int) -> Cetakan | None:
        i = self.dataset.indikator[kode]
        angka = [a for u in UKURAN_NILAI for a in self.bukti.cetakan(kode, tahun, u) if a.nilai.angka is not None]
        return Cetakan(nama=i.indikator, satuan=i.satuan, tahun=tahun, angka=tuple(angka), kode=kode) if angka else None

    def _wilayah(self, nama: str, tahun: int, wilayah: str) -> Cetakan | None:
        kunci = (samakan(nama), samakan(wilayah))
        b = self._regional.get((*kunci, tahun))
        angka = (
            []
            if b is None
            else [Angka(teks=b.nilai.teks, nilai=b.nilai, sumber=b.sumber, catatan=b.catatan, utama=True)]
        )
        for ukuran in (Ukuran.NILAI, Ukuran.JUMLAH):
            angka += self.bukti.angka_wilayah.get((*kunci, tahun, ukuran), ())
        angka = [a for a in angka if a.nilai.angka is not None]
        satuan = b.satuan if b else ""
        return (
            Cetakan(
                nama=b.indikator if b else nama,
                satuan=satuan,
                tahun=tahun,
                angka=tuple(angka),
                kode="",
                wilayah=wilayah,
            )
            if angka
            else None
        )

    def alamat(self, cetakan: Cetakan, ukuran: str) -> Alamat:
        """Return whose figure a print is."""
        if cetakan.kode:
            milik = self.bukti.opd(self.dataset.indikator[cetakan.kode]).kode_opd
            return Alamat(kode_opd=milik, kode_indikator=cetakan.kode, tahun=cetakan.tahun, ukuran=ukuran)
        return alamat_wilayah(self.dataset, cetakan.tahun, ukuran, cetakan.nama, cetakan.wilayah)


def alamat_wilayah(dataset: Dataset, tahun: int, ukuran: str, nama: str, wilayah: str) -> Alamat:
    """Return whose figure a measure of a region is: of the whole, under the names of both."""
    return Alamat(
        kode_opd=dataset.kode_keseluruhan, kode_indikator="", tahun=tahun, ukuran=ukuran, uraian=f"{nama}, {wilayah}"
    )


def tempat(sumber: str) -> str:
    """Return the table or text that a place is in: the row that a transcriber adds to it does not count."""
    return samakan(sumber.partition(", baris ")[0])


def setabel(angka: Iterable[Angka]) -> bool:
    """Tell whether prints stand in one and the same table."""
    return len({tempat(a.sumber) for a in angka}) == 1


def sedokumen(angka: Iterable[Angka]) -> bool:
    """Tell whether prints stand in one and the same report."""
    return len({a.sumber.partition(",")[0].strip() for a in angka}) == 1


def tulis(angka: Decimal, tempat: int = 2) -> str:
    """Write a computed figure with the decimals of the print that it is held against."""
    return format_angka(angka, max(0, tempat))
