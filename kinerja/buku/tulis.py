"""Writing workbooks: the empty template, one from the CSV sources, one of a version; no text is ever a live formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from kinerja.buku.pembaca import LembarMentah
from kinerja.buku.teks_sel import isi_teks
from kinerja.buku.templat.bentuk import BERTEKS, pasang_bantuan, pasang_judul, pasang_profil
from kinerja.buku.templat.pengenal import JUDUL_NAMA
from kinerja.buku.templat.petunjuk import pasang_petunjuk
from kinerja.buku.templat.rujukan import kolom_templat, pasang_nama, tujuan_kode
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import KUNCI_PROFIL, PROFIL, SEMUA_LEMBAR

BARIS_TEMPLAT = 1_000
"""Rows below the data that carry dropdowns and colours; in the template also text format."""
ANGKA_MAKS = 15
"""Digits that a number cell of Excel holds; a longer figure is written as text, which reads as well."""

Isi = Sequence[Sequence[str | None]]


def nama_sumber(lembar: Lembar) -> str:
    """Return the file name of a sheet's CSV: `Anggaran indikator` is anggaran_indikator.csv."""
    return lembar.nama.lower().replace(" ", "_") + ".csv"


def baca_sumber(folder: Path) -> dict[str, list[list[str]]]:
    """Read the CSV sources, one a sheet, headers included; a sheet without file is left out."""
    hasil = {}
    for lembar in SEMUA_LEMBAR:
        berkas = folder / nama_sumber(lembar)
        if berkas.exists():
            try:
                with berkas.open(encoding="utf-8", newline="") as f:
                    baris = list(csv.reader(f))
            except (UnicodeDecodeError, csv.Error) as galat:
                raise SumberSalah(f"{berkas.name}: bukan CSV dalam UTF-8") from galat
            for nomor, isi in enumerate(baris, 1):
                _periksa_csv(f"{berkas.name} baris {nomor}", lembar, baris[0], isi, judul=nomor == 1)
            if not baris:
                raise SumberSalah(f"{berkas.name}: kosong, padahal baris pertama harus berisi judul kolom")
            baca_csv = baris
            hasil[lembar.nama] = baca_csv
    if not hasil:
        raise SumberSalah(f"{folder}: tidak ada berkas CSV bernama seperti {nama_sumber(SEMUA_LEMBAR[0])}")
    return hasil


class SumberSalah(ValueError):  # noqa: N818 - Indonesian for "wrong source"
    """A CSV that cannot become a sheet; says which file and line."""


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
    _tulis([(s, sumber[s.nama][0], sumber[s.nama][1:]) for s in SEMUA_LEMBAR if s.nama in sumber], keluaran)


def tulis_templat(keluaran: Path) -> None:
    """Write the empty workbook: dropdowns, text format where Excel would spoil a value, frozen header, notes."""
    profil: Isi = [[k, None] for k in KUNCI_PROFIL]
    _tulis([(s, kolom_templat(s), profil if s is PROFIL else []) for s in SEMUA_LEMBAR], keluaran, templat=True)


def tulis_kanonik(lembar: Iterable[LembarMentah], keluaran: Path) -> None:
    """Write a version's canonical sheets as a workbook that reads back to the same sheets.

    Args:
        lembar: the sheets of a version; those of the schema that it lacks stand empty with their header.
        keluaran: the file to write.
    """
    ada = {s.nama: s for s in lembar}
    _tulis([_dari_kanonik(s, ada.get(s.nama)) for s in SEMUA_LEMBAR], keluaran)


def _dari_kanonik(skema: Lembar, lembar: LembarMentah | None) -> tuple[Lembar, Sequence[str], Isi]:
    if lembar is None or not lembar.baris:
        return skema, skema.judul, []
    (_, judul), *baris = lembar.baris
    tambahan = [k.nama for k in skema.kolom if k.tambahan and k.nama not in judul]
    kosong = [None] * len(tambahan)
    return (
        skema,
        [*(_teks(j) or "" for j in judul), *tambahan],
        [[*(_teks(s) for s in sel), *kosong] for _, sel in baris],
    )


