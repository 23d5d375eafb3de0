"""Points on two axes, with the lines that part them and their names beside them."""

from collections.abc import Sequence

from kinerja.nilai.pasti import pasti
from kinerja.paparan.gambar.kanvas import HURUF, Kanvas, Tulisan, lebar_teks
from kinerja.paparan.gambar.skala import Sumbu, sumbu_rapat, tulis_langkah
from kinerja.paparan.model import AcuanGrafik, Grafik
from kinerja.sajian.label import tempatkan
from kinerja.sajian.ukur import Kotak

KIRI, KAKI, ATAS = 92, 84, 40
UKURAN = 22
GESERAN = tuple((datar, tegak) for tegak in (0, -26, 26, -52, 52, -78, 78) for datar in (1, -1))


def sebaran(grafik: Grafik, kanvas: Kanvas) -> None:
    """Draw points."""
    titik = [t for d in grafik.deret for t in d.titik if t.nilai is not None and t.x is not None]
    semua_x = [t.x for t in titik if t.x is not None] + [a.nilai for a in grafik.acuan if a.tegak]
    semua_y = [t.nilai for t in titik if t.nilai is not None] + [a.nilai for a in grafik.acuan if not a.tegak]
    bawah = kanvas.tinggi - KAKI
    mendatar = sumbu_rapat([float(x) for x in semua_x] or [0.0], KIRI, kanvas.lebar - 20)
    tegak = sumbu_rapat([float(y) for y in semua_y] or [0.0], bawah, ATAS)
    kanvas.ruas(KIRI, bawah, kanvas.lebar, bawah)
    kanvas.ruas(KIRI, ATAS, KIRI, bawah)
    for n in mendatar.langkah():
        kanvas.teks(mendatar.letak(n), bawah + 28, tulis_langkah(n), Tulisan(20, "middle"))
    for n in tegak.langkah():
        kanvas.teks(KIRI - 10, tegak.letak(n) + 7, tulis_langkah(n), Tulisan(20, "end"))
    kanvas.teks((KIRI + kanvas.lebar) / 2, kanvas.tinggi - 14, grafik.sumbu[0], Tulisan(UKURAN, "middle"))
    kanvas.teks(0, 24, grafik.sumbu[1], Tulisan(UKURAN))
    nama = [_acuan(kanvas, mendatar if a.tegak else tegak, a) for a in grafik.acuan]
    letak = [(mendatar.letak(pasti(t.x, "x")), tegak.letak(pasti(t.nilai, "nilai"))) for t in titik]
    for t, (x, y) in zip(titik, letak, strict=True):
        kanvas.bulat(x, y, 11, t.rupa.warna if t.rupa else grafik.deret[0].warna)
    # Names stand clear of points and of each other; where no place is free, in the first.
    label = [t.teks for t in titik]
    bidang = Kotak(KIRI, ATAS, kanvas.lebar - KIRI, kanvas.tinggi - KAKI - ATAS)
    halangan = [*nama, *(Kotak(x - 11, y - 11, 22, 22) for x, y in letak)]

    def rugi(k: Kotak, lain: Sequence[Kotak]) -> float:
        return not k.di_dalam(bidang) or any(k.bertemu(h) for h in (*halangan, *lain))

    calon = [[_kotak(teks, x, y, g) for g in GESERAN] for teks, (x, y) in zip(label, letak, strict=True)]
    tempat = tempatkan(calon, rugi, cukup=0)
    for teks, k in zip(label, tempat, strict=True):
        if k is not None:
            kanvas.teks(k.x, k.bawah - HURUF * 0.28, teks, Tulisan(UKURAN))


def _acuan(kanvas: Kanvas, sumbu: Sumbu, acuan: AcuanGrafik) -> Kotak:
    """Draw a line across with its name; returns where the name stands."""
    p, lebar = sumbu.letak(acuan.nilai), lebar_teks(acuan.nama, 20)
    if acuan.tegak:
        y = kanvas.tinggi - KAKI - 12.0
        kanvas.ruas(p, ATAS, p, kanvas.tinggi - KAKI, "currentColor", putus=True)
        kanvas.teks(p - 8, y, acuan.nama, Tulisan(20, "end"))
        return Kotak(p - 8 - lebar, y - 20, lebar, 26)
    kanvas.ruas(KIRI, p, kanvas.lebar, p, "currentColor", putus=True)
    kanvas.teks(KIRI + 8, p - 10, acuan.nama, Tulisan(20))
    return Kotak(KIRI + 8, p - 30, lebar, 26)


def _kotak(teks: str, x: float, y: float, geser: tuple[int, int]) -> Kotak:
    lebar, datar = lebar_teks(teks, UKURAN), geser[0]
    return Kotak(x + 18 if datar > 0 else x - 18 - lebar, y + geser[1] - 14, lebar, 28)
