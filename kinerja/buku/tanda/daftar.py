"""Our list of findings in a marked workbook: how its sheet is called, and how it is known when it comes back."""

import re
from collections.abc import Sequence

NAMA_LEMBAR = "Temuan"
JUDUL = ("Tingkat", "Lembar", "Sel", "Kolom", "Pesan", "Saran")
"""The exact header of our sheet: by it the reader knows the sheet again."""
_NAMA = re.compile(rf"{NAMA_LEMBAR}( \(\d+\))?")


def daftar_kami(nama: str, judul: Sequence[object]) -> bool:
    """Tell whether a sheet is our list of findings, by its name and exact header."""
    return tuple(judul) == JUDUL and _NAMA.fullmatch(nama) is not None
