"""Numbers in words, as reports print them."""

from decimal import Decimal

import pytest

from kinerja.uji.bukti.terbilang import baca_terbilang


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("Tujuh Puluh Tiga Koma Delapan Pulluh Lima", "73.85"),
        ("enam belas", "16"),
        ("sebelas", "11"),
        ("sepuluh", "10"),
        ("nol", "0"),
        ("nol koma nol lima", "0.05"),
        ("dua koma lima", "2.5"),
        ("dua koma dua puluh", "2.20"),
        ("seratus lima juta dua ribu tiga", "105002003"),
        ("tigapuluh dua persen", "32"),
        ("seribu seratus sebelas rupiah", "1111"),
        ("dua trilyun lima milyar", "2005000000000"),
    ],
)
def test_words_are_read_with_the_decimals_they_name(teks, angka):
    assert str(baca_terbilang(teks)) == angka


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "baik",
        "N/A",
        "7",
        "tidak ada",
        "se",
        "puluh",
        "dua tiga",
        "ratus dua",
        "nol puluh",
        "dua puluh sebelas",
        "tiga ribu dua juta",
        "nol ribu",
        "dua koma",
        "koma lima",
        "dua koma baik",
        "satu nol",
    ],
)
def test_anything_else_is_no_number(teks):
    assert baca_terbilang(teks) is None


def test_a_number_stays_exact():
    assert baca_terbilang("tujuh puluh satu koma dua tujuh") == Decimal("71.27")
