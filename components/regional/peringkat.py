"""A ranking of regions: a dot on the scale of all of them for each, beside its rank, its name and its value."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from kinerja.nilai.pasti import pasti
from kinerja.telaah.wilayah.kalimat import kalimat_peringkat, keterangan_wilayah
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, JenisWilayah, Perbandingan

BANYAK = 12
"""A ranking of more regions stands in two columns, so that all of it is seen at once."""
_KISI = Markup('<div class="dk-peringkat" role="group" aria-label="{}" style="--huruf:{}">{}</div>')
_DAFTAR = Markup('<ol style="{}">{}</ol>')
_BARIS = Markup('<li class="{}" title="{}" style="--x:{:.1f}"><b>{}</b><span>{}</span><u></u><em>{}</em></li>')
_ACUAN = Markup('<li class="dk-peringkat__acuan"><span>{} {} {}</span></li>')
_KELAS = ("is-kelas-0", "is-kelas-1", "is-kelas-2", "is-kelas-3", "is-kelas-4")
"""The class of each colour of PERINGKAT."""
_JENIS = {JenisWilayah.SENDIRI: "is-sendiri", JenisWilayah.PEMBANDING: "is-pembanding"}


@lru_cache(maxsize=256)
def peringkat_html(p: Perbandingan) -> str:
    """Return every ranked region; the own one has a band, neighbours are diamonds, province and nation are lines."""
    tengah = -(-len(p.wilayah) // 2) if len(p.wilayah) > BANYAK else len(p.wilayah)
    bagian = (p.wilayah[:tengah], p.wilayah[tengah:])
    isi = Markup("").join(_daftar(p, baris) for baris in bagian if baris)
    return str(_KISI.format(kalimat_peringkat(p), max(len(b.wilayah) for b in p.wilayah), isi))


def _daftar(p: Perbandingan, baris: Sequence[BarisWilayah]) -> Markup:
    acuan = [a for a in p.acuan if a.nilai is not None]
    garis = ";".join(f"--{_tanda(a)[0]}:{letak(p, a):.1f}" for a in acuan)
    return _DAFTAR.format(garis, Markup("").join((*map(_acuan, acuan), *(_baris(p, b) for b in baris))))


def _baris(p: Perbandingan, b: BarisWilayah) -> Markup:
    kelas = f"{_KELAS[b.kelas]} {_JENIS.get(b.jenis, '')}".rstrip()
    petunjuk = "\n".join((b.wilayah, *keterangan_wilayah(b, p)))
    return _BARIS.format(kelas, petunjuk, letak(p, b), b.peringkat or "", b.wilayah, b.teks)


def _acuan(a: BarisWilayah) -> Markup:
    return _ACUAN.format(a.wilayah, a.teks, _tanda(a)[1])


def _tanda(a: BarisWilayah) -> tuple[str, str]:
    """The name of a reference's line in the style sheet, and the sign that stands for it."""
    return ("provinsi", "┆") if a.jenis is JenisWilayah.PROVINSI else ("nasional", "┊")


def letak(p: Perbandingan, b: BarisWilayah) -> float:
    """Return where a region stands between the lowest and the highest of all, in percent; both halves share it."""
    semua = [float(x.nilai) for x in (*p.wilayah, *p.acuan) if x.nilai is not None]
    tepi = (max(semua) - min(semua)) * 0.06 or 1.0
    return 100 * (float(pasti(b.nilai, "nilai wilayah")) - min(semua) + tepi) / (max(semua) - min(semua) + 2 * tepi)
