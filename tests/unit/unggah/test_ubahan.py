"""Figures changed by hand: what is typed over the table goes as a part through every check of an upload."""

from functools import cache
from io import BytesIO

import pytest
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, lembar, terbit
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, tambah_baris, ubah

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat_tersimpan
from kinerja.dataset import Dataset
from kinerja.unggah.impor import Mode, rancang, simpan, terbitkan
from kinerja.unggah.ubahan import DIUBAH, TEMPAT, susun_ubahan, tabel_indikator, tabel_opd

BUKU = ubah(BUKU_KECIL, "Capaian", J2="lama")
"""The small workbook, with a remark beside the first figure."""


@pytest.fixture
def gudang(tmp_path):
    hasil = gudang_baru(tmp_path)
    terbit(hasil, BUKU)
    return hasil


@pytest.fixture
def dataset(gudang):
    return Dataset(muat_tersimpan(gudang.lembar(1)).buku, "1")


@pytest.fixture
def kirim(gudang, muat_di_sini, tmp_path):
    """Have typed cells checked as the page does: `kirim(tabel, {(row, column): text})`."""

    def rancangan(tabel, sel, sumber="", pengguna=ADMIN):
        ubahan = susun_ubahan(tabel, diketik(tabel, sel), sumber)
        (tmp_path / ubahan.berkas).write_bytes(ubahan.isi)
        hasil = rancang(gudang, [tmp_path / ubahan.berkas], Mode.PERBARUI, pengguna)
        return hasil, ubahan.pada_tabel(hasil.temuan, hasil.dasar)

    return rancangan


@cache
def kecil():
    return Dataset(muat_tersimpan(lembar(BUKU)).buku, "1")


def diketik(tabel, sel):
    """Return the cells of the table as the page hands them over; what a person empties comes as None."""
    isi = {k: [b.isi[n] for b in tabel.baris] for n, k in enumerate(DIUBAH)}
    for (baris, kolom), teks in sel.items():
        isi[kolom][baris] = teks
    return isi


def berubah(rancangan):
    """Return what changes, from old to new, by key and column."""
    return {(b.kunci, s.kolom): (s.lama, s.baru) for b in rancangan.beda.semua for s in b.sel}


def tertulis(ubahan):
    (ws,) = load_workbook(BytesIO(ubahan.isi)).worksheets
    return [list(b) for b in ws.iter_rows(values_only=True)]


def test_the_table_of_an_indicator_shows_each_period_as_the_workbook_writes_it(dataset):
    tabel = tabel_indikator(dataset, "UHH", 2024)
    assert [b.periode for b in tabel.baris] == ["Tahunan", "TW I", "TW II", "TW III", "TW IV"]
    assert [b.isi for b in tabel.baris[:2]] == [("72,93", "72,97", "", "lama"), ("", "", "", "")]
    assert tabel_indikator(dataset, "OPINI", 2024).baris[0].isi == ("WTP", "WDP", "", "")


def test_the_table_of_an_opd_shows_its_indicators_for_one_period(dataset):
    assert [(b.kode, b.isi[1]) for b in tabel_opd(dataset, "KAB", 2024, "Tahunan", semua=False).baris] == [
        ("UHH", "72,97"),
        ("OPINI", "WDP"),
    ]
    assert [b.isi[1] for b in tabel_opd(dataset, "KAB", 2024, "TW II", semua=True).baris] == ["", ""]


def test_a_half_that_stands_is_a_row_of_its_own(tmp_path):
    gudang = gudang_baru(tmp_path)
    terbit(gudang, tambah_baris(BUKU_KECIL, "Capaian", ["IMUN", 2024, "Semester I", 50, None, 40]))
    tabel = tabel_indikator(Dataset(muat_tersimpan(gudang.lembar(1)).buku, "1"), "IMUN", 2024)
    assert [(b.periode, b.isi[1]) for b in tabel.baris if b.isi[1]] == [("Tahunan", "90"), ("Semester I", "40")]


