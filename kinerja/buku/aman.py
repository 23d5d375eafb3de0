"""Is it safe, is it Excel: checks on the file before anything unpacks it (CASES 1 to 8 and 13).

Macros, links and embedded objects are told here, each in its own words; every other foreign part by `arsip.asing`.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from kinerja.buku.arsip.asing import DAFTAR_TIPE, periksa_asing
from kinerja.buku.batas import MIB, Batas, mb
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak, temuan

TANDA_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
TANDA_ZIP = b"PK\x03\x04"
RASIO_MULAI = 50 * MIB
"""The ratio is judged only above this unpacked size: small sheets of equal cells pack well and do no harm."""

ARSIP_RUSAK = (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, LookupError, EOFError, RuntimeError)
"""What zipfile raises on bytes that a stranger chose; an unknown version or method is a RuntimeError."""

_MAKRO = re.compile(r"(?i)(^|[/\\])vbaProject(Signature)?\.bin$")
TIPE_MAKS = 1024 * 1024
_TIPE_MAKRO = re.compile(r"(?i)ms-office\.vbaProject\w*|ms-excel\.(?:intl)?macrosheet|macroEnabled")
_TIPE_LUAR = re.compile(r"(?i)spreadsheetml\.externalLink|ms-office\.activeX|oleObject")
_TIPE_KONTROL = re.compile(r"(?i)ms-excel\.controlproperties")
_LUAR = re.compile(r"(?i)(^|[/\\])(externalLinks|embeddings|activeX)[/\\]|(^|[/\\])oleObject")
_KONTROL = re.compile(r"(?i)(^|[/\\])ctrlProps[/\\]")
_TIPE_BUKU = re.compile(r"spreadsheetml\.(sheet|template)\.main\+xml")
_RELS = "_rels/.rels"

_TIPE_LAIN = {
    b"wordprocessingml": "dokumen Word",
    b"presentationml": "paparan PowerPoint",
    b"sheet.binary": "buku kerja biner (.xlsb)",
    b"opendocument.spreadsheet": "buku kerja OpenDocument (.ods)",
    b"opendocument.text": "dokumen OpenDocument (.odt)",
}
"""What else an archive may be, by the kinds of its parts."""
TANDA_LAIN = {
    b"%pdf": "dokumen PDF",
    b"\x89png": "gambar",
    b"\xff\xd8\xff": "gambar",
    b"rar!": "arsip RAR",
    b"{\\rtf": "dokumen teks (.rtf)",
    b"<!doctype html": "halaman web",
    b"<html": "halaman web",
    b"<?xml": "berkas XML, mungkin XML Spreadsheet 2003",
}
"""What a file may be, by how it begins."""


def periksa_berkas(berkas: Path, batas: Batas) -> None:
    """Refuse a file that is no workbook or is not safe to open.

    Raises:
        BukuDitolak: with one finding that says what the file is and how to save it again.
    """
    awal = awal_berkas(berkas)
    if awal.startswith(TANDA_OLE):
        raise BukuDitolak(temuan(Kode.EXCEL_LAMA))
    if not awal.startswith(TANDA_ZIP):
        raise _bukan_excel(awal[:16].lower(), TANDA_LAIN)
    periksa_ukuran(berkas, batas)
    with arsip_aman(berkas, batas) as arsip:
        _periksa_tipe(arsip)


def awal_berkas(berkas: Path, bita: int = 16) -> bytes:
    """Return the first bytes of a file.

    Raises:
        BukuDitolak: when there is no file, or nothing in it.
    """
    if not berkas.is_file():
        raise BukuDitolak(temuan(Kode.BERKAS_TIDAK_ADA, nama=berkas.name))
    with berkas.open("rb") as f:
        awal = f.read(bita)
    if not awal:
        raise BukuDitolak(temuan(Kode.BERKAS_KOSONG))
    return awal


def periksa_ukuran(berkas: Path, batas: Batas) -> None:
    """Refuse a file that is too large.

    Raises:
        BukuDitolak: with its size and the limit.
    """
    ukuran = berkas.stat().st_size
    if ukuran > batas.berkas:
        raise BukuDitolak(temuan(Kode.BERKAS_BESAR, ukuran=mb(ukuran), batas=mb(batas.berkas)))


@contextmanager
def arsip_aman(berkas: Path, batas: Batas) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose list of parts is harmless; nothing is unpacked.

    Raises:
        BukuDitolak: when it is not, or the archive is damaged.
    """
    try:
        with zipfile.ZipFile(berkas) as arsip:
            _periksa_isi(arsip.infolist(), batas)
            yield arsip
    except ARSIP_RUSAK as galat:
        raise BukuDitolak(temuan(Kode.BERKAS_RUSAK, sebab="arsipnya tidak utuh")) from galat


