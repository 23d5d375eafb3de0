"""The formulas against what the five reports print, and the rules of DESIGN section 6."""

from decimal import Decimal

import pytest

from kinerja.model.istilah import Akumulasi, Arah, Status
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import baca_nilai
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.rumus.hitung import (
    ATURAN_BATAS,
    ATURAN_NOL,
    ATURAN_PREDIKAT,
    ATURAN_RENTANG,
    ATURAN_TURUN,
    Efisiensi,
    HasilCapaian,
    efisiensi,
    gabung_triwulan,
    hitung_capaian,
    persen_capaian,
    rata_rata,
    serapan,
    status_capaian,
)

NAIK, TURUN, NETRAL = Arah.NAIK, Arah.TURUN, Arah.NETRAL
KURANG, SESUAI, LEBIH, RENTANG = Status.TIDAK_TERCAPAI, Status.SESUAI, Status.MELEBIHI, Status.DALAM_RENTANG
SKALA = KumpulanSkala()


def hitung(target, realisasi, arah=NAIK, skala="", satuan=""):
    nilai = SKALA.ambil(skala)
    return hitung_capaian(*(baca_nilai(t, satuan, nilai) for t in (target, realisasi)), arah, nilai)


def baris(*tabel):
    return [pytest.param(*isi, id=nama) for nama, *isi in tabel]


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "satuan", "tercetak", "status"),
    baris(
        ("000 Tabel 3.4 no 1 Usia Harapan Hidup", "72,93", "72,97", NAIK, "Tahun", "100,05", LEBIH),
        ("000 Tabel 3.4 no 2 Rata-Rata Lama Sekolah", "8,60", "8,51", NAIK, "Tahun", "98,95", KURANG),
        ("000 Tabel 3.4 no 2 Harapan Lama Sekolah", "13,25", "13,12", NAIK, "Tahun", "99,02", KURANG),
        ("000 Tabel 3.4 no 3 Nilai Evaluasi AKIP", "B (70,00)", "62,83", NAIK, "Nilai", "89,76", KURANG),
        ("000 Tabel 3.4 no 4 Indeks Kepuasan Masyarakat", "86", "86,28", NAIK, "Nilai", "100,33", LEBIH),
        ("000 Tabel 3.4 no 5 Kemiskinan", "11,03", "10,94", TURUN, "Persen", "100,82", LEBIH),
        ("000 Tabel 3.4 no 6 Proporsi PAD", "13,98", "14,14", NAIK, "Persen", "101,14", LEBIH),
        ("000 Tabel 3.4 no 7 Pertanian", "23", "22,54", NAIK, "Persen", "98,00", KURANG),
        ("000 Tabel 3.4 no 8 Perindustrian", "46,50", "44,54", NAIK, "Persen", "95,78", KURANG),
        ("000 Tabel 3.4 no 9 Perdagangan", "18,00", "18,15", NAIK, "Persen", "100,83", LEBIH),
        ("000 Tabel 3.4 no 10 Pengangguran", "5,8-5,5", "5,75", TURUN, "Persen", "98,23", RENTANG),
        ("000 Tabel 3.4 no 11 Inovasi", "55,0 (Inovatif)", "47,01", NAIK, "Indeks", "85,47", KURANG),
        ("000 Tabel 3.4 no 12 Infrastruktur", "80", "68,91", NAIK, "Persen", "86,14", KURANG),
        ("000 Tabel 3.4 no 13 Jalan Mantap, Target hitung 60", "60", "59,48", NAIK, "Persen", "99,13", KURANG),
        ("000 Tabel 3.4 no 14 Investasi", "54 Triliun", "52.884.243.610.119", NAIK, "Rupiah", "97,93", KURANG),
        ("000 Tabel 3.4 no 15 Pemanfaatan Ruang", "100", "100", NAIK, "Persen", "100,00", SESUAI),
        ("000 Tabel 3.4 no 16 Lingkungan Hidup", "71,00", "59,86", NAIK, "Indeks", "84,31", KURANG),
        ("000 Tabel 3.4 no 17 Desa Membangun", "0,7176", "0,7093", NAIK, "Indeks", "98,84", KURANG),
        ("000 Tabel 3.4 no 18 Gini", "0,240", "0,23", TURUN, "Indeks", "104,17", LEBIH),
        ("000 sasaran 17 tahun 2023 Desa Membangun", "0,7073", "0,6968", NAIK, "Indeks", "98,52", KURANG),
        ("001 efisiensi Nilai AKIP", "72,4", "72,37", NAIK, "Nilai", "99,96", KURANG),
        ("001 efisiensi Komponen Pelaporan", "9,95", "9,92", NAIK, "Nilai", "99,70", KURANG),
        ("001 efisiensi UKPBJ", "9/9", "9/9", NAIK, "Level", "100,00", SESUAI),
        ("001 efisiensi IKM", "85", "66,35", NAIK, "Indeks", "78,06", KURANG),
        ("002 Tabel 3.3 no 4 Nilai AKIP", "BB (74)", "BB (71,27)", NAIK, "", "96,31", KURANG),
        ("004 Tabel 3.6 tahun 2020 IKM", "76,61", "81,83", NAIK, "Nilai", "106,81", LEBIH),
        ("004 Tabel 3.6 tahun 2021 IKM", "80", "82,28", NAIK, "Nilai", "102,85", LEBIH),
        ("004 Tabel 3.7 tahun 2020 AKIP", "65,00", "66,87", NAIK, "Nilai", "102,88", LEBIH),
        ("004 Tabel 3.7 tahun 2021 AKIP", "70,00", "69,91", NAIK, "Nilai", "99,87", KURANG),
        ("004 Tabel 3.7 tahun 2022 AKIP", "72,60", "72,59", NAIK, "Nilai", "99,99", KURANG),
        ("004 Tabel 3.7 tahun 2023 AKIP", "72,60", "70,20", NAIK, "Nilai", "96,69", KURANG),
    ),
)
def test_the_computed_capaian_has_the_printed_digits(target, realisasi, arah, satuan, tercetak, status):
    hasil = hitung(target, realisasi, arah, satuan=satuan)
    assert (format_angka(hasil.persen, 2), hasil.status, hasil.alasan) == (tercetak, status, "")


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak"),
    baris(
        ("001 Tabel 3.3 Produk Hukum 2022", "100", "119", "119"),
        ("001 Tabel 3.3 Produk Hukum 2023", "100", "148,29", "148"),
        ("001 Tabel 3.3 Produk Hukum 2024", "100", "85.83 %", "86"),
        ("001 Tabel 3.3 Komponen Pelaporan 2022", "9,5", "9,86", "104"),
        ("001 Tabel 3.3 Komponen Pelaporan 2023", "9,6", "9,33", "97"),
        ("001 Tabel 3.3 Komponen Pelaporan 2024", "9,7", "9,92", "102"),
        ("001 Tabel 3.3 Nilai AKIP 2022, 102,5 half up", "70", "71,75", "103"),
        ("001 Tabel 3.3 Nilai AKIP 2023", "72", "72,97", "101"),
        ("001 Tabel 3.3 Nilai AKIP 2024", "73", "72,37", "99"),
        ("001 Tabel 3.3 UKPBJ", "9/9", "9/9", "100"),
        ("001 Tabel 3.3 Kepuasan Masyarakat 2022", "85", "83,85", "99"),
        ("001 Tabel 3.3 Kepuasan Masyarakat 2023", "86", "85,74", "100"),
        ("001 Tabel 3.3 Kepuasan Masyarakat 2024", "86", "86,28", "100"),
        ("001 Tabel 3.3 IKM 2022", "80", "85,37", "107"),
        ("001 Tabel 3.3 IKM 2023", "84", "86,06", "102"),
        ("001 Tabel 3.3 IKM 2024", "87", "66,35", "76"),
        ("003 IKU 1.1 kepuasan pelayanan kepegawaian", "86%", "82%", "95"),
        ("003 IKU 2.1 Indeks Profesionalitas ASN", "76", "75,44", "99"),
    ),
)
def test_a_print_in_whole_percents_is_the_capaian_rounded_half_up(target, realisasi, tercetak):
    assert format_angka(hitung(target, realisasi).persen, 0) == tercetak


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "dihitung"),
    baris(
        ("000 sasaran 2 tahun 2023 Rata-rata lama sekolah", "8,60", "8,50", "98,85", "98,84"),
        ("002 Tabel 3.3 no 3 industri kecil dan menengah", "18%", "11,85%", "94,79", "65,83"),
        ("004 Tabel 3.2 no 1 cut instead of rounded", "88,37", "88,12", "99,71", "99,72"),
        ("004 Tabel 3.6 tahun 2022 IKM", "85", "82,48", "96,79", "97,04"),
    ),
)
def test_the_formula_is_not_bent_to_a_print_that_does_not_follow(target, realisasi, tercetak, dihitung):
    assert format_angka(hitung(target, realisasi).persen, 2) == dihitung != tercetak


