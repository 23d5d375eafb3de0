"""What is filled, empty or late; the list of what is missing; the letter and the CSV that ask for it."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from contoh import capaian, dataset, indikator, opd, profil
from contoh_triwulan import INDIKATOR, bertriwulan

from kinerja.model import baris as model
from kinerja.model.istilah import JenisAnalisis, Periode
from kinerja.nilai.waktu import hari_ini
from kinerja.sajian.berkas_csv import aman_csv
from kinerja.sumber import versi as sumber
from kinerja.telaah.kelengkapan.isian import Realisasi, isian_tahun, isian_triwulan, lewat
from kinerja.telaah.kelengkapan.kekurangan import JenisKurang, alasan_tanpa, daftar_kurang, judul_daftar
from kinerja.telaah.kelengkapan.matriks import (
    Keadaan,
    catatan_tanpa_iku,
    judul_kelengkapan,
    matriks_tahun,
    matriks_triwulan,
    sumber_kelengkapan,
)
from kinerja.telaah.kelengkapan.permintaan import csv_kurang, nama_berkas, teks_permintaan
from kinerja.telaah.kelengkapan.tenggat import berakhir, jatuh_tempo, keterangan_hari

HARI = date(2026, 11, 21)


@pytest.fixture(scope="module")
def kirim():
    """The shipped data."""
    return sumber.aktif().dataset


def sel(matriks, kode, kolom):
    """Return a cell of a matrix by OPD ("" is the sum) and column."""
    (baris,) = [b for b in matriks.baris if b.kode_opd == kode]
    return baris.sel[matriks.kolom.index(str(kolom))]


def butir(daftar):
    """Return kind and code of every piece."""
    return [(b.jenis, b.kode) for b in daftar.butir]


# --- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("periode", "tenggat", "hari_terakhir"),
    [
        (Periode.TAHUNAN, date(2025, 3, 31), date(2024, 12, 31)),
        (Periode.TW_I, date(2024, 4, 30), date(2024, 3, 31)),
        (Periode.TW_II, date(2024, 7, 31), date(2024, 6, 30)),
        (Periode.TW_III, date(2024, 10, 31), date(2024, 9, 30)),
        (Periode.TW_IV, date(2025, 1, 31), date(2024, 12, 31)),
    ],
)
def test_a_figure_falls_due_after_its_period_is_over(periode, tenggat, hari_terakhir):
    assert jatuh_tempo(2024, periode) == tenggat
    assert not berakhir(2024, periode, hari_terakhir)
    assert berakhir(2024, periode, date.fromordinal(hari_terakhir.toordinal() + 1))


def test_it_is_late_on_the_day_after_the_last_one():
    (isian,) = isian_tahun(dataset(capaian=[capaian(tahun=2024, target="1")]), 2024)
    assert not lewat(isian, date(2025, 3, 31))
    assert lewat(isian, date(2025, 4, 1))


def test_the_day_it_was_judged_on_stands_on_the_screen():
    assert keterangan_hari(HARI) == "Keterlambatan dinilai per 21 November 2026 (WIB)."
    assert isinstance(hari_ini(), date)


# --- what is expected -------------------------------------------------------------------------------------------------


def diharapkan(tahun_ada, tahun_akhir, terbaru=2027):
    """Return the years in which an indicator with rows in `tahun_ada` is expected."""
    lain = capaian("LAIN", terbaru, "1", "1")
    data = dataset(
        indikator=(indikator("X"), indikator("LAIN", "DINKES")),
        capaian=[*(capaian("X", t, "1", "1") for t in tahun_ada), lain],
        profil=profil(tahun_akhir=tahun_akhir),
    )
    return [t for t in range(2018, 2030) if any(i.kode_opd == "KAB" for i in isian_tahun(data, t))]


@pytest.mark.parametrize(
    ("tahun_ada", "tahun_akhir", "hasil"),
    [
        ([2022], "2026", [2022, 2023, 2024, 2025, 2026]),
        ([2022, 2025], "2024", [2022, 2023, 2024, 2025, 2026, 2027]),
        ([2022, 2024], "2024", [2022, 2023, 2024]),
        ([2026], "2030", [2026, 2027]),
        ([2026], "", [2026, 2027]),
        ([2026], "akhir", [2026, 2027]),
        ([], "2026", []),
    ],
    ids=["to the end of the plan", "a later plan", "the plan is over", "newest year", "no plan", "no number", "no row"],
)
def test_an_indicator_is_expected_from_its_first_year_to_the_end_of_its_plan(tahun_ada, tahun_akhir, hasil):
    assert diharapkan(tahun_ada, tahun_akhir) == hasil


def test_na_is_a_statement_and_an_empty_cell_is_none():
    data = dataset(
        indikator=[indikator(k) for k in "ABCD"],
        capaian=[capaian(k, target="1", realisasi=r) for k, r in zip("ABC", ("5", "N/A", None), strict=True)],
    )
    assert [i.realisasi for i in isian_tahun(data, 2024)] == [Realisasi.ADA, Realisasi.DINYATAKAN, Realisasi.KOSONG]


# --- the matrix -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "tahun", "teks", "keadaan", "rincian"),
    [
        ("BATUBARA", 2024, "20 dari 20", Keadaan.LENGKAP, ()),
        ("BATUBARA", 2023, "18 dari 18", Keadaan.SEBAGIAN, ("4 tanpa target",)),
        ("BATUBARA", 2018, "1 dari 1", Keadaan.TANPA_TARGET, ()),
        ("BATUBARA", 2025, "0 dari 20", Keadaan.TANPA_TARGET, ("! 20 terlambat",)),
        ("SETDA", 2024, "6 dari 7", Keadaan.SEBAGIAN, ("1 N/A",)),
        ("SETDA", 2021, "", Keadaan.TIDAK_DIHARAPKAN, ()),
        ("DISNAKERPERINDAG", 2024, "0 dari 3", Keadaan.TANPA_TARGET, ("! 3 terlambat",)),
        ("DISNAKERPERINDAG", 2025, "2 dari 4", Keadaan.SEBAGIAN, ("2 N/A",)),
        ("KEC-LIMA-PULUH-PESISIR", 2019, "0 dari 2", Keadaan.KOSONG, ("! 2 terlambat",)),
        ("", 2024, "29 dari 35", Keadaan.SEBAGIAN, ("! 5 terlambat", "1 N/A", "5 tanpa target")),
    ],
)
def test_the_matrix_of_the_shipped_data(kirim, kode, tahun, teks, keadaan, rincian):
    s = sel(matriks_tahun(kirim, HARI), kode, tahun)
    assert (s.teks, s.keadaan, tuple(k.teks for k in s.rincian), s.tahun) == (teks, keadaan, rincian, tahun)


def test_the_matrix_has_every_year_of_the_filter_and_the_opd_with_iku(kirim):
    m = matriks_tahun(kirim, HARI)
    assert m.kolom == tuple(str(t) for t in sorted(kirim.tahun))
    assert [b.kode_opd for b in m.baris] == [*(o.kode_opd for o in kirim.opd_ber_iku), ""]
    assert len(matriks_tahun(kirim, HARI, semua=True).baris) > 50


def test_nothing_is_late_before_its_day(kirim):
    s = sel(matriks_tahun(kirim, date(2026, 3, 31)), "BATUBARA", 2025)
    assert (s.terlambat, tuple(k.teks for k in s.rincian)) == (0, ("20 belum jatuh tempo",))


def test_one_opd_needs_no_sum():
    m = matriks_tahun(dataset(capaian=[capaian(target="1", realisasi="1")]), HARI)
    assert [b.kode_opd for b in m.baris] == ["KAB"]


def test_quarters_are_a_matrix_of_the_indicators_that_have_any():
    m = matriks_triwulan(bertriwulan(), 2025, date(2025, 11, 30))
    assert m.kolom == ("TW I 2025", "TW II 2025", "TW III 2025", "TW IV 2025")
    assert [(s.teks, s.keadaan, tuple(k.teks for k in s.rincian)) for s in m.baris[0].sel] == [
        ("6 dari 6", Keadaan.LENGKAP, ()),
        ("5 dari 6", Keadaan.SEBAGIAN, ("! 1 terlambat",)),
        ("4 dari 6", Keadaan.SEBAGIAN, ("! 2 terlambat", "2 tanpa target")),
        ("1 dari 6", Keadaan.SEBAGIAN, ("5 belum jatuh tempo", "4 tanpa target")),
    ]


def test_without_quarters_there_is_no_matrix_of_them(kirim):
    assert matriks_triwulan(kirim, 2024, HARI) is None
    assert isian_triwulan(kirim, 2024, semua=True) == ()


# --- the headline -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tahun", "judul"),
    [
        (2018, "1 IKU terisi pada 2018"),
        (2022, "13 dari 14 IKU terisi pada 2022; yang kosong: Nilai LPPD (Setda)"),
        (2023, "Semua 30 IKU terisi pada 2023"),
        (
            2024,
            "29 dari 35 IKU terisi pada 2024; yang kosong: 3 pada Disnaker Perindag, "
            "2 pada Kec. Lima Puluh Pesisir, 1 pada Setda",
        ),
        (2010, "Belum ada IKU yang diharapkan terisi pada 2010"),
    ],
)
def test_the_headline_counts_and_names_what_is_empty(kirim, tahun, judul):
    assert judul_kelengkapan(kirim, tahun) == judul


def test_the_headline_of_all_indicators_says_so_and_sums_up_the_last(kirim):
    judul = judul_kelengkapan(kirim, 2025)
    assert judul.endswith("20 pada Pemkab Batu Bara, 7 pada Setda, 3 pada BKPSDM, 4 pada OPD lain")
    assert "dari 547 indikator" in judul_kelengkapan(kirim, 2024, semua=True)


def test_opd_without_iku_are_counted(kirim):
    assert catatan_tanpa_iku(kirim) == "60 dari 65 OPD dan unit belum memiliki IKU di buku kerja."
    assert catatan_tanpa_iku(dataset(opd=[opd()])) == ""


def test_the_sources_are_those_of_the_year(kirim):
    assert sumber_kelengkapan(kirim, 2024)[0] == "000, Tabel 3.4"
    assert sumber_kelengkapan(kirim, 2010) == ()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_what_setda_lacks_of_2024(kirim):
    daftar = daftar_kurang(kirim, "SETDA", 2024, HARI)
    assert butir(daftar) == [
        (JenisKurang.PENJELASAN, "SETDA-AKIP"),
        (JenisKurang.PENJELASAN, "SETDA-IKM-UNIT"),
        (JenisKurang.DINYATAKAN, "SETDA-LPPD"),
    ]
    lppd = daftar.butir[-1]
    assert lppd.tempat == "lembar Capaian, kode SETDA-LPPD, tahun 2024, kolom Realisasi"
    assert lppd.diharapkan == (
        "Tertulis “N/A” (Nilai LPPD 2024 belum diketahui saat laporan disusun); isi bila angkanya sudah terbit"
    )
    assert not any(b.terlambat for b in daftar.butir)
    assert judul_daftar(daftar) == "Sekretariat Daerah: 3 hal perlu dilengkapi untuk 2024"


def test_a_year_without_any_row_is_asked_for_once_an_indicator(kirim):
    daftar = daftar_kurang(kirim, "DISNAKERPERINDAG", 2024, HARI)
    assert {b.jenis for b in daftar.butir} == {JenisKurang.BARIS}
    assert [(b.tenggat, b.terlambat) for b in daftar.butir] == [("31 Maret 2025", True)] * 3
    assert judul_daftar(daftar).endswith("3 hal perlu dilengkapi untuk 2024, 3 di antaranya terlambat")
    tepat = daftar_kurang(kirim, "DISNAKERPERINDAG", 2024, date(2025, 3, 31))
    assert not any(b.terlambat for b in tepat.butir)


def test_while_a_year_runs_only_its_target_is_asked_for(kirim):
    daftar = daftar_kurang(kirim, "SETDA", 2025, date(2025, 12, 31))
    assert {(b.jenis, b.tenggat) for b in daftar.butir} == {(JenisKurang.BARIS, "")}
    assert daftar.butir[0].diharapkan.startswith("Target 2025")
    berjalan = dataset(capaian=[capaian(tahun=2025, target="1", sumber="000")])
    assert daftar_kurang(berjalan, "KAB", 2025, date(2025, 12, 31)).butir == ()
    (kosong,) = daftar_kurang(berjalan, "KAB", 2025, date(2026, 1, 1)).butir
    assert (kosong.jenis, kosong.terlambat) == (JenisKurang.REALISASI, False)
    assert kosong.diharapkan == "Realisasi 2025 (Persen), target 1"


def analisis(jenis, kode="X", tahun=2024):
    return model.Analisis(tahun=tahun, jenis=JenisAnalisis(jenis), uraian="Uraian", kode_indikator=kode)


@pytest.mark.parametrize(
    ("penjelasan", "diminta"),
    [
        ((), True),
        ((analisis("Faktor pendorong"), analisis("Inovasi")), True),
        ((analisis("Solusi", tahun=2023),), True),
        ((analisis("Solusi", kode="LAIN"),), True),
        ((analisis("Faktor penghambat"),), False),
        ((analisis("Solusi"),), False),
        ((analisis("Tindak lanjut"),), False),
        ((analisis("Rekomendasi"),), False),
    ],
    ids=["none", "of success", "other year", "other indicator", "hindrance", "solution", "follow-up", "advice"],
)
def test_a_missed_target_needs_an_explanation_of_the_same_year(penjelasan, diminta):
    data = dataset(
        indikator=[indikator("X"), indikator("LAIN")],
        capaian=[capaian("X", target="10", realisasi="5", sumber="000")],
        analisis=penjelasan,
    )
    assert ((JenisKurang.PENJELASAN, "X") in butir(daftar_kurang(data, "KAB", 2024, HARI))) is diminta


def test_a_reached_target_needs_none_and_an_activity_neither_explanation_nor_pagu():
    baik = dataset(capaian=[capaian(target="10", realisasi="10", sumber="000")])
    assert butir(daftar_kurang(baik, "KAB", 2024, HARI)) == [(JenisKurang.PAGU, "UHH")]
    kegiatan = dataset(
        indikator=[indikator("K", tingkat="Kegiatan")],
        capaian=[capaian("K", target="10", realisasi="5", sumber="000")],
    )
    daftar = daftar_kurang(kegiatan, "KAB", 2024, HARI, semua=True)
    assert (daftar.butir, daftar.diharapkan, daftar.sebutan) == ((), 1, "indikator")
    assert judul_daftar(daftar) == "Nama KAB: data 2024 lengkap"


@pytest.mark.parametrize(
    "uang",
    [
        {"anggaran_indikator": [model.AnggaranIndikator(kode_indikator="uhh", tahun=2024, pagu=1)]},
        {
            "anggaran": [
                model.BarisAnggaran(kode_opd="DINKES", tahun=2024, program="P", pagu=1, kode_indikator=("LAIN", "uhh"))
            ]
        },
    ],
    ids=["Anggaran indikator", "Anggaran"],
)
def test_a_pagu_counts_wherever_it_stands(uang):
    isi = {
        "indikator": [indikator(), indikator("LAIN")],
        "capaian": [capaian(target="10", realisasi="10", sumber="000")],
    }
    assert daftar_kurang(dataset(**isi, **uang), "KAB", 2024, HARI).butir == ()
    assert butir(daftar_kurang(dataset(**isi), "KAB", 2024, HARI)) == [(JenisKurang.PAGU, "UHH")]


def test_target_and_source_are_asked_for_where_a_row_stands():
    daftar = daftar_kurang(dataset(capaian=[capaian(realisasi="5")]), "KAB", 2024, HARI)
    assert [b.jenis for b in daftar.butir] == [JenisKurang.TARGET, JenisKurang.SUMBER, JenisKurang.PAGU]
    assert daftar.butir[0].tempat == "lembar Capaian, kode UHH, tahun 2024, kolom Target"


def test_an_indicator_that_is_not_judged_needs_no_target():
    data = dataset(indikator=[indikator(arah="Netral")], capaian=[capaian(realisasi="5", sumber="000")])
    assert JenisKurang.TARGET not in dict(butir(daftar_kurang(data, "KAB", 2024, HARI)))
    assert sel(matriks_tahun(data, HARI), "KAB", 2024).keadaan is Keadaan.LENGKAP


def test_quarters_that_are_over_are_asked_for_each():
    daftar = daftar_kurang(bertriwulan(), "DINKES", 2025, date(2025, 11, 1))
    tw = {(b.kode, b.tempat.split(", ")[3]) for b in daftar.butir if b.jenis is JenisKurang.TRIWULAN}
    assert tw == {
        ("IKM", "periode TW II"),
        ("OPINI", "periode TW III"),
        ("KUNJUNGAN", "periode TW III"),
    }
    (ikm,) = [b for b in daftar.butir if b.kode == "IKM" and b.jenis is JenisKurang.TRIWULAN]
    assert (ikm.diharapkan, ikm.tenggat, ikm.terlambat) == (
        "Realisasi TW II 2025 (Persen), target 80",
        "31 Juli 2025",
        True,
    )


def test_a_year_made_of_quarters_is_not_asked_for_besides_them():
    """The year's own row of VAKSIN has a target and waits for its realisasi; STUNTING has quarters only."""
    tahunan = [
        b.kode for b in daftar_kurang(bertriwulan(), "DINKES", 2025, HARI).butir if b.jenis is JenisKurang.REALISASI
    ]
    assert tahunan == ["VAKSIN"]
    semua = butir(daftar_kurang(bertriwulan(), "DINKES", 2025, HARI))
    assert (JenisKurang.TRIWULAN, "STUNTING") in semua
    assert JenisKurang.BARIS not in dict(semua)


