"""Pictures of one indicator drawn in HTML: target against realisasi, and its likes as dots.

Not Plotly: a page with one figure instead of three opens in half the time, and here every word can be read and copied.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from kinerja.sajian.rupa import LAIN, SENDIRI
from kinerja.telaah.indikator.gambar import BatangTarget, PitaNilai, TitikSebaya
from kinerja.telaah.wilayah.perbandingan import JenisWilayah

GAYA_GAMBAR = """
.dk-bidang { margin: .2rem 0 .5rem; font-size: .95rem; } .dk-bidang p { margin: 0; line-height: 1.45; }
.dk-bidang p > span { position: relative; display: inline-block; max-width: 100%;
  left: calc(var(--x) * 1%); transform: translateX(calc(var(--x) * -1%)); }
.dk-bidang .dk-tahun-lalu { font-size: .86rem; opacity: .85; }
.dk-garis { position: relative; height: 3.2rem; } .dk-garis > * { position: absolute; }
.dk-garis .dk-pita { top: .95rem; height: 1.3rem; opacity: .3; }
.dk-garis .dk-nama-pita { top: 2.3rem; font-size: .76rem; line-height: 1.2; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.dk-garis .dk-sasaran { top: .6rem; height: 2rem; width: 4px; margin-left: -2px; background: #808080; }
.dk-garis .dk-rentang { top: 1.5rem; height: 4px; background: #808080; opacity: .8; }
.dk-garis .dk-titik { top: 1.6rem; transform: translate(-50%, -50%); border-radius: 50%; box-sizing: border-box; }
.dk-garis .dk-kini { width: 1.35rem; height: 1.35rem; border: 2px solid #FFFFFF; }
.dk-garis .dk-lalu { width: 1rem; height: 1rem; border: 3px solid #808080; }
.dk-sebaya { list-style: none; padding: 0 !important; margin: .2rem 0 .6rem; font-size: .92rem; display: grid;
  grid-template-columns: fit-content(52%) 1fr; }
.dk-sebaya li { display: contents; } .dk-sebaya li > span { padding: .12rem .4rem; line-height: 1.35; }
.dk-sebaya li > span:last-child { display: flex; align-items: center; }
.dk-sebaya .dk-sendiri > span { background: color-mix(in srgb, #4292C6 18%, transparent); font-weight: 700; }
.dk-sebaya .dk-lajur { position: relative; flex: 1; height: 1px; margin-left: .5rem; }
.dk-sebaya .dk-lajur > u { position: absolute; height: 1px;
  background: color-mix(in srgb, currentColor 28%, transparent); }
.dk-sebaya .dk-lajur > i { position: absolute; width: .72rem; height: .72rem; margin: -.36rem; }
.dk-sebaya .dk-lajur > b { position: absolute; top: -.65rem; margin-left: .65rem; font-weight: inherit;
  white-space: nowrap; }
"""
LABEL_PITA = Decimal("0.13")
"""A grade is named in its stretch from this share of the width on."""
_BIDANG = Markup('<div class="dk-bidang">{}<div class="dk-garis" aria-hidden="true">{}</div>{}</div>')
_KATA = Markup('<p class="{}"><span style="--x:{}">{} <b>{}</b></span></p>')
_PITA = Markup('<span class="dk-pita" style="left:{}%;width:{}%;background:{}"></span>')
_NAMA_PITA = Markup('<span class="dk-nama-pita" style="left:{}%;width:{}%">{} {}</span>')
_SASARAN = Markup('<span class="dk-sasaran" style="left:{}%"></span>')
_RENTANG = Markup('<span class="dk-rentang" style="left:{}%;width:{}%"></span>')
_TITIK = Markup('<span class="dk-titik {}" style="left:{}%;background:{}"></span>')


def gambar_target(b: BatangTarget) -> Markup:
    """Return the realisasi as a dot, the target as a bar across or a stretch, last year as a ring, over the grades.

    Dots, not bars: the scale need not begin at 0. The words above and below carry the figures.
    """
    atas = _kata("", _letak(b, b.realisasi), f"{b.rupa.simbol} Realisasi", b.realisasi_teks)
    bawah = _kata("", _letak(b, (b.bawah + b.atas) / 2), "Target", b.target_teks)
    lalu = _kata("dk-tahun-lalu", _letak(b, b.lalu), "○ tahun lalu", b.lalu_teks)
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
    for kelas, angka, warna in (("dk-lalu", b.lalu, "transparent"), ("dk-kini", b.realisasi, b.rupa.warna)):
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
    '<li class="{}"><span>{}{}</span><span><span class="dk-lajur" style="margin-right:{}ch">'
    '<u style="width:{}%"></u><i style="left:{}%;background:{};{}" aria-hidden="true"></i>'
    '<b style="left:{}%">{}</b></span></span></li>'
)
_BULAT, _WAJIK = "border-radius:50%", "transform:rotate(45deg) scale(.85)"
_GAYA_TITIK = {
    JenisWilayah.SENDIRI: (SENDIRI, _BULAT),
    JenisWilayah.PROVINSI: ("#D9730D", ""),
    JenisWilayah.NASIONAL: ("#B35806", ""),
    JenisWilayah.PEMBANDING: ("#6BAED6", _WAJIK),
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
    kelas = "dk-sendiri" if t.jenis is JenisWilayah.SENDIRI else ""
    nomor = f"{t.peringkat}. " if t.peringkat else ""
    return _BARIS.format(kelas, nomor, t.nama, lebar, letak, letak, warna, bentuk, letak, t.teks)
