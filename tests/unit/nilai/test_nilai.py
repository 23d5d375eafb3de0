"""Reading a value (DESIGN section 5); the texts are those printed in the five reports."""

from decimal import Decimal
from time import thread_time

import pytest

from kinerja.nilai.baca import (
    JenisNilai,
    NilaiTakTerbaca,
    baca_angka,
    baca_nilai,
    memakai_koma_ribuan,
    nilai_persen,
    persen_terlihat,
    rapikan,
    terbaca_ganda,
)
from kinerja.nilai.kata import Batas
from kinerja.nilai.kumpulan_skala import KumpulanSkala

SKALA = KumpulanSkala()
AKIP, OPINI, INOVASI, LPPD = (SKALA.ambil(n) for n in ("AKIP", "Opini BPK", "Inovasi", "LPPD"))
PANJANG_SEL_EXCEL = 32_767


def ditolak(teks, **pilihan):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(teks, **pilihan)
    return galat.value


def angka_atau_tolak(baca, *isi):
    try:
        return baca(*isi).angka
    except NilaiTakTerbaca:
        return None


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        pytest.param("72,93", "72.93", id="000 Tabel 3.4 no 1 target"),
        pytest.param("0,240", "0.240", id="000 Tabel 3.4 no 18 target"),
        pytest.param("52.884.243.610.119", "52884243610119", id="000 Tabel 3.4 no 14 realisasi"),
        pytest.param("1.343.185.299.386", "1343185299386", id="000 Tabel 2.6"),
        pytest.param("1.315.883.382.650,63", "1315883382650.63", id="000 Bab III B pendapatan"),
        pytest.param("(1.913.938.714,00)", "-1913938714", id="000 Bab III B defisit in parentheses"),
        pytest.param("0.976", "0.976", id="000 efisiensi sasaran 2, dot after a leading 0"),
        pytest.param("+0,04", "0.04", id="000 Usia Harapan Hidup difference"),
        pytest.param("1684", "1684", id="000 guru bersertifikasi, no separator"),
        pytest.param("85.83 %", "85.83", id="001 Tabel 3.2 no 2 realisasi"),
        pytest.param("102 %", "102", id="001 Tabel 3.2 no 3 capaian"),
        pytest.param("Rp. 64.440.768.486,-", "64440768486", id="001 Bab III 3.3"),
        pytest.param("Rp.48.281.384.383,-", "48281384383", id="001 Bab III 3.3 without a space"),
        pytest.param("Rp 3.383.329.611", "3383329611", id="001 Tabel 3.10"),
        pytest.param("45.90%", "45.90", id="002 Tabel 3.3 no 2 target"),
        pytest.param("94,41%", "94.41", id="002 Tabel 3.7 serapan"),
        pytest.param("5.71", "5.71", id="003 selisih IP ASN"),
        pytest.param("3.561", "3561", id="003 responden, one dot and three digits"),
        pytest.param("Rp. 2.053.237.731", "2053237731", id="004 Bab III 3.4"),
        pytest.param("-0,5", "-0.5", id="minus"),
        pytest.param("\u22120,5", "-0.5", id="minus as a typographic sign"),
        pytest.param("-Rp 1.000", "-1000", id="minus before Rp"),
        pytest.param("Rp (1.000)", "-1000", id="parentheses after Rp"),
        pytest.param("(Rp 1.000)", "-1000", id="parentheses around Rp"),
        pytest.param("Rp 1.000", "1000", id="case 21 Rp"),
        pytest.param("12,5%", "12.5", id="case 21 percent"),
        pytest.param("12,5 persen", "12.5", id="persen"),
        pytest.param("-0.976", "-0.976", id="leading 0 behind a minus"),
        pytest.param("1.2345", "1.2345", id="one dot and four digits"),
        pytest.param("1,234", "1.234", id="one comma is decimal"),
        pytest.param("\u00a072,93\u00a0", "72.93", id="non-breaking spaces"),
    ],
)
def test_a_printed_number_is_read(teks, angka):
    nilai = baca_nilai(teks)
    assert (nilai.jenis, nilai.angka, nilai.gaya_inggris) == (JenisNilai.ANGKA, Decimal(angka), False)


