"""Rating scales: the printed edges, gaps, the scale in force, and which scales are refused."""

from decimal import Decimal

import pytest

from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN, KumpulanSkala
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import DI_BAWAH, DI_CELAH, SKALA_BAWAAN_CAPAIAN, Pita, Skala, cacat_skala

KATA = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")


def skala_capaian(nama, bawah, atas=(None, "90", "75", "65", "50"), kata=KATA):
    pita = zip(kata, bawah, atas, strict=True)
    return Skala(
        nama,
        tuple(
            Pita(urutan=i, predikat=k, bawah=Decimal(b), atas=a and Decimal(a)) for i, (k, b, a) in enumerate(pita, 1)
        ),
    )


def skala_dua(nama="AKIP", sejak=None, batas="50", kata=("Baik", "Buruk")):
    return Skala(
        nama,
        (Pita(urutan=1, predikat=kata[0], bawah=Decimal(batas)), Pita(urutan=2, predikat=kata[1], bawah=Decimal(0))),
        berlaku_sejak=sejak,
    )


KABUPATEN = skala_capaian("000 Tabel 3.2", ("90.01", "75.01", "65.01", "50.01", "0"))
SETDA = skala_capaian("001 Tabel 3.1", ("90.1", "75.1", "65.1", "50.1", "0"))
KECAMATAN = skala_capaian(
    "004 Tabel 3.1", ("91", "76", "66", "51", "0"), ("100", "90", "75", "65", "50"), ("Sangat Baik", *KATA[1:])
)
UMUM = KumpulanSkala().capaian("")


@pytest.mark.parametrize(
    ("skala", "persen", "predikat"),
    [
        pytest.param(KABUPATEN, "100.05", "Sangat Tinggi", id="000 Tabel 3.4 no 1 Usia Harapan Hidup"),
        pytest.param(KABUPATEN, "98.95", "Sangat Tinggi", id="000 Tabel 3.4 no 2 Rata-Rata Lama Sekolah"),
        pytest.param(KABUPATEN, "89.76", "Tinggi", id="000 Tabel 3.4 no 3 Nilai Evaluasi AKIP"),
        pytest.param(KABUPATEN, "95.78", "Sangat Tinggi", id="000 Tabel 3.4 no 8 Perindustrian"),
        pytest.param(KABUPATEN, "98.23", "Sangat Tinggi", id="000 Tabel 3.4 no 10 Pengangguran"),
        pytest.param(KABUPATEN, "85.47", "Tinggi", id="000 Tabel 3.4 no 11 Inovasi"),
        pytest.param(KABUPATEN, "86.14", "Tinggi", id="000 Tabel 3.4 no 12 Infrastruktur"),
        pytest.param(KABUPATEN, "84.31", "Tinggi", id="000 Tabel 3.4 no 16 Lingkungan Hidup"),
        pytest.param(KABUPATEN, "104.17", "Sangat Tinggi", id="000 Tabel 3.4 no 18 Gini"),
        pytest.param(SETDA, "85.83", "Tinggi", id="001 Tabel 3.4 Produk Hukum"),
        pytest.param(SETDA, "102.27", "Sangat Tinggi", id="001 Tabel 3.6.1 Komponen Pelaporan"),
        pytest.param(SETDA, "76.26", "Tinggi", id="001 Tabel 3.9 IKM"),
        pytest.param(UMUM, "94.79", "Sangat Tinggi", id="002 Tabel 3.3 no 3"),
        pytest.param(UMUM, "96.31", "Sangat Tinggi", id="002 Tabel 3.3 no 4"),
        pytest.param(UMUM, "95.35", "Sangat Tinggi", id="003 capaian IKU 1.1"),
        pytest.param(UMUM, "99.26", "Sangat Tinggi", id="003 capaian IKU 2.1"),
        pytest.param(KECAMATAN, "99.71", "Sangat Baik", id="004 Tabel 3.2 no 1"),
    ],
)
def test_the_printed_predikat_follows_from_the_printed_scale(skala, persen, predikat):
    peringkat = skala.peringkat_capaian(Decimal(persen))
    assert (peringkat.predikat, peringkat.catatan) == (predikat, "")