@pytest.mark.parametrize(
    ("target", "realisasi", "skala", "status"),
    baris(
        ("000 Tabel 3.4 no 3 Opini BPK", "WTP", "WDP", "Opini BPK", KURANG),
        ("001 Tabel 3.3 LPPD 2023", "Tinggi", "Sedang", "LPPD", KURANG),
        ("003 IKU 3.1 Nilai AKIP", "BB", "BB", "AKIP", SESUAI),
        ("a better opinion", "WDP", "WTP", "Opini BPK", LEBIH),
        ("a number against a grade", "BB", "70,20", "AKIP", SESUAI),
        ("a lower number against a grade", "BB", "70", "AKIP", KURANG),
        ("a grade against a number", "62,83", "BB", "AKIP", LEBIH),
        ("a grade against a number with its grade", "B (70,00)", "A", "AKIP", LEBIH),
    ),
)
def test_grades_are_compared_by_order_without_a_percentage(target, realisasi, skala, status):
    hasil = hitung(target, realisasi, skala=skala)
    assert (hasil.persen, hasil.status, hasil.aturan) == (None, status, ATURAN_PREDIKAT)
    assert hasil.alasan


def test_a_grade_is_not_compared_with_a_number_that_has_no_grade():
    hasil = hitung("WTP", "80", skala="Opini BPK")
    assert (hasil.persen, hasil.status, "Predikat" in hasil.alasan) == (None, None, True)


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    baris(
        ("001 Tabel 3.2 no 1 LPPD", "72,93", "N/A", "Realisasi tidak tersedia"),
        ("002 Tabel 3.3 no 1 TPAK", "74%", "NA", "Realisasi tidak tersedia"),
        ("000 Gini 2023 without a target", "", "0,235", "Target tidak tersedia"),
        ("nothing at all", "-", "", "Target dan realisasi tidak tersedia"),
        ("000 a ratio", "1:26", "1:31", "Rasio"),
        ("levels of different denominators", "9/9", "8/10", "Penyebut"),
        ("a negative target", "-2", "3", "negatif"),
    ),
)
def test_what_cannot_be_compared_says_why_and_has_no_status(target, realisasi, alasan):
    hasil = hitung(target, realisasi)
    assert hasil == HasilCapaian(alasan=hasil.alasan)
    assert alasan in hasil.alasan


