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


def isi_paparan(paparan: Paparan) -> dict[str, Any]:
    """Return a deck for its template."""
    return {
        "judul": kalimat(paparan.judul),
        "pemerintah": pendek(paparan.pemerintah, 50),
        "kosong": TANPA_SLAID,
        "slaid": [_isi_slaid(s) for s in paparan.slaid],
    }


def _isi_slaid(slaid: Slaid) -> dict[str, Any]:
    # Sentences stand beside what is drawn, below a wide table, or alone.
    susunan = "berdua"
    if not slaid.butir or (slaid.grafik is None and slaid.tabel is None):
        susunan = "sendiri"
    elif slaid.tabel is not None and sum(k.lebar for k in slaid.tabel.kolom) > LEBAR_TABEL:
        susunan = "tumpuk"
    lebar = LEBAR_BERDUA if susunan == "berdua" else LEBAR_SENDIRI
    return {
        "judul": kalimat(slaid.judul),
        "topik": kalimat(slaid.topik),
        "susunan": susunan,
        "angka": [_isi_angka(a) for a in slaid.angka],
        "butir": [kalimat(b, 18) for b in slaid.butir],
        "gambar": _gambar(slaid.grafik, lebar, TINGGI_BERANGKA if slaid.angka else TINGGI) if slaid.grafik else "",
        "alt": kalimat(slaid.grafik.alt) if slaid.grafik else "",
        "tabel": isi_tabel(slaid.tabel, lebar / HURUF_TABEL) if slaid.tabel else None,
        "sumber": kalimat(baris_sumber(slaid)),
    }


def _gambar(grafik: Grafik, lebar: int, tinggi: int) -> str:
    """Return a chart as SVG whose symbols our font has."""
    return _DI_LUAR_TANDA.sub(lambda teks: _SIMBOL.sub(_tebal, teks[0]), str(lukis(grafik, lebar, tinggi)))


def _tebal(simbol: re.Match[str]) -> str:
    return f'<tspan font-weight="700">{_SETARA[simbol[0]]}</tspan>'


def _isi_angka(angka: AngkaKunci) -> dict[str, Any]:
    warna = {"warna": angka.rupa.warna, "tinta": angka.rupa.warna_teks} if angka.rupa else {}
    return {
        "label": kalimat(angka.label, 15),
        "nilai": kalimat(angka.nilai, 12),
        "keterangan": kalimat(angka.keterangan, 15),
    } | warna
