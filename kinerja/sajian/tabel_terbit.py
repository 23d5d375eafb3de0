"""A table as it is published: the one definition that slide, sheet, PDF and document draw.

A cell holds what is read and, where it is a number, the number itself, so that a sheet has real numbers and a page has
the same words. What a workbook says stays plain text here; each writer escapes it its own way.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.sajian.rupa import Rupa


class Rata(StrEnum):
    """Where the text of a column stands."""

    KIRI = "kiri"
    KANAN = "kanan"
    TENGAH = "tengah"


class Format(StrEnum):
    """How a sheet shows the numbers of a column; the value is Excel's code, which an Indonesian Office localises."""

    TEKS = "@"
    UMUM = "General"
    BULAT = "#,##0"
    ANGKA = "#,##0.00"
    PERSEN = '0.00"%"'
    RUPIAH = '"Rp" #,##0'


@dataclass(frozen=True, slots=True)
class KolomTerbit:
    """A column: its head, side, number format, and its share of the width (1 is a narrow figure)."""

    judul: str
    rata: Rata = Rata.KIRI
    format: Format = Format.TEKS
    lebar: int = 1


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: the text that is read, the number behind it (percent: 100 is one hundred), the look of a grade."""

    teks: str
    angka: Decimal | None = None
    rupa: Rupa | None = None
    tebal: bool = False


KOSONG = Sel(TIDAK_TERSEDIA)


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelTerbit:
    """A table to publish.

    Attributes:
        kode: short name, also of the sheet: letters, digits, hyphens.
        judul: the finding, or what the table is where it finds nothing.
        kolom: its columns.
        baris: its rows, each as long as `kolom`.
        sumber: where the figures are printed.
        catatan: remarks below the table.
    """

    kode: str
    judul: str
    kolom: tuple[KolomTerbit, ...]
    baris: tuple[tuple[Sel, ...], ...]
    sumber: tuple[str, ...] = ()
    catatan: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a row of another length.

        Raises:
            ValueError: when a row does not fill the columns.
        """
        if any(len(b) != len(self.kolom) for b in self.baris):
            raise ValueError(f"Baris tabel {self.kode} tidak sepanjang kolomnya")
