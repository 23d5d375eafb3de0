"""Reading and checking a workbook: each bad one named by what is wrong, its expected findings beside it.

A finding is written `kode Lembar!sel`, as in "tanggal Capaian!D2".
"""

import datetime as dt
from collections import Counter

import pytest
from berkas_buruk import BERKAS_BURUK, dimensi_bohong, dimensi_raksasa, teks_bersama
from openpyxl.utils import get_column_letter
from pembangun import BUKU_KECIL as B
from pembangun import (
    Galat,
    Persen,
    Rumus,
    Waktu,
    balik_kolom,
    gabungkan,
    ganti_nama_lembar,
    ringkas,
    sel,
    sembunyikan_baris,
    sembunyikan_lembar,
    tambah_baris,
    tambah_lembar,
    tanpa_isi,
    tanpa_kolom,
    tanpa_lembar,
    ubah,
    ulang_baris,
)

from kinerja.buku.katalog.katalog import KATALOG, Berat, Kode
from kinerja.model.kolom import Jenis
from kinerja.model.skema import SEMUA_LEMBAR

WAKTU = dt.datetime.fromisoformat("2024-09-09T08:00")
NIP = "196801011990031001"
KOLOM = [(s, k, get_column_letter(n)) for s in SEMUA_LEMBAR for n, k in enumerate(s.kolom, 1)]


def sel_berjenis(*jenis):
    """Return, by sheet, the cells of row 2 whose columns are of these kinds."""
    hasil = {}
    for s, k, huruf in KOLOM:
        if k.jenis in jenis:
            hasil.setdefault(s.nama, []).append(f"{huruf}2")
    return [pytest.param(nama, alamat, id=nama) for nama, alamat in hasil.items()]


def isi_semua(lembar, alamat, nilai):
    return sel(lembar, **dict.fromkeys(alamat, nilai))


def kolom_wajib():
    return [pytest.param(s.nama, k.nama, f"{h}2", id=f"{s.nama}, {k.nama}") for s, k, h in KOLOM if k.wajib]


# --- sheets and columns -----------------------------------------------------------------------------------------------

BENTUK_SALAH = {
    "sheet OPD is missing": (tanpa_lembar(B, "OPD"), ["lembar-hilang OPD!"]),
    "sheet Indikator is missing": (tanpa_lembar(B, "Indikator"), ["lembar-hilang Indikator!"]),
    "sheet Capaian is missing": (tanpa_lembar(B, "Capaian"), ["lembar-hilang Capaian!"]),
    "no sheet of ours at all": (
        {"Sheet1": [["a"]]},
        ["tanpa-isi !"],
    ),
    "sheets of ours without a row, and a profile without values": (
        {"Profil": [["Kunci", "Nilai"], ["Provinsi"]], "Capaian": [list(B["Capaian"][0])]},
        ["tanpa-isi !"],
    ),
    "a sheet of ours under another name": (ganti_nama_lembar(B, "APBD", "Sheet1"), ["lembar-mirip Sheet1!"]),
    "a sheet stands twice": (tambah_lembar(B, " capaian", *B["Capaian"]), ["lembar-kembar  capaian!"]),
    "Capaian has a header only": (tanpa_isi(B, "Capaian"), ["tanpa-baris Capaian!A2"]),
    "Capaian is wholly empty": ({**B, "Capaian": []}, ["kolom-hilang Capaian!A1"] * 2 + ["tanpa-baris Capaian!A2"]),
    "a column stands twice": (sel("Capaian", K1="target "), ["kolom-kembar Capaian!K1"]),
    "51 sheets": (
        {**B, **{f"Catatan {n}": [["x"]] for n in range(39)}},
        ["lembar-terlalu-banyak !"],
    ),
    "201 columns": (
        sel("Capaian", GS1="Kolom jauh"),
        ["sel-di-luar-batas Capaian!GS1"],
    ),
    "row 200,001": (sel("Capaian", A200001="UHH"), ["sel-di-luar-batas Capaian!A200001"]),
    "a far cell on a sheet that is not ours": (
        tambah_lembar(B, "Lain", *[[]] * 200_000, ["x"]),
        ["lembar-tak-dikenal Lain!", "sel-di-luar-batas Lain!A200001"],
    ),
}

LEMBAR_DIMAKSUD = {
    "Capaian (2)": "Capaian",
    "CAPAIAN TW III": "Capaian",
    "Capian": "Capaian",
    "Rekap anggaran indikator 2024": "Anggaran indikator",
    "Sheet1": "Capaian",  # by its columns
}


