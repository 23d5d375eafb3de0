"""The measures of Regional: which can be chosen, in which year, on which scale, and how their figures are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import TingkatWilayah
from kinerja.model.pemerintah import JUMLAH_PROVINSI, Lingkup
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.rumus.peringkat import BandingRegional, selingkup

CUKUP_DIPETAKAN = 5
"""From this many regions on a measure is ranked in five colours and mapped."""
PEMISAH = ":"
"""What stands in a workbook between the name of a measure and that of a part of it."""


class Lawan(StrEnum):
    """What a measure can be compared with; the order is that of the filter."""

    WILAYAH = "wilayah lain"
    ACUAN = "provinsi atau nasional"
    SENDIRI = "tidak ada"


@dataclass(frozen=True, slots=True)
class PilihanUkuran:
    """A measure as the filter offers it.

    Attributes:
        nama: its name, which is also what the URL carries.
        lawan: what it can be compared with; `cakupan` says it in words.
        terbanding: regions that are ranked in the fullest year: the own one among its likes, or those below it.
    """

    nama: str
    lawan: Lawan
    cakupan: str
    terbanding: int

    @property
    def label(self) -> str:
        """The option as the reader sees it."""
        return f"{self.nama} · {self.cakupan}"


@ingat(1)
def daftar_ukuran(dataset: Dataset) -> tuple[PilihanUkuran, ...]:
    """Return every measure: ranked ones first, then those with some comparison, then those of the own region alone.

    Within each, a measure on a scale of its own name leads (it sums the others up) and parts come after wholes.
    """
    semua = [_pilihan(dataset, nama) for nama in dataset.ukuran_regional]
    return tuple(sorted(semua, key=lambda u: _urutan(dataset, u)))


def _urutan(dataset: Dataset, pilihan: PilihanUkuran) -> tuple[int, bool, int, bool]:
    kelompok = 0 if pilihan.terbanding >= CUKUP_DIPETAKAN else 1 + (pilihan.lawan is Lawan.SENDIRI)
    banyak = -pilihan.terbanding if kelompok == 0 else 0
    return kelompok, bagian_ukuran(pilihan.nama) is not None, banyak, dataset.skala.ambil(pilihan.nama) is None


def _pilihan(dataset: Dataset, nama: str) -> PilihanUkuran:
    banding = [dataset.banding(nama, t) for t in dataset.tahun_regional(nama)]
    bawahan = (dataset.banding_bawahan(nama, t) for t in dataset.tahun_regional(nama))
    setara = max((len(b.posisi) for b in banding), default=0)
    di_bawah = max((len(b.posisi) for b in bawahan if b), default=0)
    return PilihanUkuran(nama, *_cakupan(dataset, banding, setara, di_bawah), max(setara, di_bawah))


def _cakupan(dataset: Dataset, banding: Sequence[BandingRegional], setara: int, di_bawah: int) -> tuple[Lawan, str]:
    """Say whom a measure compares: the likes of the own region and those below it, else the references."""
    lingkup = dataset.profil.lingkup
    ramai = [f"{setara} {sebutan_tingkat(lingkup)}"] if setara > 1 else []
    ramai += [f"{di_bawah} kabupaten/kota"] if di_bawah > 1 else []
    if ramai:
        return Lawan.WILAYAH, " dan ".join(ramai)
    ada = {samakan(a.nama) for b in banding for a in b.acuan}
    provinsi = samakan(lingkup.provinsi) in ada
    nama = [kata for kata, tercetak in (("provinsi", provinsi), ("nasional", len(ada) > provinsi)) if tercetak]
    if nama:
        return Lawan.ACUAN, f"dengan {' dan '.join(nama)}" if lingkup.sendiri else f"nilai {' dan '.join(nama)}"
    return Lawan.SENDIRI, f"hanya {dataset.profil.nama_wilayah or 'satu wilayah'}"


@ingat(1)
def tahun_semua_ukuran(dataset: Dataset) -> tuple[int, ...]:
    """Return every year of Regional, newest first: the options of the filter, whatever the measure."""
    return tuple(sorted({b.tahun for b in dataset.buku.regional}, reverse=True))


def tahun_terdekat(dataset: Dataset, ukuran: str, diminta: int) -> int:
    """Return the year asked for where the measure has it, else the nearest before it, else the nearest after.

    Years in which the own region has a value are preferred. A measure without any year gives the one asked for.
    """
    baris = dataset.regional(ukuran)
    ada = {b.tahun for b in baris}
    sendiri = {b.tahun for b in baris if b.nilai.ada and dataset.profil.memiliki(b)}
    if diminta in ada:
        return diminta
    return min(sendiri or ada, key=lambda t: (t > diminta, abs(t - diminta)), default=diminta)


@ingat(2)
def jumlah_wilayah(dataset: Dataset, lingkup: Lingkup) -> int:
    """Return how many regions could be ranked: every province there is, of a province those in Regional anywhere."""
    if lingkup.tingkat is TingkatWilayah.PROVINSI:
        return JUMLAH_PROVINSI
    return len({samakan(b.wilayah) for b in dataset.buku.regional if selingkup(b, lingkup)})


def sebutan_tingkat(lingkup: Lingkup) -> str:
    """Return what the regions that are ranked are called together."""
    return "provinsi" if lingkup.tingkat is TingkatWilayah.PROVINSI else "wilayah"


def skala_ukuran(dataset: Dataset, ukuran: str, tahun: int) -> Skala | None:
    """Return the scale a measure is graded on: the one of its name, else the Skala nilai of its indicator.

    Scales that have only an order cannot grade a number.
    """
    skala = (dataset.skala.ambil(n, tahun) for n in (ukuran, *_skala_padanan(dataset).get(samakan(ukuran), ())))
    return next((s for s in skala if s is not None and s.berbatas), None)


@ingat(1)
def _skala_padanan(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """Skala nilai of the indicators that measure the same, by the measure's name normalised."""
    berskala = (i for i in dataset.indikator.values() if i.padanan and i.skala_nilai)
    return himpun((samakan(i.padanan), i.skala_nilai) for i in berskala)


def induk_ukuran(ukuran: str) -> str:
    """Return the name of the whole that a measure's name begins with: all of it where it is no part."""
    return ukuran.partition(PEMISAH)[0].strip()


def bagian_ukuran(ukuran: str) -> str | None:
    """Return the part that a measure's name names after its whole, None where it is no part."""
    _, ada, bagian = ukuran.partition(PEMISAH)
    return bagian.strip() if ada else None


def sebutan(ukuran: str) -> str:
    """Return a measure's name for a sentence that has a colon of its own."""
    return ukuran.replace(": ", " ")


def tulis_nilai(nilai: Nilai) -> str:
    """Write a value with Indonesian thousands; levels, ratios and grades stand as they are."""
    if nilai.jenis is JenisNilai.ANGKA and nilai.angka is not None:
        return format_angka(nilai.angka, max(0, nilai.desimal))
    return nilai.teks


def bertanda_arah(selisih: Decimal) -> str:
    """Write a difference with its sign: ``+10,09``."""
    return f"{'+' if selisih > 0 else ''}{format_angka(selisih)}"
