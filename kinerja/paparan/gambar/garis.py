"""Lines over years: values as a line with dots, targets dashed and hollow, every figure written beside its dot."""

from collections.abc import Iterator
from itertools import pairwise

from kinerja.paparan.gambar.kanvas import HURUF, Kanvas, Tulisan, lebar_teks, lipat
from kinerja.paparan.gambar.legenda import legenda
from kinerja.paparan.gambar.skala import Sumbu, sumbu_rapat
from kinerja.paparan.model import Deret, Grafik

KAKI = 64
JARI = 10
TEPI = 90.0
"""Room at both ends, also for the words below the outer years."""


def garis(grafik: Grafik, kanvas: Kanvas) -> None:
    """Draw lines."""
    atas = legenda(grafik, kanvas, garis=True) + HURUF * 1.4
    nilai = [float(n) for n in grafik.nilai] or [0.0]
    sumbu = sumbu_rapat(nilai, kanvas.tinggi - KAKI - HURUF * 1.4, atas + HURUF)
    tepi = max((lebar_teks(t.teks) for d in grafik.deret for t in d.titik), default=0) / 2
    letak = _letak(grafik, kanvas.lebar, min(tepi, kanvas.lebar / 4))
    kanvas.ruas(0, kanvas.tinggi - KAKI, kanvas.lebar, kanvas.tinggi - KAKI)
    for n, nama in enumerate(grafik.kategori):
        ruang = min(kanvas.lebar / len(grafik.kategori), 2 * letak[n], 2 * (kanvas.lebar - letak[n]))
        baris, ukuran = lipat(nama, ruang, KAKI)
        kanvas.baris_teks(letak[n], kanvas.tinggi - KAKI / 2 + 4, baris, Tulisan(ukuran, "middle"))
    for urutan, d in enumerate(grafik.deret):
        _deret(grafik, kanvas, sumbu=sumbu, letak=letak, urutan=urutan, deret=d)


def _letak(grafik: Grafik, lebar: float, tepi: float) -> list[float]:
    """Where the categories stand across: the first and the last far enough inside for their figures."""
    tepi = max(tepi, TEPI)
    n = len(grafik.kategori)
    return [lebar / 2] if n == 1 else [tepi + k * (lebar - 2 * tepi) / (n - 1) for k in range(n)]


def _deret(grafik: Grafik, kanvas: Kanvas, sumbu: Sumbu, letak: list[float], urutan: int, deret: Deret) -> None:
    warna = "currentColor" if deret.target else deret.warna
    ada = [(n, sumbu.letak(t.nilai)) for n, t in enumerate(deret.titik) if t.nilai is not None]
    for (n, y), (m, z) in pairwise(ada):
        kanvas.ruas(
            letak[n], y, letak[m], z, warna, tebal=5 if not deret.target else 3, putus=deret.target or m > n + 1
        )
    for n, y in ada:
        kanvas.bulat(letak[n], y, JARI, warna, rongga=deret.target)
        tulisan = Tulisan(pangkal="middle", tebal=not deret.target)
        # A figure stands above its dot, or below where another series stands above it or close by.
        lain = list(_lain(grafik, sumbu, urutan, n))
        di_atas = [y - z for z in lain if z < y or (z == y and urutan > 0)]
        di_bawah = [z - y for z in lain if z > y or (z == y and urutan == 0)]
        bawah = bool(di_atas) and (not di_bawah or min(di_atas) < min(di_bawah))
        geser = HURUF * 1.35 if bawah else -HURUF * 0.75
        kanvas.teks(letak[n], y + geser, deret.titik[n].teks, tulisan)


def _lain(grafik: Grafik, sumbu: Sumbu, urutan: int, banyak: int) -> Iterator[float]:
    for k, d in enumerate(grafik.deret):
        nilai = d.titik[banyak].nilai
        if k != urutan and nilai is not None and d.titik[banyak].teks:
            yield sumbu.letak(nilai)
