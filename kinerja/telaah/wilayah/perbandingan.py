"""A regional measure in one year, ready to draw: ranked regions, references, gaps to the own region, marks, years."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisRegional, Kutipan
from kinerja.model.istilah import Arah, TingkatWilayah, Ukuran
from kinerja.nilai.baca import JenisNilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import dengan_satuan
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import JenisTanda, Kecocokan, Tanda, cocokkan
from kinerja.rumus.peringkat import BandingRegional, Posisi
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita
from kinerja.telaah.wilayah.ukuran import jumlah_wilayah, skala_ukuran, tulis_nilai

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


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisWilayah:
    """A region in one year, every cell as the reader sees it.

    Attributes:
        wilayah: its name.
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
        wilayah: the ranked regions of the own province, best first.
        acuan: province and nation.
        lain: regions that are not ranked: of another province, or without a number.
        jumlah_wilayah: regions of the own province known from any measure.
        skala: the scale that grades the values, if there is one.
    """

    ukuran: str
    tahun: int
    satuan: str
    arah: Arah
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
    def terbanding(self) -> bool:
        """Whether two regions at least can be ranked."""
        return len(self.wilayah) > 1

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the figures are printed."""
        return tuple(dict.fromkeys(b.sumber for b in self.semua if b.sumber))


@ingat(512)
def perbandingan(dataset: Dataset, ukuran: str, tahun: int) -> Perbandingan | None:
    """Compare the regions by a measure in a year; None when no value stands there."""
    baris = [b for b in dataset.regional(ukuran) if b.tahun == tahun]
    if not any(b.nilai.ada for b in baris):
        return None
    banding = dataset.banding(ukuran, tahun)
    susun = _Penyusun(dataset, banding)
    posisi = {samakan(p.wilayah): p for p in banding.posisi}
    acuan = {samakan(a.nama) for a in banding.acuan}
    per_nama = {samakan(b.wilayah): b for b in baris}
    return Perbandingan(
        ukuran=banding.indikator,
        tahun=tahun,
        satuan=banding.satuan,
        arah=banding.arah,
        wilayah=tuple(susun.baris(per_nama[k], p) for k, p in posisi.items()),
        acuan=tuple(susun.baris(per_nama[samakan(a.nama)]) for a in banding.acuan),
        lain=tuple(susun.baris(b) for k, b in per_nama.items() if k not in posisi and k not in acuan),
        jumlah_wilayah=jumlah_wilayah(dataset),
        skala=susun.skala,
    )


class _Penyusun:
    """Makes the rows of one measure and year."""

    def __init__(self, dataset: Dataset, banding: BandingRegional) -> None:
        self.dataset = dataset
        self.banding = banding
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
        return BarisWilayah(
            wilayah=baris.wilayah,
            jenis=self.jenis(baris),
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
        nama, profil = samakan(baris.wilayah), self.dataset.profil
        if baris.tingkat_wilayah is TingkatWilayah.NASIONAL:
            return JenisWilayah.NASIONAL
        if baris.tingkat_wilayah is TingkatWilayah.PROVINSI:
            return JenisWilayah.PROVINSI if nama == samakan(profil.provinsi) else JenisWilayah.LUAR
        if samakan(baris.provinsi) not in ("", samakan(profil.provinsi)):
            return JenisWilayah.LUAR
        if nama == samakan(profil.wilayah):
            return JenisWilayah.SENDIRI
        return JenisWilayah.PEMBANDING if nama in self.tetangga else JenisWilayah.LAIN


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
    """Return the years of the own region, the province and the nation; those without any number are left out."""
    profil = dataset.profil
    urut = (
        (JenisWilayah.SENDIRI, samakan(profil.wilayah)),
        (JenisWilayah.PROVINSI, samakan(profil.provinsi)),
        (JenisWilayah.NASIONAL, None),
    )
    garis = (_garis(dataset, ukuran, jenis, nama) for jenis, nama in urut)
    return tuple(g for g in garis if g is not None)


_TINGKAT = {
    JenisWilayah.SENDIRI: TingkatWilayah.KABUPATEN_KOTA,
    JenisWilayah.PROVINSI: TingkatWilayah.PROVINSI,
    JenisWilayah.NASIONAL: TingkatWilayah.NASIONAL,
}


def _garis(dataset: Dataset, ukuran: str, jenis: JenisWilayah, nama: str | None) -> GarisUkuran | None:
    baris = (b for b in dataset.regional(ukuran) if b.tingkat_wilayah is _TINGKAT[jenis] and b.nilai.angka is not None)
    milik = sorted((b for b in baris if nama in (None, samakan(b.wilayah))), key=lambda b: b.tahun)
    titik = tuple(
        TitikUkuran(
            tahun=b.tahun, nilai=b.nilai.bilangan, teks=tulis_nilai(b.nilai), tanda=_tanda(dataset, b), sumber=b.sumber
        )
        for b in milik
    )
    return GarisUkuran(milik[0].wilayah, jenis, milik[0].satuan, titik) if milik else None
