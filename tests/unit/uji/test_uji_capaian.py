"""The audit of indicators: printed precision, capaian, predikat, letters, two prints of one figure."""

from dataclasses import replace
from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator, nilai

from kinerja.model.baris import BarisSusunan, Kutipan
from kinerja.model.istilah import Arah, Hubungan, Ukuran
from kinerja.rumus.capaian import Kecocokan
from kinerja.sumber import versi as sumber
from kinerja.uji.aturan.pernyataan import Pencari
from kinerja.uji.bukti.cetakan import CETAKAN_MAKS, Bukti
from kinerja.uji.bukti.presisi import Selang, bandingkan, selang_bulat, selang_capaian, selang_potong, tepat
from kinerja.uji.mesin import sekali, tanpa_gema, uji
from kinerja.uji.model import Alamat, Keyakinan, Temuan


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


# --- printed precision ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "bulat", "potong"),
    [
        ("86", ("85.5", "86.5"), ("86", "87")),
        ("0,99", ("0.985", "0.995"), ("0.99", "1.00")),
        ("-3,5", ("-3.55", "-3.45"), ("-3.6", "-3.5")),
        ("5,8-5,5", ("5.5", "5.8"), ("5.65", "6.65")),
    ],
)
def test_a_print_stands_for_what_rounds_to_it_or_was_cut_to_it(teks, bulat, potong):
    assert selang_bulat(nilai(teks)) == Selang(*map(Decimal, bulat))
    if "-" not in teks[1:]:
        assert selang_potong(nilai(teks)) == Selang(*map(Decimal, potong))


@pytest.mark.parametrize(
    ("tercetak", "dihitung", "hasil"),
    [
        ("86", "85.83", Kecocokan.COCOK),
        ("0,99", "0.9895", Kecocokan.COCOK),
        ("99,99", "99.998", Kecocokan.DIPOTONG),
        ("98", "98.83", Kecocokan.DIPOTONG),
        ("94,79", "65.83", Kecocokan.BEDA),
    ],
)
def test_rounding_as_printed_is_respected_and_cutting_is_told_apart(tercetak, dihitung, hasil):
    assert bandingkan(nilai(tercetak), tepat(Decimal(dihitung))) is hasil


def test_a_capaian_of_a_rounded_realisasi_is_an_interval():
    assert selang_capaian(nilai("100"), nilai("86"), Arah.NAIK) == Selang(Decimal("85.5"), Decimal("86.5"))
    turun = selang_capaian(nilai("10"), nilai("9"), Arah.TURUN)
    assert turun == Selang(Decimal(105), Decimal(115))
    assert selang_capaian(nilai("0"), nilai("9"), Arah.NAIK) is None


# --- small cases ------------------------------------------------------------------------------------------------------


def kutip(ukuran, tercetak, tahun=2024, sumber="000, Tabel 9", **isi):
    return Kutipan(tahun=tahun, ukuran=Ukuran(ukuran), tercetak=tercetak, sumber=sumber, kode_indikator="UHH", **isi)


def temuan(baris, *kutipan, **isi):
    ind = replace(indikator(**{k: v for k, v in isi.items() if k in ("arah", "skala_nilai")}), satuan="Persen")
    semua = dataset(
        indikator=[ind, *isi.get("lain", ())], capaian=baris, kutipan=kutipan, susunan=isi.get("susunan", ())
    )
    return [(t.aturan, t.keyakinan.value, t.tercetak, t.seharusnya) for t in uji(semua).temuan]


BARIS = {"target": "80", "realisasi": "60", "sumber": "000, Tabel 3.4"}


def test_a_capaian_that_follows_is_silent():
    assert temuan([capaian(**BARIS, cetak="75")]) == []
    assert temuan([capaian(**BARIS, cetak="75,00")]) == []


def test_a_capaian_that_does_not_follow_is_certain():
    assert temuan([capaian(**BARIS, cetak="80")]) == [("U01", "pasti", "80", "75,00%")]


def test_a_capaian_cut_instead_of_rounded_is_worth_a_look():
    assert temuan([capaian(target="60,00", realisasi="58,99999", cetak="98,3")]) == []
    assert temuan([capaian(target="600", realisasi="593,0000", cetak="98,8")]) == []
    assert temuan([capaian(target="600", realisasi="593,0000", cetak="98")]) == [("U01", "patut dicek", "98", "98,83%")]


def test_any_printed_target_that_explains_a_capaian_clears_it():
    assert temuan([capaian(**BARIS, cetak="60")], kutip("Target", "100"))[0][0] == "U04"


