"""The same measure elsewhere: province, nation and neighbours, or the other units of the regency, with the rank.

Units are ranked only where the Padanan is one of units (kinerja.telaah.indikator.deret); another OPD that reports the
very same figure is named, not ranked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah, TingkatWilayah
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import dengan_satuan
from kinerja.rumus.peringkat import lebih_baik
from kinerja.sajian.kalimat import daftar
from kinerja.telaah.indikator.deret import sepadanan, seukuran, ukuran_daerah
from kinerja.telaah.wilayah.perbandingan import ACUAN, BarisWilayah, JenisWilayah, Perbandingan, perbandingan
from kinerja.telaah.wilayah.ukuran import tahun_terdekat, tulis_nilai


@dataclass(frozen=True, slots=True)
class LainTahun:
    """A region or unit that is printed for another year only."""

    wilayah: str
    tahun: int
    teks: str
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSebaya:
    """A unit with its value; `peringkat` 1 is the best, equal values share it."""

    kode_opd: str
    kode_indikator: str
    nama: str
    nilai: Decimal
    teks: str
    peringkat: int
    sendiri: bool
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebaya:
    """An indicator among its likes.

    Attributes:
        wilayah: the regions by the shared measure, None where Regional knows it not.
        lain_tahun: references, or units, that are printed for another year only.
        unit: the units of the same Padanan, best first; empty where units are not ranked.
        tanpa_angka: units with a grade alone in the year, with the grade; they cannot be ranked.
        pelapor: other OPD that report the very same figure, with the value of the year.
        kurang: what the reports do not print, each a phrase.
    """

    wilayah: Perbandingan | None
    lain_tahun: tuple[LainTahun, ...]
    unit: tuple[UnitSebaya, ...]
    tanpa_angka: tuple[tuple[str, str], ...]
    pelapor: tuple[tuple[str, str], ...]
    kurang: tuple[str, ...]

    @property
    def ada(self) -> bool:
        """Whether anything can be compared."""
        terbanding = self.wilayah is not None and len([b for b in self.wilayah.semua if b.teks]) > 1
        return terbanding or bool(self.lain_tahun) or bool(self.tanpa_angka) or len(self.unit) > 1

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the likes of the year are printed, the own first."""
        if self.wilayah is not None and not self.unit:
            return self.wilayah.sumber
        return tuple(dict.fromkeys(u.sumber for u in sorted(self.unit, key=lambda u: not u.sendiri) if u.sumber))


@ingat(1024)
def sebaya(dataset: Dataset, kode: str, tahun: int) -> Sebaya:
    """Collect what the reports print of an indicator's measure elsewhere, in a year or the nearest before it."""
    indikator = dataset.indikator[kode]
    if not indikator.padanan:
        return Sebaya(
            wilayah=None,
            lain_tahun=(),
            unit=(),
            tanpa_angka=(),
            pelapor=(),
            kurang=(_tanpa_nilai(dataset),),
        )
    wilayah = None
    if dataset.regional(indikator.padanan):
        wilayah = perbandingan(dataset, indikator.padanan, tahun_terdekat(dataset, indikator.padanan, tahun))
    unit = () if ukuran_daerah(dataset, indikator) else _unit(dataset, indikator, tahun)
    if ukuran_daerah(dataset, indikator):
        lain = tuple(_lain_tahun(dataset, indikator, wilayah)) if wilayah else ()
        predikat: tuple[tuple[str, str], ...] = ()
        kurang = _kurang_wilayah(dataset, wilayah, lain)
    else:
        lain = tuple(_unit_lain_tahun(dataset, indikator, tahun)) if len(unit) < 2 else ()
        predikat = tuple(_berpredikat(dataset, indikator, tahun))
        kurang = _kurang_unit(unit, tahun)
    return Sebaya(
        wilayah=wilayah,
        lain_tahun=lain,
        unit=unit,
        tanpa_angka=predikat,
        pelapor=tuple(_pelapor(dataset, indikator, tahun)),
        kurang=tuple(kurang),
    )


def _tanpa_nilai(dataset: Dataset) -> str:
    return f"nilai {daftar(dataset.profil.sebutan.acuan, pilihan=True)} untuk ukuran ini"


def acuan_wilayah(dataset: Dataset) -> tuple[tuple[str, JenisWilayah], ...]:
    """Return whom a region is held against: the levels above it, the neighbours of Profil."""
    profil = dataset.profil
    di_atas = TingkatWilayah.PROVINSI in profil.lingkup.acuan
    provinsi = ((profil.provinsi, JenisWilayah.PROVINSI),) if profil.provinsi and di_atas else ()
    tetangga = tuple((w, JenisWilayah.PEMBANDING) for w in profil.wilayah_pembanding)
    return (*provinsi, ("Nasional", JenisWilayah.NASIONAL), *tetangga)


def _lain_tahun(dataset: Dataset, indikator: Indikator, perbandingan: Perbandingan) -> Iterator[LainTahun]:
    ada = {samakan(b.wilayah) for b in perbandingan.semua if b.teks}
    for nama, _ in acuan_wilayah(dataset):
        if samakan(nama) in ada:
            continue
        milik = [
            b
            for b in dataset.regional(indikator.padanan)
            if (samakan(b.wilayah) == samakan(nama) and b.nilai.ada) and b.tahun != perbandingan.tahun
        ]
        if milik:
            b = min(milik, key=lambda b: (b.tahun > perbandingan.tahun, abs(b.tahun - perbandingan.tahun)))
            yield LainTahun(b.wilayah, b.tahun, dengan_satuan(tulis_nilai(b.nilai), perbandingan.satuan), b.sumber)


