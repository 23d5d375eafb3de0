"""The story of an indicator: headline, five comparisons, what is missing; on all 36 IKU and on odd ones."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from contoh import anggaran, capaian, dataset, indikator, opd, profil, rupiah, wilayah
from kiriman import kiriman

from kinerja.model.baris import AnggaranIndikator, BarisSusunan
from kinerja.model.istilah import Hubungan
from kinerja.nilai.nama import samakan
from kinerja.sumber import versi as sumber
from kinerja.telaah.indikator.dukungan import dukungan
from kinerja.telaah.indikator.gambar import batang_target, deret_gambar, tangga_predikat, titik_sebaya
from kinerja.telaah.indikator.sebaya import peringkat_sendiri, sebaya
from kinerja.telaah.kisah.kisah import judul_kisah, kisah, tahun_indikator
from kinerja.telaah.wilayah.perbandingan import JenisWilayah


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


def iku(data):
    return [(i.kode_indikator, data.tahun_bawaan(o.kode_opd)) for o in data.opd_ber_iku for i in data.iku(o.kode_opd)]


IKU = iku(kiriman())
setiap_iku = pytest.mark.parametrize(("kode", "tahun"), IKU)


def teks(bagian):
    return " ".join(k.teks for k in bagian.kalimat)


# --- the headline -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "judul"),
    [
        (
            "BB-TPT",
            "Tingkat Pengangguran Terbuka 5,75% pada 2024: di dalam rentang target 5,8-5,5%, membaik dari 5,88% pada "
            "2023, sulit mencapai 5% pada 2026",
        ),
        (
            "BB-JALAN",
            "Persentase Panjang Jalan Kabupaten dalam Kondisi Mantap 59,48% pada 2024: belum mencapai target 60%, "
            "turun dari 80,82% pada 2023",
        ),
        ("BB-OPINI", "Opini BPK WDP pada 2024: belum mencapai target WTP, sama dengan 2023"),
        (
            "BB-DAGANG",
            "Kontribusi Sektor Perdagangan terhadap PDRB 18,15% pada 2024: lebih baik daripada target 18,00%, memburuk "
            "dari 18,37% pada 2023, sulit mencapai 21,82% pada 2026",
        ),
        ("SETDA-LPPD", "Realisasi Nilai LPPD 2024 tidak tersedia, targetnya Tinggi; terakhir Sedang pada 2023"),
        ("SETDA-UKPBJ", "Level Kematangan UKPBJ 9/9 pada 2024: sesuai target 9/9, sama dengan 2023"),
    ],
)
def test_the_headline_states_value_target_movement_and_the_end_of_the_plan(data, kode, judul):
    assert judul_kisah(data, data.indikator[kode], 2024) == judul


def buat(baris, ind=None, **isi):
    return dataset(indikator=[ind or indikator()], capaian=baris, **isi)


@pytest.mark.parametrize(
    ("baris", "arah", "judul"),
    [
        ([capaian(target="5", realisasi="7")], "Turun", "Indikator UHH 7% pada 2024: belum mencapai target 5%"),
        ([capaian(target="0", realisasi="0")], "Turun", "Indikator UHH 0% pada 2024: sesuai target 0%"),
        ([capaian(target="0", realisasi="3")], "Turun", "Indikator UHH 3% pada 2024"),
        ([capaian(target="10", realisasi="0")], "Naik", "Indikator UHH 0% pada 2024: belum mencapai target 10%"),
        ([capaian(realisasi="7")], "Naik", "Indikator UHH 7% pada 2024: tanpa target"),
        ([capaian()], "Naik", "Realisasi Indikator UHH 2024 tidak tersedia"),
        ([capaian(target="5")], "Naik", "Realisasi Indikator UHH 2024 tidak tersedia, targetnya 5%"),
        (
            [capaian(tahun=2023, realisasi="5"), capaian(realisasi="7")],
            "Netral",
            "Indikator UHH 7% pada 2024: tanpa target, naik dari 5% pada 2023",
        ),
    ],
    ids=["turun missed", "turun 0 of 0", "turun target 0", "zero", "no target", "empty", "target only", "netral"],
)
def test_a_headline_of_an_odd_indicator_claims_only_what_its_figures_say(baris, arah, judul):
    semua = buat(baris, indikator(arah=arah))
    assert judul_kisah(semua, semua.indikator["UHH"], 2024) == judul


# --- the five comparisons of every IKU --------------------------------------------------------------------------------


def test_there_are_36_iku_in_the_five_reports():
    assert len(IKU) == 36


@setiap_iku
def test_every_comparison_says_something_or_names_what_is_missing(data, kode, tahun):
    cerita = kisah(data, kode, tahun)
    assert len(cerita.bagian) == 5
    for b in cerita.bagian:
        assert b.kalimat or b.kurang, b.nama
        assert all(k.teks.endswith(".") and "  " not in k.teks for k in b.kalimat)
        assert "None" not in teks(b) + b.teks_kurang


@setiap_iku
def test_years_every_value_the_workbook_holds_for_the_measure_is_in_the_series(data, kode, tahun):
    i = data.indikator[kode]
    ada = {t.tahun for t in kisah(data, kode, tahun).deret if t.realisasi.ada}
    sendiri = {t for t in data.tahun if (c := data.tahunan(kode, t)) and c.baris.realisasi.ada}
    wilayah_sendiri = {
        b.tahun
        for b in data.regional(i.padanan)
        if i.padanan and b.nilai.ada and samakan(b.wilayah) == samakan(data.profil.wilayah)
    }
    assert ada >= sendiri | wilayah_sendiri


@setiap_iku
def test_end_of_plan_a_printed_target_is_named_or_its_absence(data, kode, tahun):
    i = data.indikator[kode]
    b = kisah(data, kode, tahun).bagian[2]
    if i.target_akhir.ada:
        assert i.target_akhir.teks in teks(b)
    else:
        assert "target akhir rencana" in b.kurang


@setiap_iku
def test_elsewhere_every_printed_reference_is_named_and_every_missing_one_too(data, kode, tahun):
    i = data.indikator[kode]
    cerita = kisah(data, kode, tahun)
    b, s = cerita.bagian[3], cerita.sebaya
    acuan = [data.profil.provinsi, "Nasional", *data.profil.wilayah_pembanding]
    terlihat = teks(b) + " ".join(t.nama for t in titik_sebaya(s))
    for nama in acuan:
        tercetak = any(samakan(r.wilayah) == samakan(nama) and r.nilai.ada for r in data.regional(i.padanan))
        if i.padanan and data.regional(i.padanan):
            assert (nama if tercetak else nama.lower()) in (terlihat if tercetak else b.teks_kurang.lower()), nama
    lain = [j for j in data.indikator.values() if i.padanan and j.padanan == i.padanan and j is not i]
    for j in lain:
        c = data.tahunan(j.kode_indikator, tahun)
        if c and c.baris.realisasi.ada and not data.regional(i.padanan):
            assert peringkat_sendiri(s) or c.opd.nama_pendek in teks(b)


@setiap_iku
def test_programs_every_line_that_names_the_indicator_is_counted(data, kode, tahun):
    d = dukungan(data, kode, tahun)
    baris = [b for b in data.buku.anggaran if kode in b.kode_indikator and b.tahun == tahun]
    assert bool(d.program) >= bool(baris)
    assert (d.anggaran is not None) == ((kode, tahun) in data.anggaran_indikator)
    if not d.program:
        assert f"program pendukung {tahun}" in kisah(data, kode, tahun).bagian[4].kurang


@pytest.mark.parametrize(
    ("kode", "tahun", "nomor", "kalimat"),
    [
        ("BB-TPT", 2024, 0, "Tercapai (dalam rentang): capaian 98,23%, predikat Sangat Tinggi"),
        ("BB-TPT", 2024, 1, "Membaik: turun 0,13 poin persen dari 5,88% pada 2023."),
        ("BB-TPT", 2024, 3, "0,85 poin persen di atas Nasional (4,90%), lebih buruk."),
        ("BB-TPT", 2024, 3, "Asahan 6,12% pada 2023 (tahun lain)."),
        ("BB-TPT", 2024, 4, "Anggaran indikator menurut laporan: pagu Rp 3,83 M, serapan 93,89%."),
        ("BB-UHH", 2024, 3, "Peringkat 22 dari 33 wilayah yang tercetak: 72,97 tahun."),
        ("BB-AKIP", 2024, 1, "Nilai terbaik dari 7 tahun yang tercetak (2018–2024)."),
        ("SETDA-IKM-UNIT", 2024, 3, "Peringkat 63 dari 63 unit yang bernilai pada 2024."),
        ("SETDA-IKM", 2024, 3, "Pemkab Batu Bara melaporkan ukuran yang sama: 86,28."),
        ("SETDA-UKPBJ", 2024, 3, "Tertinggi bersama 1 wilayah lain di antara 5 wilayah."),
        ("SETDA-LPPD", 2024, 1, "Terakhir Sedang pada 2023."),
        ("DKPP-INDUSTRI-TUMBUH", 2025, 0, "Tidak tercapai: capaian 65,83%, predikat Rendah"),
        ("KLPP-AKIP", 2023, 3, "Peringkat 3 dari 3 unit yang bernilai pada 2023."),
    ],
)
def test_what_the_comparisons_say_of_the_reports(data, kode, tahun, nomor, kalimat):
    assert kalimat in teks(kisah(data, kode, tahun).bagian[nomor])


@pytest.mark.parametrize(
    ("kode", "tahun", "nomor", "kurang"),
    [
        ("BB-OPINI", 2024, 2, "target akhir rencana"),
        ("BB-UHH", 2024, 3, "nilai nasional"),
        ("BB-UHH", 2024, 4, "realisasi anggaran setiap program"),
        ("BKPSDM-IPASN", 2024, 1, "realisasi tahun sebelum 2024"),
        ("DKPP-TPAK", 2025, 1, "realisasi 2024"),
        ("SETDA-LPPD", 2024, 0, "realisasi 2024"),
        ("SETDA-AKIP", 2024, 4, "program pendukung 2024"),
    ],
)
def test_what_is_missing_is_named(data, kode, tahun, nomor, kurang):
    assert kurang in kisah(data, kode, tahun).bagian[nomor].kurang


def test_explanations_of_an_earlier_year_serve_until_there_are_newer_ones(data):
    assert kisah(data, "BB-TPT", 2024).tahun_penjelasan == 2024
    assert kisah(data, "BB-TPT", 2023).penjelasan == ()


def test_an_indicator_knows_its_years(data):
    assert tahun_indikator(data, "BB-AKIP") == (2024, 2023, 2022, 2021, 2020, 2019, 2018)


# --- units ------------------------------------------------------------------------------------------------------------


def unit(*nilai_unit, arah="Naik"):
    """Units K0, K1, … that share a Padanan."""
    o = [opd(f"K{n}", "Kecamatan") for n in range(len(nilai_unit))]
    i = [replace(indikator(f"I{n}", f"K{n}", arah=arah, padanan="IKM unit"), satuan="Indeks") for n in range(len(o))]
    c = [capaian(f"I{n}", realisasi=v) for n, v in enumerate(nilai_unit)]
    return dataset(opd=o, indikator=i, capaian=c)


def test_units_are_ranked_and_equal_values_share_a_rank():
    semua = unit("80", "90", "80", "N/A")
    assert [u.peringkat for u in sebaya(semua, "I0", 2024).unit] == [1, 2, 2]
    assert peringkat_sendiri(sebaya(semua, "I0", 2024)) == (2, 1, 3)
    assert peringkat_sendiri(sebaya(semua, "I3", 2024)) is None
    assert "nilai angka 2024 milik sendiri, sehingga belum berperingkat" in sebaya(semua, "I3", 2024).kurang


def test_lower_is_better_where_the_indicator_says_so():
    assert [u.teks for u in sebaya(unit("80", "90", arah="Turun"), "I0", 2024).unit] == ["80", "90"]


def test_a_unit_alone_has_no_rank():
    s = sebaya(unit("80"), "I0", 2024)
    assert (peringkat_sendiri(s), s.ada) == (None, False)


# --- pictures ---------------------------------------------------------------------------------------------------------


def test_grades_become_stretches_of_the_indicators_own_values():
    semua = buat([capaian(target="50", realisasi="40")])
    b = batang_target(semua, "UHH", 2024)
    assert [(p.predikat, p.dari, p.sampai) for p in b.pita if p.predikat == "Tinggi"] == [
        ("Tinggi", Decimal("38.00"), Decimal("45.50"))
    ]
    turun = batang_target(buat([capaian(target="50", realisasi="60")], indikator(arah="Turun")), "UHH", 2024)
    assert [(p.dari, p.sampai) for p in turun.pita if p.predikat == "Tinggi"] == [(Decimal("54.50"), Decimal("62.00"))]


@pytest.mark.parametrize("arah", ["Naik", "Turun"])
def test_the_stretches_lie_side_by_side_within_the_scale(arah):
    b = batang_target(buat([capaian(target="50", realisasi="20")], indikator(arah=arah)), "UHH", 2024)
    urut = sorted(b.pita, key=lambda p: p.dari)
    assert all(a.sampai == c.dari for a, c in pairwise(urut))
    assert b.kiri <= urut[0].dari < urut[-1].sampai <= b.kanan


@pytest.mark.parametrize(
    ("target", "realisasi", "arah"),
    [("0", "5", "Turun"), ("0", "0", "Naik"), ("-5", "3", "Naik"), ("5", "3", "Netral")],
)
def test_a_target_that_grades_nothing_has_no_stretches(target, realisasi, arah):
    b = batang_target(buat([capaian(target=target, realisasi=realisasi)], indikator(arah=arah)), "UHH", 2024)
    assert b.pita == ()
    assert b.kiri < b.kanan


def test_without_a_number_as_target_there_is_no_such_picture_but_a_ladder_of_grades(data):
    assert batang_target(data, "BB-OPINI", 2024) is None
    isi = {a.predikat: a.isi for a in tangga_predikat(data, "BB-OPINI", 2024)}
    assert isi == {"WTP": ("Target",), "WDP": ("Realisasi", "2023"), "TW": (), "TMP": ()}
    assert tangga_predikat(data, "BB-TPT", 2024) == ()


def test_years_are_drawn_from_two_figures_on():
    assert deret_gambar(buat([capaian(realisasi="5")]), "UHH", 2024) is None
    assert deret_gambar(buat([capaian(realisasi="5", target="6")]), "UHH", 2024) is not None


def test_the_years_of_tpt_with_the_end_of_the_plan(data):
    g = deret_gambar(data, "BB-TPT", 2024)
    assert [(t.tahun, t.teks) for t in g.titik] == [(2023, "5,88%"), (2024, "5,75%")]
    assert (g.titik[1].bawah, g.titik[1].atas) == (Decimal("5.5"), Decimal("5.8"))
    assert (g.akhir, g.proyeksi[2]) == ((2026, Decimal(5), "5%"), "5,49%")


def test_of_many_regions_the_telling_ones_are_drawn(data):
    titik = titik_sebaya(sebaya(data, "BB-UHH", 2024))
    assert len(titik) <= 14
    assert titik[0].peringkat == 1
    assert [t.nama for t in titik if t.jenis is JenisWilayah.SENDIRI] == ["Batu Bara"]
    assert {"Asahan", "Simalungun", "Sumatera Utara"} <= {t.nama for t in titik}


def test_a_region_without_others_has_no_rank_in_the_picture(data):
    assert {t.peringkat for t in titik_sebaya(sebaya(data, "BB-TPT", 2024))} == {0}


# --- money ------------------------------------------------------------------------------------------------------------


def test_a_year_without_money_names_the_years_that_have_some():
    ind = indikator()
    uang = [AnggaranIndikator(kode_indikator="UHH", tahun=2023, pagu=rupiah(100), realisasi=rupiah(90))]
    b = kisah(buat([capaian(target="5", realisasi="5")], ind, anggaran_indikator=uang), "UHH", 2024).bagian[4]
    assert "tersedia untuk 2023" in b.kurang


def test_a_program_shared_with_another_indicator_says_so():
    baris = [replace(anggaran("/Program A", 100, 90, kode="KAB"), kode_indikator=("UHH", "RLS"))]
    semua = dataset(
        indikator=[indikator(), indikator("RLS")], capaian=[capaian(target="5", realisasi="5")], anggaran=baris
    )
    isi = teks(kisah(semua, "UHH", 2024).bagian[4])
    assert "1 program mendukung indikator ini: pagu Rp 100, serapan 90,00%." in isi
    assert "Program ini juga mendukung indikator lain" in isi


def test_measures_under_an_indicator_are_listed_with_what_they_are_to_it():
    semua = dataset(
        indikator=[indikator(), indikator("A", tingkat="Pendukung"), indikator("B", tingkat="Pendukung")],
        capaian=[capaian(target="5", realisasi="5"), capaian("A", realisasi="3")],
        susunan=[BarisSusunan("UHH", "A", Hubungan.MENDUKUNG), BarisSusunan("UHH", "B", Hubungan.PEMBILANG)],
    )
    bawah = kisah(semua, "UHH", 2024).dukungan.bawah
    assert [(u.kode, u.hubungan.value, bool(u.baris)) for u in bawah] == [
        ("A", "Mendukung", True),
        ("B", "Pembilang", False),
    ]


def test_markup_in_names_is_carried_as_text():
    jahat = replace(indikator(), indikator="<b>[x](http://y)</b>")
    semua = buat(
        [capaian(target="5", realisasi="5")], jahat, profil=profil(wilayah="<i>"), regional=[wilayah("<i>", "5")]
    )
    assert kisah(semua, "UHH", 2024).judul.startswith("<b>[x](http://y)</b> 5%")
