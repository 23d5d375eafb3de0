"""Writing workbooks: the empty template, and a workbook from the CSV sources; no text is ever a live formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kinerja.skema import SEMUA_LEMBAR, Jenis, Kolom, Lembar

BARIS_TEMPLAT = 1_000
"""Rows of the template that carry dropdowns and text format."""
_BERTEKS = {Jenis.NILAI, Jenis.APA_ADANYA, Jenis.CAPAIAN}
_LEBAR = {"Indikator": 44, "Uraian": 60, "Sumber": 34, "Catatan": 44, "Formula": 44, "Sasaran": 44, "Nama OPD": 44}


def nama_sumber(lembar: Lembar) -> str:
    """Return the file name of a sheet's CSV: `Anggaran indikator` is anggaran_indikator.csv."""
    return lembar.nama.lower().replace(" ", "_") + ".csv"


def baca_sumber(folder: Path) -> dict[str, list[list[str]]]:
    """Read the CSV sources, one a sheet, headers included; a sheet without file is left out."""
    hasil = {}
    for lembar in SEMUA_LEMBAR:
        berkas = folder / nama_sumber(lembar)
        if berkas.exists():
            hasil[lembar.nama] = _baca_csv(berkas, lembar)
    if not hasil:
        raise SumberSalah(f"{folder}: tidak ada berkas CSV bernama seperti {nama_sumber(SEMUA_LEMBAR[0])}")
    return hasil


class SumberSalah(ValueError):  # noqa: N818 - Indonesian for "wrong source"
    """A CSV that cannot become a sheet; says which file and line."""


def _baca_csv(berkas: Path, lembar: Lembar) -> list[list[str]]:
    try:
        with berkas.open(encoding="utf-8", newline="") as f:
            baris = list(csv.reader(f))
    except (UnicodeDecodeError, csv.Error) as galat:
        raise SumberSalah(f"{berkas.name}: bukan CSV dalam UTF-8") from galat
    for nomor, isi in enumerate(baris, 1):
        _periksa_csv(f"{berkas.name} baris {nomor}", lembar, baris[0], isi, judul=nomor == 1)
    if not baris:
        raise SumberSalah(f"{berkas.name}: kosong, padahal baris pertama harus berisi judul kolom")
    return baris


def _periksa_csv(tempat: str, lembar: Lembar, kepala: list[str], isi: list[str], *, judul: bool) -> None:
    asing = [j for j in kepala if j not in lembar.judul]
    if judul and asing:
        raise SumberSalah(f"{tempat}: kolom {asing[0]} tidak dikenal pada lembar {lembar.nama}")
    if len(isi) != len(kepala):
        raise SumberSalah(f"{tempat}: berisi {len(isi)} kolom, seharusnya {len(kepala)}")
    for nama, teks in () if judul else zip(kepala, isi, strict=True):
        if _angka_salah(lembar.cari(nama), teks):
            raise SumberSalah(f"{tempat}: {nama} berisi “{teks}”, bukan angka")


def _angka_salah(kolom: Kolom, teks: str) -> bool:
    try:
        _angka(kolom, teks or "0")
    except ValueError:
        return True
    return False


def tulis_buku(folder: Path, keluaran: Path) -> None:
    """Write the workbook of the CSV sources in `folder`; years and money become numbers, all else stays text."""
    sumber = baca_sumber(folder)
    _tulis([(s, sumber[s.nama][0], sumber[s.nama][1:]) for s in SEMUA_LEMBAR if s.nama in sumber], keluaran, 0)


def tulis_templat(keluaran: Path) -> None:
    """Write the empty workbook: dropdowns, text format where Excel would spoil a value, frozen header, notes."""
    _tulis([(s, list(s.judul), []) for s in SEMUA_LEMBAR], keluaran, BARIS_TEMPLAT)


def _tulis(isi: Iterable[tuple[Lembar, Sequence[str], list[list[str]]]], keluaran: Path, tambahan: int) -> None:
    from openpyxl import Workbook

    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for lembar, judul, baris in isi:
        ws = buku.create_sheet(lembar.nama)
        kolom = [lembar.cari(j) for j in judul]
        _tulis_judul(ws, lembar, kolom)
        for nomor, data in enumerate(baris, 2):
            _tulis_baris(ws, nomor, kolom, data)
        _pasang_bantuan(ws, kolom, len(baris) + 1, tambahan)
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    buku.save(keluaran)


def _tulis_judul(ws: Any, lembar: Lembar, kolom: Sequence[Kolom]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    for letak, k in enumerate(kolom, 1):
        sel = ws.cell(1, letak, k.nama)
        sel.font = Font(bold=k.wajib, color="FFFFFF")
        sel.fill = PatternFill("solid", fgColor="08519C" if k.wajib else "4A6FA5")
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        sel.comment = Comment(_catatan(k), lembar.nama, width=320, height=120)
    ws.freeze_panes = "A2"


def _catatan(kolom: Kolom) -> str:
    wajib = "Wajib diisi. " if kolom.wajib else ""
    pilihan = f" Pilihan: {', '.join(kolom.pilihan)}." if kolom.pilihan else ""
    return f"{wajib}{kolom.bantuan}.{pilihan}"


def _tulis_baris(ws: Any, nomor: int, kolom: Sequence[Kolom], data: Sequence[str]) -> None:
    for letak, (k, teks) in enumerate(zip(kolom, data, strict=True), 1):
        if teks != "":
            _tulis_sel(ws.cell(nomor, letak), k, teks)


def _tulis_sel(sel: Any, kolom: Kolom, teks: str) -> None:
    angka = _angka(kolom, teks)
    if angka is not None:
        sel.value = angka
        sel.number_format = "#,##0" if kolom.jenis is Jenis.UANG and isinstance(angka, int) else "General"
        return
    sel.value = teks
    # openpyxl takes text that begins with "=" for a formula; here text is always text.
    sel.data_type = "s"
    if kolom.jenis in _BERTEKS:
        sel.number_format = "@"


def _angka(kolom: Kolom, teks: str) -> int | float | None:
    if kolom.jenis not in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN) or teks == "-":
        return None
    angka = float(teks.replace(",", "."))
    return int(teks) if teks.lstrip("-").isdigit() else angka


def _pasang_bantuan(ws: Any, kolom: Sequence[Kolom], terisi: int, tambahan: int) -> None:
    from openpyxl.utils import get_column_letter

    akhir = max(terisi, 1) + tambahan
    for letak, k in enumerate(kolom, 1):
        huruf = get_column_letter(letak)
        ws.column_dimensions[huruf].width = _LEBAR.get(k.nama, 18)
        if k.jenis in _BERTEKS:
            ws.column_dimensions[huruf].number_format = "@"
            for nomor in range(terisi + 1, akhir + 1):
                ws.cell(nomor, letak).number_format = "@"
        if k.pilihan:
            _pasang_pilihan(ws, k, f"{huruf}2:{huruf}{akhir + 1}")


def _pasang_pilihan(ws: Any, kolom: Kolom, rentang: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    aturan = DataValidation("list", formula1=f'"{",".join(kolom.pilihan)}"', allow_blank=True, showErrorMessage=True)
    aturan.errorTitle = kolom.nama
    aturan.error = f"Pilih salah satu: {', '.join(kolom.pilihan)}"[:255]
    ws.add_data_validation(aturan)
    aturan.add(rentang)
