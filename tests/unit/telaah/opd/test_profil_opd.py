"""One OPD at a glance and OPD side by side, against the figures the five reports print."""

from decimal import Decimal

import pytest
from contoh import anggaran, capaian, dataset, indikator, opd

from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.sajian.lajur import TitikUnit, susun_lajur
from kinerja.sumber.versi import aktif
from kinerja.telaah.opd.banding import (
    PALING_BANYAK,
    bawaan_banding,
    judul_kurang,
    perbandingan_opd,
    pilihan_banding,
    tahun_terbanding,
)
from kinerja.telaah.opd.posisi import gerak_angka, posisi_akip, posisi_ikm, posisi_uang
from kinerja.telaah.opd.profil import RINGKAS, UNIT_BANDING, opd_berisi, profil_opd, sebutan, tahun_berisi

KLPP, DKPP = "KEC-LIMA-PULUH-PESISIR", "DISNAKERPERINDAG"
SKALA = {s.nama: s for s in SKALA_BAWAAN}


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


# --- the finding ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "tahun", "judul"),
    [
        (
            "BATUBARA",
            2024,
            "Pemerintah Kabupaten Batu Bara: 8 dari 20 IKU mencapai target, AKIP B (62,83), IKM 86,28 (B)",
        ),
        ("BATUBARA", 2018, "Pemerintah Kabupaten Batu Bara: 1 IKU belum dapat dinilai, AKIP C (37,05)"),
        (
            "SETDA",
            2024,
            "Sekretariat Daerah: 3 dari 7 IKU mencapai target, AKIP BB (72,37), "
            "IKM 66,35 (C) peringkat 63 dari 63 unit",
        ),
        ("SETDA", 2023, "Sekretariat Daerah: 4 dari 7 IKU mencapai target, AKIP BB (72,97), IKM 86,06 (B)"),
        (DKPP, 2025, "Disnaker Perindag: 0 dari 4 IKU mencapai target, AKIP BB (71,27), serapan 94,41%"),
        (DKPP, 2024, "Disnaker Perindag: IKM 80,48 (B) peringkat 51 dari 63 unit"),
        ("BKPSDM", 2024, "BKPSDM: 1 dari 3 IKU mencapai target, AKIP BB, IKM 81,85 (B) peringkat 41 dari 63 unit"),
        (KLPP, 2023, "Kecamatan Lima Puluh Pesisir: 0 dari 2 IKU mencapai target, AKIP BB (70,20), IKM 88,12 (B)"),
        (KLPP, 2019, "Kecamatan Lima Puluh Pesisir: 2 IKU belum dapat dinilai"),
        ("INSPEKTORAT", 2024, "Inspektorat: IKM 81,13 (B) peringkat 47 dari 63 unit"),
        (
            "DISPORABUDPAR",
            2024,
            "Disporabudpar: IKU, AKIP, IKM, dan serapan 2024 tidak tersedia; 1 indikator lain tercatat",
        ),
    ],
)
def test_the_headline_states_what_is_known(data, kode, tahun, judul):
    assert profil_opd(data, kode, tahun).judul == judul


def test_every_opd_and_year_has_a_profile_exactly_where_something_stands(data):
    for kode in data.opd:
        for tahun in data.tahun:
            profil = profil_opd(data, kode, tahun)
            assert (profil is not None) == (tahun in tahun_berisi(data, kode))
            if profil is not None:
                assert len(profil.judul) < 140, profil.judul
                assert str(tahun) in profil.judul or any(a.isdigit() for a in profil.judul)


def test_a_year_in_which_nothing_stands_has_no_profile_and_offers_what_there_is(data):
    assert profil_opd(data, "BKPSDM", 2018) is None
    assert tahun_berisi(data, "BKPSDM") == (2024,)
    assert tahun_berisi(data, "INSPEKTORAT") == (2024,)
    assert opd_berisi(data, 2025) == (DKPP,)
    assert opd_berisi(data, 2018) == ("BATUBARA",)


def test_a_long_name_gives_way_to_the_short_one():
    panjang = opd(nama="Dinas " + "x" * 40)
    assert sebutan(panjang) == panjang.nama_pendek
    assert sebutan(opd(nama="Dinas Kesehatan")) == "Dinas Kesehatan"