@pytest.mark.parametrize(("nama", "maksud"), LEMBAR_DIMAKSUD.items())
def test_a_file_of_which_nothing_was_read_says_what_stands_in_it_and_what_was_meant(muat_isi, nama, maksud):
    """Otherwise it is taken for a workbook without changes; renaming the sheet as advised reads it."""
    (temuan,) = muat_isi({nama: B["Capaian"]}).temuan
    assert temuan.kode is Kode.TANPA_ISI
    assert temuan.pesan.endswith(f"{nama} (maksud Anda {maksud}?)" if maksud else f": {nama}")
    assert (f"lembar {nama} menjadi {maksud}" in temuan.saran) is bool(maksud)
    assert "templat" in temuan.saran
    if maksud:
        assert Kode.TANPA_ISI not in {t.kode for t in muat_isi({maksud: B["Capaian"]}).temuan}


@pytest.mark.parametrize("judul", [["Kode", "Nama"], ["Kode indikator"], ["Kunci", "x"], [None, 1, "Tahun"]], ids=str)
def test_a_sheet_without_our_columns_is_meant_for_none(muat_isi, judul):
    (temuan,) = muat_isi({"Sheet1": [judul, *B["Capaian"][1:]]}).temuan
    assert temuan.pesan.endswith(": Sheet1")


@pytest.mark.parametrize("nama", ["Sheet1", "Capaian (2)", "Lembar1", "Data"])
@pytest.mark.parametrize("lembar", ["Capaian", "Anggaran", "Regional", "Rencana aksi", "Nama lain"])
def test_our_columns_under_another_sheet_name_are_never_left_out(muat_isi, lembar, nama):
    isi = tanpa_lembar(B, *({"Susunan", "Kutipan"} if lembar == "Regional" else ()))
    mirip = [t for t in muat_isi(ganti_nama_lembar(isi, lembar, nama)).temuan if t.kode is Kode.LEMBAR_MIRIP]
    assert [t.lembar for t in mirip] == [nama]
    assert f"maksud Anda {lembar}?" in mirip[0].pesan
    assert muat_isi(tambah_lembar(isi, nama, *B[lembar])).sah, "a copy beside ours is only warned of"


BENTUK_DIPERINGATKAN = {
    "an unknown column": (sel("Capaian", K1="Warna", K2="merah"), ["kolom-tak-dikenal Capaian!K1"]),
    "an unknown sheet": (tambah_lembar(B, "Rapat", ["x"]), ["lembar-tak-dikenal Rapat!"]),
}


