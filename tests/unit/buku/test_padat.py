"""Small files that hold millions of equal pieces: whatever the piece, the reader ends soon and with a sentence."""

import os
import time

import pytest
from berkas_berat import SUSUNAN_BERAT, baris_salah, sel_berisi

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.muat import muat

lengkap = pytest.mark.skipif(not os.environ.get("KINERJA_UJI_LENGKAP"), reason="script/endurance runs it")
SEDIKIT, BANYAK = 5.0, 60.0
"""Seconds for few pieces in this process, and for many in the reading child; a machine may be busy."""


@pytest.mark.parametrize("nama", SUSUNAN_BERAT)
def test_few_pieces_are_read_or_refused_at_once(muat_di_sini, tmp_path, nama):
    """Time that grows with the square of the pieces shows with a few thousand already."""
    berat = SUSUNAN_BERAT[nama]
    berkas, mulai = berat.bangun(tmp_path / "b.xlsx", berat.sedikit), time.process_time()
    hasil = muat_di_sini(berkas)
    assert time.process_time() - mulai < SEDIKIT
    assert all(t.pesan and t.saran for t in hasil.temuan)


@lengkap
@pytest.mark.parametrize("nama", SUSUNAN_BERAT)
def test_many_pieces_end_within_seconds_with_a_sentence(tmp_path, nama):
    berat = SUSUNAN_BERAT[nama]
    berkas, mulai = berat.bangun(tmp_path / "b.xlsx", berat.banyak), time.monotonic()
    hasil = muat(berkas)
    assert time.monotonic() - mulai < BANYAK
    kode = {t.kode.value for t in hasil.temuan}
    assert kode <= berat.kode or (not berat.kode and hasil.sah)
    assert kode or hasil.sah


def test_one_long_text_in_many_cells_is_handed_over_once_and_short(muat_di_sini, tmp_path):
    hasil = muat_di_sini(sel_berisi(lambda n: "a" * n)(tmp_path / "b.xlsx", 2_000_000))
    panjang = [t for t in hasil.temuan if t.kode is Kode.TEKS_PANJANG]
    assert len(panjang) == 20
    assert all("2.000.000 huruf" in t.pesan and len(t.pesan) < 200 for t in panjang)


def test_an_answer_beyond_the_limit_is_not_listened_to(tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_MAKS_HASIL", "100000")
    (satu,) = muat(baris_salah(tmp_path / "b.xlsx", 3_000)).temuan
    assert satu.kode is Kode.PEMBACA_TERHENTI
    assert "isi yang terbaca terlalu banyak" in satu.pesan


def test_more_elements_than_the_setting_are_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_MAKS_UNSUR", "10000")
    (satu,) = muat(baris_salah(tmp_path / "b.xlsx", 1_000)).temuan
    assert satu.kode is Kode.ISI_MENCURIGAKAN
    assert "lebih dari 10000 unsur" in satu.pesan
