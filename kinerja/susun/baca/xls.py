"""Every sheet of an .xls (BIFF, Excel 97 to 2003 and before) as cells, by xlrd; runs in the reading child only.

xlrd knows what a number's format is, which lines are hidden and what is merged; python-calamine does not.
"""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd
from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from xlrd.compdoc import CompDoc

from kinerja.buku.anak import AWAL_TEKS, angka_sel, huruf, teks_sel
from kinerja.buku.rapi.padat import FORMAT_HURUF, TerlaluPadat
from kinerja.buku.rapi.sel import AKHIR_TINGGI, AWAL_TINGGI
from kinerja.susun.baca.lembar import Ditolak, susun_lembar

_TANDA_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SANDI, _RUMUS, _AKHIR, _AWAL = 0x2F, (0x06, 0x206, 0x406), 0x0A, (0x09, 0x209, 0x409, 0x809)
"""Kinds of records: password, formula, end and beginning of a part."""
_DOKUMEN = {"WordDocument": "dokumen Word (.doc)", "PowerPoint Document": "paparan PowerPoint (.ppt)"}
_HITUNG_NANTI = 0x2
"""Mark of a formula that is to be computed when the file is opened: what writes it has no result."""
_TEKS, _ANGKA, _LOGIS, _GALAT = xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_BOOLEAN, xlrd.XL_CELL_ERROR