@pytest.mark.parametrize(("isi", "harapan"), BENTUK_SALAH.values(), ids=BENTUK_SALAH)
def test_a_workbook_of_wrong_form_is_refused(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert not hasil.sah
    assert ringkas(hasil) == harapan


@pytest.mark.parametrize(("isi", "harapan"), BENTUK_DIPERINGATKAN.values(), ids=BENTUK_DIPERINGATKAN)
def test_what_is_unknown_is_warned_of_and_kept_out(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert hasil.sah
    assert ringkas(hasil) == harapan


@pytest.mark.parametrize(("lembar", "kolom", "_sel"), kolom_wajib())
def test_a_missing_column_is_named_once_and_silences_what_follows_from_it(muat_isi, lembar, kolom, _sel):
    hasil = muat_isi(tanpa_kolom(B, lembar, kolom))
    assert ringkas(hasil) == [f"kolom-hilang {lembar}!A1"]
    assert kolom in hasil.temuan[0].pesan


@pytest.mark.parametrize(("lembar", "kolom", "alamat"), kolom_wajib())
def test_an_empty_required_cell_is_named(muat_isi, lembar, kolom, alamat):
    hasil = muat_isi(sel(lembar, **{alamat: None}))
    assert f"sel-kosong {lembar}!{alamat}" in ringkas(hasil)
    assert not hasil.sah


@pytest.mark.parametrize("kosong", ["", "  ", "\u00a0"], ids=["no text", "spaces", "NBSP"])
def test_a_blank_cell_counts_as_empty(muat_isi, kosong):
    assert ringkas(muat_isi(sel("OPD", B2=kosong))) == ["sel-kosong OPD!B2"]


def test_required_sheets_alone_are_a_valid_workbook(muat_isi):
    isi = {nama: B[nama] for nama in ("OPD", "Indikator", "Capaian")}
    assert ringkas(muat_isi(ubah(isi, "OPD", E3=None))) == []


@pytest.mark.parametrize(
    ("ubahan", "harapan"),
    [
        pytest.param(sembunyikan_lembar("Capaian"), "lembar-tersembunyi Capaian!", id="hidden sheet"),
        pytest.param(sembunyikan_lembar("Skala", "veryHidden"), "lembar-tersembunyi Skala!", id="very hidden sheet"),
        pytest.param(sembunyikan_baris("Capaian", 3, 4), "baris-tersembunyi Capaian!A3", id="hidden rows"),
    ],
)
def test_what_is_hidden_is_read_and_warned_of(muat_isi, ubahan, harapan):
    hasil = muat_isi(B, ubahan)
    assert ringkas(hasil) == [harapan]
    assert hasil.jumlah_baris["Capaian"] == 3


def test_a_merged_header_is_refused_with_its_cell(muat_isi):
    hasil = muat_isi(sel("Capaian", J1=None), gabungkan("Capaian", "I1:J1"))
    assert not hasil.sah
    assert ringkas(hasil) == ["judul-digabung Capaian!I1"]


def test_merged_cells_below_the_header_are_no_fault_of_the_header(muat_isi):
    assert ringkas(muat_isi(sel("Capaian", J2="x"), gabungkan("Capaian", "J2:J3"))) == []


# --- cells ------------------------------------------------------------------------------------------------------------

SEL_SALAH = {
    "a date in Target": (sel("Capaian", D2=dt.date(2024, 9, 9)), ["tanggal Capaian!D2"]),
    "a date with a time in Realisasi": (sel("Capaian", F2=WAKTU), ["tanggal Capaian!F2"]),
    "a time in Target": (sel("Capaian", D2=dt.time(1, 26)), ["tanggal Capaian!D2"]),
    "a duration in Target": (sel("Capaian", D2=dt.timedelta(hours=26)), ["tanggal Capaian!D2"]),
    "a date in Pagu": (sel("Anggaran", H3=dt.date(2024, 1, 1)), ["tanggal Anggaran!H3"]),
    "a date in Tahun": (sel("Capaian", B2=dt.date(2024, 1, 1)), ["tanggal Capaian!B2"]),
    "a date in Tercetak": (sel("Kutipan", H2=dt.date(2024, 9, 9)), ["tanggal Kutipan!H2"]),
    "a date in Nilai of Regional": (sel("Regional", F2=dt.date(2024, 9, 9)), ["tanggal Regional!F2"]),
    "a date in Target akhir": (sel("Indikator", Q2=dt.date(2024, 9, 9)), ["tanggal Indikator!Q2"]),
    "a time in Tenggat": (sel("Analisis", G2=dt.time(8, 30)), ["tanggal Analisis!G2"]),
    "a duration in Tenggat": (sel("Analisis", G2=dt.timedelta(days=2)), ["tanggal Analisis!G2"]),
    "text in Pagu": (sel("Anggaran", H3="sepuluh juta"), ["bukan-uang Anggaran!H3"]),
    "English decimals in Pagu": (sel("Anggaran", H3="1,234.5"), ["bukan-uang Anggaran!H3"]),
    "a percentage in Pagu": (sel("Anggaran", H3=Persen(0.5)), ["bukan-uang Anggaran!H3"]),
    "a percent text in Pagu": (sel("Anggaran", H3="12,5%"), ["bukan-uang Anggaran!H3"]),
    "a level in Pagu": (sel("Anggaran", H3="9/9"), ["bukan-uang Anggaran!H3"]),
    "a negative Pagu": (sel("Anggaran", H3=-600), ["negatif Anggaran!H3"]),
    "a negative Pagu as text": (sel("Anggaran", H3="(600)"), ["negatif Anggaran!H3"]),
    "a negative Pagu of an indicator": (sel("Anggaran indikator", C2="-600"), ["negatif Anggaran indikator!C2"]),
    "a year of 20244": (sel("Capaian", B2=20244), ["tahun-salah Capaian!B2"]),
    "a year of 1989": (sel("Capaian", B2=1989), ["tahun-salah Capaian!B2"]),
    "a year of 2101": (sel("Capaian", B2="2101"), ["tahun-salah Capaian!B2"]),
    "two years": (sel("Capaian", B2="2023/2024"), ["tahun-salah Capaian!B2"]),
    "half a year": (sel("Capaian", B2=2024.5), ["tahun-salah Capaian!B2"]),
    "an error in Realisasi": (sel("Capaian", F2=Galat("#N/A")), ["galat-rumus Capaian!F2"]),
    "a formula whose value is an error": (
        sel("Capaian", F2=Rumus("=1/0", "#DIV/0!", "e")),
        ["galat-rumus Capaian!F2"],
    ),
    "a formula without value": (sel("Capaian", F2=Rumus("=1+1")), ["rumus-tanpa-nilai Capaian!F2"]),
    "a formula without value in a row of its own": (
        sel("Capaian", A5=Rumus('="UHH"')),
        ["rumus-tanpa-nilai Capaian!A5", "sel-kosong Capaian!B5"],
    ),
    "true in Target": (sel("Capaian", D2=True), ["benar-salah Capaian!D2"]),
    "an ambiguous target": (sel("Capaian", D2="81,48 /60"), ["tak-terbaca Capaian!D2"]),
    "a bound as a realisasi": (sel("Capaian", F2="> 70"), ["batas-bukan-target Capaian!F2"]),
    "a bound in Regional": (sel("Regional", F2="≤ 3"), ["batas-bukan-target Regional!F2"]),
    "one group of thousands in money": (sel("Anggaran", H3="600,000"), ["koma-ganda Anggaran!H3"]),
    "one group of thousands beside English ones": (
        sel("Indikator", Q2="1,000,000", Q3="600,000"),
        ["koma-ganda Indikator!Q3", "ribuan-inggris Indikator!Q2"],
    ),
    "an ambiguous target whose Target hitung is empty": (
        sel("Capaian", D2="81,48 /60", E2="N/A"),
        ["tak-terbaca Capaian!D2"],
    ),
    "a mistyped capaian": (sel("Capaian", G2="101,14,36%"), ["tak-terbaca Capaian!G2"]),
    "inf": (sel("Capaian", F2="inf"), ["tak-terbaca Capaian!F2"]),
    "NaN": (sel("Capaian", F2="NaN"), ["tak-terbaca Capaian!F2"]),
    "1e308 as a number": (sel("Capaian", F2=1e308), ["tak-terbaca Capaian!F2"]),
    "one English thousands separator": (sel("Capaian", F2="1,234.5"), ["tak-terbaca Capaian!F2"]),
    "a wrong Target hitung": (sel("Capaian", E2="kira-kira 60"), ["tak-terbaca Capaian!E2"]),
    "a wrong Target akhir": (sel("Indikator", Q2="?"), ["tak-terbaca Indikator!Q2"]),
    "a wrong Nilai of Regional": (sel("Regional", F2="tujuh"), ["tak-terbaca Regional!F2"]),
    "a word that is no status": (sel("Capaian", G3="Bagus"), ["tak-terbaca Capaian!G3"]),
    "a grade that is not on the scale": (sel("Capaian", F3="WTPX"), ["tak-terbaca Capaian!F3"]),
    "a grade of another scale": (sel("Capaian", F3="BB"), ["tak-terbaca Capaian!F3"]),
    "a grade without a scale": (sel("Capaian", F2="WTP"), ["tak-terbaca Capaian!F2"]),
    "a word in Bobot": (sel("Indikator", M2="berat"), ["tak-terbaca Indikator!M2"]),
    "a negative Bobot": (sel("Indikator", M2=-1), ["negatif Indikator!M2"]),
    "Urutan 0": (sel("Skala", B2=0), ["negatif Skala!B2"]),
    "a row of Kegiatan without Program": (sel("Anggaran", E3=None), ["program-kosong Anggaran!E3"]),
    "an Analisis of nothing": (sel("Analisis", A2=None), ["alamat-analisis Analisis!A2"]),
    "a Kutipan without address": (sel("Kutipan", A2=None), ["alamat-kutipan Kutipan!A2"]),
    "a Kutipan with Uraian only": (sel("Kutipan", A2=None, E2="x"), ["alamat-kutipan Kutipan!A2"]),
    "a Kutipan with two addresses": (sel("Kutipan", D2="KAB"), ["alamat-kutipan Kutipan!A2"]),
    "a Kutipan of a measure without Wilayah": (sel("Kutipan", C3=None), ["alamat-kutipan Kutipan!A3"]),
    "a Kutipan of a Wilayah without measure": (sel("Kutipan", B3=None), ["alamat-kutipan Kutipan!A3"]),
}

SEL_DIPERINGATKAN = {
    "a code that Excel made a number": (sel("Anggaran", M2=2.16), ["kode-angka Anggaran!M2"]),
    "one group of thousands in English money": (
        sel("Anggaran", H3="600,000", H4="1,000,000"),
        ["ribuan-inggris Anggaran!H3", "ribuan-inggris Anggaran!H4"],
    ),
    "a footnote beside money": (sel("Anggaran", H3="600 1)"), ["tanda-kaki Anggaran!H3"]),
    "a footnote beside a target": (sel("Capaian", D2="72,93 r)"), ["tanda-kaki Capaian!D2"]),
    "English thousands": (sel("Indikator", Q2="1,234,567"), ["ribuan-inggris Indikator!Q2"]),
    "a NIP in Catatan": (sel("Capaian", J2=f"oleh {NIP}"), ["nomor-pribadi Capaian!J2"]),
    "a NIP with spaces": (sel("Analisis", F2="NIP 19680101 199003 1 001"), ["nomor-pribadi Analisis!F2"]),
    "a NIP as a number": (sel("Capaian", J2=int(NIP)), ["nomor-pribadi Capaian!J2"]),
    "a NIP in Tercetak": (sel("Kutipan", H2=NIP), ["nomor-pribadi Kutipan!H2"]),
    "a NIP in a value": (sel("Indikator", Q2=NIP), ["nomor-pribadi Indikator!Q2"]),
    "a NIP in an unknown column": (
        sel("OPD", F1="Kepala", F2=NIP),
        ["kolom-tak-dikenal OPD!F1", "nomor-pribadi OPD!F2"],
    ),
    "an unknown key of Profil": (sel("Profil", A2="Bupati"), ["profil-tak-dikenal Profil!A2"]),
    "a kind of government that sheet OPD contradicts": (
        sel("Profil", A2="Jenis pemerintah", B2="Provinsi"),
        ["jenis-pemerintah Profil!B2"],
    ),
    "a lembaga with a region": (
        sel("Profil", A2="Jenis pemerintah", B2="Lembaga"),
        ["jenis-pemerintah Profil!B2", "wilayah-lembaga Profil!B4"],
    ),
    "a province whose region is another": (
        sel("Profil", A2="Jenis pemerintah", B2="Provinsi", B3="Seberang"),
        ["jenis-pemerintah Profil!B2", "wilayah-bukan-provinsi Profil!B4"],
    ),
    "a kind of government that Profil leaves out": (sel("OPD", D2="Kota"), ["jenis-pemerintah-kosong OPD!D2"]),
    "two OPD of one name": (sel("OPD", B3="Pemerintah  Kabupaten contoh"), ["nama-serupa OPD!B3"]),
    "two OPD of one name, spaced otherwise": (sel("OPD", B3="PemerintahKabupaten Contoh"), ["nama-serupa OPD!B3"]),
    "two OPD whose names only look alike": (
        sel("OPD", B3="Pemerintah K\u0430bupaten Contoh"),
        ["nama-serupa OPD!B3"],
    ),
}


@pytest.mark.parametrize(("isi", "harapan"), SEL_SALAH.values(), ids=SEL_SALAH)
def test_a_wrong_cell_is_named_and_the_workbook_refused(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert not hasil.sah
    assert ringkas(hasil) == harapan


@pytest.mark.parametrize(("isi", "harapan"), SEL_DIPERINGATKAN.values(), ids=SEL_DIPERINGATKAN)
def test_a_doubtful_cell_is_warned_of_and_the_workbook_taken(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert hasil.sah
    assert ringkas(hasil) == harapan


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(*Jenis))
def test_an_error_cell_is_named_in_every_column(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, Galat("#REF!")))
    assert {f"galat-rumus {lembar}!{a}" for a in alamat} <= set(ringkas(hasil))


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(*Jenis))
def test_a_formula_without_value_is_named_in_every_column(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, Rumus("=A1")))
    assert {f"rumus-tanpa-nilai {lembar}!{a}" for a in alamat} <= set(ringkas(hasil))


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(*set(Jenis) - {Jenis.TANGGAL}))
def test_a_date_is_named_in_every_column_but_tenggat(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, dt.date(2024, 9, 9)))
    assert {f"tanggal {lembar}!{a}" for a in alamat} <= set(ringkas(hasil))


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(*set(Jenis) - {Jenis.TANGGAL}))
def test_a_date_is_quoted_by_its_own_format_in_every_column(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, Waktu(dt.date(2026, 1, 1), "d-mmm")))
    milik = [t for t in hasil.temuan if t.lembar == lembar and t.sel in alamat and t.kode is Kode.TANGGAL]
    assert {t.sel for t in milik} == set(alamat)
    assert all("(1-Jan)" in t.pesan for t in milik)


