"""Bytes as text: the encodings that office programs of the region write; runs in the reading child only."""

import codecs
import re

from kinerja.susun.baca.lembar import Ditolak

_BOM = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = "cp1252"
"""What Windows writes here where it is no Unicode."""
_CONTOH = 64 * 1024
_TERTULIS = re.compile(rb"(?i)\b(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_DIPERCAYA = re.compile(r"utf-?8|utf-?16(?:-?[lb]e)?|(?:windows-|cp)125\d|iso-?8859-\d{1,2}|latin-?1|us-ascii")
"""Encodings that a page may name; those of multiplying or escaping bytes are no text of an office."""


def baca_naskah(mentah: bytes) -> str:
    """Return bytes as text: by their mark, by the zeros of UTF-16, as UTF-8, else as Windows writes it here.

    Raises:
        Ditolak: when it is no text.
    """
    for tanda, sandi in _BOM:
        if mentah.startswith(tanda):
            return _tanpa_nol(mentah[len(tanda) :].decode(sandi, "replace"))
    contoh = mentah[:_CONTOH]
    genap, ganjil = contoh[::2].count(0), contoh[1::2].count(0)
    if max(genap, ganjil) * 4 > len(contoh):
        # Two bytes a letter, one of them zero in our alphabet.
        return _tanpa_nol(mentah.decode("utf-16-le" if ganjil > genap else "utf-16-be", "replace"))
    try:
        return _tanpa_nol(mentah.decode("utf-8"))
    except UnicodeDecodeError:
        return _tanpa_nol(mentah.decode(_LATIN, "replace"))


def baca_halaman(mentah: bytes) -> str:
    """Return the bytes of a page as text: in the encoding it names within its first bytes, else as any text."""
    tertulis = _TERTULIS.search(mentah[:4096])
    sandi = tertulis[1].decode().lower() if tertulis else ""
    # A page that names UTF-16 in letters of one byte is none.
    if not _DIPERCAYA.fullmatch(sandi) or "16" in sandi or mentah.startswith(tuple(t for t, _ in _BOM)):
        return baca_naskah(mentah)
    try:
        return _tanpa_nol(mentah.decode(sandi))
    except (UnicodeDecodeError, LookupError):
        return baca_naskah(mentah)


def _tanpa_nol(teks: str) -> str:
    if "\0" in teks:
        raise Ditolak("bukan-tabel", lain="memuat bita yang bukan teks, ")
    return teks
