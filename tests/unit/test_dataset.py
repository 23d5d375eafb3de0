"""The dataset of one version: what is found and left out, where each sum comes from, what is remembered of it."""

import inspect
import threading
from decimal import Decimal

import pytest
from contoh import anggaran, apbd, capaian, dataset, indikator, opd, profil, wilayah

from kinerja.dataset import Dataset, ingat
from kinerja.model import baris as model
from kinerja.model.istilah import JenisAnalisis, Ukuran
from kinerja.rumus.anggaran import JumlahAnggaran

TW = ("TW I", "TW II", "TW III", "TW IV")


def triwulan(*realisasi, tahun=2025, kode="UHH"):
    return [capaian(kode, tahun, 10, r, p) for p, r in zip(TW, realisasi, strict=False)]


# --- codes and indicators ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["UHH", "uhh", " Uhh\u00a0"])
def test_codes_are_found_ignoring_case_and_spaces(kode):
    assert dataset().kode_indikator(kode) == "UHH"
    assert dataset(capaian=[capaian(kode, 2024, 1, 1)]).tahunan("UHH", 2024) is not None


def test_a_code_that_stands_nowhere_is_none():
    assert (dataset().kode_indikator("XX"), dataset().kode_opd("XX")) == (None, None)


def test_an_opd_is_given_as_the_workbook_spells_it():
    assert dataset(indikator=[indikator(kode_opd=" kab")]).kode_opd("Kab ") == "KAB"


@pytest.mark.parametrize(
    ("tingkat", "iku"),
    [
        ("Tujuan", True),
        ("Sasaran", True),
        ("Program", False),
        ("Kegiatan", False),
        ("Sub kegiatan", False),
        ("Pendukung", False),
    ],
)
def test_only_tujuan_and_sasaran_are_iku(tingkat, iku):
    data = dataset(indikator=[indikator(tingkat=tingkat)], capaian=[capaian(target=1, realisasi=1)])
    assert bool(data.iku("KAB")) is iku
    assert len(data.capaian_opd("KAB", 2024)) == iku
    assert len(data.capaian_opd("KAB", 2024, hanya_iku=False)) == 1


def test_indicators_keep_the_order_of_the_workbook_and_every_opd_is_present():
    data = dataset(indikator=[indikator("B"), indikator("A")])
    assert [i.kode_indikator for i in data.indikator_opd["KAB"]] == ["B", "A"]
    assert data.indikator_opd["DINKES"] == ()


def test_an_indicator_without_a_row_in_that_year_is_left_out_and_one_without_a_figure_is_not():
    data = dataset(indikator=[indikator("A"), indikator("B")], capaian=[capaian("A", 2024, 5, "-")])
    assert [c.kode for c in data.capaian_opd("KAB", 2024)] == ["A"]


def test_the_regency_comes_first_then_opd_with_iku_then_the_rest():
    data = dataset(
        opd=[opd("KEC", "Kecamatan"), opd("DINKES", "Dinas"), opd()],
        indikator=[indikator("A", "DINKES"), indikator("B")],
    )
    assert [o.kode_opd for o in data.urutan_opd] == ["KAB", "DINKES", "KEC"]
    assert data.opd_bawaan.kode_opd == "KAB"


def test_an_empty_dataset_has_no_opd_and_no_year():
    data = dataset(opd=[], indikator=[])
    assert (data.opd_bawaan, data.tahun, data.urutan_opd, data.ukuran_regional) == (None, (), (), ())


# --- years ------------------------------------------------------------------------------------------------------------


def test_every_year_of_any_figure_can_be_chosen_newest_first():
    data = dataset(
        capaian=[capaian(tahun=2022)], anggaran=[anggaran("/P", 1, tahun=2025)], apbd=[apbd("Belanja", tahun=2023)]
    )
    assert data.tahun == (2025, 2023, 2022)


def test_the_default_year_is_the_newest_with_an_annual_realisasi():
    data = dataset(
        capaian=[capaian(tahun=2023, realisasi=1), capaian(tahun=2024, realisasi=1), capaian(tahun=2025, target=1)]
    )
    assert data.tahun_bawaan("KAB") == 2024


