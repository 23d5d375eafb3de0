"""Lying bars: names at the left, bars from zero, figures at their ends."""

from kinerja.paparan.gambar.kanvas import HURUF, Kanvas, Tulisan, lebar_teks, lipat
from kinerja.paparan.gambar.legenda import legenda
from kinerja.paparan.gambar.skala import Sumbu, sumbu_batang
from kinerja.paparan.model import Deret, Grafik

BAGIAN_NAMA = 0.36
SELA = 18


def batang(grafik: Grafik, kanvas: Kanvas) -> None:
    """Draw lying bars, the first category on top."""
    atas = legenda(grafik, kanvas) + (HURUF * 1.5 if grafik.acuan else 0)
    kiri = kanvas.lebar * BAGIAN_NAMA
    angka = max((lebar_teks(t.teks) for d in grafik.deret for t in d.titik), default=0) + SELA
    sumbu = sumbu_batang(grafik, kiri + SELA, kanvas.lebar - angka)
    tinggi = (kanvas.tinggi - atas) / max(1, len(grafik.kategori))
    for a in grafik.acuan:
        x = sumbu.letak(a.nilai)
        kanvas.ruas(x, atas, x, kanvas.tinggi, "currentColor", putus=True)
        kanvas.teks(x, atas - 8, a.nama, Tulisan(20, "middle"))
    for n, nama in enumerate(grafik.kategori):
        baris, ukuran = lipat(nama, kiri - SELA, tinggi * 0.96)
        tulisan = Tulisan(ukuran, "end", tebal=n == grafik.sorot)
        kanvas.baris_teks(kiri, atas + (n + 0.5) * tinggi, baris, tulisan)
        _kelompok(grafik, kanvas, sumbu=sumbu, banyak=n, atas=atas + n * tinggi, tinggi=tinggi)
    kanvas.ruas(sumbu.letak(0), atas, sumbu.letak(0), kanvas.tinggi)


def _kelompok(grafik: Grafik, kanvas: Kanvas, sumbu: Sumbu, banyak: int, atas: float, tinggi: float) -> None:
    tebal = min(tinggi * 0.72 / len(grafik.deret), 56.0)
    mulai = atas + (tinggi - tebal * len(grafik.deret)) / 2
    for urutan, d in enumerate(grafik.deret):
        _satu(kanvas, sumbu, d, banyak, (mulai + urutan * tebal, tebal), sorot=banyak == grafik.sorot)


def _satu(kanvas: Kanvas, sumbu: Sumbu, deret: Deret, banyak: int, letak: tuple[float, float], *, sorot: bool) -> None:
    titik, (y, tebal) = deret.titik[banyak], letak
    if titik.nilai is None:
        return
    nol, ujung = sumbu.letak(0), sumbu.letak(titik.nilai)
    warna = titik.rupa.warna if titik.rupa else deret.warna
    kanvas.kotak(min(nol, ujung), y + 1, abs(ujung - nol), tebal - 2, warna, tepi=True)
    ukuran = min(HURUF, max(16, round(tebal * 0.95)))
    tulisan = Tulisan(ukuran, tebal=sorot)
    kanvas.baris_teks(max(nol, ujung) + SELA / 2, y + tebal / 2, [titik.teks], tulisan)