# --- what is missing says so ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "tahun", "hilang"),
    [
        ("SETDA", 2024, ()),
        ("SETDA", 2023, ("Anggaran 2023 tidak tersedia; baru ada serapan 93,98% pada 2024",)),
        (DKPP, 2025, ("IKM 2025 tidak tersedia; terakhir B (80,48) pada 2024",)),
        (
            DKPP,
            2024,
            (
                "IKU 2024 tidak tersedia; ada untuk 2025, 2023, 2022",
                "Nilai AKIP 2024 tidak tersedia; terakhir BB (73,85) pada 2023",
                "Anggaran 2024 tidak tersedia; baru ada serapan 94,41% pada 2025",
            ),
        ),
        (
            "INSPEKTORAT",
            2024,
            (
                "Buku kerja tidak memuat IKU unit ini",
                "Nilai AKIP 2024 tidak tersedia, juga pada tahun lain",
                "Anggaran 2024 tidak tersedia, juga pada tahun lain",
            ),
        ),
    ],
)
def test_every_missing_part_names_the_figure_and_the_year_that_has_it(data, kode, tahun, hilang):
    assert profil_opd(data, kode, tahun).hilang == hilang


# --- standing ---------------------------------------------------------------------------------------------------------


def test_akip_is_ranked_among_the_opd_that_print_a_number_that_year(data):
    semua = {k: posisi_akip(data, k, 2023) for k in (DKPP, "SETDA", KLPP, "BATUBARA")}
    assert {k: (p.peringkat, p.dari) for k, p in semua.items()} == {
        DKPP: (1, 3),
        "SETDA": (2, 3),
        KLPP: (3, 3),
        "BATUBARA": (0, 0),
    }
    assert semua["SETDA"].urutan == "Peringkat 2 dari 3 perangkat daerah yang bernilai"
    assert semua["BATUBARA"].urutan == "Keseluruhan, tidak diperingkat bersama unit"


def test_akip_alone_in_its_year_or_without_a_number_is_not_called_first(data):
    sendiri, predikat = posisi_akip(data, "SETDA", 2024), posisi_akip(data, "BKPSDM", 2024)
    assert sendiri.urutan == "Satu-satunya perangkat daerah yang bernilai pada 2024"
    assert (predikat.peringkat, predikat.nilai.predikat, predikat.nilai.angka) == (0, "BB", None)
    assert predikat.urutan == "Hanya predikat yang tercetak, tanpa angka untuk diperingkat"
    assert predikat.gerak.teks == "AKIP 2024 tanpa angka; perubahannya tidak dapat dihitung"
    assert predikat.lajur is None


def test_changes_are_against_the_same_measure_last_year(data):
    akip, ikm = posisi_akip(data, "SETDA", 2024), posisi_ikm(data, "SETDA", 2024)
    assert (akip.gerak.teks, akip.gerak.panah, akip.gerak.membaik) == ("-0,60 poin dari 2023", "↓", False)
    assert (ikm.gerak.teks, ikm.gerak.membaik) == ("-19,71 poin dari 2023", False)
    assert posisi_akip(data, "BATUBARA", 2024).gerak.teks == "+1,55 poin dari 2023"
    lain = posisi_ikm(data, KLPP, 2024).gerak
    assert (lain.teks, lain.membaik) == (
        "Tidak dibandingkan dengan 2023: B (88,12) berasal dari ukuran lain",
        None,
    )


def test_ikm_is_ranked_among_all_units_and_among_its_own_kind(data):
    p = posisi_ikm(data, "PKM-LALANG", 2024)
    assert (p.peringkat, p.dari, p.urutan) == (12, 63, "Peringkat 12 dari 63 unit yang bernilai")
    assert (p.sejenis, p.catatan) == ("Peringkat 2 dari 15 Puskesmas", "2.341 responden")
    assert posisi_ikm(data, DKPP, 2024).catatan == "1 responden ! kurang dari 30, patut dicek"
    assert posisi_ikm(data, "SETDA", 2024).sejenis == "", "a kind of its own says nothing"


def test_an_ikm_that_only_its_own_report_prints_is_shown_and_not_ranked(data):
    p = posisi_ikm(data, KLPP, 2023)
    assert (p.nilai.teks, p.peringkat) == ("B 88,12", 0)
    assert p.urutan == "Menurut laporannya sendiri; tidak termasuk peringkat unit 2023"


