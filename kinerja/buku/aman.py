"""Is it safe, is it Excel: checks on the file before anything unpacks it (CASES 1 to 8 and 13)."""

import re
import struct
import zipfile
import zlib
from html import unescape
from pathlib import Path

from kinerja.buku.batas import MIB, Batas, mb
from kinerja.buku.temuan import BukuDitolak, Kode, temuan

TANDA_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
TANDA_ZIP = b"PK\x03\x04"
RASIO_MULAI = 50 * MIB
"""The ratio is judged only above this unpacked size: small sheets of equal cells pack well and do no harm."""

ARSIP_RUSAK = (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, LookupError, EOFError, RuntimeError)
"""What zipfile raises on bytes that a stranger chose; an unknown version or method is a RuntimeError."""

_MAKRO = re.compile(r"(?i)(^|/)vbaProject(Signature)?\.bin$")
DAFTAR_TIPE = "[Content_Types].xml"
TIPE_MAKS = 1024 * 1024
_TIPE_MAKRO = re.compile(r"(?i)ms-office\.vbaProject\w*|ms-excel\.(?:intl)?macrosheet|macroEnabled")
_TIPE_LUAR = re.compile(r"(?i)spreadsheetml\.externalLink|ms-office\.activeX|ms-excel\.controlproperties|oleObject")
_LUAR = re.compile(r"(?i)^xl/(externalLinks|embeddings|activeX|ctrlProps)/|(^|/)oleObject")


def periksa_berkas(berkas: Path, batas: Batas) -> None:
    """Refuse a file that is no workbook or is not safe to open.

    Raises:
        BukuDitolak: with one finding that says what the file is and how to save it again.
    """
    if not berkas.is_file():
        raise BukuDitolak(temuan(Kode.BERKAS_TIDAK_ADA, nama=berkas.name))
    with berkas.open("rb") as f:
        awal = f.read(8)
    if not awal:
        raise BukuDitolak(temuan(Kode.BERKAS_KOSONG))
    if awal.startswith(TANDA_OLE):
        raise BukuDitolak(temuan(Kode.EXCEL_LAMA))
    if not awal.startswith(TANDA_ZIP):
        raise BukuDitolak(temuan(Kode.BUKAN_EXCEL))
    ukuran = berkas.stat().st_size
    if ukuran > batas.berkas:
        raise BukuDitolak(temuan(Kode.BERKAS_BESAR, ukuran=mb(ukuran), batas=mb(batas.berkas)))
    try:
        with zipfile.ZipFile(berkas) as arsip:
            _periksa_isi(arsip.infolist(), batas)
            # Find macros and links by their content type: a part may have any name.
            if arsip.getinfo(DAFTAR_TIPE).file_size > TIPE_MAKS:
                raise BukuDitolak(temuan(Kode.ISI_MENCURIGAKAN, sebab="daftar bagiannya terlalu besar"))
            with arsip.open(DAFTAR_TIPE) as f_periksa_tipe:
                # Never more than that, whatever size the archive claims.
                # Return XML as it reads to a search for names: UTF-16 has zeros between letters, &#109; is one of them.
                xml = f_periksa_tipe.read(TIPE_MAKS)
                isi = unescape(xml.replace(b"\0", b"").decode("latin-1"))
            for pola, kode in ((_TIPE_MAKRO, Kode.BERKAS_MAKRO), (_TIPE_LUAR, Kode.TAUTAN_LUAR)):
                cocok = pola.search(isi)
                if cocok:
                    raise BukuDitolak(temuan(kode, nama=cocok[0]))
    except ARSIP_RUSAK as galat:
        raise BukuDitolak(temuan(Kode.BERKAS_RUSAK, sebab="arsipnya tidak utuh")) from galat


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
    if DAFTAR_TIPE not in nama or "xl/workbook.xml" not in nama:
        raise BukuDitolak(temuan(Kode.BUKAN_EXCEL))
    for pola, kode in ((_MAKRO, Kode.BERKAS_MAKRO), (_LUAR, Kode.TAUTAN_LUAR)):
        terlarang = next((n for n in nama if pola.search(n)), None)
        if terlarang:
            raise BukuDitolak(temuan(kode, nama=terlarang))
