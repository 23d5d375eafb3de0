"""Rows of a printed form in a sheet of ours: each named for what it is, totals tested and left out, nothing doubled.

A finding is written `kode Lembar!sel`; what stands behind a colon must stand in its message.
"""

import datetime as dt

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import Rumus, gabungkan, ringkas, sel, tambah_baris, tanpa_kolom, ubah

from kinerja.buku.katalog.katalog import Berat
from kinerja.buku.rapi.jumlah import nama_jumlah
from kinerja.rumus.anggaran import jumlahkan

JUDUL = list(B["Capaian"][0])
ANGGARAN = list(B["Anggaran"][0])


def anggaran(**isi):
    """Return a row of sheet Anggaran by its columns."""
    return [isi.get(k.replace(" ", "_")) for k in ANGGARAN]


def didahului(lembar, *atas):
    return {**B, lembar: [*map(list, atas), *map(list, B[lembar])]}


def disusul(lembar, *bawah):
    return tambah_baris(B, lembar, *bawah)


def kaki(*teks, kolom=6):
    return [[*[None] * kolom, t] for t in teks]


NAMA = {
    "an office's title above": (
        didahului("Capaian", ["PEMERINTAH KABUPATEN CONTOH"], ["PENGUKURAN KINERJA"], []),
        ["judul-di-baris Capaian!A4: baris 4"],
    ),
    "one row above": (didahului("OPD", ["Daftar perangkat daerah"]), ["judul-di-baris OPD!A2: baris 2"]),
    "numbers of columns": (
        {**B, "Capaian": [JUDUL, list(range(1, 11)), *B["Capaian"][1:]]},
        ["nomor-kolom Capaian!A2: 1 2 3 4 5 6 7 8 9 10"],
    ),
    "numbers in parentheses, some computed": (
        {**B, "Capaian": [JUDUL, ["(1)", "(2)", "(3)", "(4)", None, "(5)", "6 = 5/4 x 100"], *B["Capaian"][1:]]},
        ["nomor-kolom Capaian!A2: 1 2 3 4 5 6"],
    ),
    "a signature": (
        disusul("Anggaran", [], *kaki("Kota Contoh, 31 Desember 2024", "Kepala Dinas", "Nama, S.Kom.")),
        ["baris-kaki Anggaran!G7: 7 sampai 9 tampak seperti tanda tangan"],
    ),
    "a signature in two columns, with the day as a date": (
        disusul("Anggaran", [None, "Mengetahui,", *[None] * 5, dt.date(2024, 12, 31)], [None, "Bupati"]),
        ["baris-kaki Anggaran!B6: “Mengetahui,”"],
    ),
    "a signature with a NIP that Excel took for a number": (
        disusul("Anggaran", [], *kaki("Kepala Dinas", "Nama"), [*[None] * 6, 196801011990031001]),
        ["baris-kaki Anggaran!G7: 7 sampai 9"],
    ),
    "a signature with a place and a year as a number": (
        disusul("Capaian", [], [*[None] * 6, "Contoh,", 2024], *kaki("Kepala Dinas", kolom=7)),
        ["baris-kaki Capaian!G6: 6 sampai 7"],
    ),
    "a signature with its NIP where the year stands": (
        disusul("APBD", [], [None, "Kepala Dinas"], [None, "Nama"], [None, "NIP", 196801011990031001]),
        ["baris-kaki APBD!B5: 5 sampai 7"],
    ),
    "the word that begins a signature": (disusul("Capaian", ["Mengetahui"]), ["baris-kaki Capaian!A5: “Mengetahui”"]),
    "a legend": (
        disusul("Capaian", [], ["Keterangan"], ["1", "Target dari RPJMD"], ["2", "Realisasi dari BPS"]),
        ["baris-kaki Capaian!A6: 6 sampai 8"],
    ),
    "letters of columns": (
        {**B, "Capaian": [JUDUL, ["(a)", "(b)", "(c)", "(d)"], *B["Capaian"][1:]]},
        ["nomor-kolom Capaian!A2: (a) (b) (c) (d)"],
    ),
    "roman numbers of columns": (
        {**B, "Capaian": [JUDUL, ["I", "II", "III", "IV", "V"], *B["Capaian"][1:]]},
        ["nomor-kolom Capaian!A2: I II III IV V"],
    ),
    "numbers of columns with gaps": (
        {**B, "Capaian": [JUDUL, ["[1]", None, "[2]", "[4]", "6 (4/2)"], *B["Capaian"][1:]]},
        ["nomor-kolom Capaian!A2: 1 2 4 6"],
    ),
    "the header once more": (
        {**B, "Capaian": [*B["Capaian"][:3], JUDUL, *B["Capaian"][3:]]},
        ["baris-sela Capaian!A4: judul yang terulang"],
    ),
    "units under the header": (
        {**B, "Anggaran": [ANGGARAN, [*[None] * 7, "(Rp)", "(Rp)"], *B["Anggaran"][1:]]},
        ["baris-sela Anggaran!H2: baris satuan"],
    ),
    "the heading of a group": (
        {**B, "Anggaran": [ANGGARAN, ["I. BELANJA LANGSUNG"], *B["Anggaran"][1:]]},
        ["baris-sela Anggaran!A2: judul kelompok"],
    ),
    "a footnote in the first column": (
        disusul("Capaian", ["Keterangan: angka sementara"]),
        ["baris-kaki Capaian!A5: “Keterangan: angka sementara”"],
    ),
    "a source alone in its row": (
        disusul("Regional", ["Badan Pusat Statistik"]),
        ["baris-kaki Regional!A4: Statistik"],
    ),
}