def test_only_typed_cells_are_in_the_part(dataset):
    tabel = tabel_indikator(dataset, "UHH", 2024)
    sel = {(0, "Realisasi"): "73,10", (2, "Target"): " 72,50 ", (1, "Catatan"): "  "}
    assert tertulis(susun_ubahan(tabel, diketik(tabel, sel), "")) == [
        ["Kode indikator", "Tahun", "Periode", "Target", "Realisasi"],
        ["UHH", 2024, "Tahunan", None, "73,10"],
        ["UHH", 2024, "TW II", "72,50", None],
    ]
    assert susun_ubahan(tabel, diketik(tabel, {(0, "Target"): "72,93 "}), "001") is None


def test_a_source_goes_to_every_row_that_was_typed_and_to_no_other(dataset):
    tabel = tabel_opd(dataset, "KAB", 2024, "Tahunan", semua=True)
    assert tertulis(susun_ubahan(tabel, diketik(tabel, {(1, "Realisasi"): "WTP"}), " 002, Bab III ")) == [
        ["Kode indikator", "Tahun", "Periode", "Realisasi", "Sumber"],
        ["OPINI", 2024, "Tahunan", "WTP", "002, Bab III"],
    ]


def test_an_emptied_cell_is_asked_about_before_it_goes(dataset, kirim):
    tabel = tabel_indikator(dataset, "UHH", 2024)
    rancangan, _ = kirim(tabel, {(0, "Realisasi"): None, (0, "Catatan"): ""})
    assert berubah(rancangan) == {
        ("UHH · 2024 · Tahunan", "Realisasi"): ("72,97", ""),
        ("UHH · 2024 · Tahunan", "Catatan"): ("lama", ""),
    }
    assert {h.lama for h in rancangan.hilang} == {"72,97", "lama"}


@given(
    sel=st.dictionaries(
        st.tuples(st.integers(0, 4), st.sampled_from(DIUBAH[:2])),
        st.sampled_from(
            ["72,93", "5,8-5,5", "BB (70)", "9/9", "1:26", "≥ 70", "belum rilis", "73 %", "=1+1", "KOSONG", ""]
        ),
        min_size=1,
    )
)
def test_the_part_says_what_was_typed_and_nothing_else(sel):
    dataset = kecil()
    tabel = tabel_indikator(dataset, "UHH", 2024)
    ubahan = susun_ubahan(tabel, diketik(tabel, sel), "")
    beda = {k: v for k, v in sel.items() if v != tabel.baris[k[0]].isi[DIUBAH.index(k[1])]}
    if not beda:
        assert ubahan is None
        return
    judul, *baris = tertulis(ubahan)
    isi = {(b[2], k): v for b in baris for k, v in zip(judul[3:], b[3:], strict=True) if v is not None}
    assert isi == {(tabel.baris[n].periode, k): v or "KOSONG" for (n, k), v in beda.items()}


@pytest.mark.parametrize("teks", ["73,10", "5,8-5,5", "≥ 70", "71 s.d. 72", "belum rilis"])
def test_every_form_of_a_value_can_be_typed(dataset, kirim, teks):
    rancangan, temuan = kirim(tabel_indikator(dataset, "UHH", 2024), {(0, "Target"): teks})
    assert rancangan.sah, temuan
    assert berubah(rancangan) == {("UHH · 2024 · Tahunan", "Target"): ("72,93", teks)}


