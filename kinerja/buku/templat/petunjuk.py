"""Sheet Petunjuk of the template: how to fill it, what each sheet is for, one example row each, the names of scales."""

from collections.abc import Sequence
from typing import Any

from kinerja.buku.teks_sel import isi_teks
from kinerja.buku.templat.pengenal import JUDUL_NAMA, JUDUL_PETUNJUK, PETUNJUK
from kinerja.buku.templat.rujukan import HURUF, Letak, pasang_daftar
from kinerja.model.contoh import baris_contoh
from kinerja.model.kolom import Jenis, Lembar
from kinerja.model.skema import INDIKATOR, OPD, PROFIL, SEMUA_LEMBAR, SKALA
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.sajian.warna import BIRU_TUA

_CARA = (
    "Isi lembar menurut urutan di bawah, mulai baris 2. Judul kolom di baris 1 tidak diubah; urutan kolomnya bebas.",
    "Lembar dan kolom berjudul tebal berwarna tua wajib diisi. Yang lain diisi bila datanya ada.",
    "Kode ditulis sama di semua lembar: pilih dari daftar pada selnya, yang mengikuti isi lembar OPD dan Indikator.",
    f"Kolom {' dan '.join(JUDUL_NAMA.values())} terisi sendiri dari kode di kirinya dan tidak dibaca.",
    "Angka ditulis seperti di laporan, misalnya 72,93 atau B (70,00). Sel kosong berarti belum tersedia, bukan nol.",
    "Kembangkan pilihan pada judul kolom (tanda panah) untuk menyaring; arahkan kursor ke judul untuk membaca artinya.",
    "Setelah terisi, unggah di halaman Kelola data. Setiap kesalahan disebut dengan lembar dan selnya sebelum terbit.",
    "Lembar Petunjuk ini tidak dibaca dan boleh dibiarkan.",
)
_LEBAR = (9, 20, 9, 52)
"""Widths of what stands before the example."""
_LEBAR_CONTOH, _KOLOM_CONTOH = 24, 16
BARIS_SKALA = 1_001
"""The last row of sheet Skala that is looked at for names."""
SKALA_LAIN = 24
"""Scales of sheet Skala that the list of names has room for."""
_SKALA = ((OPD, "Skala capaian"), (INDIKATOR, "Skala nilai"))
"""Columns that name a scale."""