def test_the_ikm_of_the_whole_that_an_opd_answers_for_is_not_the_opds_own(data):
    assert posisi_ikm(data, "SETDA", 2024).nilai.teks == "C 66,35", "not 86,28, which is the regency's"
    assert posisi_ikm(data, "BATUBARA", 2024).nilai.teks == "B 86,28"


def test_the_strip_holds_every_unit_and_the_whole_and_marks_one(data):
    lajur = posisi_ikm(data, "SETDA", 2024).lajur
    assert len(lajur.titik) == 64
    assert [t.nama for t in lajur.titik if t.sendiri] == ["Setda"]
    assert [t.teks for t in lajur.titik if t.keseluruhan] == ["B 86,28"]
    assert (lajur.bawah, lajur.atas) == (65, 100)
    assert [p for p, _, _ in lajur.pita] == ["A", "B", "C"]
    assert all(0 <= lajur.letak(t.angka) <= 100 for t in lajur.titik)
    assert posisi_ikm(data, "SETDA", 2024).alt == (
        "IKM 2024 C 66,35. Peringkat 63 dari 63 unit yang bernilai; 63 unit dari 66,35 sampai 99,79"
    )


@pytest.mark.parametrize(
    ("angka", "ujung"), [(("70", "70"), (70, 75)), (("-3", "12"), (-5, 15)), (("66.9", "72.4"), (65, 75))]
)
def test_the_ends_of_a_strip_enclose_its_units(angka, ujung):
    lajur = susun_lajur(SKALA["AKIP"], [TitikUnit(nama=a, angka=Decimal(a), teks=a) for a in angka])
    assert (lajur.bawah, lajur.atas) == ujung
    assert lajur.pita[0][2] == lajur.atas
    assert all(a <= b for _, a, b in lajur.pita)


def test_one_unit_makes_no_strip():
    assert susun_lajur(SKALA["AKIP"], [TitikUnit(nama="A", angka=Decimal(70), teks="70")]) is None
    assert susun_lajur(None, [TitikUnit(nama="A", angka=Decimal(70), teks="70")] * 3) is None


def test_a_change_of_nothing_is_neither_better_nor_worse():
    tetap = gerak_angka("AKIP", Decimal(70), Decimal(70), 2023)
    assert (tetap.teks, tetap.panah, tetap.membaik) == ("0,00 poin dari 2023", "=", None)
    assert gerak_angka("AKIP", Decimal(70), None, 2023).teks == "AKIP 2023 tidak tersedia untuk dibandingkan"


# --- budget -----------------------------------------------------------------------------------------------------------


def test_serapan_is_ranked_in_its_year_without_the_whole_and_the_share_is_of_the_whole(data):
    setda, bkpsdm = posisi_uang(data, "SETDA", 2024), posisi_uang(data, "BKPSDM", 2024)
    assert setda.urutan == "Serapan peringkat 1 dari 2 OPD beranggaran"
    assert bkpsdm.urutan == "Serapan peringkat 2 dari 2 OPD beranggaran"
    assert setda.bagian == "4,80% dari pagu keseluruhan, Rp 1,34 T"
    utuh = posisi_uang(data, "BATUBARA", 2024)
    assert (utuh.urutan, utuh.bagian, utuh.catatan) == ("", "", "Realisasi diambil dari Belanja APBD")
    sendiri = posisi_uang(data, DKPP, 2025)
    assert sendiri.urutan == "Satu-satunya OPD yang anggarannya tersedia untuk 2025"
    assert sendiri.bagian == "Pagu keseluruhan 2025 tidak tersedia untuk menghitung bagiannya"


def test_a_pagu_of_zero_has_no_serapan_and_no_rank():
    d = dataset(anggaran=[anggaran("/P", 0, 0), anggaran("/P", 100, 50, kode="KAB")])
    p = posisi_uang(d, "DINKES", 2024)
    assert (p.jumlah.serapan, p.urutan, p.bagian) == (None, "", "0,00% dari pagu keseluruhan, Rp 100")
    assert profil_opd(d, "DINKES", 2024).judul == "Nama DINKES: IKU, AKIP, IKM, dan serapan 2024 tidak tersedia"


def test_serapan_rises_and_falls_against_last_year():
    d = dataset(anggaran=[anggaran("/P", 100, 50, tahun=2023), anggaran("/P", 100, 80)])
    assert posisi_uang(d, "DINKES", 2024).gerak.teks == "+30,00 poin dari 2023"
    assert posisi_uang(d, "DINKES", 2023).gerak.teks == "Serapan 2022 tidak tersedia untuk dibandingkan"


