"""One row of Capaian, computed: the target that counts, the year made of quarters, and the marks a reader can open."""

from decimal import Decimal

import pytest
from contoh import capaian, indikator, nilai, opd

from kinerja.model.istilah import Arah, Periode, Status
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.rumus.capaian import (
    JenisTanda,
    Kecocokan,
    baris_tahunan,
    cocokkan,
    lengkapi_tahunan,
    membaik,
    perubahan,
    susun_capaian,
)

TW = ("TW I", "TW II", "TW III", "TW IV")


def susun(arah="Naik", skala_nilai="", **isi):
    baris = capaian(skala=skala_nilai, **isi)
    return susun_capaian(indikator(arah=arah, skala_nilai=skala_nilai), opd(), baris, KumpulanSkala())


def tanda(**isi):
    return [t.jenis for t in susun(**isi).tanda]


# --- printed against computed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tercetak", "dihitung", "hasil"),
    [
        pytest.param("86", "85.83", Kecocokan.COCOK, id="86 is 85,83 rounded"),
        pytest.param("86 %", "85.83", Kecocokan.COCOK, id="86 % is 85,83 rounded"),
        pytest.param("85", "85.83", Kecocokan.DIPOTONG, id="85 is 85,83 cut"),
        pytest.param("85,8", "85.83", Kecocokan.COCOK, id="85,8 is both"),
        pytest.param("85,82", "85.8299", Kecocokan.DIPOTONG, id="85,82 is 85,8299 cut"),
        pytest.param("85,83", "85.8299", Kecocokan.COCOK, id="85,83 is 85,8299 rounded"),
        pytest.param("85,80", "85.83", Kecocokan.BEDA, id="85,80 claims a digit that is wrong"),
        pytest.param("84", "85.83", Kecocokan.BEDA, id="84 is neither"),
        pytest.param("87", "85.83", Kecocokan.BEDA, id="87 is neither"),
        pytest.param("100", "99.995", Kecocokan.COCOK, id="half up"),
        pytest.param("-5,2", "-5.25", Kecocokan.DIPOTONG, id="below zero, cut toward zero"),
        pytest.param("98,23", "98.23008849557522123893805310", Kecocokan.COCOK, id="the range of 000 Tabel 3.4 no 10"),
        pytest.param("-", "85.83", Kecocokan.BEDA, id="nothing printed"),
    ],
)
def test_rounding_as_printed_is_respected(tercetak, dihitung, hasil):
    assert cocokkan(nilai(tercetak), Decimal(dihitung)) is hasil


def test_a_print_that_agrees_carries_no_mark():
    assert tanda(target=100, realisasi="85,83", cetak="86") == []


def test_a_print_that_differs_is_marked_with_both_figures():
    (satu,) = susun(target=100, realisasi="85,83", cetak="90").tanda
    assert satu.jenis is JenisTanda.BEDA_CETAK
    assert "85,83%" in satu.penjelasan
    assert "90" in satu.penjelasan


def test_a_print_that_was_cut_is_told_apart():
    assert tanda(target=100, realisasi="85,83", cetak="85") == [JenisTanda.DIPOTONG]


def test_a_status_word_in_the_print_is_not_compared_with_a_percentage():
    assert tanda(target=100, realisasi=90, cetak=nilai("WDP", "Opini BPK")) == []


# --- target, status, predikat -----------------------------------------------------------------------------------------


def test_target_hitung_is_calculated_with_and_marked():
    hasil = susun(target="12/60", hitung=60, realisasi="59,48")
    assert (hasil.target.angka, hasil.target_teks) == (60, "12/60")
    assert hasil.persen.quantize(Decimal("0.01")) == Decimal("99.13")
    assert [t.jenis for t in hasil.tanda] == [JenisTanda.TARGET_DISESUAIKAN]


def test_target_hitung_counts_also_where_target_is_empty():
    hasil = susun(target=None, hitung=50, realisasi=25)
    assert (hasil.persen, hasil.target_teks) == (50, "50")


def test_target_hitung_equal_to_the_target_needs_no_mark():
    assert tanda(target=60, hitung="60,0", realisasi=60) == []


def test_the_predikat_is_that_of_the_scale_of_the_opd():
    assert susun(target=100, realisasi=95).predikat == "Sangat Tinggi"
    assert susun(target=100, realisasi=60).predikat == "Rendah"


