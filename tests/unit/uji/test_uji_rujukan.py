"""The audit of references: a hit and a miss, how sure each is, what does no harm elsewhere, and the shipped data."""

from dataclasses import replace

import pytest
from contoh import baris_rujukan, capaian, dataset, indikator, opd

from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.sumber import versi as sumber
from kinerja.telaah.capaian.sasaran import tabel_sasaran
from kinerja.telaah.indikator.rincian import rincian_indikator
from kinerja.telaah.kisah.kisah import kisah
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Keyakinan, Temuan, TidakDiuji

(ATURAN_INI,) = [a for a in ATURAN if a.kode == "U33"]
PASTI, PATUT = Keyakinan.PASTI, Keyakinan.PATUT_DICEK
JUDUL = "Capaian Kinerja Tahun 2024"


def hasil(*kutipan):
    return list(ATURAN_INI.cari(Bukti(dataset(opd=[opd()], kutipan=kutipan))))


def temuan_dari(*kutipan):
    return [h for h in hasil(*kutipan) if isinstance(h, Temuan)]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("2024-2026", "2024-2026"),
        ("2024-2026", "2024 – 2026"),
        ("Tabel 3.3", "TABEL  3.3"),
        ("Januari 2025", "januari 2025"),
    ],
)
def test_the_same_reference_spelled_differently_is_no_finding(satu, dua):
    assert hasil(baris_rujukan(satu), baris_rujukan(dua, "000, Bab IV")) == []


@pytest.mark.parametrize(
    ("satu", "dua", "yakin"),
    [
        ("2024-2026", "2024-2029", PASTI),
        ("Tabel 2.2", "Tabel 2.3", PASTI),
        ("10 Januari 2025", "Januari 2025", PASTI),
        ("Nomor 3 Tahun 2023", "NOMOR 3 TAHUN 2024", PASTI),
        ("Peraturan Daerah", "Peraturan Bupati", PATUT),
        (JUDUL, "Skala Nilai", PATUT),  # a title without a number may be a shorter form of the other
    ],
)
def test_two_numbers_in_one_report_prove_an_error_and_other_words_do_not(satu, dua, yakin):
    (temuan,) = temuan_dari(baris_rujukan(satu), baris_rujukan(dua, "000, Bab IV"))
    assert (temuan.keyakinan, temuan.tercetak, temuan.seharusnya) == (yakin, f"{satu}; {dua}", "")


def test_two_reports_may_mean_two_things():
    (temuan,) = temuan_dari(baris_rujukan("2024-2026"), baris_rujukan("2019-2023", "003, Bab II"))
    assert temuan.keyakinan is PATUT


def test_every_print_is_listed_with_its_places_what_is_printed_most_first():
    (temuan,) = temuan_dari(
        baris_rujukan("2019-2024", "000, Bab I"),
        baris_rujukan("2024-2026", "000, Bab II"),
        baris_rujukan("2024 - 2026", "000, Bab III", catatan="Pengantar"),
        baris_rujukan("2024-2029", "000, Bab IV"),
    )
    assert temuan.uraian == (
        "Periode RPD (Nama KAB, 2024) tercetak sebagai “2024-2026” (000, Bab II; 000, Bab III) "
        "dan sebagai “2019-2024” (000, Bab I) dan sebagai “2024-2029” (000, Bab IV)."
    )
    assert temuan.sumber == ("000, Bab II", "000, Bab III", "000, Bab I", "000, Bab IV")
    assert temuan.masukan[1] == "Rujukan 2024: 2024 - 2026 (000, Bab III)"
    assert temuan.langkah[1] == "Tercetak 2024 - 2026 (000, Bab III): Pengantar"
    assert (temuan.alamat.kode_opd, temuan.alamat.uraian) == ("KAB", "Periode RPD")


def test_one_number_for_two_titles_is_found_by_the_same_rule():
    dua = "Realisasi Anggaran Tahun 2023"
    isi = [baris_rujukan(JUDUL, uraian="Tabel 3.3"), baris_rujukan(dua, "000, Bab IV", uraian="tabel 3.3")]
    (temuan,) = temuan_dari(*isi)
    assert temuan.uraian == (
        f"Tabel 3.3 (Nama KAB, 2024) tercetak sebagai “{JUDUL}” (000, Bab I) dan sebagai “{dua}” (000, Bab IV)."
    )


@pytest.mark.parametrize("lain", [{"uraian": "Periode Renstra"}, {"tahun": 2023}, {"kode_opd": "DINKES"}])
def test_another_reference_year_or_opd_is_another_thing(lain):
    assert temuan_dari(baris_rujukan("2024-2026"), replace(baris_rujukan("2019-2023"), **lain)) == []


