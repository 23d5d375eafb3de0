"""The years of an indicator, its way to the end-of-plan target, and the change of its target between years."""

from dataclasses import replace
from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator, nilai, profil, wilayah

from kinerja.sajian.kalimat import bersatuan, daftar, jarak, kecil, per_tahun, tempat_terbaca, tulis_angka
from kinerja.sumber import versi as sumber
from kinerja.telaah.indikator.deret import deret, seukuran, ukuran_daerah
from kinerja.telaah.indikator.lintasan import (
    Vonis,
    judul_lintasan,
    kalimat_jarak,
    kalimat_laju,
    kalimat_proyeksi,
    lintasan,
)
from kinerja.telaah.indikator.target import kalimat_target, ubah_target


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


def buat(realisasi, akhir=None, tahun_akhir=2026, arah="Naik", tahun=2024, skala="", **isi):
    """Make an indicator with a row a year up to 2024, and judge it."""
    ind = indikator(
        arah=arah, target_akhir=nilai(akhir, skala), tahun_target_akhir=tahun_akhir, skala_nilai=skala, **isi
    )
    mulai = 2025 - len(realisasi)
    baris = [capaian(tahun=mulai + n, realisasi=r, target="50", skala=skala) for n, r in enumerate(realisasi)]
    data = dataset(indikator=[ind], capaian=baris)
    return data, lintasan(data, "UHH", tahun)


# --- the verdict ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("realisasi", "akhir", "arah", "vonis"),
    [
        (["50", "55"], "65", "Naik", Vonis.DI_JALUR),
        (["50", "55"], "65,1", "Naik", Vonis.PERCEPATAN),
        (["50", "55"], "75", "Naik", Vonis.PERCEPATAN),
        (["50", "55"], "75,1", "Naik", Vonis.SULIT),
        (["55", "50"], "65", "Naik", Vonis.SULIT),
        (["50", "50"], "65", "Naik", Vonis.SULIT),
        (["50", "65"], "65", "Naik", Vonis.TERCAPAI),
        (["8", "7"], "5", "Turun", Vonis.DI_JALUR),
        (["8", "7"], "4,9", "Turun", Vonis.PERCEPATAN),
        (["8", "7"], "2", "Turun", Vonis.SULIT),
        (["7", "8"], "5", "Turun", Vonis.SULIT),
        (["8", "5"], "5", "Turun", Vonis.TERCAPAI),
        (["8", "0"], "0", "Turun", Vonis.TERCAPAI),
    ],
)
def test_the_verdict_follows_from_the_needed_and_the_mean_yearly_change(realisasi, akhir, arah, vonis):
    assert buat(realisasi, akhir, arah=arah)[1].vonis is vonis


@pytest.mark.parametrize(
    ("realisasi", "akhir", "tahun_akhir", "arah", "alasan"),
    [
        (["50", "55"], None, None, "Naik", "Target akhir rencana tidak tercetak dalam laporan"),
        (["50", "55"], "65", 2026, "Netral", "Indikator netral: digambarkan, tidak dinilai"),
        ([None], "65", 2026, "Naik", "Realisasi sampai 2024 tidak tersedia"),
        (["55", None], "65", 2024, "Naik", "Realisasi 2024 tidak tersedia; yang terakhir 55 (2023)"),
        (["50"], "65", 2026, "Naik", "Baru satu tahun yang dapat dihitung; perubahan per tahun belum dapat diketahui"),
        (["50", "55"], "65", None, "Naik", "Tahun target akhir tidak tercetak"),
        (["1:20", "1:18"], "1:15", 2026, "Naik", "Rasio ditampilkan apa adanya, tidak dihitung"),
    ],
    ids=["no target", "netral", "no value", "last year empty", "one year", "no year of the target", "ratio"],
)
def test_what_cannot_be_judged_says_why(realisasi, akhir, tahun_akhir, arah, alasan):
    _, hasil = buat(realisasi, akhir, tahun_akhir, arah)
    assert (hasil.vonis, hasil.alasan) == (Vonis.BELUM, alasan)


