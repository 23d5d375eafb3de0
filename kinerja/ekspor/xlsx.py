"""Published tables as a workbook: cover, notes, one table a sheet; real numbers, and no formula from data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kinerja.buku.teks_sel import isi_teks, teks_aman
from kinerja.ekspor.gaya_xlsx import (
    UKURAN,
    GayaIsi,
    angka_sel,
    gaya_judul,
    gaya_kepala,
    gaya_tautan,
    gaya_teks,
    kode_format,
    lebar_kolom,
    pasang_lebar,
    siapkan_cetak,
    teks_tampil,
    tinggi_baris,
    tinggi_isi,
)
from kinerja.sajian.asal import sebut_sumber
from kinerja.sajian.tabel_terbit import Kolom, Sel, TabelTerbit
from kinerja.terbitan.sampul import Sampul

SAMPUL, CATATAN = "Sampul", "Catatan"
BARIS_KEPALA = 4
"""Row of the heads: title, what it is about, an empty row, then the table."""
BARIS_MAKS = 1_048_576 - 200
"""Rows of a table: Excel's limit, with room for what stands above and below it."""
HURUF_MAKS = 32_767
"""Characters of a cell; a longer text makes Excel mend the file."""
NAMA_MAKS = 31
LEBAR_SAMPUL = (26, 84)
TANPA_TABEL = "Tidak ada tabel untuk pilihan ini."
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def tulis_xlsx(tabel: Sequence[TabelTerbit], sampul: Sampul, berkas: Path | BinaryIO) -> None:
    """Write tables as a published workbook.

    Args:
        tabel: the tables, one a sheet; without any the cover says so.
        sampul: what stands on the cover.
        berkas: a path, or a file that is open for writing bytes.
    """
    from openpyxl import Workbook

    buku = Workbook()
    lembar = [_Lembar(t, n) for t, n in zip(tabel, nama_lembar(t.kode for t in tabel), strict=True)]
    buku.worksheets[0].title = SAMPUL
    _tulis_sampul(buku.worksheets[0], sampul, lembar)
    _tulis_catatan(buku.create_sheet(CATATAN), sampul, lembar)
    gaya = GayaIsi()
    for satu in lembar:
        _tulis_tabel(buku.create_sheet(satu.nama), satu.tabel, sampul, gaya)
    buku.properties.creator = teks_aman(sampul.pemerintah) or "Dasbor Kinerja"
    buku.properties.title = teks_aman(f"{sampul.judul} {sampul.topik}")
    buku.save(berkas)


@dataclass(frozen=True, slots=True)
class _Lembar:
    """A table with the name of its sheet."""

    tabel: TabelTerbit
    nama: str


def nama_lembar(kode: Iterable[str]) -> tuple[str, ...]:
    """Return names of sheets: what Excel allows, at most 31 characters, each once whatever its case."""
    dipakai = {SAMPUL.casefold(), CATATAN.casefold(), "history"}  # Excel keeps the last one for itself
    hasil = []
    for k in kode:
        dasar = " ".join(teks_aman(k).translate(_TERLARANG).split())[:NAMA_MAKS].strip() or "Tabel"
        nama, nomor = f"{dasar[:1].upper()}{dasar[1:]}", 1
        while nama.casefold() in dipakai:
            nomor += 1
            ekor = f" {nomor}"
            nama = f"{dasar[: NAMA_MAKS - len(ekor)]}{ekor}"
        dipakai.add(nama.casefold())
        hasil.append(nama)
    return tuple(hasil)


# --- cover and notes --------------------------------------------------------------------------------------------------


