"""Small tables that the charts of one indicator draw: target against realisasi, its years, its likes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.baca import Nilai
from kinerja.nilai.pasti import pasti
from kinerja.nilai.satuan import satuan_rupiah
from kinerja.nilai.skala import Pita, Skala
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.rumus.hitung import nilai_pada_capaian
from kinerja.sajian.kalimat import bersatuan, tulis_angka
from kinerja.sajian.rupa import Rupa, rupa_pita
from kinerja.telaah.indikator.deret import TitikTahun, deret
from kinerja.telaah.indikator.lintasan import lintasan
from kinerja.telaah.indikator.sebaya import Sebaya, UnitSebaya
from kinerja.telaah.wilayah.perbandingan import JenisWilayah, Perbandingan

TITIK_DIGAMBAR = 12
"""A picture of likes holds no more rows than this; the whole ranking stands elsewhere."""


@dataclass(frozen=True, slots=True)
class PitaNilai:
    """A grade of capaian as a stretch of the indicator's own values, `dari` below `sampai`."""

    predikat: str
    rupa: Rupa
    dari: Decimal
    sampai: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BatangTarget:
    """Target against realisasi of a year on the indicator's own scale.

    Attributes:
        realisasi, realisasi_teks: the value; None where there is none.
        bawah, atas, target_teks: the target; the two ends of a range, else the same number.
        lalu, lalu_teks: last year's realisasi, None where there is none.
        pita: grades as stretches of values, lowest value first; empty where the target is no positive number.
        kiri, kanan: ends of the scale.
    """

    realisasi: Decimal | None
    realisasi_teks: str
    bawah: Decimal
    atas: Decimal
    target_teks: str
    lalu: Decimal | None
    lalu_teks: str
    pita: tuple[PitaNilai, ...]
    kiri: Decimal
    kanan: Decimal
    rupa: Rupa


@ingat(1024)
def batang_target(dataset: Dataset, kode: str, tahun: int) -> BatangTarget | None:
    """Return target against realisasi of a year; None where the target is no number or there is no year."""
    c = dataset.tahunan(kode, tahun)
    if c is None or c.target.angka is None:
        return None
    lalu = dataset.tahunan(kode, tahun - 1)
    angka_lalu = lalu.baris.realisasi.angka if lalu else None
    bawah, atas = c.target.bawah or c.target.angka, c.target.atas or c.target.angka
    ada = [a for a in (bawah, atas, c.baris.realisasi.angka, angka_lalu) if a is not None]
    # A scale that shows the differences: from 0 where the values come near it, else a window around them.
    terkecil, terbesar = min(ada), max(ada)
    tepi = max(terbesar - terkecil, abs(terbesar) * Decimal("0.04"))
    kiri, kanan = (terkecil - tepi, terbesar + tepi) if tepi else (Decimal(0), terbesar + 1)
    if terkecil >= 0 and kiri < terkecil * Decimal("0.4"):
        kiri = Decimal(0)
    return BatangTarget(
        realisasi=c.baris.realisasi.angka,
        realisasi_teks=bersatuan(c.indikator, c.baris.realisasi),
        bawah=bawah,
        atas=atas,
        target_teks=bersatuan(c.indikator, c.target),
        lalu=angka_lalu,
        lalu_teks=bersatuan(c.indikator, lalu.baris.realisasi) if lalu else "",
        pita=tuple(_pita(c, kiri, kanan)),
        kiri=kiri,
        kanan=kanan,
        rupa=rupa_pita(c.skala, c.peringkat.pita if c.peringkat else None),
    )


def _pita(capaian: CapaianIndikator, kiri: Decimal, kanan: Decimal) -> Iterator[PitaNilai]:
    """Grades within the scale; the bounds of capaian are turned into values by the formula itself."""
    if (
        capaian.indikator.arah is Arah.NETRAL
        or capaian.target.angka is None
        or capaian.target.angka <= 0
        or not capaian.skala.berbatas
    ):
        return
    batas: Decimal | None = None
    for pita in capaian.skala.pita:
        if pita.bawah is None:
            continue
        ujung = nilai_pada_capaian(capaian.target, pita.bawah, capaian.indikator.arah, capaian.aturan)
        satu, lain = (kanan, kiri) if capaian.indikator.arah is Arah.NAIK else (kiri, kanan)
        jauh = lain if pita is capaian.skala.pita[-1] else ujung
        a, b = sorted((satu if batas is None else batas, jauh))
        a, b = max(a, kiri), min(b, kanan)
        batas = ujung
        if a < b:
            yield PitaNilai(pita.predikat, rupa_pita(capaian.skala, pita), a, b)


