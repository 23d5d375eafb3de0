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
def peringkat_html(perbandingan: Perbandingan) -> str:
    """Return every ranked region; the own one has a band, neighbours are diamonds, province and nation are lines."""
    tengah = -(-len(perbandingan.wilayah) // 2) if len(perbandingan.wilayah) > BANYAK else len(perbandingan.wilayah)
    bagian = (perbandingan.wilayah[:tengah], perbandingan.wilayah[tengah:])
    acuan = [a for a in perbandingan.acuan if a.nilai is not None]
    huruf = max(len(b.wilayah) for b in perbandingan.wilayah)
    return str(
        _PERINGKAT(
            kalimat_peringkat(perbandingan),
            huruf,
            bagian,
            acuan,
            partial(letak, perbandingan),
            partial(_petunjuk, perbandingan),
        )
    )


def _petunjuk(perbandingan: Perbandingan, baris: BarisWilayah) -> str:
    return "\n".join((baris.wilayah, *keterangan_wilayah(baris, perbandingan)))


def letak(perbandingan: Perbandingan, baris: BarisWilayah) -> float:
    """Return where a region stands between the lowest and the highest of all, in percent; both halves share it."""
    semua = [float(x.nilai) for x in (*perbandingan.wilayah, *perbandingan.acuan) if x.nilai is not None]
    tepi = (max(semua) - min(semua)) * 0.06 or 1.0
    return 100 * (float(pasti(baris.nilai, "nilai wilayah")) - min(semua) + tepi) / (max(semua) - min(semua) + 2 * tepi)