@pytest.mark.parametrize(
    ("teks", "satuan", "angka"),
    [
        pytest.param("72,93 Tahun", "Tahun", "72.93", id="000 Tabel 3.4 no 1"),
        pytest.param("286.761 jiwa", "Jiwa", "286761", id="000 Bab I penduduk, another case"),
        pytest.param("54 Triliun Rupiah", "Rupiah", "54E12", id="behind a multiple"),
        pytest.param("100 %", "Persen", "100", id="percent sign under Satuan Persen"),
        pytest.param("64,16 per 100.000 KH", "Per 100.000 KH", "64.16", id="000 AKI, digits in the Satuan"),
        pytest.param("85,1 persen", "Persentase", "85.1", id="another word for percent"),
        pytest.param("72 poin", "Indeks", "72", id="another word for no unit"),
        pytest.param("Rp 5.000 rupiah", "Rp", "5000", id="another word for money"),
        pytest.param("0,58 poin persen", "Poin persen", "0.58", id="a Satuan that itself ends in persen"),
    ],
)
def test_the_satuan_may_follow_the_number(teks, satuan, angka):
    assert baca_nilai(teks, satuan).angka == Decimal(angka)


def test_a_foreign_satuan_is_refused():
    assert "72,93 Tahun" in ditolak("72,93 Tahun", satuan="Persen").pesan


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        pytest.param("54 Triliun", "54E12", id="000 Tabel 3.4 no 14 target"),
        pytest.param("440 ribu", "440E3", id="000 Bab I pengeluaran per kapita"),
        pytest.param("3,2 Miliar", "3.2E9", id="miliar"),
        pytest.param("3,2 milyar", "3.2E9", id="milyar"),
        pytest.param("Rp 12 Juta", "12E6", id="juta"),
        pytest.param("Rp 12 jt.", "12E6", id="jt"),
        pytest.param("(54 Triliun)", "-54E12", id="negative"),
    ],
)
def test_a_multiple_is_read(teks, angka):
    assert baca_nilai(teks).angka == Decimal(angka)


@pytest.mark.parametrize(("teks", "angka"), [("5 RİBU", 5000), ("5 mılıar", 5 * 10**9), ("5 trİliun", 5 * 10**12)])
def test_a_multiple_with_a_foreign_letter_i_is_read_or_refused_but_does_not_crash(teks, angka):
    assert angka_atau_tolak(baca_nilai, teks) in (None, angka)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        pytest.param("127,039,000", "127039000", id="003 realisasi Fasilitasi Lembaga Profesi ASN"),
        pytest.param("1,234,567.89", "1234567.89", id="with decimals"),
    ],
)
def test_english_thousands_are_read_and_marked(teks, angka):
    nilai = baca_nilai(teks)
    assert (nilai.angka, nilai.gaya_inggris) == (Decimal(angka), True)


@pytest.mark.parametrize("teks", ["1,000,000-2,000,000", "B 1,000,000"])
def test_english_thousands_are_marked_also_inside_a_range_and_beside_a_grade(teks):
    assert baca_nilai(teks).gaya_inggris


@pytest.mark.parametrize(
    ("teks", "skala", "angka", "predikat"),
    [
        pytest.param("B (70,00)", AKIP, "70", "B", id="000 Tabel 3.4 no 3 target"),
        pytest.param("55,0 (Inovatif)", INOVASI, "55", "Inovatif", id="000 Tabel 3.4 no 11 target"),
        pytest.param("Sedang (86,22)", LPPD, "86.22", "Sedang", id="001 Tabel 3.3 LPPD 2023"),
        pytest.param("BB (71,27)", AKIP, "71.27", "BB", id="002 Tabel 3.3 no 4 realisasi"),
        pytest.param("BB(74)", AKIP, "74", "BB", id="002 Tabel 3.9 no 4 target"),
        pytest.param("72,60 (BB)", AKIP, "72.60", "BB", id="004 Tabel 3.7 no 2 target"),
        pytest.param("BB (skor 74,00)", AKIP, "74", "BB", id="skor"),
        pytest.param("B 62,83", AKIP, "62.83", "B", id="grade before the number"),
        pytest.param("bb (74)", AKIP, "74", "BB", id="spelled as on its scale"),
        pytest.param("BB (74)", None, "74", "BB", id="without a scale"),
        pytest.param("70,00 B", AKIP, "70", "B", id="grade behind the number"),
        pytest.param("BB: 74", AKIP, "74", "BB", id="with a colon"),
        pytest.param("BB (skor: 74,00)", AKIP, "74", "BB", id="skor with a colon"),
        pytest.param("85% (Sangat Inovatif)", INOVASI, "85", "Sangat Inovatif", id="percent"),
    ],
)
def test_a_number_with_a_grade_gives_both(teks, skala, angka, predikat):
    nilai = baca_nilai(teks, skala=skala)
    assert (nilai.jenis, nilai.angka, nilai.predikat) == (JenisNilai.ANGKA, Decimal(angka), predikat)


