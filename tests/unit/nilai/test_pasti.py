"""Figures that may be missing: no sum, order or check makes a zero of a gap."""

from decimal import Decimal

import pytest

from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.pasti import NilaiHilang, jumlah_ada, pasti, terbesar_dulu
from kinerja.rumus.hitung import persen_dari, serapan, sisa_anggaran


def test_a_zero_stands():
    assert pasti(Decimal(0), "pagu") == 0


def test_a_missing_figure_is_named():
    with pytest.raises(NilaiHilang, match="pagu tidak ada"):
        pasti(None, "pagu")


def test_a_grade_has_no_number():
    with pytest.raises(NilaiHilang, match="WTP"):
        _ = Nilai(teks="WTP", jenis=JenisNilai.PREDIKAT, predikat="WTP").bilangan


def test_a_sum_skips_what_is_missing():
    assert jumlah_ada([Decimal(2), None, Decimal(3)]) == 5
    assert jumlah_ada([None]) is None
    assert jumlah_ada([]) is None


def test_the_largest_comes_first_and_what_is_missing_last():
    angka = [None, Decimal(-1), Decimal(3), Decimal(0), None]
    assert sorted(angka, key=terbesar_dulu) == [Decimal(3), Decimal(0), Decimal(-1), None, None]


@pytest.mark.parametrize(
    ("bagian", "utuh", "persen"), [(1, 4, 25), (0, 4, 0), (1, 0, None), (None, 4, None), (1, None, None)]
)
def test_a_share_in_percent(bagian, utuh, persen):
    assert persen_dari(bagian, utuh) == persen


def test_serapan_and_sisa_of_a_missing_side_are_missing():
    assert serapan(Decimal(0), Decimal(5)) is None
    assert sisa_anggaran(None, Decimal(5)) is None
    assert sisa_anggaran(Decimal(5), Decimal(7)) == -2
