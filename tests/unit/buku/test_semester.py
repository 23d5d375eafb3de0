"""Half a year in column Periode: what it stands for by Akumulasi, mixed with quarters, and never counted twice."""

from decimal import Decimal

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import ringkas, tambah_baris, tanpa_isi, ubah

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat_mentah, muat_tersimpan
from kinerja.buku.pembaca import BukuMentah
from kinerja.dataset import Dataset
from kinerja.telaah.kelengkapan.isian import isian_triwulan
from kinerja.telaah.triwulan.kemajuan import kemajuan_triwulan

SEMESTER_I = ("Semester I", "semester 1", "Smt. I", "SEM-I")


def buku(akumulasi, *baris):
    """Return a workbook in which IMUN has these periods of 2025 as (period, target, realisasi), and nothing else."""
    isi = ubah(tanpa_isi(B, "Capaian"), "Indikator", N4=akumulasi)
    return tambah_baris(isi, "Capaian", *(["IMUN", 2025, p, t, None, r] for p, t, r in baris))


def setahun(hasil):
    """Return target, realisasi and capaian of the year, None where there is no year."""
    c = Dataset(hasil.buku).tahunan("IMUN", 2025)
    return c and (c.target.angka, c.baris.realisasi.angka, c.persen)


@pytest.mark.parametrize("tulis", SEMESTER_I)
@pytest.mark.parametrize(
    ("akumulasi", "harapan"),
    [
        ("Jumlah", (100, 90, 90)),
        ("Rata-rata", (50, 45, 90)),
        ("Terakhir", (60, 50, Decimal(250) / 3)),
        (None, (60, 50, Decimal(250) / 3)),
    ],
)
def test_two_halves_make_the_year_by_akumulasi(muat_isi, tulis, akumulasi, harapan):
    hasil = muat_isi(buku(akumulasi, (tulis, 40, 40), ("Semester II", 60, 50)))
    assert ringkas(hasil) == []
    target, realisasi, persen = setahun(hasil)
    assert (target, realisasi) == harapan[:2]
    assert abs(persen - harapan[2]) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("akumulasi", "harapan"),
    [("Jumlah", (100, 90)), ("Rata-rata", (Decimal("35"), Decimal("32.5"))), ("Terakhir", (30, 30))],
)
def test_a_half_stands_beside_the_quarters_of_the_other(muat_isi, akumulasi, harapan):
    hasil = muat_isi(buku(akumulasi, ("Semester I", 40, 40), ("TW III", 30, 20), ("TW IV", 30, 30)))
    assert ringkas(hasil) == []
    assert setahun(hasil)[:2] == harapan


@pytest.mark.parametrize("baris", [[("Semester I", 40, 40)], [("Semester II", 40, 40), ("TW I", 1, 1)]])
@pytest.mark.parametrize("akumulasi", ["Jumlah", "Rata-rata"])
def test_a_year_that_lacks_a_quarter_is_none(muat_isi, akumulasi, baris):
    assert setahun(muat_isi(buku(akumulasi, *baris))) is None


@pytest.mark.parametrize(
    ("semester", "triwulan"),
    [("Semester I", "TW I"), ("Smt 1", "TW II"), ("Semester II", "TW 3"), ("Semester II", "TW IV")],
)
@pytest.mark.parametrize("akumulasi", ["Jumlah", "Rata-rata"])
def test_a_half_and_one_of_its_quarters_are_an_error_that_names_both(muat_isi, akumulasi, semester, triwulan):
    hasil = muat_isi(buku(akumulasi, (triwulan, 20, 20), (semester, 40, 40)))
    assert ringkas(hasil) == ["semester-ganda Capaian!C3"]
    assert "juga terisi pada baris 2" in hasil.temuan[0].pesan


def test_where_the_last_quarter_counts_a_half_is_its_quarter_and_stands_once(muat_isi):
    hasil = muat_isi(buku("Terakhir", ("TW II", 20, 20), ("Semester I", 40, 40)))
    assert ringkas(hasil) == ["kunci-ganda Capaian!A3"]
    assert ringkas(muat_isi(buku("Terakhir", ("TW I", 20, 20), ("Semester I", 40, 40)))) == []


def test_an_empty_quarter_doubles_nothing(muat_isi):
    hasil = muat_isi(buku("Jumlah", ("TW I", None, None), ("Semester I", 40, 40), ("Semester II", 60, 50)))
    assert Kode.SEMESTER_GANDA not in {t.kode for t in hasil.temuan}


def test_the_same_half_twice_is_a_double_key(muat_isi):
    assert ringkas(muat_isi(buku("Jumlah", ("Semester I", 1, 1), ("smt 1", 1, 1)))) == ["kunci-ganda Capaian!A3"]


def test_an_annual_row_is_held_against_the_halves(muat_isi):
    hasil = muat_isi(buku("Jumlah", ("Semester I", 40, 40), ("Semester II", 60, 50), ("Tahunan", 100, 95)))
    assert ringkas(hasil) == ["tahunan-beda-tw Capaian!F4"]
    assert "Realisasi Tahunan 95 berbeda dari jumlah triwulan 90" in hasil.temuan[0].pesan


@pytest.mark.parametrize("akumulasi", ["Jumlah", "Rata-rata", "Terakhir"])
def test_what_is_stored_reads_back_the_same(muat_isi, akumulasi):
    hasil = muat_isi(buku(akumulasi, ("Semester I", 40, 40), ("Semester II", 60, 50)))
    for ulang in (muat_tersimpan(hasil.kanonik()), muat_mentah(BukuMentah(hasil.kanonik(), ()))):
        assert (ulang.kanonik(), setahun(ulang)) == (hasil.kanonik(), setahun(hasil))


def test_a_quarterly_budget_is_cumulative_so_that_a_half_is_its_quarter(muat_isi):
    kolom = B["Anggaran"][0].index("Periode")
    baris = [[*b[:kolom], "Semester I", *b[kolom + 1 :]] for b in B["Anggaran"][1:]]
    hasil = muat_isi({**B, "Anggaran": [B["Anggaran"][0], *baris]})
    assert {b.periode for b in hasil.buku.anggaran_triwulan} == {"TW II"}


# --- as it is shown ---------------------------------------------------------------------------------------------------


def test_the_year_so_far_and_what_is_expected_know_the_half(muat_isi):
    data = Dataset(muat_isi(buku("Jumlah", ("Semester I", 40, 38), ("TW III", 30, 20))).buku)
    k = kemajuan_triwulan(data, "IMUN", 2025)
    assert (k.sampai, k.realisasi, k.target) == ("TW III", "58", "70")
    assert k.catatan == "Angka TW II adalah Semester I, yang mencakup TW I dan TW II"
    kosong = [i.periode for i in isian_triwulan(data, 2025) if i.indikator.kode_indikator == "IMUN" and not i.berbaris]
    assert kosong == ["TW IV"]
    assert [c.baris.nama_periode for c in data.capaian] == ["Semester I", "TW III"]


def test_the_mean_so_far_counts_a_half_twice(muat_isi):
    k = kemajuan_triwulan(
        Dataset(muat_isi(buku("Rata-rata", ("Semester I", 40, 30), ("TW III", 70, 60))).buku), "IMUN", 2025
    )
    assert (k.realisasi, k.target) == ("40", "50")
