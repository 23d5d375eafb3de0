"""The shipped data: the workbook follows from the CSV sources, and the figures from the reports.

Nothing here counts rows: the data grow. What is held is what the reports print.
"""

import csv
import re
from collections import Counter
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from kinerja.buku.muat import muat
from kinerja.buku.tulis import nama_sumber, tulis_buku
from kinerja.dataset import Dataset
from kinerja.model.istilah import Status
from kinerja.model.kolom import Jenis
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.pemasangan import AKAR
from kinerja.rumus.hitung import rata_rata

SUMBER = AKAR / "data" / "sumber"
BUKU = AKAR / "data" / "kinerja_batu_bara.xlsx"
LAPORAN = AKAR.parent / "shared" / "laporan"
DIKIRIM = [s for s in SEMUA_LEMBAR if s.nama not in ("Laporan", "Rencana aksi")]
"""Sheets that the shipped workbook fills."""
BERSUMBER = [s for s in DIKIRIM if "Sumber" in s.judul]
KAB = "BATUBARA"

TABEL_3_4 = {
    "BB-UHH": ("72,93", "72,97", "100,05", "Sangat Tinggi"),
    "BB-RLS": ("8,60", "8,51", "98,95", "Sangat Tinggi"),
    "BB-HLS": ("13,25", "13,12", "99,02", "Sangat Tinggi"),
    "BB-OPINI": ("WTP", "WDP", None, "Tinggi"),
    "BB-AKIP": ("B (70,00)", "62,83", "89,76", "Tinggi"),
    "BB-IKM": ("86", "86,28", "100,33", "Sangat Tinggi"),
    "BB-MISKIN": ("11,03", "10,94", "100,82", "Sangat Tinggi"),
    "BB-PAD": ("13,98", "14,14", "101,14", "Sangat Tinggi"),
    "BB-TANI": ("23", "22,54", "98,00", "Sangat Tinggi"),
    "BB-INDUSTRI": ("46,50", "44,54", "95,78", "Sangat Tinggi"),
    "BB-DAGANG": ("18,00", "18,15", "100,83", "Sangat Tinggi"),
    "BB-TPT": ("5,8-5,5", "5,75", "98,23", "Sangat Tinggi"),
    "BB-INOVASI": ("55,0 (Inovatif)", "47,01", "85,47", "Tinggi"),
    "BB-INFRA": ("80", "68,91", "86,14", "Tinggi"),
    "BB-JALAN": ("81,48 /60", "59,48", "99,13", "Sangat Tinggi"),
    "BB-INVESTASI": ("54 Triliun", "52.884.243.610.119", "97,93", "Sangat Tinggi"),
    "BB-RUANG": ("100", "100", "100,00", "Sangat Tinggi"),
    "BB-IKLH": ("71,00", "59,86", "84,31", "Tinggi"),
    "BB-IDM": ("0,7176", "0,7093", "98,84", "Sangat Tinggi"),
    "BB-GINI": ("0,240", "0,23", "104,17", "Sangat Tinggi"),
}
"""Report 000, Tabel 3.4, typed from the report: target, realisasi, capaian and predikat as printed."""
BERANGKA = [kode for kode, (_, _, capaian, _) in TABEL_3_4.items() if capaian]
TERTULIS_LAIN = {"BB-JALAN"}
"""Targets that no rule can read; the printed one stands in Kutipan, the one that is meant in Target hitung."""


@pytest.fixture(scope="module")
def hasil():
    return muat(BUKU)


@pytest.fixture(scope="module")
def dataset(hasil):
    return Dataset(hasil.buku)


@pytest.fixture(scope="module")
def sumber():
    return {s.nama: _baca(SUMBER / nama_sumber(s)) for s in DIKIRIM}


def _baca(berkas):
    with berkas.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


# --- the workbook follows from the sources ----------------------------------------------------------------------------


def _sel(berkas):
    buku = load_workbook(berkas, read_only=True)
    return {ws.title: [[(s.value, s.number_format) for s in baris] for baris in ws.iter_rows()] for ws in buku}


