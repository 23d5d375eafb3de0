"""A sheet of a published workbook, written cell by cell: text stays text, whatever it begins with."""

from html import escape
from typing import TYPE_CHECKING

from kinerja.buku.teks_sel import teks_aman
from kinerja.ekspor.gaya_xlsx import Gaya, pasang_tinggi, tinggi_baris
from kinerja.sajian.berkas_csv import PEMICU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

HURUF_MAKS = 32_767
"""Characters of a cell; a longer text makes Excel mend the file."""


class FormatBuku:
    """The looks of a workbook, each made once."""

    def __init__(self, buku: "Workbook") -> None:
        self._buku = buku
        self._jadi: dict[tuple[Gaya, bool], Format] = {}

    def ambil(self, gaya: Gaya, *, kutip: bool = False) -> "Format":
        """Return the format of a look; `kutip` keeps a text a text also after Enter was pressed in its cell."""
        if (gaya, kutip) not in self._jadi:
            self._jadi[gaya, kutip] = self._buku.add_format({**dict(gaya), **({"quote_prefix": True} if kutip else {})})
        return self._jadi[gaya, kutip]


class Lembar:
    """A sheet; rows and columns count from 1, as Excel shows them."""

    def __init__(self, buku: "Workbook", nama: str, gaya: FormatBuku) -> None:
        self.ws = buku.add_worksheet(nama)
        self.ws.xls_strmax = 8 * HURUF_MAKS  # texts are cut below; a run is longer by what escapes it
        self._gaya = gaya

    def teks(self, baris: int, kolom: int, teks: str, gaya: Gaya) -> None:
        """Write a text, cut where Excel would call the file damaged; nothing but the look where there is none."""
        isi = teks_aman(potong(teks))
        bentuk = self._gaya.ambil(gaya, kutip=isi[:1] in PEMICU and isi != "")
        if isi:
            self.ws.write_string(baris - 1, kolom - 1, _apa_adanya(isi), bentuk)
        else:
            self.ws.write_blank(baris - 1, kolom - 1, None, bentuk)

    def angka(self, baris: int, kolom: int, angka: float, gaya: Gaya) -> None:
        """Write a number."""
        self.ws.write_number(baris - 1, kolom - 1, angka, self._gaya.ambil(gaya))

    def tautan(self, baris: int, kolom: int, nama: str, gaya: Gaya) -> None:
        """Write the name of a sheet that leads to it."""
        tujuan = nama.replace("'", "''")
        self.ws.write_url(baris - 1, kolom - 1, f"internal:'{tujuan}'!A1", self._gaya.ambil(gaya), nama)
        self.teks(baris, kolom, nama, gaya)

    def lebur(self, baris: int, teks: str, lebar: "Sequence[int]", gaya: Gaya) -> None:
        """Write a text over columns of these widths, in a row that is high enough for it."""
        if len(lebar) > 1:
            self.ws.merge_range(baris - 1, 0, baris - 1, len(lebar) - 1, "")
        self.teks(baris, 1, teks, gaya)
        pasang_tinggi(self.ws, baris, tinggi_baris(teks, sum(lebar), dict(gaya)["font_size"]))


def _apa_adanya(teks: str) -> str:
    """Return a text as XlsxWriter writes it unchanged.

    It writes a return as the five letters of its escape, and takes a text between <r> and </r> for one that is
    escaped already; so these go in as what they would be then, a run that is escaped here.
    """
    if "\r" not in teks and not teks.startswith("<r>"):
        return teks
    isi = escape(teks, quote=False).replace("\r", "&#13;")
    return f'<r><t xml:space="preserve">{isi}</t></r>'


def panjang(teks: str) -> int:
    """Count characters as Excel does: one beyond the first plane, such as an emoji, is two."""
    return len(teks) + sum(h > "\uffff" for h in teks)


def potong(teks: str, maks: int = HURUF_MAKS) -> str:
    """Return a text of at most so many characters as Excel counts them."""
    if panjang(teks) <= maks:
        return teks
    return teks.encode("utf-16-le", "ignore")[: 2 * maks].decode("utf-16-le", "ignore")
