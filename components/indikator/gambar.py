"""Pictures of one indicator drawn in HTML: target against realisasi, and its likes as dots.

Not Plotly: a page with one figure instead of three opens in half the time, and here every word can be read and copied.
"""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from components.dasar.templat import makro
from kinerja.sajian.rupa import LAIN, SENDIRI
from kinerja.sajian.warna import BIRU_MUDA, JINGGA, JINGGA_TUA
from kinerja.telaah.indikator.gambar import BatangTarget, TitikSebaya
from kinerja.telaah.wilayah.perbandingan import JenisWilayah

LABEL_PITA = Decimal("0.13")
"""A grade is named in its stretch from this share of the width on."""
_BIDANG, _SEBAYA = makro("indikator.html", "bidang"), makro("indikator.html", "sebaya")
_BULAT, _WAJIK = "border-radius:50%", "transform:rotate(45deg) scale(.85)"
_RUPA_TITIK = {
    JenisWilayah.SENDIRI: (SENDIRI, _BULAT),
    JenisWilayah.PROVINSI: (JINGGA, ""),
    JenisWilayah.NASIONAL: (JINGGA_TUA, ""),
    JenisWilayah.PEMBANDING: (BIRU_MUDA, _WAJIK),
}


def gambar_target(batang: BatangTarget) -> Markup:
    """Return the realisasi as a dot, the target as a bar across or a stretch, last year as a ring, over the grades.

    Dots, not bars: the scale need not begin at 0. The words above and below carry the figures.
    """

    def letak(angka: Decimal | None) -> Decimal | None:
        return None if angka is None else _persen(angka, batang.kiri, batang.kanan)

    return _BIDANG(batang, letak, LABEL_PITA * 100)


def _persen(angka: Decimal, kiri: Decimal, kanan: Decimal) -> Decimal:
    """Return where a value stands between the ends, in percent of the width."""
    return round((angka - kiri) / (kanan - kiri) * 100, 2)


def gambar_sebaya(titik: Sequence[TitikSebaya]) -> Markup:
    """Return the likes as sorted dots, best on top: the own one has a band, references squares, neighbours diamonds."""
    nilai = [t.nilai for t in titik]
    kiri, kanan = min(nilai), max(nilai)
    # Equal values stand in the middle of a scale that has no ends.
    letak = [_persen(n, kiri, kanan) if kanan > kiri else Decimal(50) for n in nilai]
    rupa = (_RUPA_TITIK.get(t.jenis, (LAIN, _BULAT)) for t in titik)
    baris = ((t, x, *r) for t, x, r in zip(titik, letak, rupa, strict=True))
    return _SEBAYA(baris, max(len(t.teks) for t in titik) + 3)