@dataclass(frozen=True, slots=True)
class AnakTangga:
    """A grade with what stands on it: words such as ``Target``, ``Realisasi``, ``2023``."""

    predikat: str
    rupa: Rupa
    isi: tuple[str, ...]


@ingat(1024)
def tangga_predikat(dataset: Dataset, kode: str, tahun: int) -> tuple[AnakTangga, ...]:
    """Return the grades of an indicator whose target is a grade, best first, with what stands on each; else nothing."""
    c, lalu = dataset.tahunan(kode, tahun), dataset.tahunan(kode, tahun - 1)
    skala = dataset.skala_nilai(c.indikator, tahun) if c else None
    if c is None or skala is None or c.target.angka is not None:
        return ()
    letak = [("Realisasi", c.baris.realisasi), ("Target", c.target)]
    letak += [(str(tahun - 1), lalu.baris.realisasi)] if lalu else []
    isi = [(kata, _pita_nilai(skala, n)) for kata, n in letak]
    if not any(pita for _, pita in isi):
        return ()
    return tuple(
        AnakTangga(p.predikat, rupa_pita(skala, p), tuple(kata for kata, pita in isi if pita == p)) for p in skala.pita
    )


def _pita_nilai(skala: Skala, nilai: Nilai) -> Pita | None:
    if nilai.angka is not None:
        return skala.peringkat(nilai.angka).pita
    return skala.cari(nilai.predikat) if nilai.predikat else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikDeret:
    """A year to draw: value and target as numbers with their texts; None where there is none.

    `label` and `target_label` are the same figures in few letters, for words beside a point.
    """

    tahun: int
    nilai: Decimal | None
    teks: str
    bawah: Decimal | None
    atas: Decimal | None
    target_teks: str
    asal: str
    tercapai: bool | None
    sumber: str = ""
    label: str = ""
    target_label: str = ""

    @property
    def kata(self) -> str:
        """The year in words: ``2024: 72,97 tahun, target 72,93 tahun``."""
        target = f", target {self.target_teks}" if self.target_teks else ""
        return f"{self.tahun}: {self.teks or 'realisasi tidak tersedia'}{target}"


@dataclass(frozen=True, slots=True)
class DeretGambar:
    """The years of an indicator with its end-of-plan target and where the trend leads.

    `kini` is the year that is looked at; `akhir` and `proyeksi` are (year, value, text), None where there is none.
    """

    titik: tuple[TitikDeret, ...]
    kini: int
    akhir: tuple[int, Decimal, str] | None
    proyeksi: tuple[int, Decimal, str] | None

    @property
    def sumber(self) -> tuple[str, ...]:
        """Where the values are printed."""
        return tuple(dict.fromkeys(t.sumber for t in self.titik if t.sumber))


@ingat(1024)
def titik_deret(dataset: Dataset, kode: str) -> tuple[TitikDeret, ...]:
    """Return the years of an indicator ready to draw, oldest first."""
    return tuple(_titik(t, kode, dataset) for t in deret(dataset, kode))


@ingat(1024)
def deret_gambar(dataset: Dataset, kode: str, tahun: int) -> DeretGambar | None:
    """Return the years of an indicator; None where fewer than two numbers would be drawn."""
    i, jalan = dataset.indikator[kode], lintasan(dataset, kode, tahun)
    terisi = tuple(t for t in titik_deret(dataset, kode) if t.nilai is not None or t.atas is not None)
    angka = sum((t.nilai is not None) + (t.atas is not None) for t in terisi)
    akhir = None
    if jalan.target.angka is not None and jalan.tahun_target is not None:
        akhir = (jalan.tahun_target, jalan.target.angka, bersatuan(i, jalan.target))
    if angka + (akhir is not None) < 2:
        return None
    lanjut = None
    if jalan.proyeksi is not None and jalan.tahun_target:
        lanjut = (jalan.tahun_target, jalan.proyeksi, tulis_angka(i, jalan.proyeksi, max(2, jalan.target.desimal)))
    return DeretGambar(terisi, tahun, akhir, lanjut)