@pytest.mark.parametrize("kosong", ["-", "N/A", "belum rilis", None])
def test_a_realisasi_that_is_not_available_opens_no_year(kosong):
    data = dataset(capaian=[capaian(tahun=2023, realisasi=1), capaian(tahun=2024, realisasi=kosong)])
    assert data.tahun_bawaan("KAB") == 2023


def test_a_first_quarter_opens_no_year():
    data = dataset(capaian=[capaian(tahun=2024, realisasi=1), *triwulan(5)])
    assert data.tahun_bawaan("KAB") == 2024


def test_four_quarters_open_their_year():
    data = dataset(capaian=[capaian(tahun=2024, realisasi=1), *triwulan(5, 6, 7, 8)])
    assert data.tahun_bawaan("KAB") == 2025


def test_the_default_year_looks_at_iku_where_there_are_any():
    data = dataset(
        indikator=[indikator(), indikator("P", tingkat="Pendukung")],
        capaian=[capaian(tahun=2023, realisasi=1), capaian("P", 2024, realisasi=1)],
    )
    assert data.tahun_bawaan("KAB") == 2023


def test_the_default_year_of_an_opd_without_iku_is_that_of_its_other_figures():
    data = dataset(
        indikator=[indikator("P", "DINKES", "Pendukung")], capaian=[capaian("P", 2022, realisasi=1), capaian("P", 2023)]
    )
    assert data.tahun_bawaan("DINKES") == 2022


def test_the_default_year_of_one_opd_does_not_follow_from_another():
    data = dataset(
        indikator=[indikator("A"), indikator("B", "DINKES")],
        capaian=[capaian("A", 2024, realisasi=1), capaian("B", 2025, realisasi=1)],
    )
    assert (data.tahun_bawaan("KAB"), data.tahun_bawaan("DINKES")) == (2024, 2025)


# --- the year and its quarters ----------------------------------------------------------------------------------------


def test_tahunan_beats_the_quarters():
    data = dataset(capaian=[*triwulan(1, 2, 3, 4), capaian(tahun=2025, target=10, realisasi=9)])
    assert data.tahunan("UHH", 2025).baris.realisasi.angka == 9


@pytest.mark.parametrize(("akumulasi", "hasil"), [("Terakhir", 4), ("Jumlah", 10), ("Rata-rata", Decimal("2.5"))])
def test_quarters_make_the_year_by_akumulasi(akumulasi, hasil):
    data = dataset(indikator=[indikator(akumulasi=akumulasi)], capaian=triwulan(1, 2, 3, 4))
    assert data.tahunan("UHH", 2025).baris.realisasi.angka == hasil


def test_quarters_that_are_not_enough_make_no_year():
    data = dataset(indikator=[indikator(akumulasi="Jumlah")], capaian=triwulan(1, 2, 3))
    assert data.tahunan("UHH", 2025) is None
    assert len(data.capaian) == 3


def test_a_derived_year_adds_no_row_to_what_the_workbook_holds():
    assert [c.baris.periode for c in dataset(capaian=triwulan(1, 2, 3, 4)).capaian] == list(TW)


# --- budget -----------------------------------------------------------------------------------------------------------


def test_pagu_and_realisasi_are_added_by_opd_and_year():
    data = dataset(
        anggaran=[anggaran("/P", 10, 9), anggaran("/P", 20, 9, tahun=2023), anggaran("/P", 5, 4, kode="kab")]
    )
    assert {k: j.pagu for k, j in data.jumlah_anggaran.items()} == {
        ("DINKES", 2024): 10,
        ("DINKES", 2023): 20,
        ("KAB", 2024): 5,
    }


def test_an_opd_with_pembanding_only_has_no_budget():
    data = dataset(anggaran=[anggaran("/P", 10, 9, peran="Pembanding")])
    assert dict(data.jumlah_anggaran) == {}
    assert len(data.baris_anggaran("DINKES", 2024)) == 1


BELANJA = [apbd("Belanja", "Operasi", 60, 50), apbd("Belanja", "Modal", 40, 30)]


def test_the_realisasi_of_the_regency_comes_from_belanja_where_its_programs_carry_none():
    data = dataset(anggaran=[anggaran("/P", 100, kode="KAB")], apbd=BELANJA)
    assert data.jumlah_anggaran["KAB", 2024] == JumlahAnggaran(Decimal(100), Decimal(80), dari_apbd=True)


