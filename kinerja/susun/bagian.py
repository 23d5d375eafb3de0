"""Writing the part that came of a table: our sheets and columns, ready for perbarui; no text is a live formula."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from kinerja.buku.tulis import ANGKA_MAKS
from kinerja.model.kolom import Jenis
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.susun.model import Baris


def tulis_bagian(bagian: Mapping[str, Sequence[Baris]], keluaran: Path) -> None:
    """Write the rows of a part as a workbook; only the sheets and columns that say something are in it.

    Args:
        bagian: rows by sheet, each the filled cells by column.
        keluaran: the file to write.
    """
    from xlsxwriter import Workbook

    aturan = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(keluaran, {**aturan, "constant_memory": True}) as buku:
        tebal, uang = buku.add_format({"bold": True}), buku.add_format({"num_format": "#,##0"})
        for lembar in (s for s in SEMUA_LEMBAR if bagian.get(s.nama)):
            ws = buku.add_worksheet(lembar.nama)
            terisi = {k for b in bagian[lembar.nama] for k in b}
            kolom = [k for k in lembar.kolom if k.nama in terisi or k.wajib]
            ws.freeze_panes(1, 0)
            ws.write_row(0, 0, [k.nama for k in kolom], tebal)
            for n, baris in enumerate(bagian[lembar.nama], 1):
                for k, satu in enumerate(kolom):
                    teks = baris.get(satu.nama, "")
                    angka = _angka(satu.jenis, teks)
                    if angka is not None:
                        ws.write_number(n, k, angka, uang if satu.jenis is Jenis.UANG else None)
                    elif teks:
                        ws.write_string(n, k, teks)


def _angka(jenis: Jenis, teks: str) -> float | None:
    """Return the number of a cell that is one; one with more digits than a spreadsheet holds stays a text."""
    if jenis not in (Jenis.UANG, Jenis.TAHUN, Jenis.BILANGAN) or not teks:
        return None
    try:
        angka = Decimal(teks.replace(",", "."))
    except InvalidOperation:
        return None
    return None if len(angka.as_tuple().digits) > ANGKA_MAKS else float(angka)
