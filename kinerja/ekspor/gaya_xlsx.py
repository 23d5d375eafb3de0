"""How a published sheet looks: number formats, widths, heights, colours, the page it prints on."""

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from textwrap import wrap
from typing import Any

from kinerja.buku.teks_sel import teks_aman
from kinerja.buku.tulis import ANGKA_MAKS
from kinerja.nilai.angka import bulatkan, jumlah_desimal
from kinerja.nilai.pasti import pasti
from kinerja.sajian.rupa import LAIN, SENDIRI, Rupa
from kinerja.sajian.tabel_terbit import Format, Kolom, Rata, Sel, TabelTerbit

HURUF, UKURAN = "Arial", 10
BIRU, GARIS, REDUP = SENDIRI[1:], LAIN[1:], "595959"
KATA_PENDEK = 12
"""Letters of a text that a narrow column does not break: such as `Sub kegiatan`."""
SATU_LEBAR, SEMPIT = 11, 7
"""Characters of a column of width 1; of one that holds short numbers, at least."""
PER_LEBAR = 1.15
"""Letters that a unit of width holds: it is measured in digits, which are wider than most letters."""
HURUF_DIUKUR = 4_000
"""Letters of a line that are measured: more fill the highest row anyhow."""
ANGKA_TERLEBAR, KATA_TERLEBAR = 40, 20
DESIMAL_MAKS = 10
TINGGI_MAKS = 409
"""Points; no row of Excel is higher."""
_RATA = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center"}
_KERTAS_A4 = 9


# --- numbers ----------------------------------------------------------------------------------------------------------


def angka_sel(kolom: Kolom, sel: Sel) -> int | float | None:
    """Return the number to write; None for text, and for a figure of more digits than Excel holds."""
    if sel.angka is None or not sel.angka.is_finite():
        return None
    tampil = bulatkan(sel.angka, desimal_tampil(kolom, sel))
    if len(tampil.as_tuple().digits) > ANGKA_MAKS:
        return None
    return int(sel.angka) if sel.angka == sel.angka.to_integral_value() else float(sel.angka)


def desimal_tampil(kolom: Kolom, sel: Sel) -> int:
    """Return the decimals the text shows, so that the sheet shows the same; a text of another form shows its own."""
    ekor = sel.teks.partition(",")[2].rstrip("% )")
    if ekor.isdecimal():
        return min(DESIMAL_MAKS, len(ekor))
    apa_adanya = kolom.format in (Format.UMUM, Format.TEKS) and sel.angka is not None
    return min(DESIMAL_MAKS, jumlah_desimal(pasti(sel.angka, "angka sel"))) if apa_adanya else 0


def kode_format(kolom: Kolom, sel: Sel) -> str:
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


def _lebar(kolom: Kolom, sel: Iterable[Sel]) -> int:
    isi = tuple(sel)
    angka = max((_huruf_angka(kolom, s) + 3 for s in isi if s.angka is not None), default=0)
    teks = [teks_tampil(s) for s in isi if s.angka is None] if kolom.lebar == 1 else []
    satuan = (k for t in teks for k in ([t] if len(t) <= KATA_PENDEK else t.split()))
    kata = max((len(k) + 4 for k in (*kolom.judul.split(), *satuan)), default=0)
    bagian = SEMPIT if kolom.lebar == 1 and angka else SATU_LEBAR * kolom.lebar
    return max(bagian, min(angka, ANGKA_TERLEBAR), min(kata, KATA_TERLEBAR))


def _huruf_angka(kolom: Kolom, sel: Sel) -> int:
    """Count the letters a number takes; `54 Triliun` is written out in a sheet."""
    ditulis = angka_sel(kolom, sel)
    penuh = "" if ditulis is None else f"{ditulis:,.{desimal_tampil(kolom, sel)}f}"
    return max(len(teks_tampil(sel)), len(penuh))


def tinggi_baris(teks: str, lebar: int, huruf: int = UKURAN) -> float:
    """Return the height in points that a text needs in a column or over merged ones.

    Written out because Excel fits no merged cells and LibreOffice no file that was never opened.
    """
    # A line less wide than the column: its margins and indentation, and letters wider than the mean.
    per_baris = max(4, int((lebar - 2) * UKURAN / huruf * PER_LEBAR))
    baris = sum(_jumlah_baris(b, per_baris) for b in teks.split("\n"))
    return min(TINGGI_MAKS, baris * huruf * 1.3 + 3)


def _jumlah_baris(teks: str, per_baris: int) -> int:
    return 1 if len(teks) <= per_baris else len(wrap(teks[:HURUF_DIUKUR], per_baris)) or 1