def _teks(isi: object) -> str | None:
    """Canonical cells are texts; anything else would be a mistake of the caller, written as its text."""
    return isi if isinstance(isi, str) or isi is None else str(isi)


def _tulis(isi: Sequence[tuple[Lembar, Sequence[str], Isi]], keluaran: Path, *, templat: bool = False) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    buku = Workbook()
    buku.remove(buku.worksheets[0])
    letak = {s.nama: {j: get_column_letter(i) for i, j in enumerate(judul, 1)} for s, judul, _ in isi}
    for lembar, judul, baris in isi:
        ws = buku.create_sheet(lembar.nama)
        kolom = list(_kolom(lembar, judul))
        pasang_judul(ws, lembar, kolom)
        for nomor, data in enumerate(baris, 2):
            for ke, (k, teks) in enumerate(zip(kolom, data, strict=True), 1):
                if teks:
                    tulis_sel(ws.cell(nomor, ke), k, teks)
        akhir = len(baris) + 1 + BARIS_TEMPLAT
        if templat:
            # Make empty cells text where they must be: some programs do not heed the column's format.
            for ke in (i for i, k in enumerate(kolom, 1) if _dirusak_excel(lembar, k)):
                for nomor in range(2, akhir + 1):
                    ws.cell(nomor, ke).number_format = "@"
            pasang_nama(ws, lembar, letak, akhir)
        pasang_bantuan(ws, lembar, kolom, letak, akhir)
        if lembar is PROFIL:
            pasang_profil(ws, letak[lembar.nama], [dict(zip(judul, b, strict=True)).get("Kunci") or "" for b in baris])
    if templat:
        pasang_petunjuk(buku, letak)
    keluaran.parent.mkdir(parents=True, exist_ok=True)
    buku.save(keluaran)


def _dirusak_excel(lembar: Lembar, kolom: Kolom) -> bool:
    """Tell whether Excel would make another value of what is typed: values, and texts that are codes or keys."""
    if kolom.jenis is not Jenis.TEKS:
        return kolom.jenis in BERTEKS
    rujukan = tujuan_kode(lembar.nama, kolom.nama) is not None
    return kolom.kode or rujukan or kolom.nama in lembar.kunci or lembar is PROFIL


def _kolom(lembar: Lembar, judul: Iterable[str]) -> Iterator[Kolom]:
    """Yield the columns by their headers; one that is not ours is plain text without help."""
    nama = (
        Kolom(nama=j, bantuan=f"Nama dari kode di kirinya, menurut lembar {s}; terisi sendiri dan tidak dibaca")
        for s, j in JUDUL_NAMA.items()
    )
    dikenal = {k.nama: k for k in (*nama, *lembar.kolom)}
    yield from (dikenal.get(j) or Kolom(nama=j, bantuan="") for j in judul)


def tulis_sel(sel: Any, kolom: Kolom, teks: str) -> None:
    """Put the text of a canonical cell into a cell of openpyxl: years and money as numbers, all else as text."""
    angka = _angka(kolom, teks)
    if angka is not None:
        sel.value = angka
        if kolom.jenis is Jenis.UANG and isinstance(angka, int):
            sel.number_format = "#,##0"
        return
    isi_teks(sel, teks)
    if kolom.jenis in BERTEKS:
        sel.number_format = "@"


def _angka(kolom: Kolom, teks: str) -> int | float | None:
    if kolom.jenis not in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN) or teks == "-":
        return None
    angka = float(teks.replace(",", "."))
    if not isfinite(angka):
        raise ValueError(teks)
    if sum(c.isdigit() for c in teks) > ANGKA_MAKS:
        return None
    return int(teks) if teks.lstrip("-").isdigit() else angka
