"""Names compared by one rule: what counts in a name, what is only its spelling, and which names look alike."""

import time

import pytest

from kinerja.nilai.nama import (
    JenisNama,
    SebutanWilayah,
    kunci_nama,
    mirip,
    padankan_wilayah,
    pasangan_mirip,
    pisah_wilayah,
    samakan,
    tanpa_nomor,
)


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("  Sangat\u00a0\tTINGGI ", "sangat tinggi"),
        ("IKU\u20131", "IKU-1"),
        ("IKU \u2212 1", "iku-1"),
        ("Kabupaten / Kota", "KABUPATEN/KOTA"),
        ("KES-2_x000D_", "KES-2"),
        ("\ufeffIKU\u200b-1", "IKU-1"),
        ("Qur\u2019an", "Qur'an"),
        ("\u201cSehat\u201d", "Sehat"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_spelling_does_not_count(satu: str, lain: str) -> None:
    """Case, spaces, kinds of dashes, quotes, invisible signs and escapes are no part of a name."""
    assert samakan(satu) == samakan(lain)


@pytest.mark.parametrize(("satu", "lain"), [("IKU-1", "IKU1"), ("m\u00b2", "m2"), ("A 1", "A1"), ("Toba", "Tоba")])
def test_what_tells_codes_apart_counts(satu: str, lain: str) -> None:
    """A dash, a raised digit, a space between and a letter of another alphabet make another word."""
    assert samakan(satu) != samakan(lain)


@pytest.mark.parametrize(
    ("jenis", "satu", "lain"),
    [
        (JenisNama.SUB_KEGIATAN, "Sub KegiatanKoordinasi RKA", "Koordinasi RKA"),
        (JenisNama.KEGIATAN, "Kegiatan Perencanaan", "PERENCANAAN"),
        (JenisNama.PROGRAM, "Program: Upaya Kesehatan", "Upaya  Kesehatan"),
        (JenisNama.WILAYAH, "Batu Raja", "Baturaja"),
        (JenisNama.WILAYAH, "Batu-Raja *", "Baturaja"),
        (JenisNama.PROGRAM, "Program Sarana & Prasarana.", "Sarana dan Prasarana"),
        (JenisNama.UKURAN, "Laki-laki (persen)", "Laki laki persen"),
    ],
)
def test_a_name_without_the_word_for_its_kind(jenis: JenisNama, satu: str, lain: str) -> None:
    """A leading Program, Kegiatan or Sub kegiatan does not count, nor do spaces, also where one is missing."""
    assert kunci_nama(jenis, satu) == kunci_nama(jenis, lain)


def test_the_word_alone_stays() -> None:
    """A name that is nothing but the word for its kind keeps it; a measure has no such word."""
    assert kunci_nama(JenisNama.PROGRAM, "Program") == "program"
    assert kunci_nama(JenisNama.UKURAN, "Program selesai") == "programselesai"


@pytest.mark.parametrize(
    ("nama", "sebutan", "sisa"),
    [
        ("Kab. Contoh Jaya", SebutanWilayah.KABUPATEN, "contohjaya"),
        ("Kab.Contoh", SebutanWilayah.KABUPATEN, "contoh"),
        ("KOTA CONTOH", SebutanWilayah.KOTA, "contoh"),
        ("Kota Administrasi Contoh", SebutanWilayah.KOTA, "contoh"),
        ("Provinsi Provinsi Uji", SebutanWilayah.PROVINSI, "uji"),
        ("PROV. UJI", SebutanWilayah.PROVINSI, "uji"),
        ("Kotabaru", SebutanWilayah.TANPA, "kotabaru"),
        ("Kabanjahe", SebutanWilayah.TANPA, "kabanjahe"),
        ("Kota", SebutanWilayah.TANPA, "kota"),
        ("Kotamadya Jaya", SebutanWilayah.KOTA, "jaya"),
        ("Kodya. Jaya", SebutanWilayah.KOTA, "jaya"),
        ("(Kab.) Jaya", SebutanWilayah.KABUPATEN, "jaya"),
        ("Jaya, Kab.", SebutanWilayah.KABUPATEN, "jaya"),
        ("Jaya (Kota)", SebutanWilayah.KOTA, "jaya"),
        ("1219 Jaya-Raya *", SebutanWilayah.TANPA, "jayaraya"),
        ("12. Kab: Jaya", SebutanWilayah.KABUPATEN, "jaya"),
    ],
)
def test_the_word_before_a_region(nama: str, sebutan: SebutanWilayah, sisa: str) -> None:
    """The word before a region is told from a name that only begins like it."""
    assert pisah_wilayah(nama) == (sebutan, sisa)


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatn"),
        ("Mandailing Natal", "Mandailing Nattal"),
        ("Perencanaan dan Evaluasi", "Evaluasi dan Perencanaan"),
        ("Toba Raya", "T\u043eba Raya"),
        ("Tapanuli Tenga", "Tapanuli Tengah"),
        ("Pengelolaan Pendidikan Dasar", "Pengelolan Pendidikn Dasar"),
        ("Batu Bara", "Batu Barra"),
        ("Informasi dan Komunikasi Publik", "Informasi Komunikasi Publik"),
        ("Pemerintahan Daerah Kabupaten/Kota", "Pemerintahan Daerah Kab/Kota"),
        ("Umur Harapan Hidup", "Umur Harapan Hidup (UHH)"),
    ],
)
def test_look_alikes(satu: str, lain: str) -> None:
    """A letter or two, the order of words, or a letter of another alphabet: alike, not equal."""
    assert mirip(satu, lain)
    assert list(pasangan_mirip((satu, lain), samakan)) == [(satu, lain)]


