"""Keys of Profil with words of their own: read however they are typed, refused by name, kept by older versions."""

import pytest
from pembangun import BUKU_KECIL as B
from pembangun import Persen, tambah_baris

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat_mentah, muat_tersimpan
from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.dataset import Dataset
from kinerja.model.skema import ISI_PROFIL

PILIHAN = {k.nama: k.pilihan for k in ISI_PROFIL if k.pilihan}
SOAL_JENIS = {Kode.JENIS_PEMERINTAH, Kode.WILAYAH_LEMBAGA, Kode.WILAYAH_TANPA_DATA}
"""What the small workbook, which is a regency's, gets under another kind: these are read all the same."""
LETAK = f"B{len(B['Profil']) + 1}"


def isi_profil(kunci, nilai):
    return tambah_baris(B, "Profil", [kunci, nilai])


def rumus(profil):
    """Return the three rules as the workbook writes them."""
    a = profil.aturan
    return {
        "Aturan rentang": a.rentang.value,
        "Batas capaian": "Tanpa" if a.batas is None else str(a.batas),
        "Lantai capaian": a.lantai.value,
        "Jenis pemerintah": profil.jenis_pemerintah.value,
    }


@pytest.mark.parametrize(("kunci", "kata"), [(k, p) for k, semua in PILIHAN.items() for p in semua])
@pytest.mark.parametrize("tulis", [str, str.upper, lambda t: f"  {t.lower()} "], ids=["plain", "capitals", "spaces"])
def test_every_word_of_a_key_is_read_however_it_is_typed(muat_isi, kunci, kata, tulis):
    hasil = muat_isi(isi_profil(kunci.lower(), tulis(kata)))
    assert {t.kode for t in hasil.temuan} <= SOAL_JENIS
    assert rumus(Dataset(hasil.buku).profil)[kunci] == kata
    assert hasil.buku.profil[-1].nilai == kata  # one spelling: two ways of typing are no difference


@pytest.mark.parametrize(
    "isi", [110, 110.0, "110", "110%", "110 %", "110,00%", "110 persen", Persen(1.1, 0), Persen(1.1, 2)]
)
def test_a_cap_may_be_a_number_or_a_percentage(muat_isi, isi):
    hasil = muat_isi(isi_profil("Batas capaian", isi))
    assert hasil.temuan == ()
    assert Dataset(hasil.buku).profil.aturan.batas == 110


@pytest.mark.parametrize("isi", [None, "", "KOSONG"])
@pytest.mark.parametrize("kunci", PILIHAN)
def test_an_empty_key_is_its_default(muat_isi, kunci, isi):
    hasil = muat_isi(isi_profil(kunci, isi))
    assert hasil.temuan == ()
    assert Dataset(hasil.buku).profil == Dataset(muat_isi(B).buku).profil


@pytest.mark.parametrize(
    ("kunci", "isi", "tertulis"),
    [
        *((k, "Entah", "Entah") for k in PILIHAN),
        *(
            ("Batas capaian", isi, t)
            for isi, t in ((115, "115"), (1.1, "1,1"), ("10.0", "10.0"), (0, "0"), ("1000", "1000"))
        ),
    ],
)
def test_another_word_is_refused_with_its_cell_and_the_words_allowed(muat_isi, kunci, isi, tertulis):
    hasil = muat_isi(isi_profil(kunci, isi))
    (satu,) = hasil.temuan
    assert (hasil.sah, satu.lembar, satu.sel) == (False, "Profil", LETAK)
    assert satu.pesan == f"Tertulis “{tertulis}”, tidak ada dalam daftar {kunci}"
    assert satu.saran == f"Tulis salah satu: {', '.join(PILIHAN[kunci])}"


@pytest.mark.parametrize("kunci", PILIHAN)
def test_a_version_taken_before_there_was_a_list_still_reads(muat_isi, kunci):
    lama = {s.nama: s for s in muat_isi(B).kanonik()}
    baris = lama["Profil"].baris
    lama["Profil"] = LembarMentah("Profil", (*baris, (len(baris) + 1, (kunci, "Entah"))))
    hasil = muat_tersimpan(tuple(lama.values()))
    assert hasil.sah
    assert Dataset(hasil.buku).profil == Dataset(muat_isi(B).buku).profil


def test_what_is_read_of_a_key_reads_back(muat_isi):
    for kunci, semua in PILIHAN.items():
        hasil = muat_isi(isi_profil(kunci, semua[-1]))
        assert muat_mentah(BukuMentah(hasil.kanonik(), ())).kanonik() == hasil.kanonik()


def test_of_two_kinds_of_the_whole_the_differing_one_is_named(muat_isi):
    isi = tambah_baris(isi_profil("Jenis pemerintah", "Kabupaten"), "OPD", ["KOTA", "Kota Lain", None, "Kota"])
    (satu,) = (t for t in muat_isi(isi).temuan if t.kode is Kode.JENIS_PEMERINTAH)
    assert "KOTA berjenis Kota di OPD!D4" in satu.pesan