def test_the_shipped_workbook_is_the_one_the_sources_build(tmp_path):
    tulis_buku(SUMBER, tmp_path / "buku.xlsx")
    dibangun, dikirim = _sel(tmp_path / "buku.xlsx"), _sel(BUKU)
    assert list(dibangun) == list(dikirim)
    beda = [nama for nama in dibangun if dibangun[nama] != dikirim[nama]]
    assert beda == [], "bangun the workbook anew: make data"


@pytest.mark.parametrize("lembar", DIKIRIM, ids=lambda s: s.nama)
def test_every_cell_of_the_sources_stands_in_the_workbook_as_it_was_typed(sumber, lembar):
    ws = load_workbook(BUKU, read_only=True)[lembar.nama]
    judul, *baris = ws.iter_rows(values_only=True)
    terbaca = [dict(zip(judul, b, strict=True)) for b in baris]
    assert [_teks(lembar, b) for b in terbaca] == [_teks(lembar, b) for b in sumber[lembar.nama]]


def _teks(lembar, baris):
    return {k: _satu_teks(lembar.cari(k).jenis, v) for k, v in baris.items() if v not in (None, "")}


def _satu_teks(jenis, isi):
    angka = jenis in (Jenis.TAHUN, Jenis.UANG, Jenis.BILANGAN) and isi != "-"
    return Decimal(str(isi).replace(",", ".")).normalize() if angka else isi


# --- it is valid and complete -----------------------------------------------------------------------------------------


def test_the_shipped_workbook_has_no_finding(hasil):
    assert [(t.lembar, t.sel, t.pesan) for t in hasil.temuan] == []
    assert hasil.sah


@pytest.mark.parametrize("lembar", DIKIRIM, ids=lambda s: s.nama)
def test_every_sheet_has_rows(hasil, lembar):
    assert hasil.jumlah_baris[lembar.nama] > 0


@pytest.mark.parametrize("lembar", BERSUMBER, ids=lambda s: s.nama)
def test_every_row_names_its_report_and_place(sumber, lembar):
    salah = [n for n, b in enumerate(sumber[lembar.nama], 2) if not re.match(r"00[0-4], \S", b["Sumber"])]
    assert salah == []


@pytest.mark.parametrize("lembar", DIKIRIM, ids=lambda s: s.nama)
def test_no_personal_number_stands_in_the_data(sumber, lembar):
    nip = re.compile(r"\d{18}|\d{8}\s\d{6}\s\d\s\d{3}")
    assert [n for n, b in enumerate(sumber[lembar.nama], 2) if nip.search(" | ".join(b.values()))] == []


# --- the figures of the reports ---------------------------------------------------------------------------------------


def test_the_iku_of_2024_are_the_twenty_of_tabel_3_4(dataset):
    assert [c.kode for c in dataset.capaian_opd(KAB, 2024)] == list(TABEL_3_4)


@pytest.mark.parametrize("kode", BERANGKA)
def test_the_computed_capaian_equals_tabel_3_4_to_the_printed_digit(dataset, kode):
    capaian = dataset.tahunan(kode, 2024)
    assert format_angka(bulatkan(capaian.persen), 2) == TABEL_3_4[kode][2]
    assert capaian.predikat == TABEL_3_4[kode][3]


def test_nineteen_of_twenty_have_a_percentage(dataset):
    assert len(BERANGKA) == 19
    mean = rata_rata(c.persen for c in dataset.capaian_opd(KAB, 2024))
    assert mean.keterangan == "19 dari 20 dihitung"


def test_opini_bpk_is_compared_by_grade(dataset):
    opini = dataset.tahunan("BB-OPINI", 2024)
    assert (opini.status, opini.persen, opini.predikat) == (Status.TIDAK_TERCAPAI, None, None)
    assert opini.baris.predikat_dilaporkan == "Tinggi"


@pytest.mark.parametrize("kode", TABEL_3_4)
def test_target_realisasi_and_predikat_stand_as_tabel_3_4_prints_them(dataset, kode):
    target, realisasi, capaian, predikat = TABEL_3_4[kode]
    baris = dataset.tahunan(kode, 2024).baris
    assert (baris.realisasi.teks, baris.predikat_dilaporkan) == (realisasi, predikat)
    assert baris.target.teks == target or kode in TERTULIS_LAIN
    assert baris.capaian_dilaporkan.teks.removesuffix("%") == (capaian or "Tidak tercapai")