def test_levels_of_one_denominator_are_compared_by_their_numerators():
    assert format_angka(hitung("9/9", "8/9").persen, 2) == "88,89"


@pytest.mark.parametrize("isi", [("72,93", "72,97"), ("0", "0"), ("5,8-5,5", "5,75"), ("9/9", "8/9")], ids=str)
def test_a_netral_indicator_is_described_and_never_judged(isi):
    hasil = hitung(*isi, NETRAL)
    assert (hasil.persen, hasil.status) == (None, None)
    assert "netral" in hasil.alasan


def test_a_netral_indicator_of_grades_is_never_judged():
    assert hitung("WTP", "WDP", NETRAL, "Opini BPK").status is None


@pytest.mark.parametrize(
    ("realisasi", "arah", "persen"),
    [("0", TURUN, 100), ("0", NAIK, None), ("5", TURUN, None), ("5", NAIK, None), ("-5", TURUN, None)],
)
def test_a_target_of_zero_is_reached_only_by_zero_where_lower_is_better(realisasi, arah, persen):  # case 23
    hasil = hitung("0", realisasi, arah)
    assert hasil.persen == persen
    assert hasil.status is (SESUAI if persen else None)
    assert bool(hasil.alasan) is (persen is None)


@pytest.mark.parametrize(
    ("target", "realisasi", "arah"),
    [("10", "25", TURUN), ("10", "20", TURUN), ("10", "-3", NAIK), ("10", "0", NAIK)],
)
def test_a_capaian_is_never_below_zero(target, realisasi, arah):
    assert persen_capaian(Decimal(target), Decimal(realisasi), arah) == 0