def test_a_quarter_that_is_said_to_be_missing_is_not_late():
    data = bertriwulan(capaian("KEGIATAN", 2025, "1", "N/A", "TW III", sumber="000"))
    daftar = daftar_kurang(data, "DINKES", 2025, HARI, semua=True)
    (tw,) = [b for b in daftar.butir if b.jenis is JenisKurang.DINYATAKAN]
    assert (tw.kode, tw.terlambat) == ("KEGIATAN", False)
    assert "periode TW III" in tw.tempat


def test_an_opd_of_which_nothing_is_expected_says_why(kirim):
    tanpa_iku = daftar_kurang(kirim, "INSPEKTORAT", 2024, HARI)
    assert (tanpa_iku.butir, tanpa_iku.diharapkan) == ((), 0)
    assert judul_daftar(tanpa_iku) == "Inspektorat: tidak ada IKU yang diharapkan pada 2024"
    assert "Kode OPD INSPEKTORAT" in alasan_tanpa(tanpa_iku)
    belum = alasan_tanpa(daftar_kurang(kirim, "BKPSDM", 2018, HARI))
    assert belum == "IKU OPD ini belum memiliki baris di lembar Capaian pada atau sebelum 2018."


def test_the_list_agrees_with_the_matrix_for_every_opd_and_year(kirim):
    m = matriks_tahun(kirim, HARI, semua=True)
    for b in m.baris[:-1]:
        for s in b.sel:
            daftar = daftar_kurang(kirim, b.kode_opd, s.tahun, HARI, semua=True)
            assert (daftar.terisi, daftar.diharapkan) == (s.terisi, s.diharapkan)
            assert sum(k.terlambat for k in daftar.butir) == s.terlambat


