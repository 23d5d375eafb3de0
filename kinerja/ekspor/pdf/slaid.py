"""A deck as its template reads it: the words of the model, charts as SVG, tables with the widths of their columns."""

import re
from typing import Any

from kinerja.ekspor.pdf.tabel import isi_tabel, kalimat, pendek
from kinerja.paparan.bahan import baris_sumber
from kinerja.paparan.gambar import lukis
from kinerja.paparan.model import AngkaKunci, Grafik, Paparan, Slaid

LEBAR_BERDUA, LEBAR_SENDIRI = 1130, 1780
TINGGI, TINGGI_BERANGKA = 720, 560
"""Sizes of a chart in pixels of 1920, as on the screen: with sentences beside it or alone, below key figures or not."""
LEBAR_TABEL = 9
"""A table of more parts (Kolom.lebar) takes the whole width."""
HURUF_TABEL = 28
_DI_LUAR_TANDA = re.compile(r">[^<]+<")
_SETARA = {"●": "•", "○": "◉", "✚": "+", "✗": "×"}
"""Symbols that our font lacks and the like of them that it has: in an SVG one of them changes the font of its line."""
_SIMBOL = re.compile(f"[{''.join(_SETARA)}]")
TANPA_SLAID = "Tidak ada slaid untuk pilihan ini"


def isi_paparan(p: Paparan) -> dict[str, Any]:
    """Return a deck for its template."""
    return {
        "judul": kalimat(p.judul),
        "pemerintah": pendek(p.pemerintah, 50),
        "kosong": TANPA_SLAID,
        "slaid": [_isi_slaid(s) for s in p.slaid],
    }


def _isi_slaid(s: Slaid) -> dict[str, Any]:
    susunan = _susunan(s)
    lebar = LEBAR_BERDUA if susunan == "berdua" else LEBAR_SENDIRI
    return {
        "judul": kalimat(s.judul),
        "topik": kalimat(s.topik),
        "susunan": susunan,
        "angka": [_isi_angka(a) for a in s.angka],
        "butir": [kalimat(b, 18) for b in s.butir],
        "gambar": _gambar(s.grafik, lebar, TINGGI_BERANGKA if s.angka else TINGGI) if s.grafik else "",
        "alt": kalimat(s.grafik.alt) if s.grafik else "",
        "tabel": isi_tabel(s.tabel, lebar / HURUF_TABEL) if s.tabel else None,
        "sumber": kalimat(baris_sumber(s)),
    }


def _gambar(grafik: Grafik, lebar: int, tinggi: int) -> str:
    """Return a chart as SVG whose symbols our font has."""
    return _DI_LUAR_TANDA.sub(lambda teks: _SIMBOL.sub(_tebal, teks[0]), str(lukis(grafik, lebar, tinggi)))


def _tebal(simbol: re.Match[str]) -> str:
    return f'<tspan font-weight="700">{_SETARA[simbol[0]]}</tspan>'


def _susunan(s: Slaid) -> str:
    """Name the layout: sentences beside what is drawn, below a wide table, or one of the two alone."""
    if not s.butir or (s.grafik is None and s.tabel is None):
        return "sendiri"
    return "tumpuk" if s.tabel is not None and sum(k.lebar for k in s.tabel.kolom) > LEBAR_TABEL else "berdua"


def _isi_angka(a: AngkaKunci) -> dict[str, Any]:
    warna = {"warna": a.rupa.warna, "tinta": a.rupa.warna_teks} if a.rupa else {}
    return {
        "label": kalimat(a.label, 15),
        "nilai": kalimat(a.nilai, 12),
        "keterangan": kalimat(a.keterangan, 15),
    } | warna
