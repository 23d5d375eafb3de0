"""Deck, Lampiran and printed page as PDF, set by typst.

The templates beside this file are fixed; what a workbook says reaches them as JSON only, so none of it is ever markup.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from kinerja.paparan.model import Paparan
from kinerja.sajian.tabel_terbit import TabelTerbit
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.sampul import Sampul


def tulis_pdf_paparan(paparan: Paparan, tujuan: Path | BinaryIO) -> None:
    """Write a deck: one page of 16:9 for each slide, in their order; without a slide one page that says so.

    Args:
        paparan: the deck.
        tujuan: path or open binary file.

    Raises:
        OSError: when the file cannot be written.
    """
    from kinerja.ekspor.pdf.mesin import cetak
    from kinerja.ekspor.pdf.slaid import isi_paparan

    _simpan(cetak("paparan.typ", isi_paparan(paparan)), tujuan)


def tulis_pdf_lampiran(tabel: Sequence[TabelTerbit], sampul: Sampul, tujuan: Path | BinaryIO) -> None:
    """Write tables as the Lampiran of a report on A4: cover with the list of tables, then the tables.

    Args:
        tabel: the tables; without any the cover says so.
        sampul: what stands on the cover.
        tujuan: path or open binary file.

    Raises:
        OSError: when the file cannot be written.
    """
    from kinerja.ekspor.pdf.lembar import isi_lampiran
    from kinerja.ekspor.pdf.mesin import cetak

    _simpan(cetak("lampiran.typ", isi_lampiran(tabel, sampul)), tujuan)


def tulis_pdf_halaman(cetakan: Cetakan, tujuan: Path | BinaryIO) -> None:
    """Write a view on one page of A4; what does not fit at 6.5 pt goes on to further pages, nothing is cut.

    Args:
        cetakan: what is printed.
        tujuan: path or open binary file.

    Raises:
        OSError: when the file cannot be written.
    """
    from kinerja.ekspor.pdf.lembar import isi_halaman
    from kinerja.ekspor.pdf.mesin import cetak

    _simpan(cetak("halaman.typ", isi_halaman(cetakan)), tujuan)


def _simpan(isi: bytes, tujuan: Path | BinaryIO) -> None:
    if isinstance(tujuan, Path):
        tujuan.write_bytes(isi)
    else:
        tujuan.write(isi)
