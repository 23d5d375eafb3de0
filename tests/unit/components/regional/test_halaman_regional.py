"""The page Regional: its tables, its words, its figures; expected figures are those the reports print."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from contoh import dataset as buat
from contoh import indikator, profil, wilayah

from components.regional.bagian import pilihan_wilayah
from components.regional.grafik import grafik_acuan, grafik_komposisi, grafik_perkembangan
from components.regional.grafik_peta import grafik_peta
from components.regional.peringkat import letak, peringkat_html
from components.regional.peta import peta_untuk
from kinerja.model.baris import BarisSusunan
from kinerja.model.istilah import Arah, Hubungan
from kinerja.nilai.baca import baca_nilai
from kinerja.nilai.satuan import dengan_satuan, jarak_satuan
from kinerja.rumus.capaian import JenisTanda
from kinerja.sajian.label import renggangkan
from kinerja.sajian.rupa import PERINGKAT
from kinerja.sumber import versi as sumber
from kinerja.telaah.wilayah.kalimat import (
    judul_perbandingan,
    kalimat_peringkat,
    kalimat_perkembangan,
    keterangan_cakupan,
    temuan_regional,
)
from kinerja.telaah.wilayah.komposisi import komponen, komposisi
from kinerja.telaah.wilayah.perbandingan import JenisWilayah, perbandingan, perkembangan
from kinerja.telaah.wilayah.peta import KISI, baca_peta, peta_aktif
from kinerja.telaah.wilayah.ukuran import (
    bertanda_arah,
    daftar_ukuran,
    jumlah_wilayah,
    skala_ukuran,
    tahun_semua_ukuran,
    tahun_terdekat,
    tulis_nilai,
)

UHH, TPT, IKLH = "Umur Harapan Hidup", "Tingkat Pengangguran Terbuka", "Indeks Kualitas Lingkungan Hidup"
DAGANG = "Kontribusi PDRB: Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor"


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


@pytest.fixture(scope="module")
def peta(data):
    return peta_aktif(data.profil.provinsi)


def judul(data, ukuran, tahun):
    p = perbandingan(data, ukuran, tahun)
    return judul_perbandingan(p, data.profil.wilayah, perkembangan(data, ukuran))


def kalimat(data, ukuran, tahun):
    return {k.teks: k.baik for k in temuan_regional(perbandingan(data, ukuran, tahun), perkembangan(data, ukuran))}


# --- the measures -----------------------------------------------------------------------------------------------------


def test_ranked_measures_lead_and_the_one_on_a_scale_leads_them(data):
    semua = daftar_ukuran(data)
    assert [u.label for u in semua[:3]] == [
        "IPM · 33 wilayah",
        "Umur Harapan Hidup · 33 wilayah",
        "Harapan Lama Sekolah · 33 wilayah",
    ]
    assert sorted(u.nama for u in semua) == sorted(data.ukuran_regional)


@pytest.mark.parametrize(
    ("ukuran", "cakupan"),
    [
        ("Gini Ratio", "dengan provinsi dan nasional"),
        ("Produktivitas Padi", "dengan provinsi"),
        ("Luas Wilayah", "hanya Batu Bara"),
        (TPT, "2 wilayah"),
    ],
)
def test_an_option_says_what_it_can_be_compared_with(data, ukuran, cakupan):
    assert next(u for u in daftar_ukuran(data) if u.nama == ukuran).cakupan == cakupan


@pytest.mark.parametrize(
    ("ukuran", "diminta", "dipakai"),
    [("IPM", 2023, 2023), ("IPM", 2025, 2024), ("IPM", 2018, 2020), (IKLH, 2023, 2024), (IKLH, 2022, 2022)],
)
def test_a_year_the_measure_lacks_gives_the_nearest_with_the_own_region(data, ukuran, diminta, dipakai):
    assert tahun_terdekat(data, ukuran, diminta) == dipakai


def test_years_of_the_filter_do_not_depend_on_the_measure(data):
    assert tahun_semua_ukuran(data) == (2024, 2023, 2022, 2021, 2020)


def test_a_measure_that_does_not_exist_keeps_the_year(data):
    assert tahun_terdekat(data, "Tidak ada", 2024) == 2024


@pytest.mark.parametrize(
    ("teks", "satuan", "hasil"),
    [
        ("5,75", "Persen", "5,75%"),
        ("5,75%", "persen", "5,75%"),
        ("73,14", "Indeks", "73,14"),
        ("9/9", "Level", "9/9"),
        ("72,97", "Tahun", "72,97 tahun"),
        ("11.373", "Ribu Rupiah", "Rp 11.373 ribu"),
        ("591.201", "Rupiah per kapita per bulan", "Rp 591.201 per kapita per bulan"),
        ("492,59", "Jiwa per km²", "492,59 jiwa per km²"),
        ("12", "MWh", "12 MWh"),
        ("12", "", "12"),
        ("", "Tahun", ""),
    ],
)
def test_a_figure_is_written_with_its_unit(teks, satuan, hasil):
    assert dengan_satuan(teks, satuan) == hasil


@pytest.mark.parametrize(
    ("selisih", "satuan", "hasil"),
    [
        ("-0.93", "Tahun", "0,93 tahun"),
        ("2.54", "Indeks", "2,54 poin"),
        ("-0.15", "Persen", "0,15 poin persen"),
        ("4696", "Ribu Rupiah", "Rp 4.696 ribu"),
        ("1", "Level", "1 level"),
    ],
)
def test_a_difference_is_written_without_its_sign(selisih, satuan, hasil):
    assert jarak_satuan(Decimal(selisih), satuan) == hasil


def test_a_signed_difference_shows_its_sign():
    assert [bertanda_arah(Decimal(a)) for a in ("10.09", "-0.04", "0")] == ["+10,09", "-0,04", "0"]


@pytest.mark.parametrize(("isi", "hasil"), [("27614,17", "27.614,17"), ("5,60", "5,60"), ("9/9", "9/9"), (7, "7")])
def test_numbers_are_grouped_and_other_values_left_alone(isi, hasil):
    assert tulis_nilai(baca_nilai(isi)) == hasil


def test_the_scale_comes_from_the_name_or_from_the_indicator(data):
    assert skala_ukuran(data, "IPM", 2024).nama == "IPM"
    assert skala_ukuran(data, "Indeks Desa Membangun", 2024).nama == "IDM"
    assert skala_ukuran(data, UHH, 2024) is None
    # A scale that has only an order cannot grade a number.
    assert skala_ukuran(data, "Indeks Inovasi Daerah", 2024) is None


# --- a measure in a year ----------------------------------------------------------------------------------------------


def test_all_regions_of_the_province_are_ranked_by_ipm(data):
    p = perbandingan(data, "IPM", 2024)
    assert len(p.wilayah) == p.jumlah_wilayah == 33
    assert [(b.peringkat, b.wilayah, b.teks) for b in (p.wilayah[0], p.wilayah[-1])] == [
        (1, "Medan", "83,23"),
        (33, "Nias Barat", "65,66"),
    ]
    assert (p.sendiri.peringkat, p.sendiri.bersatuan, p.sendiri.predikat) == (26, "73,14", "Tinggi")
    assert p.wilayah[0].selisih == Decimal("10.09")
    assert p.wilayah[0].predikat == "Sangat Tinggi"


def test_neighbours_province_and_nation_are_told_apart(data):
    p = perbandingan(data, TPT, 2023)
    assert [(b.wilayah, b.jenis) for b in p.semua] == [
        ("Batu Bara", JenisWilayah.SENDIRI),
        ("Asahan", JenisWilayah.PEMBANDING),
        ("Sumatera Utara", JenisWilayah.PROVINSI),
        ("Nasional", JenisWilayah.NASIONAL),
    ]


def test_regions_of_another_province_are_shown_but_not_ranked(data):
    p = perbandingan(data, "Kematangan UKPBJ", 2024)
    assert [b.wilayah for b in p.wilayah] == ["Asahan", "Batu Bara", "Deli Serdang", "Humbang Hasundutan", "Dairi"]
    luar = [b for b in p.lain if b.jenis is JenisWilayah.LUAR]
    assert [b.wilayah for b in luar] == ["Langsa", "Lhokseumawe", "Sabang", "Subulussalam"]
    assert (luar[0].peringkat, luar[0].teks) == (None, "4/9")


def test_ranks_are_parted_into_five_classes(data):
    kelas = [b.kelas for b in perbandingan(data, "IPM", 2024).wilayah]
    assert kelas == sorted(kelas)
    assert sorted(set(kelas)) == [0, 1, 2, 3, 4]
    assert max(kelas.count(k) for k in range(5)) <= 8


def test_another_print_of_a_figure_is_marked(data):
    p = perbandingan(data, "IPM", 2024)
    tanda = next(b for b in p.wilayah if b.wilayah == "Nias Barat").tanda
    assert any(t.jenis is JenisTanda.BEDA_CETAK and "tercetak pula 66,13" in t.penjelasan for t in tanda)
    assert p.sendiri.tanda == ()


def test_a_figure_that_was_cut_in_print_is_told_apart(data):
    tanda = perbandingan(data, DAGANG, 2024).sendiri.tanda
    assert {t.jenis for t in tanda} == {JenisTanda.CATATAN, JenisTanda.DIPOTONG}


def test_a_year_without_a_value_has_no_comparison(data):
    assert perbandingan(data, IKLH, 2021) is None
    assert perbandingan(data, "Tidak ada", 2024) is None


def test_a_missing_value_stays_in_the_table_and_out_of_the_ranking():
    contoh = buat(
        profil=profil(provinsi="P", wilayah="A"), regional=[wilayah("A", 70), wilayah("B", "N/A"), wilayah("C", 60)]
    )
    p = perbandingan(contoh, "IPM", 2024)
    assert [b.wilayah for b in p.wilayah] == ["A", "C"]
    assert [(b.wilayah, b.teks) for b in p.lain] == [("B", "")]
    assert jumlah_wilayah(contoh, contoh.profil.lingkup) == 3


def test_the_short_table_holds_the_ends_the_neighbours_and_those_beside_the_own_rank(data):
    nama = [(b.peringkat, b.wilayah) for b in pilihan_wilayah(perbandingan(data, UHH, 2024))]
    assert nama == [
        (1, "Medan"),
        (5, "Simalungun"),
        (11, "Tebing Tinggi"),
        (16, "Tanjungbalai"),
        (19, "Asahan"),
        (20, "Serdang Bedagai"),
        (21, "Labuhanbatu"),
        (22, "Batu Bara"),
        (23, "Pakpak Bharat"),
        (33, "Padang Lawas"),
        (None, "Sumatera Utara"),
    ]


def test_the_years_of_region_province_and_nation(data):
    sendiri, provinsi, nasional = perkembangan(data, "Persentase Penduduk Miskin")
    assert [(t.tahun, t.teks) for t in sendiri.titik] == [
        (2020, "11,88"),
        (2021, "12,38"),
        (2022, "11,53"),
        (2023, "11,38"),
        (2024, "10,94"),
    ]
    assert [(g.wilayah, g.titik[0].teks) for g in (provinsi, nasional)] == [
        ("Sumatera Utara", "7,99"),
        ("Nasional", "9,03"),
    ]


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ukuran", "tahun", "teks"),
    [
        ("IPM", 2024, "IPM 73,14 (Tinggi): peringkat 26 dari 33, 10,09 poin di bawah Medan"),
        ("IPM", 2022, "IPM 69,51 (Sedang), naik 0,93 poin dari tahun 2021"),
        ("IPM", 2020, "IPM 68,36 (Sedang) pada tahun 2020"),
        (UHH, 2024, "Umur Harapan Hidup 72,97 tahun: peringkat 22 dari 33, 0,93 tahun di bawah Sumatera Utara"),
        (TPT, 2024, "Tingkat Pengangguran Terbuka 5,75%: 0,15 poin persen di atas Sumatera Utara, lebih buruk"),
        (
            TPT,
            2023,
            "Tingkat Pengangguran Terbuka 5,88%: peringkat 1 dari 2 wilayah yang tercetak, "
            "0,01 poin persen di bawah Sumatera Utara, lebih baik",
        ),
        ("Gini Ratio", 2024, "Gini Ratio 0,230: 0,067 poin di bawah Sumatera Utara, lebih baik"),
        (
            "Kematangan UKPBJ",
            2024,
            "Kematangan UKPBJ 9/9: peringkat 1 bersama 1 wilayah lain dari 5 wilayah yang tercetak, "
            "sama dengan Sumatera Utara",
        ),
        (
            "Kematangan UKPBJ: Terkirim",
            2024,
            "Kematangan UKPBJ Terkirim 0 variabel: sama di 5 wilayah yang tercetak, sama dengan Sumatera Utara",
        ),
        (
            "PDRB ADHK: Industri Pengolahan",
            2024,
            "PDRB ADHK Industri Pengolahan Rp 12.432,53 miliar, naik Rp 672,07 miliar dari tahun 2023",
        ),
        (IKLH, 2024, "Indeks Kualitas Lingkungan Hidup 59,86: 13,21 poin di bawah Nasional"),
        (
            IKLH,
            2022,
            "Indeks Kualitas Lingkungan Hidup Batu Bara tahun 2022 tidak tersedia; tercetak Sumatera Utara 74,11",
        ),
        (
            "Rasio Penduduk Usia Produktif terhadap Usia Nonproduktif",
            2024,
            "Rasio Penduduk Usia Produktif terhadap Usia Nonproduktif 1,9:1 pada tahun 2024",
        ),
    ],
)
def test_the_headline_states_the_finding(data, ukuran, tahun, teks):
    assert judul(data, ukuran, tahun) == teks


def test_every_measure_and_year_has_a_headline_and_a_scope(data):
    for ukuran in data.ukuran_regional:
        for tahun in data.tahun_regional(ukuran):
            assert judul(data, ukuran, tahun).startswith(ukuran.split(":")[0])
            cakupan = keterangan_cakupan(perbandingan(data, ukuran, tahun), data.profil.wilayah)
            assert bool(cakupan) == (len(perbandingan(data, ukuran, tahun).wilayah) < 33)


def test_findings_say_where_the_region_stands_and_what_the_next_rank_takes(data):
    assert kalimat(data, UHH, 2024) == {
        "0,93 tahun di bawah Sumatera Utara (73,90 tahun)": False,
        "2,12 tahun di bawah Medan, yang tertinggi (75,09 tahun)": False,
        "Perlu naik 0,16 tahun untuk menyamai peringkat 21, Labuhanbatu (73,13 tahun)": None,
        "Tertinggal dari semua 5 wilayah pembanding (Simalungun 74,39, Tebing Tinggi 74,29, Tanjungbalai 74,18, "
        "Asahan 73,65, Serdang Bedagai 73,39)": False,
        "Naik 0,34 tahun dari tahun 2023 (72,63 tahun)": True,
    }


def test_the_grade_names_its_scale_and_the_next_grade(data):
    assert "Tinggi menurut skala IPM, Badan Pusat Statistik; Sangat Tinggi berjarak 6,86 poin" in kalimat(
        data, "IPM", 2024
    )


def test_lower_is_better_where_the_measure_says_so(data):
    assert kalimat(data, TPT, 2024) == {
        "0,15 poin persen di atas Sumatera Utara (5,60%), lebih buruk": False,
        "0,85 poin persen di atas Nasional (4,90%), lebih buruk": False,
        "Turun 0,13 poin persen dari tahun 2023 (5,88%)": True,
    }


def test_a_measure_that_is_not_judged_gets_no_good_or_bad_word(data):
    for ukuran in ("Kematangan UKPBJ: Belum Isi", "Kontribusi PDRB: Konstruksi", "Jumlah Angkatan Kerja"):
        for tahun in data.tahun_regional(ukuran):
            p = perbandingan(data, ukuran, tahun)
            assert p.arah is Arah.NETRAL
            isi = kalimat(data, ukuran, tahun)
            assert set(isi.values()) <= {None}
            assert not any(
                kata in t for t in (*isi, judul(data, ukuran, tahun)) for kata in ("baik", "buruk", "peringkat")
            )


def test_equal_neighbours_are_called_equal(data):
    assert kalimat(data, "Kematangan UKPBJ", 2024)["Setara dengan wilayah pembanding (Asahan 9/9)"] is None


def test_without_an_own_region_the_headline_names_the_best():
    contoh = buat(profil=profil(provinsi="P"), regional=[wilayah("A", 70), wilayah("B", 80)])
    p = perbandingan(contoh, "IPM", 2024)
    assert judul_perbandingan(p, "") == "IPM: B 80, tertinggi dari 2 wilayah"
    assert temuan_regional(p) == ()
    assert all(b.selisih is None for b in p.semua)


def test_the_best_region_is_told_so_and_needs_no_step():
    contoh = buat(profil=profil(provinsi="P", wilayah="A"), regional=[wilayah("A", 80), wilayah("B", 70)])
    p = perbandingan(contoh, "IPM", 2024)
    assert judul_perbandingan(p, "A") == "IPM 80 (Sangat Tinggi): peringkat 1 dari 2"
    assert [k.teks for k in temuan_regional(p)] == [
        "Tertinggi di antara 2 wilayah",
        "Sangat Tinggi menurut skala IPM, Badan Pusat Statistik",
    ]


def test_an_unchanged_value_is_said_to_be_the_same():
    contoh = buat(profil=profil(provinsi="P", wilayah="A"), regional=[wilayah("A", 7), wilayah("A", 7, tahun=2023)])
    p, garis = perbandingan(contoh, "IPM", 2024), perkembangan(contoh, "IPM")
    assert judul_perbandingan(p, "A", garis) == "IPM 7 (Rendah), sama dengan tahun 2023"


def test_sentences_for_those_who_cannot_see(data):
    p = perbandingan(data, "IPM", 2024)
    assert kalimat_peringkat(p) == (
        "Peringkat 33 wilayah menurut IPM 2024, dari Medan 83,23 sampai Nias Barat 65,66; Batu Bara peringkat 26"
    )
    assert kalimat_perkembangan(perkembangan(data, "Gini Ratio")) == (
        "Perkembangan. Batu Bara: 2023 0,235, 2024 0,230. Sumatera Utara: 2024 0,297. Nasional: 2024 0,381"
    )


# --- parts ------------------------------------------------------------------------------------------------------------


def test_sectors_of_the_printed_whole_with_their_shares(data):
    k = komposisi(data, "PDRB ADHK", 2024)
    assert (k.judul, k.keseluruhan) == (
        "Industri Pengolahan terbesar, Rp 12.432,53 miliar (45,02%)",
        "Rp 27.614,17 miliar",
    )
    assert len(k.bagian) == 17
    assert not any(b.terpilih for b in k.bagian)


def test_a_part_shows_its_whole_family_with_itself_marked(data):
    k = komposisi(data, "Kontribusi PDRB: Pertanian, Kehutanan, dan Perikanan", 2024)
    assert [b.label for b in k.bagian[:3]] == ["44,54%", "22,54%", "18,15%"]
    assert [b.nama for b in k.bagian if b.terpilih] == ["Pertanian, Kehutanan, dan Perikanan"]
    # Totals and subtotals stand in no bar.
    assert {"Jumlah", "Tiga Lapangan Usaha Terbesar"} & {b.nama for b in k.bagian} == set()


def test_names_with_one_prefix_are_set_beside_each_other_without_a_whole(data):
    k = komposisi(data, TPT, 2023)
    assert [(b.nama, b.teks, b.pangsa) for b in k.bagian] == [
        ("Perempuan", "6,79%", None),
        ("Laki-laki", "5,29%", None),
    ]
    assert k.keseluruhan == ""


@pytest.mark.parametrize(("ukuran", "tahun"), [("IPM", 2024), (TPT, 2024), ("Gini Ratio", 2024), ("Tidak ada", 2024)])
def test_a_measure_without_parts_has_no_composition(data, ukuran, tahun):
    assert komposisi(data, ukuran, tahun) is None


def test_the_components_of_an_index_with_their_ranks(data):
    assert [k.teks for k in komponen(data, "IPM", 2024)] == [
        "Umur Harapan Hidup 72,97 tahun · peringkat 22 dari 33",
        "Harapan Lama Sekolah 13,12 tahun · peringkat 28 dari 33",
        "Rata-rata Lama Sekolah 8,51 tahun · peringkat 29 dari 33",
        "Pengeluaran per Kapita Rp 11.373 ribu · peringkat 20 dari 33",
    ]


def test_parts_of_different_units_are_not_drawn_together():
    baris = [wilayah("A", 3, ukuran="X: satu"), wilayah("A", 4, ukuran="X: dua")]
    contoh = buat(profil=profil(provinsi="P", wilayah="A"), regional=baris)
    assert komposisi(contoh, "X: satu", 2024).bagian[0].nama == "dua"
    beda = buat(profil=contoh.buku.profil, regional=[baris[0], _bersatuan(baris[1], "Orang")])
    assert komposisi(beda, "X: satu", 2024) is None


def _bersatuan(baris, satuan):
    return replace(baris, satuan=satuan)


def test_a_link_to_an_indicator_is_no_regional_component():
    contoh = buat(
        profil=profil(provinsi="P", wilayah="A"),
        indikator=[indikator(padanan="IPM")],
        regional=[wilayah("A", 70)],
        susunan=[BarisSusunan("IPM", "UHH", Hubungan.MENDUKUNG)],
    )
    assert komponen(contoh, "IPM", 2024) == ()


# --- the map ----------------------------------------------------------------------------------------------------------

KOTAK = [[[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]]


def fitur(nama, cincin, jenis="wilayah", provinsi="P", titik=(1, 1)):
    sifat = {"wilayah": nama, "jenis": jenis, "provinsi": provinsi, "titik": list(titik)}
    return {"properties": sifat, "geometry": {"type": "Polygon", "coordinates": cincin}}


def koleksi(*fitur_):
    return {"type": "FeatureCollection", "atribusi": "Batas: contoh", "features": list(fitur_)}


def persegi(x, y, sisi):
    return [[[x, y], [x, y + sisi], [x + sisi, y + sisi], [x + sisi, y], [x, y]]]


def test_the_map_of_this_installation_has_every_region(data, peta):
    ada = {b.wilayah for b in peta.bidang if not b.air}
    assert ada == {b.wilayah for b in perbandingan(data, "IPM", 2024).wilayah}
    assert {b.wilayah for b in peta.bidang if b.air} == {"Danau Toba"}
    assert {b.wilayah for b in peta.bidang if b.kecil} == {
        "Sibolga",
        "Tebing Tinggi",
        "Tanjungbalai",
        "Pematangsiantar",
        "Binjai",
        "Padangsidimpuan",
    }
    assert "geoBoundaries" in peta.atribusi


def test_rings_are_joined_and_large_regions_come_first():
    peta = baca_peta(koleksi(fitur("Kota", persegi(1, 1, 0.1)), fitur("Kabupaten", KOTAK)), "p")
    assert [(b.wilayah, b.kecil) for b in peta.bidang] == [("Kabupaten", False), ("Kota", True)]
    langkah = KISI // 4
    assert peta.bidang[0].x == tuple(None if x is None else x * langkah for x in (0, 0, 4, 4, 0, None, 1, 2, 2, 1, 1))
    assert (peta.lebar, peta.tinggi, round(peta.rasio, 4)) == (KISI, KISI, 1.0006)


def test_points_of_one_step_are_drawn_once():
    dekat = [[0, 0], [0, 4], [4, 4], [4, 0.0004], [4, 0], [0, 0]]
    (bidang,) = baca_peta(koleksi(fitur("A", [dekat])), "P").bidang
    assert list(zip(bidang.x, bidang.y, strict=True)) == [(0, 0), (0, KISI), (KISI, KISI), (KISI, 0), (0, 0)]


def test_only_the_own_province_is_read():
    peta = baca_peta(koleksi(fitur("A", KOTAK), fitur("B", KOTAK, provinsi="Lain")), "P")
    assert [b.wilayah for b in peta.bidang] == ["A"]
    assert baca_peta(koleksi(fitur("B", KOTAK, provinsi="Lain")), "P") is None


@pytest.mark.parametrize(
    "isi", ["", "bukan json", "[]", "{}", json.dumps({"features": [{"properties": {"provinsi": "P"}}]})]
)
def test_a_map_that_cannot_be_read_is_no_map(isi, tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path))
    assert peta_aktif("P") is None
    (tmp_path / "peta.geojson").write_text(isi, encoding="utf-8")
    assert peta_aktif("P") is None


def test_a_map_that_was_replaced_is_read_again(tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path))
    berkas = tmp_path / "peta.geojson"
    berkas.write_text(json.dumps(koleksi(fitur("A", KOTAK))), encoding="utf-8")
    assert [b.wilayah for b in peta_aktif("P").bidang] == ["A"]
    berkas.write_text(json.dumps(koleksi(fitur("Kabupaten B", KOTAK))), encoding="utf-8")
    assert [b.wilayah for b in peta_aktif("P").bidang] == ["Kabupaten B"]


def test_few_regions_or_none_on_the_map_are_ranked_alone(data):
    assert peta_untuk(data, perbandingan(data, "IPM", 2024)) is not None
    assert peta_untuk(data, perbandingan(data, TPT, 2023)) is None
    provinsi = data.profil.provinsi
    asing = buat(profil=profil(provinsi=provinsi, wilayah="A"), regional=[wilayah(n, 7) for n in "ABCDE"])
    assert peta_untuk(asing, perbandingan(asing, "IPM", 2024)) is None


# --- figures ----------------------------------------------------------------------------------------------------------


def teks(grafik):
    return [a.text for a in grafik.layout.annotations]


def baris_peringkat(p):
    pola = r'<li class="(is-kelas-[^"]*)" title="([^"]*)" style="--x:([0-9.]+)"><b>(\d*)</b><span>([^<]*)</span>'
    pola += r"<u></u><em>([^<]*)</em>"
    return [(m[0].split(), m[1], float(m[2]), *m[3:]) for m in re.findall(pola, peringkat_html(p))]


def test_the_ranking_draws_rank_name_and_value_of_every_region(data):
    p = perbandingan(data, UHH, 2024)
    baris = baris_peringkat(p)
    assert [b[3:] for b in baris] == [(str(b.peringkat), b.wilayah, b.teks) for b in p.wilayah]
    assert [b[3:] for b in baris if "is-sendiri" in b[0]] == [("22", "Batu Bara", "72,97")]
    assert sum("is-pembanding" in b[0] for b in baris) == 5
    assert baris[0][1].split("\n")[:2] == [p.wilayah[0].wilayah, p.wilayah[0].bersatuan]
    assert {b[0][0] for b in baris} == {f"is-kelas-{n}" for n in range(5)}


def test_dots_and_references_of_both_halves_share_one_scale(data):
    p = perbandingan(data, UHH, 2024)
    letak_ = [b[2] for b in baris_peringkat(p)]
    assert letak_ == sorted(letak_, reverse=True)
    nilai = [float(b.nilai) for b in p.wilayah]
    ukuran = (letak_[0] - letak_[-1]) / (nilai[0] - nilai[-1])
    assert letak_[0] - ukuran * (nilai[0] - 73.9) == pytest.approx(letak(p, p.acuan[0]), abs=0.2)
    isi = peringkat_html(p)
    assert (
        isi.count("<span>Sumatera Utara 73,90 ┆</span>")
        == isi.count(f'<ol style="--provinsi:{letak(p, p.acuan[0]):.1f}">')
        == 2
    )


def test_a_short_ranking_stands_in_one_column(data):
    assert peringkat_html(perbandingan(data, "Kematangan UKPBJ", 2024)).count("<ol") == 1


def test_the_map_draws_every_region_with_plain_scatter(data, peta):
    grafik = grafik_peta(peta, perbandingan(data, "IPM", 2024))
    assert {t.type for t in grafik.data} == {"scatter"}
    isi = {t.name: t for t in grafik.data if t.fill == "toself"}
    assert len(isi) == 34
    assert isi["Medan"].fillcolor == PERINGKAT[0].warna
    assert isi["Nias Barat"].fillcolor == PERINGKAT[4].warna
    assert isi["Medan"].text == "<b>Medan</b><br>83,23 · Sangat Tinggi<br>Peringkat 1 dari 33<br>Selisih +10,09"
    assert isi["Danau Toba"].hoverinfo == "skip"
    assert teks(grafik) == ["<b>Batu Bara</b>"]
    assert grafik.layout.yaxis.scaleanchor == "x"


def test_regions_without_a_value_are_hatched(data, peta):
    grafik = grafik_peta(peta, perbandingan(data, "Kematangan UKPBJ", 2024))
    berpola = [t for t in grafik.data if t.fillpattern.shape]
    assert len(berpola) == 28
    assert all("Tidak tersedia" in t.text for t in berpola)


def test_lines_are_named_at_their_end_with_the_year_where_it_is_older(data):
    grafik = grafik_perkembangan(perkembangan(data, IKLH))
    assert sorted(teks(grafik)) == ["<b>Batu Bara</b>", "Nasional 73,07", "Sumatera Utara 74,11 (2022)"]
    assert sorted(t.line.dash for t in grafik.data) == ["dot", "dot", "solid"]


def test_figures_of_a_line_stand_clear_of_it(data):
    grafik = grafik_perkembangan(perkembangan(data, "IPM"))
    assert list(grafik.data[0].text) == ["68,36", "68,58", "69,51", "72,56", "73,14"]
    assert list(grafik.data[0].textposition) == [
        "bottom center",
        "bottom right",
        "bottom right",
        "top left",
        "top center",
    ]


def test_names_that_would_touch_are_pushed_apart():
    assert renggangkan([0.2, 0.25, 0.9], 0.1) == pytest.approx([0.175, 0.275, 0.9])
    assert renggangkan([0.98, 0.99], 0.1) == pytest.approx([0.9, 1.0]), "nothing leaves the picture"
    assert renggangkan([0.5, 0.5, 0.5], 0.6) == pytest.approx([0, 0.6, 1.2]), "more than there is room for"
    assert renggangkan([], 0.1) == []


def test_bars_carry_name_and_figure_and_mark_the_chosen_one(data):
    grafik = grafik_komposisi(komposisi(data, "Kontribusi PDRB: Konstruksi", 2024))
    assert "<b>Konstruksi 6,09%</b>" in grafik.data[1].text
    assert len(set(grafik.data[0].marker.color)) == 2


def test_bars_of_region_province_and_nation_are_sorted(data):
    grafik = grafik_acuan(perbandingan(data, "Gini Ratio", 2024))
    assert list(grafik.data[1].text) == [
        "Nasional <b>0,381</b>",
        "Sumatera Utara <b>0,297</b>",
        "<b>Batu Bara 0,230</b>",
    ]


def test_a_finished_figure_is_turned_into_a_dict_once(data):
    grafik = grafik_perkembangan(perkembangan(data, "IPM"))
    assert grafik.to_dict() is grafik.to_dict()
    assert grafik_perkembangan(perkembangan(data, "IPM")) is grafik


def test_names_from_the_workbook_are_escaped_in_figures():
    contoh = buat(
        profil=profil(provinsi="P", wilayah="<b>A</b>"), regional=[wilayah("<b>A</b>", 70), wilayah("<i>", 60)]
    )
    p = perbandingan(contoh, "IPM", 2024)
    isi = peringkat_html(p)
    assert "<span>&lt;i&gt;</span>" in isi
    assert "<i>" not in isi
