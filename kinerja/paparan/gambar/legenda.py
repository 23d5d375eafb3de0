"""The names of the series above a chart, where it has more than one."""

from kinerja.paparan.gambar.kanvas import Kanvas, lebar_teks
from kinerja.paparan.model import Grafik

TINGGI = 44


def legenda(grafik: Grafik, kanvas: Kanvas, *, garis: bool = False) -> float:
    """Write the series beside their marks; returns how much room they took."""
    if len(grafik.deret) < 2:
        return 0.0
    x = 0.0
    for d in grafik.deret:
        warna = "currentColor" if d.target else d.warna
        if garis:
            kanvas.ruas(x, 20, x + 38, 20, warna, tebal=4, putus=d.target)
            kanvas.bulat(x + 19, 20, 7, warna, rongga=d.target)
        elif d.target:
            kanvas.rongga(x, 9, 38, 22)
        else:
            kanvas.kotak(x, 9, 38, 22, d.warna, tepi=True)
        kanvas.teks(x + 48, 28, d.nama)
        x += 48 + lebar_teks(d.nama) + 40
    return float(TINGGI)
