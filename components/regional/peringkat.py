"""A ranking of regions: a dot on the scale of all of them for each, beside its rank, its name and its value."""

from functools import lru_cache, partial

from components.dasar.templat import makro
from kinerja.nilai.pasti import pasti
from kinerja.telaah.wilayah.kalimat import kalimat_peringkat, keterangan_wilayah
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, Perbandingan

BANYAK = 12
"""A ranking of more regions stands in two columns, so that all of it is seen at once."""
_PERINGKAT = makro("peringkat.html", "peringkat")


@lru_cache(maxsize=256)
def peringkat_html(p: Perbandingan) -> str:
    """Return every ranked region; the own one has a band, neighbours are diamonds, province and nation are lines."""
    tengah = -(-len(p.wilayah) // 2) if len(p.wilayah) > BANYAK else len(p.wilayah)
    bagian = (p.wilayah[:tengah], p.wilayah[tengah:])
    acuan = [a for a in p.acuan if a.nilai is not None]
    huruf = max(len(b.wilayah) for b in p.wilayah)
    return str(_PERINGKAT(kalimat_peringkat(p), huruf, bagian, acuan, partial(letak, p), partial(_petunjuk, p)))


def _petunjuk(p: Perbandingan, b: BarisWilayah) -> str:
    return "\n".join((b.wilayah, *keterangan_wilayah(b, p)))


def letak(p: Perbandingan, b: BarisWilayah) -> float:
    """Return where a region stands between the lowest and the highest of all, in percent; both halves share it."""
    semua = [float(x.nilai) for x in (*p.wilayah, *p.acuan) if x.nilai is not None]
    tepi = (max(semua) - min(semua)) * 0.06 or 1.0
    return 100 * (float(pasti(b.nilai, "nilai wilayah")) - min(semua) + tepi) / (max(semua) - min(semua) + 2 * tepi)