# --- the tables of a profile ------------------------------------------------------------------------------------------


def test_few_iku_stand_in_the_order_of_the_document_and_many_worst_first(data):
    setda, kabupaten = profil_opd(data, "SETDA", 2024), profil_opd(data, "BATUBARA", 2024)
    assert [b.kode for b in setda.tabel] == [c.kode for c in data.capaian_opd("SETDA", 2024)]
    assert (setda.judul_tabel, setda.sisa) == ("7 IKU", ())
    assert kabupaten.judul_tabel == "8 IKU dengan capaian terendah"
    assert (len(kabupaten.tabel), len(kabupaten.sisa)) == (RINGKAS, 12)
    terlihat = [b.persen for b in kabupaten.tabel if b.persen is not None]
    assert max(terlihat) <= min(b.persen for b in kabupaten.sisa)


def test_the_distribution_leaves_out_empty_grades_and_adds_up(data):
    p = profil_opd(data, "SETDA", 2024)
    assert [(s.predikat, s.jumlah) for s in p.sebaran] == [("Sangat Tinggi", 4), ("Tinggi", 2), ("Tanpa predikat", 1)]
    for kode in ("BATUBARA", DKPP, "BKPSDM"):
        for tahun in data.tahun_ber_iku(kode):
            p = profil_opd(data, kode, tahun)
            assert sum(s.jumlah for s in p.sebaran) == len(p.ringkasan.iku)


def test_a_unit_without_iku_stands_among_its_kind(data):
    pkm, inspektorat = profil_opd(data, "PKM-LALANG", 2024), profil_opd(data, "INSPEKTORAT", 2024)
    assert pkm.judul_sejenis == "Puskesmas dalam peringkat IKM 2024"
    assert len(pkm.sejenis) == UNIT_BANDING
    assert "PKM-LALANG" in {u.kode_opd for u in pkm.sejenis}
    assert inspektorat.judul_sejenis == "Unit terdekat dalam peringkat IKM 2024"
    assert "INSPEKTORAT" in {u.kode_opd for u in inspektorat.sejenis}
    assert profil_opd(data, "SETDA", 2024).sejenis == ()


def test_the_last_of_its_kind_is_still_in_the_window(data):
    for kode in ("KEC-SEI-BALAI", "PKM-SIMPANG-DOLOK", "KEL-INDRAPURA"):
        assert kode in {u.kode_opd for u in profil_opd(data, kode, 2024).sejenis}


def test_graded_only_netral_and_zero_targets_have_a_profile():
    d = dataset(
        indikator=[
            indikator("A", skala_nilai="Opini BPK"),
            indikator("B", arah="Netral"),
            indikator("C", arah="Turun"),
        ],
        capaian=[
            capaian("A", target="WTP", realisasi="WDP", skala="Opini BPK"),
            capaian("B", realisasi=5),
            capaian("C", target=0, realisasi=3),
        ],
    )
    p = profil_opd(d, "KAB", 2024)
    assert p.judul == "Nama KAB: 0 dari 3 IKU mencapai target"
    assert [(s.predikat, s.jumlah) for s in p.sebaran] == [("Tanpa predikat", 3)]
    assert p.gerak is None


# --- side by side -----------------------------------------------------------------------------------------------------


def baris(banding, nama):
    return next(b.sel for b in banding.baris if b.nama == nama)


def test_the_highest_is_named_where_two_can_be_compared_and_the_whole_never_competes(data):
    b = perbandingan_opd(data, ("SETDA", "BKPSDM"), 2024, "SETDA")
    assert b.judul == (
        "Setda dan BKPSDM masing-masing tertinggi pada 2 dari 4 ukuran; "
        "IKU mencapai target: Setda 3 dari 7, BKPSDM 1 dari 3"
    )
    assert [(k.kode, k.acuan, k.terpilih) for k in b.kolom] == [
        ("SETDA", False, True),
        ("BKPSDM", False, False),
        ("BATUBARA", True, False),
    ]
    tertinggi = {r.nama: [s.tertinggi for s in r.sel] for r in b.baris}
    assert tertinggi == {
        "IKU mencapai target": [True, False, False],
        "Rata-rata capaian": [False, True, False],
        "IKU menurut predikat": [False, False, False],
        "AKIP": [False, False, False],
        "IKM": [False, True, False],
        "Pagu": [False, False, False],
        "Serapan": [True, False, False],
    }


