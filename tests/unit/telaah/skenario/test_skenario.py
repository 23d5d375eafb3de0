"""The page Skenario: which scales are offered, what a choice changes, what is said of it."""

from decimal import Decimal

import contoh
import pytest

from kinerja.model import baris as model
from kinerja.rumus.hitung import median, rata_rata
from kinerja.sumber import versi as sumber
from kinerja.telaah.skenario.kalimat import ATURAN, butir_skenario, judul_beda, judul_skenario
from kinerja.telaah.skenario.skenario import BAKU, Pilihan, Pusat, semua_opd, semua_skala, skala_pilihan, skenario

PERMENDAGRI = "Permendagri 86/2017"


@pytest.fixture(scope="module")
def data():
    dataset = sumber.aktif().dataset
    assert dataset is not None
    return dataset


@pytest.fixture(scope="module")
def skala_kabupaten(data):
    return data.opd["BATUBARA"].skala_capaian


@pytest.fixture(scope="module")
def skala_kecamatan(data):
    return data.opd["KEC-LIMA-PULUH-PESISIR"].skala_capaian


def skala(nama, *pita, mulai=None):
    """Rows of a scale: word and lower bound, best first."""
    return [
        model.BarisSkala(
            skala=nama,
            urutan=Decimal(n),
            predikat=kata,
            batas_bawah=None if bawah is None else Decimal(str(bawah)),
            berlaku_sejak=mulai,
        )
        for n, (kata, bawah) in enumerate(pita, 1)
    ]


def kabupaten(*persen, skala_baris=(), skala_opd="", **tabel):
    """A regency whose IKU reach these percentages of 100; None is not available."""
    kode = [f"I{n}" for n in range(len(persen))]
    return contoh.dataset(
        opd=(contoh.opd(skala=skala_opd),),
        indikator=[contoh.indikator(k) for k in kode],
        capaian=[
            contoh.capaian(k, target="100", realisasi=None if p is None else str(p))
            for k, p in zip(kode, persen, strict=True)
        ],
        skala=skala_baris,
        **tabel,
    )


def judul(dataset, kode, tahun, pilihan):
    return judul_skenario(skenario(dataset, kode, tahun, pilihan), semua_skala(dataset, kode, tahun))


# --- median -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capaian", "nilai", "keterangan"),
    [
        ((), None, "0 dari 0 dihitung"),
        ((None, None), None, "0 dari 2 dihitung"),
        ((80, None), 80, "1 dari 2 dihitung"),
        ((120, 80), 100, "2 dari 2 dihitung"),
        ((300, 80, 90), 90, "3 dari 3 dihitung"),
        ((100, 70, 90, 300), 95, "4 dari 4 dihitung"),
    ],
)
def test_a_median_is_the_middle_and_says_of_how_many(capaian, nilai, keterangan):
    hasil = median([None if c is None else Decimal(c) for c in capaian])
    assert (hasil.nilai, hasil.keterangan) == (nilai, keterangan)


def test_the_cap_comes_before_the_median():
    assert median([Decimal(300), Decimal(120)], batasi=True).nilai == 100
    assert rata_rata([Decimal(300), Decimal(50)], batasi=True).nilai == 75


# --- the scales that are offered --------------------------------------------------------------------------------------


def test_the_scales_offered_are_the_default_and_those_in_use_never_scales_of_values(
    data, skala_kabupaten, skala_kecamatan
):
    semua = skala_pilihan(data)
    assert semua[0] == PERMENDAGRI
    assert set(semua) == {PERMENDAGRI, skala_kabupaten, skala_kecamatan, data.opd["SETDA"].skala_capaian}
    assert not {"AKIP", "IKM", "IPM", "IDM", "IP ASN", "LPPD", "Opini BPK", "Inovasi"} & set(semua)


@pytest.mark.parametrize(
    ("pita", "ditawarkan"),
    [
        ((("Baik", 80), ("Buruk", 0)), True),
        ((("Istimewa", 110), ("Baik", 80), ("Buruk", 0)), True),
        ((("Baik", 80), ("Buruk", 25)), False),
        ((("Baik", None), ("Buruk", None)), False),
        ((("Baik", 80), ("Buruk", None)), False),
        ((("Mandiri", "0.8155"), ("Tertinggal", 0)), False),
        ((("Ada", 0),), False),
    ],
    ids=["0 upwards", "above 100", "not from 0", "no bounds", "half bounds", "index", "one grade"],
)
def test_a_scale_nobody_uses_is_offered_when_its_bounds_are_those_of_a_capaian(pita, ditawarkan):
    dataset = kabupaten(90, skala_baris=skala("Lain", *pita))
    assert ("Lain" in skala_pilihan(dataset)) == ditawarkan