def test_a_capaian_in_a_gap_of_the_scale_is_marked():
    hasil = susun(target=100, realisasi="90,5")
    assert hasil.predikat == "Tinggi"
    assert [t.jenis for t in hasil.tanda] == [JenisTanda.DI_CELAH]


def test_a_capaian_is_rounded_before_it_is_graded():
    assert susun(target=100, realisasi="90,995").predikat == "Sangat Tinggi"
    assert susun(target=100, realisasi="90,994").predikat == "Tinggi"


def test_a_realisasi_inside_the_range_is_reached_and_marked():
    hasil = susun("Turun", target="5,8-5,5", realisasi="5,75")
    assert (hasil.status, hasil.tercapai) == (Status.DALAM_RENTANG, True)
    assert JenisTanda.DALAM_RENTANG in [t.jenis for t in hasil.tanda]


def test_a_predikat_that_differs_from_the_print_is_marked():
    (satu,) = susun(target=100, realisasi=95, predikat_dilaporkan="Sedang").tanda
    assert satu.jenis is JenisTanda.PREDIKAT_BEDA
    assert "Sangat Tinggi" in satu.penjelasan
    assert "Sedang" in satu.penjelasan


def test_a_predikat_in_other_case_is_the_same():
    assert tanda(target=100, realisasi=95, predikat_dilaporkan="SANGAT  tinggi") == []


def test_grades_have_a_status_and_neither_percentage_nor_predikat():
    hasil = susun(skala_nilai="Opini BPK", target="WTP", realisasi="WDP", predikat_dilaporkan="Tinggi")
    assert (hasil.status, hasil.persen, hasil.predikat) == (Status.TIDAK_TERCAPAI, None, None)
    assert hasil.baris.predikat_dilaporkan == "Tinggi"
    assert hasil.tanda == ()


def test_an_indicator_that_is_not_judged_has_no_status_and_no_predikat():
    hasil = susun("Netral", target=100, realisasi=50)
    assert (hasil.status, hasil.persen, hasil.predikat, hasil.tercapai) == (None, None, None, None)
    assert hasil.hasil.alasan


@pytest.mark.parametrize(("target", "realisasi"), [(None, 5), (5, None), ("-", "-"), ("1:26", "1:20"), (0, 5)])
def test_what_cannot_be_computed_says_why(target, realisasi):
    hasil = susun(target=target, realisasi=realisasi)
    assert (hasil.persen, hasil.predikat) == (None, None)
    assert hasil.hasil.alasan


def test_the_remark_of_the_data_can_be_opened():
    (satu,) = susun(target=1, realisasi=1, catatan="Tabel 3.4 mencetak lain").tanda
    assert (satu.jenis, satu.penjelasan) == (JenisTanda.CATATAN, "Tabel 3.4 mencetak lain")


@pytest.mark.parametrize("target", ["0," + "0" * 20 + "1", "0," + "0" * 59 + "1", "9" * 29])
def test_figures_beyond_all_reason_are_computed_or_not_but_do_not_crash(target):
    hasil = susun(target=target, realisasi="9" * 29, cetak="5", predikat_dilaporkan="Sedang")
    assert hasil.status is not None or hasil.hasil.alasan


# --- the year made of quarters ----------------------------------------------------------------------------------------


def tahunan(akumulasi, *realisasi, periode=TW):
    triwulan = [
        capaian(target=t, realisasi=r, periode=p) for p, r, t in zip(periode, realisasi, (10, 20, 30, 40), strict=False)
    ]
    return baris_tahunan(indikator(akumulasi=akumulasi), triwulan)


@pytest.mark.parametrize(
    ("akumulasi", "target", "realisasi"), [("Terakhir", 40, 8), ("Jumlah", 100, 20), ("Rata-rata", 25, 5)]
)
def test_the_year_follows_from_its_quarters_by_akumulasi(akumulasi, target, realisasi):
    baris = tahunan(akumulasi, 2, 4, 6, 8)
    assert (baris.target.angka, baris.realisasi.angka) == (target, realisasi)
    assert (baris.periode, baris.tahun) == (Periode.TAHUNAN, 2024)