@pytest.mark.parametrize(
    ("realisasi", "arah", "persen", "status"),
    baris(
        ("lower end", "5,5", TURUN, "102,65", RENTANG),
        ("upper end", "5,8", TURUN, "97,35", RENTANG),
        ("midpoint", "5,65", TURUN, "100,00", RENTANG),
        ("just above", "5,81", TURUN, "97,17", KURANG),
        ("just below", "5,49", TURUN, "102,83", LEBIH),
        ("above, higher is better", "5,81", NAIK, "102,83", LEBIH),
        ("below, higher is better", "5,49", NAIK, "97,17", KURANG),
    ),
)
def test_a_range_is_reached_inside_it_and_measured_from_its_midpoint(realisasi, arah, persen, status):
    hasil = hitung("5,8-5,5", realisasi, arah)
    assert (format_angka(hasil.persen, 2), hasil.status) == (persen, status)
    assert ATURAN_RENTANG in hasil.aturan


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "persen", "status"),
    [
        pytest.param("≥ 70", "70", NAIK, "100,00", SESUAI, id="at least, on it"),
        pytest.param("≥ 70", "69,999", NAIK, "100,00", KURANG, id="at least, a hair below"),
        pytest.param("min. 8,5", "9", NAIK, "105,88", LEBIH, id="at least, above"),
        pytest.param("> 3", "3", NAIK, "100,00", KURANG, id="more than, on it"),
        pytest.param("> 3", "3,0001", NAIK, "100,00", SESUAI, id="more than, a hair above"),
        pytest.param("≤ 3,01", "3,01", TURUN, "100,00", SESUAI, id="at most, on it"),
        pytest.param("maks. 3", "4", TURUN, "66,67", KURANG, id="at most, above"),
        pytest.param("< 3", "3", TURUN, "100,00", KURANG, id="less than, on it"),
        pytest.param("< 3", "2", TURUN, "133,33", LEBIH, id="less than, below"),
    ],
)
def test_a_bound_is_reached_on_its_side_only_and_measured_from_its_number(target, realisasi, arah, persen, status):
    hasil = hitung(target, realisasi, arah)
    assert (format_angka(hasil.persen, 2), hasil.status) == (persen, status)
    assert ATURAN_BATAS in hasil.aturan


@pytest.mark.parametrize(("realisasi", "status"), [("0", SESUAI), ("-1", LEBIH), ("0,1", KURANG)])
def test_a_bound_of_zero_is_judged_though_it_has_no_percentage(realisasi, status):
    assert hitung("≤ 0", realisasi, NAIK).status is status


