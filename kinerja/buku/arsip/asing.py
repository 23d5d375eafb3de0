"""Foreign parts: what an office program does not ordinarily write into a workbook of data, or what leads out of it.

Parts are known by their content type and relations by their type, both from lists of what Excel, LibreOffice, Google
Sheets and WPS write; whatever a part is called, what is on no list is refused. Only hyperlinks may lead outside.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from kinerja.buku.batas import MIB
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak, potong, temuan

DAFTAR_TIPE = "[Content_Types].xml"
HUBUNGAN_MAKS = 16 * MIB
"""Bytes of all relations together: some hundred thousand hyperlinks."""

_TIPE_BOLEH = re.compile(
    r"""(?ix)
    application/(?:xml|inkml\+xml) | text/xml | image/[\w.+-]+
    | application/vnd\.openxmlformats-package\.(?:relationships|core-properties|digital-signature-\w+)(?:\+xml)?
    | application/vnd\.openxmlformats-package\.digital-signature-origin
    | application/vnd\.openxmlformats-officedocument\.spreadsheetml\.(?:
        (?:sheet|template)\.main | worksheet | chartsheet | sharedStrings | styles | calcChain | comments | table
        | tableSingleCells | pivotTable | pivotCacheDefinition | pivotCacheRecords | sheetMetadata | userNames
        | revisionHeaders | revisionLog )\+xml
    | application/vnd\.openxmlformats-officedocument\.spreadsheetml\.(?:printerSettings|customProperty)
    | application/vnd\.openxmlformats-officedocument\.(?:
        theme | themeOverride | drawing | drawingml\.(?:chart|chartshapes|diagram(?:Data|Layout|Style|Colors))
        | custom-properties | extended-properties | customXmlProperties )\+xml
    | application/vnd\.openxmlformats-officedocument\.vmlDrawing
    | application/vnd\.ms-excel\.(?:
        slicer | slicerCache | timeline | timelineCache | threadedcomments | person | namedsheetviews? | wsSortMap
        | rdrichvalue\w* | rdarray | rdsupportingpropertybag\w* | richvaluerel | richstyles | featurepropertybag )\+xml
    | application/vnd\.ms-office\.(?:
        chartstyle | chartcolorstyle | chartex | classificationlabels | documenttasks | drawingml\.diagramDrawing )\+xml
    | application/vnd\.wps-officedocument\.[\w.]+\+xml
    """
)
"""Content types that office programs give to the parts of a workbook of data."""
_BINER_GOOGLE = re.compile(r"/xl/(?:metadata|commentsmeta)\d*")
"""What Google Sheets keeps for itself, of the content type application/binary."""
_HUBUNGAN_BOLEH = re.compile(
    r"""(?ix)
    officeDocument | worksheet | chartsheet | styles | theme | sharedStrings | calcChain | comments | drawing
    | vmlDrawing | chart | chartUserShapes | image | hyperlink | table | tableSingleCells | pivotTable
    | pivotCacheDefinition | pivotCacheRecords | printerSettings | sheetMetadata | customXml | customXmlProps
    | customProperty | custom-properties | extended-properties | core-properties | thumbnail | themeOverride
    | slicer | slicerCache | timeline | timelineCache | threadedComment | person | chartStyle | chartColorStyle
    | chartEx | diagram\w+ | usernames | revisionHeaders | revisionLog | rd\w+ | richValueRel | richStyles
    | namedSheetViews? | wsSortMap | classificationlabels | featurePropertyBag | hdphoto | documenttasks | ink\w*
    | cellImage | customStorage | woinfos? | workbookmetadata | workbookcommentsmeta | origin | signature | certificate
    """
)
"""Last words of the types of relations between such parts."""
_PROGRAM = (
    b"MZ",
    b"\x7fELF",
    bytes.fromhex("D0CF11E0A1B11AE1"),
    b"#!",
    b"%PDF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
    b"L\0\0\0\x01",
)
_ARSIP = b"PK\x03\x04"
_BERSKEMA = re.compile(r"(?i)([a-z][a-z0-9+.-]*):|[\\/]{2}")
_SKEMA_BOLEH = frozenset({"http", "https", "mailto"})


class _Suapan(BytesIO):
    """Bytes handed to the parser in large pieces: it reads a tag anew from its beginning with every piece."""

    def read(self, ukuran: int | None = -1) -> bytes:
        return super().read(max(ukuran or 0, MIB) if ukuran and ukuran > 0 else ukuran)


@dataclass(frozen=True, slots=True)
class Asing:
    """A kind of foreign part: how it is told, what it is called, how its author takes it out."""

    pola: re.Pattern[str]
    sebutan: str
    cara: str


_SAMBUNGAN = "Di Excel pilih Data, Queries & Connections, hapus semua sambungan di sana"
_ASING = (
    Asing(re.compile(r"(?i)queryTable"), "tabel kueri yang mengambil data dari luar", _SAMBUNGAN),
    Asing(re.compile(r"(?i)connections?\b|model\+data|powerPivot"), "sambungan data ke luar", _SAMBUNGAN),
    Asing(
        re.compile(r"(?i)webextension|taskpane"),
        "tambahan web (add-in)",
        "Klik bingkai add-in itu lalu tekan Delete, atau pindahkan lembar ke buku kerja baru (Move or Copy)",
    ),
    Asing(
        re.compile(r"(?i)volatileDependencies"),
        "data langsung dari program lain (RTD)",
        "Ganti rumusnya dengan hasilnya (Copy, Paste Values)",
    ),
)
_GAMBAR = Asing(
    re.compile(r"(?i)image"),
    "gambar yang diambil dari luar berkas",
    "Hapus gambar itu, atau sisipkan gambarnya sendiri (Insert, Pictures, This Device)",
)
_HYPERLINK = Asing(
    re.compile(r"(?i)hyperlink"),
    "hyperlink ke berkas di komputer atau jaringan",
    "Hapus hyperlink itu (klik kanan, Remove Hyperlink), atau ganti dengan alamat https",
)
_LUAR = Asing(re.compile(""), "rujukan ke luar berkas", "Pindahkan lembar ke buku kerja baru (Move or Copy)")
_BERKAS = Asing(
    re.compile(""),
    "program atau berkas lain di dalamnya",
    "Hapus berkas yang disisipkan, atau pindahkan lembar ke buku kerja baru (Move or Copy)",
)
_TAK_DIKENAL = Asing(re.compile(""), "bagian yang tidak dikenal", "Pindahkan lembar ke buku kerja baru (Move or Copy)")


def periksa_asing(arsip: zipfile.ZipFile, daftar: bytes) -> None:
    """Refuse a workbook with a part or a relation that none of the lists names.

    Args:
        arsip: the workbook.
        daftar: its list of content types.

    Raises:
        BukuDitolak: with one finding that names the part and what to do.
    """
    bawaan, sendiri = _tipe(daftar)
    hubungan = 0
    for bagian in arsip.infolist():
        if bagian.filename in (DAFTAR_TIPE, "mimetype") or bagian.is_dir():
            continue
        jalur = "/" + bagian.filename.replace("\\", "/").lower()
        tipe = sendiri.get(jalur) or bawaan.get(jalur.rpartition(".")[2], "")
        google = tipe == "application/binary" and _BINER_GOOGLE.fullmatch(jalur) is not None
        if not google and not _TIPE_BOLEH.fullmatch(tipe):
            raise _tolak(_jenis(f"{tipe} {jalur}"), bagian.filename)
        if _awal(arsip, bagian).startswith(_PROGRAM if google else (*_PROGRAM, _ARSIP)):
            raise _tolak(_BERKAS, bagian.filename)
        if jalur.endswith(".rels"):
            hubungan += bagian.file_size
            if hubungan > HUBUNGAN_MAKS:
                raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab="daftar hubungannya terlalu besar"))
            for satu in _unsur(arsip.open(bagian).read(HUBUNGAN_MAKS), {"relationship"}):
                _periksa_hubungan(satu, bagian.filename)
    asing = next((t for t in sendiri.values() if not _TIPE_BOLEH.fullmatch(t) and t != "application/binary"), None)
    if asing:
        raise _tolak(_jenis(asing), asing)


def _tipe(daftar: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Return the content types by ending, and those of single parts by path."""
    bawaan: dict[str, str] = {}
    sendiri: dict[str, str] = {}
    for unsur in _unsur(daftar, {"default", "override"}):
        tipe = unsur.get("contenttype", "").strip().lower()
        if "partname" in unsur:
            sendiri["/" + unquote(unsur["partname"]).replace("\\", "/").lstrip("/").lower()] = tipe
        elif "extension" in unsur:
            bawaan[unsur["extension"].lower()] = tipe
    return bawaan, sendiri


