"""Does the workbook agree with itself: double keys, codes that stand nowhere, scales, sums of quarters.

Each bad workbook is named by what is wrong, its expected findings beside it, written `kode Lembar!sel`.
"""

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import ringkas, sel, tambah_baris, ubah, ulang_baris

from kinerja.model.skema import SEMUA_LEMBAR

OPD_LAIN = [" kab\u00a0", "Nama lain", None, "Dinas", None]
SKALA_BARU = [["Kesehatan", 1, "Baik", 60, None, None, None, 2025], ["Kesehatan", 2, "Buruk", 0, 59, None, None, 2025]]
KUNCI_GANDA = {
    "OPD": (tambah_baris(B, "OPD", OPD_LAIN), "OPD!A4"),
    **{
        s.nama: (ulang_baris(B, s.nama, 2), f"{s.nama}!A{len(B[s.nama]) + 1}")
        for s in SEMUA_LEMBAR
        if s.nama not in ("OPD", "Skala")
    },
    "Skala": (tambah_baris(B, "Skala", ["kesehatan", 2, "Sangat buruk", -1]), "Skala!A4"),
    "Capaian, case and spaces": (sel("Capaian", A3=" uhh ", D3=1, F3=1), "Capaian!A3"),
    "Capaian, empty Periode": (tambah_baris(B, "Capaian", ["IMUN", "2024", "tahunan"]), "Capaian!A5"),
    "Anggaran, empty Peran": (
        tambah_baris(B, "Anggaran", ["dinkes", 2024, None, "", " program  kesehatan"]),
        "Anggaran!A6",
    ),
    "Anggaran, Pembanding of one Sumber": (ulang_baris(B, "Anggaran", 5), "Anggaran!A6"),
    "Regional, case": (sel("Regional", B3="CONTOH", C3="Kabupaten/Kota"), "Regional!A3"),
    "Skala, Urutan written otherwise": (tambah_baris(B, "Skala", ["Kesehatan", "2,0", "Lain", -1]), "Skala!A4"),
}

KUNCI_BEDA = {
    "another Periode": tambah_baris(B, "Capaian", ["UHH", 2024, "TW I", 1, None, None]),
    "another Peran": tambah_baris(B, "Anggaran", ["DINKES", 2024, "Pembanding", None, "Program Kesehatan"]),
    "a Pembanding of another Sumber": tambah_baris(B, "Anggaran", [*B["Anggaran"][4][:10], "001, Perjanjian Kinerja"]),
    "another Berlaku sejak": tambah_baris(B, "Skala", *SKALA_BARU),
    "another place of the same figure": tambah_baris(B, "Kutipan", [*B["Kutipan"][1][:8], "000, Tabel 3.4"]),
}

KODE_SALAH = {
    "Indikator, Kode OPD": (sel("Indikator", B2="XX"), "Indikator!B2"),
    "Indikator, Penanggung jawab": (sel("Indikator", L2="DINKES; XX"), "Indikator!L2"),
    "Capaian, Kode indikator": (sel("Capaian", A2="XX"), "Capaian!A2"),
    "Capaian, a Cyrillic letter": (sel("Capaian", A2="U\u041dH"), "Capaian!A2"),
    "Susunan, Induk": (sel("Susunan", A2="XX"), "Susunan!A2"),
    "Susunan, Bagian": (sel("Susunan", B2="XX"), "Susunan!B2"),
    "Kutipan, Kode indikator": (sel("Kutipan", A2="XX"), "Kutipan!A2"),
    "Kutipan, Indikator": (sel("Kutipan", B3="XX"), "Kutipan!B3"),
    "Kutipan, Wilayah": (sel("Kutipan", C3="XX"), "Kutipan!C3"),
    "Kutipan, Kode OPD": (sel("Kutipan", D4="XX"), "Kutipan!D4"),
    "Analisis, Kode indikator": (sel("Analisis", A2="XX"), "Analisis!A2"),
    "Analisis, Kode OPD": (sel("Analisis", B3="XX"), "Analisis!B3"),
    "Anggaran, Kode OPD": (sel("Anggaran", A5="XX"), "Anggaran!A5"),
    "Anggaran, Kode indikator": (sel("Anggaran", J3="UHH;XX"), "Anggaran!J3"),
    "Anggaran indikator, Kode indikator": (sel("Anggaran indikator", A2="XX"), "Anggaran indikator!A2"),
    "Anggaran indikator, Pagu bersama": (sel("Anggaran indikator", E2="XX"), "Anggaran indikator!E2"),
    "APBD, Kode OPD": (sel("APBD", A3="XX"), "APBD!A3"),
}