def test_the_realisasi_of_the_programs_is_kept_where_they_carry_one():
    data = dataset(anggaran=[anggaran("/P", 100, 70, kode="KAB")], apbd=BELANJA)
    assert data.jumlah_anggaran["KAB", 2024] == JumlahAnggaran(Decimal(100), Decimal(70))


def test_another_opd_never_takes_its_realisasi_from_apbd():
    data = dataset(anggaran=[anggaran("/P", 100)], apbd=BELANJA)
    assert data.jumlah_anggaran["DINKES", 2024] == JumlahAnggaran(Decimal(100), None)


def test_belanja_of_another_year_or_opd_is_not_taken():
    lain = [apbd("Belanja", "", 1, 1, tahun=2023), apbd("Belanja", "", 2, 2, kode="DINKES")]
    data = dataset(anggaran=[anggaran("/P", 100, kode="KAB")], apbd=lain)
    assert data.jumlah_anggaran["KAB", 2024] == JumlahAnggaran(Decimal(100), None)


def test_apbd_lines_are_told_apart_by_opd():
    data = dataset(apbd=[*BELANJA, apbd("Pendapatan", "Retribusi", 5, 4, kode=" dinkes")])
    assert len(data.apbd(2024)) == 2
    assert [b.uraian for b in data.apbd(2024, "DINKES")] == ["Retribusi"]


def test_a_shared_pagu_takes_only_the_money_of_its_bearer():
    sendiri = model.AnggaranIndikator(kode_indikator="A", tahun=2024, pagu=Decimal(100), realisasi=Decimal(90))
    bersama = model.AnggaranIndikator(kode_indikator="B", tahun=2024, pagu_bersama="a ", efisiensi_dilaporkan="1,2")
    data = dataset(indikator=[indikator("A"), indikator("B")], anggaran_indikator=[sendiri, bersama])
    hasil = data.anggaran_indikator["B", 2024]
    assert (hasil.pagu, hasil.realisasi) == (100, 90)
    assert (hasil.kode_indikator, hasil.efisiensi_dilaporkan) == ("B", "1,2")


def test_a_pagu_shared_with_an_indicator_of_another_year_is_not_taken():
    bersama = model.AnggaranIndikator(kode_indikator="B", tahun=2023, pagu=Decimal(7), pagu_bersama="A")
    baris = [model.AnggaranIndikator(kode_indikator="A", tahun=2024, pagu=Decimal(100)), bersama]
    data = dataset(indikator=[indikator("A"), indikator("B")], anggaran_indikator=baris)
    assert data.anggaran_indikator["B", 2023].pagu == 7


def test_budget_of_an_indicator_is_never_added_to_the_budget():
    data = dataset(
        anggaran=[anggaran("/P", 100, 90)],
        anggaran_indikator=[model.AnggaranIndikator(kode_indikator="UHH", tahun=2024, pagu=Decimal(50))],
    )
    assert data.jumlah_anggaran["DINKES", 2024].pagu == 100


# --- regions, prints, explanations, scales, profile -------------------------------------------------------------------


def test_measures_with_the_most_regions_come_first():
    data = dataset(regional=[wilayah("A", 1, ukuran="Gini"), wilayah("A", 1), wilayah("B", 2), wilayah("A", 1, 2023)])
    assert data.ukuran_regional == ("IPM", "Gini")
    assert data.tahun_regional("ipm ") == (2024, 2023)
    assert data.regional("entah") == ()


def test_regions_are_compared_for_the_region_of_the_profile():
    data = dataset(
        profil=profil(provinsi="Provinsi Contoh", wilayah="B"),
        regional=[wilayah("A", 1), wilayah("B", 2), wilayah("C", 3, provinsi="Riau")],
    )
    banding = data.banding("IPM", 2024)
    assert (banding.sendiri.peringkat, len(banding.posisi)) == (1, 2)


def test_prints_and_explanations_are_found_by_code_in_any_case():
    kutipan = model.Kutipan(tahun=2024, ukuran=Ukuran.TARGET, tercetak="72,93", sumber="000", kode_indikator=" uhh")
    analisis = model.Analisis(tahun=2024, jenis=JenisAnalisis.SOLUSI, uraian="x", kode_indikator="Uhh")
    data = dataset(kutipan=[kutipan], analisis=[analisis])
    assert (data.kutipan("UHH"), data.analisis("UHH")) == ((kutipan,), (analisis,))
    assert (data.kutipan("XX"), data.analisis("XX")) == ((), ())


