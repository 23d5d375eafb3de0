"""Workbooks as office programs and libraries make them: opened, and read as the eye reads them."""

import re

import pytest
from berkas_buruk import bagian_lain, lalu, strict, teks_bersama
from pembangun import BUKU_KECIL as B
from pembangun import (
    Persen,
    Rumus,
    bedah,
    bedah_lembar,
    gabungkan,
    ganti_nama_lembar,
    ringkas,
    sel,
    tambah_baris,
    tulis,
)

from kinerja.buku.anak import teks_asli
from kinerja.buku.tulis import tulis_kanonik

# --- the archive ------------------------------------------------------------------------------------------------------


def ganti_gaya(pola, baru):
    """Return a function that writes the small workbook with other styles."""

    def ubah(xml):
        hasil = re.sub(pola, baru, xml, flags=re.DOTALL)
        assert hasil != xml
        return hasil

    return lambda berkas: bedah(tulis(B, berkas), {"xl/styles.xml": ubah})


def properti(dari, menjadi):
    """Return a function that writes the small workbook with another property."""
    return lambda berkas: bedah(tulis(B, berkas), {"docProps/core.xml": lambda x: re.sub(dari, menjadi, x)})


LAZIM = {
    "Strict Open XML": strict,
    "Strict Open XML between single quotes": lambda b: lalu(
        strict, {"xl/workbook.xml": lambda x: x.replace(b'"', b"'")}
    )(b),
    "a workbook part of another name": bagian_lain,
    "a workbook part in another folder": lambda b: bagian_lain(b, nama="buku/isi.xml"),
    "a workbook part in the root": lambda b: bagian_lain(b, nama="isi.xml"),
    "texts in a part of their own": teks_bersama,
    "an empty fill": ganti_gaya(rb"<fill>", rb"<fill/><fill>"),
    "a colour of three digits": ganti_gaya(rb'<color theme="1"\s*/>', rb'<color rgb="FFF"/>'),
    "a font family of 34": ganti_gaya(rb'<family val="2"\s*/>', rb'<family val="34"/>'),
    "a border of an unknown line": ganti_gaya(rb"<left\s*/>", rb'<left style="garis"/>'),
    "a date in its own words": properti(rb">\d{4}-[^<]*Z<", rb">1 Desember 2026<"),
    "a custom property of no kind": lambda b: bedah(
        tulis(B, b),
        {"docProps/custom.xml": b'<Properties xmlns="x"><property name="a"><lpwstr>1</lpwstr></property></Properties>'},
    ),
    "an odd page": lambda b: bedah_lembar(
        b, "Capaian", "<pageMargins", '<pageSetup orientation="miring"/><pageMargins'
    ),
    "a style that stands nowhere": lambda b: bedah_lembar(b, "Capaian", '<c r="B2" ', '<c r="B2" s="99" '),
    "a part of a sheet in capitals": lambda b: bedah(
        tulis(B, b),
        {"xl/_rels/workbook.xml.rels": lambda x: x.replace(b"worksheets/sheet1.xml", b"worksheets/SHEET1.xml")},
    ),
    "an odd size of a sheet": lambda b: bedah_lembar(b, "Capaian", '<dimension ref="', '<dimension ref="??'),
    "no styles": lambda b: bedah(
        tulis(B, b),
        {
            "xl/styles.xml": None,
            "[Content_Types].xml": lambda x: re.sub(rb'<Override[^>]*styles\+xml"\s*/>', b"", x),
            "xl/_rels/workbook.xml.rels": lambda x: re.sub(rb"<Relationship [^>]*styles[^>]*/>", b"", x),
        },
    ),
}


@pytest.mark.parametrize("nama", LAZIM)
def test_what_an_office_program_opens_is_read_to_the_same_rows(berkas_jadi, muat_di_sini, nama):
    harap, hasil = (muat_di_sini(berkas_jadi(b)) for b in (_kecil, LAZIM[nama]))
    assert [t.pesan for t in hasil.temuan] == []
    assert hasil.buku == harap.buku


def test_a_sheet_whose_part_is_missing_is_no_sheet_that_was_left_out(tmp_path, muat_di_sini):
    berkas = bedah(tulis(B, tmp_path / "b.xlsx"), {"xl/worksheets/sheet1.xml": None})
    assert [t.kode.value for t in muat_di_sini(berkas).temuan] == ["berkas-rusak"]


def _kecil(berkas):
    return tulis(B, berkas)


@pytest.mark.parametrize("buat", [strict, ganti_gaya(rb"<fill>", rb"<fill/><fill>")], ids=["strict", "odd styles"])
def test_number_formats_and_the_calendar_of_a_mac_count_in_every_form(tmp_path, muat_di_sini, buat):
    isi = sel("Capaian", F2=Persen(0.9476), F4=Persen(0.9, 0))
    berkas = tmp_path / "b.xlsx"
    if buat is strict:
        strict(berkas, isi)
    else:
        bedah(tulis(isi, berkas), {"xl/styles.xml": lambda x: x.replace(b"<fill>", b"<fill/><fill>", 1)})
    hasil = muat_di_sini(berkas)
    assert [b.realisasi.teks for b in hasil.buku.capaian] == ["94,76%", "WDP", "90%"]


