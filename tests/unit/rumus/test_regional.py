"""Comparison of regions: who is ranked, in which order, against which references."""

from decimal import Decimal

import pytest
from contoh import wilayah

from kinerja.model.istilah import Arah, TingkatWilayah
from kinerja.model.pemerintah import Lingkup
from kinerja.rumus.peringkat import arah_ukuran, bandingkan, lebih_baik

PROVINSI = "Provinsi Contoh"
LINGKUP = Lingkup(tingkat=TingkatWilayah.KABUPATEN_KOTA, provinsi=PROVINSI, sendiri="Contoh")


def banding(*baris, tahun=2024):
    return bandingkan("IPM", tahun, baris, LINGKUP)


def urutan(hasil):
    return [(p.peringkat, p.wilayah) for p in hasil.posisi]


def test_higher_ranks_first_when_higher_is_better():
    assert urutan(banding(wilayah("A", 70), wilayah("B", 80))) == [(1, "B"), (2, "A")]


def test_lower_ranks_first_when_lower_is_better():
    assert urutan(banding(wilayah("A", 5, arah="Turun"), wilayah("B", 3, arah="Turun"))) == [(1, "B"), (2, "A")]


def test_a_measure_that_is_not_judged_is_ordered_by_size():
    hasil = banding(wilayah("A", 5, arah="Netral"), wilayah("B", 8, arah="Netral"))
    assert hasil.arah is Arah.NETRAL
    assert [p.wilayah for p in hasil.posisi] == ["B", "A"]


def test_equal_values_share_a_rank_and_the_next_rank_is_skipped():
    hasil = banding(wilayah("A", "70,0"), wilayah("B", 70), wilayah("C", 80), wilayah("D", 60))
    assert urutan(hasil) == [(1, "C"), (2, "A"), (2, "B"), (4, "D")]


def test_only_regions_of_the_own_province_are_ranked():
    hasil = banding(wilayah("A", 70), wilayah("B", 80, provinsi="Riau"), wilayah("C", 60, provinsi=" provinsi contoh"))
    assert urutan(hasil) == [(1, "A"), (2, "C")]


def test_province_and_nation_are_references_and_not_ranked():
    hasil = banding(
        wilayah("Nasional", 75, tingkat="Nasional"),
        wilayah(PROVINSI, 73, tingkat="Provinsi"),
        wilayah("Riau", 74, tingkat="Provinsi"),
        wilayah("A", 70),
    )
    assert [(a.nama, a.nilai) for a in hasil.acuan] == [(PROVINSI, 73), ("Nasional", 75)]
    assert urutan(hasil) == [(1, "A")]


def test_a_region_without_a_figure_has_no_rank():
    assert urutan(banding(wilayah("A", "-"), wilayah("B", None), wilayah("C", 0))) == [(1, "C")]


def test_a_reference_without_a_figure_is_left_out():
    assert banding(wilayah("Nasional", "belum rilis", tingkat="Nasional")).acuan == ()


def test_only_the_year_that_was_asked_for_is_ranked():
    assert urutan(banding(wilayah("A", 70, 2023), wilayah("B", 80, 2024), tahun=2023)) == [(1, "A")]


@pytest.mark.parametrize("nama", ["Contoh", " contoh", "CONTOH\u00a0"])
def test_the_own_region_is_marked(nama):
    hasil = banding(wilayah("A", 70), wilayah(nama, 60))
    assert (hasil.sendiri.peringkat, hasil.sendiri.nilai) == (2, 60)


def test_a_year_without_the_own_region_says_so():
    assert banding(wilayah("A", 70)).sendiri is None


def test_each_source_is_named_once_and_those_of_other_years_are_not():
    hasil = banding(
        wilayah("A", 1, sumber="000, Tabel 3.6"),
        wilayah("B", 2, sumber="000, Tabel 3.6"),
        wilayah("A", 1, 2023, sumber="000, Tabel 1.1"),
    )
    assert hasil.sumber == ("000, Tabel 3.6",)


def test_the_direction_may_stand_on_any_row():
    assert arah_ukuran([wilayah("A", 1, arah=""), wilayah("B", 1, arah="Turun")]) is Arah.TURUN
    assert arah_ukuran([wilayah("A", 1, arah="")]) is Arah.NETRAL


def test_a_measure_without_rows_is_empty():
    hasil = banding()
    assert (hasil.posisi, hasil.acuan, hasil.sendiri, hasil.satuan) == ((), (), None, "")


def test_the_value_is_kept_as_it_was_printed():
    assert banding(wilayah("A", "72,970")).posisi[0].teks == "72,970"


@pytest.mark.parametrize(
    ("nilai", "acuan", "arah", "hasil"),
    [
        (80, 70, Arah.NAIK, True),
        (60, 70, Arah.NAIK, False),
        (60, 70, Arah.TURUN, True),
        (80, 70, Arah.TURUN, False),
        (70, 70, Arah.NAIK, None),
        (70, 70, Arah.TURUN, None),
        (80, 70, Arah.NETRAL, None),
    ],
)
def test_better_than_a_reference_knows_the_direction(nilai, acuan, arah, hasil):
    assert lebih_baik(Decimal(nilai), Decimal(acuan), arah) is hasil
