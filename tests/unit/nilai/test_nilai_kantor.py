"""Figures as offices type them: marks, bounds, ranges, grades, multiples, signs nobody sees."""

from decimal import Decimal

import pytest

from kinerja.nilai.baca import JenisNilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kata import Batas, tanda_sementara
from kinerja.nilai.kumpulan_skala import KumpulanSkala

AKIP = KumpulanSkala().ambil("AKIP", 2024)


@pytest.mark.parametrize(
    ("tanda", "sementara"),
    [
        *((t, True) for t in ("*", " *", "**", "*)", " **)", "(*)", "\u2217", "\uff0a", " sementara")),
        *((t, True) for t in (" (sementara)", " (angka sementara)", " (Angka Sangat Sementara)")),
        *(
            (t, False)
            for t in ("***", "\u00b9", "\u00b9\u207e", "\u207d\u00b9\u207e", " \u00b2)", "\u1d43", "\u02b3\u207e")
        ),
        *((t, False) for t in ("[1]", " [a]", "\u2020", " 1)", " r)", "r", " e")),
    ],
)
def test_a_mark_beside_a_figure_is_no_part_of_it(tanda, sementara):
    nilai = baca_nilai(f"70,1{tanda}")
    assert (nilai.angka, nilai.teks) == (Decimal("70.1"), "70,1")
    assert tanda_sementara(nilai.tanda) is sementara


@pytest.mark.parametrize("teks", ["*70,1", "* 70,1", "*) 70,1", "\u00b970,1", "\u00b9\u207e 70,1"])
def test_a_mark_may_stand_before_the_figure(teks):
    assert (baca_nilai(teks).teks, bool(baca_nilai(teks).tanda)) == ("70,1", True)


def test_a_letter_in_parentheses_is_no_grade_where_there_is_no_scale():
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai("70,1 (a)")
    assert "Tulis angkanya saja, 70,1" in galat.value.saran
    assert baca_nilai("70,1 (a)", skala=AKIP).predikat == "A"


@pytest.mark.parametrize(
    ("batas", "semua"),
    [
        (Batas.MINIMAL, ["tidak kurang dari 70", "sekurangnya 70", "setidak-tidaknya 70", "paling kecil 70"]),
        (Batas.MINIMAL, ["70 ke atas", "70 keatas", "70 atau lebih", "70% ke atas", "70+", "minimal: 70", "min : 70"]),
        (
            Batas.MAKSIMAL,
            ["tidak lebih dari 70", "maximum 70", "maximal 70%", "sebanyak-banyaknya 70", "paling lama 70"],
        ),
        (Batas.MAKSIMAL, ["70 ke bawah", "70 atau kurang"]),
        (Batas.LEBIH, ["\uff1e70", "\ufe65 70", "lebih tinggi dari 70"]),
        (Batas.KURANG, ["\uff1c70", "lebih rendah dari 70"]),
    ],
)
def test_a_bound_is_read_in_every_clear_word(batas, semua):
    for teks in semua:
        nilai = baca_nilai(teks)
        assert (nilai.jenis, nilai.batas, nilai.angka) == (JenisNilai.BATAS, batas, 70), teks


@pytest.mark.parametrize(
    "teks",
    [
        *(f"95{hubung}97" for hubung in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d~"),
        *(
            "antara 95 dan 97",
            "Antara 95% dan 97%",
            "antara 95 s.d. 97",
            "antara 95-97",
            "dari 95 sampai 97",
            "95 sd 97",
        ),
    ],
)
def test_a_range_is_read_with_every_dash_and_word(teks):
    nilai = baca_nilai(teks)
    assert (nilai.bawah, nilai.atas, nilai.angka) == (95, 97, 96)


@pytest.mark.parametrize(
    "teks", ["BB, 74", "BB/74", "BB - 74", "74 - BB", "74/BB", "74, BB", "BB \u2013 74", "bb (74)"]
)
def test_a_grade_and_its_figure_may_be_parted_by_any_sign(teks):
    assert (baca_nilai(teks, skala=AKIP).angka, baca_nilai(teks, skala=AKIP).predikat) == (74, "BB")


def test_a_grade_behind_a_range_is_its_grade():
    nilai = baca_nilai("70-80 (BB)", skala=AKIP)
    assert (nilai.bawah, nilai.atas, nilai.predikat) == (70, 80, "BB")


@pytest.mark.parametrize(
    "teks",
    [
        *("NULL", "(null)", "belum ada", "Belum ada data", "Data belum tersedia", "data belum rilis", "blm rilis"),
        *("belum dirilis BPS", "Belum diterbitkan", "Tidak ada data", "data tidak ada", "tdk tersedia", "belum rilis*"),
        *("\u2015", "(-)", "( - )", "-,-", "Rp -", "Rp. -,-", "-%", "- *"),
    ],
)
def test_a_missing_value_has_many_words(teks):
    assert baca_nilai(teks).jenis is JenisNilai.KOSONG


@pytest.mark.parametrize("teks", ["nihil", "tidak ada", "tidak diukur", "#N/A", "None", "TA", "belum"])
def test_a_word_that_may_mean_a_zero_or_nothing_is_asked_about(teks):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(teks)
    assert "kosongkan sel" in galat.value.saran


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        *(("1,2 M", 1_200_000_000), ("Rp 1,2M", 1_200_000_000), ("3 T", 3_000_000_000_000)),
        *(("1,2 milyard", 1_200_000_000), ("2 triliyun", 2_000_000_000_000), ("Rp 1.000.-", 1000), ("IDR 1.000", 1000)),
    ],
)
def test_money_is_read_as_it_is_written_short(teks, angka):
    assert baca_nilai(teks, "Rupiah").angka == angka


@pytest.mark.parametrize("teks", ["1,2 M", "3 T", "440K", "1,2 juta orang"])
def test_what_may_be_a_multiple_is_never_read_without_it(teks):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(teks, "Unit")
    assert "kelipatannya dengan kata" in galat.value.saran


@pytest.mark.parametrize(
    ("teks", "tulis"), [("10 (sepuluh)", "10"), ("70,1 tahun", "70,1"), ("sekitar 70", "70"), ("Nilai: 70,5", "70,5")]
)
def test_a_figure_within_words_is_told_to_stand_alone(teks, tulis):
    with pytest.raises(NilaiTakTerbaca) as galat:
        baca_nilai(teks)
    assert f"Tulis angkanya saja, {tulis};" in galat.value.saran
    assert baca_nilai(tulis).ada


@pytest.mark.parametrize(
    "teks", ["'72,93", "\u201972,93", "72,93\u200e", "\ufeff72,93", "\u202d72,93\u202c", "72,93\u00a0"]
)
def test_signs_around_a_figure_that_nobody_means_do_not_count(teks):
    assert baca_nilai(teks).angka == Decimal("72.93")


def test_so_many_of_so_many_is_a_level():
    assert (baca_nilai("5 dari 9").angka, baca_nilai("5 dari 9").penyebut) == (5, 9)
