"""Parts of a regional measure for the own region: sectors of a whole, and measures that support an index."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisRegional
from kinerja.model.istilah import Hubungan
from kinerja.nilai.angka import format_persen
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import dengan_satuan, satuan_baku, satuan_persen
from kinerja.rumus.hitung import persen_dari
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, perbandingan
from kinerja.telaah.wilayah.ukuran import bagian_ukuran, induk_ukuran, sebutan, tulis_nilai


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianUkuran:
    """One part: its measure, its name within the whole, its value, its share of the whole in percent."""

    ukuran: str
    nama: str
    nilai: Decimal
    teks: str
    pangsa: Decimal | None
    terpilih: bool

    @property
    def label(self) -> str:
        """The figure as the reader sees it, with the share where the value is not a share itself."""
        return self.teks if self.pangsa is None else f"{self.teks} ({format_persen(self.pangsa)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Komposisi:
    """The parts of a measure for the own region in a year, largest first; `keseluruhan` is the printed whole."""

    nama: str
    judul: str
    bagian: tuple[BagianUkuran, ...]
    keseluruhan: str
    sumber: tuple[str, ...]


@ingat(512)
def komposisi(dataset: Dataset, ukuran: str, tahun: int) -> Komposisi | None:
    """Return the parts a measure has or belongs to; None when fewer than two have a value.

    What adds up to a whole is told by Susunan. Where it says nothing, measures with the same words before a colon are
    set beside each other without a claim that they add up.
    """
    induk, nama = _keluarga(dataset, ukuran)
    baris = [b for n in nama if (b := _milik(dataset, n, tahun)) is not None]
    if len(baris) < 2 or len({satuan_baku(b.satuan) for b in baris}) > 1:
        return None
    utuh = _milik(dataset, induk, tahun) if induk else None
    bagian = tuple(sorted((_bagian(b, utuh, ukuran) for b in baris), key=lambda b: -b.nilai))
    return Komposisi(
        nama=induk_ukuran(nama[0]),
        judul=f"{bagian[0].nama} {'terbesar' if utuh else 'tertinggi'}, {bagian[0].label}",
        bagian=bagian,
        keseluruhan=dengan_satuan(tulis_nilai(utuh.nilai), utuh.satuan) if utuh else "",
        sumber=tuple(dict.fromkeys(b.sumber for b in baris if b.sumber)),
    )


def _keluarga(dataset: Dataset, ukuran: str) -> tuple[str, tuple[str, ...]]:
    """Return the whole and its parts by Susunan, else no whole and the family of names."""
    jumlah = _jumlah(dataset)
    induk = [k for k, bagian in jumlah.items() if samakan(ukuran) in (samakan(k), *map(samakan, bagian))]
    if induk:
        # A part can belong to a subtotal as well; the fullest whole shows most.
        utuh = max(induk, key=lambda k: len(jumlah[k]))
        return utuh, jumlah[utuh]
    milik = samakan(induk_ukuran(ukuran))
    bagian = (n for n in dataset.ukuran_regional if bagian_ukuran(n) is not None)
    return "", tuple(n for n in bagian if samakan(induk_ukuran(n)) == milik)


@ingat(1)
def _jumlah(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Regional measures that are the sum of others, with their parts."""
    nama = {samakan(n): n for n in dataset.ukuran_regional}
    jumlah = (s for s in dataset.buku.susunan if s.hubungan is Hubungan.JUMLAH)
    pasangan = ((nama.get(samakan(s.induk)), nama.get(samakan(s.bagian))) for s in jumlah)
    return {k: tuple(v) for k, v in himpun((induk, bagian) for induk, bagian in pasangan if induk and bagian).items()}


def _milik(dataset: Dataset, ukuran: str, tahun: int) -> BarisRegional | None:
    """Return the own region's row of a measure and year, where it has a number."""
    ada = (b for b in dataset.regional(ukuran) if b.tahun == tahun and dataset.profil.memiliki(b))
    return next((b for b in ada if b.nilai.angka is not None), None)


def _bagian(baris: BarisRegional, utuh: BarisRegional | None, ukuran: str) -> BagianUkuran:
    nilai = baris.nilai.bilangan
    jumlah = utuh.nilai.angka if utuh else None
    return BagianUkuran(
        ukuran=baris.indikator,
        nama=bagian_ukuran(baris.indikator) or baris.indikator,
        nilai=nilai,
        teks=dengan_satuan(tulis_nilai(baris.nilai), baris.satuan),
        pangsa=None if satuan_persen(baris.satuan) else persen_dari(nilai, jumlah),
        terpilih=samakan(baris.indikator) == samakan(ukuran),
    )


@dataclass(frozen=True, slots=True)
class Komponen:
    """A measure that supports the chosen one, with the own region's standing in it; `dari` is empty without a rank."""

    ukuran: str
    nama: str
    baris: BarisWilayah
    dari: str

    @property
    def teks(self) -> str:
        """The component with its value and rank, as a link shows it."""
        urutan = f" · peringkat {self.baris.peringkat} dari {self.dari}" if self.baris.peringkat and self.dari else ""
        return f"{self.nama} {self.baris.bersatuan}{urutan}"


@ingat(512)
def komponen(dataset: Dataset, ukuran: str, tahun: int) -> tuple[Komponen, ...]:
    """Return the measures that support an index (Susunan: Mendukung), in the order of the workbook."""
    susunan = dataset.buku.susunan
    mendukung = (s for s in susunan if s.hubungan is Hubungan.MENDUKUNG and samakan(s.induk) == samakan(ukuran))
    return tuple(_komponen(dataset, (s.bagian for s in mendukung), tahun))


def _komponen(dataset: Dataset, nama: Iterable[str], tahun: int) -> Iterable[Komponen]:
    for n in nama:
        p = perbandingan(dataset, n, tahun)
        if p is not None and p.sendiri is not None:
            yield Komponen(p.ukuran, sebutan(p.ukuran), p.sendiri, p.dari if p.terbanding else "")