def test_the_year_of_the_target_is_the_plans_last_where_none_is_written():
    ind = indikator(target_akhir=nilai("65"))
    baris = [capaian(tahun=2023, realisasi="50"), capaian(tahun=2024, realisasi="55")]
    hasil = lintasan(dataset(indikator=[ind], capaian=baris, profil=profil(tahun_akhir="2026")), "UHH", 2024)
    assert (hasil.tahun_target, hasil.vonis) == (2026, Vonis.DI_JALUR)


def test_a_plan_that_has_ended_is_judged_by_its_last_year():
    assert buat(["50", "55"], "60", 2024)[1].vonis is Vonis.TIDAK_TERCAPAI
    assert buat(["50", "60"], "60", 2024)[1].vonis is Vonis.TERCAPAI


def test_grades_alone_are_compared_by_their_order():
    assert buat(["WDP", "WTP"], "WTP", skala="Opini BPK")[1].vonis is Vonis.TERCAPAI
    _, hasil = buat(["WDP", "WDP"], "WTP", skala="Opini BPK")
    assert (hasil.vonis, hasil.jarak) == (Vonis.BELUM, None)
    assert hasil.alasan == "Target akhir tidak berupa angka, jaraknya tidak dapat dihitung"


def test_the_trend_takes_the_last_five_years_only():
    _, hasil = buat(["10", "20", "30", "31", "32", "33", "34"], "40")
    assert (hasil.dari, hasil.laju) == (2020, 1)


def test_what_lies_before_a_break_in_the_series_is_left_out_and_named():
    data, hasil = buat(["66,96", "67,13", "67,55", "72,63", "72,97"], "75")
    assert (hasil.patah, hasil.dari, hasil.laju) == (2023, 2023, Decimal("0.34"))
    assert "Angka sebelum 2023 tidak dipakai" in kalimat_laju(data.indikator["UHH"], hasil)


def test_a_lively_series_is_no_break():
    assert buat(["17,96", "17,89", "17,82", "18,37", "18,15"], "21,82")[1].patah is None


def test_sentences_name_distance_need_trend_and_where_it_leads():
    data, hasil = buat(["50", "53"], "65")
    i = data.indikator["UHH"]
    assert kalimat_jarak(i, hasil) == "Masih 12 poin persen dari target akhir 65% pada 2026; nilai terakhir 53% (2024)."
    assert kalimat_laju(i, hasil) == (
        "Diperlukan naik 6,00 poin persen per tahun; selama 2023–2024 rata-rata naik 3,00 poin persen per tahun. "
        "Baru satu perubahan yang diketahui, jadi arahnya belum dapat diandalkan."
    )
    assert kalimat_proyeksi(i, hasil) == "Bila perubahannya berlanjut, nilainya 59,00% pada 2026."
    assert judul_lintasan(i, hasil) == "perlu percepatan menuju 65% pada 2026"


def test_a_reached_target_says_so_and_asks_for_nothing():
    data, hasil = buat(["8", "4,8"], "5", arah="Turun")
    i = data.indikator["UHH"]
    assert kalimat_jarak(i, hasil) == (
        "Target akhir 5% pada 2026 sudah dicapai: 4,8% (2024), 0,2 poin persen lebih baik."
    )
    assert kalimat_laju(i, hasil) == kalimat_proyeksi(i, hasil) == ""


@pytest.mark.parametrize(
    ("kode", "vonis"),
    [
        ("BB-UHH", Vonis.TERCAPAI),
        ("BB-TPT", Vonis.SULIT),
        ("BB-AKIP", Vonis.PERCEPATAN),
        ("BB-PAD", Vonis.DI_JALUR),
        ("BB-MISKIN", Vonis.TIDAK_TERCAPAI),
        ("BB-OPINI", Vonis.BELUM),
        ("BB-INFRA", Vonis.BELUM),
    ],
)
def test_verdicts_on_the_reports(data, kode, vonis):
    assert lintasan(data, kode, 2024).vonis is vonis


