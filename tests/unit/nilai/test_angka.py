"""Number, money and date formats; the printed figures are those of the five reports."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.nilai.angka import (
    TIDAK_TERSEDIA,
    bulatkan,
    desimal,
    format_angka,
    format_persen,
    format_rupiah,
    format_rupiah_ringkas,
    format_tanggal,
    jumlah_desimal,
)


@pytest.mark.parametrize(
    ("angka", "tempat", "tercetak"),
    [
        pytest.param("72.93", None, "72,93", id="000 Tabel 3.4 no 1 target"),
        pytest.param("8.60", None, "8,60", id="000 Tabel 3.4 no 2 keeps its closing zero"),
        pytest.param("0.7176", None, "0,7176", id="000 Tabel 3.4 no 17 target"),
        pytest.param("52884243610119", None, "52.884.243.610.119", id="000 Tabel 3.4 no 14 realisasi"),
        pytest.param("29199861198.20", None, "29.199.861.198,20", id="000 Bab III B surplus"),
        pytest.param("-1913938714", 2, "-1.913.938.714,00", id="000 Bab III B defisit"),
        pytest.param("98.985", 2, "98,99", id="000 Bab IV sasaran 2 half up"),
        pytest.param("102.5", 0, "103", id="001 Tabel 3.3 Nilai AKIP 2022 half up"),
        pytest.param("1E+3", None, "1.000", id="exponent"),
        pytest.param("0", None, "0", id="zero"),
    ],
)
def test_a_number_is_written_as_the_reports_print_it(angka, tempat, tercetak):
    assert format_angka(Decimal(angka), tempat) == tercetak


def test_a_number_that_rounds_to_zero_carries_no_minus_sign():
    assert format_angka(Decimal("-0.001"), 2) == "0,00"


def test_equal_numbers_of_different_precision_keep_their_own_decimals():
    assert [format_angka(Decimal(t)) for t in ("1", "1.0", "1.00")] == ["1", "1,0", "1,00"]


@pytest.mark.parametrize(
    ("sel", "terlihat"),
    [(0.1 + 0.2, "0.3"), (72.93, "72.93"), (1.1 * 1.1, "1.21"), (86, "86"), (1343185299386.0, "1343185299386")],
)
def test_a_float_counts_as_excel_shows_it(sel, terlihat):
    assert desimal(sel) == Decimal(terlihat)


@pytest.mark.parametrize(
    ("angka", "tempat", "hasil"),
    [
        ("2.675", 2, "2.68"),
        ("99.994", 2, "99.99"),
        ("99.995", 2, "100.00"),
        ("102.5", 0, "103"),
        ("-0.005", 2, "-0.01"),
        ("1250", -2, "1300"),
        ("12345678901234567890123456789012345678.905", 2, "12345678901234567890123456789012345678.91"),
    ],
)
def test_rounding_is_half_up(angka, tempat, hasil):
    assert bulatkan(Decimal(angka), tempat) == Decimal(hasil)


@pytest.mark.parametrize(("angka", "jumlah"), [("72.90", 2), ("72", 0), ("1E+3", 0), ("0.7176", 4)])
def test_printed_decimals_are_counted(angka, jumlah):
    assert jumlah_desimal(Decimal(angka)) == jumlah


@pytest.mark.parametrize(
    ("persen", "tempat", "tercetak"),
    [
        pytest.param("98.2300884", 2, "98,23%", id="000 Tabel 3.4 no 10"),
        pytest.param("100", 2, "100,00%", id="000 Tabel 3.4 no 15"),
        pytest.param("85.83", 0, "86%", id="001 Tabel 3.3 Produk Hukum 2024"),
        pytest.param("9601.5", 2, "9.601,50%", id="thousands"),
    ],
)
def test_a_percentage_is_written_with_its_sign(persen, tempat, tercetak):
    assert format_persen(Decimal(persen), tempat) == tercetak


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [
        pytest.param(Decimal(1343185299386), "Rp 1.343.185.299.386", id="000 Tabel 2.6"),
        pytest.param(64440768486, "Rp 64.440.768.486", id="001 Bab III 3.3"),
        pytest.param(Decimal("29199861198.20"), "Rp 29.199.861.198,20", id="000 Bab III B surplus"),
        pytest.param(Decimal("-1913938714.00"), "-Rp 1.913.938.714", id="000 Bab III B defisit"),
        pytest.param(0, "Rp 0", id="003 Belanja Modal"),
    ],
)
def test_money_is_written_in_full(angka, tertulis):
    assert format_rupiah(angka) == tertulis


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [
        pytest.param(1343185299386, "Rp 1,34 T", id="000 Tabel 2.6"),
        pytest.param(9601606273, "Rp 9,6 M", id="002 Tabel 3.7 pagu"),
        pytest.param(-39613425313, "-Rp 39,61 M", id="000 Bab III B defisit 2023"),
        pytest.param(250000000, "Rp 250 jt", id="juta"),
        pytest.param(999_999_999, "Rp 1 M", id="carries into the next word"),
        pytest.param(999_994_999, "Rp 999,99 jt", id="stays below the next word"),
        pytest.param(500, "Rp 500", id="small"),
        pytest.param(0, "Rp 0", id="zero"),
    ],
)
def test_money_is_written_short(angka, tertulis):
    assert format_rupiah_ringkas(angka) == tertulis


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [
        pytest.param(1_345_000_000, "Rp 1,35 M", id="half up, not to even"),
        pytest.param(12_345, "Rp 12,35 rb", id="half up in thousands"),
        pytest.param(12_354_999_999, "Rp 12,35 M", id="rounded once, not twice"),
    ],
)
def test_short_money_is_rounded_half_up_and_once(angka, tertulis):
    assert format_rupiah_ringkas(angka) == tertulis


def test_short_money_beyond_a_thousand_trillion_keeps_its_separators():
    assert format_rupiah_ringkas(10**15) == "Rp 1.000 T"


@pytest.mark.parametrize("tulis", [format_persen, format_rupiah, format_rupiah_ringkas])
def test_a_missing_figure_is_named_and_never_a_zero(tulis):
    assert tulis(None) == TIDAK_TERSEDIA


@pytest.mark.parametrize(
    ("hari", "tertulis"),
    [
        pytest.param(date(2025, 3, 26), "26 Maret 2025", id="000 signed"),
        pytest.param(date(2026, 11, 21), "21 November 2026", id="two digits"),
        pytest.param(date(2024, 8, 1), "1 Agustus 2024", id="no leading zero"),
    ],
)
def test_a_date_is_written_in_indonesian(hari, tertulis):
    assert format_tanggal(hari) == tertulis
