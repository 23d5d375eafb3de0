"""Every kind of table file as the same grid; what is no table, and what its name hides, is told."""

import datetime as dt
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from struct import pack

import pytest
import xlwt
from berkas_kisi import LEMBAR_KERJA, Tabel, kemas_ods, naskah_csv, naskah_html, tulis_xls, tulis_xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pembangun import Galat, Persen, Rumus, Tinggi, Waktu

from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import SelKhusus
from kinerja.buku.temuan import BukuDitolak
from kinerja.susun.baca.teks import PEMISAH, cari_pemisah


def bentuk(kisi):
    return (
        kisi.sel.to_numpy().tolist(),
        list(kisi.sel.index),
        list(kisi.sel.columns),
        kisi.gabungan,
        kisi.baris_sembunyi,
        kisi.kolom_sembunyi,
        kisi.tersembunyi,
    )


def isi(buku):
    (kisi,) = buku.lembar
    return kisi.sel.to_numpy().tolist()


def simpan(folder, nama, mentah):
    berkas = folder / nama
    berkas.write_bytes(mentah if isinstance(mentah, bytes) else mentah.encode())
    return berkas


def tolak(baca, berkas, *batas):
    with pytest.raises(BukuDitolak) as galat:
        baca(berkas, *batas)
    (satu,) = galat.value.temuan
    return satu


# --- the same table in every kind -------------------------------------------------------------------------------------

ANGKA = Tabel(
    [
        ["Laporan & <Realisasi>", None, None, None],
        [],
        ["Uraian", "Pagu\nawal", 2026, 1343185299386],
        [Persen(0.9476), Persen(0.5, 0), Galat("#DIV/0!"), True],
        [
            Waktu(dt.date(2026, 8, 5), "d-mmm"),
            Waktu(dt.time(7, 15), "h:mm"),
            Waktu(dt.timedelta(hours=70, minutes=10), "[h]:mm"),
            -1.25,
        ],
        ["1.10", Tinggi("70,10", "1"), "1.234,56", "x"],
        ["akhir", None, None, None],
    ],
    gabungan=((1, 1, 2, 4), (6, 4, 7, 4)),
    baris_sembunyi=frozenset({5}),
    kolom_sembunyi=frozenset({2}),
)
KATA = Tabel(
    [
        ["LAPORAN REALISASI ANGGARAN", None, None],
        ["Kode", "Uraian", "Anggaran"],
        [None, "Belanja; operasi, “modal” & <lain>", "1.234.567,00"],
        [None, None, None],
        ["5.1.02", "Baris\nkedua | dua", "12,5"],
    ],
    gabungan=((1, 1, 1, 3), (2, 1, 3, 1)),
    baris_sembunyi=frozenset({3}),
    kolom_sembunyi=frozenset({3}),
)


@pytest.mark.parametrize("akhiran", LEMBAR_KERJA)
def test_every_spreadsheet_gives_the_same_grid(baca_di_sini, tmp_path, akhiran):
    satu, asal = (baca_di_sini(LEMBAR_KERJA[a](ANGKA, tmp_path / f"tabel{a}")) for a in (akhiran, ".xlsx"))
    assert satu.temuan == ()
    assert [k.nama for k in satu.lembar] == ["Lembar 1"]
    assert bentuk(satu.lembar[0]) == bentuk(asal.lembar[0])
    assert asal.lembar[0].sel.loc[4, 1] == SelKhusus("persen", 0.9476, 2)
    assert asal.lembar[0].sel.loc[6, 2] == SelKhusus("kaki", "70,10", 0, "1")


def test_a_page_gives_the_same_grid_as_a_spreadsheet(baca_di_sini, tmp_path):
    halaman = baca_di_sini(simpan(tmp_path, "lra.html", naskah_html(KATA)))
    assert bentuk(halaman.lembar[0]) == bentuk(baca_di_sini(tulis_xlsx(KATA, tmp_path / "lra.xlsx")).lembar[0])