# --- cells ------------------------------------------------------------------------------------------------------------

JAUH_KOSONG = {
    "a framed cell in the last row": ("</sheetData>", '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'),
    "the same, closed by a tag": ("</sheetData>", '<row r="1048576"><c r="A1048576" s="1"></c></row></sheetData>'),
    "the same with an empty value": ("</sheetData>", '<row r="1048576"><c r="A1048576"><v></v></c></row></sheetData>'),
    "the same in the last column": ('</row><row r="3"', '<c r="XFD2" s="1"/></row><row r="3"'),
    "a row that has a height only": ("</sheetData>", '<row r="1048576" ht="30"/></sheetData>'),
}


@pytest.mark.parametrize(("dari", "menjadi"), JAUH_KOSONG.values(), ids=JAUH_KOSONG)
def test_a_far_cell_without_content_is_nothing(tmp_path, muat_di_sini, dari, menjadi):
    hasil = muat_di_sini(bedah_lembar(tmp_path / "b.xlsx", "Capaian", dari, menjadi))
    assert (hasil.temuan, hasil.jumlah_baris["Capaian"]) == ((), 3)


def test_a_far_formula_is_something(tmp_path, muat_di_sini):
    baris = '<row r="1048576"><c r="A1048576"><f>1+1</f></c></row></sheetData>'
    (temuan,) = muat_di_sini(bedah_lembar(tmp_path / "b.xlsx", "Capaian", "</sheetData>", baris)).temuan
    assert temuan.sel == "A1048576"


TEKS = {
    "a_x000D_b": "a\rb",
    "_x005F_x000D_": "_x000D_",
    "_x0041_": "A",
    "_xD83D__xDE00_": "😀",
    "_xD83D_": "\ufffd",
    "a_x0000_b_x0007_": "ab",
    "_x00g0_ _X000D_ _x41_": "_x00g0_ _X000D_ _x41_",
}


@pytest.mark.parametrize(("tertulis", "terbaca"), TEKS.items())
def test_escapes_of_open_xml_are_decoded(tertulis, terbaca):
    assert teks_asli(tertulis) == terbaca


def test_an_escape_counts_neither_in_headers_nor_in_codes_nor_in_names(muat_isi):
    isi = sel("Capaian", A1="Kode_x000D_\n indikator", A2="UHH_x000D_", J3="_x005F_x000D_")
    isi["Indikator"][1][6] = "Usia_x000D_\nHarapan Hidup"
    hasil = muat_isi(isi)
    assert hasil.temuan == ()
    assert hasil.buku.indikator[0].indikator == "Usia Harapan Hidup"
    assert hasil.buku.capaian[0].kode_indikator == "UHH"
    assert hasil.buku.capaian[1].catatan == "_x000D_"


def test_what_looks_like_an_escape_survives_writing(tmp_path, muat_isi, muat_di_sini):
    awal = muat_isi(sel("Capaian", J3="_x005F_x000D_"))
    tulis_kanonik(awal.kanonik(), tmp_path / "lagi.xlsx")
    assert muat_di_sini(tmp_path / "lagi.xlsx").kanonik() == awal.kanonik()


TAK_TAMPAK = ["\u200b", "\ufeff", "\u2060", "\u200e", "\u200d", "\ufe0f", "\u180e", "_x200B_", "_xFEFF_"]


@pytest.mark.parametrize("tanda", TAK_TAMPAK, ids=ascii)
def test_signs_that_nobody_sees_count_nowhere(muat_isi, tanda):
    harap = muat_isi(sel("Capaian", D2="72,93", J2=None))
    isi = sel(
        "Capaian", A2=f"{tanda}UHH", B2=f"20{tanda}24", D2=f"72,{tanda}93{tanda}", F1=f"Reali{tanda}sasi", J2=tanda
    )
    isi["Indikator"][1][6] = f"Usia{tanda} Harapan Hidup"
    isi["OPD"][1][0] = f"KAB{tanda}"
    hasil = muat_isi(ganti_nama_lembar(isi, "Capaian", f"Capaian{tanda}"))
    assert hasil.temuan == ()
    assert hasil.kanonik() == harap.kanonik()


@pytest.mark.parametrize("angka", ["70\u00ad80", "\u00ad70,1", "20\u00ad24"], ids=ascii)
def test_a_soft_hyphen_before_a_digit_is_never_passed_over(muat_isi, angka):
    """Where it is drawn it is a minus or the dash of a range."""
    assert ringkas(muat_isi(sel("Capaian", F2=angka))) == ["tak-terbaca Capaian!F2"]