def test_tpt_needs_three_times_what_it_does(data):
    hasil = lintasan(data, "BB-TPT", 2024)  # 5,88 in 2023, 5,75 in 2024, 5 for 2026
    assert (hasil.perlu, hasil.laju, hasil.proyeksi) == (Decimal("-0.375"), Decimal("-0.13"), Decimal("5.49"))


# --- the years --------------------------------------------------------------------------------------------------------


def test_years_that_only_the_regional_table_prints_join_the_series(data):
    isi = [(t.tahun, t.realisasi.teks, t.asal) for t in deret(data, "BB-INDUSTRI")]
    assert isi[:3] == [
        (2020, "45,62", "data wilayah"),
        (2021, "45,72", "data wilayah"),
        (2022, "45,55", "data wilayah"),
    ]
    assert isi[3:] == [(2023, "44,35", ""), (2024, "44,54", "")]


def test_a_year_that_another_opd_reports_of_the_same_measure_joins_the_series(data):
    awal = deret(data, "BB-IKM")[0]
    assert (awal.tahun, awal.realisasi.teks, awal.asal) == (2022, "83,85", "Setda")


def test_units_never_lend_each_other_their_years(data):
    assert not ukuran_daerah(data, data.indikator["SETDA-AKIP"])
    assert seukuran(data, data.indikator["SETDA-AKIP"]) == ()
    assert all(not t.asal for t in deret(data, "SETDA-AKIP"))


def test_an_own_target_stays_where_the_value_stands_elsewhere():
    ind = replace(indikator(padanan="IPM"), satuan="Indeks")
    isi = dataset(
        indikator=[ind],
        capaian=[capaian(tahun=2024, target="70", realisasi="n/a")],
        regional=[wilayah("Sini", "71")],
        profil=profil(wilayah="Sini"),
    )
    (satu,) = deret(isi, "UHH")
    assert (satu.target.teks, satu.realisasi.teks, satu.asal) == ("70", "71", "data wilayah")


def test_another_unit_of_measurement_is_another_series():
    ind = indikator(padanan="IPM")  # Persen
    isi = dataset(indikator=[ind], capaian=[capaian(realisasi="70")], regional=[wilayah("Sini", "71", tahun=2023)])
    assert [t.tahun for t in deret(isi, "UHH")] == [2024]


# --- the change of a target -------------------------------------------------------------------------------------------


def ubah(target_lalu, realisasi_lalu, target, arah="Naik", skala=""):
    ind = indikator(arah=arah, skala_nilai=skala)
    baris = [
        capaian(tahun=2023, target=target_lalu, realisasi=realisasi_lalu, skala=skala),
        capaian(target=target, skala=skala),
    ]
    isi = dataset(indikator=[ind], capaian=baris)
    hasil = ubah_target(isi, "UHH", 2024)
    return hasil, kalimat_target(ind, hasil)


RINGAN_18, RINGAN_6 = (f"lebih ringan daripada realisasi 2023 ({n}%)." for n in (18, 6))


@pytest.mark.parametrize(
    ("lalu", "realisasi", "kini", "arah", "longgar", "di_bawah", "kalimat"),
    [
        ("20", "18", "17", "Naik", True, True, "Target dilonggarkan dari 20% pada 2023 menjadi 17%; " + RINGAN_18),
        ("20", "18", "19", "Naik", True, False, "Target dilonggarkan dari 20% pada 2023 menjadi 19%."),
        ("20", "18", "21", "Naik", False, False, "Target dinaikkan dari 20% pada 2023 menjadi 21%."),
        (
            "20",
            "25",
            "20",
            "Naik",
            False,
            True,
            "Target sama dengan 2023 (20%); lebih ringan daripada realisasi 2023 (25%).",
        ),
        ("5", "6", "7", "Turun", True, True, "Target dilonggarkan dari 5% pada 2023 menjadi 7%; " + RINGAN_6),
        ("5", "6", "4", "Turun", False, False, "Target diperketat dari 5% pada 2023 menjadi 4%."),
        (None, "6", "7", "Turun", None, True, "Target 7% " + RINGAN_6),
        ("5", None, "7", "Netral", None, None, "Target diubah dari 5% pada 2023 menjadi 7%."),
        (None, "5,88", "5,8-5,5", "Turun", None, False, ""),
        (None, "5,6", "5,8-5,5", "Turun", None, False, ""),
        (None, "5,4", "5,8-5,5", "Turun", None, True, "Target 5,8-5,5% lebih ringan daripada realisasi 2023 (5,4%)."),
    ],
)
def test_a_target_is_held_against_the_one_before_and_last_years_realisasi(
    lalu, realisasi, kini, arah, longgar, di_bawah, kalimat
):
    hasil, teks = ubah(lalu, realisasi, kini, arah)
    assert (hasil.longgar, hasil.di_bawah, teks) == (longgar, di_bawah, kalimat)


