"""The archive of a workbook, made plain: only what reading needs, in the form that openpyxl knows.

Office programs open more than openpyxl does: Strict Open XML, a workbook part of another name, styles and properties
that follow no schema. From such a file a small archive is made with the sheets, their texts and their number formats;
everything else is left behind. Runs in the reading and the marking child only and imports nothing of the domain.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import IO, Any

from kinerja.buku.rapi.padat import FORMAT_HURUF, FORMAT_MAKS, TerlaluPadat, periksa_arsip, periksa_bagian

BUKU = "xl/workbook.xml"
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_STRICT = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/""")
_UKURAN = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")
"""What a sheet says about its own size, which nobody needs and some programs write wrong."""
_DIABAIKAN = ("docProps/core.xml", "docProps/custom.xml")
"""Parts that are left behind though openpyxl parses them: they must be sound all the same."""
_GAYA = "styleSheet"
FORMAT_BAWAAN = 164
"""From this number on a number format is the workbook's own."""


def buka(berkas: str | IO[bytes], unsur: int, **cara: bool) -> tuple[Any, zipfile.ZipFile]:
    """Open a workbook as it stands; where openpyxl cannot, would find no sheet or take minutes, the same made plain.

    Args:
        berkas: path or bytes of the file.
        unsur: elements that all parts may have together.
        cara: how openpyxl shall read it.

    Raises:
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged, or a part has entities.
    """
    from openpyxl import load_workbook

    arsip = zipfile.ZipFile(berkas)
    if not periksa_arsip(arsip, unsur) and not perlu_dipolos(arsip):
        try:
            return load_workbook(berkas, **cara), arsip
        except (MemoryError, TerlaluPadat):
            raise
        except Exception:
            # Odd styles or properties, which reading needs none of; what is damaged fails here as well.
            polos = paket_polos(arsip)
    else:
        polos = paket_polos(arsip)
    return load_workbook(polos, **cara), zipfile.ZipFile(polos)


def perlu_dipolos(arsip: zipfile.ZipFile) -> bool:
    """Tell whether openpyxl would not find every sheet.

    So it is with Strict Open XML, a workbook part in another place, and parts that are named in other letters.
    """
    nama = set(arsip.namelist())
    if BUKU not in nama or _STRICT.search(arsip.read(BUKU)):
        return True
    tujuan = _tujuan(arsip, {n: n for n in nama}, BUKU).values()
    return any(jenis == "worksheet" and jalur not in nama for jenis, jalur in tujuan)


def paket_polos(arsip: zipfile.ZipFile) -> BytesIO:
    """Return the archive made plain.

    Raises:
        Exception: when a part is damaged, has entities, or there is no workbook.
    """
    nama = _Bagian((n.replace("\\", "/"), n) for n in arsip.namelist())
    for bagian in _DIABAIKAN:
        if bagian in nama:
            _akar(periksa_bagian(arsip.read(nama[bagian])))
    utama = (j for jenis, j in _tujuan(arsip, nama, "").values() if jenis == "officeDocument" and j in nama)
    jalur = next(utama, BUKU)
    akar, tujuan = _baca(arsip, nama[jalur]), _tujuan(arsip, nama, jalur)
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as keluaran:
        lembar = list(_lembar(akar, tujuan, nama))
        for nomor, (_, _, asal) in enumerate(lembar, 1):
            xml = _UKURAN.sub(b"", _transisi(arsip.read(nama[asal])), count=1)
            keluaran.writestr(f"xl/worksheets/sheet{nomor}.xml", xml)
        teks = next((j for jenis, j in tujuan.values() if jenis == "sharedStrings" and j in nama), None)
        if teks:
            keluaran.writestr("xl/sharedStrings.xml", _transisi(arsip.read(nama[teks])))
        gaya = next((j for jenis, j in tujuan.values() if jenis == "styles" and j in nama), None)
        keluaran.writestr("xl/styles.xml", _gaya(_baca(arsip, nama[gaya]) if gaya else None))
        for bagian, isi in _kerangka(akar, lembar, berteks=teks is not None).items():
            keluaran.writestr(bagian, isi)
    hasil.seek(0)
    return hasil


class _Bagian(dict[str, str]):
    """The parts of an archive by their names, in which case does not count (ECMA-376 part 2)."""

    def __init__(self, isi: Iterable[tuple[str, str]]) -> None:
        super().__init__((k.casefold(), v) for k, v in isi)

    def __getitem__(self, kunci: str) -> str:
        return super().__getitem__(kunci.casefold())

    def __contains__(self, kunci: object) -> bool:
        return isinstance(kunci, str) and super().__contains__(kunci.casefold())


def _transisi(xml: bytes) -> bytes:
    """Turn the namespaces of Strict Open XML into those that everybody writes."""
    return _STRICT.sub(lambda m: m[1] + b"http://schemas.openxmlformats.org/" + m[2] + b"/2006/", xml)