class _Penulis:
    """Writes a sheet of two columns from the top down."""

    def __init__(self, ws: Any, sampul: Sampul) -> None:
        self.ws = ws
        self.baris = 0
        pasang_lebar(ws, LEBAR_SAMPUL)
        ws.sheet_view.showGridLines = False
        siapkan_cetak(ws, sampul.topik, mendatar=False)

    def judul(self, teks: str, ukuran: int = 14) -> None:
        """Write a title over both columns, with a row of air above it unless it is the first."""
        self.baris += 2 if self.baris else 1
        _lebur(self.ws, self.baris, 2, teks, sum(LEBAR_SAMPUL), ukuran)
        gaya_judul(self.ws.cell(self.baris, 1), ukuran)

    def pasangan(self, nama: str, isi: str, ke: str = "") -> None:
        """Write a name and what it is; `ke` is a sheet that the name leads to."""
        self.baris += 1
        kiri, kanan = self.ws.cell(self.baris, 1), self.ws.cell(self.baris, 2)
        _isi(kiri, nama)
        _isi(kanan, isi)
        gaya_teks(kanan)
        self.ws.row_dimensions[self.baris].height = tinggi_isi(LEBAR_SAMPUL, (nama, isi))
        if ke:
            _tautkan(kiri, ke)
            gaya_tautan(kiri)
        else:
            gaya_teks(kiri, tebal=True)

    def kalimat(self, teks: str) -> None:
        """Write a sentence over both columns."""
        self.baris += 1
        _lebur(self.ws, self.baris, 2, teks, sum(LEBAR_SAMPUL))
        gaya_teks(self.ws.cell(self.baris, 1))


def _tulis_sampul(ws: Any, sampul: Sampul, lembar: Sequence[_Lembar]) -> None:
    p = _Penulis(ws, sampul)
    p.judul(sampul.judul, 20)
    for nama, isi in sampul.keterangan:
        p.pasangan(nama, isi)
    p.judul("Isi buku kerja")
    p.pasangan(CATATAN, "Sumber, cara membaca, dan catatan setiap tabel", CATATAN)
    for satu in lembar:
        p.pasangan(satu.nama, satu.tabel.judul, satu.nama)
    if not lembar:
        p.kalimat(TANPA_TABEL)
    p.judul("Asal angka")
    p.kalimat(sampul.asal)


def _tulis_catatan(ws: Any, sampul: Sampul, lembar: Sequence[_Lembar]) -> None:
    p = _Penulis(ws, sampul)
    p.judul(CATATAN, 20)
    p.judul("Cara membaca")
    for teks in sampul.petunjuk:
        nama, ada, isi = teks.partition(": ")
        p.pasangan(nama, isi) if ada and len(nama) <= HURUF_NAMA else p.kalimat(teks)
    p.judul("Asal angka")
    p.kalimat(sampul.asal)
    p.judul("Sumber setiap tabel")
    for satu in lembar:
        p.pasangan(satu.nama, "; ".join(satu.tabel.sumber) or "Tidak disebut", satu.nama)


HURUF_NAMA = 60
"""What stands before a colon is a name where it is no longer than this."""


# --- a table ----------------------------------------------------------------------------------------------------------


def _tulis_tabel(ws: Any, tabel: TabelTerbit, sampul: Sampul, gaya: GayaIsi) -> None:
    lebar, n = lebar_kolom(tabel), len(tabel.kolom)
    pasang_lebar(ws, lebar)
    _lebur(ws, 1, n, tabel.judul, sum(lebar), 14)
    gaya_judul(ws.cell(1, 1))
    _lebur(ws, 2, n, sampul.topik, sum(lebar))
    gaya_teks(ws.cell(2, 1), redup=True)
    _tulis_kepala(ws, tabel, lebar)
    isi = tabel.baris[:BARIS_MAKS]
    for nomor, baris in enumerate(isi, BARIS_KEPALA + 1):
        ws.row_dimensions[nomor].height = tinggi_isi(lebar, map(teks_tampil, baris))
        for letak, (kolom, s) in enumerate(zip(tabel.kolom, baris, strict=True), 1):
            _tulis_sel(ws.cell(nomor, letak), kolom, s, gaya)
    _tulis_bawah(ws, BARIS_KEPALA + len(isi) + 2, _di_bawah(tabel), n, sum(lebar))
    siapkan_cetak(ws, sampul.topik, mendatar=True, kepala=BARIS_KEPALA)