@pytest.mark.parametrize(("isi", "harapan"), NAMA.values(), ids=NAMA)
def test_what_is_no_data_is_named_once_as_what_it_is(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert [f"{t.kode} {t.lembar}!{t.sel}" for t in hasil.temuan] == [h.split(": ")[0] for h in harapan]
    assert all(h.split(": ", 1)[1] in t.pesan for h, t in zip(harapan, hasil.temuan, strict=True))
    assert not hasil.sah


def test_a_header_of_two_rows_is_named_as_one(muat_isi):
    atas = [*JUDUL[:3], "Kinerja", None, None, *JUDUL[6:]]
    bawah = [None, None, None, "Target", "Target hitung", "Realisasi"]
    hasil = muat_isi({**B, "Capaian": [atas, bawah, *B["Capaian"][1:]]})
    assert "baris-sela Capaian!D2" in ringkas(hasil)
    assert next(t for t in hasil.temuan if t.sel == "D2").saran.startswith("Tulis setiap judul di baris 1")


def test_the_heading_of_a_group_merged_over_its_row_is_one_finding(muat_isi):
    isi = {**B, "Capaian": [JUDUL, ["Sasaran 1: Sehat"], *B["Capaian"][1:]]}
    assert ringkas(muat_isi(isi, gabungkan("Capaian", "A2:I2"))) == ["baris-sela Capaian!A2"]


def test_the_cells_of_a_title_that_are_merged_are_none_of_the_header(muat_isi):
    isi = didahului("Capaian", ["PEMERINTAH"], [])
    assert ringkas(muat_isi(isi, gabungkan("Capaian", "A1:I1"))) == ["judul-di-baris Capaian!A3"]


BUKAN = {
    "a row begun at the end": (disusul("Capaian", ["IMUN"]), ["sel-kosong Capaian!B5"]),
    "small numbers in a row of data": (
        disusul("Skala", ["Kesehatan", 3, "Buruk sekali", -5]),
        [],
    ),
    "a name that begins like a total": (disusul("OPD", ["JML", "Jumlah Penduduk", None, "Dinas"]), []),
    "a quotation of a total": (
        disusul("Kutipan", [None, None, None, "DINKES", "Jumlah", 2024, "Jumlah", "90", "001, Bab III"]),
        [],
    ),
    "a code that means something": (disusul("OPD", ["JML", "Dinas Jalan", None, "Dinas"]), []),
    "a measure called a number of": (
        disusul("Regional", ["Jumlah Penduduk", "Contoh", "Kabupaten/Kota", None, 2024, "1.000", "Jiwa"]),
        [],
    ),
    "a word of Susunan": (disusul("Susunan", ["OPINI", "IMUN", "Jumlah"]), []),
    "a grand total as the contract has it": (
        disusul("Anggaran", anggaran(Kode_OPD="DINKES", Tahun=2024, Pagu=1000, Realisasi=890)),
        [],
    ),
}


@pytest.mark.parametrize(("isi", "harapan"), BUKAN.values(), ids=BUKAN)
def test_what_is_data_stays_data(muat_isi, isi, harapan):
    assert ringkas(muat_isi(isi)) == harapan


# --- totals -----------------------------------------------------------------------------------------------------------

PAGU = {"Pagu": 1000, "Realisasi": 890}
JUMLAH = {
    "in the code": (anggaran(Kode_OPD="JUMLAH", **PAGU), "baris-jumlah Anggaran!A6", "Pagu 1.000, Realisasi 890"),
    "with its OPD and year": (
        anggaran(Kode_OPD="DINKES", Tahun=2024, Program="Total :", **PAGU),
        "baris-jumlah Anggaran!E6",
        "Pagu 1.000, Realisasi 890",
    ),
    "of one program": (
        anggaran(Kode_OPD="DINKES", Tahun=2024, Program="Program Kesehatan", Kegiatan="Jumlah total", **PAGU),
        "baris-jumlah Anggaran!F6",
        "Pagu 1.000",
    ),
    "in the year": (anggaran(Tahun="J U M L A H", **PAGU), "baris-jumlah Anggaran!B6", "Pagu 1.000"),
    "that does not agree": (
        anggaran(Kode_OPD="Total", Pagu=2000, Realisasi=890),
        "baris-jumlah-beda Anggaran!A6",
        "Pagu tertulis 2.000, jumlah barisnya 1.000",
    ),
    "without figures": (anggaran(Kode_OPD="Total"), "baris-jumlah Anggaran!A6", "tidak ada angka yang dapat diuji"),
    "of a formula without value": (
        anggaran(Kode_OPD="Total", Pagu=Rumus("=SUBTOTAL(109,H2:H5)")),
        "baris-jumlah Anggaran!A6",
        "tidak ada angka",
    ),
    "of the other role": (
        anggaran(Kode_OPD="DINKES", Tahun=2024, Peran="Pembanding", Kelompok="Jumlah", **PAGU),
        "baris-jumlah Anggaran!D6",
        "Pagu 1.000",
    ),
}


@pytest.mark.parametrize(("baris", "harapan", "pesan"), JUMLAH.values(), ids=JUMLAH)
def test_a_total_is_tested_left_out_and_said(muat_isi, baris, harapan, pesan):
    hasil = muat_isi(disusul("Anggaran", baris))
    assert ringkas(hasil) == [harapan]
    assert pesan in hasil.temuan[0].pesan
    assert hasil.temuan[0].tingkat is Berat.PERINGATAN
    assert hasil.jumlah_baris["Anggaran"] == 4
    jumlah = jumlahkan(b for b in hasil.buku.anggaran if b.kode_opd == "DINKES")
    assert (jumlah.pagu, jumlah.realisasi) == (1000, 890)


def baris_uang(*baris):
    """Return the small workbook with lines of KAB in 2024 alone: program, kegiatan, sub kegiatan, pagu."""
    kunci = ("Program", "Kegiatan", "Sub_kegiatan", "Pagu")
    isi = [anggaran(Kode_OPD="KAB", Tahun=2024, **dict(zip(kunci, b, strict=True))) for b in baris]
    return {**B, "Anggaran": [ANGGARAN, *isi]}


TIGA = [("Program A", "K1", None, 300), ("Program A", "K2", None, 310), ("Program B", "K3", None, 400)]
BERNAMA = {
    "of a program, behind its lines": ([*TIGA[:2], ("Jumlah Program A", None, None, 610), TIGA[2]], "baris-jumlah E4"),
    "of a program, before its lines": ([("Total Program A", None, None, 610), *TIGA], "baris-jumlah E2"),
    "of a program, as a kegiatan": ([*TIGA, ("Program A", "JUMLAH PROGRAM A", None, 610)], "baris-jumlah F5"),
    "of a program, that does not agree": ([*TIGA, ("Sub Jumlah A", None, None, 600)], "baris-jumlah-beda E5"),
    "of a kegiatan": (
        [
            *(("Program A", "K1", "S1", 100), ("Program A", "K1", "S2", 200)),
            *(("Program A", "K1", "Jumlah Kegiatan K1", 300), TIGA[1], TIGA[2]),
        ],
        "baris-jumlah G4",
    ),
    "of an OPD": ([*TIGA, ("Total KAB", None, None, 1010)], "baris-jumlah E5"),
    "of all, in other words": ([*TIGA, ("TOTAL BELANJA", None, None, 1010)], "baris-jumlah E5"),
    "of all, that does not agree": ([*TIGA, ("Jumlah Anggaran Tahun 2024", None, None, 2000)], "baris-jumlah-beda E5"),
    "of all, by its figures": ([*TIGA, ("Jumlah Urusan Wajib", None, None, 1010)], "baris-jumlah E5"),
    "without OPD, year and name": ([*TIGA, (None, None, None, 1010)], "baris-jumlah H5"),
}


@pytest.mark.parametrize(("baris", "harapan"), BERNAMA.values(), ids=BERNAMA)
def test_a_total_that_names_what_it_adds_is_tested_against_just_that(muat_isi, baris, harapan):
    isi = baris_uang(*baris)
    if baris[-1][0] is None:
        isi["Anggaran"][-1][:2] = [None, None]
    hasil = muat_isi(isi)
    kode, sel_jumlah = harapan.split()
    assert ringkas(hasil) == [f"{kode} Anggaran!{sel_jumlah}"]
    assert sum(b.pagu for b in hasil.buku.anggaran) == 1010


def test_a_line_that_is_only_called_like_a_total_is_a_line(muat_isi):
    hasil = muat_isi(baris_uang(*TIGA, ("Jumlah Bantuan Sosial", None, None, 55)))
    assert (ringkas(hasil), len(hasil.buku.anggaran)) == ([], 4)


def test_a_total_merged_over_its_row_names_what_it_adds(muat_isi):
    isi = disusul("Anggaran", anggaran(Kode_OPD="Jumlah Program Kesehatan", **PAGU))
    assert ringkas(muat_isi(isi, gabungkan("Anggaran", "A6:G6"))) == ["baris-jumlah Anggaran!A6"]


def test_each_of_several_totals_adds_the_lines_since_the_one_before(muat_isi):
    isi = {**B, "Anggaran": [ANGGARAN]}
    for opd, pagu in (("KAB", 5), ("DINKES", 7)):
        for urutan in (1, 2):
            isi["Anggaran"].append(anggaran(Kode_OPD=opd, Tahun=2024, Program=f"Program {urutan}", Pagu=pagu * urutan))
        isi["Anggaran"].append(anggaran(Kode_OPD="Jumlah", Pagu=pagu * 3))
    isi["Anggaran"].append(anggaran(Kode_OPD="TOTAL", Pagu=36))
    hasil = muat_isi(isi)
    assert ringkas(hasil) == [f"baris-jumlah Anggaran!A{n}" for n in (4, 7, 8)]
    assert hasil.jumlah_baris["Anggaran"] == 4


def test_a_total_in_a_column_of_the_office_is_a_total_too(muat_isi):
    """A column No, or a title of the row, left of ours."""
    isi = tambah_baris(B, "Anggaran", anggaran(**PAGU))
    for b in isi["Anggaran"]:
        b.insert(0, None)
    isi["Anggaran"][0][0], isi["Anggaran"][-1][0] = "No", "JUMLAH"
    assert ringkas(muat_isi(isi)) == ["baris-jumlah Anggaran!A6", "kolom-tak-dikenal Anggaran!A1"]


def test_a_total_merged_over_all_it_names_is_one_total(muat_isi):
    isi = disusul("Anggaran", anggaran(Kode_OPD="JUMLAH", **PAGU))
    assert ringkas(muat_isi(isi, gabungkan("Anggaran", "A6:G6"))) == ["baris-jumlah Anggaran!A6"]


@pytest.mark.parametrize(
    ("lembar", "baris", "harapan"),
    [
        ("Capaian", ["Jumlah", 2024, None, 172], "baris-jumlah-beda Capaian!A5"),
        ("APBD", [None, 2024, "Belanja", "TOTAL", 2000, 1900], "baris-jumlah APBD!D4"),
        ("Regional", ["Umur Harapan Hidup", "Total", None, None, 2024], "baris-jumlah Regional!B4"),
        ("OPD", ["Jumlah"], "baris-jumlah OPD!A4"),
        ("Regional", ["Umur Harapan Hidup", "Jumlah Kabupaten", None, None, 2024], "baris-jumlah Regional!B4"),
        ("Regional", ["Umur Harapan Hidup", "Rata-rata", None, None, 2024, "73,5"], "baris-jumlah Regional!B4"),
        ("Capaian", ["Rata-rata capaian", None, None, 172], "baris-jumlah Capaian!A5"),
        ("APBD", [None, 2024, "Belanja", "Jumlah Belanja", 2000, 1900], "baris-jumlah APBD!D4"),
        ("APBD", [None, 2024, "JUMLAH BELANJA", None, 2000, 1900], "baris-jumlah APBD!C4"),
        ("Anggaran indikator", ["TOTAL", 2024, 600, 500], "baris-jumlah Anggaran indikator!A3"),
    ],
)
def test_a_total_is_no_line_in_any_sheet(muat_isi, lembar, baris, harapan):
    hasil = muat_isi(disusul(lembar, baris))
    assert ringkas(hasil) == [harapan]
    assert hasil.jumlah_baris[lembar] == len(B[lembar]) - 1


JUMLAH_SAJA = [
    "Jumlah",
    "TOTAL",
    "total:",
    "Jumlah Total",
    "Sub total",
    "Grand Total",
    "J U M L A H",
    "Subjumlah",
    "Jumlah Seluruhnya",
]
NAMA_BIASA = ("Jumlah penduduk", "Total fertility rate", "Totalitas", "Jumlah 2024", "", "Sejumlah")


@pytest.mark.parametrize(("teks", "harap"), [*((t, True) for t in JUMLAH_SAJA), *((t, False) for t in NAMA_BIASA)])
def test_only_the_words_alone_are_a_total(teks, harap):
    assert nama_jumlah(teks) is harap


def belanja(pagu, realisasi, **isi):
    return anggaran(
        **{"Kode_OPD": "DINKES", "Tahun": 2024, "Program": "Belanja", "Pagu": pagu, "Realisasi": realisasi, **isi}
    )


DAUN = {
    "a leaf that is the sum": (belanja(1000, 890), ["daun-jumlah Anggaran!H6"], 1000),
    "of another year": (belanja(1000, 890, Tahun=2023), [], 1000),
    "of the other role": (belanja(1000, 890, Peran="Pembanding"), [], 1000),
    "with another realisasi": (belanja(1000, 700), ["daun-ragu Anggaran!H6"], 2000),
    "without realisasi": (belanja(1000, None), ["daun-ragu Anggaran!H6"], 2000),
    "with another pagu": (belanja(999, 890), [], 1999),
}


@pytest.mark.parametrize(("baris", "harapan", "pagu"), DAUN.values(), ids=DAUN)
def test_a_leaf_that_equals_all_others_never_doubles_a_budget_without_a_word(muat_isi, baris, harapan, pagu):
    hasil = muat_isi(disusul("Anggaran", baris))
    assert ringkas(hasil) == harapan
    assert jumlahkan(b for b in hasil.buku.anggaran if (b.kode_opd, b.tahun) == ("DINKES", 2024)).pagu == pagu


def test_of_two_equal_lines_neither_is_a_total(muat_isi):
    tiga = (belanja(p, p, Program=n) for p, n in ((5, "Satu"), (5, "Lima"), (0, "Belum ada")))
    assert ringkas(muat_isi({**B, "Anggaran": [ANGGARAN, *tiga]})) == []


# --- codes that became numbers ----------------------------------------------------------------------------------------


def berkode(definisi, rujukan):
    """Return the small workbook with a code for UHH as it is defined, and as sheet Capaian refers to it."""
    isi = ubah(ubah(B, "Indikator", A2=definisi), "Capaian", A2=rujukan)
    return {n: isi[n] for n in ("OPD", "Indikator", "Capaian", "Skala")}


SATU_KODE = [("1.1", 1.1), ("1,1", 1.1), (1.1, "1.1"), ("1.1", "1,1"), ("05", 5), (5, "5"), ("1.10", 1.1), ("2", 2.0)]


@pytest.mark.parametrize(("definisi", "rujukan"), SATU_KODE)
def test_a_code_that_can_be_meant_in_one_way_is_read_the_same(muat_isi, definisi, rujukan):
    hasil = muat_isi(berkode(definisi, rujukan))
    assert hasil.sah
    assert hasil.buku.capaian[0].kode_indikator == hasil.buku.indikator[0].kode_indikator


def test_a_number_that_may_be_two_codes_is_refused(muat_isi):
    isi = ubah(berkode("1.1", 1.1), "Indikator", A3="1.10")
    assert "kode-tak-dikenal Capaian!A2" in ringkas(muat_isi(isi))


@pytest.mark.parametrize("kode", ["05", "1.2.3", "2024-1", "UHH"])
def test_other_codes_stay_as_they_are_typed(muat_isi, kode):
    hasil = muat_isi(berkode(kode, kode))
    assert hasil.temuan == ()
    assert hasil.buku.capaian[0].kode_indikator == kode


# --- formulas ---------------------------------------------------------------------------------------------------------


def test_formulas_pulled_down_over_empty_rows_are_nothing(muat_isi):
    rumus = [Rumus('=IF(1,"","")', "", "str"), Rumus("=2024", "2024"), None, Rumus("=0", "0"), None, None]
    bawah = [[*rumus, Rumus("=1/0", "#DIV/0!", "e")] for _ in range(5)]
    hasil = muat_isi(disusul("Capaian", *bawah))
    assert ringkas(hasil) == ["rumus-kosong Capaian!A5"]
    assert "Baris 5 sampai 9 hanya berisi rumus tanpa hasil; 5 baris" in hasil.temuan[0].pesan
    assert hasil.jumlah_baris["Capaian"] == 3


def test_a_column_no_that_goes_on_below_the_lines_is_nothing(muat_isi):
    isi = {
        **B,
        "Capaian": [["No", *JUDUL], *([n, *b] for n, b in enumerate(B["Capaian"][1:], 1)), *([n] for n in (4, 5))],
    }
    hasil = muat_isi(isi)
    assert ringkas(hasil) == ["kolom-tak-dikenal Capaian!A1", "rumus-kosong Capaian!A5"]
    assert "Baris 5 sampai 6 hanya berisi angka di luar kolom yang dikenal" in hasil.temuan[0].pesan


def test_rows_of_spaces_are_nothing(muat_isi):
    hasil = muat_isi(disusul("Capaian", [" ", None, "  "], ["\u00a0"]))
    assert (ringkas(hasil), hasil.jumlah_baris["Capaian"]) == ([], 3)


def test_formulas_that_show_a_dash_are_nothing_too(muat_isi):
    garis = Rumus('=IF(1,"-","")', "-", "str")
    assert ringkas(muat_isi(disusul("Capaian", [garis, None, None, garis]))) == ["rumus-kosong Capaian!A5"]


RUMUS_BERISI = {
    "a code by formula": [Rumus('="IMUN"', "IMUN", "str"), Rumus("=2023", "2023")],
    "a figure without a code": [None, None, None, Rumus("=1", "7")],
    "a formula nobody computed": [None, None, None, Rumus("=1")],
    "a typed year": [None, 2023, None, Rumus("=1", "0")],
}


@pytest.mark.parametrize("baris", RUMUS_BERISI.values(), ids=RUMUS_BERISI)
def test_a_row_that_says_something_is_a_row(muat_isi, baris):
    hasil = muat_isi(disusul("Capaian", baris))
    assert "rumus-kosong Capaian!A5" not in ringkas(hasil)
    assert hasil.jumlah_baris["Capaian"] == 4


# --- columns that resemble ours ---------------------------------------------------------------------------------------


def berjudul(lembar, lama, baru):
    isi = ubah(B, lembar)
    isi[lembar][0][isi[lembar][0].index(lama)] = baru
    return isi


MIRIP = {
    "a year behind it": ("Capaian", "Realisasi", "Realisasi 2024", "kolom-mirip Capaian!F1"),
    "a quarter behind it": ("Capaian", "Realisasi", "Realisasi s.d. TW III", "kolom-mirip Capaian!F1"),
    "a word before it": ("Capaian", "Target", "Nilai Target", "kolom-mirip Capaian!D1"),
    "another word for it": ("Capaian", "Periode", "Triwulan", "kolom-mirip Capaian!C1"),
    "a slip": ("Anggaran", "Realisasi", "Realiasasi", "kolom-mirip Anggaran!I1"),
    "its beginning": ("Capaian", "Predikat dilaporkan", "Predikat", "kolom-mirip Capaian!H1"),
    "thousands of rupiah": ("Anggaran", "Pagu", "Pagu (ribu rupiah)", "kolom-mirip Anggaran!H1"),
    "percent of money": ("Anggaran", "Realisasi", "Realisasi (%)", "kolom-mirip Anggaran!I1"),
}


@pytest.mark.parametrize(("lembar", "lama", "baru", "harapan"), MIRIP.values(), ids=MIRIP)
def test_a_column_that_is_gone_while_a_similar_one_stands_is_asked_about(muat_isi, lembar, lama, baru, harapan):
    hasil = muat_isi(berjudul(lembar, lama, baru))
    assert ringkas(hasil) == [harapan]
    assert f"“{baru}” (maksud Anda {lama}?)" in hasil.temuan[0].pesan
    assert muat_isi(berjudul(lembar, lama, lama)).temuan == ()


@pytest.mark.parametrize(
    ("lembar", "lama", "baru"),
    [
        ("Anggaran", "Pagu", "Pagu (Rp)"),
        ("Anggaran", "Realisasi", "REALISASI [Rp.]"),
        ("APBD", "Anggaran", "Anggaran (dalam Rupiah)"),
        ("Capaian", "Target", "Target (%)"),
    ],
)
def test_a_header_with_its_unit_is_the_column(muat_isi, lembar, lama, baru):
    hasil = muat_isi(berjudul(lembar, lama, baru))
    assert hasil.temuan == ()
    assert hasil.buku == muat_isi(B).buku


SEBUTAN = [
    *[
        ("Capaian", "Realisasi", j)
        for j in ("Real.", "Hasil 2024", "Actual", "REALISASI_2024", "Capaian Kinerja", "2024")
    ],
    *[("Capaian", "Target", j) for j in ("Tgt", "Goal")],
    *[("Anggaran", "Pagu", j) for j in ("Anggaran", "Anggaran (Rp)", "Budget", "Alokasi 2024")],
    *[("Anggaran", "Kode OPD", j) for j in ("SKPD", "Kode SKPD", "Perangkat Daerah")],
    *[("Regional", "Nilai", j) for j in ("Value", "Angka", "2024")],
    *[("Regional", "Wilayah", j) for j in ("Kabupaten/Kota", "Daerah")],
    *[("Indikator", "Akumulasi", j) for j in ("Agregasi",)],
]


@pytest.mark.parametrize(("lembar", "kolom", "judul"), SEBUTAN)
def test_a_column_under_a_word_of_the_offices_is_asked_about(muat_isi, lembar, kolom, judul):
    isi = {**B, lembar: [[judul if j == kolom else j for j in B[lembar][0]], *B[lembar][1:]]}
    mirip = [t for t in muat_isi(isi).temuan if t.kode.value == "kolom-mirip"]
    assert [t.pesan for t in mirip] == [
        f"Kolom {kolom} tidak ada, sedangkan ada kolom “{judul}” (maksud Anda {kolom}?)"
    ]


def test_a_column_for_every_year_or_quarter_says_one_row_each(muat_isi):
    judul = ["Kode indikator", "Tahun", "Target", *(f"Realisasi TW {i}" for i in ("I", "II", "III"))]
    mirip = muat_isi({**B, "Capaian": [judul, ["UHH", 2024, 72, 70, 71, 72]]}).temuan
    assert [(t.sel, t.kode.value) for t in mirip] == [(f"{k}1", "kolom-mirip") for k in "DEF"]
    assert all("satu baris untuk setiap tahun atau triwulan" in t.saran for t in mirip)


def test_a_similar_column_beside_ours_is_only_warned_of(muat_isi):
    assert ringkas(muat_isi(sel("Capaian", K1="Realisasi 2023", K2=70))) == ["kolom-tak-dikenal Capaian!K1"]
    isi = sel("Anggaran", N1="Pagu (Rp)", N2=1)
    assert all(h.startswith("kolom-tak-dikenal") for h in ringkas(muat_isi(isi)))


def test_thousands_are_told_to_be_written_out(muat_isi):
    (temuan,) = muat_isi(berjudul("Anggaran", "Pagu", "Pagu (Rp juta)")).temuan
    assert temuan.saran.startswith("Ubah judul di H1 menjadi Pagu dan tulis angkanya dalam satuan penuh")


def test_a_missing_column_without_a_like_is_missing(muat_isi):
    assert ringkas(muat_isi(tanpa_kolom(B, "Capaian", "Tahun"))) == ["kolom-hilang Capaian!A1"]


def test_a_sheet_of_formulas_only_is_a_file_of_which_nothing_was_read(muat_isi):
    isi = {"Capaian": [JUDUL, [Rumus('=""', "", "str"), None, None, Rumus("=0", "0")]]}
    assert ringkas(muat_isi(isi)) == ["tanpa-isi !"]