SANDI = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


@pytest.mark.parametrize("sandi", SANDI)
@pytest.mark.parametrize("pemisah", PEMISAH)
def test_lines_of_text_give_the_same_cells_in_any_encoding(baca_di_sini, tmp_path, pemisah, sandi):
    berkas = simpan(tmp_path, "lra.csv", naskah_csv(KATA, pemisah).encode(sandi))
    buku = baca_di_sini(berkas)
    assert buku.temuan == ()
    assert isi(buku) == isi(baca_di_sini(tulis_xlsx(KATA, tmp_path / "lra.xlsx")))


def test_a_page_saved_as_one_file_is_read(baca_di_sini, tmp_path):
    pesan = MIMEMultipart("related")
    pesan.attach(MIMEText("<html><frameset></frameset></html>", "html", "us-ascii"))
    pesan.attach(MIMEText(naskah_html(KATA), "html", "utf-8"))
    buku = baca_di_sini(simpan(tmp_path, "lra.mht", pesan.as_bytes()))
    assert isi(buku) == isi(baca_di_sini(simpan(tmp_path, "lra.html", naskah_html(KATA))))


# --- names and content ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "jenis"), [("lra.xls", "halaman web"), ("lra.xlsx", "halaman web"), ("LRA.CSV", "halaman web")]
)
def test_a_page_with_another_name_is_read_and_that_is_said(baca_di_sini, tmp_path, nama, jenis):
    (satu,) = baca_di_sini(simpan(tmp_path, nama, naskah_html(KATA))).temuan
    assert (satu.kode, satu.tingkat) == (Kode.JENIS_LAIN, "peringatan")
    assert jenis in satu.pesan
    assert nama[3:].lower() in satu.pesan


def test_a_workbook_named_xls_is_what_it_is(baca_di_sini, tmp_path):
    buku = baca_di_sini(tulis_xlsx(ANGKA, tmp_path / "lra.xls"))
    assert ["buku kerja Excel (.xlsx)" in t.pesan for t in buku.temuan] == [True]


OLE = bytes.fromhex("D0CF11E0A1B11AE1")
BUKAN = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "adalah dokumen PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "adalah gambar"),
    "a rich text": (b"{\\rtf1 abc}", "adalah dokumen teks (.rtf)"),
    "JSON": (b'{"data": [1, 2]}', "adalah data JSON"),
    "another XML": (b'<?xml version="1.0"?><rss></rss>', "adalah berkas XML"),
    "bytes": (bytes(range(256)) * 4, "bukan tabel"),
    "gzip": (b"\x1f\x8b\x08\0abc", "adalah arsip gzip"),
}


@pytest.mark.parametrize("nama", BUKAN)
def test_what_is_no_table_is_said(baca_di_sini, tmp_path, nama):
    mentah, harapan = BUKAN[nama]
    satu = tolak(baca_di_sini, simpan(tmp_path, "tabel.xls", mentah))
    assert satu.kode == Kode.BUKAN_TABEL
    assert harapan in satu.pesan
    assert "salin dahulu tabelnya ke Excel" in satu.saran


def test_a_document_and_an_archive_are_no_tables(baca_di_sini, tmp_path):
    with zipfile.ZipFile(tmp_path / "surat.xlsx", "w") as arsip:
        arsip.writestr("[Content_Types].xml", "wordprocessingml")
        arsip.writestr("word/document.xml", "<w/>")
    assert "dokumen Word" in tolak(baca_di_sini, tmp_path / "surat.xlsx").pesan


def xls_dengan(berkas, dari, menjadi):
    """Write an .xls and change its bytes."""
    tulis_xls(ANGKA, berkas)
    mentah = berkas.read_bytes()
    assert dari in mentah
    berkas.write_bytes(mentah.replace(dari, menjadi, 1))
    return berkas