@pytest.mark.parametrize("akumulasi", ["Terakhir", "Jumlah", "Rata-rata"])
def test_the_order_of_the_rows_does_not_matter(akumulasi):
    balik = tahunan(akumulasi, 8, 6, 4, 2, periode=TW[::-1])
    assert balik.realisasi == tahunan(akumulasi, 2, 4, 6, 8).realisasi


def test_three_quarters_make_no_year():
    assert tahunan("Jumlah", 2, 4, 6) is None
    assert tahunan("Rata-rata", 2, 4, 6) is None
    assert tahunan("Terakhir", 2, 4, 6) is None


def test_the_last_quarter_alone_makes_the_year_where_the_last_one_counts():
    assert tahunan("Terakhir", 8, periode=("TW IV",)).realisasi.angka == 8


def test_a_sum_with_a_missing_quarter_is_not_available():
    assert tahunan("Jumlah", 2, 4, "-", 8).realisasi.angka is None


def test_a_mean_with_a_missing_quarter_is_not_available():
    assert tahunan("Rata-rata", 2, 4, "-", 8).realisasi.angka is None


def test_a_year_whose_own_row_holds_a_target_only_takes_its_realisasi_from_the_quarters():
    sendiri = capaian(target=50, realisasi="")
    lengkap = lengkapi_tahunan(sendiri, tahunan("Jumlah", 2, 4, 6, 8))
    assert (lengkap.target.angka, lengkap.realisasi.angka, lengkap.dari_triwulan) == (50, 20, True)
    tanpa_target = lengkapi_tahunan(capaian(realisasi=""), tahunan("Jumlah", 2, 4, 6, 8))
    assert (tanpa_target.target.angka, tanpa_target.realisasi.angka) == (100, 20)


@pytest.mark.parametrize("isi", ["7", "N/A", "-"])
def test_what_the_years_own_row_says_of_its_realisasi_stays(isi):
    sendiri = capaian(target=50, realisasi=isi)
    assert lengkapi_tahunan(sendiri, tahunan("Jumlah", 2, 4, 6, 8)) is sendiri


def test_quarters_that_make_no_year_complete_none():
    sendiri = capaian(target=50, realisasi="")
    assert lengkapi_tahunan(sendiri, None) is sendiri
    assert lengkapi_tahunan(sendiri, tahunan("Jumlah", 2, 4, "-", 8)) is sendiri


def test_a_last_quarter_without_a_figure_is_not_available():
    assert not tahunan("Terakhir", 2, 4, 6, "belum rilis").realisasi.ada


def test_a_year_made_of_quarters_keeps_the_grade_of_the_last():
    triwulan = [capaian(target="WTP", realisasi="WDP", periode="TW IV", skala="Opini BPK")]
    assert baris_tahunan(indikator(), triwulan).realisasi.predikat == "WDP"


def test_the_target_that_counts_survives_the_making_of_a_year():
    triwulan = [capaian(target="12/60", hitung=60, realisasi=30, periode="TW IV")]
    baris = baris_tahunan(indikator(), triwulan)
    assert susun_capaian(indikator(), opd(), baris, KumpulanSkala()).persen == 50


def test_a_year_made_of_quarters_is_marked():
    hasil = susun_capaian(indikator(), opd(), tahunan("Terakhir", 2, 4, 6, 8), KumpulanSkala())
    assert JenisTanda.DARI_TRIWULAN in [t.jenis for t in hasil.tanda]


# --- change -----------------------------------------------------------------------------------------------------------


def test_change_is_this_year_less_last_year():
    assert perubahan(nilai("72,97"), nilai("72,63")) == Decimal("0.34")


@pytest.mark.parametrize(("kini", "lalu"), [("-", 5), (5, None), ("1:26", "1:20")])
def test_no_change_without_two_figures(kini, lalu):
    assert perubahan(nilai(kini), nilai(lalu)) is None


@pytest.mark.parametrize(
    ("selisih", "arah", "hasil"),
    [
        (1, Arah.NAIK, True),
        (-1, Arah.NAIK, False),
        (1, Arah.TURUN, False),
        (-1, Arah.TURUN, True),
        (0, Arah.NAIK, None),
        (0, Arah.TURUN, None),
        (None, Arah.NAIK, None),
        (1, Arah.NETRAL, None),
    ],
)
def test_better_or_worse_knows_the_direction(selisih, arah, hasil):
    assert membaik(None if selisih is None else Decimal(selisih), arah) is hasil
