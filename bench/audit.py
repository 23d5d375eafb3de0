"""Measure how the audit's time grows with the data: the shipped figures once, and many times beside each other.

`python bench/audit.py [TIMES] [ROUNDS]` multiplies every OPD, indicator and regional measure under names of their own,
runs the audit on both by turns, and prints the ratio, in all and for each rule.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kinerja.dataset import Dataset
from kinerja.model.baris import BukuKerja
from kinerja.sumber.versi import aktif
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.mesin import ATURAN, uji

BERNAMA = {
    "opd": ("kode_opd", "nama_opd", "singkatan"),
    "indikator": ("kode_indikator", "kode_opd", "indikator", "padanan"),
    "capaian": ("kode_indikator",),
    "susunan": ("induk", "bagian"),
    "kutipan": ("kode_indikator", "indikator", "kode_opd"),
    "analisis": ("kode_indikator", "kode_opd"),
    "anggaran": ("kode_opd",),
    "anggaran_indikator": ("kode_indikator", "pagu_bersama"),
    "apbd": ("kode_opd",),
    "regional": ("indikator",),
}


def lipat(buku: BukuKerja, kali: int) -> BukuKerja:
    """Return a workbook with every row so many times, each copy with codes and names of its own."""
    isi = {
        lembar: tuple(_salin(b, bidang, n) for n in range(kali) for b in getattr(buku, lembar))
        for lembar, bidang in BERNAMA.items()
    }
    return replace(buku, **isi)


def _salin(baris: Any, bidang: tuple[str, ...], nomor: int) -> Any:
    if not nomor:
        return baris
    isi: dict[str, str | tuple[str, ...]] = {b: f"{getattr(baris, b)} {nomor}" for b in bidang if getattr(baris, b)}
    if getattr(baris, "kode_indikator", None) and isinstance(baris.kode_indikator, tuple):
        isi["kode_indikator"] = tuple(f"{k} {nomor}" for k in baris.kode_indikator)
    return replace(baris, **isi)


def lama(kerja: Callable[[], object]) -> float:
    """Return the wall time of something in seconds."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def menurut_aturan(dataset: Dataset) -> dict[str, float]:
    """Return the time of each rule on evidence that is indexed anew."""
    bukti = Bukti(dataset)
    return {a.kode: lama(lambda a=a: list(a.cari(bukti))) for a in ATURAN}  # type: ignore[misc]


def main() -> None:
    """Print the medians, their ratio, and the rules that grow most."""
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if (data := aktif().dataset) is None:
        sys.exit("Gudang belum berisi versi")
    buku = data.buku
    waktu: list[tuple[float, float]] = []
    for _ in range(putaran):
        satu, banyak = Dataset(buku), Dataset(lipat(buku, kali))
        waktu.append((lama(lambda d=satu: uji(d)), lama(lambda d=banyak: uji(d))))  # type: ignore[misc]
    dasar, besar = (statistics.median(w[i] for w in waktu) for i in (0, 1))
    temuan = len(uji(satu).temuan), len(uji(banyak).temuan)
    sys.stdout.write(f"1 kali {dasar:.2f} s ({temuan[0]} temuan), {kali} kali {besar:.2f} s ({temuan[1]} temuan)\n")
    sys.stdout.write(f"nisbah {besar / dasar:.1f}\n")
    kecil, luas = menurut_aturan(Dataset(buku)), menurut_aturan(Dataset(lipat(buku, kali)))
    for kode in sorted(luas, key=luas.__getitem__, reverse=True)[:12]:
        sys.stdout.write(f"{kode} {kecil[kode]:.3f} s, {luas[kode]:.3f} s, {luas[kode] / kecil[kode]:.1f}\n")


if __name__ == "__main__":
    main()
