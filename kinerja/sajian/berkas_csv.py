"""CSV as people here open it: semicolons, UTF-8 with its mark, and no cell that a spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

PEMICU = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""First characters by which a program may take a text for a formula; the last four are the full-width forms."""
_PEMISAH = re.compile("([,;\r\n])")
_DILEWATI = f'"{"".join(c for c in map(chr, range(0x3001)) if c.isspace())}'
_SENDIRI = frozenset({"", "-"})
"""Parts that are harmless where a cell goes on: the end of "Rp5.000,-"."""
_ANGKA = re.compile(r"-(?!0[0-9])[0-9]+(?:[.,][0-9]+)*%?")
"""A negative figure as reports write it; with a plus or a zero before it, it is a telephone's number or a code."""


def tulis_csv(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Write a header and rows as CSV."""
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";")
    penulis.writerows([aman_terpisah(aman_csv(s)) for s in b] for b in (kepala, *baris))
    # With the mark, Excel takes it for UTF-8; with semicolons, an Indonesian Excel takes it for columns.
    return b"\xef\xbb\xbf" + wadah.getvalue().encode()


def aman_csv(teks: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before what looks like one."""
    # Some programs pass over spaces before they look.
    pemicu = teks[:1] in PEMICU or teks.lstrip()[:1] in PEMICU
    return f"'{teks}" if pemicu and not _ANGKA.fullmatch(teks) else teks


def aman_terpisah(teks: str) -> str:
    """Return text of which no part is a formula, where an Excel takes commas for columns and our quotes for text.

    To such an Excel, ``nama,=1+1`` in one of our cells is two of its own.
    """
    if _ANGKA.fullmatch(teks):
        return teks
    awal, *lain = _PEMISAH.split(teks)
    return awal + "".join(b if b in _SENDIRI or b.lstrip(_DILEWATI)[:1] not in PEMICU else aman_bagian(b) for b in lain)


def aman_bagian(bagian: str) -> str:
    """Put an apostrophe before a part that begins like a formula, and is no figure."""
    return bagian if _PEMISAH.fullmatch(bagian) or _ANGKA.fullmatch(bagian) else f"'{bagian}"