@pytest.mark.parametrize("nama", ["AKIP", "ipm", "Nilai Kota"])
def test_a_scale_of_values_is_not_offered_also_when_the_workbook_replaces_it(nama):
    isi = {"indikator": [contoh.indikator(skala_nilai="Nilai Kota")], "capaian": [contoh.capaian(target=1)]}
    dataset = contoh.dataset(skala=skala(nama, ("A", 80), ("B", 0)), **isi)
    assert skala_pilihan(dataset) == (PERMENDAGRI,)


def test_a_scale_called_like_a_regional_measure_is_not_offered():
    dataset = kabupaten(
        90, skala_baris=skala("IKLH", ("A", 80), ("B", 0)), regional=[contoh.wilayah("X", "70", ukuran="IKLH")]
    )
    assert skala_pilihan(dataset) == (PERMENDAGRI,)


def test_an_opds_own_scale_is_offered_whatever_its_shape_if_it_has_bounds():
    baris = skala("Sendiri", ("Baik", 80), ("Buruk", 25))
    assert skala_pilihan(kabupaten(90, skala_baris=baris, skala_opd="Sendiri")) == (PERMENDAGRI, "Sendiri")


# --- the five reports -------------------------------------------------------------------------------------------------


def test_nothing_chosen_is_what_every_other_page_shows(data):
    h = skenario(data, "BATUBARA", 2024, BAKU)
    assert h.semula == h.menjadi
    assert (h.menjadi.teks, h.menjadi.kata.predikat, h.menjadi.angka.keterangan) == (
        "96,79%",
        "Sangat Tinggi",
        "19 dari 20 dihitung",
    )
    assert (h.beda, h.berubah) == ((), 0)
    assert h.belum == ("Opini BPK (Predikat tidak memiliki persentase)",)
    assert judul(data, "BATUBARA", 2024, BAKU) == (
        "15 dari 20 IKU Sangat Tinggi, rata-rata 96,79%; "
        "2 skala lain tidak mengubah satu predikat pun, 1 memakai istilah lain"
    )


def test_a_scenario_that_changes_no_grade_says_so_with_both_figures(data):
    pilihan = Pilihan(PERMENDAGRI, batasi=True, pusat=Pusat.MEDIAN)
    assert judul(data, "SETDA", 2023, pilihan) == (
        "Skenario ini tidak mengubah satu predikat IKU pun: 6 dari 7 IKU Sangat Tinggi; "
        "median 100,00%, semula rata-rata 108,16%"
    )
    assert judul_beda(skenario(data, "SETDA", 2023, pilihan)) == "Tidak ada IKU yang berubah predikat"


def test_a_capaian_in_a_gap_of_the_own_scale_rises_on_another(data, skala_kabupaten):
    pilihan = Pilihan(skala_kabupaten)
    h = skenario(data, "DISNAKERPERINDAG", 2025, pilihan)
    (beda,) = h.beda
    assert (beda.capaian, beda.semula.predikat, beda.semula.catatan, beda.menjadi.predikat, beda.terbanding) == (
        "65,83%",
        "Rendah",
        "di celah skala",
        "Sedang",
        True,
    )
    assert judul(data, "DISNAKERPERINDAG", 2025, pilihan) == (
        f"Dengan skala {skala_kabupaten} tetap 1 dari 4 IKU Sangat Tinggi; 1 predikat berubah, "
        "Persentase pertumbuhan industri kecil dan menengah dari Rendah menjadi Sedang"
    )
    assert judul(data, "DISNAKERPERINDAG", 2025, BAKU).endswith("akan mengubah 1 predikat")


