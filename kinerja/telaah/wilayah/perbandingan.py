"""A regional measure in one year, ready to draw: ranked regions, references, gaps to the own region, marks, years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisRegional, Kutipan
from kinerja.model.istilah import Arah, TingkatWilayah, Ukuran
from kinerja.model.pemerintah import Lingkup
from kinerja.model.profil import berawalan
from kinerja.nilai.baca import JenisNilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import SebutanWilayah, samakan
from kinerja.nilai.satuan import dengan_satuan
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import JenisTanda, Kecocokan, Tanda, cocokkan
from kinerja.rumus.peringkat import BandingRegional, Posisi, selingkup
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita
from kinerja.telaah.wilayah.ukuran import jumlah_wilayah, sebutan_tingkat, skala_ukuran, tulis_nilai

KELAS = 5
"""Ranks are parted into this many groups of equal size, the first with the best values."""


class JenisWilayah(StrEnum):
    """What a region is to the own one."""

    SENDIRI = "wilayah sendiri"
    PEMBANDING = "wilayah pembanding"
    LAIN = "wilayah lain"
    PROVINSI = "provinsi"
    NASIONAL = "nasional"
    LUAR = "di luar provinsi"


ACUAN = {TingkatWilayah.PROVINSI: JenisWilayah.PROVINSI, TingkatWilayah.NASIONAL: JenisWilayah.NASIONAL}
"""What a level above the own region is to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisWilayah:
    """A region in one year, every cell as the reader sees it.

    Attributes:
        wilayah: its name as it is shown; `tertulis` is the name in Regional, by which other rows are found.
        jenis: what it is to the own region.
        peringkat: 1 is the best; None where it is not ranked. `seri` is how many others share it.
        nilai: the number, None where there is none. `teks` is the figure alone, `bersatuan` with its unit.
        selisih: its value minus the own region's.
        predikat: grade on the measure's scale with its look; empty without one.
        kelas: group of ranks, from 0.
        tanda: marks that open beside the figure.
        sumber: where it is printed.
        hanya_angka: whether the text is the number alone; a level (9/9) has a number too, but says more.
    """

    wilayah: str
    tertulis: str
    jenis: JenisWilayah
    peringkat: int | None
    seri: int
    nilai: Decimal | None
    teks: str
    bersatuan: str
    selisih: Decimal | None
    predikat: str
    rupa: Rupa
    kelas: int
    tanda: tuple[Tanda, ...]
    sumber: str
    hanya_angka: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbandingan:
    """A measure in one year.

    Attributes:
        ukuran, tahun, satuan, arah: what is compared; with arah Netral nothing is better or worse.
        lingkup: which regions are ranked.
        wilayah: the ranked regions, best first.
        acuan: the levels above: province and nation.
        lain: regions that are not ranked: of another province, or without a number.
        jumlah_wilayah: regions that could be ranked: those of the province known from any measure, or every province.
        skala: the scale that grades the values, if there is one.
    """

    ukuran: str
    tahun: int
    satuan: str
    arah: Arah
    lingkup: Lingkup
    wilayah: tuple[BarisWilayah, ...]
    acuan: tuple[BarisWilayah, ...]
    lain: tuple[BarisWilayah, ...]
    jumlah_wilayah: int
    skala: Skala | None

    @property
    def semua(self) -> tuple[BarisWilayah, ...]:
        """Every row."""
        return (*self.wilayah, *self.acuan, *self.lain)

    @property
    def sendiri(self) -> BarisWilayah | None:
        """The own region where it has a value."""
        return next((b for b in self.semua if b.jenis is JenisWilayah.SENDIRI and b.teks), None)

    @property
    def pembanding(self) -> tuple[BarisWilayah, ...]:
        """The ranked neighbours, best first."""
        return tuple(b for b in self.wilayah if b.jenis is JenisWilayah.PEMBANDING)

    @property
    def kata(self) -> str:
        """What the ranked regions are called together."""
        return sebutan_tingkat(self.lingkup)

    @property
    def lengkap(self) -> bool:
        """Whether every region that could be ranked is."""
        return len(self.wilayah) == self.jumlah_wilayah

    @property
    def dari(self) -> str:
        """How many are ranked, as a rank says it; of provinces also whether these are all."""
        banyak = str(len(self.wilayah))
        if self.lingkup.tingkat is not TingkatWilayah.PROVINSI:
            return banyak
        return f"{banyak} provinsi" if self.lengkap else f"{banyak} provinsi yang tercetak"

    @property
    def terbanding(self) -> bool:
        """Whether two regions at least can be ranked."""
        return len(self.wilayah) > 1

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the figures are printed."""
        return tuple(dict.fromkeys(b.sumber for b in self.semua if b.sumber))


@ingat(512)
def perbandingan(dataset: Dataset, ukuran: str, tahun: int) -> Perbandingan | None:
    """Compare the own region with its likes by a measure in a year; None when no value of any level stands there."""
    semua = [b for b in dataset.regional(ukuran) if b.tahun == tahun]
    if not any(b.nilai.ada for b in semua):
        return None
    # Those below the own region have a comparison of their own.
    baris = [b for b in semua if b.tingkat_wilayah is not dataset.profil.sebutan.bawahan]
    return _susun(dataset, dataset.banding(ukuran, tahun), baris, dataset.profil.lingkup)


@ingat(512)
def perbandingan_bawahan(dataset: Dataset, ukuran: str, tahun: int) -> Perbandingan | None:
    """Compare the regions that belong to the own one, it being one of their references; None without any value."""
    lingkup, banding = dataset.profil.lingkup_bawahan, dataset.banding_bawahan(ukuran, tahun)
    if lingkup is None or banding is None:
        return None
    acuan = {samakan(a.nama) for a in banding.acuan}
    semua = [b for b in dataset.regional(ukuran) if b.tahun == tahun]
    baris = [b for b in semua if b.tingkat_wilayah is lingkup.tingkat or samakan(b.wilayah) in acuan]
    if not any(b.nilai.ada and b.tingkat_wilayah is lingkup.tingkat for b in baris):
        return None
    return _susun(dataset, banding, baris, lingkup)


def _susun(
    dataset: Dataset, banding: BandingRegional, baris: Sequence[BarisRegional], lingkup: Lingkup
) -> Perbandingan:
    susun = _Penyusun(dataset, banding, lingkup)
    posisi = {samakan(p.wilayah): p for p in banding.posisi}
    acuan = {samakan(a.nama) for a in banding.acuan}
    per_nama = {samakan(b.wilayah): b for b in baris}
    return Perbandingan(
        ukuran=banding.indikator,
        tahun=banding.tahun,
        satuan=banding.satuan,
        arah=banding.arah,
        lingkup=lingkup,
        wilayah=tuple(susun.baris(per_nama[k], p) for k, p in posisi.items()),
        acuan=tuple(susun.baris(per_nama[samakan(a.nama)]) for a in banding.acuan),
        lain=tuple(susun.baris(b) for k, b in per_nama.items() if k not in posisi and k not in acuan),
        jumlah_wilayah=jumlah_wilayah(dataset, lingkup),
        skala=susun.skala,
    )


class _Penyusun:
    """Makes the rows of one measure and year."""

    def __init__(self, dataset: Dataset, banding: BandingRegional, lingkup: Lingkup) -> None:
        self.dataset = dataset
        self.banding = banding
        self.lingkup = lingkup
        self.skala = skala_ukuran(dataset, banding.indikator, banding.tahun)
        self.milik = banding.sendiri.nilai if banding.sendiri else None

    @cached_property
    def tetangga(self) -> frozenset[str]:
        return frozenset(samakan(w) for w in self.dataset.profil.wilayah_pembanding)

    def baris(self, baris: BarisRegional, posisi: Posisi | None = None) -> BarisWilayah:
        """Make the row of a region; `posisi` where it is ranked."""
        angka, teks = baris.nilai.angka, tulis_nilai(baris.nilai) if baris.nilai.ada else ""
        pita = self.skala.peringkat(angka).pita if self.skala and angka is not None else None
        seri = sum(p.peringkat == posisi.peringkat for p in self.banding.posisi) - 1 if posisi else 0
        jenis = self.jenis(baris)
        milik = jenis is JenisWilayah.SENDIRI
        return BarisWilayah(
            wilayah=berawalan(baris.wilayah, self.lingkup.awalan) if milik else baris.wilayah,
            tertulis=baris.wilayah,
            jenis=jenis,
            peringkat=posisi.peringkat if posisi else None,
            seri=seri,
            nilai=angka,
            teks=teks,
            hanya_angka=baris.nilai.jenis is JenisNilai.ANGKA,
            bersatuan=dengan_satuan(teks, self.banding.satuan),
            selisih=None if angka is None or self.milik is None else angka - self.milik,
            predikat=pita.predikat if pita else "",
            rupa=rupa_pita(self.skala, pita) if self.skala else TAK_TERSEDIA,
            kelas=(posisi.peringkat - 1) * KELAS // len(self.banding.posisi) if posisi else 0,
            tanda=_tanda(self.dataset, baris),
            sumber=baris.sumber,
        )

    def jenis(self, baris: BarisRegional) -> JenisWilayah:
        nama = samakan(baris.wilayah)
        if baris.tingkat_wilayah is TingkatWilayah.NASIONAL:
            return JenisWilayah.NASIONAL
        if selingkup(baris, self.lingkup):
            if nama == samakan(self.lingkup.sendiri):
                return JenisWilayah.SENDIRI
            return JenisWilayah.PEMBANDING if nama in self.tetangga else JenisWilayah.LAIN
        if self.lingkup.tingkat is TingkatWilayah.PROVINSI:
            return JenisWilayah.LAIN
        acuan = baris.tingkat_wilayah is TingkatWilayah.PROVINSI and nama == samakan(self.lingkup.provinsi)
        return JenisWilayah.PROVINSI if acuan else JenisWilayah.LUAR


def _tanda(dataset: Dataset, baris: BarisRegional) -> tuple[Tanda, ...]:
    """Marks of a figure: the remark of its row, and other prints of it that say something else."""
    catatan = (Tanda(JenisTanda.CATATAN, baris.catatan),) if baris.catatan else ()
    cetakan = _kutipan(dataset).get((samakan(baris.indikator), samakan(baris.wilayah), baris.tahun), ())
    return (
        *catatan,
        *(_tanda_cetak(baris, k, cocok) for k in cetakan if (cocok := _cocok(baris, k)) is not Kecocokan.COCOK),
    )


@ingat(1)
def _kutipan(dataset: Dataset) -> Mapping[tuple[str, str, int], list[Kutipan]]:
    nilai = (k for k in dataset.buku.kutipan if k.ukuran is Ukuran.NILAI and k.wilayah)
    return menurut(nilai, lambda k: (samakan(k.indikator), samakan(k.wilayah), k.tahun))


def _cocok(baris: BarisRegional, kutipan: Kutipan) -> Kecocokan:
    """Tell whether a print says the same as the figure in use."""
    if baris.nilai.jenis is not JenisNilai.ANGKA or baris.nilai.angka is None:
        return Kecocokan.COCOK if samakan(kutipan.tercetak) == samakan(baris.nilai.teks) else Kecocokan.BEDA
    try:
        return cocokkan(baca_nilai(kutipan.tercetak, baris.satuan), baris.nilai.angka)
    except NilaiTakTerbaca:
        return Kecocokan.BEDA


def _tanda_cetak(baris: BarisRegional, kutipan: Kutipan, cocok: Kecocokan) -> Tanda:
    jenis = JenisTanda.DIPOTONG if cocok is Kecocokan.DIPOTONG else JenisTanda.BEDA_CETAK
    catatan = f" ({kutipan.catatan})" if kutipan.catatan else ""
    teks = f"Dipakai {tulis_nilai(baris.nilai)}; tercetak pula {kutipan.tercetak} pada {kutipan.sumber}{catatan}"
    return Tanda(jenis, teks)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikUkuran:
    """A measure of one region in one year, with its marks."""

    tahun: int
    nilai: Decimal
    teks: str
    tanda: tuple[Tanda, ...] = ()
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class GarisUkuran:
    """The years of one region, oldest first."""

    wilayah: str
    jenis: JenisWilayah
    satuan: str
    titik: tuple[TitikUkuran, ...]

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the values are printed, the newest year first."""
        return tuple(dict.fromkeys(t.sumber for t in reversed(self.titik) if t.sumber))