@pytest.mark.parametrize(
    ("skala", "persen", "predikat", "catatan"),
    [
        (UMUM, "90", "Tinggi", ""),
        (UMUM, "90.01", "Tinggi", DI_CELAH),
        (UMUM, "90.5", "Tinggi", DI_CELAH),
        (UMUM, "90.994", "Tinggi", DI_CELAH),
        (UMUM, "90.995", "Sangat Tinggi", ""),
        (UMUM, "91", "Sangat Tinggi", ""),
        (UMUM, "100.01", "Sangat Tinggi", ""),
        (UMUM, "75.5", "Sedang", DI_CELAH),
        (UMUM, "65.5", "Rendah", DI_CELAH),
        (UMUM, "50.5", "Sangat Rendah", DI_CELAH),
        (UMUM, "50.004", "Sangat Rendah", ""),
        (UMUM, "0", "Sangat Rendah", ""),
        (KABUPATEN, "90", "Tinggi", ""),
        (KABUPATEN, "90.004", "Tinggi", ""),
        (KABUPATEN, "90.005", "Sangat Tinggi", ""),
        (KABUPATEN, "50.01", "Rendah", ""),
        (SETDA, "90.05", "Tinggi", DI_CELAH),
        (SETDA, "90.1", "Sangat Tinggi", ""),
        (KECAMATAN, "90.5", "Tinggi", DI_CELAH),
        (KECAMATAN, "100.01", "Sangat Baik", ""),
        (KECAMATAN, "148.29", "Sangat Baik", ""),
    ],
    ids=lambda n: getattr(n, "nama", n),
)
def test_the_edges_of_a_capaian_scale_and_its_gaps(skala, persen, predikat, catatan):  # case 23
    peringkat = skala.peringkat_capaian(Decimal(persen))
    assert (peringkat.predikat, peringkat.catatan) == (predikat, catatan)


@pytest.mark.parametrize(
    ("nama", "angka", "predikat"),
    [
        pytest.param("AKIP", "37.05", "C", id="000 Tabel 3.7 tahun 2018"),
        pytest.param("AKIP", "45.02", "C", id="000 Tabel 3.7 tahun 2019"),
        pytest.param("AKIP", "55.63", "CC", id="000 Tabel 3.7 tahun 2020"),
        pytest.param("AKIP", "56.35", "CC", id="000 Tabel 3.7 tahun 2021"),
        pytest.param("AKIP", "60.55", "B", id="000 Tabel 3.7 tahun 2022"),
        pytest.param("AKIP", "61.28", "B", id="000 Tabel 3.7 tahun 2023"),
        pytest.param("AKIP", "62.83", "B", id="000 Tabel 3.7 tahun 2024"),
        pytest.param("AKIP", "67.55", "B", id="002 Tabel 3.6 2022"),
        pytest.param("AKIP", "73.85", "BB", id="002 Tabel 3.6 2023"),
        pytest.param("AKIP", "71.27", "BB", id="002 Tabel 3.5"),
        pytest.param("AKIP", "70.20", "BB", id="004 Tabel 3.7 no 2"),
        pytest.param("AKIP", "100", "AA", id="AKIP top"),
        pytest.param("AKIP", "90.01", "AA", id="AKIP above 90"),
        pytest.param("AKIP", "90", "A", id="AKIP exactly 90"),
        pytest.param("AKIP", "80.01", "A", id="AKIP above 80"),
        pytest.param("AKIP", "80", "BB", id="AKIP exactly 80"),
        pytest.param("AKIP", "70", "B", id="AKIP exactly 70"),
        pytest.param("AKIP", "60", "CC", id="AKIP exactly 60"),
        pytest.param("AKIP", "50", "C", id="AKIP exactly 50"),
        pytest.param("AKIP", "30", "D", id="AKIP exactly 30"),
        pytest.param("AKIP", "0", "D", id="AKIP exactly 0"),
        pytest.param("IKM", "88.12", "B", id="004 mutu layanan 2023"),
        pytest.param("IKM", "88.31", "A", id="IKM from 88,31"),
        pytest.param("IKM", "88.30", "B", id="IKM 88,30"),
        pytest.param("IKM", "76.61", "B", id="IKM from 76,61"),
        pytest.param("IKM", "76.60", "C", id="IKM 76,60"),
        pytest.param("IKM", "65", "C", id="IKM from 65"),
        pytest.param("IKM", "64.99", "D", id="IKM 64,99"),
        pytest.param("IKM", "25", "D", id="IKM from 25"),
        pytest.param("IPM", "83.23", "Sangat Tinggi", id="000 Bab I Medan"),
        pytest.param("IPM", "73.14", "Tinggi", id="000 Bab I Batu Bara 2024"),
        pytest.param("IPM", "69.51", "Sedang", id="000 Bab I Batu Bara 2022"),
        pytest.param("IPM", "80", "Sangat Tinggi", id="IPM from 80"),
        pytest.param("IPM", "70", "Tinggi", id="IPM from 70"),
        pytest.param("IPM", "60", "Sedang", id="IPM from 60"),
        pytest.param("IPM", "59.99", "Rendah", id="IPM below 60"),
        pytest.param("IDM", "0.7093", "Maju", id="000 Tabel 3.4 no 17 realisasi"),
        pytest.param("IDM", "0.6968", "Berkembang", id="000 IDM 2023"),
        pytest.param("IDM", "0.8156", "Mandiri", id="IDM above 0,8155"),
        pytest.param("IDM", "0.8155", "Maju", id="IDM exactly 0,8155"),
        pytest.param("IDM", "0.7073", "Maju", id="IDM above 0,7072"),
        pytest.param("IDM", "0.7072", "Berkembang", id="IDM exactly 0,7072"),
        pytest.param("IDM", "0.5990", "Berkembang", id="IDM above 0,5989"),
        pytest.param("IDM", "0.5989", "Tertinggal", id="IDM exactly 0,5989"),
        pytest.param("IDM", "0.4908", "Tertinggal", id="IDM above 0,4907"),
        pytest.param("IDM", "0.4907", "Sangat Tertinggal", id="IDM exactly 0,4907"),
        pytest.param("IP ASN", "75.44", "Sedang", id="003 kategori 2024"),
        pytest.param("IP ASN", "91", "Sangat Tinggi", id="IP ASN from 91"),
        pytest.param("IP ASN", "81", "Tinggi", id="IP ASN from 81"),
        pytest.param("IP ASN", "71", "Sedang", id="IP ASN from 71"),
        pytest.param("IP ASN", "61", "Rendah", id="IP ASN from 61"),
        pytest.param("IP ASN", "60.99", "Sangat Rendah", id="IP ASN below 61"),
    ],
)
def test_a_built_in_scale_grades_as_its_regulation_says(nama, angka, predikat):
    assert KumpulanSkala().ambil(nama).peringkat(Decimal(angka)).predikat == predikat