def _unsur(xml: bytes, nama: set[str]) -> Iterator[Mapping[str, str]]:
    """Yield the attributes of the elements of some names; case and namespaces do not count.

    Raises:
        BukuDitolak: when the part is no XML or has entities.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import iterparse

    try:
        akar: Any = None
        for peristiwa, unsur in iterparse(_Suapan(xml), events=("start", "end")):
            if akar is None:
                akar = unsur
            if peristiwa == "end":
                if unsur.tag.rpartition("}")[2].lower() in nama:
                    yield {k.lower(): v for k, v in unsur.attrib.items()}
                akar.clear()
    except (ParseError, ValueError, LookupError) as galat:
        raise BukuDitolak(temuan(Kode.BERKAS_RUSAK, sebab="daftar bagiannya tidak terbaca")) from galat


def _awal(arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo) -> bytes:
    try:
        with arsip.open(bagian) as f:
            return f.read(8)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return b""  # whether a spoiled part is needed shows when the workbook is read


def _periksa_hubungan(hubungan: Mapping[str, str], letak: str) -> None:
    jenis, tujuan = hubungan.get("type", "").strip().rpartition("/")[2], hubungan.get("target", "").strip()
    skema = _BERSKEMA.match(unquote(tujuan))
    if hubungan.get("targetmode", "").strip().lower() != "external" and not skema:
        if not _HUBUNGAN_BOLEH.fullmatch(jenis):
            raise _tolak(_jenis(jenis), f"{letak}: {potong(jenis)}")
    elif not _HYPERLINK.pola.fullmatch(jenis):
        raise _tolak(_GAMBAR if _GAMBAR.pola.fullmatch(jenis) else _jenis(jenis, _LUAR), f"{letak}: {potong(tujuan)}")
    elif skema and (skema[1] or "").lower() not in _SKEMA_BOLEH:
        raise _tolak(_HYPERLINK, f"{letak}: {potong(tujuan)}")


def _jenis(teks: str, lain: Asing = _TAK_DIKENAL) -> Asing:
    return next((a for a in _ASING if a.pola.search(teks)), lain)


def _tolak(asing: Asing, nama: str) -> BukuDitolak:
    return BukuDitolak(temuan(Kode.BAGIAN_ASING, apa=asing.sebutan, nama=potong(nama, 160), cara=asing.cara))