def test_netral_and_what_cannot_be_computed_are_left_alone():
    assert temuan([capaian(**BARIS, cetak="12")], arah="Netral") == []
    assert temuan([capaian(target="0", realisasi="5", cetak="12")]) == []
    assert temuan([capaian(target="80", realisasi="N/A", cetak="12")]) == []


def test_a_predikat_is_held_against_printed_and_computed_capaian():
    assert temuan([capaian(**BARIS, cetak="75", predikat_dilaporkan="Sedang")]) == []
    assert temuan([capaian(**BARIS, cetak="75", predikat_dilaporkan="Tinggi")]) == [
        ("U02", "pasti", "Tinggi", "Sedang")
    ]
    assert temuan([capaian(**BARIS, cetak="75", predikat_dilaporkan="Bagus")]) == []


def test_a_predikat_in_a_gap_of_the_scale_is_worth_a_look():
    isi = capaian(target="100", realisasi="75,5", cetak="75,5", predikat_dilaporkan="Tinggi")
    assert temuan([isi]) == [("U02", "patut dicek", "Tinggi", "Sedang")]


def test_a_letter_beside_a_value_belongs_to_its_own_scale():
    salah = capaian(target="72", realisasi=nilai("B (72,59)", "AKIP"), skala="AKIP")
    assert temuan([salah], skala_nilai="AKIP") == [("U03", "pasti", "B (72,59)", "BB")]
    benar = capaian(target="72", realisasi=nilai("BB (72,59)", "AKIP"), skala="AKIP")
    assert temuan([benar], skala_nilai="AKIP") == []


def test_two_prints_of_one_figure_differ_beyond_rounding():
    assert temuan([capaian(realisasi="60,4")], kutip("Realisasi", "60")) == []
    assert temuan([capaian(realisasi="60,4")], kutip("Realisasi", "61")) == [("U04", "pasti", "60,4; 61", "")]
    assert temuan([capaian(target="60")], kutip("Target", "61"))[0][1] == "patut dicek"


def test_capaian_that_follow_from_two_printed_targets_are_one_error_the_target():
    (satu,) = temuan([capaian(**BARIS, cetak="75")], kutip("Target", "75"), kutip("Capaian", "80"))
    assert satu == ("U04", "patut dicek", "80; 75", "")
    assert len(temuan([capaian(**BARIS, cetak="75")], kutip("Target", "75"), kutip("Capaian", "90"))) == 2


def test_two_ways_of_measuring_are_worth_a_look_and_prove_nothing():
    lain = replace(kutip("Realisasi", "57,13"), catatan="Menurut metode PKRMS")
    assert temuan([capaian(realisasi="80,82")], lain)[0][:2] == ("U04", "patut dicek")


def test_a_last_digit_that_was_cut_is_told_as_such():
    semua = dataset(capaian=[capaian(realisasi="99,71")], kutipan=[kutip("Realisasi", "99,72")])
    (satu,) = uji(semua).temuan
    assert (satu.keyakinan, satu.dugaan) == (
        Keyakinan.PATUT_DICEK,
        "Mungkin satu dipotong dan yang lain dibulatkan.",
    )


def test_a_print_proved_wrong_is_not_reported_again_as_a_difference():
    hasil = temuan([capaian(**BARIS, cetak="75")], kutip("Capaian", "80"))
    assert hasil == [("U01", "pasti", "80", "75,00%")]


def test_the_same_wrong_print_in_two_places_is_one_finding_with_both_places():
    semua = dataset(
        capaian=[capaian(**BARIS, cetak="80")],
        kutipan=[kutip("Capaian", "80%"), kutip("Capaian", "80", sumber="000, Bab IV")],
    )
    (satu,) = uji(semua).temuan
    assert satu.sumber == ("000, Tabel 3.4", "000, Tabel 9", "000, Bab IV")


def test_a_growth_rated_by_its_values_is_guessed():
    jumlah = replace(indikator("N", tingkat="Pendukung"), satuan="Unit")
    semua = dataset(
        indikator=[indikator(), jumlah],
        capaian=[
            capaian(tahun=2025, target="18", realisasi="11,85", cetak="94,79"),
            capaian("N", 2023, realisasi="734"),
            capaian("N", 2025, realisasi="821"),
        ],
        susunan=[BarisSusunan("UHH", "N", Hubungan.MENDUKUNG)],
    )
    (satu,) = uji(semua).temuan
    assert satu.dugaan == "Mungkin dihitung dari Indikator N: 821 / (734 x 1,18)."


def test_a_wrong_direction_and_a_swapped_ratio_are_guessed():
    terbalik = dataset(indikator=[indikator(arah="Turun")], capaian=[capaian(target="10", realisasi="9", cetak="90")])
    (satu,) = uji(terbalik).temuan
    assert "arah terbalik" in satu.dugaan
    tertukar = dataset(capaian=[capaian(target="80", realisasi="60,0", cetak="133,33")])
    (dua,) = uji(tertukar).temuan
    assert "rasio terbalik" in dua.dugaan