SKALA_SALAH = {
    "OPD names an unknown scale": (sel("OPD", E3="Entah"), ["skala-tak-dikenal OPD!E3"]),
    "Indikator names an unknown scale": (sel("Indikator", J2="Entah"), ["skala-tak-dikenal Indikator!J2"]),
    "overlapping bands": (sel("Skala", E3=55), ["skala-cacat Skala!E3"]),
    "unordered bands": (sel("Skala", D2=0, D3=50, E3=None), ["skala-cacat Skala!D3"]),
    "equal bounds": (sel("Skala", D3=50, E3=None), ["skala-cacat Skala!D3"]),
    "a band upside down": (sel("Skala", E2=40), ["skala-cacat Skala!E2"]),
    "one word twice": (sel("Skala", C3="baik"), ["skala-cacat Skala!C3"]),
    "a broken later scale of the same name": (
        ubah(tambah_baris(B, "Skala", *SKALA_BARU), "Skala", E5=70),
        ["skala-cacat Skala!E5"],
    ),
}

TRIWULAN = {
    "a sum": ([10, 20, 30, 40], 90, True),
    "a sum that agrees": ([20, 20, 20, 30], 90, False),
    "a sum that agrees as printed": ([20, 20, 20, "29,6"], 90, False),
    "quarters that do not make a year yet": ([20, 20], 90, False),
}


@pytest.mark.parametrize(("isi", "alamat"), KUNCI_GANDA.values(), ids=KUNCI_GANDA)
def test_a_key_that_stands_twice_is_named(muat_isi, isi, alamat):
    assert ringkas(muat_isi(isi)) == [f"kunci-ganda {alamat}"]


@pytest.mark.parametrize("isi", KUNCI_BEDA.values(), ids=KUNCI_BEDA)
def test_keys_that_differ_in_one_part_are_no_double(muat_isi, isi):
    assert ringkas(muat_isi(isi)) == []


@pytest.mark.parametrize(("isi", "alamat"), KODE_SALAH.values(), ids=KODE_SALAH)
def test_a_code_that_stands_nowhere_is_named(muat_isi, isi, alamat):
    assert ringkas(muat_isi(isi)) == [f"kode-tak-dikenal {alamat}"]


@pytest.mark.parametrize(("isi", "harapan"), SKALA_SALAH.values(), ids=SKALA_SALAH)
def test_a_scale_that_cannot_be_used_is_named(muat_isi, isi, harapan):
    assert ringkas(muat_isi(isi)) == harapan


@pytest.mark.parametrize(("triwulan", "tahunan", "beda"), TRIWULAN.values(), ids=TRIWULAN)
def test_tahunan_that_disagrees_with_its_quarters_is_warned_of(muat_isi, triwulan, tahunan, beda):
    baris = [["IMUN", 2024, f"TW {r}", None, None, n] for r, n in zip(("I", "II", "III", "IV"), triwulan, strict=False)]
    hasil = muat_isi(ubah(tambah_baris(B, "Capaian", *baris), "Capaian", F4=tahunan))
    assert hasil.sah
    assert ringkas(hasil) == ["tahunan-beda-tw Capaian!F4"] * beda