@pytest.mark.parametrize("lembar", [s.nama for s in SEMUA_LEMBAR if s.nama in B])
@pytest.mark.parametrize(
    ("isi", "terlihat"),
    [(Waktu(dt.date(2026, 1, 1), "d-mmm"), "1-Jan"), (True, "BENAR"), (Persen(0.5, 0), "50%"), (2024, "2024")],
)
def test_a_header_that_is_no_text_is_quoted_as_the_user_sees_it(muat_isi, lembar, isi, terlihat):
    salah = {**B, lembar: [[*B[lembar][0], isi], *B[lembar][1:]]}
    pesan = [t.pesan for t in muat_isi(salah).temuan if t.kode is Kode.KOLOM_TAK_DIKENAL]
    assert pesan == [f"Kolom {terlihat} tidak dikenal; isinya disimpan tetapi tidak dipakai"]


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(*Jenis))
def test_a_percentage_beyond_all_reason_is_named_in_every_column(muat_isi, lembar, alamat):
    bernama = {t.sel for t in muat_isi(isi_semua(lembar, alamat, Persen(1e308))).temuan if t.lembar == lembar}
    assert set(alamat) <= bernama


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(Jenis.TAHUN))
def test_a_year_outside_1990_to_2100_is_named_in_every_column_of_years(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, 20244))
    assert ringkas(hasil) == [f"tahun-salah {lembar}!{a}" for a in alamat]


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(Jenis.UANG))
def test_text_is_named_in_every_column_of_money(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, "banyak"))
    assert ringkas(hasil) == [f"bukan-uang {lembar}!{a}" for a in alamat]