def test_without_references_or_without_their_address_nothing_is_tested():
    assert hasil() == [TidakDiuji("U33", "Tidak ada rujukan tercetak")]
    tanpa = replace(baris_rujukan("2024"), uraian="")
    assert hasil(tanpa, tanpa) == [TidakDiuji("U33", "2 rujukan tanpa Kode OPD atau Uraian")]
    assert hasil(replace(baris_rujukan("2024"), kode_opd="TAK-ADA")) == []


def test_an_opd_nobody_knows_has_no_finding():
    isi = [replace(baris_rujukan(t), kode_opd="TAK-ADA") for t in ("2024", "2025")]
    assert temuan_dari(*isi) == []


# --- what a reference must not touch ----------------------------------------------------------------------------------


def test_a_reference_is_no_figure_of_an_indicator_or_a_sasaran():
    milik = indikator(sasaran="Sehat")
    isi = [
        Kutipan(tahun=2024, ukuran=Ukuran.RUJUKAN, tercetak="3.3", sumber="000, Bab I", kode_indikator="UHH"),
        baris_rujukan("3.4", uraian="Sehat"),
    ]
    tabel = {"opd": [opd()], "indikator": [milik], "capaian": [capaian(target="70", realisasi="70")]}
    tanpa, dengan = dataset(**tabel), dataset(**tabel, kutipan=isi)
    assert dengan.kutipan("UHH") == ()
    assert rincian_indikator(dengan, "UHH", 2024).kutipan == ()
    assert kisah(dengan, "UHH", 2024).kutipan == ()
    assert tabel_sasaran(dengan, "KAB", 2024) == tabel_sasaran(tanpa, "KAB", 2024)
    assert uji(dengan).temuan == uji(tanpa).temuan


def test_no_other_rule_of_the_shipped_data_reads_references():
    d = sumber.aktif().dataset
    tanpa = replace(d.buku, kutipan=tuple(k for k in d.buku.kutipan if k.ukuran is not Ukuran.RUJUKAN))
    lain = [t for t in uji(d).temuan if t.aturan != "U33"]
    assert lain == list(uji(type(d)(tanpa)).temuan)


# --- the shipped data -------------------------------------------------------------------------------------------------

HARAPAN = [
    ("BATUBARA", "Tahun laporan kinerja", "2024; 2023", PASTI),
    ("BATUBARA", "Periode RPD", "2024-2026; 2019-2024", PASTI),
    ("BATUBARA", "Nomor grafik Trend Indeks Gini", "3.10; 3.9", PASTI),
    ("BATUBARA", "Jenis peraturan Nomor 50 Tahun 2023 tentang RPD", "Peraturan Bupati; Peraturan Daerah", PATUT),
    ("SETDA", "Tahun laporan kinerja", "2024; 2020", PASTI),
    ("SETDA", "Periode Renstra", "2024-2026; 2024-2029", PASTI),
    ("SETDA", "Nomor tabel Perjanjian Kinerja Tahun 2024", "2.3; 2.2", PASTI),
    (
        "SETDA",
        "Peraturan Daerah tentang Perubahan APBD Tahun Anggaran 2024",
        "NOMOR 3 TAHUN 2024; Nomor 3 Tahun 2023",
        PASTI,
    ),
    ("DISNAKERPERINDAG", "Nomor bagian Realisasi Anggaran", "3.4; 3.3", PASTI),
    ("DISNAKERPERINDAG", "Bagian 3.1", "Pengukuran Kinerja; Capaian Kinerja Organisasi", PATUT),
    ("BKPSDM", "Bulan dan tahun penandatanganan laporan", "Januari 2025; Januari 2024", PASTI),
    ("BKPSDM", "Periode RPJMD", "2024-2026; 2019-2023", PASTI),
    ("KEC-LIMA-PULUH-PESISIR", "Tahun Rencana Kerja yang diukur", "2023; 2022", PASTI),
    ("KEC-LIMA-PULUH-PESISIR", "Nomor bagian Realisasi Anggaran", "3.2; 3.4", PASTI),
]


@pytest.mark.parametrize(("kode_opd", "uraian", "tercetak", "yakin"), HARAPAN)
def test_what_the_reports_hold(kode_opd, uraian, tercetak, yakin):
    milik = [t for t in uji(sumber.aktif().dataset).temuan if t.aturan == "U33"]
    ada = [t for t in milik if (t.alamat.kode_opd, t.alamat.uraian) == (kode_opd, uraian)]
    assert [(t.tercetak, t.keyakinan) for t in ada] == [(tercetak, yakin)]


def test_one_number_stands_over_two_tables():
    milik = {(t.alamat.kode_opd, t.alamat.uraian) for t in uji(sumber.aktif().dataset).temuan if t.aturan == "U33"}
    kec = "KEC-LIMA-PULUH-PESISIR"
    assert {("SETDA", "Tabel 3.3"), (kec, "Tabel 3.6"), (kec, "Tabel 3.7"), ("BKPSDM", "Gambar 5")} <= milik
