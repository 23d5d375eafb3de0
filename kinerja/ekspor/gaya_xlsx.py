"""How a published sheet looks: number formats, widths, heights, colours, the page it prints on."""

from collections.abc import Iterable, Sequence
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any

from kinerja.buku.teks_sel import teks_aman
from kinerja.buku.tulis import ANGKA_MAKS
from kinerja.nilai.angka import bulatkan, jumlah_desimal
from kinerja.nilai.pasti import pasti
from kinerja.sajian.rupa import LAIN, SENDIRI, Rupa
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sajian.ukur import baris
from kinerja.sajian.warna import HITAM, KELABU_LEMBAR, PUTIH, TAUTAN

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Gaya = tuple[tuple[str, Any], ...]
"""A look: properties of a format of XlsxWriter with their values, to be a key."""
HURUF, UKURAN = "Arial", 10
BIRU, GARIS, REDUP = SENDIRI, LAIN, KELABU_LEMBAR
KATA_PENDEK = 12
"""Letters of a text that a narrow column does not break: such as `Sub kegiatan`."""
SATU_LEBAR, SEMPIT = 11, 7
"""Characters of a column of width 1; of one that holds short numbers, at least."""
SATUAN_LEBAR = 5.25
"""Points of a unit of width: a digit of the typeface of an empty workbook, seven pixels."""
ANGKA_TERLEBAR, KATA_TERLEBAR = 40, 20
DESIMAL_MAKS = 10
TINGGI_MAKS = 409
"""Points; no row of Excel is higher."""
_RATA = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center"}
_KERTAS_A4 = 9


# --- numbers ----------------------------------------------------------------------------------------------------------


def angka_sel(kolom: KolomTerbit, sel: Sel) -> int | float | None:
    """Return the number to write; None for text, and for a figure of more digits than Excel holds."""
    if sel.angka is None or not sel.angka.is_finite():
        return None
    tampil = bulatkan(sel.angka, desimal_tampil(kolom, sel))
    if len(tampil.as_tuple().digits) > ANGKA_MAKS:
        return None
    return int(sel.angka) if sel.angka == sel.angka.to_integral_value() else float(sel.angka)


def desimal_tampil(kolom: KolomTerbit, sel: Sel) -> int:
    """Return the decimals the text shows, so that the sheet shows the same; a text of another form shows its own."""
    ekor = sel.teks.partition(",")[2].rstrip("% )")
    if ekor.isdecimal():
        return min(DESIMAL_MAKS, len(ekor))
    apa_adanya = kolom.format in (Format.UMUM, Format.TEKS) and sel.angka is not None
    return min(DESIMAL_MAKS, jumlah_desimal(pasti(sel.angka, "angka sel"))) if apa_adanya else 0


def kode_format(kolom: KolomTerbit, sel: Sel) -> str:
    """Return Excel's code for a number: that of the column, with the decimals, sign and symbol of the cell's text."""
    tempat = desimal_tampil(kolom, sel)
    inti = ("0" if kolom.format is Format.PERSEN else "#,##0") + (f".{'0' * tempat}" if tempat else "")
    depan = '"Rp" ' if kolom.format is Format.RUPIAH else ""
    belakang = '"%"' if kolom.format is Format.PERSEN or sel.teks.endswith("%") else ""
    kode = f"{depan}{inti}{belakang}"
    if sel.rupa is not None:
        return f'"{sel.rupa.simbol} "{kode}'
    return f"+{kode};-{kode};{kode}" if sel.teks.startswith("+") else kode


def teks_tampil(sel: Sel) -> str:
    """Return the text of a cell; a grade shows its symbol beside its word."""
    return f"{sel.rupa.simbol} {sel.teks}" if sel.rupa else sel.teks


# --- sizes ------------------------------------------------------------------------------------------------------------


def lebar_kolom(tabel: TabelTerbit) -> tuple[int, ...]:
    """Return the width of each column in characters: its share, but no number hidden and no head broken in a word."""
    isi = zip(*tabel.baris, strict=True) if tabel.baris else (() for _ in tabel.kolom)
    return tuple(_lebar(k, sel) for k, sel in zip(tabel.kolom, isi, strict=True))


def _lebar(kolom: KolomTerbit, sel: Iterable[Sel]) -> int:
    isi = tuple(sel)
    angka = max((_huruf_angka(kolom, s) + 3 for s in isi if s.angka is not None), default=0)
    teks = [teks_tampil(s) for s in isi if s.angka is None] if kolom.lebar == 1 else []
    satuan = (k for t in teks for k in ([t] if len(t) <= KATA_PENDEK else t.split()))
    kata = max((len(k) + 4 for k in (*kolom.judul.split(), *satuan)), default=0)
    bagian = SEMPIT if kolom.lebar == 1 and angka else SATU_LEBAR * kolom.lebar
    return max(bagian, min(angka, ANGKA_TERLEBAR), min(kata, KATA_TERLEBAR))