@pytest.mark.parametrize(("lembar", "alamat"), sel_berjenis(Jenis.DAFTAR))
def test_a_word_outside_the_list_is_named_in_every_column_with_a_list(muat_isi, lembar, alamat):
    hasil = muat_isi(isi_semua(lembar, alamat, "Entah"))
    assert ringkas(hasil) == [f"di-luar-daftar {lembar}!{a}" for a in alamat]


# --- what is right ----------------------------------------------------------------------------------------------------

BENAR = {
    "the small workbook": B,
    "columns in the opposite order": balik_kolom(B),
    "a header in capitals": sel("Capaian", A1="KODE INDIKATOR"),
    "a header with NBSP and spare spaces": sel("Capaian", A1=" Kode\u00a0\u00a0indikator "),
    "a sheet name in capitals": ganti_nama_lembar(B, "Anggaran indikator", "ANGGARAN INDIKATOR"),
    "a sheet name with spare spaces": ganti_nama_lembar(B, "Anggaran indikator", " Anggaran  indikator "),
    "a code in other case": sel("Capaian", A2="uhh"),
    "a code with NBSP and spaces": sel("Capaian", A2="\u00a0UHH  "),
    "a code of a list with spaces": sel("Anggaran", J3=" uhh ; imun; "),
    "a list word in other case": sel("Capaian", C2=" tahunan"),
    "a bound as a target": sel("Capaian", D2="≥ 70", D4="min. 95", E4="> 90"),
    "a bound at the end of the plan": sel("Indikator", Q2="maks. 73,5"),
    "a quarter by another name": sel("Capaian", C2="Triwulan I", C3="tw-iv", C4="TW 3"),
    "words of lists with other dashes and spaces": sel("Indikator", N3="rata  rata", C3="SASARAN "),
    "words for not available": sel("Capaian", F2="…", F3="TAD", F4="Belum dirilis.", G2="tidak tersedia"),
    "an ambiguous target with Target hitung": sel("Capaian", D2="81,48 /60", E2=60, D4="10 (sepuluh)", E4="10"),
    "a year as text": sel("Capaian", B2=" 2024 "),
    "a year with decimals of zero": sel("Capaian", B2=2024.0),
    "a percent cell": sel("Capaian", D4=Persen(0.9476), F4=Persen(0.5, 0)),
    "the three status words": sel("Capaian", G2="melebihi target", G3="Tidak tercapai", G4="Tercapai sesuai target"),
    "money as text": sel("Anggaran", H2="Rp. 64.440.768.486,-", I2="Rp 1.000", H3="54 Triliun"),
    "a date in Tenggat": sel("Analisis", G2=dt.date(2025, 6, 30), G3="Triwulan II 2025"),
    "a negative surplus": sel("APBD", E2=-1913938714, F2="(1.913.938.714,00)"),
    "whatever was printed": sel("Kutipan", H2="101,14,36%", H3="81,48 /60", H4="=cmd"),
    "a formula with stored number": sel("Capaian", F2=Rumus("=72+0.97", "72.97")),
    "a formula with stored text": sel("Capaian", F3=Rumus('="W"&"DP"', "WDP", "str")),
    "a formula whose stored text is empty": sel("Capaian", J2=Rumus('=IF(1,"","x")', "", "str")),
    "English thousands in no value": sel("Capaian", J2="1,234,567"),
    "an empty row between": sel("Capaian", A7="UHH", B7=2023),
    "another province in Regional": tambah_baris(
        B, "Regional", ["Umur Harapan Hidup", "Siak", "Kabupaten/Kota", "Riau", 2024, 70]
    ),
    "a grand total of a budget": tambah_baris(B, "Anggaran", ["KAB", 2024, None, None, None, None, None, 2000]),
    "17 and 19 digits": sel("Capaian", J2=NIP[1:], J3=NIP + "1"),
}


