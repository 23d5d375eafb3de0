"""Help with codes in Excel: a dropdown of what stands in the other sheet, and the name of the code beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.buku.hubungan import KOLOM_DAFTAR, RUJUKAN
from kinerja.buku.templat.pengenal import JUDUL_NAMA
from kinerja.model.kolom import Kolom, Lembar
from kinerja.model.skema import INDIKATOR, OPD

Letak = Mapping[str, Mapping[str, str]]
"""Letters of the columns of every sheet that is written, by sheet and header."""

HURUF = "Calibri"
"""Typeface of the sheets; a font without a name is another one in every program."""
BARIS_AKHIR = 1_048_576
"""The last row of a sheet of Excel."""
_KOLOM_NAMA = {OPD.nama: ("Kode OPD", "Nama OPD"), INDIKATOR.nama: ("Kode indikator", "Indikator")}
"""Where a code stands, and its name."""


def tujuan_kode(lembar: str, kolom: str) -> tuple[str, str] | None:
    """Return sheet and column in which the codes of a column stand, where that is the list of OPD or of Indikator."""
    return next((r[2:] for r in RUJUKAN if r[:2] == (lembar, kolom) and r[2] in JUDUL_NAMA), None)


def kolom_templat(lembar: Lembar) -> tuple[str, ...]:
    """Return the headers of a sheet with the columns of names: each behind the first column of such codes."""
    judul: list[str] = []
    for nama in lembar.judul:
        judul.append(nama)
        tujuan = None if (lembar.nama, nama) in KOLOM_DAFTAR else tujuan_kode(lembar.nama, nama)
        if tujuan and JUDUL_NAMA[tujuan[0]] not in judul:
            judul.append(JUDUL_NAMA[tujuan[0]])
    return tuple(judul)


def pasang_kode(ws: Any, lembar: Lembar, kolom: Sequence[Kolom], letak: Letak, akhir: int) -> None:
    """Give every column of codes its dropdown, which follows what is typed in the other sheet; others may be typed."""
    for k in kolom:
        tujuan = tujuan_kode(lembar.nama, k.nama)
        huruf = letak.get(tujuan[0], {}).get(tujuan[1]) if tujuan else None
        if tujuan and huruf:
            atas = f"'{tujuan[0]}'!${huruf}$2"
            banyak = f"MAX(1,COUNTA({atas}:${huruf}${BARIS_AKHIR}))"
            pesan = f"Kode ini belum ada pada lembar {tujuan[0]}. Tulis juga barisnya di sana."
            beberapa = (lembar.nama, k.nama) in KOLOM_DAFTAR
            tambahan = " Beberapa kode dipisah titik koma; abaikan pesan ini bila semuanya ada." if beberapa else ""
            rentang = f"{letak[lembar.nama][k.nama]}2:{letak[lembar.nama][k.nama]}{akhir}"
            pasang_daftar(ws, f"OFFSET({atas},0,0,{banyak},1)", rentang, k.nama, pesan + tambahan)


def pasang_daftar(ws: Any, rumus: str, rentang: str, judul: str, pesan: str) -> None:
    """Offer the cells that `rumus` names; another word is asked about, never refused."""
    from openpyxl.worksheet.datavalidation import DataValidation

    aturan = DataValidation("list", formula1=rumus, allow_blank=True, showErrorMessage=True, errorStyle="warning")
    aturan.errorTitle, aturan.error = judul, pesan
    ws.add_data_validation(aturan)
    aturan.add(rentang)


def pasang_nama(ws: Any, lembar: Lembar, letak: Letak, akhir: int) -> None:
    """Fill the columns of names with formulas and let nothing be typed there."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    milik = letak[lembar.nama]
    for tujuan, judul in JUDUL_NAMA.items():
        if judul not in milik:
            continue
        judul_semua = kolom_templat(lembar)
        kode = judul_semua[judul_semua.index(judul) - 1]
        cari, nama = (letak[tujuan][k] for k in _KOLOM_NAMA[tujuan])
        ws[f"{milik[judul]}2"].font = Font(name=HURUF, sz=11, italic=True, color="6B6B6B")
        rupa = ws[f"{milik[judul]}2"]._style
        for nomor in range(2, akhir + 1):
            sel, asal = ws[f"{milik[judul]}{nomor}"], f"{milik[kode]}{nomor}"
            ketemu = f"INDEX('{tujuan}'!${nama}:${nama},MATCH({asal},'{tujuan}'!${cari}:${cari},0))"
            sel.value = f'=IF({asal}="","",IFERROR({ketemu},"belum ada pada lembar {tujuan}"))'
            sel._style = rupa  # one for all: openpyxl would search for the same font again in every cell
        aturan = DataValidation("custom", formula1="FALSE", allow_blank=False, showErrorMessage=True)
        aturan.errorTitle, aturan.error = judul, f"Kolom ini terisi sendiri dari {kode}; tulis kodenya saja."
        ws.add_data_validation(aturan)
        aturan.add(f"{milik[judul]}2:{milik[judul]}{akhir}")
