"""Findings as people read them: counts, groups, matrix, headline, table to hand over."""

import csv
import io

import pytest
from contoh import capaian, dataset, indikator, opd

from kinerja.uji.berkas import KEPALA, csv_uji, nama_berkas
from kinerja.uji.daftar import (
    SaringUji,
    butir_uji,
    hitungan,
    judul_uji,
    kelompok_opd,
    keterangan_uji,
    matriks,
    sebutan,
    tercetak_di,
    tidak_diuji,
)
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Alamat, Keyakinan, Temuan

KODE = [a.kode for a in ATURAN]


def temuan(kode_opd="KAB", aturan="U01", keyakinan="pasti", indikator="UHH", tahun=2024, tercetak="1", **isi):
    alamat = Alamat(
        kode_opd=kode_opd, kode_indikator=indikator, tahun=tahun, ukuran="Capaian", uraian=isi.pop("uraian_alamat", "")
    )
    isi = {"seharusnya": "2", "uraian": "Satu kalimat.", "sumber": ("000, Tabel 1",), **isi}
    return Temuan(aturan=aturan, keyakinan=Keyakinan(keyakinan), alamat=alamat, cetakan=(tercetak,), **isi)


@pytest.fixture
def data():
    return dataset(
        opd=(opd(), opd("DINKES", "Dinas"), opd("BKD", "Badan")),
        indikator=(indikator(), indikator("IMUN", "DINKES")),
        capaian=(capaian(target=100, realisasi=90),),
    )


@pytest.mark.parametrize(
    ("keyakinan", "teks"),
    [
        ((), "Tidak ada ketidaksesuaian"),
        (("pasti",), "1 ketidaksesuaian, pasti"),
        (("pasti", "pasti"), "2 ketidaksesuaian, semuanya pasti"),
        (("pasti", "patut dicek", "patut dicek"), "3 ketidaksesuaian, 1 pasti"),
        (("patut dicek", "patut dicek"), "2 ketidaksesuaian, semuanya patut dicek"),
        (("patut dicek",), "1 ketidaksesuaian, patut dicek"),
    ],
)
def test_findings_are_counted_in_words(keyakinan, teks):
    assert hitungan([temuan(keyakinan=k) for k in keyakinan]) == teks


def test_the_opd_with_the_most_proved_findings_stands_first(data):
    semua = [temuan("BKD", keyakinan="patut dicek", tercetak=str(n)) for n in range(3)]
    semua += [temuan("KAB"), temuan("DINKES", tercetak="5"), temuan("DINKES", tercetak="6")]
    assert [(k.kode_opd, len(k.temuan)) for k in kelompok_opd(data, semua)] == [("DINKES", 2), ("KAB", 1), ("BKD", 3)]


@pytest.mark.parametrize(
    ("saring", "jumlah"),
    [
        (SaringUji(), 4),
        (SaringUji(kode_opd="KAB"), 2),
        (SaringUji(tahun=2023), 1),
        (SaringUji(aturan="U02"), 1),
        (SaringUji(keyakinan=Keyakinan.PATUT_DICEK), 1),
        (SaringUji(kode_opd="KAB", tahun=2024, aturan="U01", keyakinan=Keyakinan.PASTI), 1),
        (SaringUji(kode_opd="ENTAH"), 0),
    ],
)
def test_filters_work_alone_and_together(saring, jumlah):
    semua = (
        temuan(),
        temuan(aturan="U02", keyakinan="patut dicek"),
        temuan("DINKES"),
        temuan("DINKES", tahun=2023),
    )
    assert len(saring.ambil(semua)) == jumlah


def test_the_matrix_counts_by_rule_and_opd_with_sums(data):
    semua = [temuan(), temuan(aturan="U02", keyakinan="patut dicek"), temuan("DINKES"), temuan("DINKES", tercetak="7")]
    m = matriks(data, semua)
    assert m.opd == (("DINKES", "Nama DINKES"), ("KAB", "Nama KAB"), ("", "Jumlah"))
    assert [(b.kode, [(s.jumlah, s.pasti) for s in b.sel]) for b in m.baris] == [
        ("U01", [(2, 2), (1, 1), (3, 3)]),
        ("U02", [(0, 0), (1, 0), (1, 0)]),
        ("", [(2, 2), (2, 1), (4, 3)]),
    ]


def test_a_matrix_of_one_rule_and_one_opd_has_no_sums(data):
    m = matriks(data, [temuan()])
    assert (m.opd, [b.kode for b in m.baris]) == ((("KAB", "Nama KAB"),), ["U01"])


def test_of_many_opd_those_with_few_findings_stand_together():
    kode = [f"O{n}" for n in range(9)]
    d = dataset(opd=tuple(opd(k, "Dinas") for k in kode), indikator=())
    semua = [temuan(k, tercetak=str(n)) for letak, k in enumerate(kode) for n in range(9 - letak)]
    m = matriks(d, semua, paling_banyak=3)
    assert [k for k, _ in m.opd] == ["O0", "O1", "O2", "", ""]
    assert [n for _, n in m.opd[3:]] == ["6 OPD lain", "Jumlah"]
    assert [s.jumlah for s in m.baris[0].sel] == [9, 8, 7, 21, 45]
    assert len(matriks(d, semua[:24], paling_banyak=2).opd) == 4, "one more OPD is shown rather than called another"