def _titik(titik: TitikTahun, kode: str, dataset: Dataset) -> TitikDeret:
    i, target = dataset.indikator[kode], titik.target
    return TitikDeret(
        tahun=titik.tahun,
        nilai=titik.angka,
        teks=bersatuan(i, titik.realisasi) if titik.realisasi.ada else "",
        bawah=_satu(target, target.bawah),
        atas=_satu(target, target.atas),
        target_teks=bersatuan(i, target) if target.ada else "",
        asal=titik.asal,
        tercapai=titik.capaian.tercapai if titik.capaian and not titik.asal else None,
        sumber=titik.sumber,
        label=_label(i, titik.realisasi),
        target_label=_label(i, target),
    )


def _label(indikator: Indikator, nilai: Nilai) -> str:
    """Write a figure for a label beside others: without its unit, but for rupiah, which it shortens."""
    return bersatuan(indikator, nilai) if satuan_rupiah(indikator.satuan) else nilai.teks


def _satu(target: Nilai, ujung: Decimal | None) -> Decimal | None:
    return ujung if ujung is not None else target.angka


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikSebaya:
    """One of the likes to draw; `jenis` says what it is to the own one, `peringkat` 0 where it is not ranked."""

    nama: str
    nilai: Decimal
    teks: str
    jenis: JenisWilayah
    peringkat: int


@lru_cache(maxsize=1024)
def titik_sebaya(sebaya: Sebaya) -> tuple[TitikSebaya, ...]:
    """Return the telling ones among the likes, best first: ends, own with its next, neighbours, references."""
    if sebaya.unit:
        return tuple(_unit(u) for u in _pilih_unit(sebaya.unit))
    return tuple(_wilayah(sebaya.wilayah)) if sebaya.wilayah else ()


def _unit(unit: UnitSebaya) -> TitikSebaya:
    jenis = JenisWilayah.SENDIRI if unit.sendiri else JenisWilayah.LAIN
    return TitikSebaya(nama=unit.nama, nilai=unit.nilai, teks=unit.teks, jenis=jenis, peringkat=unit.peringkat)


def _pilih_unit(unit: Sequence[UnitSebaya]) -> Sequence[UnitSebaya]:
    if len(unit) <= TITIK_DIGAMBAR:
        return unit
    milik = [i for i, u in enumerate(unit) if u.sendiri]
    letak = {0, 1, 2, len(unit) - 2, len(unit) - 1} | {j for i in milik for j in (i - 1, i, i + 1)}
    return [unit[i] for i in sorted(letak) if 0 <= i < len(unit)]


def _wilayah(perbandingan: Perbandingan) -> Iterator[TitikSebaya]:
    milik = [i for i, b in enumerate(perbandingan.wilayah) if b.jenis is JenisWilayah.SENDIRI]
    letak = {0, len(perbandingan.wilayah) - 1} | {j for i in milik for j in (i - 1, i, i + 1)}
    letak |= {i for i, b in enumerate(perbandingan.wilayah) if b.jenis is JenisWilayah.PEMBANDING}
    sedikit = len(perbandingan.wilayah) <= TITIK_DIGAMBAR
    dipilih = perbandingan.wilayah if sedikit else tuple(b for i, b in enumerate(perbandingan.wilayah) if i in letak)
    baris = [b for b in (*dipilih, *perbandingan.acuan, *perbandingan.lain) if b.nilai is not None]
    for b in sorted(baris, key=lambda b: pasti(b.nilai, "nilai wilayah"), reverse=perbandingan.arah is not Arah.TURUN):
        nomor = b.peringkat or 0 if perbandingan.terbanding else 0
        yield TitikSebaya(
            nama=b.wilayah, nilai=pasti(b.nilai, "nilai wilayah"), teks=b.bersatuan, jenis=b.jenis, peringkat=nomor
        )