@ingat(512)
def perkembangan(dataset: Dataset, ukuran: str) -> tuple[GarisUkuran, ...]:
    """Return the years of the own region and of the levels above it; those without any number are left out."""
    lingkup = dataset.profil.lingkup
    urut = (
        (JenisWilayah.SENDIRI, lingkup.tingkat, lingkup.sendiri),
        *((ACUAN[tingkat], tingkat, lingkup.provinsi) for tingkat in lingkup.acuan),
    )
    garis = (_garis(dataset, ukuran, jenis, (tingkat, nama)) for jenis, tingkat, nama in urut)
    return tuple(g for g in garis if g is not None)


def _garis(
    dataset: Dataset, ukuran: str, jenis: JenisWilayah, dicari: tuple[TingkatWilayah, str]
) -> GarisUkuran | None:
    tingkat, nama = dicari
    baris = (b for b in dataset.regional(ukuran) if b.tingkat_wilayah is tingkat and b.nilai.angka is not None)
    sama = (b for b in baris if tingkat is TingkatWilayah.NASIONAL or samakan(b.wilayah) == samakan(nama))
    milik = sorted(sama, key=lambda b: b.tahun)
    titik = tuple(
        TitikUkuran(
            tahun=b.tahun, nilai=b.nilai.bilangan, teks=tulis_nilai(b.nilai), tanda=_tanda(dataset, b), sumber=b.sumber
        )
        for b in milik
    )
    if not milik:
        return None
    awalan = dataset.profil.lingkup.awalan if jenis is JenisWilayah.SENDIRI else SebutanWilayah.TANPA
    return GarisUkuran(berawalan(milik[0].wilayah, awalan), jenis, milik[0].satuan, titik)
