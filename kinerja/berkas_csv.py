"""CSV as people here open it: semicolons, UTF-8 with its mark, and no cell that a spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_RUMUS = ("=", "+", "-", "@", "\t", "\r")


def tulis_csv(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Write a header and rows as CSV."""
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";")
    penulis.writerow(kepala)
    penulis.writerows([aman_csv(s) for s in b] for b in baris)
    # With the mark, Excel takes it for UTF-8; with semicolons, an Indonesian Excel takes it for columns.
    return b"\xef\xbb\xbf" + wadah.getvalue().encode()


def aman_csv(teks: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before what looks like one."""
    bukan_angka = not teks.lstrip("+-").replace(",", "").replace(".", "").isdigit()
    return f"'{teks}" if teks.startswith(_RUMUS) and bukan_angka else teks
