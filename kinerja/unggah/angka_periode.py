"""Every figure of a period, each with its name: what a lock holds, whatever it would be moved by."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja.dataset import Dataset
from kinerja.gudang.gudang import SeluruhKunci
from kinerja.model.istilah import Periode, triwulan_dari
from kinerja.nilai.angka import format_angka, format_persen, format_rupiah
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.rumus.hitung import rata_rata
from kinerja.rumus.peringkat import BandingRegional, Posisi
from kinerja.telaah.capaian.skala_nilai import nilai_skala
from kinerja.telaah.opd.posisi import posisi_akip, posisi_ikm, posisi_uang

SETAHUN = Periode.TAHUNAN.value
TAK_ADA = "tidak ada"


class Ukuran(StrEnum):
    """What a figure says, most telling first."""

    CAPAIAN = "capaian"
    RATA_RATA = "rata-rata capaian"
    PREDIKAT = "predikat"
    STATUS = "status"
    SERAPAN = "serapan"
    NILAI = "predikat nilai"
    DIBATASI = "rata-rata capaian yang dibatasi 100%"
    TERCAPAI = "IKU yang mencapai target"
    PERINGKAT_AKIP = "peringkat AKIP"
    PERINGKAT_IKM = "peringkat IKM"
    PERINGKAT_SERAPAN = "peringkat serapan"
    PERINGKAT_WILAYAH = "peringkat wilayah menurut"
    TARGET = "target"
    REALISASI = "realisasi"
    PAGU = "pagu"
    UANG = "realisasi anggaran"
    IKU = "tingkat"
    OPD = "perangkat daerah"
    SATUAN = "satuan"
    ARAH = "arah"
    BOBOT = "bobot"
    SKALA = "skala nilai"
    AKUMULASI = "akumulasi"
    ATURAN = "aturan menghitung capaian"


@dataclass(frozen=True, slots=True)
class Letak:
    """Which figure: what it says, of what (an indicator, an OPD, a measure), year and period."""

    ukuran: Ukuran
    milik: Hashable
    tahun: int
    periode: str = SETAHUN


@dataclass(frozen=True, slots=True, kw_only=True)
class Angka:
    """A figure.

    Attributes:
        nilai: what is compared, unrounded.
        teks: as people read it.
        nama: what it is of, in words, with its OPD.
        tumpuan: normalised codes and names of the rows it rests on: indicator, OPD, scales, measure.
    """

    nilai: object
    teks: str
    nama: str
    tumpuan: frozenset[str]


Geser = dict[Letak, tuple[Angka | None, Angka | None]]
"""Figures that move: what stood and what would stand; None where there is none on that side."""


def angka_periode(dataset: Dataset, kunci: SeluruhKunci) -> dict[Letak, Angka]:
    """Return the figures of the locked periods: a year holds its quarters, means, money and ranks too."""
    tahun = {t for t, p in kunci if p == SETAHUN}
    setahun = (dataset.tahunan(k, t) for t in sorted(tahun) for k in dataset.indikator)
    kena = [
        c
        for c in dataset.capaian
        if c.tahun in tahun or any((c.tahun, p) in kunci for p in triwulan_dari(c.baris.periode))
    ]
    semua: dict[Letak, Angka] = {}
    for c in (*kena, *(c for c in setahun if c is not None)):
        semua.update(_angka_indikator(dataset, c))
    for t in sorted(tahun):
        for kode in dataset.opd:
            semua.update(_angka_opd(dataset, kode, t))
        for ukuran in dataset.ukuran_regional:
            bawahan = dataset.banding_bawahan(ukuran, t)
            semua.update(_peringkat_wilayah(dataset, dataset.banding(ukuran, t), bawahan.posisi if bawahan else ()))
    for (kode, t), b in dataset.anggaran_indikator.items():
        if t in tahun:
            indikator = dataset.indikator[kode]
            opd = dataset.pemilik(indikator).nama_opd
            uang = JumlahAnggaran(b.pagu, b.realisasi)
            semua.update(_angka_uang(uang, ("indikator", samakan(kode)), f"{kode} ({opd})", samakan(kode), t))
    return semua


def bergeser(lama: Mapping[Letak, Angka], baru: Mapping[Letak, Angka]) -> Geser:
    """Return the figures that differ, with both sides; the most telling first.

    A ranking of regions is compared where its rows are the same: they stay open, what else would move it does not.
    """
    letak = [k for k in {**lama, **baru} if k.ukuran is not Ukuran.PERINGKAT_WILAYAH or (k in lama and k in baru)]
    beda = {k: (lama.get(k), baru.get(k)) for k in letak}
    urut = list(Ukuran)
    geser = [(k, b) for k, b in beda.items() if b[0] is None or b[1] is None or b[0].nilai != b[1].nilai]
    return dict(sorted(geser, key=lambda g: (urut.index(g[0].ukuran), g[0].periode != SETAHUN)))


def _angka_indikator(dataset: Dataset, c: CapaianIndikator) -> Iterator[tuple[Letak, Angka]]:
    i, kode, aturan = c.indikator, samakan(c.kode), dataset.profil.aturan
    nama, nilai = f"{c.kode} ({c.opd.nama_opd})", nilai_skala(dataset, c)
    tumpuan = frozenset(samakan(n) for n in (c.kode, c.opd.kode_opd, c.skala.nama, i.skala_nilai) if n)
    semua: tuple[tuple[Ukuran, object, str], ...] = (
        (Ukuran.CAPAIAN, (c.persen, c.hasil.alasan), c.hasil.alasan if c.persen is None else format_persen(c.persen)),
        (Ukuran.STATUS, c.status, c.status or ""),
        (Ukuran.PREDIKAT, c.predikat, c.predikat or ""),
        (Ukuran.NILAI, nilai.predikat if nilai else None, nilai.predikat if nilai else ""),
        (Ukuran.TARGET, (c.target_teks, c.target.angka), c.target_teks),
        (Ukuran.REALISASI, (c.baris.realisasi.teks, c.baris.realisasi.angka), c.baris.realisasi.teks),
        (Ukuran.IKU, i.iku, "IKU" if i.iku else "bukan IKU"),
        (Ukuran.OPD, samakan(c.opd.kode_opd), c.opd.nama_opd),
        (Ukuran.SATUAN, samakan(i.satuan), i.satuan),
        (Ukuran.ARAH, i.arah, i.arah),
        (Ukuran.BOBOT, i.bobot, "" if i.bobot is None else format_angka(i.bobot)),
        (Ukuran.SKALA, samakan(i.skala_nilai), i.skala_nilai),
        (Ukuran.AKUMULASI, i.akumulasi, i.akumulasi),
        (Ukuran.ATURAN, aturan, f"{aturan.rentang}, batas {aturan.batas or TAK_ADA}, lantai {aturan.lantai}"),
    )
    for ukuran, isi, teks in semua:
        letak = Letak(ukuran, ("indikator", kode), c.tahun, c.baris.periode.value)
        yield letak, Angka(nilai=isi, teks=teks or TAK_ADA, nama=nama, tumpuan=tumpuan)


def _angka_opd(dataset: Dataset, kode: str, tahun: int) -> Iterator[tuple[Letak, Angka]]:
    opd, iku = dataset.opd[kode], dataset.capaian_opd(kode, tahun)
    rata, dibatasi = (rata_rata((c.persen for c in iku), batasi=b) for b in (False, True))
    tercapai = (sum(c.tercapai is True for c in iku), len(iku))
    jumlah, milik = dataset.jumlah_anggaran.get((kode, tahun)), ("opd", samakan(kode))
    akip, ikm = posisi_akip(dataset, kode, tahun), posisi_ikm(dataset, kode, tahun)
    urutan = posisi_uang(dataset, kode, tahun).urutan
    semua: list[tuple[Ukuran, object, str]] = [
        (ukuran, (p.peringkat, p.dari), f"{p.peringkat} dari {p.dari}")
        for ukuran, p in ((Ukuran.PERINGKAT_AKIP, akip), (Ukuran.PERINGKAT_IKM, ikm))
        if p.peringkat
    ]
    if iku:
        semua += [
            (Ukuran.RATA_RATA, rata, f"{format_persen(rata.nilai)} ({rata.keterangan})"),
            (Ukuran.DIBATASI, dibatasi, f"{format_persen(dibatasi.nilai)} ({dibatasi.keterangan})"),
            (Ukuran.TERCAPAI, tercapai, f"{tercapai[0]} dari {tercapai[1]}"),
        ]
    if urutan:
        semua.append((Ukuran.PERINGKAT_SERAPAN, urutan, urutan))
    tumpuan = frozenset({samakan(kode)})
    for ukuran, isi, teks in semua:
        yield Letak(ukuran, milik, tahun), Angka(nilai=isi, teks=teks, nama=opd.nama_opd, tumpuan=tumpuan)
    if jumlah is not None:
        yield from _angka_uang(jumlah, milik, opd.nama_opd, samakan(kode), tahun)


def _angka_uang(
    uang: JumlahAnggaran, milik: Hashable, nama: str, tumpuan: str, tahun: int
) -> Iterator[tuple[Letak, Angka]]:
    semua = (
        (Ukuran.SERAPAN, uang.serapan, format_persen(uang.serapan)),
        (Ukuran.PAGU, uang.pagu, format_rupiah(uang.pagu)),
        (Ukuran.UANG, uang.realisasi, format_rupiah(uang.realisasi)),
    )
    for ukuran, isi, teks in semua:
        yield Letak(ukuran, milik, tahun), Angka(nilai=isi, teks=teks, nama=nama, tumpuan=frozenset({tumpuan}))


def _peringkat_wilayah(
    dataset: Dataset, banding: BandingRegional, bawahan: Sequence[Posisi]
) -> Iterator[tuple[Letak, Angka]]:
    kunci = samakan(banding.indikator)
    baris = tuple(
        (samakan(b.wilayah), b.tingkat_wilayah, samakan(b.provinsi), b.nilai.teks, b.arah)
        for b in dataset.regional(banding.indikator)
        if b.tahun == banding.tahun
    )
    isi = (
        tuple((samakan(p.wilayah), p.peringkat, p.sendiri) for p in (*banding.posisi, *bawahan)),
        tuple(samakan(a.nama) for a in banding.acuan),
    )
    sendiri = banding.sendiri
    teks = f"{sendiri.peringkat} dari {len(banding.posisi)}" if sendiri else f"{len(banding.posisi)} wilayah"
    letak = Letak(Ukuran.PERINGKAT_WILAYAH, (kunci, baris), banding.tahun)
    yield letak, Angka(nilai=isi, teks=teks, nama=banding.indikator, tumpuan=frozenset({kunci}))