def sebutan_lain(isi: bytes, tanda: Mapping[bytes, str]) -> str:
    """Say what a file is by the marks in its bytes, to go into a message; nothing where none is found."""
    return next((f"adalah {sebutan}, " for t, sebutan in tanda.items() if t in isi), "")


def _bukan_excel(isi: bytes, tanda: Mapping[bytes, str]) -> BukuDitolak:
    return BukuDitolak(temuan(Kode.BUKAN_EXCEL, lain=sebutan_lain(isi, tanda)))


def _periksa_isi(entri: list[zipfile.ZipInfo], batas: Batas) -> None:
    nama = [e.filename for e in entri]
    if len(nama) > batas.entri:
        raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab=f"berisi {len(nama)} bagian"))
    if len(set(nama)) < len(nama):
        raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab="ada bagian bernama sama"))
    if any(".." in re.split(r"[/\\]", n) or n.startswith(("/", "\\")) or ":" in n for n in nama):
        raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab="ada bagian yang menunjuk ke luar berkas"))
    total = sum(e.file_size for e in entri)
    padat = max(1, sum(e.compress_size for e in entri))
    if total > batas.isi or (total > RASIO_MULAI and total / padat > batas.rasio):
        raise BukuDitolak(temuan(Kode.TERLALU_BESAR, ukuran=mb(total), batas=mb(batas.isi)))
    if any(e.flag_bits & 0x1 for e in entri):
        raise BukuDitolak(temuan(Kode.EXCEL_LAMA))
    for pola, kode in ((_MAKRO, Kode.BERKAS_MAKRO), (_LUAR, Kode.TAUTAN_LUAR), (_KONTROL, Kode.KONTROL_FORMULIR)):
        terlarang = next((n for n in nama if pola.search(n)), None)
        if terlarang:
            raise BukuDitolak(temuan(kode, nama=terlarang))


def _periksa_tipe(arsip: zipfile.ZipFile) -> None:
    """Find macros and links by their content type: a part may have any name."""
    nama = set(arsip.namelist())
    daftar = DAFTAR_TIPE if DAFTAR_TIPE in nama else "mimetype"
    if daftar not in nama:
        raise _bukan_excel(b"", {})
    if arsip.getinfo(daftar).file_size > TIPE_MAKS:
        raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab="daftar bagiannya terlalu besar"))
    with arsip.open(daftar) as f:
        # Never more than that, whatever size the archive claims. As it reads to a search for names: UTF-16 has zeros
        # between letters, &#109; is one of them.
        mentah = f.read(TIPE_MAKS)
    isi = unescape(mentah.replace(b"\0", b"").decode("latin-1"))
    tipe = ((_TIPE_MAKRO, Kode.BERKAS_MAKRO), (_TIPE_LUAR, Kode.TAUTAN_LUAR), (_TIPE_KONTROL, Kode.KONTROL_FORMULIR))
    for pola, kode in tipe:
        cocok = pola.search(isi)
        if cocok:
            raise BukuDitolak(temuan(kode, nama=cocok[0]))
    bernama_lain = _RELS in nama and _TIPE_BUKU.search(isi) is not None
    if daftar != DAFTAR_TIPE or not ("xl/workbook.xml" in nama or bernama_lain):
        raise _bukan_excel(isi.encode(), _TIPE_LAIN)
    periksa_asing(arsip, mentah)