def test_a_word_that_only_one_scale_has_is_shown_and_not_counted_as_a_change(data, skala_kecamatan):
    h = skenario(data, "SETDA", 2024, Pilihan(skala_kecamatan))
    assert (h.berubah, h.berganti) == (0, 4)
    assert {(b.semula.predikat, b.menjadi.predikat, b.terbanding) for b in h.beda} == {
        ("Sangat Tinggi", "Sangat Baik", False)
    }
    sebaran = {b.predikat: (b.semula, b.menjadi) for b in h.sebaran}
    assert sebaran["Sangat Tinggi"] == (4, None)
    assert sebaran["Sangat Baik"] == (None, 4)
    assert sebaran["Tinggi"] == (2, 2)
    assert sebaran["Belum dapat dihitung"] == (1, 1)
    assert judul(data, "SETDA", 2024, Pilihan(skala_kecamatan)) == (
        f"Dengan skala {skala_kecamatan} 4 dari 7 IKU Sangat Baik, semula 4 Sangat Tinggi; 4 predikat berganti istilah"
    )


def test_every_opd_of_the_year_stands_before_and_after(data):
    baris = semua_opd(data, 2024, Pilihan("", batasi=True))
    assert [(b.kode, b.hasil.semula.teks, b.hasil.menjadi.teks) for b in baris] == [
        ("BATUBARA", "96,79%", "96,40%"),
        ("SETDA", "93,97%", "93,54%"),
        ("BKPSDM", "97,31%", "97,31%"),
    ]


@pytest.mark.parametrize("pusat", Pusat)
@pytest.mark.parametrize("batasi", [False, True])
def test_every_combination_of_the_table_is_the_scenario_it_leads_to(data, pusat, batasi):
    for baris in semua_skala(data, "SETDA", 2024):
        (sisi,) = [s for s in baris.sisi if (s.pilihan.pusat, s.pilihan.batasi) == (pusat, batasi)]
        assert skenario(data, "SETDA", 2024, sisi.pilihan).menjadi == sisi
        assert sisi.skala.nama == baris.nama
    assert [b.sendiri for b in semua_skala(data, "SETDA", 2024)] == [True, False, False, False]


def test_counts_of_both_sides_add_up_to_all_iku(data):
    for o in data.opd_ber_iku:
        for tahun in data.tahun_ber_iku(o.kode_opd):
            for nama in ("", *skala_pilihan(data)):
                h = skenario(data, o.kode_opd, tahun, Pilihan(nama, batasi=True, pusat=Pusat.MEDIAN))
                assert sum(b.semula or 0 for b in h.sebaran) == sum(b.menjadi or 0 for b in h.sebaran) == h.jumlah
                assert h.menjadi.angka.dihitung + len(h.belum) == h.jumlah


# --- small datasets ---------------------------------------------------------------------------------------------------

TIGA = (("Istimewa", "110.00"), ("Baik", 80), ("Buruk", 0))


def test_the_cap_changes_a_grade_only_on_a_scale_that_goes_beyond_100():
    dataset = kabupaten(120, 90, skala_baris=skala("Tiga", *TIGA), skala_opd="Tiga")
    h = skenario(dataset, "KAB", 2024, Pilihan("", batasi=True))
    (beda,) = h.beda
    assert (beda.capaian, beda.semula.predikat, beda.menjadi.predikat) == (
        "120,00%, dihitung 100%",
        "Istimewa",
        "Baik",
    )
    assert judul(dataset, "KAB", 2024, Pilihan("", batasi=True)) == (
        "Dengan capaian dibatasi 100% 0 dari 2 IKU Istimewa, semula 1; 1 predikat berubah, "
        "Indikator I0 dari Istimewa menjadi Baik"
    )


def test_the_grade_of_the_one_figure_is_named_when_it_changes():
    dataset = kabupaten(100, 100, 10)
    assert judul(dataset, "KAB", 2024, Pilihan(pusat=Pusat.MEDIAN)) == (
        "Skenario ini tidak mengubah satu predikat IKU pun: 2 dari 3 IKU Sangat Tinggi; "
        "median 100,00%, semula rata-rata 70,00%; keseluruhan Sedang menjadi Sangat Tinggi"
    )


def test_several_changes_are_counted():
    baris = skala("Ketat", ("Sangat Tinggi", 99), ("Tinggi", 95), ("Sedang", 90), ("Rendah", 50), ("Sangat Rendah", 0))
    dataset = kabupaten(100, 97, 92, 60, None, skala_baris=baris)
    h = skenario(dataset, "KAB", 2024, Pilihan("Ketat"))
    assert [(b.semula.predikat, b.menjadi.predikat) for b in h.beda] == [
        ("Sangat Tinggi", "Sedang"),
        ("Sangat Tinggi", "Tinggi"),
    ]
    assert judul(dataset, "KAB", 2024, Pilihan("Ketat")) == (
        "Dengan skala Ketat 1 dari 5 IKU Sangat Tinggi, semula 3; 2 predikat berubah; keseluruhan Tinggi menjadi Rendah"
    )