@pytest.mark.parametrize(
    "teks",
    [
        pytest.param("5,8-5,5", id="000 Tabel 3.4 no 10 target"),
        pytest.param("5,8%-5,5%", id="with percent signs"),
        pytest.param("5,5 - 5,8", id="spaced and ascending"),
        pytest.param("5,8\u20135,5", id="with a dash"),
        pytest.param("5,8 s/d 5,5", id="s/d"),
        pytest.param("5,5 s.d. 5,8", id="s.d."),
        pytest.param("5,5 sd 5,8", id="sd"),
        pytest.param("5,5% s.d 5,8%", id="s.d with percent signs"),
        pytest.param("5,5 sampai dengan 5,8", id="sampai dengan"),
        pytest.param("5,5 hingga 5,8 persen", id="hingga"),
    ],
)
def test_a_range_is_calculated_with_its_midpoint_and_keeps_both_ends(teks):
    nilai = baca_nilai(teks)
    assert nilai.jenis is JenisNilai.RENTANG
    assert (nilai.bawah, nilai.angka, nilai.atas) == (Decimal("5.5"), Decimal("5.65"), Decimal("5.8"))


def test_a_range_is_shown_as_it_was_typed():
    assert baca_nilai(" 5,8%-5,5% ").teks == "5,8%-5,5%"


def test_a_unit_or_a_multiple_may_stand_behind_both_ends_of_a_range():
    assert baca_nilai("5 tahun - 6 tahun", "Tahun").angka == Decimal("5.5")
    assert baca_nilai("Rp 5 - 6 Miliar").angka == Decimal("5.5E9")
    assert baca_nilai("500 Juta s.d. 1 Miliar").angka == Decimal("750E6")


def test_a_range_may_stand_with_a_grade():
    nilai = baca_nilai("BB (70-80)", skala=AKIP)
    assert (nilai.jenis, nilai.bawah, nilai.angka, nilai.atas, nilai.predikat) == (JenisNilai.RENTANG, 70, 75, 80, "BB")


@pytest.mark.parametrize(
    ("teks", "batas", "angka"),
    [
        pytest.param("≥ 70", Batas.MINIMAL, "70", id="sign"),
        pytest.param("≥70%", Batas.MINIMAL, "70", id="without a space, percent"),
        pytest.param(">= 70", Batas.MINIMAL, "70", id="two signs"),
        pytest.param("> 3", Batas.LEBIH, "3", id="strict"),
        pytest.param("min. 8,5", Batas.MINIMAL, "8.5", id="min."),
        pytest.param("Minimal 8,5", Batas.MINIMAL, "8.5", id="minimal"),
        pytest.param("≤ 3,01", Batas.MAKSIMAL, "3.01", id="at most"),
        pytest.param("maks. 3", Batas.MAKSIMAL, "3", id="maks."),
        pytest.param("MAKSIMAL 3", Batas.MAKSIMAL, "3", id="maksimal"),
        pytest.param("< Rp 12 Juta", Batas.KURANG, "12E6", id="money"),
        pytest.param("lebih dari 3 tahun", Batas.LEBIH, "3", id="words and unit"),
        pytest.param("kurang dari -0,5", Batas.KURANG, "-0.5", id="negative"),
    ],
)
def test_a_bound_is_shown_as_written_and_knows_its_side(teks, batas, angka):
    nilai = baca_nilai(teks, "Tahun")
    assert (nilai.jenis, nilai.teks, nilai.batas, nilai.angka) == (JenisNilai.BATAS, teks, batas, Decimal(angka))


def test_a_grade_that_is_wanted_at_least_is_the_grade():
    nilai = baca_nilai("min. BB", skala=AKIP)
    assert (nilai.jenis, nilai.teks, nilai.predikat) == (JenisNilai.PREDIKAT, "min. BB", "BB")