def test_a_range_around_zero_is_reached_inside_it_though_it_has_no_percentage():
    hasil = hitung("-0,5-0,5", "0,2")
    assert (hasil.persen, hasil.status, bool(hasil.alasan)) == (None, RENTANG, True)


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "aturan"),
    baris(
        ("nothing to name", "10", "9", NAIK, ""),
        ("lower is better", "10", "9", TURUN, ATURAN_TURUN),
        ("zero for zero", "0", "0", TURUN, ATURAN_NOL),
        ("range and lower is better", "5,8-5,5", "5,75", TURUN, f"{ATURAN_RENTANG}; {ATURAN_TURUN}"),
    ),
)
def test_a_rule_that_could_be_otherwise_is_named(target, realisasi, arah, aturan):
    assert hitung(target, realisasi, arah).aturan == aturan


@pytest.mark.parametrize(
    ("persen", "status"),
    [
        ("0", KURANG),
        ("99.99", KURANG),
        ("99.994", KURANG),
        ("99.995", SESUAI),
        ("100", SESUAI),
        ("100.004", SESUAI),
        ("100.005", LEBIH),
        ("100.01", LEBIH),
    ],
)
def test_status_is_told_at_two_decimals(persen, status):  # 000 Tabel 3.1, case 23
    assert status_capaian(Decimal(persen)) is status


@pytest.mark.parametrize(
    ("pagu", "realisasi", "tercetak"),
    baris(
        ("000 efisiensi Usia Harapan Hidup", "88.076.775.865", "80.653.908.390", "91,57"),
        ("000 efisiensi sasaran 2", "113.228.007.338,00", "112.862.617.654", "99,68"),
        ("000 efisiensi kemiskinan", "28.020.394.046,00", "27.070.492.407,00", "96,61"),
        ("000 Bab III B belanja operasi", "973.166.769.792,00", "921.058.532.525,43", "94,65"),
        ("001 Tabel 3.10 no 1", "Rp. 48.281.384.383", "Rp. 45.716.917.980", "94,69"),
        ("001 Tabel 3.10 no 3", "Rp 3.383.329.611", "Rp. 3.082.044.289", "91,10"),
        ("001 Tabel 3.10 jumlah", "Rp. 64.440.768.486", "Rp. 60.563.391.303", "93,98"),
        ("002 Tabel 3.7 keseluruhan", "9.601.606.273", "9.065.287.929", "94,41"),
        ("002 Tabel 3.9 no 1", "3.825.976.229", "3.592.029.996", "93,89"),
        ("002 Tabel 3.9 no 2", "610.650.000", "606.746.590", "99,36"),
        ("002 Tabel 3.9 no 3", "113.350.000", "113.150.000", "99,82"),
        ("002 Tabel 3.9 no 4", "5.051.630.044", "4.753.361.343", "94,10"),
        ("002 Tabel 3.8 retribusi", "700.000.000", "310.173.000", "44,31"),
        ("003 belanja operasi", "5.581.000.815", "5.210.070.860", "93,35"),
        ("004 Bab III 3.4", "Rp. 2.216.552.780,-", "Rp. 2.053.237.731", "92,63"),
        ("004 Tabel 3.9 program penunjang", "1.738.126.580", "1.593.566.531", "91,68"),
    ),
)
def test_serapan_has_the_printed_digits(pagu, realisasi, tercetak):
    assert format_angka(serapan(baca_nilai(pagu).angka, baca_nilai(realisasi).angka), 2) == tercetak


@pytest.mark.parametrize(
    ("pagu", "realisasi"),
    [(Decimal(0), Decimal(0)), (Decimal(0), Decimal(5)), (None, Decimal(5)), (Decimal(5), None), (None, None)],
    ids=["003 belanja modal", "pagu 0", "no pagu", "no realisasi", "nothing"],
)
def test_serapan_without_pagu_or_realisasi_is_not_computable(pagu, realisasi):
    assert serapan(pagu, realisasi) is None