def _skala(predikat, sejak):
    return model.BarisSkala(
        skala="Contoh", urutan=Decimal(1), predikat=predikat, batas_bawah=Decimal(0), berlaku_sejak=sejak
    )


def test_the_scale_in_force_that_year_is_used():
    data = dataset(
        opd=[opd(skala="contoh")],
        skala=[_skala("Lama", None), _skala("Baru", 2024)],
        capaian=[capaian(tahun=t, target=1, realisasi=1) for t in (2023, 2024, 2025)],
    )
    assert [data.tahunan("UHH", t).predikat for t in (2023, 2024, 2025)] == ["Lama", "Baru", "Baru"]
    assert data.skala_capaian("KAB", 2023).predikat == ("Lama",)


def test_an_opd_without_a_scale_has_permendagri_86():
    assert dataset().skala_capaian("KAB", 2024).nama == "Permendagri 86/2017"


def test_the_profile_is_read_by_its_keys():
    isi = dataset(profil=profil(provinsi="Provinsi Contoh", wilayah_pembanding="A; B ;")).profil
    assert (isi.provinsi, isi.wilayah_pembanding, isi.wilayah) == ("Provinsi Contoh", ("A", "B"), "")


# --- what is remembered -----------------------------------------------------------------------------------------------


@pytest.fixture
def dua():
    return Dataset(model.BukuKerja(), "1"), Dataset(model.BukuKerja(), "2")


def test_a_result_is_made_once_for_each_dataset_and_key(dua):
    dibuat = []

    @ingat(8)
    def f(dataset: Dataset, kode: str, *, batasi: bool = False) -> list[str]:
        """Say something."""
        dibuat.append((dataset.versi, kode, batasi))
        return [dataset.versi, kode]

    satu, lain = dua
    assert f(satu, "a") is f(satu, "a")
    assert f(satu, "a", batasi=True) == f(satu, "a")
    assert f(lain, "a") == ["2", "a"]
    assert dibuat == [("1", "a", False), ("1", "a", True), ("2", "a", False)]
    assert (f.__name__, f.__doc__, list(inspect.signature(f).parameters)) == (
        "f",
        "Say something.",
        ["dataset", "kode", "batasi"],
    )


def test_each_dataset_keeps_the_results_used_last_up_to_the_bound(dua):
    dibuat = []

    @ingat(2)
    def f(dataset: Dataset, kode: str) -> str:
        dibuat.append(dataset.versi + kode)
        return kode

    satu, lain = dua
    for siapa, kode in ((satu, "a"), (satu, "b"), (lain, "x"), (lain, "y"), (satu, "a"), (satu, "c"), (satu, "a")):
        f(siapa, kode)
    assert dibuat == ["1a", "1b", "2x", "2y", "1c"]
    f(satu, "b")
    assert dibuat[-1] == "1b", "it was the longest unused when c came"


def test_what_goes_wrong_is_tried_again(dua):
    @ingat(2)
    def f(dataset: Dataset, percobaan: list[int] | None = None) -> int:
        gagal.append(1)
        if len(gagal) == 1:
            raise LookupError
        return len(gagal)

    gagal: list[int] = []
    with pytest.raises(LookupError):
        f(dua[0])
    assert (f(dua[0]), f(dua[0])) == (2, 2)
    with pytest.raises(TypeError, match="unhashable"):
        f(dua[0], [1])


def test_threads_that_ask_at_once_share_one_memo(dua):
    @ingat(64)
    def f(dataset: Dataset, kode: int) -> list[int]:
        return [kode]

    mulai, hasil = threading.Barrier(8), []

    def minta():
        mulai.wait()
        hasil.append([f(dua[0], n) for n in range(50)])

    utas = [threading.Thread(target=minta) for _ in range(8)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert hasil == [[[n] for n in range(50)]] * 8
    assert all(f(dua[0], n) is f(dua[0], n) for n in range(50))
    assert len(dua[0]._ingatan) == 1