def test_a_target_given_as_a_grade_is_compared_by_order():
    hasil, teks = ubah("WTP", "WTP", "WDP", skala="Opini BPK")
    assert (hasil.longgar, hasil.di_bawah) == (True, True)
    assert teks == "Target dilonggarkan dari WTP pada 2023 menjadi WDP; lebih ringan daripada realisasi 2023 (WTP)."


def test_a_year_without_a_target_has_no_change():
    assert ubah_target(dataset(capaian=[capaian(realisasi="5")]), "UHH", 2024) is None


def test_an_adjusted_target_is_not_compared_with_what_was_measured_otherwise(data):
    """81,48 of the old method is 60 of PKRMS; report 000 prints 57,13 of 2023 by PKRMS, 80,82 by the old method."""
    i, ubah = data.indikator["BB-JALAN"], ubah_target(data, "BB-JALAN", 2024)
    assert (ubah.longgar, ubah.di_bawah) == (None, None)
    assert kalimat_target(i, ubah) == "Target 81,48 disesuaikan menjadi 60%, jadi tidak dibandingkan dengan angka 2023."
    jalan = lintasan(data, "BB-JALAN", 2024)
    assert (jalan.patah, jalan.laju, jalan.vonis) == (2024, None, Vonis.BELUM)
    assert "sejak cara ukurnya berubah pada 2024" in jalan.alasan


def test_the_lowered_target_of_perdagangan_lies_below_last_years_realisasi(data):
    hasil = ubah_target(data, "BB-DAGANG", 2024)  # 19,96 before, 18,37 reached, 18,00 now
    assert (hasil.longgar, hasil.di_bawah) == (True, True)


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("satuan", "isi", "teks"),
    [
        ("Persen", "5,75", "5,75%"),
        ("Persen", "80%", "80%"),
        ("Rupiah", "52.884.243.610.119", "Rp 52,88 T"),
        ("Tahun", "72,97", "72,97 tahun"),
        ("Indeks", "0,7093", "0,7093"),
        ("MWh", "12", "12 MWh"),
        ("Persen", "n/a", "n/a"),
    ],
)
def test_a_value_is_written_with_its_unit_once(satuan, isi, teks):
    assert bersatuan(replace(indikator(), satuan=satuan), nilai(isi)) == teks


def test_small_yearly_changes_keep_what_tells_them_apart():
    i = indikator()
    tempat = tempat_terbaca(Decimal("0.01"), Decimal("0.005"))
    assert per_tahun(i, Decimal("-0.01"), tempat) == "turun 0,0100 poin persen per tahun"
    assert per_tahun(i, Decimal("0.005"), tempat) == "naik 0,0050 poin persen per tahun"
    assert per_tahun(i, Decimal(0), tempat) == "tidak berubah"
    assert (jarak(i, Decimal("-0.44")), tulis_angka(i, Decimal("1.5"), 2)) == ("0,44 poin persen", "1,50%")


@pytest.mark.parametrize(
    ("kata", "teks"), [((), ""), (("A",), "A"), (("A", "B"), "A dan B"), (("A", "B", "C"), "A, B, dan C")]
)
def test_words_are_joined_as_a_sentence_does(kata, teks):
    assert daftar(kata) == teks


def test_abbreviations_keep_their_letters_inside_a_sentence():
    assert (kecil("Tahun"), kecil("MWh"), kecil("IPM"), kecil("")) == ("tahun", "MWh", "IPM", "")