def _tulis_kepala(ws: Any, tabel: TabelTerbit, lebar: Sequence[int]) -> None:
    ws.row_dimensions[BARIS_KEPALA].height = tinggi_isi(lebar, (k.judul for k in tabel.kolom)) + 4
    for letak, kolom in enumerate(tabel.kolom, 1):
        sel = ws.cell(BARIS_KEPALA, letak)
        _isi(sel, kolom.judul)
        gaya_kepala(sel, kolom)
    ws.freeze_panes = ws.cell(BARIS_KEPALA + 1, _kolom_tetap(tabel, lebar) + 1)


def _kolom_tetap(tabel: TabelTerbit, lebar: Sequence[int]) -> int:
    """Columns that stay in view: up to the first wide one, which names the row; none where that fills a screen."""
    nama = next((n for n, k in enumerate(tabel.kolom, 1) if k.lebar > 1), 1)
    return nama if len(tabel.kolom) > nama and sum(lebar[:nama]) <= 60 else 0


def _tulis_sel(sel: Any, kolom: Kolom, isi: Sel, gaya: GayaIsi) -> None:
    angka = angka_sel(kolom, isi)
    gaya.pasang(sel, kolom, isi, "" if angka is None else kode_format(kolom, isi))
    if angka is None:
        _isi(sel, teks_tampil(isi))
    else:
        sel.value = angka


def _di_bawah(tabel: TabelTerbit) -> list[str]:
    """What stands under a table: remarks, whether Excel's limits cut it, its sources."""
    isi = list(tabel.catatan)
    if len(tabel.baris) > BARIS_MAKS:
        isi.append(f"Dipotong pada batas Excel: {BARIS_MAKS} dari {len(tabel.baris)} baris.")
    panjang = sum(_panjang(teks_tampil(s)) > HURUF_MAKS for b in tabel.baris[:BARIS_MAKS] for s in b)
    if panjang:
        isi.append(f"{panjang} sel dipotong pada batas Excel, yaitu {HURUF_MAKS} huruf.")
    return [*isi, *filter(None, [sebut_sumber(tabel.sumber)])]


def _tulis_bawah(ws: Any, baris: int, isi: Iterable[str], kolom: int, lebar: int) -> None:
    for nomor, teks in enumerate(isi, baris):
        _lebur(ws, nomor, kolom, teks, lebar)
        gaya_teks(ws.cell(nomor, 1), redup=True)


# --- cells ------------------------------------------------------------------------------------------------------------


def _lebur(ws: Any, baris: int, kolom: int, teks: str, lebar: int, huruf: int = UKURAN) -> None:
    """Write a text over several columns, in a row that is high enough for it."""
    _isi(ws.cell(baris, 1), teks)
    if kolom > 1:
        ws.merge_cells(start_row=baris, end_row=baris, start_column=1, end_column=kolom)
    ws.row_dimensions[baris].height = tinggi_baris(teks, lebar, huruf)


def _isi(sel: Any, teks: str) -> None:
    """Put text into a cell, cut where Excel would call the file damaged."""
    if teks:
        isi_teks(sel, teks if _panjang(teks) <= HURUF_MAKS else _potong(teks))


def _panjang(teks: str) -> int:
    """Count characters as Excel does: one beyond the first plane, such as an emoji, is two."""
    return len(teks) + sum(h > "\uffff" for h in teks)


def _potong(teks: str) -> str:
    return teks.encode("utf-16-le", "ignore")[: 2 * HURUF_MAKS].decode("utf-16-le", "ignore")


def _tautkan(sel: Any, nama: str) -> None:
    from openpyxl.utils import quote_sheetname
    from openpyxl.worksheet.hyperlink import Hyperlink

    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"{quote_sheetname(nama)}!A1")