@pytest.mark.parametrize(
    ("satu", "lain"),
    [("Sub 1.1", "Sub 11"), ("Usia 15-24", "Usia 1524"), ("Penduduk miskin (%)", "Penduduk miskin"), ("A+", "A")],
)
def test_signs_that_make_another_name(satu: str, lain: str) -> None:
    """What stands between digits, or means something, is part of a name."""
    assert kunci_nama(JenisNama.UKURAN, satu) != kunci_nama(JenisNama.UKURAN, lain)


@pytest.mark.parametrize(
    "tertulis",
    [
        *(
            "1.02 Program Sehat",
            "1.02.02. Program Sehat",
            "1.02 - Program Sehat",
            "01. Program Sehat",
            "2) Program Sehat",
        ),
        *("a. Program Sehat", "IV. Program Sehat", "I - Program Sehat"),
    ],
)
def test_the_number_of_a_list_before_a_name(tertulis: str) -> None:
    """It is told from a name that begins with a number or a letter."""
    assert tanpa_nomor(tertulis) == "program sehat"
    assert mirip(tertulis, "Program Sehat")


@pytest.mark.parametrize("nama", ["5 pilar STBM", "Program Sehat", "A-1", "100% akses air", "2024", "IKM unit"])
def test_a_name_that_begins_like_a_number_of_a_list(nama: str) -> None:
    """No part of it goes."""
    assert tanpa_nomor(nama) == ""


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("Dinas Pertanian", "Dinas Perikanan"),
        ("Nias Utara", "Nias Barat"),
        ("Labuhan Utara", "Labuhan Selatan"),
        ("Kegiatan A 1", "Kegiatan A 2"),
        ("Kegiatan A", "Kegiatan B"),
        ("Puskesmas Mawar", "Puskesmas Mawar II"),
        ("Dokumen RKA", "Dokumen Perubahan RKA"),
        ("Program 2023", "Program 2024"),
        ("2.01 Administrasi Umum", "2.02 Administrasi Umum"),
        ("Kecamatan I", "Kecamatan II"),
        ("Desa 1", "Desa 2"),
        ("Pembinaan Kelas A", "Pembinaan Kelas B"),
        ("Layanan Dasar Wilayah Utara", "Layanan Dasar Wilayah Selatan"),
        ("Bina Marga Utara", "Bina Warga Utama"),
    ],
)
def test_names_that_are_different(satu: str, lain: str) -> None:
    """Another word, number or letter is another name."""
    assert not mirip(satu, lain)


def test_many_names_take_no_long() -> None:
    """Ten thousand names are held against each other without their square."""
    kata = [f"{a}{b}na{c}i" for a in "bcdkmnprst" for b in "aeiou" for c in "klmrst"]
    nama = [
        f"Penyediaan {kata[i % 300]} {kata[(i * 7 + i // 300) % 300]} {kata[(i * 13) % 300]}" for i in range(10_000)
    ]
    mulai = time.perf_counter()
    list(pasangan_mirip(nama, samakan))
    assert time.perf_counter() - mulai < 10


def test_regions_of_a_map_are_found_under_other_spellings() -> None:
    """A region is found by its name, else by the rest of it where only one has that rest."""
    peta = ("Medan", "Labuhanbatu", "Bandung", "Kota Bandung", "Toba")
    ada = ("Kota Medan", "Labuhan Batu", "BANDUNG", "Kota Bandung", "Nias")
    padanan = {
        "Medan": "Kota Medan",
        "Labuhanbatu": "Labuhan Batu",
        "Bandung": "BANDUNG",
        "Kota Bandung": "Kota Bandung",
    }
    assert padankan_wilayah(peta, ada) == padanan


@pytest.mark.parametrize(
    ("ada", "padanan"),
    [
        (("Bandung",), {"Kabupaten Bandung": "Bandung"}),
        (("Kab. Bandung",), {"Kabupaten Bandung": "Kab. Bandung"}),
        (("Bandung (Kota)",), {"Kota Bandung": "Bandung (Kota)"}),
        (("Bandung", "Kodya Bandung"), {"Kabupaten Bandung": "Bandung", "Kota Bandung": "Kodya Bandung"}),
        (("Bandung", "Kab. Bandung"), {}),
    ],
)
def test_city_and_regency_of_one_name_are_never_taken_for_each_other(
    ada: tuple[str, ...], padanan: dict[str, str]
) -> None:
    """A name without Kota before it is the regency where both are looked for; what two could be is none."""
    assert padankan_wilayah(("Kabupaten Bandung", "Kota Bandung"), ada) == padanan
