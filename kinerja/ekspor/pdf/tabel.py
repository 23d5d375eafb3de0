"""A published table as the templates read it: plain strings, looks as colours, widths of its columns."""

import re
from typing import Any

from kinerja.ekspor.lebar_kolom import SISI, SPASI_UTUH, bagi_lebar, pecah, teks_sel
from kinerja.sajian.asal import sebut_sumber
from kinerja.sajian.salinan import polos
from kinerja.sajian.tabel_terbit import Sel, TabelTerbit
from kinerja.terbitan.sel import SELA

HURUF_UTUH = 1_200
"""Letters of a cell whose row still fits on a page; a table with a longer one lets its rows break."""
HURUF_KALIMAT = 30
"""Width of a word in a sentence, in parts of the size of type, from which it may break."""

_JUMLAH = re.compile(r"(?<=\bRp) (?=\d)|(?<=\d) (?=(?:T|M|jt|rb)\b)")


def kalimat(teks: str, ruang: float = HURUF_KALIMAT) -> str:
    """Return text of a workbook on one line, with breaks in what is too long for a word and none within an amount."""
    return pecah(_JUMLAH.sub(SPASI_UTUH, polos(teks)), ruang)


def pendek(teks: str, huruf: int) -> str:
    """Return what a footer says of a name: the beginning of a very long one, which stands whole elsewhere."""
    satu = polos(teks)
    return satu if len(satu) <= huruf else f"{satu[:huruf]}…"


def isi_tabel(tabel: TabelTerbit, ruang: float) -> dict[str, Any]:
    """Return a table for a template.

    Args:
        tabel: the table.
        ruang: its width in parts of the size of type.
    """
    lebar = bagi_lebar(tabel, ruang)
    return {
        "judul": kalimat(tabel.judul),
        "kolom": [
            {"judul": kalimat(k.judul, w - SISI), "rata": k.rata.value, "lebar": round(w, 2)}
            for k, w in zip(tabel.kolom, lebar, strict=True)
        ],
        "baris": [[isi_sel(s, w - SISI) for s, w in zip(b, lebar, strict=True)] for b in tabel.baris],
        "utuh": all(len(s.teks) <= HURUF_UTUH for b in tabel.baris for s in b),
        "sumber": kalimat(sebut_sumber(tabel.sumber)),
        "catatan": [kalimat(c) for c in tabel.catatan],
    }


def isi_sel(sel: Sel, ruang: float) -> str | dict[str, Any]:
    """Return a cell: its text alone, or with its look and how far it is moved in."""
    dalam = len(sel.teks) - len(sel.teks.lstrip(SELA))
    teks = pecah(teks_sel(sel), ruang - dalam)
    if not (dalam or sel.tebal or sel.rupa):
        return teks
    warna = {"warna": sel.rupa.warna, "tinta": sel.rupa.warna_teks} if sel.rupa else {}
    return {"teks": teks, "dalam": dalam, "tebal": sel.tebal, **warna}