def _kurang_wilayah(dataset: Dataset, perbandingan: Perbandingan | None, lain: Sequence[LainTahun]) -> Iterator[str]:
    if perbandingan is None:
        yield _tanpa_nilai(dataset)
        return
    ada = {samakan(b.wilayah) for b in perbandingan.semua if b.teks} | {samakan(t.wilayah) for t in lain}
    for nama, jenis in acuan_wilayah(dataset):
        if jenis is not JenisWilayah.PEMBANDING and samakan(nama) not in ada:
            yield f"nilai {'nasional' if jenis is JenisWilayah.NASIONAL else nama}"
    tanpa = [w for w in dataset.profil.wilayah_pembanding if samakan(w) not in ada]
    if tanpa:
        yield f"nilai {daftar(tanpa)}"


def _kurang_unit(unit: Sequence[UnitSebaya], tahun: int) -> Iterator[str]:
    if not any(u.sendiri for u in unit):
        yield f"nilai angka {tahun} milik sendiri, sehingga belum berperingkat"
    if not any(not u.sendiri for u in unit):
        yield f"nilai {tahun} unit lain dengan ukuran ini"


def _unit(dataset: Dataset, indikator: Indikator, tahun: int) -> tuple[UnitSebaya, ...]:
    semua = [u for i in (indikator, *sepadanan(dataset, indikator)) if (u := _satu_unit(dataset, i, indikator, tahun))]
    turun = indikator.arah is Arah.TURUN
    urut = sorted(semua, key=lambda u: u.nilai, reverse=not turun)
    nilai = [u.nilai for u in urut]
    return tuple(
        UnitSebaya(
            kode_opd=u.kode_opd,
            kode_indikator=u.kode_indikator,
            nama=u.nama,
            nilai=u.nilai,
            teks=u.teks,
            peringkat=nilai.index(u.nilai) + 1,
            sendiri=u.sendiri,
            sumber=u.sumber,
        )
        for u in urut
    )


def _unit_lain_tahun(dataset: Dataset, indikator: Indikator, tahun: int) -> Iterator[LainTahun]:
    """Where no other unit has a value in the year, each one's value of the nearest other year."""
    for i in sepadanan(dataset, indikator):
        c = dataset.tahunan(i.kode_indikator, tahun)
        if c is not None and c.baris.realisasi.ada:
            continue
        terisi = (t for t in dataset.tahun if t != tahun and _satu_unit(dataset, i, indikator, t))
        dekat = min(terisi, key=lambda t: (t > tahun, abs(t - tahun)), default=None)
        u = _satu_unit(dataset, i, indikator, dekat) if dekat else None
        if dekat and u:
            yield LainTahun(u.nama, dekat, u.teks, u.sumber)


def _satu_unit(dataset: Dataset, i: Indikator, milik: Indikator, tahun: int) -> UnitSebaya | None:
    c = dataset.tahunan(i.kode_indikator, tahun)
    if c is None or c.baris.realisasi.angka is None:
        return None
    opd, nilai = c.opd, c.baris.realisasi
    teks = dengan_satuan(nilai.teks, i.satuan)
    return UnitSebaya(
        kode_opd=opd.kode_opd,
        kode_indikator=i.kode_indikator,
        nama=opd.nama_pendek,
        nilai=c.baris.realisasi.angka,
        teks=teks,
        peringkat=0,
        sendiri=i is milik,
        sumber=c.baris.sumber,
    )


def _berpredikat(dataset: Dataset, indikator: Indikator, tahun: int) -> Iterator[tuple[str, str]]:
    for i in sepadanan(dataset, indikator):
        c = dataset.tahunan(i.kode_indikator, tahun)
        if c is not None and c.baris.realisasi.ada and c.baris.realisasi.angka is None:
            yield c.opd.nama_pendek, c.baris.realisasi.teks


def _pelapor(dataset: Dataset, indikator: Indikator, tahun: int) -> Iterator[tuple[str, str]]:
    for i in seukuran(dataset, indikator):
        c = dataset.tahunan(i.kode_indikator, tahun)
        if c is not None and c.baris.realisasi.ada:
            yield dataset.pemilik(i).nama_pendek, dengan_satuan(c.baris.realisasi.teks, i.satuan)


def peringkat_sendiri(sebaya: Sebaya) -> tuple[int, int, int] | None:
    """Return the own rank, how many others share it, and how many are ranked; None without a rank."""
    if sebaya.unit:
        milik = next((u for u in sebaya.unit if u.sendiri), None)
        if milik is None or len(sebaya.unit) < 2:
            return None
        seri = sum(u.peringkat == milik.peringkat for u in sebaya.unit) - 1
        return milik.peringkat, seri, len(sebaya.unit)
    b = sebaya.wilayah.sendiri if sebaya.wilayah else None
    if sebaya.wilayah is None or b is None or b.peringkat is None or not sebaya.wilayah.terbanding:
        return None
    return b.peringkat, b.seri, len(sebaya.wilayah.wilayah)


def kalah_dari(sebaya: Sebaya) -> BarisWilayah | None:
    """Return the level next above the own region (its province, of a province the nation) where that stands better."""
    if sebaya.wilayah is None or sebaya.wilayah.sendiri is None or sebaya.wilayah.sendiri.nilai is None:
        return None
    jenis = ACUAN[sebaya.wilayah.lingkup.acuan[0]]
    lawan = next((b for b in sebaya.wilayah.acuan if b.jenis is jenis and b.nilai is not None), None)
    if lawan is None or lawan.nilai is None:
        return None
    return lawan if lebih_baik(lawan.nilai, sebaya.wilayah.sendiri.nilai, sebaya.wilayah.arah) else None
