"""The one way text gets into a sheet: it stays text, whatever it begins with."""

import re
from typing import Any

from kinerja.sajian.berkas_csv import PEMICU

_ESKEP = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a program that reads the workbook would take for an escape: `_x000D_` is a line end to it."""
_TAK_TERTULIS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def isi_teks(sel: Any, teks: str) -> None:
    """Put text into a cell of openpyxl; what no workbook can hold (control characters) is left out."""
    # Past openpyxl's own setter: it takes "=" for a formula, "#N/A" for an error, and cuts long text.
    sel._value, sel.data_type = _ESKEP.sub("_x005F_", teks_aman(teks)), "s"
    if sel._value[:1] in PEMICU:
        sel.quotePrefix = True  # also after somebody opened the cell in Excel and pressed Enter


def teks_aman(teks: str) -> str:
    """Return text without the characters that no XML file can hold."""
    return _TAK_TERTULIS.sub("", teks)
