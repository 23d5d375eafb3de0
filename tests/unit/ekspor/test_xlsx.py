"""The published workbook as Excel and its reader meet it: cover, numbers, text that stays text, how it prints."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kinerja.ekspor import xlsx
from kinerja.ekspor.gaya_xlsx import TINGGI_MAKS, tinggi_baris
from kinerja.ekspor.xlsx import BARIS_KEPALA, nama_lembar, tulis_xlsx
from kinerja.sajian.rupa import PALET
from kinerja.sajian.tabel_terbit import Format, KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sumber.versi import aktif
from kinerja.terbitan.kumpulan import terbitan
from kinerja.terbitan.sampul import Petunjuk, Sampul, sampul

SAMPUL = Sampul(
    judul="Tabel kinerja",
    pemerintah="Kabupaten & Kota",
    opd="Dinas Contoh",
    tahun=2024,
    versi="3",
    dibuat=date(2026, 11, 21),
    petunjuk=(Petunjuk("b.", "A"),),
)
TEKS, ANGKA = KolomTerbit("Nama", lebar=3), KolomTerbit("Nilai", Rata.KANAN, Format.ANGKA)


def tabel(*baris, kode="uji", kolom=(TEKS, ANGKA), **isi):
    return TabelTerbit(kode=kode, judul="Judul tabel", kolom=kolom, baris=tuple(baris), **isi)


def tulis(*isi, sampul=SAMPUL):
    """Write tables and read the workbook again."""
    berkas = BytesIO()
    tulis_xlsx(isi, sampul, berkas)
    return load_workbook(berkas)


def isi_lembar(ws):
    return [s.value for b in ws.iter_rows() for s in b if s.value is not None]


@pytest.fixture(scope="module")
def kabupaten():
    data = aktif().dataset
    isi = terbitan(data, "BATUBARA", 2024)
    return isi, tulis(*isi, sampul=sampul(data, "BATUBARA", 2024, date(2026, 11, 21)))


# --- the whole --------------------------------------------------------------------------------------------------------


def test_a_workbook_has_cover_notes_and_one_table_a_sheet(kabupaten):
    isi, buku = kabupaten
    assert buku.sheetnames[:4] == ["Sampul", "Catatan", "Pengukuran", "Predikat"]
    assert len(buku.sheetnames) == len(isi) + 2
    for t, nama in zip(isi, buku.sheetnames[2:], strict=True):
        ws = buku[nama]
        assert ws["A1"].value == t.judul
        assert [s.value for s in ws[BARIS_KEPALA]] == [k.judul for k in t.kolom]
        assert ws.cell(BARIS_KEPALA + len(t.baris), 1).value is not None


def test_the_figures_of_the_report_are_numbers_in_the_sheet(kabupaten):
    _, buku = kabupaten
    (uhh,) = [b for b in buku["Pengukuran"].iter_rows(values_only=True) if b[2] == "Usia Harapan Hidup"]
    assert uhh[4:6] == (72.93, 72.97)
    assert round(uhh[6], 2) == 100.05
    jumlah = [b for b in buku["Anggaran"].iter_rows(values_only=True) if str(b[0]).startswith("Jumlah")]
    assert jumlah[0][2] == 1_343_185_299_386


def test_no_cell_of_the_whole_workbook_is_a_formula(kabupaten):
    _, buku = kabupaten
    assert {s.data_type for ws in buku for b in ws.iter_rows() for s in b} <= {"s", "n"}


def test_the_cover_names_whose_when_and_every_sheet_with_a_link():
    buku = tulis(tabel(kode="satu"), tabel(kode="dua"))
    ws = buku["Sampul"]
    teks = isi_lembar(ws)
    for ada in ("Kabupaten & Kota", "Dinas Contoh", "2024", "3", "21 November 2026", SAMPUL.asal):
        assert ada in teks
    tautan = {s.value: s.hyperlink.location for b in ws.iter_rows() for s in b if s.hyperlink}
    assert tautan == {"Catatan": "'Catatan'!A1", "Satu": "'Satu'!A1", "Dua": "'Dua'!A1"}


def test_the_notes_tell_how_to_read_and_the_sources_of_each_table():
    teks = isi_lembar(tulis(tabel(sumber=("000, Tabel 3.4", "001")))["Catatan"])
    assert "A" in teks
    assert "b." in teks
    assert "000, Tabel 3.4; 001" in teks


def test_without_a_table_the_cover_says_so():
    buku = tulis()
    assert buku.sheetnames == ["Sampul", "Catatan"]
    assert xlsx.TANPA_TABEL in isi_lembar(buku["Sampul"])


def test_it_can_be_written_to_a_path(tmp_path):
    tulis_xlsx([tabel((Sel("a"), Sel("1", Decimal(1))))], SAMPUL, tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["Uji"]["B5"].value == 1


# --- how it prints ----------------------------------------------------------------------------------------------------


def test_a_sheet_prints_on_a4_landscape_as_wide_as_the_page_with_its_head_on_every_page():
    ws = tulis(tabel(catatan=("Catatan bawah",), sumber=("000",)))["Uji"]
    assert (ws.page_setup.paperSize, ws.page_setup.orientation) == (9, "landscape")
    assert ws.page_setup.fitToWidth in (1, None), "one page is what a sheet means that names no width"
    assert (ws.page_setup.fitToHeight, ws.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert ws.print_title_rows == f"${BARIS_KEPALA}:${BARIS_KEPALA}"
    assert ws.freeze_panes == f"B{BARIS_KEPALA + 1}"
    assert ws.oddFooter.right.text == "Halaman &P dari &N"
    assert isi_lembar(ws)[-2:] == ["Catatan bawah", "Sumber: laporan 000."]


def test_a_name_with_an_order_for_the_footer_is_only_text():
    opd = "A &P &D &G &[Picture] \x07 B" + "x" * 300
    nama = Sampul(judul="T", pemerintah="", opd=opd, tahun=None, versi="1", dibuat=date(2026, 1, 1))
    kaki = tulis(tabel(), sampul=nama)["Uji"].oddFooter.left.text
    assert kaki.startswith("A &&P &&D &&G &&[Picture] B")
    assert len(kaki) < 120


def test_no_number_is_wider_than_its_column_and_text_is_given_its_height():
    besar = Sel("54 Triliun", Decimal(54 * 10**12))
    ws = tulis(tabel((Sel("kata " * 60), besar), kolom=(TEKS, KolomTerbit("N", Rata.KANAN, Format.UMUM))))["Uji"]
    assert ws.column_dimensions["B"].width >= len("54.000.000.000.000") + 2
    assert ws.row_dimensions[BARIS_KEPALA + 1].height > 8 * 12
    assert ws["A5"].alignment.wrap_text


def test_a_row_is_never_higher_than_excel_takes():
    assert tinggi_baris("x" * 32_000, 11) == TINGGI_MAKS
    assert tinggi_baris("", 11) == tinggi_baris("satu", 11) < tinggi_baris("satu\ndua", 11)


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "sel", "nilai", "format_"),
    [
        (Format.PERSEN, Sel("98,23%", Decimal("98.227")), 98.227, '0.00"%"'),
        (Format.PERSEN, Sel("75,0%", Decimal(75)), 75, '0.0"%"'),
        (Format.PERSEN, Sel("+3,99%", Decimal("3.99")), 3.99, '+0.00"%";-0.00"%";0.00"%"'),
        (Format.RUPIAH, Sel("Rp 1.200", Decimal(1200)), 1200, '"Rp" #,##0'),
        (Format.BULAT, Sel("1.315,63", Decimal("1315.63")), 1315.63, "#,##0.00"),
        (Format.BULAT, Sel("-1.315", Decimal(-1315)), -1315, "#,##0"),
        (Format.UMUM, Sel("0,7176", Decimal("0.7176")), 0.7176, "#,##0.0000"),
        (Format.UMUM, Sel("45.90%", Decimal("45.90")), 45.9, '#,##0.00"%"'),
        (Format.UMUM, Sel("52,5 Triliun", Decimal("52500000000000")), 52_500_000_000_000, "#,##0"),
        (Format.UMUM, Sel("1,343,185,386", Decimal(1343185386)), 1343185386, "#,##0"),
        (Format.PERSEN, Sel("98,00%", Decimal(98), PALET[0]), 98, '"▲▲ "0.00"%"'),
    ],
)
def test_a_number_shows_what_the_text_shows(kode, sel, nilai, format_):
    kolom = KolomTerbit("N", Rata.KANAN, kode)
    s = tulis(tabel((sel,), kolom=(kolom,)))["Uji"]["A5"]
    assert (s.value, s.number_format, s.data_type) == (nilai, format_, "n")


@pytest.mark.parametrize("angka", ["1234567890123456", "-99999999999999.99", "NaN", "Infinity"])
def test_a_figure_of_more_digits_than_excel_holds_is_text(angka):
    teks = angka.replace(".", ",")
    s = tulis(tabel((Sel("a"), Sel(teks, Decimal(angka)))))["Uji"]["B5"]
    assert (s.value, s.data_type) == (teks, "s")


def test_a_grade_has_colour_symbol_and_word():
    s = tulis(tabel((Sel("Sangat Rendah", rupa=PALET[4]), Sel("1", Decimal(1)))))["Uji"]["A5"]
    assert s.value == "▼▼ Sangat Rendah"
    assert (s.fill.fgColor.rgb[-6:], s.font.color.rgb[-6:]) == ("8C2D04", "FFFFFF")


def test_a_sum_is_bold():
    ws = tulis(tabel((Sel("Jumlah", tebal=True), Sel("1", Decimal(1)))))["Uji"]
    assert (ws["A5"].font.bold, ws["B5"].font.bold) == (True, False)


# --- hostile text -----------------------------------------------------------------------------------------------------

LARI = "<r><t>lari</t></r>"
"""What XlsxWriter takes for a text that is escaped already."""
JAHAT = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A", "\x00=1+1"]


@pytest.mark.parametrize("jahat", JAHAT)
def test_what_begins_like_a_formula_is_text_wherever_it_stands(jahat):
    nama = Sampul(
        judul=jahat,
        pemerintah=jahat,
        opd=jahat,
        tahun=2024,
        versi=jahat,
        dibuat=date(2026, 1, 1),
        asal=jahat,
        petunjuk=(Petunjuk(jahat),),
    )
    t = TabelTerbit(
        kode=jahat, judul=jahat, kolom=(KolomTerbit(jahat),), baris=((Sel(jahat),),), sumber=(jahat,), catatan=(jahat,)
    )
    buku = tulis(t, sampul=nama)
    semua = [s for ws in buku for b in ws.iter_rows() for s in b if s.value is not None]
    assert {s.data_type for s in semua} == {"s"}
    tepat = [s for s in semua if s.value == jahat.replace("\x00", "")]
    assert len(tepat) >= 9
    assert all(s.quotePrefix for s in tepat)


def test_a_hostile_cell_changes_no_cell_of_the_same_look():
    ws = tulis(tabel(*[(Sel(t), Sel("1", Decimal(1))) for t in ("=1", "biasa", "=2")]))["Uji"]
    assert [bool(ws.cell(n, 1).quotePrefix) for n in (5, 6, 7)] == [True, False, True]


def test_emoji_and_markup_survive_as_text():
    teks = "<script>alert(1)</script> **tebal** 😀 &amp; \u202e"
    assert tulis(tabel((Sel(teks), Sel("1", Decimal(1)))))["Uji"]["A5"].value == teks


@pytest.mark.parametrize(
    "teks", [LARI, f"{LARI}\r_x000D_ ", "<r>&<salah</r>", "<r>" + "&" * 32_000 + "</r>", "&\r" * 16_000]
)
def test_markup_of_the_writer_itself_is_only_text(teks):
    assert tulis(tabel((Sel(teks), Sel("1", Decimal(1)))))["Uji"]["A5"].value == teks


def test_text_beyond_the_limit_of_a_cell_is_cut_and_the_sheet_says_so():
    ws = tulis(tabel((Sel("😀" * 20_000), Sel("1", Decimal(1)))))["Uji"]
    assert ws["A5"].value == "😀" * 16_383
    assert "1 sel dipotong pada batas Excel, yaitu 32767 huruf." in isi_lembar(ws)


def test_rows_beyond_the_limit_of_a_sheet_are_left_out_and_the_sheet_says_so(monkeypatch):
    monkeypatch.setattr(xlsx, "BARIS_MAKS", 2)
    ws = tulis(tabel(*[(Sel(str(n)), Sel("1", Decimal(1))) for n in range(3)]))["Uji"]
    assert [ws.cell(n, 1).value for n in (5, 6, 7)] == ["0", "1", None]
    assert "Dipotong pada batas Excel: 2 dari 3 baris." in isi_lembar(ws)


def test_names_of_sheets_are_allowed_short_and_each_once():
    kode = ["uji", "UJI", "a/b:c*[d]?\\", "'", "", "sampul", "History", "x" * 40, "X" * 40, "😀" * 40, "ß" * 40]
    nama = nama_lembar(kode)
    assert nama[:4] == ("Uji", "UJI 2", "A b c d", "Tabel")
    assert len({n.casefold() for n in (*nama, "sampul", "catatan", "history")}) == len(kode) + 3
    assert max(map(len, nama)) == 31
    assert len(nama[-2]) == 15, "an emoji is two letters to Excel"
    assert tulis(*[tabel(kode=k) for k in kode]).sheetnames[2:] == list(nama)


def test_two_hundred_rows_of_very_long_names_stand_whole():
    nama = "Meningkatnya kualitas pelayanan publik yang sangat panjang " * 20
    isi = [(Sel(f"{n} {nama}"), Sel(str(n), Decimal(n))) for n in range(200)]
    ws = tulis(tabel(*isi))["Uji"]
    assert ws.cell(BARIS_KEPALA + 200, 1).value == f"199 {nama}"
    assert ws.cell(BARIS_KEPALA + 200, 2).value == 199