@pytest.mark.parametrize("isi", BENAR.values(), ids=BENAR)
def test_a_workbook_without_fault_has_no_finding(muat_isi, isi):
    hasil = muat_isi(isi)
    assert ringkas(hasil) == []
    assert hasil.sah


@pytest.mark.parametrize("pembuat", [teks_bersama, dimensi_bohong, dimensi_raksasa])
def test_the_form_of_the_file_does_not_change_what_is_read(muat_di_sini, berkas_jadi, muat_isi, pembuat):
    assert muat_di_sini(berkas_jadi(pembuat)) == muat_isi(B)


@pytest.mark.parametrize("teks", ["-", " - ", "\u2013"])
def test_a_dash_in_a_money_column_is_zero(muat_isi, teks):
    assert muat_isi(sel("Anggaran", I3=teks)).buku.anggaran[1].realisasi == 0


@pytest.mark.parametrize("kosong", [None, "", "N/A"])
def test_an_empty_money_cell_is_not_available(muat_isi, kosong):
    assert muat_isi(sel("Anggaran", I3=kosong)).buku.anggaran[1].realisasi is None


def test_a_percent_cell_is_read_as_the_user_sees_it(muat_isi):
    baris = muat_isi(sel("Capaian", D4=Persen(0.9476))).buku.capaian[2]
    assert (baris.target.teks, str(baris.target.angka)) == ("94,76%", "94.76")