def test_nothing_spent_is_a_serapan_of_zero():
    assert serapan(Decimal(200_000_000), Decimal(0)) == 0  # 000 belanja tidak terduga


@pytest.mark.parametrize(
    ("capaian", "serap", "poin"),
    baris(
        ("004 Tabel 3.8 no 1", "99.71", "92.63", "7.08"),
        ("004 Tabel 3.8 no 2", "96.69", "91.68", "5.01"),
        ("spent more than reached", "65.83", "99.82", "-33.99"),
    ),
)
def test_efisiensi_is_capaian_minus_serapan_and_their_ratio(capaian, serap, poin):
    hasil = efisiensi(Decimal(capaian), Decimal(serap))
    assert hasil == Efisiensi(Decimal(poin), Decimal(capaian) / Decimal(serap))


def test_efisiensi_against_a_serapan_of_zero_has_points_and_no_ratio():
    assert efisiensi(Decimal(90), Decimal(0)) == Efisiensi(Decimal(90), None)


@pytest.mark.parametrize(("capaian", "serap"), [(None, Decimal(90)), (Decimal(90), None), (None, None)])
def test_efisiensi_needs_both_sides(capaian, serap):
    assert efisiensi(capaian, serap) is None


SETDA_2024 = [  # 001 Tabel 3.2
    ("", "N/A"),
    ("100", "85.83 %"),
    ("9,70", "9,92"),
    ("73", "72,37"),
    ("9/9", "9/9"),
    ("86", "86,28"),
    ("87", "66,35"),
]


@pytest.mark.parametrize(("batasi", "mean"), [(False, "93,97"), (True, "93,54")], ids=["plain", "capped at 100"])
def test_the_mean_counts_the_computable_and_says_how_many(batasi, mean):
    hasil = rata_rata((hitung(*isi).persen for isi in SETDA_2024), batasi=batasi)
    assert (format_angka(hasil.nilai, 2), hasil.keterangan) == (mean, "6 dari 7 dihitung")


def test_the_mean_of_a_sasaran_has_the_printed_digits():  # 000 Bab IV sasaran 2
    hasil = rata_rata([hitung("8,60", "8,51").persen, hitung("13,25", "13,12").persen])
    assert (format_angka(hasil.nilai, 2), hasil.keterangan) == ("98,99", "2 dari 2 dihitung")


def test_a_mean_without_a_computable_capaian_is_not_available():
    hasil = rata_rata([None, None])
    assert (hasil.nilai, hasil.keterangan) == (None, "0 dari 2 dihitung")


def test_a_capaian_of_zero_counts_in_the_mean():
    assert rata_rata([Decimal(0), Decimal(100), None]).nilai == 50


@pytest.mark.parametrize(
    ("triwulan", "cara", "setahun"),
    baris(
        ("the last one", ("10", "30", "20", "40"), Akumulasi.TERAKHIR, "40"),
        ("the last one that is there", ("10", "30", "N/A", ""), Akumulasi.TERAKHIR, "30"),
        ("their sum", ("10", "30", "20", "40"), Akumulasi.JUMLAH, "100"),
        ("the sum of those that are there", ("10", "-", "20"), Akumulasi.JUMLAH, "30"),
        ("their mean", ("10", "30", "20", "40"), Akumulasi.RATA_RATA, "25"),
        ("the mean of those that are there", ("10", "NA", "20"), Akumulasi.RATA_RATA, "15"),
    ),
)
def test_quarters_make_the_year_as_the_indicator_says(triwulan, cara, setahun):
    assert gabung_triwulan([baca_nilai(t) for t in triwulan], cara) == Decimal(setahun)


@pytest.mark.parametrize("cara", Akumulasi)
def test_a_year_without_a_number_in_any_quarter_is_not_available_and_never_zero(cara):
    assert gabung_triwulan([baca_nilai(t) for t in ("", "N/A", "1:26")], cara) is None
