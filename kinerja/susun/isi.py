"""What a cell of an office's table looks like, before anybody knows what it means."""

import re
from functools import lru_cache

from kinerja.buku.pembaca import IsiSel, SelKhusus
from kinerja.nilai.angka import desimal, format_angka
from kinerja.nilai.baca import rapikan
from kinerja.nilai.kata import tak_tersedia
from kinerja.nilai.nama import INGATAN, samakan

_ANGKA = re.compile(
    r"[(<>=≥≤]?\s*(?:(?:rp|idr)\.?)?\s*[-+]?\s*\d[\d.,\s]*(?:,-|%|\*{1,3}|[a-z]\))?\s*\)?", re.IGNORECASE
)
_POLOS = re.compile(r"\d[\d.,]*")
"""What nearly every figure of a table is; it is seen without making the text neat first."""
_TAHUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_HANYA_TAHUN = re.compile(r"(?:tahun\s*)?((?:19|20)\d\d)\s*(?:\(?(?:[^\W\d]{1,2}|\*{1,3})\)?|\(?\d\))?", re.IGNORECASE)
"""A year, and a footnote behind it; a digit is one only before a parenthesis, 20244 is no year."""


def teks_sel(isi: IsiSel) -> str:
    """Return a cell as people read it; a number without separators of thousands, so that a code stays one."""
    if isi is None:
        return ""
    if isinstance(isi, SelKhusus):
        if isi.jenis == "persen":
            return f"{format_angka(desimal(isi.nilai) * 100, isi.tempat)}%"
        return "" if isi.nilai is None else " ".join(str(isi.nilai).split())
    if isinstance(isi, str):
        return " ".join(isi.split())
    return str(int(isi)) if isi == int(isi) else str(desimal(isi)).replace(".", ",")


def baris_teks(isi: IsiSel) -> list[str]:
    """Return the lines of a cell that holds several."""
    teks = isi.nilai if isinstance(isi, SelKhusus) else isi
    if not isinstance(teks, str):
        return [teks_sel(isi)]
    return [" ".join(b.split()) for b in teks.splitlines() if b.strip()]


def berangka(isi: IsiSel) -> bool:
    """Tell whether a cell looks like a figure, or like one that is not there (a dash, three dots)."""
    if isi is None:
        return False
    if isinstance(isi, SelKhusus):
        return isi.jenis in ("persen", "rumus", "galat", "tanggal") or (
            isi.jenis == "kaki" and berangka(str(isi.nilai))
        )
    if not isinstance(isi, str):
        return True
    return _POLOS.fullmatch(isi) is not None or _teks_berangka(isi)


@lru_cache(maxsize=INGATAN)
def _teks_berangka(teks: str) -> bool:
    rapi = rapikan(teks)
    return _ANGKA.fullmatch(rapi) is not None or (len(rapi) < 30 and tak_tersedia(rapi))


def tahun_sel(isi: IsiSel) -> int | None:
    """Return the year that a cell is and nothing else: 2024, "2024*", "Tahun 2024"."""
    if isinstance(isi, SelKhusus) and isi.jenis != "kaki":
        return None
    if isinstance(isi, float | int):
        return int(isi) if isi == int(isi) and 1900 <= isi < 2100 else None
    cocok = _HANYA_TAHUN.fullmatch(teks_sel(isi))
    return int(cocok[1]) if cocok else None


def tahun_dalam(teks: str) -> list[int]:
    """Return the years that stand in a text, in their order, each once."""
    return list(dict.fromkeys(int(t) for t in _TAHUN.findall(teks)))


def kata_sel(isi: IsiSel) -> list[str]:
    """Return the words of a cell, small."""
    return re.findall(r"[^\W_]+|%", samakan(teks_sel(isi)))