@pytest.mark.parametrize("angka", ["24.99", "0", "-1"])
def test_a_value_below_the_lowest_band_has_no_grade_and_is_marked(angka):
    peringkat = KumpulanSkala().ambil("IKM").peringkat(Decimal(angka))
    assert (peringkat.pita, peringkat.predikat, peringkat.catatan) == (None, None, DI_BAWAH)


@pytest.mark.parametrize(
    ("nama", "predikat"),
    [
        ("Opini BPK", ("WTP", "WDP", "TW", "TMP")),
        ("LPPD", KATA),
        ("Inovasi", ("Sangat Inovatif", "Inovatif", "Kurang Inovatif")),
    ],
)
def test_a_scale_of_order_alone_grades_no_number_and_marks_nothing(nama, predikat):
    skala = KumpulanSkala().ambil(nama)
    assert (skala.predikat, skala.berbatas) == (predikat, False)
    assert (skala.peringkat(Decimal(80)).predikat, skala.peringkat(Decimal(80)).catatan) == (None, "")


@pytest.mark.parametrize("skala", SKALA_BAWAAN, ids=lambda s: s.nama)
def test_a_built_in_scale_is_sound_ordered_from_1_and_names_its_regulation(skala):
    assert cacat_skala(skala) is None
    assert [p.urutan for p in skala.pita] == list(range(1, len(skala.pita) + 1))
    assert skala.dasar_hukum


def test_the_lowest_band_of_the_default_capaian_scale_starts_at_zero():
    assert (UMUM.nama, UMUM.pita[-1].bawah, UMUM.pita[-1].termasuk) == (SKALA_BAWAAN_CAPAIAN, 0, True)


