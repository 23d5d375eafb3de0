"""Printed precision: what a printed figure may stand for, and whether a computed one agrees with it.

A figure printed with two decimals stands for everything that rounds to it. Where the figures that go into a computation
are themselves rounded, the result is an interval, and only a print outside of it is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.istilah import Arah
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import SERATUS
from kinerja.nilai.baca import Nilai
from kinerja.rumus.capaian import Kecocokan
from kinerja.rumus.hitung import persen_capaian

SETENGAH = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Selang:
    """Everything between two numbers, ends included."""

    bawah: Decimal
    atas: Decimal

    def bertemu(self, lain: "Selang") -> bool:
        """Tell whether two intervals have a number in common."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    def tumpang(self, lain: "Selang") -> bool:
        """Tell whether two intervals share more than an end: 60 and 61 are two figures, though 60,5 lies between."""
        return self.bawah < lain.atas and lain.bawah < self.atas


def satuan_terakhir(nilai: Nilai) -> Decimal:
    """Return one unit of the last printed digit: 0,01 for 85,83; a thousand million for 54,1 Triliun."""
    return Decimal(1).scaleb(-nilai.desimal)


def selang_bulat(nilai: Nilai) -> Selang | None:
    """Return what rounds to a printed figure; None where there is no number. The ends of a range are exact."""
    if nilai.angka is None:
        return None
    if nilai.bawah is not None and nilai.atas is not None:
        return Selang(min(nilai.bawah, nilai.atas), max(nilai.bawah, nilai.atas))
    tepi = satuan_terakhir(nilai) * SETENGAH
    return Selang(nilai.angka - tepi, nilai.angka + tepi)


def selang_potong(nilai: Nilai) -> Selang | None:
    """Return what a printed figure may be cut from: up to one unit of its last digit farther from zero."""
    if nilai.angka is None:
        return None
    satu = satuan_terakhir(nilai)
    return Selang(nilai.angka, nilai.angka + satu) if nilai.angka >= 0 else Selang(nilai.angka - satu, nilai.angka)


def tepat(angka: Decimal) -> Selang:
    """Return a number as an interval."""
    return Selang(angka, angka)


def bandingkan(tercetak: Nilai, dihitung: Selang, *, ujung: bool = True) -> Kecocokan:
    """Tell whether a print agrees with a computed interval: rounded, cut, or not at all.

    Without `ujung` an interval must share more than its end with the print: 8,60 - 8,51 is not 0,08 because 8,515
    would leave 0,085.
    """
    bulat, potong = selang_bulat(tercetak), selang_potong(tercetak)
    if bulat is None or potong is None:
        return Kecocokan.BEDA
    temu = Selang.bertemu if ujung or dihitung.bawah == dihitung.atas else Selang.tumpang
    if temu(bulat, dihitung):
        return Kecocokan.COCOK
    return Kecocokan.DIPOTONG if temu(potong, dihitung) else Kecocokan.BEDA


def semua_dipotong(cetakan: Sequence[Nilai]) -> bool:
    """Tell whether differing prints may all come from one number, some of them cut instead of rounded.

    Whole numbers are not: who prints 60 and 61 counts, and does not cut.
    """
    ujung = [(bulat, potong) for n in cetakan if (bulat := selang_bulat(n)) and (potong := selang_potong(n))]
    bawah, atas = max(min(b.bawah, p.bawah) for b, p in ujung), min(max(b.atas, p.atas) for b, p in ujung)
    return min(n.desimal for n in cetakan) > 0 and bawah < atas


SATU_DIPOTONG = "Mungkin satu dipotong dan yang lain dibulatkan."
"""What is guessed of such prints."""


def selang_capaian(target: Nilai, realisasi: Nilai, arah: Arah, aturan: AturanHitung = BAKU) -> Selang | None:
    """Return the capaian in percent that follows from two printed figures as they may have been before rounding.

    A target is a decision and taken as printed; a realisasi is a measurement and taken as rounded.
    """
    if target.angka is None:
        return None
    ujung = selang_bulat(realisasi)
    if ujung is None:
        return None
    hasil = [persen_capaian(target, r, arah, aturan) for r in (ujung.bawah, ujung.atas)]
    ada = [h for h in hasil if h is not None]
    return Selang(min(ada), max(ada)) if ada else None


def selang_bagi(atas: Selang, bawah: Selang, kali: Decimal = SERATUS) -> Selang | None:
    """Return a ratio of two positive intervals, times `kali`; None where the divisor may be 0 or negative."""
    if bawah.bawah <= 0:
        return None
    return Selang(atas.bawah / bawah.atas * kali, atas.atas / bawah.bawah * kali)


def selang_jumlah(bagian: list[Selang]) -> Selang:
    """Return the sum of intervals."""
    return Selang(sum((b.bawah for b in bagian), Decimal(0)), sum((b.atas for b in bagian), Decimal(0)))


def selang_rata(bagian: list[Selang]) -> Selang:
    """Return the mean of intervals."""
    jumlah = selang_jumlah(bagian)
    return Selang(jumlah.bawah / len(bagian), jumlah.atas / len(bagian))