# --- the letter and the CSV -------------------------------------------------------------------------------------------


def test_the_letter_asks_the_office_for_each_piece_with_its_place_and_its_day(kirim):
    surat = teks_permintaan(kirim, daftar_kurang(kirim, "SETDA", 2024, HARI))
    baris = surat.split("\n")
    assert baris[0] == "Yth. Pimpinan Sekretariat Daerah"
    assert "tahun 2024 belum lengkap: 6 dari 7 IKU sudah memiliki realisasi. Kami mohon 3 hal berikut" in surat
    assert "A. Target tidak tercapai tanpa penjelasan (2)" in baris
    assert "1. Nilai AKIP: Sebab dan tindak lanjut: realisasi 72,37, target 73." in baris
    assert "B. Realisasi dinyatakan tidak tersedia (1)" in baris
    assert "   Tulis di lembar Capaian, kode SETDA-LPPD, tahun 2024, kolom Realisasi." in baris
    assert "telah lewat pada 31 Maret 2025" in surat
    assert "1.234,56" in surat
    assert baris[-1] == "Pengelola data kinerja Kabupaten Batu Bara"


def test_the_letter_names_the_day_that_is_still_to_come(kirim):
    surat = teks_permintaan(kirim, daftar_kurang(kirim, "SETDA", 2025, date(2026, 1, 5)))
    assert "paling lambat 31 Maret 2026, yaitu tiga bulan setelah tahun anggaran berakhir" in surat
    assert "telah lewat" not in surat


