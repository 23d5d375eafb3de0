"""Published tables: the figures of the reports, the page's own words, nothing where there is nothing."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace

import pytest
from contoh import anggaran as baris_anggaran
from contoh import apbd as baris_apbd
from contoh import capaian, dataset, indikator, opd, wilayah

from kinerja.nilai.angka import format_uang
from kinerja.nilai.baca import baca_nilai
from kinerja.sumber.versi import aktif
from kinerja.telaah.capaian.ringkasan import judul_capaian
from kinerja.telaah.indikator.tabel import Cakupan, Urutan, tabel_capaian
from kinerja.terbitan import capaian as tabel
from kinerja.terbitan import pemeriksaan, perbandingan, uang
from kinerja.terbitan.kumpulan import lampiran, terbitan
from kinerja.terbitan.sampul import nama_berkas, sampul
from kinerja.terbitan.sel import TANDA_DISEBUT, sel_nilai
from kinerja.uji.daftar import SaringUji, judul_uji
from kinerja.uji.mesin import uji
from kinerja.uji.pandangan import pandangan_uji

KAB = "BATUBARA"
SATU = date(2026, 11, 21)


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


def kolom(isi, judul):
    """Return the cells of a column by its head."""
    letak = [k.judul for k in isi.kolom].index(judul)
    return [b[letak] for b in isi.baris]


def baris(isi, nama):
    """Return the row of which a cell says `nama`, by the heads of the columns."""
    (satu,) = [b for b in isi.baris if nama in [s.teks.strip() for s in b]]
    return {k.judul: s for k, s in zip(isi.kolom, satu, strict=True)}


# --- measurement ------------------------------------------------------------------------------------------------------


def test_the_measurement_has_the_rows_and_figures_of_tabel_3_4(data):
    isi = tabel.pengukuran(data, KAB, 2024)
    assert len(isi.baris) == 20
    uhh = baris(isi, "Usia Harapan Hidup")
    assert (uhh["Target"].teks, uhh["Target"].angka) == ("72,93", Decimal("72.93"))
    assert (uhh["Realisasi"].teks, uhh["Realisasi"].angka) == ("72,97", Decimal("72.97"))
    assert (uhh["Capaian"].teks, round(uhh["Capaian"].angka, 2)) == ("100,05%", Decimal("100.05"))
    assert (uhh["Predikat"].teks, uhh["Predikat"].rupa.simbol) == ("Sangat Tinggi", "▲▲")
    assert uhh["Status"].teks == "✓ Melebihi target"
    assert isi.sumber == ("000, Tabel 3.4",)


def test_the_title_is_the_headline_of_the_page(data):
    isi = tabel.pengukuran(data, KAB, 2024)
    assert isi.judul == judul_capaian(tabel_capaian(data, KAB, 2024), "IKU")
    assert tabel.pengukuran(data, KAB, 2024, Urutan.TERENDAH).baris[0][2].teks == "Opini BPK"
    assert tabel.pengukuran(data, KAB, 2024, cakupan=Cakupan.KEGIATAN) is None


def test_grades_and_ranges_stay_text_and_a_multiple_is_a_number(data):
    isi = tabel.pengukuran(data, KAB, 2024)
    target = {s.teks: s.angka for s in kolom(isi, "Target")}
    assert target["WTP"] is target["5,8-5,5"] is target["B (70,00)"] is None
    assert target["54 Triliun"] == Decimal(54 * 10**12)
    opini = baris(isi, "Opini BPK")
    assert (opini["Capaian"].teks, opini["Capaian"].angka) == ("–", None)
    assert opini["Predikat"].teks == "Tinggi (menurut laporan)"


def test_a_mark_of_a_row_stands_below_the_table_with_its_number(data):
    catatan = tabel.pengukuran(data, KAB, 2024).catatan
    assert "No. 15 Persentase Panjang Jalan Kabupaten dalam Kondisi Mantap: Target tertulis 81,48" in " ".join(catatan)


def test_what_is_written_as_missing_is_read_as_it_is_written():
    isi = dataset(capaian=[capaian(target="80", realisasi="N/A"), capaian(tahun=2023, target="80", realisasi="-")])
    assert kolom(tabel.pengukuran(isi, "KAB", 2024), "Realisasi")[0].teks == "N/A"
    assert kolom(tabel.pengukuran(isi, "KAB", 2023), "Realisasi")[0].teks == "Tidak tersedia"


def test_a_target_that_only_says_what_to_calculate_with_stands_in_its_place():
    (satu,) = kolom(tabel.pengukuran(dataset(capaian=[capaian(hitung="60", realisasi="59")]), "KAB", 2024), "Target")
    assert (satu.teks, satu.angka) == ("60", 60)


# --- predikat, sasaran, years -----------------------------------------------------------------------------------------


def test_the_distribution_adds_up_to_all_iku(data):
    isi = tabel.predikat(data, KAB, 2024)
    for judul in ("IKU, menurut laporan", "IKU, dihitung"):
        *masing, jumlah = [s.angka for s in kolom(isi, judul)]
        assert sum(masing) == jumlah == 20
    assert baris(isi, "Sangat Tinggi")["IKU, menurut laporan"].angka == 15
    assert baris(isi, "Sangat Tinggi")["Bagian, dihitung"].angka == 75
    assert baris(isi, "Tinggi")["Batas bawah"].teks == "mulai 75,01"
    assert isi.judul.startswith("15 dari 20 IKU Sangat Tinggi menurut laporan")


def test_a_sasaran_has_its_mean_and_what_the_report_prints(data):
    satu = baris(tabel.sasaran(data, KAB, 2024), "Meningkatnya Kualitas Pendidikan Masyarakat")
    assert (satu["Rata-rata capaian"].teks, satu["Dasar"].teks) == ("98,99%", "2 dari 2 dihitung")
    assert (satu["Predikat"].teks, satu["Menurut laporan"].teks) == ("Sangat Tinggi", "Sangat Tinggi (sama)")


def test_a_cap_changes_the_mean_and_is_said(data):
    bebas, batas = (tabel.sasaran(data, KAB, 2024, batasi=b) for b in (False, True))
    nama = "Meningkatnya Kualitas Kesehatan Masyarakat"
    assert [baris(t, nama)["Rata-rata capaian"].teks for t in (bebas, batas)] == ["100,05%", "100,00%"]
    assert "dihitung 100%" in batas.catatan[0]


def test_the_years_are_at_most_five_and_end_with_the_one_asked_for(data):
    isi = tabel.multi_tahun(data, "KEC-LIMA-PULUH-PESISIR", 2023)
    tahun = sorted({k.judul[-4:] for k in isi.kolom if k.judul.startswith(("Target 2", "Realisasi"))})
    assert tahun == ["2019", "2020", "2021", "2022", "2023"]
    akip = baris(isi, "Nilai AKIP")
    assert [akip[f"{j} 2022"].teks for j in ("Target", "Realisasi", "Capaian")] == ["72,60", "72,59", "99,99%"]
    assert akip["Capaian 2022"].rupa.simbol == "▲▲"
    assert akip["Target akhir 2023"].angka == Decimal("72.60")
    assert tabel.multi_tahun(data, "KEC-LIMA-PULUH-PESISIR", 2021).kolom[-2].judul == "Capaian 2021"


def test_an_empty_column_of_a_year_is_named_instead_of_drawn(data):
    isi = tabel.multi_tahun(data, KAB, 2024)
    assert "Capaian 2020" not in [k.judul for k in isi.kolom]
    assert any(c.startswith("Tidak tersedia untuk semua IKU: Target 2020") for c in isi.catatan)


def test_a_value_of_another_place_is_named(data):
    catatan = tabel.multi_tahun(data, KAB, 2024).catatan
    assert "Indeks Kepuasan Masyarakat: realisasi berasal dari tempat lain untuk 2022 (Setda)." in catatan


def test_the_title_of_the_years_counts_what_became_better_by_the_direction_of_each():
    dua = [indikator("NAIK"), indikator("TURUN", arah="Turun")]
    isi = [capaian(k, t, "10", r) for k, t, r in (("NAIK", 2023, "5"), ("NAIK", 2024, "6"))]
    isi += [capaian("TURUN", 2023, "10", "5"), capaian("TURUN", 2024, "10", "6")]
    satu = dataset(indikator=dua, capaian=isi)
    assert tabel.multi_tahun(satu, "KAB", 2024).judul == "1 dari 2 IKU yang terbanding membaik dari 2023 ke 2024"
    assert tabel.multi_tahun(satu, "KAB", 2023).judul == "Target, realisasi, dan capaian IKU 2023"


# --- money ------------------------------------------------------------------------------------------------------------


def test_the_budget_ends_with_the_sum_that_the_report_prints(data):
    isi = uang.anggaran(data, "SETDA", 2024)
    akhir = {k.judul: s for k, s in zip(isi.kolom, isi.baris[-1], strict=True)}
    assert (akhir["Pagu (Rp)"].teks, akhir["Pagu (Rp)"].angka) == ("64.440.768.486", Decimal(64_440_768_486))
    assert akhir["Serapan"].teks == "93,98%"
    assert akhir["Uraian"].tebal
    assert isi.judul == "Serapan 93,98%: Rp 60,56 M dari Rp 64,44 M, tersisa Rp 3,88 M"


def test_every_line_of_the_budget_stands_once_and_under_its_parent(data):
    isi = uang.anggaran(data, "BKPSDM", 2024)
    dalam = [len(s.teks) - len(s.teks.lstrip("\u2003")) for s in kolom(isi, "Uraian")]
    assert dalam[0] == 0
    assert max(dalam) == 2
    assert all(b <= a + 1 for a, b in pairwise(dalam))
    daun = [b[2].angka for n, b in enumerate(isi.baris[:-1]) if n + 1 == len(isi.baris) - 1 or dalam[n + 1] <= dalam[n]]
    assert sum(daun) == isi.baris[-1][2].angka


def test_programs_without_realisasi_show_what_they_support(data):
    isi = uang.anggaran(data, KAB, 2024)
    assert [k.judul for k in isi.kolom][2:] == ["Pagu (Rp)", "Bagian", "IKU yang didukung"]
    assert isi.baris[-1][2].teks == "1.343.185.299.386"
    assert "Belanja dalam APBD" in isi.catatan[0]


def test_efisiensi_has_points_ratio_and_quadrant(data):
    satu = baris(uang.efisiensi(data, KAB, 2024), "UHH Usia Harapan Hidup")
    assert (satu["Pagu (Rp)"].angka, satu["Serapan"].teks) == (Decimal(88_076_775_865), "91,57%")
    assert (satu["Efisiensi (poin)"].teks, satu["Rasio"].teks) == ("+8,48", "1,09")
    assert (satu["Kuadran"].teks, satu["Kuadran"].rupa.simbol) == ("Hemat", "◆")


def test_apbd_has_both_years_and_the_change(data):
    satu = baris(uang.apbd(data, KAB, 2024), "Pendapatan")
    assert (satu["Persentase"].teks, satu["Perubahan (%)"].teks) == ("98,11%", "+3,99%")
    assert satu["Realisasi 2024 (Rp)"].angka == Decimal("1315883382650.63")
    assert satu["Uraian"].tebal


def test_money_that_is_missing_is_said_and_zero_stays_zero():
    isi = dataset(anggaran=[baris_anggaran("/A", 100, 0), baris_anggaran("/B", 50), baris_anggaran("/C", None, 5)])
    t = uang.anggaran(isi, "DINKES", 2024)
    assert [s.teks for s in kolom(t, "Realisasi (Rp)")] == ["0", "Tidak tersedia", "5", "5"]
    assert [s.angka for s in kolom(t, "Pagu (Rp)")] == [100, 50, None, 150]
    assert format_uang(Decimal("-1234.5")) == "-1.234,50"


def test_apbd_without_anggaran_and_last_year_has_one_column_of_money():
    t = uang.apbd(dataset(apbd=[baris_apbd("Pendapatan", "PAD", realisasi=10)], capaian=[capaian()]), "KAB", 2024)
    assert [k.judul for k in t.kolom] == ["Uraian", "Realisasi 2024 (Rp)"]


# --- regions, units, audit, completeness ------------------------------------------------------------------------------


def test_regions_are_ranked_with_the_province_below_and_the_gap_to_the_own_one(data):
    isi = perbandingan.regional(data, "IPM", 2024)
    assert len(isi.baris) == 33
    sendiri = baris(isi, "wilayah sendiri")
    assert (sendiri["Peringkat"].angka, sendiri["Nilai"].angka) == (26, Decimal("73.14"))
    assert (sendiri["Predikat"].teks, sendiri["Selisih"].teks, sendiri["Wilayah"].tebal) == ("Tinggi", "–", True)
    assert (isi.baris[0][1].teks, isi.baris[0][-1].teks) == ("Medan", "+10,09")
    assert isi.judul == "IPM 73,14 (Tinggi): peringkat 26 dari 33, 10,09 poin di bawah Medan"


def test_a_level_stays_a_level(data):
    assert {s.angka for s in kolom(perbandingan.regional(data, "Kematangan UKPBJ", 2024), "Nilai")} == {None}


def test_parts_of_a_measure_stand_in_no_export_of_the_whole(data):
    kode = [t.kode for t in perbandingan.regional_terbanding(data, 2024)]
    assert "regional-Kematangan-UKPBJ" in kode
    assert not [k for k in kode if k.startswith("regional-Kematangan-UKPBJ-")]


def test_units_are_ranked_by_ikm_and_akip_stands_by_year(data):
    ikm, akip = perbandingan.ikm(data, 2024), perbandingan.akip(data, "SETDA", 2024)
    assert ikm.judul == "24 dari 63 unit bermutu A pada IKM 2024"
    assert ikm.baris[0][0].angka == 1
    assert kolom(ikm, "Responden")[0].angka is not None
    assert akip.judul == "AKIP Setda BB (72,37)"
    assert baris(akip, "Setda")["2024"].teks == "BB 72,37"


def test_findings_of_an_opd_and_year_stand_as_on_the_page(data):
    isi = pemeriksaan.temuan_uji(data, "SETDA", 2024)
    saring = SaringUji(kode_opd="SETDA", tahun=2024)
    semua = saring.ambil(uji(data).temuan)
    assert [s.teks for s in kolom(isi, "Id")] == [t.id for t in semua]
    assert isi.judul == judul_uji(data, semua, saring)
    assert "OPD" not in [k.judul for k in isi.kolom]
    assert "OPD" in [k.judul for k in pemeriksaan.tabel_temuan(data, pandangan_uji(data, SaringUji(), {})).kolom]


def test_what_stands_of_what_is_expected_is_said_with_its_state(data):
    isi = pemeriksaan.kelengkapan(data, 2024, SATU)
    satu = baris(isi, "Pemerintah Kabupaten Batu Bara")["2024"]
    assert satu.teks.startswith("20 dari 20; lengkap")
    assert satu.rupa.simbol == "✓"


# --- together ---------------------------------------------------------------------------------------------------------


def test_the_lampiran_has_the_tables_of_bab_iii_in_their_order(data):
    kode = [t.kode for t in lampiran(data, KAB, 2024)]
    assert kode == ["pengukuran", "predikat", "sasaran", "multi-tahun", "efisiensi", "anggaran", "APBD"]
    semua = [t.kode for t in terbitan(data, KAB, 2024)]
    assert semua[:7] == kode
    assert semua[-1] == "temuan-uji"
    assert "regional-IPM" in semua


def test_an_opd_that_is_not_the_whole_has_no_regions(data):
    assert not [t.kode for t in terbitan(data, "SETDA", 2024) if t.kode.startswith("regional")]


def test_without_data_there_is_no_table():
    kosong = dataset()
    assert lampiran(kosong, "KAB", 2024) == terbitan(kosong, "DINKES", 1999) == ()
    for buat in (tabel.pengukuran, tabel.predikat, tabel.sasaran, tabel.multi_tahun, uang.anggaran, uang.apbd):
        assert buat(kosong, "KAB", 2024) is None
    assert uang.efisiensi(kosong, "KAB", 2024) is pemeriksaan.temuan_uji(kosong, "KAB", 2024) is None
    assert perbandingan.regional(kosong, "IPM", 2024) is perbandingan.akip(kosong, "KAB", 2024) is None
    assert perbandingan.ikm(kosong, 2024) is pemeriksaan.kelengkapan(kosong, 2024, SATU) is None


def test_two_hundred_indicators_make_two_hundred_rows():
    semua = [indikator(f"I{n}") for n in range(200)]
    isi = dataset(indikator=semua, capaian=[capaian(i.kode_indikator, target="2", realisasi="1") for i in semua])
    assert {len(t.baris) for t in lampiran(isi, "KAB", 2024) if t.kode in ("pengukuran", "multi-tahun")} == {200}
    assert kolom(tabel.pengukuran(isi, "KAB", 2024), "No.")[-1].angka == 200


def test_very_many_remarks_end_with_how_many_more_there_are():
    semua = [indikator(f"I{n}") for n in range(TANDA_DISEBUT + 5)]
    isi = [capaian(i.kode_indikator, target="2", realisasi="1", catatan="catatan") for i in semua]
    catatan = tabel.pengukuran(dataset(indikator=semua, capaian=isi), "KAB", 2024).catatan
    assert catatan[-1] == "Dan 5 catatan lain pada halamannya."


def test_a_closed_finding_is_left_out(data):
    semua = SaringUji(kode_opd="SETDA", tahun=2024).ambil(uji(data).temuan)
    tutup = {semua[0].id: SimpleNamespace(seharusnya=semua[0].seharusnya)}
    isi = pemeriksaan.temuan_uji(data, "SETDA", 2024, tutup)
    assert len(isi.baris) == len(semua) - 1
    assert semua[0].id not in [s.teks for s in kolom(isi, "Id")]


# --- cover ------------------------------------------------------------------------------------------------------------


def test_the_cover_says_whose_of_which_year_and_version_and_when(data):
    isi = dict(sampul(data, KAB, 2024, SATU).keterangan)
    assert isi["Pemerintah daerah"] == "Kabupaten Batu Bara"
    assert (isi["Tahun"], isi["Tanggal dibuat"]) == ("2024", "21 November 2026")
    assert isi["Versi data"] == data.versi
    assert dict(sampul(data, None, None, SATU).keterangan)["Perangkat daerah"] == "Semua perangkat daerah"


def test_the_cover_tells_the_formula_and_the_scale_in_force(data):
    petunjuk = " ".join(p.kalimat for p in sampul(data, KAB, 2024, SATU).petunjuk)
    assert "Capaian, Arah Naik: Realisasi ÷ target × 100." in petunjuk
    assert "Sangat Tinggi mulai 90,01" in petunjuk


@pytest.mark.parametrize(
    ("jenis", "kode", "tahun", "nama"),
    [
        ("capaian", "KAB", 2024, "capaian_KAB_2024_v3.xlsx"),
        ("uji", None, None, "uji_v3.xlsx"),
        ("capaian", '../A b/"<é>', 2024, "capaian_A-b_2024_v3.xlsx"),
    ],
)
def test_a_file_name_holds_nothing_that_a_disk_refuses(jenis, kode, tahun, nama):
    assert nama_berkas(jenis, kode, tahun, "3", "xlsx") == nama


def test_a_ranked_measure_without_an_own_region_has_no_gap():
    isi = dataset(regional=[wilayah("A", "1"), wilayah("B", "2")], opd=[opd()], profil=())
    assert [k.judul for k in perbandingan.regional(isi, "IPM", 2024).kolom][-1] != "Selisih"


def test_a_number_with_a_grade_stays_text():
    isi = [sel_nilai(baca_nilai(t, "", None)) for t in ("72,93", "BB (74)", "9/9", "1:26", "")]
    assert [s.angka for s in isi] == [Decimal("72.93"), None, None, None, None]
    assert [s.teks for s in isi] == ["72,93", "BB (74)", "9/9", "1:26", "Tidak tersedia"]
