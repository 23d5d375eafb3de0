"""Plausibility at the door: what is warned of, and what looks alike but is fine. All of it lets the workbook in."""

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import ringkas, tambah_baris, ubah
from test_lapangan import berkas

TAHUNAN, TW_I, TW_II, TW_III, TW_IV = "Tahunan", "TW I", "TW II", "TW III", "TW IV"


def capaian(satuan, *baris, akumulasi="Terakhir"):
    """Return the small workbook with one more indicator and its rows: year, period, target, realisasi."""
    milik = ("X", "KAB", "Sasaran", None, None, "Sehat", "Ukuran lain", satuan, "Naik")
    isi = tambah_baris(B, "Indikator", [*milik, None, None, None, None, akumulasi])
    return tambah_baris(isi, "Capaian", *(["X", t, p, target, None, hasil] for t, p, target, hasil in baris))


def regional(satuan, *nilai):
    """Return the small workbook with a measure of one region over the years."""
    ukuran = ("Lain", "Contoh", "Kabupaten/Kota", None)
    return tambah_baris(B, "Regional", *([*ukuran, 2020 + n, isi, satuan] for n, isi in enumerate(nilai)))


def anggaran(*realisasi):
    """Return the small workbook with the quarters of one more budget line."""
    letak = B["Anggaran"][0].index
    baris = []
    for periode, angka in zip((TW_I, TW_II, TW_III), realisasi, strict=False):
        satu = [None] * len(B["Anggaran"][0])
        isi = {"Kode OPD": "KAB", "Tahun": 2024, "Program": "Lain", "Periode": periode, "Pagu": 900, "Realisasi": angka}
        for kolom, nilai in isi.items():
            satu[letak(kolom)] = nilai
        baris.append(satu)
    return tambah_baris(B, "Anggaran", *baris)


JANGGAL = {
    "a fraction beside percentages": (capaian("Persen", (2024, TAHUNAN, 95, 0.9025)), "besaran-janggal Capaian!F5"),
    "a fraction, the unit spelled otherwise": (capaian("%", (2024, TAHUNAN, 95, "0,9")), "besaran-janggal Capaian!F5"),
    "a percentage of thousands": (capaian("Persentase", (2024, TAHUNAN, None, 9025)), "besaran-janggal Capaian!F5"),
    "a lost comma": (capaian("Indeks", (2024, TAHUNAN, "71,5", 7010)), "besaran-janggal Capaian!F5"),
    "three decimals behind a dot": (capaian("Tahun", (2024, TAHUNAN, "71,5", "70.101")), "besaran-janggal Capaian!F5"),
    "another magnitude than the other years": (
        capaian("Nilai", (2022, TAHUNAN, None, 70), (2023, TAHUNAN, None, 71), (2024, TAHUNAN, None, 7210)),
        "besaran-janggal Capaian!F7",
    ),
    "another magnitude in Regional": (regional("Indeks", "70,1", "70,5", "7.110"), "besaran-janggal Regional!F6"),
    "a fraction in Regional": (regional("Persen", "70,1", "70,5", "0,711"), "besaran-janggal Regional!F6"),
    "a realisasi of fifty times its pagu": (anggaran(90_000), "besaran-janggal Anggaran!I6"),
    "a multiple twice": (capaian("Juta Rupiah", (2024, TAHUNAN, "54 Juta", "50 juta")), "kelipatan-ganda Capaian!D5"),
    "a multiple twice, the unit in parentheses": (
        capaian("Rupiah (Jutaan)", (2024, TAHUNAN, "54 Juta", None)),
        "kelipatan-ganda Capaian!D5",
    ),
    "half a teacher": (capaian("Guru", (2024, TAHUNAN, 10, "9,5")), "pecahan-orang Capaian!F5"),
    "one group of thousands beside a number": (
        capaian("Unit", (2024, TAHUNAN, 1_000_000, "600,000")),
        "besaran-janggal Capaian!F5",
    ),
    "a target of another magnitude than the other years": (
        capaian("Persen", (2022, TAHUNAN, 95, None), (2023, TAHUNAN, 95, None), (2024, TAHUNAN, "0,95", None)),
        "besaran-janggal Capaian!D7",
    ),
    "half a person": (capaian("Orang", (2024, TAHUNAN, 10, "9,5")), "pecahan-orang Capaian!F5"),
    "targets of quarters that look cumulative": (
        capaian(
            "Unit",
            *((2024, TAHUNAN, 10, None), (2024, TW_I, 2, 2), (2024, TW_II, 5, 4), (2024, TW_III, 8, 7)),
            akumulasi="Jumlah",
        ),
        "triwulan-kumulatif Capaian!D8",
    ),
    "targets of quarters beside a Target hitung": (
        ubah(
            capaian(
                "Unit", *((2024, TAHUNAN, "9 /10 x", None), (2024, TW_I, 4, 2), (2024, TW_II, 9, 4)), akumulasi="Jumlah"
            ),
            "Capaian",
            E5=10,
        ),
        "triwulan-kumulatif Capaian!D7",
    ),
    "realisasi of quarters far beyond the year's target": (
        capaian(
            "Unit",
            *((2024, TAHUNAN, 10, None), (2024, TW_I, 2, 4), (2024, TW_II, 3, 9), (2024, TW_III, 3, 13)),
            akumulasi="Jumlah",
        ),
        "triwulan-kumulatif Capaian!F8",
    ),
    "realisasi of quarters that look cumulative": (
        capaian(
            "Unit",
            *((2024, TAHUNAN, 10, None), (2024, TW_I, 2, 3), (2024, TW_II, 3, 6), (2024, TW_III, 3, 9)),
            akumulasi="Jumlah",
        ),
        "triwulan-kumulatif Capaian!F8",
    ),
    "money with cents of a small number": (ubah(B, "Anggaran", H5="1,5"), "uang-pecahan Anggaran!H5"),
    "a percentage in place of money": (ubah(B, "APBD", F3="95,5"), "uang-pecahan APBD!F3"),
    "quarters of a budget that fall": (anggaran(300, 200), "kumulatif-turun Anggaran!I7"),
    "the region of Profil nowhere in Regional": (ubah(B, "Profil", B4="Entah"), "wilayah-tanpa-data Profil!B4"),
    "the own region on another level of Regional": (
        ubah(ubah(B, "Profil", A2="Jenis pemerintah", B2="Provinsi", B3="Contoh"), "OPD", D2="Provinsi"),
        "wilayah-tanpa-data Profil!B4",
    ),
}