def pasang_petunjuk(buku: Any, letak: Letak) -> None:
    """Put the sheet in front and let the columns that name a scale offer those it lists."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    ws = buku.create_sheet(PETUNJUK, 0)
    for kolom, lebar in enumerate((*_LEBAR, *[_LEBAR_CONTOH] * _KOLOM_CONTOH), 1):
        ws.column_dimensions[get_column_letter(kolom)].width = lebar
    ws.sheet_view.showGridLines = False
    ws["A1"] = JUDUL_PETUNJUK
    ws["A1"].font = Font(name=HURUF, sz=16, bold=True, color=BIRU_TUA[1:])
    for nomor, kalimat in enumerate(_CARA, 1):
        ws.cell(nomor + 2, 1, nomor).alignment = Alignment(horizontal="center")
        ws.cell(nomor + 2, 2, kalimat)
    baris = _tulis_lembar(ws, len(_CARA) + 4)
    _tulis_skala(ws, baris + 1, letak)
    for lembar, judul in _SKALA:
        huruf, tujuan = letak[lembar.nama][judul], buku[lembar.nama]
        pesan = "Skala ini belum ada. Tulis juga barisnya pada lembar Skala."
        mulai = baris + 2
        banyak = len({s.nama for s in SKALA_BAWAAN})
        lain = f"'{PETUNJUK}'!$B${mulai + banyak}:$B${mulai + banyak + SKALA_LAIN - 1}"
        daftar_skala = f"OFFSET('{PETUNJUK}'!$B${mulai},0,0,{banyak}+SUMPRODUCT(--(LEN({lain})>0)),1)"
        pasang_daftar(tujuan, daftar_skala, f"{huruf}2:{huruf}{tujuan.max_row}", judul, pesan)
    buku.active = 0


def urutan_isi() -> tuple[Lembar, ...]:
    """Return the sheets in the order in which they are filled: what the others refer to comes first."""
    dahulu = (PROFIL, *(s for s in SEMUA_LEMBAR if s.wajib))
    return (*dahulu, *(s for s in SEMUA_LEMBAR if s not in dahulu))


def _tulis_lembar(ws: Any, mulai: int) -> int:
    """Write two rows a sheet, the headers of its example and the example; returns the next free row."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.worksheet.hyperlink import Hyperlink

    _judul(ws, mulai, ("Urutan", "Lembar", "Wajib", "Untuk apa", "Contoh satu baris", *[""] * (_KOLOM_CONTOH - 1)))
    baris = mulai + 1
    for nomor, lembar in enumerate(urutan_isi(), 1):
        isi = (nomor, lembar.nama, "ya" if lembar.wajib else "", f"{lembar.bantuan}.")
        for kolom, teks in enumerate(isi, 1):
            sel = ws.cell(baris, kolom, teks)
            sel.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="left" if kolom in (2, 4) else "center"
            )
            ws.merge_cells(start_row=baris, end_row=baris + 1, start_column=kolom, end_column=kolom)
            ws.cell(baris, kolom).border = Border(top=Side("thin", color="BFBFBF"))
        ws.cell(baris, 2).hyperlink = Hyperlink(ref=f"B{baris}", location=f"'{lembar.nama}'!A2")
        ws.cell(baris, 2).font = Font(name=HURUF, sz=11, bold=lembar.wajib, color="0563C1", underline="single")
        for kolom, (k, contoh) in enumerate(baris_contoh(lembar), len(_LEBAR) + 1):
            kepala, sel = ws.cell(baris, kolom, k.nama), ws.cell(baris + 1, kolom)
            kepala.font = Font(name=HURUF, sz=11, bold=k.wajib, color=BIRU_TUA[1:])
            kepala.border = Border(top=Side("thin", color="BFBFBF"))
            sel.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            if k.jenis in (Jenis.TAHUN, Jenis.UANG):
                sel.value, sel.number_format = int(contoh), "#,##0" if k.jenis is Jenis.UANG else "0"
            else:
                isi_teks(sel, contoh)
        ws.row_dimensions[baris + 1].height = 34
        baris += 2
    return baris


def _judul(ws: Any, baris: int, teks: Sequence[str]) -> None:
    from openpyxl.styles import Font, PatternFill

    for kolom, isi in enumerate(teks, 1):
        sel = ws.cell(baris, kolom, isi)
        sel.font = Font(name=HURUF, sz=11, bold=True, color="FFFFFF")
        sel.fill = PatternFill("solid", fgColor=BIRU_TUA[1:])


def _tulis_skala(ws: Any, mulai: int, letak: Letak) -> None:
    """List the names of the built-in scales, and by formulas those whose best grade stands on sheet Skala."""
    from openpyxl.worksheet.formula import ArrayFormula

    _judul(ws, mulai, ("", "Nama skala", "", "Asal"))
    baris = mulai + 1
    for baris, (nama, asal) in enumerate({s.nama: s.dasar_hukum for s in SKALA_BAWAAN}.items(), mulai + 1):
        isi_teks(ws.cell(baris, 2), nama)
        isi_teks(ws.cell(baris, 4), f"Bawaan: {asal}" if asal else "Bawaan")
    nama_skala, urutan = (
        f"'{SKALA.nama}'!${letak[SKALA.nama][k]}$2:${letak[SKALA.nama][k]}$1001" for k in ("Skala", "Urutan")
    )
    for ke in range(1, SKALA_LAIN + 1):
        rumus = f'=IFERROR(INDEX({nama_skala},SMALL(IF({urutan}=1,ROW({nama_skala})-1),{ke})),"")'
        ws.cell(baris + ke, 2, ArrayFormula(f"B{baris + ke}", rumus))