def test_a_password_is_said_whatever_keeps_it(baca_di_sini, tmp_path):
    nama, terkunci = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    panjang = pack("<H", len(nama) + 2), pack("<H", len(terkunci) + 2)
    dari = nama.ljust(64, b"\0") + panjang[0]
    baru = xls_dengan(tmp_path / "baru.xlsx", dari, terkunci.ljust(64, b"\0") + panjang[1])
    # CODEPAGE becomes FILEPASS.
    lama = xls_dengan(tmp_path / "lama.xls", b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00")
    ods = kemas_ods("", tmp_path / "tabel.ods", manifes="<m:encryption-data/>")
    for berkas in (baru, lama, ods):
        assert tolak(baca_di_sini, berkas).kode == Kode.KATA_SANDI


def test_a_formula_without_result_is_no_figure(baca_di_sini, tmp_path):
    tabel = Tabel([["Jumlah", Rumus("=1+1"), 5]])
    for akhiran in (".xlsx", ".ods", ".xml"):
        kisi = baca_di_sini(LEMBAR_KERJA[akhiran](tabel, tmp_path / f"t{akhiran}")).lembar[0]
        assert list(kisi.sel.loc[1]) == ["Jumlah", SelKhusus("rumus"), 5]


def test_a_zero_of_an_old_workbook_that_nothing_computed_is_no_figure(baca_di_sini, tmp_path):
    buku = xlwt.Workbook()
    ws = buku.add_sheet("LRA")
    ws.write(0, 0, xlwt.Formula("1+1"))
    ws.write(0, 1, 0)
    buku.save(str(tmp_path / "t.xls"))
    mentah = (tmp_path / "t.xls").read_bytes()
    hasil = pack("<Q", 0xFFFF000000000003) + pack("<H", 0)
    assert hasil in mentah
    simpan(tmp_path, "t.xls", mentah.replace(hasil, pack("<d", 0) + pack("<H", 3)))
    assert isi(baca_di_sini(tmp_path / "t.xls")) == [[SelKhusus("rumus"), 0]]


def test_a_limit_of_the_file_holds_for_every_kind(baca_di_sini, tmp_path):
    for berkas in (simpan(tmp_path, "a.csv", "a;b\n" * 9), tulis_xls(ANGKA, tmp_path / "a.xls")):
        assert tolak(baca_di_sini, berkas, Batas(berkas=10)).kode == Kode.BERKAS_BESAR
    assert tolak(baca_di_sini, simpan(tmp_path, "k.csv", b"")).kode == Kode.BERKAS_KOSONG
    assert tolak(baca_di_sini, simpan(tmp_path, "k.csv", b"; ;\n")).kode == Kode.BERKAS_TANPA_ISI


@pytest.mark.parametrize("akhiran", LEMBAR_KERJA)
def test_a_cell_beyond_the_limits_is_named_in_every_kind(baca_di_sini, tmp_path, akhiran):
    berkas = LEMBAR_KERJA[akhiran](ANGKA, tmp_path / f"t{akhiran}")
    assert tolak(baca_di_sini, berkas, Batas(kolom=3)).sel == "D3"
    assert tolak(baca_di_sini, berkas, Batas(baris=5)).sel[1:] == "6"


# --- lines of text ----------------------------------------------------------------------------------------------------

CSV = {
    "decimals in every row": ("Uraian;Nilai\nA;1,5\nB;2,5\n", [["Uraian", "Nilai"], ["A", "1,5"], ["B", "2,5"]]),
    "titles with commas": (
        "Kabupaten A, Provinsi B\nTahun 2025, murni\nKode|Nilai\n1.10|2,5\n1.2|3,5\n",
        [
            ["Kabupaten A, Provinsi B", None],
            ["Tahun 2025, murni", None],
            ["Kode", "Nilai"],
            ["1.10", "2,5"],
            ["1.2", "3,5"],
        ],
    ),
    "thousands of the English": (
        "a\tb\tc\nx\t1,234,567.89\t1,234\n",
        [["a", "b", "c"], ["x", "1,234,567.89", "1,234"]],
    ),
    "lists in commas": ('a,b\n"x;y;z",1\n"p;q;r",2\n', [["a", "b"], ["x;y;z", "1"], ["p;q;r", "2"]]),
    "trailing cells left out": (
        "a;b;c;d\nx;1,5\ny;1,5;2,5\nz;1,5;2,5;3,5\n",
        [["a", "b", "c", "d"], ["x", "1,5", None, None], ["y", "1,5", "2,5", None], ["z", "1,5", "2,5", "3,5"]],
    ),
    "a line that names the sign": ("sep=#\na#b\n1#2\n", [["a", "b"], ["1", "2"]]),
    "codes as formulas": ('="1.02"; x\n="001";y\n', [["1.02", " x"], ["001", "y"]]),
    "an inch mark": ('a;b\npipa 5" PVC;2\n', [["a", "b"], ['pipa 5" PVC', "2"]]),
    "old line ends": ("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
    "no line end": ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
    "empty lines count": ("\n\na;b\n", [[None, None], [None, None], ["a", "b"]]),
    "figures only": ("a,b\n1,2\n3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
}


@pytest.mark.parametrize("nama", CSV)
def test_the_sign_between_columns_is_found(baca_di_sini, tmp_path, nama):
    naskah, harapan = CSV[nama]
    buku = baca_di_sini(simpan(tmp_path, "t.csv", naskah))
    assert buku.temuan == ()
    assert isi(buku) == harapan


def test_lines_without_any_sign_are_said(baca_di_sini, tmp_path):
    buku = baca_di_sini(simpan(tmp_path, "t.txt", "Uraian   Nilai\nA        1,5\n"))
    assert [(t.kode, t.sel) for t in buku.temuan] == [(Kode.CSV_TANPA_PEMISAH, "A1")]


@pytest.mark.parametrize("naskah", ['a;b\n1;2\n"x;3\n4;5\n', 'a;b;c\n"x;1;2\ny;3;4\nz;5;6\n"p";7;8\n'])
def test_an_open_quotation_mark_swallows_no_rows(baca_di_sini, tmp_path, naskah):
    satu = tolak(baca_di_sini, simpan(tmp_path, "t.csv", naskah))
    assert satu.kode == Kode.PETIK_TERBUKA
    assert f"baris {2 if 'c' in naskah else 3} " in satu.pesan


sel_teks = st.text(st.sampled_from("ab1;,\t|\"' .\n%"), max_size=8) | st.sampled_from(
    ("1.234,56", "12,5", "Belanja, modal", "A;B", "5.1.02", "0", "-", "(1.250)", "Dinas Kesehatan")
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(PEMISAH), st.integers(2, 6))
def test_the_sign_is_found_whatever_stands_in_the_cells(data, pemisah, lebar):
    judul = [f"Kolom {i}" for i in range(lebar)]
    polos = sel_teks.filter(lambda t: "\n" not in t and '"' not in t)
    baris = data.draw(st.lists(st.lists(polos, min_size=lebar, max_size=lebar), min_size=3, max_size=12))
    assert cari_pemisah(naskah_csv(Tabel([judul, *baris]), pemisah).splitlines(keepends=True)) == pemisah


# --- pages ------------------------------------------------------------------------------------------------------------


def halaman(badan):
    return f"<!-- SIPD --><!DOCTYPE html><html><body>{badan}</body></html>"


HTML = {
    "nothing closed": ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [["a", "b"], ["c", "d"]]),
    "rows without tr": ("<table><td>a<td>b</tr><td>c</table>", [["a", "b"], ["c", None]]),
    "entities and spaces": ("<table><tr><td> a&nbsp;&amp;\n  b <td>&lt;c&gt;&#44;</table>", [["a\xa0& b", "<c>,"]]),
    "a raised mark": ("<table><tr><td>70,10<sup>1</sup></td></tr></table>", [[SelKhusus("kaki", "70,10", 0, "1")]]),
    "what nobody sees": (
        "<table><tr><td>a<span style='display:none'>x</span><td style='display: none'>y<td hidden>z<td>b</table>",
        [["a", "b"]],
    ),
    "a hidden box": ("<div style='display:none'><table><tr><td>x</table></div><table><tr><td>a</table>", [["a"]]),
    "a script": ("<table><tr><td>a<script>'<td>x</td>'</script></td><td>b</td></tr></table>", [["a", "b"]]),
    "spans over spans": (
        "<table><tr><td rowspan=2>a<td>b<td rowspan=2>c<tr><td colspan=5>d<tr><td>e</table>",
        [["a", "b", "c"], [None, "d", None], ["e", None, None]],
    ),
    "a table around": ("<table><tr><td><table><tr><td>a</table></td></tr></table>", [["a"]]),
}


@pytest.mark.parametrize("nama", HTML)
def test_the_cells_of_a_page_are_those_that_are_seen(baca_di_sini, tmp_path, nama):
    badan, harapan = HTML[nama]
    assert isi(baca_di_sini(simpan(tmp_path, "t.html", halaman(badan)))) == harapan


def test_every_table_of_a_page_is_a_sheet(baca_di_sini, tmp_path):
    badan = "<table><tr><td>a</table><table></table><table style='display:none'><tr><td>b</table>"
    buku = baca_di_sini(simpan(tmp_path, "t.html", halaman(badan)))
    assert [(k.nama, k.tersembunyi) for k in buku.lembar] == [("Tabel 1", False), ("Tabel 2", True)]


def test_a_page_without_a_table_says_what_it_may_be(baca_di_sini, tmp_path):
    satu = tolak(baca_di_sini, simpan(tmp_path, "lra.xls", halaman("<form>Masuk</form>")))
    assert satu.kode == Kode.WEB_TANPA_TABEL
    assert "halaman masuk" in satu.saran


# --- OpenDocument -----------------------------------------------------------------------------------------------------


def sel_ods(sifat="", teks="", anak=""):
    return f"<table:table-cell {sifat}>{anak}<text:p>{teks}</text:p></table:table-cell>"


def lembar_ods(*sel, sifat=""):
    return f'<table:table table:name="L"{sifat}><table:table-row>{"".join(sel)}</table:table-row></table:table>'


def test_a_cell_of_an_ods_is_what_is_seen(baca_di_sini, tmp_path):
    angka = 'office:value-type="float" office:value="54"'
    lembar = lembar_ods(
        sel_ods(angka, "54 juta"),
        sel_ods('office:value-type="currency" office:value="1500.5"', "Rp1.500,50"),
        sel_ods(
            'office:value-type="string"',
            "a<text:s text:c='2'/>b",
            "<office:annotation><text:p>x</text:p></office:annotation>",
        ),
        sel_ods(f'table:number-columns-repeated="2" {angka}', "54"),
        sel_ods('office:value-type="float" office:value="1"', "TRUE"),
    )
    terlihat = ["54 juta", 1500.5, "a  b", 54, 54, SelKhusus("logis", True)]
    assert isi(baca_di_sini(kemas_ods(lembar, tmp_path / "t.ods"))) == [terlihat]


def test_hidden_sheets_and_what_is_kept_of_other_files(baca_di_sini, tmp_path):
    tak_tampak = '<style:table-properties table:display="false"/>'
    gaya = f'<style:style style:name="ta" style:family="table">{tak_tampak}</style:style>'
    lain = '<table:table table:name="luar"><table:table-source/><table:table-row>' + sel_ods("", "x")
    lembar = lembar_ods(sel_ods("", "a"), sifat=' table:style-name="ta"') + lain + "</table:table-row></table:table>"
    buku = baca_di_sini(kemas_ods(lembar, tmp_path / "t.ods", gaya=gaya))
    assert [(k.nama, k.tersembunyi) for k in buku.lembar] == [("L", True)]
