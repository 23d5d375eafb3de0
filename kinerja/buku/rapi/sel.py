"""The filled cells of a sheet, row by row, by openpyxl's parser; runs in the reading child only.

Nothing but rows is looked at: page setup, conditional formats and the like may be as odd as they are. A row or column
that is formatted but empty costs nothing, however far it lies.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import IO, Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from kinerja.buku.rapi.padat import TerlaluPadat

AWAL_TINGGI, AKHIR_TINGGI = "\ufdd0", "\ufdd1"
"""Around a raised run: code points that stand for no letter."""
_TEKS, _LARIK, _SIFAT, _TINGGI, _ISI = (f"{{{SHEET_MAIN_NS}}}{n}" for n in ("t", "r", "rPr", "vertAlign", "si"))


TEKS_BERSAMA_MAKS = 2_000_000
"""Texts of a workbook, each different from the others; ten columns of the longest sheet."""
_SUAPAN = 4 * 1024 * 1024


class _Suapan:
    """A part handed to the parser in large pieces: it reads a tag anew from its beginning with every piece."""

    def __init__(self, sumber: Any) -> None:
        self._sumber = sumber

    def read(self, ukuran: int = -1) -> bytes:
        hasil: bytes = self._sumber.read(max(ukuran, _SUAPAN) if ukuran >= 0 else ukuran)
        return hasil


@dataclass(frozen=True, slots=True)
class SelBerkas:
    """A filled cell: `letak` is 0 for A; `tanpa_nilai` of a formula that no program has computed yet."""

    letak: int
    sel: Any
    rumus: bool = False
    tanpa_nilai: bool = False


class _Pembaca(WorkSheetParser):
    """openpyxl's parser, which also tells formulas from values though it reads the stored results."""

    def parse(self) -> Generator[tuple[int, list[dict[str, Any]]]]:
        for _, unsur in iterparse(_Suapan(self.source)):
            if unsur.tag == ROW_TAG:
                yield self.parse_row(unsur)
                unsur.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:
        if element.get("t") == "inlineStr":
            # Past openpyxl's own reading of it, by a kind whose value it takes as it stands.
            element.set("t", "str")
            sel: dict[str, Any] = super().parse_cell(element)
            isi = element.find(INLINE_STRING)
            sel["value"], sel["data_type"] = None if isi is None else isi_teks(isi), "s"
            element.set("t", "inlineStr")
        else:
            sel = super().parse_cell(element)
        if len(element) and element.find(FORMULA_TAG) is not None:
            # A formula whose result is the empty text has a value that is empty; one without <v> has none.
            teks_kosong = element.get("t") == "str" and element.find(VALUE_TAG) is not None
            sel["tanpa_nilai"] = sel["value"] is None and not teks_kosong
        return sel


def isi_teks(unsur: Any) -> str:
    """Join the runs of a text, with signs around those that are raised; how it is pronounced is left out.

    openpyxl joins them too, but drops which are raised, so that 70,10 with a footnote 1 is 70,101, and makes an object
    of a dozen fields from each.
    """
    bagian: list[str] = []
    for anak in unsur:
        if anak.tag == _TEKS:
            bagian.append(anak.text or "")
        elif anak.tag == _LARIK and (teks := anak.findtext(_TEKS)) is not None:
            letak = anak.find(f"{_SIFAT}/{_TINGGI}")
            tinggi = letak is not None and letak.get("val") == "superscript"
            bagian.append(f"{AWAL_TINGGI}{teks}{AKHIR_TINGGI}" if tinggi else teks)
    return "".join(bagian)


def daftar_teks(sumber: IO[bytes]) -> list[str]:
    """Read all shared strings, in place of openpyxl's own reader.

    Raises:
        TerlaluPadat: when there are more of them than any workbook of ours can use.
    """
    hasil: list[str] = []
    akar: Any = None
    for peristiwa, unsur in iterparse(_Suapan(sumber), events=("start", "end")):
        akar = unsur if akar is None else akar
        if peristiwa == "end" and unsur.tag == _ISI:
            if len(hasil) == TEKS_BERSAMA_MAKS:
                raise TerlaluPadat(f"teksnya lebih dari {TEKS_BERSAMA_MAKS}")
            hasil.append(isi_teks(unsur).replace("x005F_", ""))
            akar.clear()
    return hasil


def baris_berisi(ws: Any) -> Iterator[tuple[int, list[SelBerkas]]]:
    """Yield the number of each row that holds something, and its filled cells.

    Raises:
        ValueError: when a row stands twice or its number is none; no program could say which one counts.
    """
    dilihat: set[int] = set()
    with ws._get_source() as sumber:
        buku = ws.parent
        pembaca = _Pembaca(
            sumber,
            ws._shared_strings,
            data_only=True,
            epoch=buku.epoch,
            date_formats=buku._date_formats,
            timedelta_formats=buku._timedelta_formats,
        )
        for nomor, sel in pembaca.parse():
            isi = [_sel(ws, s) for s in sel if s["value"] is not None or s.get("tanpa_nilai")]
            if isi:
                if nomor < 1 or nomor in dilihat:
                    raise ValueError(f"baris {nomor} tidak wajar")
                dilihat.add(nomor)
                yield nomor, isi


def _sel(ws: Any, sel: dict[str, Any]) -> SelBerkas:
    rumus = "tanpa_nilai" in sel
    tanpa_nilai = sel.pop("tanpa_nilai", False)
    return SelBerkas(sel["column"] - 1, ReadOnlyCell(ws, **sel), rumus, tanpa_nilai)
