"""How much of everything a workbook may hold: counted in the bytes, before any parser builds something from them.

A small file may hold millions of equal pieces, and every piece costs a parser a hundred times its bytes. Runs in the
reading and the marking child only and imports nothing of the domain.
"""

import re
import zipfile
from functools import partial

RINGAN = 50_000
"""Elements, beginnings and ends counted each, up to which openpyxl may read a part that is no sheet."""
RINGAN_BYTE = 256 * 1024
BAGIAN_MAKS = 2_000_000
"""The same for a part that is read at all."""
KEPALA_MAKS, EKOR_MAKS = 100_000, 500_000
"""Before and behind the rows of a sheet: columns, merged cells, validations, conditional formats, hyperlinks."""
BARIS_MAKS = 1_100_000
"""Rows of a sheet, the empty ones too; Excel has 1,048,576."""
UNSUR_SEL = 16
"""Elements of a cell, of all cells on an average: its value, formula and text take ten."""
FORMAT_MAKS = 65_490
"""Cell formats, as many as Excel can hold."""
FORMAT_HURUF = 255
"""Letters of a number format, as many as Excel takes."""
GABUNGAN_MAKS = 2_000_000
"""Rows that the merged cells of a sheet cover together."""
_POTONGAN = 1024 * 1024
_BERBARIS = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)


class TerlaluPadat(Exception):  # noqa: N818 - Indonesian for "too dense"
    """There is too much of something; the text says of what, as it fills a message."""


def periksa_arsip(arsip: zipfile.ZipFile, unsur: int) -> bool:
    """Count the elements of all parts; tell whether a part beside sheets and texts is too heavy for openpyxl.

    Raises:
        TerlaluPadat: when there are more elements than `unsur` together.
    """
    semua, berat = 0, False
    for bagian in arsip.infolist():
        with arsip.open(bagian) as isi:
            jumlah = sum(potongan.count(b"<") for potongan in iter(partial(isi.read, _POTONGAN), b""))
        semua += jumlah
        if semua > unsur:
            raise TerlaluPadat(f"bagiannya lebih dari {unsur} unsur")
        if not _BERBARIS.fullmatch(bagian.filename):
            berat |= jumlah > RINGAN or (bagian.filename.endswith(".xml") and bagian.file_size > RINGAN_BYTE)
    return berat


def periksa_bagian(xml: bytes) -> bytes:
    """Return a part that is no sheet.

    Raises:
        TerlaluPadat: when it has too many elements.
    """
    if xml.count(b"<") > BAGIAN_MAKS:
        raise TerlaluPadat("gaya, nama, atau daftar di dalamnya terlalu banyak")
    return xml


def periksa_lembar(xml: bytes, nama: str, sel: int) -> None:
    """Look over the bytes of a sheet.

    Raises:
        TerlaluPadat: when there is more of something than any sheet holds.
    """
    awal, akhir = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    if awal >= 0 and xml.count(b"<", 0, awal) > KEPALA_MAKS:
        raise TerlaluPadat(f"pengaturan kolom pada lembar {nama} terlalu banyak")
    if akhir >= 0 and xml.count(b"<", akhir) > EKOR_MAKS:
        lain = "sel gabungan, validasi, format bersyarat, atau hyperlink"
        raise TerlaluPadat(f"{lain} pada lembar {nama} terlalu banyak")
    baris = xml.count(b"<row") + xml.count(b":row")
    if baris > 2 * BARIS_MAKS:
        raise TerlaluPadat(f"baris pada lembar {nama} terlalu banyak")
    jumlah = sum(xml.count(b"<c" + akhiran) + xml.count(b":c" + akhiran) for akhiran in (b" ", b"/", b">"))
    if jumlah > sel:
        raise TerlaluPadat(f"sel pada lembar {nama} terlalu banyak")
    if xml.count(b"<") > UNSUR_SEL * jumlah + 2 * baris + KEPALA_MAKS + EKOR_MAKS:
        raise TerlaluPadat(f"isi sel pada lembar {nama} terpotong-potong")