@pytest.mark.parametrize(
    "teks", ["≥ 70-80", ">> 3", "≥", "min. ", "> 9/9", "≥ tinggi sekali", "maks. BB", "mak\u017f 3"]
)
def test_a_bound_of_no_number_is_refused(teks):
    assert ditolak(teks, skala=AKIP).saran


@pytest.mark.parametrize(
    ("teks", "terlihat", "angka", "tanda"),
    [
        pytest.param("70,10*", "70,10", "70.10", "*", id="star"),
        pytest.param("70,10 **", "70,10", "70.10", "**", id="two stars"),
        pytest.param("70,10*)", "70,10", "70.10", "*)", id="star with a bracket"),
        pytest.param("*70,10", "70,10", "70.10", "*", id="star before"),
        pytest.param("70,10 1)", "70,10", "70.10", "1)", id="number with a bracket, apart"),
        pytest.param("70,10r)", "70,10", "70.10", "r)", id="letter with a bracket"),
        pytest.param("70,90 r", "70,90", "70.90", "r", id="revised, as BPS writes it"),
        pytest.param("72,00e", "72,00", "72.00", "e", id="estimated, as BPS writes it"),
        pytest.param("70,10\u00b9", "70,10", "70.10", "\u00b9", id="raised digit"),
        pytest.param("70,10* tahun", "70,10 tahun", "70.10", "*", id="before the unit"),
        pytest.param("70,10 tahun*", "70,10 tahun", "70.10", "*", id="behind the unit"),
        pytest.param("70,10%*", "70,10%", "70.10", "*", id="behind percent"),
        pytest.param("(70,10) 1)", "(70,10)", "-70.10", "1)", id="a negative figure"),
        pytest.param("5,8-5,5*", "5,8-5,5", "5.65", "*", id="a range"),
    ],
)
def test_a_footnote_mark_is_taken_off_the_figure(teks, terlihat, angka, tanda):
    nilai = baca_nilai(teks, "Tahun")
    assert (nilai.teks, nilai.angka, nilai.tanda) == (terlihat, Decimal(angka), tanda)


@pytest.mark.parametrize("teks", ["70,101)", "1.2341)", "-51)"])
def test_a_mark_that_touches_the_digits_is_refused(teks):
    assert "catatan kaki" in ditolak(teks).saran


def test_a_raised_two_of_the_unit_is_no_mark():
    assert (baca_nilai("5 km\u00b2", "Km\u00b2").angka, baca_nilai("5 km\u00b2", "Km\u00b2").tanda) == (5, "")


@pytest.mark.parametrize(
    ("teks", "angka"), [("600,000", 600_000), ("1,234.50", Decimal("1234.50")), ("72,93", Decimal("72.93"))]
)
def test_where_commas_separate_thousands_one_group_is_thousands_too(teks, angka):
    assert baca_nilai(teks, koma_ribuan=True).angka == angka
    assert memakai_koma_ribuan("Rp 1,000,000")
    assert terbaca_ganda("600,000")
    assert not terbaca_ganda("0,600")


def test_a_level_is_its_numerator_over_its_denominator():  # 001 Tabel 3.2 no 5
    nilai = baca_nilai("9/9")
    assert (nilai.jenis, nilai.angka, nilai.penyebut) == (JenisNilai.LEVEL, 9, 9)


@pytest.mark.parametrize("teks", ["1:26", "1:178,7", "1,9:1"], ids=["000 SD/MI", "000 pendidikan dasar", "decimal"])
def test_a_ratio_is_shown_as_it_is_and_not_calculated_with(teks):
    nilai = baca_nilai(teks)
    assert (nilai.jenis, nilai.teks, nilai.angka) == (JenisNilai.RASIO, teks, None)


@pytest.mark.parametrize(
    ("teks", "skala", "predikat"),
    [
        pytest.param("WTP", OPINI, "WTP", id="000 Tabel 3.4 no 3 target"),
        pytest.param("WDP", OPINI, "WDP", id="000 Tabel 3.4 no 3 realisasi"),
        pytest.param("Tinggi", LPPD, "Tinggi", id="001 Tabel 3.2 no 1 target"),
        pytest.param("BB", AKIP, "BB", id="003 IKU 3.1"),
        pytest.param("  sangat   inovatif ", INOVASI, "Sangat Inovatif", id="case and spaces"),
    ],
)
def test_a_grade_is_read_on_its_scale(teks, skala, predikat):
    nilai = baca_nilai(teks, skala=skala)
    assert (nilai.jenis, nilai.predikat, nilai.angka) == (JenisNilai.PREDIKAT, predikat, None)