def test_defaults_stand_where_a_cell_is_empty(muat_isi):
    buku = muat_isi(B).buku
    assert (buku.capaian[2].periode, buku.anggaran[1].peran, buku.skala[1].batas_termasuk) == (
        "Tahunan",
        "Anggaran",
        "Ya",
    )


def test_rows_are_counted_by_sheet(muat_isi):
    assert muat_isi(B).jumlah_baris == {nama: len(tabel) - 1 for nama, tabel in B.items()}


def test_every_row_remembers_where_it_stood(muat_isi):
    assert [b.baris for b in muat_isi(sel("Capaian", A7="UHH", B7=2023)).buku.capaian] == [2, 3, 4, 7]


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pembuat", "kode"), BERKAS_BURUK.values(), ids=BERKAS_BURUK)
def test_a_file_that_is_no_safe_workbook_has_one_finding(muat_di_sini, berkas_jadi, pembuat, kode):
    hasil = muat_di_sini(berkas_jadi(pembuat))
    assert not hasil.sah
    assert ringkas(hasil) == [f"{kode} !"]


# --- all at once, in the reader's words -------------------------------------------------------------------------------


def test_many_faults_at_once_are_all_reported(muat_isi):
    isi = ubah(tanpa_kolom(B, "Anggaran", "Tahun"), "Capaian", A4="XX", B2=20244, D2=dt.date(2024, 9, 9), F3="WTPX")
    isi = ubah(tanpa_lembar(isi, "OPD"), "Indikator", C2="Puncak", J3="Entah", R2=1)
    isi = ubah(tambah_baris(isi, "Regional", B["Regional"][1]), "APBD", E2="x", F3=Galat("#N/A"))
    assert Counter(ringkas(muat_isi(isi))) >= Counter(
        [
            "lembar-hilang OPD!",
            "kolom-hilang Anggaran!A1",
            "kode-tak-dikenal Capaian!A4",
            "tahun-salah Capaian!B2",
            "tanggal Capaian!D2",
            "di-luar-daftar Indikator!C2",
            "skala-tak-dikenal Indikator!J3",
            "tahun-salah Indikator!R2",
            "kunci-ganda Regional!A4",
            "bukan-uang APBD!E2",
            "galat-rumus APBD!F3",
        ]
    )


PESAN = {
    "a date in Target": (sel("Capaian", D2=dt.date(2024, 9, 9)), "2024-09-09", "9/9"),
    "a date in Target, as its format shows it": (
        sel("Capaian", D2=Waktu(dt.date(2026, 8, 5), "d-mmm")),
        "5-Agu",
        "9/9",
    ),
    "hours and minutes in Realisasi": (sel("Capaian", F2=Waktu(dt.time(7, 15), "h.mm")), "7.15", "7,15"),
    "more hours than a day in Realisasi": (
        sel("Capaian", F2=Waktu(dt.timedelta(hours=70, minutes=10), "[h].mm.ss")),
        "70.10.00",
        "70,10",
    ),
    "a date in Tahun": (sel("Capaian", B2=Waktu(dt.date(2024, 1, 1), "yyyy")), "2024", "misalnya 2024"),
    "a year in a cell of a date's format": (
        sel("Capaian", B2=Waktu(dt.date(1905, 7, 16), "dd/mm/yyyy")),
        "16/07/1905",
        "misalnya 2024",
    ),
    "a date in a code": (sel("Capaian", A2=Waktu(dt.date(2026, 1, 1), "d-mmm")), "1-Jan", "Text"),
    "a time in Tenggat": (sel("Analisis", G2=Waktu(dt.time(7, 15), "h:mm")), "7.15", "31 Desember 2025"),
    "a word in Regional": (sel("Regional", F2="Tinggi"), "Tinggi", "kosongkan"),
    "money that may be thousands": (sel("Anggaran", H3="600,000"), "600,000", "600.000"),
    "a target in words": (sel("Capaian", D2="10 (sepuluh)"), "10 (sepuluh)", "Target hitung"),
    "text in Pagu": (sel("Anggaran", H3="sepuluh juta"), "sepuluh juta", "1343185299386"),
    "a negative Pagu": (sel("Anggaran", H3=-600), "-600", "0 atau lebih"),
    "a year of 20244": (sel("Capaian", B2=20244), "20244", "2024"),
    "a formula without value": (sel("Capaian", F2=Rumus("=1")), "belum memiliki nilai", "simpan berkas di Excel"),
    "an error": (sel("Capaian", F2=Galat("#N/A")), "#N/A", "Perbaiki rumus"),
    "a word outside the list": (sel("Indikator", I2="Atas"), "Atas", "Naik, Turun, Netral"),
    "an unknown code": (sel("Capaian", A2="XX"), "XX", "lembar Indikator"),
    "a double key": (ulang_baris(B, "Capaian", 2), "baris 2", "Kode indikator, Tahun, Periode"),
    "a grade off the scale": (sel("Capaian", F3="WTPX"), "WTPX", "WTP, WDP, TW, TMP"),
    "an ambiguous target": (sel("Capaian", D2="81,48 /60"), "81,48 /60", "Target hitung"),
    "an unreadable value": (sel("Capaian", D2="kira-kira"), "kira-kira", "1.234,56"),
    "an unknown scale": (sel("OPD", E3="Entah"), "Entah", "Permendagri 86/2017"),
    "a missing column": (tanpa_kolom(B, "OPD", "Jenis"), "Jenis", "baris 1"),
    "a missing sheet": (tanpa_lembar(B, "OPD"), "OPD", "templat"),
    "an empty cell": (sel("OPD", B2=None), "Nama OPD", "Nama resmi"),
}


