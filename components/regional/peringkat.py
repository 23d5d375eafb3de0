"""A ranking of regions: a dot on the scale of all of them for each, beside its rank, its name and its value."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from components.regional.grafik import WARNA_KELAS
from kinerja.nilai.pasti import pasti
from kinerja.telaah.wilayah.kalimat import kalimat_peringkat, keterangan_wilayah
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, JenisWilayah, Perbandingan

BANYAK = 12
"""A ranking of more regions stands in two columns, so that all of it is seen at once."""
GAYA = """
.dk-peringkat { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
  gap: .2rem 1.2rem; align-items: start; }
.dk-peringkat ol { list-style: none; padding: 0 !important; margin: 0; display: grid; font-size: .92rem;
  grid-template-columns: 1.9rem minmax(0, calc(var(--huruf) * 1ch + 1rem)) minmax(3.5rem, 1fr) auto;
  align-items: center; }
.dk-peringkat li { display: contents; }
.dk-peringkat li > * { padding: .07rem .25rem; line-height: 1.35; height: 100%; font-style: normal;
  font-weight: inherit; text-decoration: none; overflow-wrap: anywhere; }
.dk-peringkat li > b, .dk-peringkat li > em { text-align: right; font-variant-numeric: tabular-nums; }
.dk-peringkat li > b { opacity: .85; }
.dk-peringkat u { position: relative; color: inherit; background-repeat: repeat-x, repeat-y, repeat-y; background-size:
  5px 1px, 2px 6px, 2px 3px; background-position: center, calc(var(--provinsi, -900) * 1%) 0,
  calc(var(--nasional, -900) * 1%) 0; background-image:
  linear-gradient(to right, color-mix(in srgb, currentColor 30%, transparent) 40%, transparent 0),
  linear-gradient(color-mix(in srgb, currentColor 65%, transparent) 65%, transparent 0),
  linear-gradient(color-mix(in srgb, currentColor 65%, transparent) 50%, transparent 0); }
.dk-peringkat u::after { content: ""; position: absolute; left: calc(var(--x) * 1%); top: 50%; width: .72rem;
  height: .72rem; margin: -.36rem; border-radius: 50%; background: var(--warna); border: 1px solid #7C8A98; }
.dk-peringkat .dk-pembanding u::after { border-radius: 0; rotate: 45deg; scale: .85; }
.dk-peringkat .dk-sendiri { font-weight: 700; }
.dk-peringkat .dk-sendiri > * { background-color: color-mix(in srgb, #4292C6 22%, transparent); }
.dk-peringkat .dk-sendiri u::after { border-width: 2.5px; scale: 1.2; }
.dk-peringkat .dk-acuan > span { grid-column: 2 / -1; text-align: right; opacity: .9; }
""" + "".join(f".dk-peringkat .dk-k{n} {{ --warna: {rupa.warna}; }}\n" for n, rupa in enumerate(WARNA_KELAS))
_KISI = Markup('<div class="dk-peringkat" role="group" aria-label="{}" style="--huruf:{}">{}</div>')
_DAFTAR = Markup('<ol style="{}">{}</ol>')
_BARIS = Markup('<li class="{}" title="{}" style="--x:{:.1f}"><b>{}</b><span>{}</span><u></u><em>{}</em></li>')
_ACUAN = Markup('<li class="dk-acuan"><span>{} {} {}</span></li>')
_JENIS = {JenisWilayah.SENDIRI: "dk-sendiri", JenisWilayah.PEMBANDING: "dk-pembanding"}


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
    kelas = f"dk-k{b.kelas} {_JENIS.get(b.jenis, '')}".rstrip()
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
