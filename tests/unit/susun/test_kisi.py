"""Sheets as grids: cells as the user sees them, merges, what is hidden, and the limits; here of .xlsx."""

import datetime as dt

import pytest
from openpyxl import Workbook
from pembangun import Galat, Persen, Rumus, Waktu, tulis

from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import SelKhusus
from kinerja.buku.temuan import BukuDitolak
from kinerja.susun.baca import lembar
from kinerja.susun.kisi import baca_kisi


def satu(buku):
    (kisi,) = buku.lembar
    return kisi


def ditolak(baca, berkas, *isi):
    with pytest.raises(BukuDitolak) as galat:
        baca(berkas, *isi)
    return [t.kode for t in galat.value.temuan]


def buat(folder, *ubahan):
    """Write a workbook of one sheet that functions fill."""
    buku = Workbook()
    for ubah in ubahan:
        ubah(buku.active)
    berkas = folder / "tabel.xlsx"
    buku.save(berkas)
    return berkas


def isi(**sel):
    def ubah(ws):
        for alamat, nilai in sel.items():
            ws[alamat] = nilai

    return ubah


def test_cells_stand_where_they_stand_and_say_what_they_are(baca_di_sini, tmp_path):
    baris = [
        [None, "Uraian", "  ", "1.234,56"],
        [],
        [
            Persen(0.9476),
            Galat("#N/A"),
            Rumus("=1+1"),
            Rumus("=1+1", "2"),
            7,
            True,
            Waktu(dt.date(2026, 8, 5), "d-mmm"),
        ],
    ]
    kisi = satu(baca_di_sini(tulis({"LRA 2026": baris}, tmp_path / "tabel.xlsx")))
    assert (kisi.nama, kisi.tersembunyi) == ("LRA 2026", False)
    assert (list(kisi.sel.index), list(kisi.sel.columns)) == ([1, 2, 3], [1, 2, 3, 4, 5, 6, 7])
    assert [str(d) for d in kisi.sel.dtypes] == ["object"] * 7
    assert list(kisi.sel.loc[1]) == [None, "Uraian", None, "1.234,56", None, None, None]
    assert list(kisi.sel.loc[2]) == [None] * 7
    assert list(kisi.sel.loc[3]) == [
        SelKhusus("persen", 0.9476, 2),
        SelKhusus("galat", "#N/A"),
        SelKhusus("rumus"),
        2,
        7,
        SelKhusus("logis", True),
        SelKhusus("tanggal", "2026-08-05 00:00:00", 0, "d-mmm"),
    ]


def sembunyikan(ws):
    ws.row_dimensions[2].hidden = ws.row_dimensions[90].hidden = True
    ws.column_dimensions.group("B", "C", hidden=True)
    ws.column_dimensions["Z"].hidden = True
    for rentang in ("A1:C1", "D2:D40", "E1:E1", "Y1:Z9"):
        ws.merge_cells(rentang)


def test_merges_and_hidden_lines_are_told_within_the_table(baca_di_sini, tmp_path):
    kisi = satu(baca_di_sini(buat(tmp_path, isi(A1="Judul", D2="x", E3=5), sembunyikan)))
    assert kisi.gabungan == ((1, 1, 1, 3), (2, 4, 3, 4))
    assert (kisi.baris_sembunyi, kisi.kolom_sembunyi) == ({2}, {2, 3})
    assert kisi.sel.loc[1, 2] is None


def test_every_sheet_is_read_the_hidden_and_the_empty_ones_too(baca_di_sini, tmp_path):
    def lain(ws):
        ws.parent.create_sheet("Kosong")
        rahasia = ws.parent.create_sheet("Rahasia")
        rahasia["B2"], rahasia.sheet_state = 1, "hidden"

    buku = baca_di_sini(buat(tmp_path, isi(A1="a"), lain))
    assert buku.berkas == "tabel.xlsx"
    bentuk = [(k.nama, k.tersembunyi, k.sel.shape) for k in buku.lembar]
    assert bentuk == [("Sheet", False, (1, 1)), ("Kosong", False, (0, 0)), ("Rahasia", True, (2, 2))]


def test_a_file_without_a_filled_cell_is_none(baca_di_sini, tmp_path):
    assert ditolak(baca_di_sini, buat(tmp_path, isi(A1=" ", B2=""))) == [Kode.BERKAS_TANPA_ISI]


def test_a_sheet_beyond_the_limits_is_named_and_the_others_stay(baca_di_sini, tmp_path):
    def lain(ws):
        ws.parent.create_sheet("Jauh")["A50"] = 1

    berkas, batas = buat(tmp_path, isi(A1="a"), lain), Batas(baris=40)
    buku = baca_di_sini(berkas, batas)
    assert satu(buku).nama == "Sheet"
    assert [(t.kode, t.lembar, t.sel) for t in buku.temuan] == [(Kode.SEL_DI_LUAR_BATAS, "Jauh", "A50")]
    assert ditolak(baca_di_sini, buat(tmp_path, isi(A50="a")), batas) == [Kode.SEL_DI_LUAR_BATAS]


def test_far_cells_take_no_memory(baca_di_sini, tmp_path, monkeypatch):
    monkeypatch.setattr(lembar, "LUAS_MAKS", 100)
    buku = baca_di_sini(buat(tmp_path, isi(A1="a"), lambda ws: isi(J11="x")(ws.parent.create_sheet("Luas"))))
    assert satu(buku).nama == "Sheet"
    assert [t.pesan for t in buku.temuan] == [
        "Lembar Luas membentang 11 baris dan 10 kolom, terlalu luas untuk dibaca sebagai tabel"
    ]


def test_merges_over_each_other_are_refused(baca_di_sini, tmp_path):
    def tumpuk(ws):
        for kolom in "BCDE":
            ws.merge_cells(f"A1:{kolom}9")

    assert ditolak(baca_di_sini, buat(tmp_path, isi(A1="a", F10="b"), tumpuk)) == [Kode.ISI_MENCURIGAKAN]


def test_the_child_reads_and_its_limits_hold(tmp_path):
    berkas = buat(tmp_path, isi(A1="Uraian", B2=5))
    assert list(satu(baca_kisi(berkas)).sel.loc[2]) == [None, 5]
    assert ditolak(baca_kisi, berkas, Batas(hasil=10)) == [Kode.PEMBACA_TERHENTI]
