"""The filled cells of a sheet, row by row, by openpyxl's parser; runs in the reading child only.

Nothing but rows is looked at: page setup, conditional formats and the like may be as odd as they are. A row or column
that is formatted but empty costs nothing, however far it lies.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import FORMULA_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse


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
        for _, unsur in iterparse(self.source):
            if unsur.tag == ROW_TAG:
                yield self.parse_row(unsur)
                unsur.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:
        sel: dict[str, Any] = super().parse_cell(element)
        if len(element) and element.find(FORMULA_TAG) is not None:
            # A formula whose result is the empty text has a value that is empty; one without <v> has none.
            teks_kosong = element.get("t") == "str" and element.find(VALUE_TAG) is not None
            sel["tanpa_nilai"] = sel["value"] is None and not teks_kosong
        return sel


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