def test_the_cells_of_a_comparison_are_the_figures_of_the_profiles(data):
    b = perbandingan_opd(data, ("SETDA", "BKPSDM"), 2024)
    assert [s.teks for s in baris(b, "IKU mencapai target")] == ["3 dari 7", "1 dari 3", "8 dari 20"]
    assert [s.teks for s in baris(b, "Rata-rata capaian")] == ["93,97%", "97,31%", "96,79%"]
    assert baris(b, "Rata-rata capaian")[0].keterangan == "▲▲ Sangat Tinggi, 6 dari 7 dihitung"
    assert [s.teks for s in baris(b, "AKIP")] == ["BB 72,37", "BB", "B 62,83"]
    assert baris(b, "IKM")[0].keterangan == "peringkat 63 dari 63, 77 responden"
    assert [s.teks for s in baris(b, "Serapan")] == ["93,98%", "93,35%", "95,79%"]
    assert "setiap OPD dinilai dengan skalanya sendiri" in " ".join(b.catatan)


def test_a_figure_of_another_year_is_named_and_never_compared(data):
    b = perbandingan_opd(data, ("SETDA", DKPP), 2024)
    assert [s.keterangan for s in baris(b, "AKIP")][1] == "Tidak tersedia untuk 2024; ada untuk 2025, 2023, 2022"
    assert not any(s.tertinggi for s in baris(b, "AKIP"))
    sendiri = perbandingan_opd(data, ("SETDA", DKPP), 2025)
    assert sendiri.judul == "Hanya Disnaker Perindag yang memiliki angka pada 2025; pembandingnya tidak tersedia"
    assert baris(sendiri, "IKM")[1].keterangan == "Tidak tersedia untuk 2025; ada untuk 2024"


def test_iku_that_cannot_be_told_are_not_called_missed(data):
    b = perbandingan_opd(data, ("SETDA", DKPP, KLPP), 2023)
    assert [(s.teks, s.keterangan) for s in baris(b, "IKU mencapai target")][1] == ("Belum dapat dinilai", "3 IKU")
    assert b.judul == (
        "Setda tertinggi pada 2 dari 4 ukuran; IKU mencapai target: Setda 4 dari 7, Kec. Lima Puluh Pesisir 0 dari 2"
    )


def test_a_year_without_anything_for_all_of_them_is_no_comparison(data):
    assert perbandingan_opd(data, ("SETDA", "BKPSDM"), 2018) is None
    assert tahun_terbanding(data, ("SETDA", "BKPSDM")) == (2024, 2023, 2022)


def test_two_equal_values_have_no_highest():
    d = dataset(anggaran=[anggaran("/P", 100, 50), anggaran("/P", 10, 5, kode="KAB")])
    b = perbandingan_opd(d, ("DINKES", "DINKES"), 2024)
    assert not any(s.tertinggi for r in b.baris for s in r.sel)
    assert b.judul.endswith("tidak memiliki ukuran 2024 yang dapat dibandingkan")


def test_at_first_the_chosen_opd_meets_those_with_iku_that_year(data):
    assert bawaan_banding(data, "SETDA", 2024) == ("SETDA", "BKPSDM")
    assert bawaan_banding(data, "BATUBARA", 2024) == ("SETDA", "BKPSDM")
    assert bawaan_banding(data, "INSPEKTORAT", 2024) == ("INSPEKTORAT", "SETDA", "BKPSDM")
    assert bawaan_banding(data, KLPP, 2023) == (KLPP, "SETDA", DKPP)
    for kode in data.opd:
        for tahun in data.tahun:
            pilihan = bawaan_banding(data, kode, tahun)
            assert 2 <= len(pilihan) <= PALING_BANYAK
            assert kode in pilihan or data.opd[kode].keseluruhan
            assert "BATUBARA" not in pilihan


def test_the_whole_is_no_choice(data):
    assert len(pilihan_banding(data)) == len(data.opd) - 1
    assert "BATUBARA" not in pilihan_banding(data)
    assert "2024" in judul_kurang(2024)


def test_a_workbook_of_one_opd_has_nobody_to_compare_with():
    d = dataset(opd=(opd(),))
    assert pilihan_banding(d) == ()
    assert bawaan_banding(d, "KAB", 2024) == ()