def _baca(arsip: zipfile.ZipFile, bagian: str) -> Any:
    return _akar(_transisi(periksa_bagian(arsip.read(bagian))))


def _akar(xml: bytes) -> Any:
    from defusedxml.ElementTree import fromstring

    return fromstring(xml)


def _kutip(teks: str) -> str:
    # This import brings sockets, certificates and mail with it; few workbooks are made plain.
    from xml.sax.saxutils import quoteattr

    return quoteattr(teks)


def _tujuan(arsip: zipfile.ZipFile, nama: dict[str, str], bagian: str) -> dict[str, tuple[str, str]]:
    """Return the relationships of a part, of the package for none: id -> last word of its type, path."""
    folder = dirname(bagian)
    rels = join(folder, "_rels", f"{bagian[len(folder) :].lstrip('/')}.rels")
    if rels not in nama:
        return {}
    return {
        r.get("Id", ""): (r.get("Type", "").rsplit("/", 1)[-1], normpath(join("/", folder, r.get("Target", "")))[1:])
        for r in _baca(arsip, nama[rels])
        if r.get("TargetMode") != "External"
    }


def _lembar(akar: Any, tujuan: dict[str, tuple[str, str]], nama: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield name, state and part of every sheet with cells.

    Raises:
        KeyError: when the part of a sheet is missing: its rows would go without a word.
    """
    for s in akar.iter(f"{{{UTAMA}}}sheet"):
        jenis, jalur = tujuan.get(s.get(f"{{{_HUBUNGAN}}}id", ""), ("", ""))
        if jenis == "worksheet":
            if jalur not in nama:
                raise KeyError(jalur)
            yield s.get("name", ""), s.get("state", "visible"), jalur


def _kerangka(akar: Any, lembar: list[tuple[str, str, str]], *, berteks: bool) -> dict[str, str]:
    """Return the parts that name the sheets: workbook, its relationships, the kinds of all parts."""
    sifat = akar.find(f"{{{UTAMA}}}workbookPr")
    mac = sifat is not None and sifat.get("date1904") in ("1", "true", "on")
    isi, rels, tipe = [], [], {BUKU: "sheet.main", "xl/styles.xml": "styles"}
    for i, (nama, keadaan, _) in enumerate(lembar, 1):
        tampak = "visible" if keadaan == "visible" else "hidden"
        isi.append(f'<sheet name={_kutip(nama)} sheetId="{i}" state="{tampak}" r:id="rId{i}"/>')
        jalur = f"xl/worksheets/sheet{i}.xml"
        rels.append(f'<Relationship Id="rId{i}" Type="{_HUBUNGAN}/worksheet" Target="/{jalur}"/>')
        tipe[jalur] = "worksheet"
    if berteks:
        tipe["xl/sharedStrings.xml"] = "sharedStrings"
    bagian = "".join(f'<Override PartName="/{j}" ContentType="{_TIPE}{t}+xml"/>' for j, t in tipe.items())
    umum = '<Default Extension="xml" ContentType="application/xml"/>'
    awal = f'<workbook xmlns="{UTAMA}" xmlns:r="{_HUBUNGAN}"><workbookPr date1904="{int(mac)}"/>'
    return {
        BUKU: f"{awal}<sheets>{''.join(isi)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}/relationships">{"".join(rels)}</Relationships>',
        "[Content_Types].xml": f'<Types xmlns="{_PAKET}/content-types">{umum}{bagian}</Types>',
    }


def _gaya(akar: Any) -> str:
    """Return a styles part with the number formats of the cells and nothing else."""
    format_angka: dict[int, str] = {}
    sel: list[int] = []
    if akar is not None:
        semua = akar.iter(f"{{{UTAMA}}}numFmt")
        format_angka = {_bilangan(f.get("numFmtId")): (f.get("formatCode") or "General")[:FORMAT_HURUF] for f in semua}
        for daftar in akar.iter(f"{{{UTAMA}}}cellXfs"):
            sel = [_bilangan(x.get("numFmtId")) for x in daftar]
    if max(len(sel), len(format_angka)) > FORMAT_MAKS:
        raise TerlaluPadat(f"format selnya lebih dari {FORMAT_MAKS}")
    sel = [n if n < FORMAT_BAWAAN or n in format_angka else 0 for n in sel] or [0]
    milik = "".join(f'<numFmt numFmtId="{n}" formatCode={_kutip(k)}/>' for n, k in format_angka.items())
    xf = "".join(f'<xf numFmtId="{n}" fontId="0" fillId="0" borderId="0"/>' for n in sel)
    return f'<{_GAYA} xmlns="{UTAMA}"><numFmts>{milik}</numFmts><cellXfs>{xf}</cellXfs></{_GAYA}>'


def _bilangan(teks: str | None) -> int:
    return int(teks) if teks is not None and teks.isdecimal() and len(teks) < 10 else 0
