"""Every page, deck and table for each kind of owner: a city, a province, a lembaga read nothing of a regency."""

import re
from datetime import date

import pytest
from alat_halaman import buka, grafik, judul, kata, wajar
from contoh_gudang import gudang_baru, terbit
from contoh_pemilik import KODE, PEMILIK, UHH, buku_pemilik
from tampilan import SEGMEN

from components.bingkai.navigasi import HALAMAN, PANDUAN, REGIONAL
from kinerja.paparan.susun import susun_paparan
from kinerja.sumber import versi as sumber
from kinerja.telaah.kelengkapan.kekurangan import daftar_kurang
from kinerja.telaah.kelengkapan.permintaan import teks_permintaan
from kinerja.terbitan.bab3 import susun_bab3
from kinerja.terbitan.kumpulan import terbitan
from kinerja.terbitan.sampul import sampul

KEPALA = ("bupati", "wali kota", "gubernur")
HARI = date(2025, 6, 1)


@pytest.fixture(params=sorted(PEMILIK))
def pemilik(request, tmp_path, monkeypatch):
    """A store with the workbook of an owner of each kind; pages read it as their own."""
    gudang = gudang_baru(tmp_path)
    terbit(gudang, buku_pemilik(request.param))
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(gudang.mesin.url))
    return PEMILIK[request.param]


def asing(teks, kata_asing):
    """Return the words of another kind of owner in a text; "Kabupaten/Kota" is a level of regions, not an owner."""
    pola = rf"(?<![\w/-])(?:{'|'.join(kata_asing)})(?![\w/-])"
    return [teks[max(0, m.start() - 40) : m.end() + 40] for m in re.finditer(pola, teks, re.IGNORECASE)]


def terbaca(at):
    """Return all words of a page: elements with labels, hints and options, HTML, figures."""
    sifat = ("value", "label", "help", "options")
    isi = [str(getattr(unsur, s)) for unsur in at for s in sifat if getattr(unsur, s, None)]
    return "\n".join((*isi, kata(at), *(str(g) for g in grafik(at).values())))


def test_no_page_says_a_word_of_another_kind_of_owner(pemilik):
    for halaman in HALAMAN:
        segmen, pilihan = SEGMEN.get(halaman, ("", ("",)))
        for satu in pilihan:
            at = buka(halaman, opd=KODE, tahun=2024, **({segmen: satu} if segmen else {}))
            wajar(at)
            # The guide speaks of every kind that a cell or a table may name; its examples are the owner's.
            dicari = [k for k in pemilik.asing if k in KEPALA] if halaman is PANDUAN else pemilik.asing
            assert asing(terbaca(at), dicari) == [], (halaman.jalur, satu)


def test_no_slide_table_or_letter_says_one_either(pemilik):
    data = sumber.aktif().dataset
    isi = [
        susun_paparan(data, KODE, 2024),
        terbitan(data, KODE, 2024),
        susun_bab3(data, KODE, 2024),
        sampul(data, KODE, 2024, HARI).keterangan,
        teks_permintaan(data, daftar_kurang(data, KODE, 2025, HARI)),
    ]
    assert asing("\n".join(map(str, isi)), pemilik.asing) == []
    assert pemilik.nama in str(isi[0])


REGIONAL_MILIK = {
    "Kabupaten": ("peringkat 6 dari 6, 2,00 tahun di bawah Cendana", ["Posisi Melati 2024"]),
    "Kota": ("peringkat 6 dari 6, 2,00 tahun di bawah Cendana", ["Posisi Kota Melati 2024"]),
    "Provinsi": (
        "peringkat 3 dari 3 provinsi yang tercetak, 2,15 tahun di bawah Nasional",
        ["Posisi Provinsi Cendana 2024", "Kabupaten/kota di Provinsi Cendana 2024"],
    ),
    "Lembaga": ("Meranti 74,00 tahun, tertinggi dari 3 provinsi yang tercetak", []),
}


def test_regional_ranks_the_owner_among_its_likes_and_a_province_shows_its_regencies(pemilik):
    at = buka(REGIONAL, opd=KODE, tahun=2024, ukuran=UHH)
    akhir, bagian = REGIONAL_MILIK[pemilik.jenis]
    assert judul(at).endswith(akhir)
    assert [s.value for s in at.subheader if s.value.startswith(("Posisi", "Kabupaten/kota"))] == bagian
    assert ("3 dari 6 kabupaten/kota lebih baik daripada Cendana" in kata(at)) == (pemilik.jenis == "Provinsi")
    assert ("Kota Melati" in kata(at)) == (pemilik.jenis == "Kota")
