"""Pictures of one indicator drawn in HTML: target against realisasi, and its likes as dots.

Not Plotly: a page with one figure instead of three opens in half the time, and here every word can be read and copied.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from kinerja.sajian.rupa import LAIN, SENDIRI
from kinerja.sajian.warna import BIRU_MUDA, JINGGA, JINGGA_TUA
from kinerja.telaah.indikator.gambar import BatangTarget, PitaNilai, TitikSebaya
from kinerja.telaah.wilayah.perbandingan import JenisWilayah

LABEL_PITA = Decimal("0.13")
"""A grade is named in its stretch from this share of the width on."""
_BIDANG = Markup('<div class="dk-bidang">{}<div class="dk-bidang__garis" aria-hidden="true">{}</div>{}</div>')
_KATA = Markup('<p class="{}"><span style="--x:{}">{} <b>{}</b></span></p>')
_PITA = Markup('<span class="dk-bidang__pita" style="left:{}%;width:{}%;background:{}"></span>')
_NAMA_PITA = Markup('<span class="dk-bidang__nama" style="left:{}%;width:{}%">{} {}</span>')
_SASARAN = Markup('<span class="dk-bidang__sasaran" style="left:{}%"></span>')
_RENTANG = Markup('<span class="dk-bidang__rentang" style="left:{}%;width:{}%"></span>')
_TITIK = Markup('<span class="dk-bidang__titik {}" style="left:{}%;background:{}"></span>')


def gambar_target(b: BatangTarget) -> Markup:
    """Return the realisasi as a dot, the target as a bar across or a stretch, last year as a ring, over the grades.

    Dots, not bars: the scale need not begin at 0. The words above and below carry the figures.
    """
    atas = _kata("", _letak(b, b.realisasi), f"{b.rupa.simbol} Realisasi", b.realisasi_teks)
    bawah = _kata("", _letak(b, (b.bawah + b.atas) / 2), "Target", b.target_teks)
    lalu = _kata("dk-bidang__lalu", _letak(b, b.lalu), "○ tahun lalu", b.lalu_teks)
    return _BIDANG.format(atas, Markup("").join(_isi_garis(b)), bawah + lalu)


def _letak(b: BatangTarget, angka: Decimal | None) -> Decimal | None:
    return None if angka is None else _persen(angka, b.kiri, b.kanan)


def _persen(angka: Decimal, kiri: Decimal, kanan: Decimal) -> Decimal:
    """Return where a value stands between the ends, in percent of the width."""
    return round((angka - kiri) / (kanan - kiri) * 100, 2)


def _kata(kelas: str, letak: Decimal | None, apa: str, teks: str) -> Markup:
    """Words at their place; they reach the left edge at 0 and the right edge at 100, so that none is cut."""
    return Markup("") if letak is None else _KATA.format(kelas, letak, apa, teks)


def _isi_garis(b: BatangTarget) -> Iterator[Markup]:
    for p in b.pita:
        yield from _gambar_pita(b, p)
    ujung = sorted({_persen(b.bawah, b.kiri, b.kanan), _persen(b.atas, b.kiri, b.kanan)})
    if len(ujung) == 2:
        yield _RENTANG.format(ujung[0], ujung[1] - ujung[0])
    yield from map(_SASARAN.format, ujung)
    for kelas, angka, warna in (("is-lalu", b.lalu, "transparent"), ("is-kini", b.realisasi, b.rupa.warna)):
        if angka is not None:
            yield _TITIK.format(kelas, _letak(b, angka), warna)


def _gambar_pita(b: BatangTarget, p: PitaNilai) -> Iterator[Markup]:
    dari = _persen(p.dari, b.kiri, b.kanan)
    lebar = _persen(p.sampai, b.kiri, b.kanan) - dari
    yield _PITA.format(dari, lebar, p.rupa.warna)
    if lebar >= LABEL_PITA * 100:
        yield _NAMA_PITA.format(dari, lebar, p.rupa.simbol, p.predikat)


# --- its likes --------------------------------------------------------------------------------------------------------

_SEBAYA = Markup('<ol class="dk-sebaya">{}</ol>')
_BARIS = Markup(
    '<li class="{}"><span>{}{}</span><span><span class="dk-sebaya__lajur" style="margin-right:{}ch">'
    '<u style="width:{}%"></u><i style="left:{}%;background:{};{}" aria-hidden="true"></i>'
    '<b style="left:{}%">{}</b></span></span></li>'
)
_BULAT, _WAJIK = "border-radius:50%", "transform:rotate(45deg) scale(.85)"
_GAYA_TITIK = {
    JenisWilayah.SENDIRI: (SENDIRI, _BULAT),
    JenisWilayah.PROVINSI: (JINGGA, ""),
    JenisWilayah.NASIONAL: (JINGGA_TUA, ""),
    JenisWilayah.PEMBANDING: (BIRU_MUDA, _WAJIK),
}


def gambar_sebaya(titik: Sequence[TitikSebaya]) -> Markup:
    """Return the likes as sorted dots, best on top: the own one has a band, references squares, neighbours diamonds."""
    nilai = [t.nilai for t in titik]
    kiri, kanan = min(nilai), max(nilai)
    lebar = max(len(t.teks) for t in titik) + 3
    # Equal values stand in the middle of a scale that has no ends.
    letak = [_persen(n, kiri, kanan) if kanan > kiri else Decimal(50) for n in nilai]
    return _SEBAYA.format(Markup("").join(_baris(t, x, lebar) for t, x in zip(titik, letak, strict=True)))


def _baris(t: TitikSebaya, letak: Decimal, lebar: int) -> Markup:
    warna, bentuk = _GAYA_TITIK.get(t.jenis, (LAIN, _BULAT))
    kelas = "is-sendiri" if t.jenis is JenisWilayah.SENDIRI else ""
    nomor = f"{t.peringkat}. " if t.peringkat else ""
    return _BARIS.format(kelas, nomor, t.nama, lebar, letak, letak, warna, bentuk, letak, t.teks)
