"""What is filled, empty or late: a matrix of OPD by year, and by quarter for one year.

What is expected stands in `kinerja.telaah.kelengkapan.isian`, what is late in `kinerja.telaah.kelengkapan.tenggat`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa
from kinerja.sajian.warna import BIRU_LEMBUT, BIRU_TUA, HITAM, JINGGA, PUTIH
from kinerja.telaah.kelengkapan.isian import Isian, Realisasi, isian_tahun, isian_triwulan, lewat
from kinerja.telaah.kelengkapan.tenggat import jatuh_tempo
from kinerja.telaah.triwulan.jejak import URUTAN

NAMA_DISEBUT = 3


class Keadaan(StrEnum):
    """State of a cell of the matrix."""

    LENGKAP = "Lengkap"
    SEBAGIAN = "Sebagian"
    KOSONG = "Kosong"
    TANPA_TARGET = "Belum ada target"
    TIDAK_DIHARAPKAN = "Tidak diharapkan"

    @property
    def rupa(self) -> Rupa:
        """How the state looks."""
        return _RUPA[self]


_RUPA = {
    Keadaan.LENGKAP: Rupa(BIRU_TUA, PUTIH, "✓"),
    Keadaan.SEBAGIAN: Rupa(BIRU_LEMBUT, HITAM, "◐"),
    Keadaan.KOSONG: Rupa(JINGGA, HITAM, "○"),
    Keadaan.TANPA_TARGET: TAK_TERSEDIA,
    Keadaan.TIDAK_DIHARAPKAN: Rupa("transparent", "inherit", "·"),
}
ARTI_KEADAAN = (
    (Keadaan.LENGKAP, "target dan realisasi semua indikator ada"),
    (Keadaan.SEBAGIAN, "sebagian target atau realisasi belum ada"),
    (Keadaan.KOSONG, "target ada, realisasi belum ada satu pun"),
    (Keadaan.TANPA_TARGET, "tidak ada target satu pun"),
    (Keadaan.TIDAK_DIHARAPKAN, "tidak ada indikator yang diharapkan"),
)


@dataclass(frozen=True, slots=True)
class Keterangan:
    """A remark under a cell; `buruk` where it calls for somebody to act."""

    teks: str
    buruk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SelLengkap:
    """A cell of the matrix: "12 dari 20", its state, and what else is to be said of it."""

    tahun: int
    keadaan: Keadaan
    terisi: int = 0
    diharapkan: int = 0
    terlambat: int = 0
    rincian: tuple[Keterangan, ...] = ()

    @property
    def teks(self) -> str:
        """How many of the expected realisasi stand."""
        return f"{self.terisi} dari {self.diharapkan}" if self.diharapkan else ""


@dataclass(frozen=True, slots=True)
class BarisLengkap:
    """An OPD in the matrix; the last row, without a code, is all of them together."""

    kode_opd: str
    nama: str
    sel: tuple[SelLengkap, ...]


@dataclass(frozen=True, slots=True)
class MatriksLengkap:
    """OPD by period; `kolom` names the periods."""

    kolom: tuple[str, ...]
    baris: tuple[BarisLengkap, ...]


# --- the matrix ------------------------------------------------------------------------------------------------------


@ingat(64)
def matriks_tahun(dataset: Dataset, hari: date, *, semua: bool = False) -> MatriksLengkap:
    """Return OPD by year, oldest first, with the sum of all OPD as the last row."""
    tahun = tuple(sorted(dataset.tahun))
    kelompok = [isian_tahun(dataset, t, semua=semua) for t in tahun]
    return _matriks(dataset, tuple(str(t) for t in tahun), list(zip(tahun, kelompok, strict=True)), hari)


@ingat(64)
def matriks_triwulan(dataset: Dataset, tahun: int, hari: date, *, semua: bool = False) -> MatriksLengkap | None:
    """Return OPD by quarter of a year; None when the workbook holds no quarter of it."""
    isian = isian_triwulan(dataset, tahun, semua=semua)
    if not isian:
        return None
    kelompok = [(tahun, tuple(i for i in isian if i.periode is p)) for p in URUTAN]
    return _matriks(dataset, tuple(f"{p.value} {tahun}" for p in URUTAN), kelompok, hari)


def _matriks(
    dataset: Dataset, kolom: tuple[str, ...], kelompok: Sequence[tuple[int, Sequence[Isian]]], hari: date
) -> MatriksLengkap:
    ada = {i.kode_opd for _, isian in kelompok for i in isian}
    baris = [
        BarisLengkap(
            o.kode_opd,
            o.nama_opd,
            tuple(sel_lengkap(t, [i for i in isian if i.kode_opd == o.kode_opd], hari) for t, isian in kelompok),
        )
        for o in dataset.urutan_opd
        if o.kode_opd in ada
    ]
    jumlah = BarisLengkap("", "Semua", tuple(sel_lengkap(t, isian, hari) for t, isian in kelompok))
    return MatriksLengkap(kolom, (*baris, jumlah) if len(baris) > 1 else tuple(baris))


def sel_lengkap(tahun: int, isian: Sequence[Isian], hari: date) -> SelLengkap:
    """Count what stands of what is expected."""
    terisi = sum(i.realisasi is Realisasi.ADA for i in isian)
    terlambat = sum(lewat(i, hari) for i in isian)
    bertarget = sum(i.bertarget for i in isian)
    keadaan = Keadaan.SEBAGIAN if terisi else Keadaan.KOSONG
    if not isian:
        keadaan = Keadaan.TIDAK_DIHARAPKAN
    elif not bertarget:
        keadaan = Keadaan.TANPA_TARGET
    elif terisi == bertarget == len(isian):
        keadaan = Keadaan.LENGKAP
    dinyatakan = sum(i.realisasi is Realisasi.DINYATAKAN for i in isian)
    tanpa_target = sum(not i.bertarget for i in isian)
    sisa = len(isian) - terisi - dinyatakan - terlambat
    ada = (
        (Keterangan(f"! {terlambat} terlambat", buruk=True), terlambat),
        (Keterangan(f"{sisa} belum jatuh tempo"), sisa and isian and not lewat_semua(isian, hari)),
        (Keterangan(f"{dinyatakan} N/A"), dinyatakan),
        (Keterangan(f"{tanpa_target} tanpa target"), 0 < tanpa_target < len(isian)),
    )
    return SelLengkap(
        tahun=tahun,
        keadaan=keadaan,
        terisi=terisi,
        diharapkan=len(isian),
        terlambat=terlambat,
        rincian=tuple(k for k, berlaku in ada if berlaku),
    )


def lewat_semua(isian: Iterable[Isian], hari: date) -> bool:
    """Tell whether the day by which these should stand is over."""
    return all(hari > jatuh_tempo(i.tahun, i.periode) for i in isian)


# --- the headline ----------------------------------------------------------------------------------------------------


def judul_kelengkapan(dataset: Dataset, tahun: int, *, semua: bool = False) -> str:
    """State how many realisasi of a year stand over all OPD, and which do not."""
    isian = isian_tahun(dataset, tahun, semua=semua)
    sebutan = "indikator" if semua else "IKU"
    if not isian:
        return f"Belum ada {sebutan} yang diharapkan terisi pada {tahun}"
    kosong = [i for i in isian if i.realisasi is not Realisasi.ADA]
    if not kosong:
        return f"{'Semua ' if len(isian) > 1 else ''}{len(isian)} {sebutan} terisi pada {tahun}"
    awal = f"{len(isian) - len(kosong)} dari {len(isian)} {sebutan} terisi pada {tahun}"
    return f"{awal}; yang kosong: {sebut_kosong(dataset, kosong)}"


def sebut_kosong(dataset: Dataset, kosong: Sequence[Isian]) -> str:
    """Name a few empty indicators; where there are many, count them by OPD."""
    if len(kosong) <= NAMA_DISEBUT:
        return ", ".join(f"{i.indikator.indikator} ({dataset.opd[i.kode_opd].nama_pendek})" for i in kosong)
    jumlah: dict[str, int] = {}
    for i in kosong:
        jumlah[i.kode_opd] = jumlah.get(i.kode_opd, 0) + 1
    urut = sorted(jumlah, key=lambda k: -jumlah[k])
    teks = ", ".join(f"{jumlah[k]} pada {dataset.opd[k].nama_pendek}" for k in urut[:NAMA_DISEBUT])
    lain = sum(jumlah[k] for k in urut[NAMA_DISEBUT:])
    return f"{teks}, {lain} pada OPD lain" if lain else teks


def catatan_tanpa_iku(dataset: Dataset) -> str:
    """Say how many OPD have no IKU in the workbook at all; empty when all have."""
    tanpa = len(dataset.opd) - len(dataset.opd_ber_iku)
    return f"{tanpa} dari {len(dataset.opd)} OPD dan unit belum memiliki IKU di buku kerja." if tanpa else ""


def keterangan_matriks(tahun: int, *, triwulan: bool = False) -> str:
    """Return the caption of a matrix."""
    if triwulan:
        return f"Realisasi triwulan {tahun} per OPD, dari indikator yang memiliki baris triwulan"
    return f"Realisasi yang ada dari yang diharapkan; kolom {tahun} diberi latar, tiap sel membuka daftar OPD itu"


def sumber_kelengkapan(dataset: Dataset, tahun: int, *, semua: bool = False) -> tuple[str, ...]:
    """Return where the rows of a year come from."""
    return tuple(i.capaian.baris.sumber for i in isian_tahun(dataset, tahun, semua=semua) if i.capaian)