def tinggi_isi(lebar: Sequence[int], teks: Iterable[str]) -> float:
    """Return the height in points of a row of cells."""
    return max((tinggi_baris(t, n) for t, n in zip(teks, lebar, strict=True)), default=UKURAN * 1.3 + 3)


# --- styles -----------------------------------------------------------------------------------------------------------


@cache
def _isian(warna: str) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=warna.lstrip("#"))


@cache
def _huruf(ukuran: int = UKURAN, warna: str = "000000", *, tebal: bool = False, garis: bool = False) -> Any:
    from openpyxl.styles import Font

    return Font(HURUF, ukuran, bold=tebal, color=warna.lstrip("#"), underline="single" if garis else None)


@cache
def _letak(rata: str = "left", tegak: str = "top", menjorok: int = 0) -> Any:
    from openpyxl.styles import Alignment

    return Alignment(horizontal=rata, vertical=tegak, wrap_text=True, indent=menjorok if rata == "left" else 0)


@cache
def _tepi() -> Any:
    from openpyxl.styles import Border, Side

    sisi = Side("thin", color=GARIS)
    return Border(sisi, sisi, sisi, sisi)


class GayaIsi:
    """Gives the cells of one workbook's tables their look.

    Each look is made once and copied: openpyxl holds every new one against all others, which takes most of the time.
    """

    def __init__(self) -> None:
        self._jadi: dict[tuple[Rata, Rupa | None, bool, str], Any] = {}

    def pasang(self, sel: Any, kolom: Kolom, isi: Sel, kode: str = "") -> None:
        """Give a cell its look; `kode` is the number format, empty for text."""
        kunci = (kolom.rata, isi.rupa, isi.tebal, kode)
        if kunci not in self._jadi:
            _gaya_isi(sel, kolom, isi)
            if kode:
                sel.number_format = kode
            self._jadi[kunci] = sel._style
        sel._style = copy(self._jadi[kunci])


def _gaya_isi(sel: Any, kolom: Kolom, isi: Sel) -> None:
    """A grade is white or black on its colour, and carries symbol and word."""
    sel.alignment, sel.border = _letak(_RATA[kolom.rata], "center", 1), _tepi()
    rupa: Rupa | None = isi.rupa
    sel.font = _huruf(warna=rupa.warna_teks if rupa else "000000", tebal=isi.tebal)
    if rupa is not None:
        sel.fill = _isian(rupa.warna)


def gaya_kepala(sel: Any, kolom: Kolom) -> None:
    """Give the head of a column its look."""
    sel.alignment, sel.border = _letak(_RATA[kolom.rata], "center", 1), _tepi()
    sel.font, sel.fill = _huruf(warna="FFFFFF", tebal=True), _isian(BIRU)


def gaya_judul(sel: Any, ukuran: int = 14) -> None:
    """Give a title its look."""
    sel.font, sel.alignment = _huruf(ukuran, BIRU, tebal=True), _letak()


def gaya_teks(sel: Any, *, redup: bool = False, tebal: bool = False) -> None:
    """Give a line beside a table its look."""
    sel.font, sel.alignment = _huruf(warna=REDUP if redup else "000000", tebal=tebal), _letak()


def gaya_tautan(sel: Any) -> None:
    """Give a link its look."""
    sel.font, sel.alignment = _huruf(warna="0563C1", garis=True), _letak()


# --- the page ---------------------------------------------------------------------------------------------------------


def siapkan_cetak(ws: Any, kaki: str, *, mendatar: bool, kepala: int | None = None) -> None:
    """Make a sheet print on A4, as wide as the page, with a footer and the head on every page."""
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_setup.paperSize, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = _KERTAS_A4, 1, 0
    ws.page_setup.orientation = "landscape" if mendatar else "portrait"
    ws.page_margins.left = ws.page_margins.right = 0.5
    ws.page_margins.top, ws.page_margins.bottom = 0.6, 0.7
    ws.oddFooter.left.text, ws.oddFooter.right.text = _kaki(kaki), "Halaman &P dari &N"
    ws.oddFooter.left.size = ws.oddFooter.right.size = 8
    if kepala is not None:
        ws.print_title_rows = f"{kepala}:{kepala}"


def _kaki(teks: str) -> str:
    """Return text for a footer, in which & gives orders; Excel takes 255 characters for all of it."""
    satu_baris = " ".join(teks_aman(teks).split())
    pendek = f"{satu_baris[:90]}…" if len(satu_baris) > 90 else satu_baris
    return pendek.replace("&", "&&")


def pasang_lebar(ws: Any, lebar: Sequence[int]) -> None:
    """Set the widths of the columns from the first on."""
    from openpyxl.utils import get_column_letter

    for letak, isi in enumerate(lebar, 1):
        ws.column_dimensions[get_column_letter(letak)].width = isi