def test_a_quarter_of_a_half_that_stands_is_refused_by_the_name_of_the_row(tmp_path, muat_di_sini):
    gudang = gudang_baru(tmp_path)
    terbit(gudang, tambah_baris(BUKU_KECIL, "Capaian", ["IMUN", 2024, "Semester I", 50, None, 40]))
    tabel = tabel_indikator(Dataset(muat_tersimpan(gudang.lembar(1)).buku, "1"), "IMUN", 2024)
    ubahan = susun_ubahan(tabel, diketik(tabel, {(1, "Realisasi"): "20"}), "")
    (tmp_path / ubahan.berkas).write_bytes(ubahan.isi)
    rancangan = rancang(gudang, [tmp_path / ubahan.berkas], Mode.PERBARUI, ADMIN)
    galat = [t for t in ubahan.pada_tabel(rancangan.temuan, rancangan.dasar) if t.tingkat == "galat"]
    assert [(t.lembar, t.sel) for t in galat] == [(TEMPAT, "Cakupan imunisasi, Semester I 2024")]
    assert "TW I juga terisi" in galat[0].pesan
    # Of another version the row may be another one.
    assert [t.sel for t in ubahan.pada_tabel(rancangan.temuan, 7) if t.tingkat == "galat"] == ["C5"]


@pytest.mark.parametrize(
    ("kode", "baris", "kolom", "teks", "sebutan"),
    [
        ("UHH", 0, "Realisasi", "tujuh puluh", "Usia Harapan Hidup, 2024"),
        ("UHH", 3, "Target", "2.93.1", "Usia Harapan Hidup, TW III 2024"),
        ("OPINI", 0, "Realisasi", "Bagus", "Opini BPK, 2024"),
        ("UHH", 0, "Tanda", "Kira-kira", "Usia Harapan Hidup, 2024"),
    ],
)
def test_what_cannot_be_read_is_told_by_indicator_and_column(dataset, kirim, kode, baris, kolom, teks, sebutan):
    rancangan, temuan = kirim(tabel_indikator(dataset, kode, 2024), {(baris, kolom): teks})
    assert not rancangan.sah
    (galat,) = [t for t in temuan if t.tingkat == "galat"]
    assert (galat.lembar, galat.sel, galat.kolom) == (TEMPAT, sebutan, kolom)
    assert teks in galat.pesan
    assert galat.saran


def test_a_finding_about_a_row_that_was_not_typed_keeps_its_own_place(dataset, kirim):
    """The part's second row is another row than the second of the workbook."""
    tabel = tabel_opd(dataset, "DINKES", 2024, "Tahunan", semua=True)
    ubahan = susun_ubahan(tabel, diketik(tabel, {(0, "Realisasi"): "95"}), "")
    rancangan, _ = kirim(tabel, {(0, "Realisasi"): "tujuh"})
    milik = next(t for t in rancangan.temuan if t.kode is not Kode.SEL_TETAP)
    asing = type(milik)(**{f: getattr(milik, f) for f in milik.__slots__} | {"lembar": "Capaian", "sel": "F2"})
    bernama = ubahan.pada_tabel([milik, asing], 1)
    assert bernama[1] is asing
    assert bernama[0].sel == "Cakupan imunisasi, 2024"


def test_an_operator_changes_the_own_opd_and_a_lock_holds(dataset, gudang, kirim):
    milik, asing = tabel_opd(dataset, "DINKES", 2024, "Tahunan", semua=True), tabel_indikator(dataset, "UHH", 2024)
    rancangan, temuan = kirim(asing, {(0, "Realisasi"): "73,10"}, pengguna=OPERATOR)
    assert [(t.kode, t.sel) for t in temuan] == [(Kode.BARIS_OPD_LAIN, "Usia Harapan Hidup, 2024")]
    rancangan, temuan = kirim(milik, {(0, "Realisasi"): "95"}, pengguna=OPERATOR)
    assert rancangan.sah
    assert terbitkan(gudang, simpan(gudang, rancangan, OPERATOR), OPERATOR, "uji") == 2
    gudang.kunci_periode(2024, "TW II", "ani", "audit")
    rancangan, temuan = kirim(asing, {(2, "Realisasi"): "73,10"})
    assert [(t.kode, t.sel) for t in temuan if t.tingkat == "galat"] == [
        (Kode.PERIODE_TERKUNCI, "Usia Harapan Hidup, TW II 2024")
    ]