@pytest.mark.parametrize(("isi", "ada", "tulis_ini"), PESAN.values(), ids=PESAN)
def test_a_message_names_what_stands_there_and_what_to_write(muat_isi, isi, ada, tulis_ini):
    satu = muat_isi(isi).temuan[0]
    assert ada in satu.pesan
    assert tulis_ini in satu.saran


def test_a_long_text_is_quoted_short(muat_isi):
    assert len(muat_isi(sel("Capaian", D2="panjang " * 1000)).temuan[0].pesan) < 300


def test_every_message_is_filled_and_every_kind_of_fault_is_tried():
    dicoba = {h.split()[0] for tabel in TABEL for _, harapan in tabel.values() for h in _daftar(harapan)}
    # What is said of an office's table is tried by tables of its own (tests/kantor): no workbook holds them.
    belum = {k.value for k in Kode if not k.value.startswith("susun-")} - dicoba - DICOBA_LAIN
    assert belum == set()
    assert all(pesan and saran and tingkat in Berat for tingkat, pesan, saran in KATALOG.values())


TABEL = (BENTUK_SALAH, BENTUK_DIPERINGATKAN, SEL_SALAH, SEL_DIPERINGATKAN, BERKAS_BURUK)
DICOBA_LAIN = {
    *("berkas-tanpa-isi", "lembar-terlalu-luas"),  # test_kisi
    *(
        "kata-sandi",
        "bukan-tabel",
        "web-tanpa-tabel",
        "petik-terbuka",
        "jenis-lain",
        "csv-tanpa-pemisah",
    ),  # test_kisi_jenis
    "templat-kosong",  # test_templat
    *(
        "satu-berkas",
        "bagian-bentrok",
        "sel-tetap",
        "isian-tetap",
        "angka-hilang",
        "baris-opd-lain",
        "periode-terkunci",
    ),  # findings of an import: test_impor.py
    *(
        "nama-mirip",
        "nama-disamakan",
        "nama-sepagu",
        "nama-lain-bentrok",
        "ejaan-kembar",
        "ejaan-bentrok",
        "pagu-ganda",
    ),
    *("judul-di-baris", "nomor-kolom", "rumus-kosong", "baris-kaki", "baris-sela", "baris-jumlah", "baris-jumlah-beda"),
    *("daun-jumlah", "daun-ragu"),
    "kolom-mirip",
    "berkas-tidak-ada",
    "pembaca-terhenti",
    "kolom-hilang",
    "sel-kosong",
    "di-luar-daftar",
    "kode-tak-dikenal",
    "skala-tak-dikenal",
    "skala-cacat",
    "kunci-ganda",
    "lembar-tersembunyi",
    "baris-tersembunyi",
    "judul-digabung",
    *("tahunan-beda-tw", "semester-ganda"),
    "sel-gabungan",
    *("besaran-janggal", "kelipatan-ganda", "pecahan-orang", "uang-pecahan"),  # plausibility: test_kewajaran.py
    *("triwulan-kumulatif", "kumulatif-turun", "wilayah-tanpa-data"),
    *("teks-panjang", "temuan-lain"),  # test_batas_temuan.py
}
"""Kinds of fault that have a test of their own here, in test_baris_cetak, _hubungan, _semester, _ejaan or _perintah."""


def _daftar(harapan):
    return [harapan] if isinstance(harapan, str) else harapan