@pytest.mark.parametrize("tanda", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe63\uff0d", ids=ascii)
def test_every_dash_is_a_hyphen_in_codes_and_figures(muat_isi, tanda):
    isi = sel("Capaian", A2=f"U{tanda}HH", D2=f"5,8{tanda}5,5", F2=tanda)
    isi["Indikator"][1][0] = "U-HH"
    hasil = muat_isi({n: isi[n] for n in ("OPD", "Indikator", "Capaian", "Skala")})
    assert hasil.temuan == ()
    satu = hasil.buku.capaian[0]
    assert (satu.kode_indikator, str(satu.target.angka), satu.realisasi.ada) == ("U-HH", "5.65", False)


# --- merged cells -----------------------------------------------------------------------------------------------------


def tegak(lembar, kolom, mulai, akhir):
    return gabungkan(lembar, f"{kolom}{mulai}:{kolom}{akhir}")


def test_a_merged_cell_counts_for_every_row_it_covers(muat_isi):
    """Required and optional columns alike: code, year, sasaran, target."""
    triwulan = [[*["UHH", 2025, f"TW {i}", "70", None, "69"], *[None] * 4] for i in ("I", "II", "III")]
    for b in triwulan[1:]:
        b[0] = b[1] = b[3] = None
    isi = tambah_baris(B, "Capaian", *triwulan)
    isi["Indikator"][2][5] = None
    hasil = muat_isi(
        isi,
        *(tegak("Capaian", k, 5, 7) for k in "ABD"),
        tegak("Indikator", "F", 2, 3),
    )
    assert hasil.temuan == ()
    assert [(b.kode_indikator, b.tahun, b.target.teks) for b in hasil.buku.capaian[3:]] == [("UHH", 2025, "70")] * 3
    assert [i.sasaran for i in hasil.buku.indikator] == ["Sehat", "Sehat", "Sehat"]


def test_a_merged_cell_counts_for_every_column_it_covers(muat_isi):
    hasil = muat_isi(sel("Capaian", D2="72", E2=None), gabungkan("Capaian", "D2:E2"))
    assert hasil.temuan == ()
    assert hasil.buku.capaian[0].target_hitung.teks == "72"


MELINTANG = {
    "pagu and realisasi": ("Anggaran", "H3:I3", "Pagu dan Realisasi"),
    "target and realisasi": ("Capaian", "D2:F2", "Target, Target hitung, dan Realisasi"),
    "the names of a line": ("Anggaran", "E2:G2", "Program, Kegiatan, dan Sub kegiatan"),
    "code and year": ("Capaian", "A2:B2", "Kode indikator dan Tahun"),
    "one pagu for two lines": ("Anggaran", "H3:H4", "Pagu 2 baris"),
}


@pytest.mark.parametrize(("lembar", "rentang", "apa"), MELINTANG.values(), ids=MELINTANG)
def test_a_merged_cell_is_never_two_figures_nor_two_parts_of_a_key(muat_isi, lembar, rentang, apa):
    hasil = muat_isi(B, gabungkan(lembar, rentang))
    (temuan,) = [t for t in hasil.temuan if t.kode.value == "sel-gabungan"]
    assert (temuan.lembar, temuan.sel) == (lembar, rentang.split(":")[0])
    assert f"Sel {rentang} digabung" in temuan.pesan
    assert temuan.pesan.endswith(apa)


def test_the_heading_of_a_part_over_all_columns_is_one_finding(muat_isi):
    isi = {**B, "Capaian": [*B["Capaian"][:2], ["DINAS KESEHATAN"], *B["Capaian"][2:]]}
    assert ringkas(muat_isi(isi, gabungkan("Capaian", "A3:L3"))) == ["baris-sela Capaian!A3"]


def test_a_total_under_merged_columns_is_a_total(muat_isi):
    isi = tambah_baris(B, "Anggaran", ["JUMLAH", *[None] * 6, 1000, 890])
    assert ringkas(muat_isi(isi, gabungkan("Anggaran", "A6:G6"))) == ["baris-jumlah Anggaran!A6"]


def test_merged_cells_make_no_rows(muat_isi):
    """Merged down over rows that hold nothing else, even to the end of the sheet; Excel writes no cells for them."""
    hasil = muat_isi(B, *(lambda buku, k=k: buku["Capaian"].merged_cells.add(f"{k}4:{k}1048576") for k in "AB"))
    assert hasil.temuan == ()
    assert hasil.jumlah_baris["Capaian"] == 3


# --- formulas ---------------------------------------------------------------------------------------------------------


def test_formulas_are_read_by_their_stored_values(muat_isi):
    hasil = muat_isi(sel("Capaian", F2=Rumus("=1+1", "72.97"), J2=Rumus('=IF(1,"","")', "", "str")))
    assert hasil.temuan == ()
    assert (hasil.buku.capaian[0].realisasi.teks, hasil.buku.capaian[0].catatan) == ("72,97", "")