def baca_xls(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all sheets of an old workbook.

    Raises:
        Ditolak: when it has a password, or is no workbook.
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged.
    """
    with open(berkas, "rb") as f:
        mentah = f.read()
    aliran = _aliran(mentah)
    if any(jenis == _SANDI for jenis, _ in _rekaman(aliran, 0)):
        raise Ditolak("kata-sandi")
    # What xlrd remarks would go into our answer.
    buku = xlrd.open_workbook(
        file_contents=mentah, logfile=StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
    )
    if buku.nsheets > batas["lembar"]:
        return {"terlalu_banyak": buku.nsheets, "lembar": []}
    hasil = []
    for nomor in range(buku.nsheets):
        # Where a sheet begins is told nowhere else; before Excel 5 it is the file.
        mulai = buku._sh_abs_posn[nomor] - buku.base if buku.biff_version >= 50 else 0
        rumus = set(_rumus_tanpa_nilai(aliran, mulai))
        hasil.append(_lembar(buku, buku.sheet_by_index(nomor), rumus, batas))
        buku.unload_sheet(nomor)
    return {"lembar": hasil}


def _aliran(mentah: bytes) -> bytes:
    """Return the records of the workbook within a compound file; a file of records only is that itself."""
    if not mentah.startswith(_TANDA_OLE):
        return mentah
    try:
        paket = CompDoc(mentah, logfile=StringIO())
        isi, mulai, panjang = next(
            (tempat for n in ("Workbook", "Book") if (tempat := paket.locate_named_stream(n))[0]), (b"", 0, 0)
        )
    except MemoryError:
        raise
    except Exception as galat:
        raise Ditolak("excel-lama") from galat  # whatever is wrong with it, Excel may know what it is
    nama = {d.name for d in paket.dirlist}
    if "EncryptedPackage" in nama:
        raise Ditolak("kata-sandi")
    if not isi:
        raise Ditolak("bukan-tabel", lain=next((f"adalah {s}, " for n, s in _DOKUMEN.items() if n in nama), ""))
    return bytes(isi[mulai : mulai + panjang])


def _rekaman(aliran: bytes, mulai: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and bytes of the records of one part, to its end; parts within it belong to it."""
    dalam = 0
    while mulai + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<HH", aliran, mulai)
        dalam += (jenis in _AWAL) - (jenis == _AKHIR)
        if dalam <= 0:
            return
        yield jenis, aliran[mulai + 4 : mulai + 4 + panjang]
        mulai += 4 + panjang


def _rumus_tanpa_nilai(aliran: bytes, mulai: int) -> Iterator[tuple[int, int]]:
    """Yield row and column of the formulas that no program has computed yet: their zero is none."""
    for jenis, isi in _rekaman(aliran, mulai):
        if jenis in _RUMUS and len(isi) >= 16:
            baris, kolom, nilai, tanda = struct.unpack_from("<HH2xdH", isi)
            if nilai == 0 and tanda & _HITUNG_NANTI:
                yield baris, kolom


def _lembar(buku: Any, ws: Any, rumus: set[tuple[int, int]], batas: dict[str, int]) -> dict[str, Any]:
    isi: list[list[Any]] = []
    jauh, sisa = None, batas["unsur"] // 4
    for nomor in range(ws.nrows):
        jenis, nilai = ws.row_types(nomor), ws.row_values(nomor)
        terisi = [k for k, j in enumerate(jenis) if _ANGKA <= j <= _GALAT or (j == _TEKS and nilai[k].strip())]
        if not terisi:
            continue
        if nomor >= batas["baris"] or terisi[-1] >= batas["kolom"]:
            jauh = f"{huruf(terisi[-1] + 1)}{nomor + 1}"
            break
        sisa -= len(terisi)
        if sisa < 0:
            raise TerlaluPadat(f"sel pada lembar {ws.name} terlalu banyak")
        baris: list[Any] = [None] * (terisi[-1] + 1)
        for k in terisi:
            baris[k] = ["rumus"] if (nomor, k) in rumus else _sel(buku, ws, nomor, k)
        isi.append([nomor + 1, baris])
    return susun_lembar(
        ws.name,
        [] if jauh else isi,
        tersembunyi=ws.visibility != 0,
        jauh=jauh,
        gabungan=[[r1 + 1, k1 + 1, r2, k2] for r1, r2, k1, k2 in ws.merged_cells],
        baris_sembunyi=(n + 1 for n, b in ws.rowinfo_map.items() if b.hidden),
        kolom_sembunyi=(n + 1 for n, k in ws.colinfo_map.items() if k.hidden),
    )


def _sel(buku: Any, ws: Any, baris: int, kolom: int) -> Any:
    jenis, nilai = ws.cell_type(baris, kolom), ws.cell_value(baris, kolom)
    if jenis == _TEKS:
        return teks_sel(_bertanda(buku, nilai, ws.rich_text_runlist_map.get((baris, kolom), ())))
    if jenis == _LOGIS:
        return ["logis", bool(nilai)]
    if jenis == _GALAT:
        return ["galat", str(xlrd.error_text_from_code.get(nilai, nilai))[:AWAL_TEKS]]
    format_angka = _format(buku, ws.cell_xf_index(baris, kolom))
    if is_date_format(format_angka):
        awal = CALENDAR_MAC_1904 if buku.datemode else CALENDAR_WINDOWS_1900
        try:
            waktu = from_excel(nilai, awal, timedelta=is_timedelta_format(format_angka))
        except (OverflowError, ValueError):
            return ["galat", "#NUM!"]
        return ["tanggal", str(waktu), 0, format_angka]
    # All numbers are of one kind here; a year is a whole one.
    return angka_sel(int(nilai) if nilai.is_integer() and abs(nilai) < 2**53 else nilai, format_angka)


def _format(buku: Any, xf: int) -> str:
    try:
        return str(buku.format_map[buku.xf_list[xf].format_key].format_str)[:FORMAT_HURUF]
    except (IndexError, KeyError):
        return ""  # a style that stands nowhere is none


def _bertanda(buku: Any, teks: str, larik: Any) -> str:
    """Put signs around the raised runs of a text; each run begins at a letter and reaches to the next."""
    bagian, mulai, tinggi = [], 0, False
    for letak, huruf_ke in (*larik, (len(teks), None)):
        potongan = teks[mulai:letak]
        bagian.append(f"{AWAL_TINGGI}{potongan}{AKHIR_TINGGI}" if tinggi and potongan else potongan)
        mulai = max(mulai, letak)
        tinggi = huruf_ke is not None and huruf_ke < len(buku.font_list) and buku.font_list[huruf_ke].escapement == 1
    return "".join(bagian)