def test_the_ambiguous_target_is_calculated_with_60(dataset):
    assert dataset.tahunan("BB-JALAN", 2024).target.angka == 60


@pytest.mark.parametrize("kode", TABEL_3_4)
def test_tabel_3_4_stands_in_kutipan_word_by_word(dataset, kode):
    target, realisasi, _, predikat = TABEL_3_4[kode]
    cetak = {k.tercetak for k in dataset.kutipan(kode) if k.sumber.startswith("000, Tabel 3.4")}
    assert {target, realisasi, predikat} <= cetak


def test_the_distribution_is_15_5_as_reported_and_15_4_and_one_by_grade_as_computed(dataset):
    iku = dataset.capaian_opd(KAB, 2024)
    dilaporkan = Counter(c.baris.predikat_dilaporkan for c in iku)
    assert dilaporkan == {"Sangat Tinggi": 15, "Tinggi": 5}
    assert Counter(c.predikat for c in iku) == {"Sangat Tinggi": 15, "Tinggi": 4, None: 1}


@pytest.mark.parametrize(
    ("opd", "tahun", "pagu", "realisasi"),
    [
        pytest.param(KAB, 2024, "1343185299386", "1286683521452.43", id="000, the regency"),
        pytest.param("SETDA", 2024, "64440768486", "60563391303", id="001, Sekretariat Daerah"),
        pytest.param("DISNAKERPERINDAG", 2025, "9601606273", "9065287929", id="002, Disnaker Perindag"),
        pytest.param("KEC-LIMA-PULUH-PESISIR", 2023, "2216552780", None, id="004, Kecamatan Lima Puluh Pesisir"),
    ],
)
def test_the_budget_adds_up_to_the_printed_total(dataset, opd, tahun, pagu, realisasi):
    jumlah = dataset.jumlah_anggaran[opd, tahun]
    assert jumlah.pagu == Decimal(pagu)
    assert realisasi is None or jumlah.realisasi == Decimal(realisasi)


def test_the_realisasi_of_the_regency_comes_from_belanja_and_says_so(dataset):
    assert dataset.jumlah_anggaran[KAB, 2024].dari_apbd


def test_the_regency_of_2024_opens_first(dataset):
    assert (dataset.opd_bawaan.kode_opd, dataset.tahun_bawaan(KAB)) == (KAB, 2024)


def test_five_measures_rank_all_33_kabupaten_kota_with_the_own_one_among_them(dataset):
    banding = [dataset.banding(u, t) for u in dataset.ukuran_regional for t in dataset.tahun_regional(u)]
    lengkap = {b.indikator for b in banding if len(b.posisi) == 33 and b.sendiri is not None}
    assert len(lengkap) >= 5
    assert max(len(b.posisi) for b in banding) == 33, "no more regions than the province has"


# --- every print stands in its report ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def laporan():
    if not LAPORAN.is_dir():
        pytest.skip("the reports do not stand beside this repository: ../shared/laporan")
    teks = {b.name[:3]: b.read_text(encoding="utf-8") for b in LAPORAN.glob("*.txt")}
    return {kode: _satu_baris(isi) + " " + _satu_baris(_rumus_dibacakan(isi)) for kode, isi in teks.items()}


def _satu_baris(teks):
    return " ".join(teks.split())


def _rumus_dibacakan(teks):
    """The report with typeset formulas read out on one line, as Kutipan has them: "55 / 47,01 x 100% = 85,47%"."""
    pecahan = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\1 / \2", teks)
    return re.sub(
        r"\\begin\{aligned\}|\\end\{aligned\}|\\\\|\$\$|&", " ", pecahan.replace("\\times", "x").replace("\\%", "%")
    )


def test_every_print_of_kutipan_stands_in_the_report_it_names(laporan, sumber):
    hilang = [
        f"Kutipan!H{nomor}: {b['Tercetak']} ({b['Sumber']})"
        for nomor, b in enumerate(sumber["Kutipan"], 2)
        if _satu_baris(b["Tercetak"]) not in laporan[b["Sumber"][:3]]
    ]
    assert hilang == []


def test_the_table_in_this_test_stands_in_report_000(laporan):
    for angka in (a for baris in TABEL_3_4.values() for a in baris if a):
        assert angka in laporan["000"]
