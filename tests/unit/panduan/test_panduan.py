"""The guide says what the program does: columns from the schema, examples that read, results that are computed."""

import re
from xml.etree import ElementTree

import pytest

from components.panduan import GAMBAR, gambar
from kinerja.buku.sel import baca_isi
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN, KumpulanSkala
from kinerja.panduan.buku import contoh_ditolak, contoh_nilai, panduan_lembar
from kinerja.panduan.hitung import contoh_rumus, panduan_skala
from kinerja.panduan.teks import BAB, ISTILAH, LANGKAH, BagianPanduan, judul_panduan

HASIL = {
    "Capaian, Arah Naik": "100,05%; Melebihi target; Sangat Tinggi",
    "Capaian, Arah Turun": "106,25%; Melebihi target; Sangat Tinggi",
    "Target berupa rentang": "98,23%; Tercapai (dalam rentang); Sangat Tinggi",
    "Target berupa predikat": "Tidak tercapai; Predikat tidak memiliki persentase",
    "Nilai di celah skala": "90,50%; Tidak tercapai; Tinggi; di celah skala",
    "Target 0, Arah Turun": "100,00%; Tercapai sesuai target; Sangat Tinggi",
    "Target 0, Arah Naik": "Target 0 atau negatif: persentase tidak dapat dihitung",
    "Rata-rata capaian": "92,91%; 3 dari 4 dihitung",
    "Rata-rata capaian, dibatasi 100%": "91,41%; 3 dari 4 dihitung",
    "Triwulan, Terakhir": "95",
    "Triwulan, Jumlah": "230",
    "Triwulan, Rata-rata": "57,5",
    "Serapan": "89,00%",
    "Efisiensi, selisih": "9,23 poin",
    "Efisiensi, rasio": "1,10",
}
"""Worked out by hand from DESIGN section 6."""


def test_every_example_of_a_formula_is_right():
    assert {r.nama: r.hasil for r in contoh_rumus()} == HASIL


def test_every_sheet_and_column_of_the_schema_is_explained():
    assert [(s.nama, s.wajib) for s in panduan_lembar()] == [(s.nama, s.wajib) for s in SEMUA_LEMBAR]
    for guru, skema in zip(panduan_lembar(), SEMUA_LEMBAR, strict=True):
        assert [(k.nama, k.wajib) for k in guru.kolom] == [(k.nama, k.wajib) for k in skema.kolom]
        assert all(p in g.keterangan for g, k in zip(guru.kolom, skema.kolom, strict=True) for p in k.pilihan)


@pytest.mark.parametrize("lembar", SEMUA_LEMBAR, ids=lambda s: s.nama)
def test_every_example_of_a_cell_can_be_read(lembar):
    guru = next(s for s in panduan_lembar() if s.nama == lembar.nama)
    for k, satu in zip(lembar.kolom, guru.kolom, strict=True):
        assert baca_isi(k, satu.contoh, lambda: ("Tahun", None)) not in ("", None), k.nama


def test_values_are_shown_as_the_reader_takes_them():
    assert ("5,8-5,5", "5,65", "rentang; dihitung dengan titik tengahnya") in contoh_nilai()
    assert all(saran for _, _, saran in contoh_ditolak())


def test_every_built_in_scale_stands_with_its_regulation_and_bounds():
    assert [(s.nama, s.dasar_hukum) for s in panduan_skala()] == [(s.nama, s.dasar_hukum) for s in SKALA_BAWAAN]
    akip, capaian = panduan_skala()[1], panduan_skala()[0]
    assert [(p.predikat, p.batas) for p in akip.pita][:3] == [
        ("AA", "di atas 90"),
        ("A", "di atas 80"),
        ("BB", "di atas 70"),
    ]
    assert [p.batas for p in capaian.pita] == ["mulai 91", "mulai 76", "mulai 66", "mulai 51", "mulai 0"]
    assert KumpulanSkala().nama == tuple(s.nama for s in panduan_skala())


def test_there_are_ten_steps_each_with_its_picture():
    assert len(LANGKAH) == 10
    assert judul_panduan(BagianPanduan.LANGKAH).startswith("Sepuluh langkah")
    assert all(gambar(s.gambar).is_file() and s.tampak for s in LANGKAH)
    assert {b.stem for b in GAMBAR.iterdir()} == {s.gambar for s in LANGKAH}


@pytest.mark.parametrize("berkas", sorted(GAMBAR.glob("*.svg")), ids=lambda b: b.stem)
def test_a_drawing_is_whole_and_asks_for_nothing_outside(berkas):
    akar = ElementTree.fromstring(berkas.read_text(encoding="utf-8"))
    assert akar.tag == "{http://www.w3.org/2000/svg}svg"
    assert not re.search(r"<script|href|url\(|@import", berkas.read_text(encoding="utf-8"))


def test_the_terms_stand_in_the_order_of_the_alphabet_each_once():
    kata = [i.kata.casefold() for i in ISTILAH]
    assert kata == sorted(set(kata))
    assert {"iku", "capaian", "predikat", "serapan", "pagu", "arah", "akumulasi", "padanan", "kutipan"} <= set(kata)
    assert all(i.arti.endswith(".") for i in ISTILAH)


@pytest.mark.parametrize("bab", BAB.values(), ids=lambda b: b.judul)
def test_a_chapter_says_what_to_do_what_one_sees_and_what_when_it_does_not_fit(bab):
    assert bab.langkah
    assert bab.kendala
    kalimat = [bab.pembuka, *(t for s in bab.langkah for t in (s.uraian, s.tampak)), *(k.tindakan for k in bab.kendala)]
    assert [k for k in kalimat if not re.fullmatch(r"[A-Z“].*[.”]", k)] == []
    assert [j for j in (*(s.judul for s in bab.langkah), *(k.tampak for k in bab.kendala)) if j.endswith(".")] == []
    assert all(re.match(r"python -m kinerja [a-z]+ \S", p) for p, _ in bab.perintah)


@pytest.mark.parametrize("bagian", BagianPanduan, ids=lambda b: b.alamat)
def test_a_title_states_what_the_part_teaches(bagian):
    assert judul_panduan(bagian) != bagian
    assert re.search(r"\d|Sepuluh", judul_panduan(bagian))
