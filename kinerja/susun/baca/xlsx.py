"""Every sheet of an .xlsx as cells: the parser and the limits of the workbook's own reading child."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from kinerja.buku.anak import baca_baris, baris_tersembunyi, buka_buku, sel_jauh, sel_tergabung, teks_asli
from kinerja.buku.rapi.padat import periksa_lembar
from kinerja.susun.baca.lembar import susun_lembar

_KOLOM = re.compile(rb'<(?:\w{1,99}:)?col\b(?=[^<>]*\bhidden="(?:1|true)")([^<>]*)>')
_DARI, _SAMPAI = re.compile(rb'\bmin="(\d{1,5})"'), re.compile(rb'\bmax="(\d{1,5})"')


def baca_xlsx(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all sheets of a workbook that was found safe.

    Raises:
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged.
    """
    buku, arsip = buka_buku(berkas, batas["unsur"])
    if len(buku.sheetnames) > batas["lembar"]:
        return {"terlalu_banyak": len(buku.sheetnames), "lembar": []}
    with arsip:
        return {"lembar": [_lembar(arsip, ws, batas) for ws in buku.worksheets]}


def _lembar(arsip: zipfile.ZipFile, ws: Any, batas: dict[str, int]) -> dict[str, Any]:
    # The sheet's path inside the archive is known to openpyxl only under this private name.
    xml = arsip.read(ws._worksheet_path)
    baris: list[list[Any]] = []
    jauh = sel_jauh(xml, batas["baris"], batas["kolom"])
    if not jauh:
        periksa_lembar(xml, ws.title, batas["unsur"] // 4)
        baris, _, jauh = baca_baris(ws, batas["baris"], batas["kolom"])
    return susun_lembar(
        teks_asli(ws.title),
        [] if jauh else baris,
        tersembunyi=ws.sheet_state != "visible",
        jauh=jauh,
        gabungan=sel_tergabung(xml),
        baris_sembunyi=baris_tersembunyi(xml),
        kolom_sembunyi=_kolom_tersembunyi(xml, batas["kolom"]),
    )


def _kolom_tersembunyi(xml: bytes, paling_banyak: int) -> Iterator[int]:
    for m in _KOLOM.finditer(xml, 0, max(xml.find(b"sheetData"), 0)):
        dari, sampai = _DARI.search(m[1]), _SAMPAI.search(m[1])
        if dari and sampai:
            yield from range(int(dari[1]), min(int(sampai[1]), paling_banyak) + 1)
