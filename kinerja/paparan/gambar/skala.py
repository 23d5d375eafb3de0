"""Where a value stands on an axis: ends that are round, steps that are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.paparan.model import Grafik
from kinerja.sajian.sumbu import langkah_bulat
from kinerja.sajian.tabel_terbit import Format

PERSEN_TERJAUH = 120.0
"""Bars of capaian stop here; the number beside them is the true one."""


@dataclass(frozen=True, slots=True)
class Sumbu:
    """An axis from a value to another, over so many pixels from `awal` to `akhir`."""

    bawah: float
    atas: float
    awal: float
    akhir: float

    def letak(self, nilai: Decimal | float) -> float:
        """Return where a value stands; what lies beyond an end stands at it."""
        bagian = (min(max(float(nilai), self.bawah), self.atas) - self.bawah) / (self.atas - self.bawah or 1)
        return self.awal + bagian * (self.akhir - self.awal)

    def langkah(self, paling_banyak: int = 5) -> list[float]:
        """Return round values for lines of the grid."""
        jarak = langkah_bulat((self.atas - self.bawah) / paling_banyak)
        pertama = ceil(self.bawah / jarak - 1e-9)
        return [n * jarak for n in range(pertama, floor(self.atas / jarak + 1e-9) + 1)]


def sumbu_batang(grafik: Grafik, awal: float, akhir: float) -> Sumbu:
    """Return the axis of bars: from zero, so that lengths compare; of capaian it ends at 120%."""
    nilai = [float(n) for n in grafik.nilai] or [0.0]
    atas, bawah = max(0.0, *nilai), min(0.0, *nilai)
    if grafik.format is Format.PERSEN and grafik.acuan:
        atas = min(atas, PERSEN_TERJAUH)
    return Sumbu(bawah, atas or 1.0, awal, akhir)


def sumbu_rapat(nilai: Sequence[float], awal: float, akhir: float) -> Sumbu:
    """Return an axis around the values, with some room at both ends."""
    kecil, besar = min(nilai), max(nilai)
    ruang = (besar - kecil) * 0.18 or abs(besar) * 0.1 or 1.0
    return Sumbu(kecil - ruang, besar + ruang, awal, akhir)


def tulis_langkah(nilai: float) -> str:
    """Write a value of the grid."""
    return format_angka(bulatkan(Decimal(str(nilai)), 4).normalize())