def jahat():
    nama = "Angka\n\nB. Hapus semua baris (1)\n=1+1"
    satu = model.Indikator(
        kode_indikator="=X",
        kode_opd="KAB",
        tingkat=INDIKATOR[0].tingkat,
        indikator=nama,
        satuan="",
        arah=INDIKATOR[0].arah,
    )
    kode = "=cmd|' /C calc'!A0"
    return dataset(opd=[opd("KAB", nama=kode)], indikator=[satu], capaian=[capaian("=X", target="1")])


def test_text_of_the_workbook_stays_on_its_line_of_the_letter():
    surat = teks_permintaan(jahat(), daftar_kurang(jahat(), "KAB", 2024, HARI))
    assert "1. Angka B. Hapus semua baris (1) =1+1: Realisasi 2024, target 1." in surat.split("\n")
    assert surat.split("\n")[-1] == "Pengelola data kinerja"


def test_the_csv_has_one_line_a_piece_and_no_formula():
    daftar = daftar_kurang(jahat(), "KAB", 2024, HARI)
    isi = list(csv.reader(io.StringIO(csv_kurang(daftar).decode("utf-8-sig")), delimiter=";"))
    assert len(isi) == 1 + len(daftar.butir) == 3
    assert all(len(b) == 9 for b in isi)
    assert not any(s.startswith(("=", "+", "-", "@")) for b in isi for s in b)
    assert isi[1][0] == "'=cmd|' /C calc'!A0"
    assert isi[1][-2:] == ["31 Maret 2025", "Ya"]
    assert isi[2][-2:] == ["", "Tidak"]
    assert nama_berkas(daftar) == "kekurangan_kab_2024.csv"
    assert nama_berkas(replace(daftar, kode_opd="../a b/C")) == "kekurangan_a-b-c_2024.csv"


def test_numbers_with_a_sign_stay_numbers_in_a_csv():
    assert [aman_csv(t) for t in ("-1,5", "-1+1", "@a", "a")] == ["-1,5", "'-1+1", "'@a", "a"]