@pytest.mark.parametrize("teks", ["WTP", "Baik Sekali", "Z 70", "70 (Cukup)", "A-", "BB+"])
def test_a_grade_off_the_scale_is_refused_naming_those_allowed(teks):
    galat = ditolak(teks, skala=AKIP)
    assert teks in galat.pesan
    assert ", ".join(AKIP.predikat) in galat.saran


@pytest.mark.parametrize("teks", ["WTP", "Mandiri", "Madya"])
def test_a_grade_without_a_scale_asks_for_the_scale(teks):
    galat = ditolak(teks)
    assert galat.tanpa_skala
    assert "tambahkan skala" in galat.saran
    assert "Skala nilai" in galat.saran


@pytest.mark.parametrize(
    "teks",
    [
        *(None, "", "  ", "\u00a0", "-", "\u2013", "--", "\u2026", "...", "\u2026\u2026", ". . ."),
        *("N/A", "n/a", "N / A", "NA", "n.a.", "N.A", "TAD", "tad.", "belum rilis", "Belum  Rilis", "Belum rilis."),
        *("belum dirilis", "Belum Tersedia", "tidak tersedia", "Tidak  tersedia.", "TIDAK TERSEDIA"),
    ],
)
def test_a_missing_value_is_not_available_and_never_zero(teks):  # 001 Tabel 3.2 no 1, 002 Tabel 3.3 no 1
    nilai = baca_nilai(teks)
    assert (nilai.ada, nilai.angka, nilai.jenis) == (False, None, JenisNilai.KOSONG)


def test_a_missing_value_keeps_the_word_that_was_typed():
    assert baca_nilai(" N/A ").teks == "N/A"


@pytest.mark.parametrize(
    "teks",
    [
        pytest.param("101,14,36%", id="000 Bab III A.1 no 8"),
        pytest.param("3.825.976.29,00", id="000 pagu TPT"),
        pytest.param("73% (99,13)", id="000 jalan mantap capaian"),
        pytest.param("Rp. 11764.429.034", id="001 Tabel 3.10"),
        pytest.param("Pake data 2023", id="002 Tabel 3.9"),
        pytest.param("1,234.5", id="case 21"),
        pytest.param("NaN", id="case 21 NaN"),
        pytest.param("1e308", id="case 21 1e308"),
        pytest.param("inf", id="inf"),
        pytest.param("-Infinity", id="infinity"),
        pytest.param("#DIV/0!", id="formula error"),
        pytest.param("#N/A", id="formula error N/A"),
        pytest.param("=1+1", id="formula"),
        pytest.param("2024-01-15", id="date"),
        pytest.param("9/9/2024", id="date with slashes"),
        pytest.param("12:30:00", id="time"),
        pytest.param("1.234.56", id="two digits behind the second separator"),
        pytest.param("1.2345.678", id="four digits behind a separator"),
        pytest.param("1764.429.034", id="four digits before the first separator"),
        pytest.param("1,23,456", id="commas in groups of two"),
        pytest.param("1..234", id="empty group"),
        pytest.param(",5", id="no digit before the comma"),
        pytest.param("5,", id="no digit behind the comma"),
        pytest.param("--5", id="two signs"),
        pytest.param("72 93", id="space inside"),
        pytest.param("Rp", id="Rp alone"),
        pytest.param("%", id="percent alone"),
        pytest.param("()", id="empty parentheses"),
        pytest.param("1_000", id="python's underscore"),
    ],
)
def test_what_follows_no_rule_is_refused_saying_what_stands_there_and_what_to_write(teks):
    galat = ditolak(teks)
    assert teks in galat.pesan
    assert "1.234,56" in galat.saran


@pytest.mark.parametrize("teks", ["1:1.23.45", "1.23.45-5", "5-1.23.45", "BB (1.23.45)", "1.23.45 juta"])
def test_a_part_that_is_no_number_refuses_the_whole(teks):
    assert "1.23.45" in ditolak(teks).pesan


