"""What kind of table file it is, by its content: its name often says another."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from kinerja.buku.aman import (
    TANDA_LAIN,
    TANDA_OLE,
    TANDA_ZIP,
    arsip_aman,
    awal_berkas,
    periksa_berkas,
    periksa_ukuran,
    sebutan_lain,
)
from kinerja.buku.arsip.asing import DAFTAR_TIPE
from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, temuan


class JenisBerkas(StrEnum):
    """Kinds of files that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    MHTML = "mhtml"
    XML2003 = "xml2003"
    TEKS = "teks"


_BERSEBUT = {
    JenisBerkas.XLSX: ("buku kerja Excel (.xlsx)", (".xlsx", ".xltx")),
    JenisBerkas.XLS: ("buku kerja Excel lama (.xls)", (".xls", ".xlt")),
    JenisBerkas.ODS: ("buku kerja OpenDocument (.ods)", (".ods", ".ots", ".fods")),
    JenisBerkas.HTML: ("halaman web", (".html", ".htm")),
    JenisBerkas.MHTML: ("halaman web dalam satu berkas (MHTML)", (".mht", ".mhtml")),
    JenisBerkas.XML2003: ("XML Spreadsheet 2003", (".xml",)),
    JenisBerkas.TEKS: ("teks (CSV)", (".csv", ".txt", ".tsv", ".tab")),
}
"""What each kind is called, and how the name of such a file ends."""
_CONTOH = 64 * 1024
_TANDA = {
    **TANDA_LAIN,
    b"<?xml": "berkas XML",
    b"gif8": "gambar",
    b"riff": "gambar atau suara",
    b"ii*\0": "gambar",
    b"mm\0*": "gambar",
    b"7z\xbc\xaf": "arsip 7z",
    b"\x1f\x8b": "arsip gzip",
    b"sqlite format": "basis data",
    b"par1": "berkas Parquet",
    b"mz\x90": "program",
    b"\x7felf": "program",
}
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
"""How a workbook of Excel begins that stands in no compound file."""
_TAG_HALAMAN = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|thead|tbody|tr|div|center|style|script|link|font|p|h[1-6])\b"
)
_XML2003 = re.compile(r"<(?:\w+:)?workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
_FODS = re.compile(r"<office:document\b")
_MHTML = re.compile(r"(?:^|\n)content-type:\s*multipart/related\b")
_ODS = b"opendocument.spreadsheet"


def kenali(berkas: Path, batas: Batas) -> tuple[JenisBerkas, TemuanBuku | None]:
    """Tell the kind of a file, and that its name says another one.

    Raises:
        BukuDitolak: when it is of no kind that is read, too large, or an archive that is not safe.
    """
    awal = awal_berkas(berkas, _CONTOH)
    jenis = _kenali_arsip(berkas, batas) if awal.startswith(TANDA_ZIP) else _kenali_awal(awal)
    periksa_ukuran(berkas, batas)
    sebutan, akhiran = _BERSEBUT[jenis]
    tertulis = berkas.suffix.lower()
    if not tertulis or tertulis in akhiran:
        return jenis, None
    return jenis, temuan(Kode.JENIS_LAIN, akhiran=tertulis, jenis=sebutan)


def _kenali_arsip(berkas: Path, batas: Batas) -> JenisBerkas:
    periksa_ukuran(berkas, batas)
    with arsip_aman(berkas, batas) as arsip:
        if _adalah_ods(arsip):
            return JenisBerkas.ODS
    periksa_berkas(berkas, batas)
    return JenisBerkas.XLSX


def _adalah_ods(arsip: zipfile.ZipFile) -> bool:
    nama = set(arsip.namelist())
    if DAFTAR_TIPE in nama or not {"mimetype", "content.xml"} <= nama:
        return False
    with arsip.open("mimetype") as f:
        return _ODS in f.read(100)


def _kenali_awal(awal: bytes) -> JenisBerkas:
    if awal.startswith(TANDA_OLE) or _BIFF.match(awal):
        return JenisBerkas.XLS
    kepala = _tanpa_pembuka(awal.replace(b"\0", b"").decode("latin-1").lower())
    if _TAG_HALAMAN.match(kepala):
        return JenisBerkas.HTML
    if _XML2003.match(kepala):
        return JenisBerkas.XML2003
    if _FODS.match(kepala):
        return JenisBerkas.ODS
    if _MHTML.search(kepala) and kepala.startswith(("mime-version:", "from:", "content-type:", "subject:", "date:")):
        return JenisBerkas.MHTML
    lain = sebutan_lain(awal[:16].lower(), _TANDA)
    if lain or kepala.startswith("<"):
        raise BukuDitolak(temuan(Kode.BUKAN_TABEL, lain=lain or "adalah berkas XML, "))
    if kepala.startswith(("{", "[")):
        raise BukuDitolak(temuan(Kode.BUKAN_TABEL, lain="adalah data JSON, "))
    return JenisBerkas.TEKS


def _tanpa_pembuka(teks: str) -> str:
    """Leave out what may stand before the first element: a mark of the encoding, space, comments, instructions."""
    while True:
        teks = teks.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
        akhir = "-->" if teks.startswith("<!--") else "?>" if teks.startswith("<?") else ""
        if not akhir or akhir not in teks:
            return teks
        teks = teks.partition(akhir)[2]
