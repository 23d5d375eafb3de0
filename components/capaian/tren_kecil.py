"""Small multiples: one little line an indicator, each on its own scale, over the same span of years.

Streamlit lets no inline SVG through, so each line is an image that holds its own SVG; names, figures and years around
it are text of the page. The image carries no text and mid-tone colours, which read on light and on dark.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, alamat_halaman, tautan_html
from components.dasar.tabel import redup
from components.dasar.teks import KELAS_NADA
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.sajian.warna import BIRU, KELABU, PUTIH
from kinerja.telaah.capaian.gambar import PanelTren, TabelTren
from kinerja.telaah.indikator.gambar import TitikDeret

LEBAR, TINGGI, TEPI_X, TEPI_Y = 200, 64, 9, 8
"""The drawing's own units; it is stretched over the panel, strokes keep their width."""
GARIS, TARGET = BIRU, KELABU
_DAFTAR = Markup('<ul class="dk-tren">{}</ul>')
_PANEL = Markup('<li>{}<div class="dk-tren__angka">{}{}</div>{}</li>')
_GAMBAR = Markup(
    '<img alt="{}" src="data:image/svg+xml;base64,{}"><div class="dk-tren__tahun" aria-hidden="true">{}</div>'
)
Alamat = tuple[str, ...]
"""Addresses of the indicators, in the order of the panels; what is cached by them follows the version."""


def gambar_tren(tabel: TabelTren, kode_opd: str) -> None:
    """Draw the small pictures, each named by a link to its indicator."""
    alamat = (alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tabel.tahun, indikator=p.kode) for p in tabel.panel)
    st.html(tren_html(tabel, tuple(alamat)))


@lru_cache(maxsize=128)
def tren_html(tabel: TabelTren, alamat: Alamat) -> str:
    """Return the small pictures as HTML."""
    panel = (_panel(p, a, tabel) for p, a in zip(tabel.panel, alamat, strict=True))
    return str(_DAFTAR.format(Markup("").join(panel)))


def _panel(panel: PanelTren, alamat: str, tabel: TabelTren) -> Markup:
    nilai, target = redup(TIDAK_TERSEDIA), Markup("")
    if panel.tahun is not None:
        nilai = Markup("<b>{}</b> {}").format(panel.nilai, panel.tahun)
    if panel.target:
        simbol = {True: "✓ ", False: "✗ ", None: ""}[panel.tercapai]
        kata = Markup('<div class="{}">{}target {}</div>')
        target += kata.format(KELAS_NADA[panel.tercapai], simbol, panel.target)
    if panel.arah:
        target += Markup("<div>{}</div>").format(redup(panel.arah))
    return _PANEL.format(tautan_html(alamat, panel.nama), nilai, target, _isi(panel, tabel))


def _isi(panel: PanelTren, tabel: TabelTren) -> Markup:
    if not panel.titik:
        return Markup('<div class="dk-tren__kata">{}</div>').format(panel.kata)
    svg = b64encode(lukis(panel.titik, tabel.awal, tabel.akhir, tabel.tahun).encode()).decode()
    tahun = Markup("").join(Markup("<span>{}</span>").format(t) for t in dict.fromkeys((tabel.awal, tabel.akhir)))
    return _GAMBAR.format(panel.alt, svg, tahun)


# --- the drawing ------------------------------------------------------------------------------------------------------

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" preserveAspectRatio="none" fill="none">{}</svg>'
_TITIK = '<path d="{}" stroke="{}" stroke-width="{}" stroke-linecap="round" vector-effect="non-scaling-stroke"/>'


def lukis(titik: Sequence[TitikDeret], awal: int, akhir: int, kini: int) -> str:
    """Return the picture of a panel as SVG: the year looked at as a band, targets as dashes, values as a line.

    A dot is a path without length: its round ends keep their shape however the picture is stretched.
    """
    semua = [float(a) for t in titik for a in (t.nilai, t.bawah, t.atas) if a is not None]
    kecil, lebar = min(semua), max(semua) - min(semua)
    langkah = (LEBAR - 2 * TEPI_X) / (akhir - awal) if akhir > awal else 0.0

    def x(tahun: int) -> float:
        return round(TEPI_X + (tahun - awal) * langkah if langkah else LEBAR / 2, 1)

    def y(nilai: float) -> float:
        bagian = (nilai - kecil) / lebar if lebar else 0.5
        return round(TINGGI - TEPI_Y - bagian * (TINGGI - 2 * TEPI_Y), 1)

    ada = [(x(t.tahun), y(float(t.nilai)), t.asal) for t in titik if t.nilai is not None]
    target = [(x(t.tahun), y(float(b))) for t in titik for b in dict.fromkeys((t.bawah, t.atas)) if b is not None]
    pita = _pita(x(kini), langkah or LEBAR / 4) if awal <= kini <= akhir else ""
    return _SVG.format(LEBAR, TINGGI, "".join([pita, *_target_svg(target), *_garis(ada)]))


def _pita(x: float, lebar: float) -> str:
    separuh = min(lebar, 44) * 0.4
    jalur = f"M{x - separuh:.1f} 0h{2 * separuh:.1f}v{TINGGI}h{-2 * separuh:.1f}z"
    return f'<path d="{jalur}" fill="{GARIS}" opacity=".17"/>'


def _target_svg(target: Iterable[tuple[float, float]]) -> Iterator[str]:
    jalur = "".join(f"M{x - 8:.1f} {y}h16" for x, y in target)
    if jalur:
        yield f'<path d="{jalur}" stroke="{TARGET}" stroke-width="3" vector-effect="non-scaling-stroke"/>'


def _garis(ada: Sequence[tuple[float, float, str]]) -> Iterator[str]:
    """The line and its dots; values printed elsewhere than in the indicator's own row are hollow."""
    jalur = "L".join(f"{x} {y}" for x, y, _ in ada)
    yield f'<path d="M{jalur}" stroke="{GARIS}" stroke-width="2.5" vector-effect="non-scaling-stroke"/>'
    yield _TITIK.format("".join(f"M{x} {y}h0" for x, y, _ in ada), GARIS, 9)
    if berongga := "".join(f"M{x} {y}h0" for x, y, asal in ada if asal):
        yield _TITIK.format(berongga, PUTIH, 5)