def test_an_id_stays_while_the_print_stays():
    def satu(cetak):
        return uji(dataset(capaian=[capaian(**BARIS, cetak=cetak)])).temuan[0].id

    assert satu("80") == satu("80")
    assert satu("80") != satu("81")


def test_without_any_print_the_rule_says_that_it_could_not_run():
    assert {t.aturan for t in uji(dataset()).tidak_diuji} >= {"U01"}


def buat(keyakinan, cetakan, aturan="U01", sumber="000, A"):
    alamat = Alamat(kode_opd="KAB", kode_indikator="UHH", tahun=2024, ukuran="Capaian")
    return Temuan(
        aturan=aturan,
        keyakinan=keyakinan,
        alamat=alamat,
        cetakan=tuple(cetakan.split("; ")),
        seharusnya="",
        uraian="x.",
        sumber=(sumber,),
    )


def test_of_two_findings_about_one_print_the_surer_speaks_with_all_places():
    (satu,) = sekali([buat(Keyakinan.PATUT_DICEK, "80"), buat(Keyakinan.PASTI, "80", "U02", "000, B")])
    assert (satu.aturan, satu.sumber) == ("U02", ("000, B", "000, A"))


def test_a_difference_with_more_than_one_unproved_print_stays():
    beda = buat(Keyakinan.PASTI, "80; 81; 82", "U04")
    assert tanpa_gema([buat(Keyakinan.PASTI, "80"), beda])[-1] is beda
    assert len(tanpa_gema([buat(Keyakinan.PASTI, "80"), buat(Keyakinan.PASTI, "80; 81", "U04")])) == 1


# --- the reports ------------------------------------------------------------------------------------------------------


def terbitan(data, kode, tahun, ukuran="Capaian"):
    return [
        t
        for t in uji(data).temuan
        if (t.alamat.kode_indikator, t.alamat.tahun, t.alamat.ukuran) == (kode, tahun, ukuran)
    ]


def test_the_growth_of_small_industry_2025(data):
    (satu,) = terbitan(data, "DKPP-INDUSTRI-TUMBUH", 2025)
    assert (satu.tercetak, satu.seharusnya, satu.keyakinan) == ("94,79%", "65,83%", Keyakinan.PASTI)
    assert satu.dugaan.endswith("821 / (734 x 1,18).")
    assert satu.sumber[0] == "002, Tabel 3.3"
    assert len(satu.sumber) == 5


@pytest.mark.parametrize(
    ("kode", "tercetak", "benar"), [("BB-RLS", "89,76%", "98,95%"), ("BB-HLS", "100,33%", "99,02%")]
)
def test_the_list_of_report_000_is_shifted_by_a_row(data, kode, tercetak, benar):
    satu = next(t for t in terbitan(data, kode, 2024) if t.tercetak == tercetak)
    assert satu.seharusnya == benar
    assert satu.sumber == ("000, Bab III, A.1 (daftar capaian IKU)",)


def test_the_target_of_kecamatan_is_printed_as_its_capaian(data):
    satu = next(t for t in terbitan(data, "KLPP-AKIP", 2023) if t.tercetak == "72,60")
    assert (satu.seharusnya, satu.keyakinan, len(satu.sumber)) == ("96,69%", Keyakinan.PASTI, 2)


def test_akip_letters_of_kecamatan(data):
    for tahun in (2022, 2023):
        (satu,) = (t for t in terbitan(data, "KLPP-AKIP", tahun, "Kategori") if t.tercetak != "Baik")
        assert (satu.seharusnya, satu.keyakinan) == ("BB", Keyakinan.PASTI)


# --- a figure printed thousands of times ------------------------------------------------------------------------------


def test_a_bounded_number_of_prints_of_a_figure_is_held_against_each_other():
    banyak = [kutip("Realisasi", f"{60 + n % 7},{n % 100:02}", sumber=f"000, Tabel {n}") for n in range(2000)]
    selisih = [kutip("Selisih", f"{n},5", sumber=f"000, Tabel {n}") for n in range(2000)]
    data = dataset(indikator=[indikator()], capaian=[capaian(target=100, realisasi=60)], kutipan=[*banyak, *selisih])
    bukti = Bukti(data)
    assert len(bukti.cetakan("UHH", 2024, Ukuran.REALISASI)) == CETAKAN_MAKS
    assert len([t for t in uji(data).temuan if t.aturan == "U37"]) <= CETAKAN_MAKS
    assert len(Pencari(bukti).susun(selisih[0]).pasangan) <= 3 * CETAKAN_MAKS
