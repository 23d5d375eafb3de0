"""What a PDF says, for tests."""

import re

from pypdf import PdfReader

_HILANG = re.compile(r"[\s\u00a0\u200b]+")


def rapat(teks):
    """Return text without spaces and breaks: where a line ends depends on the room, not on what is said."""
    return _HILANG.sub("", teks)


def teks_halaman(berkas):
    """Return what each page of a PDF says, without spaces."""
    return [rapat(h.extract_text()) for h in PdfReader(berkas).pages]


def di_luar(berkas):
    """Return the texts of a PDF whose line begins outside its page."""
    hasil = []
    for h in PdfReader(berkas).pages:
        lebar, tinggi = h.mediabox[2:]

        def catat(teks, cm, tm, *_, lebar=lebar, tinggi=tinggi):
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            if teks.strip() and not (0 <= x <= lebar and 0 <= y <= tinggi):
                hasil.append(teks)

        h.extract_text(visitor_text=catat)
    return hasil
