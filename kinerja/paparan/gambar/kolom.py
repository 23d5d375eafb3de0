"""Standing bars: categories below, bars from zero, figures on top."""

from kinerja.paparan.gambar.kanvas import HURUF, Kanvas, Tulisan, lebar_teks, lipat
from kinerja.paparan.gambar.legenda import legenda
from kinerja.paparan.gambar.skala import Sumbu, sumbu_batang
from kinerja.paparan.model import Grafik
from kinerja.sajian.warna import PUTIH

KAKI = 64
TERLEBAR = 150.0


def kolom(grafik: Grafik, kanvas: Kanvas) -> None:
    """Draw standing bars."""
    atas = legenda(grafik, kanvas) + HURUF * 1.6
    sumbu = sumbu_batang(grafik, kanvas.tinggi - KAKI, atas)
    tepi = max((lebar_teks(a.nama, 20) for a in grafik.acuan), default=0.0)
    ruang = (kanvas.lebar - tepi) / max(1, len(grafik.kategori))
    for a in grafik.acuan:
        y = sumbu.letak(a.nilai)
        kanvas.ruas(0, y, kanvas.lebar - tepi, y, "currentColor", putus=True)
        kanvas.teks(kanvas.lebar, y + 7, a.nama, Tulisan(20, "end"))
    for n, nama in enumerate(grafik.kategori):
        lebar = min(ruang * 0.62 / len(grafik.deret), TERLEBAR)
        mulai = n * ruang + (ruang - lebar * len(grafik.deret)) / 2
        for urutan, d in enumerate(grafik.deret):
            titik = d.titik[n]
            if titik.nilai is None:
                continue
            nol, ujung, x = sumbu.letak(0), sumbu.letak(titik.nilai), mulai + urutan * lebar
            if d.target:
                kanvas.rongga(x + 2, min(nol, ujung), lebar - 4, abs(nol - ujung))
            else:
                warna = titik.rupa.warna if titik.rupa else d.warna
                kanvas.kotak(x + 2, min(nol, ujung), lebar - 4, abs(nol - ujung), warna, tepi=True)
            _angka(grafik, kanvas, sumbu, titik.teks, (x + lebar / 2, min(nol, ujung)), berisi=not d.target)
        baris, ukuran = lipat(nama, ruang * 0.96, KAKI)
        kanvas.baris_teks((n + 0.5) * ruang, kanvas.tinggi - KAKI / 2, baris, Tulisan(ukuran, "middle"))
    kanvas.ruas(0, sumbu.letak(0), kanvas.lebar - tepi, sumbu.letak(0))


def _angka(
    grafik: Grafik, kanvas: Kanvas, sumbu: Sumbu, teks: str, ujung: tuple[float, float], *, berisi: bool
) -> None:
    """Write a figure on top of its bar, or inside where a line across would run through it."""
    x, y = ujung
    kena = any(-6 < y - sumbu.letak(a.nilai) < HURUF * 1.5 for a in grafik.acuan if not a.tegak)
    if kena and berisi:
        kanvas.teks(x, y + HURUF * 1.4, teks, Tulisan(pangkal="middle", warna=PUTIH))
    else:
        kanvas.teks(x, y - 10, teks, Tulisan(pangkal="middle"))
