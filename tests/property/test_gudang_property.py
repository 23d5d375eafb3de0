"""Round trips of versions: a difference applied to the old gives the new, and what is stored is what is loaded."""

from copy import deepcopy
from dataclasses import replace
from hashlib import sha256

import pytest
from contoh_gudang import draf, gudang_baru, lembar
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pembangun import BUKU_KECIL

from kinerja.buku.banding.beda import JenisBeda, bandingkan_buku
from kinerja.buku.banding.gabung import gabungkan
from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.banding.kunci import baris_berkunci, kunci_isi
from kinerja.buku.ejaan.bagian import Bagian
from kinerja.buku.muat import muat_mentah
from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.model.skema import SEMUA_LEMBAR

TEKS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
NILAI = st.one_of(
    st.none(),
    st.sampled_from(["-", "N/A", "1.234,5", "85.83 %", "9/9", "1:26", "5,8-5,5", "54 Triliun", "(12,5)"]),
    st.integers(-(10**9), 10**15),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda f: round(f, 4)),
)
UANG = st.none() | st.just("-") | st.integers(0, 10**15) | st.decimals(0, 10**9, places=2).map(float)
KOLOM = {
    ("Profil", "Nilai"): TEKS,
    ("OPD", "Nama OPD"): TEKS,
    ("OPD", "Singkatan"): st.none() | TEKS,
    ("Indikator", "Formula"): st.none() | TEKS,
    ("Indikator", "Bobot"): st.none() | st.integers(0, 100) | st.floats(0, 100).map(lambda f: round(f, 3)),
    ("Capaian", "Target"): NILAI,
    ("Capaian", "Realisasi"): NILAI,
    ("Capaian", "Catatan"): st.none() | TEKS,
    ("Kutipan", "Tercetak"): TEKS,
    ("Analisis", "Uraian"): TEKS,
    ("Anggaran", "Pagu"): UANG,
    ("APBD", "Realisasi"): UANG,
    ("Regional", "Nilai"): NILAI,
    ("Skala", "Dasar hukum"): st.none() | TEKS,
}


@st.composite
def suntingan(draw):
    """A small workbook after a few edits: cells changed, rows removed, columns of nobody added."""
    isi = deepcopy(BUKU_KECIL)
    for nama, kolom in draw(st.lists(st.sampled_from(sorted(KOLOM)), max_size=5)):
        baris = draw(st.integers(1, len(isi[nama]) - 1)) if len(isi[nama]) > 1 else 0
        if baris:
            isi[nama][baris][isi[nama][0].index(kolom)] = draw(KOLOM[nama, kolom])
    for nama in draw(st.lists(st.sampled_from(["Analisis", "Kutipan", "APBD", "Regional", "Anggaran"]), max_size=2)):
        if len(isi[nama]) > 2:
            del isi[nama][draw(st.integers(1, len(isi[nama]) - 1))]
    if draw(st.booleans()):
        isi["Capaian"] = [[*b, "Warna" if n == 0 else draw(st.none() | TEKS)] for n, b in enumerate(isi["Capaian"])]
    mentah = tuple(LembarMentah(n, tuple((i, tuple(b)) for i, b in enumerate(t, 1))) for n, t in isi.items())
    hasil = muat_mentah(BukuMentah(mentah, ()))
    assume(hasil.sah)
    return hasil.kanonik()


def berkunci(sisi):
    """Rows of a workbook by sheet and key, without the cells that are empty."""
    semua = {s.nama: s for s in sisi}
    return {
        s.nama: {k: {j: v for j, v in isi.items() if v} for k, isi in baris_berkunci(s, semua.get(s.nama)).items()}
        for s in SEMUA_LEMBAR
    }


def terapkan(lama, beda):
    """Apply a difference as its rows say it: cell by cell, from old to new."""
    hasil = berkunci(lama)
    skema = {s.nama: s for s in SEMUA_LEMBAR}
    for b in beda.baris:
        baris, kunci = hasil[b.lembar], kunci_isi(skema[b.lembar], b.isi)
        if b.jenis is JenisBeda.HAPUS:
            assert baris.pop(kunci) == {s.kolom: s.lama for s in b.sel}
            continue
        isi = dict(baris.get(kunci, {}))
        assert (kunci in baris) == (b.jenis is JenisBeda.UBAH)
        for s in b.sel:
            assert isi.get(s.kolom, "") == s.lama
            isi[s.kolom] = s.baru
        baris[kunci] = {j: v for j, v in isi.items() if v}
    return hasil


@given(suntingan(), suntingan())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_difference_applied_to_the_old_gives_the_new(lama, baru):
    beda = bandingkan_buku(lama, baru)
    assert terapkan(lama, beda) == berkunci(baru)
    assert (beda.baris == ()) == (berkunci(lama) == berkunci(baru))


@given(suntingan())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_canonical_workbook_loads_valid_again_and_is_its_own_canonical_form(sisi):
    hasil = muat_mentah(BukuMentah(sisi, ()))
    assert hasil.sah
    assert hasil.kanonik() == sisi


@given(suntingan())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_sending_the_active_version_as_a_part_changes_nothing(sisi):
    gabungan = gabungkan(sisi, [Bagian("", sisi)])
    hasil = muat_mentah(BukuMentah(gabungan.lembar, ()))
    assert [t for t in gabungan.temuan if t.tingkat == "galat"] == []
    assert sidik_kanonik(hasil.kanonik()) == sidik_kanonik(sisi)


@pytest.fixture(scope="module")
def gudang(tmp_path_factory):
    """One store for all examples: its versions pile up."""
    return gudang_baru(tmp_path_factory.mktemp("gudang"))


@given(suntingan())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_published_is_what_is_loaded(gudang, sisi):
    isi = replace(gudang.draf(draf(gudang)), sidik=sidik_kanonik(sisi), sha256=sha256(b"x").hexdigest())
    nomor = gudang.terbitkan(gudang.simpan_draf(isi, sisi, [("a.xlsx", b"x")]), "ani", "uji")
    assert gudang.lembar(nomor) == sisi
    assert sidik_kanonik(gudang.lembar(nomor)) == sidik_kanonik(sisi)
    assert gudang.muat(nomor).kanonik() == sisi


def test_the_small_workbook_is_among_them():
    assert muat_mentah(BukuMentah(lembar(), ())).kanonik() == lembar()