@pytest.mark.parametrize(
    ("pita", "sebab"),
    [
        pytest.param([("A", "50", None), ("B", "80", None)], "Batas bawah", id="unordered"),
        pytest.param([("A", "80", None), ("B", "80", None)], "Batas bawah", id="the same bound twice"),
        pytest.param([("A", "80", None), ("X", None, None), ("B", "90", None)], "Batas bawah", id="around an order"),
        pytest.param([("A", "80", None), ("B", "50", "85")], "bertumpang tindih", id="overlapping"),
        pytest.param([("A", "80", "70"), ("B", "50", None)], "Batas atas", id="upside down"),
        pytest.param([("A", "80", None), (" a ", "50", None)], "dua kali", id="the same word twice"),
    ],
)
def test_an_unsound_scale_is_refused_saying_why(pita, sebab):
    susunan = tuple(
        Pita(urutan=i, predikat=predikat, bawah=bawah and Decimal(bawah), atas=atas and Decimal(atas))
        for i, (predikat, bawah, atas) in enumerate(pita, 1)
    )
    assert sebab in cacat_skala(Skala("X", susunan)).sebab


@pytest.mark.parametrize("skala", [KABUPATEN, SETDA, KECAMATAN, skala_dua()], ids=lambda s: s.nama)
def test_a_sound_scale_is_accepted(skala):
    assert cacat_skala(skala) is None


def test_bands_that_overlap_across_a_band_of_order_alone_are_refused():
    pita = (
        Pita(urutan=1, predikat="A", bawah=Decimal(90)),
        Pita(urutan=2, predikat="B"),
        Pita(urutan=3, predikat="C", bawah=Decimal(50), atas=Decimal(95)),
    )
    assert cacat_skala(Skala("X", pita)) is not None


@pytest.mark.parametrize(("tahun", "sejak"), [(2019, 2020), (2020, 2020), (2023, 2020), (2024, 2024), (None, 2024)])
def test_the_scale_in_force_that_year_is_used_else_the_earliest(tahun, sejak):
    kumpulan = KumpulanSkala([skala_dua("X", 2024), skala_dua("X", 2020)])
    assert kumpulan.ambil("X", tahun).berlaku_sejak == sejak


def test_a_scale_without_a_year_is_in_force_from_the_beginning():
    kumpulan = KumpulanSkala([skala_dua("X", 2024), skala_dua("X", None)])
    assert [kumpulan.ambil("X", t).berlaku_sejak for t in (2023, 2024)] == [None, 2024]


def test_a_scale_of_the_workbook_replaces_the_built_in_one_of_its_name():
    assert KumpulanSkala([skala_dua(" akip ")]).ambil("AKIP", 2023).predikat == ("Baik", "Buruk")


def test_a_built_in_scale_stays_in_force_before_the_year_of_the_one_that_follows_it():
    kumpulan = KumpulanSkala([skala_dua("AKIP", 2025)])
    assert [kumpulan.ambil("AKIP", t).predikat[0] for t in (2024, 2025)] == ["AA", "Baik"]


def test_a_replaced_scale_leaves_the_others_alone():
    assert len(KumpulanSkala([skala_dua()]).semua) == len(SKALA_BAWAAN)


def test_a_new_scale_joins_the_built_in_ones():
    kumpulan = KumpulanSkala([skala_dua("Kearsipan", kata=("Memuaskan", "Kurang Sekali"))])
    assert kumpulan.nama == (*(s.nama for s in SKALA_BAWAAN), "Kearsipan")
    assert {"memuaskan", "kurang sekali", "wtp"} <= kumpulan.predikat


@pytest.mark.parametrize("nama", ["IP ASN", "ip asn", "  IP   ASN "])
def test_a_scale_is_found_ignoring_case_and_spaces(nama):
    assert KumpulanSkala().ambil(nama).nama == "IP ASN"


def test_an_opd_without_a_scale_gets_the_default():
    assert KumpulanSkala().capaian("", 2024).nama == SKALA_BAWAAN_CAPAIAN


def test_an_unknown_scale_is_not_invented():
    assert KumpulanSkala().ambil("Tidak ada") is None
    with pytest.raises(KeyError, match="Tidak ada"):
        KumpulanSkala().capaian("Tidak ada")


@pytest.mark.parametrize(("kata", "urutan"), [("Sangat Baik", 1), (" sangat  BAIK ", 1), ("rendah", 4)])
def test_a_grade_is_found_by_its_word_ignoring_case_and_spaces(kata, urutan):
    assert KECAMATAN.cari(kata).urutan == urutan


def test_a_word_that_is_not_on_the_scale_is_not_found():
    assert KECAMATAN.cari("Sangat Tinggi") is None


def test_names_are_compared_ignoring_case_and_spaces():
    assert samakan("  Sangat\u00a0\tTINGGI ") == "sangat tinggi"
