"""Making workbook text safe to show: it is never Markdown, never HTML."""

import re
from html import escape as escape_teks

from markupsafe import Markup, escape

from kinerja.sajian.kalimat import besar

KELAS_NADA = {True: "dk-teks__baik", False: "dk-teks__buruk", None: "dk-teks__redup"}
"""Class of what is good, bad, or neither."""
_JARAK = re.compile(r"[^\S\u00a0\u202f]+")  # a number and its unit stay on one line
_KHUSUS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&\"'=^])")

_ALAMAT = re.compile(r"(?<=://)(?=\S)|(?<=www)(?=\.)|(?<=@)(?=[-\w])", re.IGNORECASE)
"""Where an address begins in earnest: the browser makes a link of one in plain text, after all escapes are read."""
_SAMBUNG = "\u2060"  # a word joiner: not seen, no place to break a line, part of no address


def md(teks: str) -> str:
    """Escape text for every place where Streamlit renders Markdown (titles, labels, captions)."""
    return _KHUSUS.sub(r"\\\1", _ALAMAT.sub(_SAMBUNG, _JARAK.sub(" ", teks).strip()))


def html(teks: str) -> Markup:
    """Escape text for HTML."""
    return escape(teks)


def kalimat(teks: str) -> str:
    """Write a remark as a sentence: first letter large, full stop at the end."""
    return f"{besar(teks).rstrip('.')}." if teks else ""


def aman(teks: str) -> str:
    """Escape text for Plotly, which understands a little HTML."""
    return escape_teks(teks, quote=False)