@pytest.mark.parametrize("teks", ["9" * 31, "-" + "9" * 31, "9" * 29 + " triliun"])
def test_a_number_too_long_to_be_calculated_with_is_refused(teks):
    assert teks in ditolak(teks).pesan


@pytest.mark.parametrize("teks", ["81,48 /60", "81,48/60"])
def test_an_ambiguous_target_is_refused_pointing_to_target_hitung(teks):  # 000 Tabel 3.4 no 13
    assert "Target hitung" in ditolak(teks).saran


@pytest.mark.parametrize("angka", [float("nan"), float("inf"), float("-inf"), 1e308, 1e30, Decimal("NaN")], ids=str)
def test_a_number_cell_that_cannot_be_calculated_with_is_refused(angka):  # case 21
    assert "bukan angka" in ditolak(angka).pesan


@pytest.mark.parametrize("angka", [1e27, 1e28, 1e29], ids=str)
def test_a_large_number_cell_is_read_or_refused_but_does_not_crash(angka):
    assert angka_atau_tolak(baca_nilai, angka) in (None, Decimal(format(angka, ".15g")))


@pytest.mark.parametrize("angka", ["1E+25", "1E+28"])
def test_a_large_percent_cell_is_read_or_refused_but_does_not_crash(angka):
    assert angka_atau_tolak(nilai_persen, Decimal(angka), 2) in (None, Decimal(angka) * 100)


@pytest.mark.parametrize(("sel", "teks"), [(72.93, "72,93"), (86, "86"), (0.1 + 0.2, "0,3"), (1234.5, "1.234,5")])
def test_a_number_cell_is_taken_as_it_is_and_shown_the_indonesian_way(sel, teks):
    assert baca_nilai(sel).teks == teks


@pytest.mark.parametrize(
    ("pecahan", "tempat", "teks"),
    [
        pytest.param("0.9476", 2, "94,76%", id="DESIGN section 5"),
        pytest.param("0.8583", 0, "86%", id="001 Tabel 3.2 no 2 capaian"),
        pytest.param("1.0033", 1, "100,3%", id="above one"),
        pytest.param("0.98985", 2, "98,99%", id="half up"),
    ],
)
def test_a_percent_cell_is_read_as_the_user_sees_it(pecahan, tempat, teks):
    nilai = nilai_persen(Decimal(pecahan), tempat)
    assert (nilai.teks, nilai.angka) == (teks, baca_angka(teks.rstrip("%")))


@pytest.mark.parametrize("pecahan", ["NaN", "Infinity", "1E+30"])
def test_a_percent_cell_that_cannot_be_calculated_with_is_refused(pecahan):
    with pytest.raises(NilaiTakTerbaca, match="bukan angka"):
        persen_terlihat(Decimal(pecahan), 2)


@pytest.mark.parametrize(
    ("isi", "desimal"),
    [
        pytest.param(85.83, 2, id="a number cell"),
        pytest.param("86 %", 0, id="001 Tabel 3.2 no 2"),
        pytest.param("100,05", 2, id="000 Tabel 3.4 no 1"),
        pytest.param("0,7176", 4, id="000 Tabel 3.4 no 17"),
        pytest.param("5,85-5,5", 2, id="the finer end of a range"),
        pytest.param("BB (71,27)", 2, id="002 Tabel 3.3 no 4"),
    ],
)
def test_the_printed_precision_is_remembered(isi, desimal):
    assert baca_nilai(isi).desimal == desimal


def test_spaces_and_dashes_are_tidied():
    assert rapikan(" 5,8\u00a0\u2013 \u200b5,5\n") == "5,8 - 5,5"


@pytest.mark.parametrize(
    "pola",
    ["*", "min ", "s.d. ", "9 s.d. ", "9)", ".", "9 x", "9", "1.", "A ", "9-", "(", "Rp ", "1:", "9 ribu ", "-", ","],
)
def test_the_longest_cell_excel_allows_is_answered_within_a_second(pola):
    """A second of computing, not of the wall: a busy machine computes no more, it only takes longer."""
    mulai = thread_time()
    ditolak((pola * PANJANG_SEL_EXCEL)[:PANJANG_SEL_EXCEL] + "!")
    assert thread_time() - mulai < 1