@pytest.mark.parametrize(("isi", "harapan"), JANGGAL.values(), ids=JANGGAL)
def test_what_looks_odd_is_warned_of_and_the_workbook_taken(muat_isi, isi, harapan):
    hasil = muat_isi(isi)
    assert hasil.sah
    assert harapan in ringkas(hasil)


WAJAR = {
    "more than the target": capaian("Persen", (2024, TAHUNAN, 95, 190)),
    "one percent of fifty": capaian("Persen", (2024, TAHUNAN, 50, "1,2")),
    "a small share": capaian("Persen", (2022, TAHUNAN, "0,5", "0,4"), (2023, TAHUNAN, "0,5", "0,01")),
    "a count at its beginning": capaian("Unit", (2024, TW_I, 300, 2)),
    "zero": capaian("Persen", (2024, TAHUNAN, 95, 0), (2023, TAHUNAN, 0, 5)),
    "whole people": capaian("Orang", (2024, TAHUNAN, "1.250", "1.251,0")),
    "a mean of people": capaian("Orang", (2024, TAHUNAN, 10, "9,5"), akumulasi="Rata-rata"),
    "a multiple whose unit has none": capaian("Rupiah", (2024, TAHUNAN, "54 Juta", "50 Juta")),
    "a multiple that is the unit": capaian("Juta Rupiah", (2024, TAHUNAN, "54 Juta Rupiah", "50 juta rupiah")),
    "quarters that make the year": capaian(
        "Unit", (2024, TAHUNAN, 10, None), (2024, TW_I, 4, 4), (2024, TW_II, 6, 6), akumulasi="Jumlah"
    ),
    "more than the year's target in quarters that fall": capaian(
        "Unit", (2024, TAHUNAN, 10, None), (2024, TW_I, 5, 9), (2024, TW_II, 5, 4), akumulasi="Jumlah"
    ),
    "the last quarter counts": capaian(
        "Unit", (2024, TAHUNAN, 10, None), (2024, TW_I, 5, 5), (2024, TW_II, 8, 8), (2024, TW_III, 9, 9)
    ),
    "growth that nearly stops": regional("Persen", "0,8", "0,7", "0,01"),
    "quarters of a budget that rise": anggaran(100, 200, 200),
    "the region of Profil by another word": ubah(B, "Profil", B4="Kab. Contoh"),
}


@pytest.mark.parametrize("isi", WAJAR.values(), ids=WAJAR)
def test_what_is_merely_unusual_is_not(muat_isi, isi):
    assert ringkas(muat_isi(isi)) == []


@pytest.mark.parametrize(
    ("isi", "ada", "tulis"),
    [
        (JANGGAL["a fraction beside percentages"][0], "0,9025", "90,25"),
        (JANGGAL["a lost comma"][0], "target 71,5", "70,1 "),
        (JANGGAL["a multiple twice"][0], "Juta Rupiah", "Hapus kata Juta"),
        (JANGGAL["targets of quarters that look cumulative"][0], "TW I sampai TW III (15)", "Terakhir"),
        (JANGGAL["quarters of a budget that fall"][0], "TW II (200)", "sejak awal tahun"),
    ],
)
def test_a_warning_says_what_stands_there_and_what_to_write(muat_isi, isi, ada, tulis):
    satu = muat_isi(isi).temuan[0]
    assert ada in satu.pesan
    assert tulis in f"{satu.saran} "


LAPANGAN = {
    "triwulan_kumulatif_padahal_akumulasi_jumlah": ["triwulan-kumulatif Capaian!D5"],
    "realisasi_persen_sebagai_pecahan": ["besaran-janggal Capaian!F5"],
    "sel_persen_berisi_90_25": ["besaran-janggal Capaian!F5"],
    "uhh_ganti_metode_2023": [],
    "sipd_lra_sesudah_disusun_ulang": [],
}


@pytest.mark.parametrize(("nama", "harapan"), LAPANGAN.items())
def test_the_files_of_the_collection_are_warned_of_as_wanted(muat_di_sini, nama, harapan):
    assert ringkas(muat_di_sini(berkas(nama))) == harapan