def test_headlines_state_how_many_and_where(data):
    semua = [temuan(), temuan(aturan="U02"), temuan("DINKES", keyakinan="patut dicek")]
    assert judul_uji(data, semua) == "3 ketidaksesuaian, 2 pasti; terbanyak pada Nama KAB (2)"
    assert judul_uji(data, semua[:1]) == "1 ketidaksesuaian, pasti"
    kab = SaringUji(kode_opd="KAB", tahun=2024)
    nama = ATURAN[0].nama.lower()
    assert judul_uji(data, [*semua[:2], temuan(tercetak="3")], kab) == (
        f"3 ketidaksesuaian pada Nama KAB tahun 2024, semuanya pasti; terbanyak {nama} (2)"
    )


def test_the_headline_of_nothing_says_what_was_tested(data):
    assert judul_uji(data, []) == f"Tidak ada ketidaksesuaian: {len(ATURAN)} aturan diuji"
    saring = SaringUji(kode_opd="KAB", tahun=2023, aturan="U02", keyakinan=Keyakinan.PASTI)
    tanpa = "Tidak ada ketidaksesuaian yang pasti pada Nama KAB tahun 2023 menurut aturan U02"
    assert judul_uji(data, [], saring) == tanpa


def test_the_caption_names_whose_figures_and_which_year(data):
    assert str(keterangan_uji(data, SaringUji())) == "Uji konsistensi · Semua OPD · semua tahun"
    assert str(keterangan_uji(data, SaringUji(kode_opd="KAB", tahun=2024))) == "Uji konsistensi · Nama KAB · 2024"


def test_what_a_finding_is_about_is_always_named(data):
    assert sebutan(data, temuan()) == "Indikator UHH"
    assert sebutan(data, temuan(indikator="", uraian_alamat="Program Gizi")) == "Program Gizi"
    assert sebutan(data, temuan(indikator="")) == "Nama KAB"
    assert sebutan(data, temuan("ENTAH", indikator="")) == "ENTAH"


def test_a_message_counts_by_opd_and_of_one_opd_tells_the_findings(data):
    semua = [temuan(), temuan("DINKES")]
    assert list(butir_uji(data, semua)) == [f"Nama {k}: 1 ketidaksesuaian, pasti" for k in ("KAB", "DINKES")]
    assert list(butir_uji(data, semua[:1])) == ["Satu kalimat."]
    assert list(butir_uji(data, [])) == ["0 temuan pada pilihan ini"]


def test_what_could_not_be_tested_is_said_with_the_name_of_the_rule():
    kosong = dataset(capaian=(capaian(target=1, realisasi=1),))
    assert f"U01 {ATURAN[0].nama}: Tidak ada capaian tercetak" in tidak_diuji(kosong)


def test_the_table_to_hand_over_holds_every_finding_and_no_formula(data):
    semua = [temuan(tercetak="=1+1", langkah=("a", "", "b")), temuan("DINKES", indikator="", sumber=("000", "001"))]
    baris = list(csv.reader(io.StringIO(csv_uji(data, semua, {}).decode("utf-8-sig")), delimiter=";"))
    assert baris[0] == list(KEPALA)
    isi = [dict(zip(KEPALA, b, strict=True)) for b in baris[1:]]
    assert [b["Id"] for b in isi] == [t.id for t in semua]
    assert (isi[0]["Tercetak"], isi[0]["Penalaran"], isi[0]["Indikator"]) == ("'=1+1", "a > b", "Indikator UHH")
    assert (isi[1]["OPD"], isi[1]["Indikator"], isi[1]["Sumber"]) == ("Nama DINKES", "", "000; 001")


def test_a_file_name_holds_what_is_filtered_and_nothing_else():
    assert nama_berkas(SaringUji()) == "uji_konsistensi.csv"
    assert (
        nama_berkas(SaringUji(kode_opd="KEC/A ../b", tahun=2024, aturan="U01"))
        == "uji_konsistensi_kec-a-b_2024_u01.csv"
    )


def test_every_finding_of_the_shipped_data_is_complete(data_kiriman):
    hasil = uji(data_kiriman)
    assert len(hasil.temuan) > 20
    assert {t.aturan for t in hasil.temuan} <= set(KODE)
    for t in hasil.temuan:
        assert t.alamat.kode_opd in data_kiriman.opd
        assert t.uraian.endswith(".")
        assert t.sumber
        assert t.sumber[0][:3].isdigit(), t.sumber


@pytest.fixture(scope="module")
def data_kiriman():
    from kinerja.sumber import versi as sumber

    return sumber.aktif().dataset


def test_a_finding_without_a_source_says_so():
    assert tercetak_di(["000, Tabel 3.4", "001, Tabel 3.3"]) == "Tercetak di 000, Tabel 3.4; 001, Tabel 3.3"
    assert tercetak_di([]) == "Baris datanya tidak menyebut sumber"
