"""Text measure: widths by typeface, in the unit of the size."""

import pytest

from kinerja.sajian.ukur import ARIAL, SERAGAM, SOURCE_SANS, baris, lebar, potong


@pytest.mark.parametrize("muka", [ARIAL, SOURCE_SANS])
def test_letters_have_the_widths_of_their_typeface(muka):
    assert lebar("i", 10, muka=muka) < lebar("m", 10, muka=muka)
    assert lebar("Capaian", 10, muka=muka) < lebar("Capaian", 10, muka=muka, tebal=True)
    assert {lebar(a, 1, muka=muka) for a in "0123456789"} == {lebar("0", 1, muka=muka)}, "as tables need"


def test_our_own_typeface_is_narrower_than_the_one_a_pptx_is_measured_in():
    for teks in ("Persentase penurunan angka kemiskinan", "PDRB PER KAPITA (JUTA RUPIAH)", "1.234.567,89%"):
        assert lebar(teks, 24, muka=SOURCE_SANS) < lebar(teks, 24, muka=ARIAL)


@pytest.mark.parametrize("muka", [ARIAL, SOURCE_SANS, SERAGAM])
def test_wide_letters_take_more_and_marks_on_letters_nothing(muka):
    assert lebar("漢", 1, muka=muka) > lebar("Ω", 1, muka=muka) > 0
    assert lebar("🏛", 1, muka=muka) == lebar("漢", 1, muka=muka)
    assert lebar("e\u0301", 1, muka=muka) == lebar("e", 1, muka=muka)
    assert lebar("", 99, muka=muka) == 0


def test_a_width_comes_in_the_unit_of_the_size():
    assert lebar("Sangat Tinggi", 24) == pytest.approx(24 * lebar("Sangat Tinggi", 1))


def test_a_text_is_cut_to_the_lines_it_may_take():
    teks = "kata " * 200
    assert baris(teks, 12, 200) > 3
    assert baris(potong(teks, 12, 200, 3), 12, 200) <= 3
    assert potong(teks, 12, 200, 3).endswith("…")
    assert potong("pendek", 12, 200, 1) == "pendek"