def _huruf_angka(kolom: KolomTerbit, sel: Sel) -> int:
    """Count the letters a number takes; `54 Triliun` is written out in a sheet."""
    ditulis = angka_sel(kolom, sel)
    penuh = "" if ditulis is None else f"{ditulis:,.{desimal_tampil(kolom, sel)}f}"
    return max(len(teks_tampil(sel)), len(penuh))


def tinggi_baris(teks: str, lebar: int, huruf: int = UKURAN, *, tebal: bool = False) -> float:
    """Return the height in points that a text needs in a column or over merged ones.

    Written out because Excel fits no merged cells and LibreOffice no file that was never opened.
    """
    # A line is two units less wide than the column: its margins and indentation.
    ruang = (lebar - 2) * SATUAN_LEBAR
    banyak = sum(baris(b, huruf, ruang, tebal=tebal) for b in teks.split("\n"))
    return min(TINGGI_MAKS, banyak * huruf * 1.3 + 3)


def tinggi_isi(lebar: Sequence[int], teks: Iterable[str], *, tebal: bool = False) -> float:
    """Return the height in points of a row of cells."""
    tinggi = (tinggi_baris(t, n, tebal=tebal) for t, n in zip(teks, lebar, strict=True))
    return max(tinggi, default=UKURAN * 1.3 + 3)


# --- styles -----------------------------------------------------------------------------------------------------------


def _gaya(**sifat: Any) -> Gaya:
    tetap = {"font_name": HURUF, "font_size": UKURAN, "font_color": HITAM, "align": "left", "text_wrap": True}
    return tuple((tetap | sifat).items())


@cache
def gaya_isi(rata: Rata, rupa: Rupa | None, kode: str, *, tebal: bool) -> Gaya:
    """Return the look of a cell of a table: a grade is white or black on its colour, and carries symbol and word.

    Args:
        rata: how the column is aligned.
        rupa: the grade, None for any other cell.
        kode: the number format, empty for text.
        tebal: whether it is a sum or a head of rows.
    """
    warna = {"font_color": rupa.warna_teks, "bg_color": rupa.warna} if rupa else {}
    return _gaya(**_kotak(rata), **warna, bold=tebal, num_format=kode or "General")


@cache
def gaya_kepala(rata: Rata) -> Gaya:
    """Return the look of the head of a column."""
    return _gaya(**_kotak(rata), font_color=PUTIH, bg_color=BIRU, bold=True)


def _kotak(rata: Rata) -> dict[str, Any]:
    """Place a text within its lines; a little off the left one."""
    letak = {"align": _RATA[rata], "valign": "vcenter", "indent": int(rata is Rata.KIRI)}
    return {**letak, "border": 1, "border_color": GARIS}


@cache
def gaya_judul(ukuran: int = 14) -> Gaya:
    """Return the look of a title."""
    return _gaya(font_size=ukuran, font_color=BIRU, bold=True, valign="top")


TEKS, TEKS_TEBAL = _gaya(valign="top"), _gaya(valign="top", bold=True)
TEKS_REDUP, TEKS_TAUTAN = _gaya(valign="top", font_color=REDUP), _gaya(valign="top", font_color=TAUTAN, underline=1)
"""Looks of a line beside a table; of a link."""


# --- the page ---------------------------------------------------------------------------------------------------------


def siapkan_cetak(ws: "Worksheet", kaki: str, *, mendatar: bool, kepala: int | None = None) -> None:
    """Make a sheet print on A4, as wide as the page, with a footer and the head on every page."""
    ws.set_paper(_KERTAS_A4)
    ws.fit_to_pages(1, 0)
    ws.set_landscape() if mendatar else ws.set_portrait()
    ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    ws.set_footer("", {"margin": 0.5})
    # Excel takes 255 characters for the whole footer.
    teks = " ".join(teks_aman(kaki).split())
    if len(teks) > 90:
        teks = f"{teks[:90]}…"
    # Past the setter, which takes the &G of a name, though & is doubled, for a picture it was not given.
    ws.footer = f"&L&8 {teks.replace('&', '&&')}&R&8 Halaman &P dari &N"
    if kepala is not None:
        ws.repeat_rows(kepala - 1)


PIKSEL_LEBAR = 7
"""Pixels of a digit of the workbook's own font, in which widths are counted."""


def pasang_lebar(ws: "Worksheet", lebar: Sequence[int]) -> None:
    """Set the widths of the columns from the first on, in characters."""
    for letak, isi in enumerate(lebar):
        ws.set_column_pixels(letak, letak, isi * PIKSEL_LEBAR)  # in pixels, as set_column adds the margins of a cell


def pasang_tinggi(ws: "Worksheet", baris: int, tinggi: float) -> None:
    """Set the height of a row in points, rounded up to whole pixels as Excel keeps it."""
    ws.set_row_pixels(baris - 1, ceil(tinggi * 4 / 3))