def test_below_the_lowest_band_is_a_grade_like_any_other():
    baris = skala("Sempit", ("Tinggi", 80), ("Rendah", 60))
    dataset = kabupaten(70, 50, skala_baris=baris, skala_opd="Sempit")
    h = skenario(dataset, "KAB", 2024, Pilihan(PERMENDAGRI))
    assert {b.predikat: (b.semula, b.menjadi) for b in h.sebaran}["Di bawah skala"] == (1, 0)
    assert {(b.semula.predikat, b.menjadi.predikat, b.terbanding) for b in h.beda} == {
        ("Di bawah skala", "Sangat Rendah", False),
        ("Rendah", "Sedang", False),
    }


def test_a_scale_is_the_one_in_force_in_the_year():
    lama = skala("Lokal", ("Tinggi", 60), ("Rendah", 0))
    baru = skala("Lokal", ("Tinggi", 90), ("Rendah", 0), mulai=2024)
    dataset = kabupaten(70, skala_baris=[*lama, *baru])
    assert skenario(dataset, "KAB", 2024, Pilihan("Lokal")).menjadi.kata.predikat == "Rendah"
    dataset = kabupaten(70, skala_baris=[*lama, *skala("Lokal", ("Tinggi", 90), ("Rendah", 0), mulai=2025)])
    assert skenario(dataset, "KAB", 2024, Pilihan("Lokal")).menjadi.kata.predikat == "Tinggi"


def test_iku_that_nobody_can_compute_are_said_so_in_every_scenario():
    dataset = kabupaten(None, None)
    for pilihan in (BAKU, Pilihan(PERMENDAGRI, batasi=True, pusat=Pusat.MEDIAN)):
        assert judul(dataset, "KAB", 2024, pilihan) == "2 IKU belum dapat dihitung, dalam skenario apa pun"
        assert skenario(dataset, "KAB", 2024, pilihan).menjadi.kata.predikat == "Belum dapat dihitung"


def test_an_opd_without_iku_or_a_year_without_figures_has_no_scenario(data):
    assert skenario(data, "INSPEKTORAT", 2024, BAKU) is None
    assert semua_skala(data, "INSPEKTORAT", 2024) == ()
    assert skenario(data, "BKPSDM", 2018, BAKU) is None


def test_without_another_scale_the_headline_says_so():
    assert judul(kabupaten(95), "KAB", 2024, BAKU) == (
        "1 dari 1 IKU Sangat Tinggi, rata-rata 95,00%; buku kerja tidak memuat skala capaian lain"
    )


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pilihan", "sebutan"),
    [
        (BAKU, "skala setiap OPD, tanpa batas, rata-rata"),
        (Pilihan(PERMENDAGRI, batasi=True, pusat=Pusat.MEDIAN), f"skala {PERMENDAGRI}, dibatasi 100%, median"),
    ],
)
def test_a_scenario_is_named_by_its_three_choices_and_never_official(pilihan, sebutan):
    assert sebutan in pilihan.spanduk
    assert ("bukan angka resmi laporan" in pilihan.spanduk) == (pilihan != BAKU)


def test_the_message_holds_the_scenario_both_figures_and_the_changes(data, skala_kabupaten):
    isi = butir_skenario(skenario(data, "DISNAKERPERINDAG", 2025, Pilihan(skala_kabupaten)))
    assert isi == (
        f"Skenario: skala {skala_kabupaten}, tanpa batas, rata-rata; bukan angka resmi laporan.",
        f"Semula: rata-rata 81,07% (Tinggi), 2 dari 4 dihitung, skala {PERMENDAGRI}",
        f"Skenario: rata-rata 81,07% (Tinggi), 2 dari 4 dihitung, skala {skala_kabupaten}",
        "Persentase pertumbuhan industri kecil dan menengah (65,83%): Rendah menjadi Sedang",
        "2 IKU tidak dapat dihitung",
    )


def test_every_choice_has_its_rule_in_words():
    assert [nama for nama, _ in ATURAN] == [
        "Semula",
        "Skala",
        "Skala yang ditawarkan",
        "Dibatasi 100%",
        "Median",
        "IKU tanpa persentase",
    ]
