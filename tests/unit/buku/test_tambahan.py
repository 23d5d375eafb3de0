"""Columns and sheets that came later: old versions keep their form, new ones keep what they hold, sums stay annual."""

from decimal import Decimal

import pytest
from pembangun import buku_kecil, tambah_baris, tanpa_lembar, ubah

from kinerja.buku.banding.beda import bandingkan_buku
from kinerja.buku.banding.kunci import kunci_isi
from kinerja.dataset import Dataset
from kinerja.model.skema import ANGGARAN

B = buku_kecil()
LAMA = tanpa_lembar(B, "Laporan", "Nama lain", "Rencana aksi")
TW_I = ["DINKES", 2024, None, None, "Program Kesehatan", "Gizi", None, 600, 100, None, "001", "TW I"]


def test_the_canonical_form_lacks_what_came_later_where_nothing_fills_it(muat_isi):
    kanonik = {s.nama: s.baris[0][1] for s in muat_isi(LAMA).kanonik()}
    assert "Pendahulu" not in kanonik["OPD"]
    assert "Target rencana" not in kanonik["Capaian"]
    assert not {"Periode", "Kode", "Pagu awal", "Catatan"} & set(kanonik["Anggaran"])
    assert not {"Laporan", "Nama lain", "Rencana aksi"} & set(kanonik)


@pytest.mark.parametrize(
    ("ubahan", "sel"),
    [({"N2": 900}, ("Pagu awal", "", "900")), ({"O2": "Belum diaudit"}, ("Catatan", "", "Belum diaudit"))],
)
def test_only_the_filled_cell_counts_as_changed(muat_isi, ubahan, sel):
    (beda,) = bandingkan_buku(muat_isi(B).kanonik(), muat_isi(ubah(B, "Anggaran", **ubahan)).kanonik()).baris
    assert [(s.kolom, s.lama, s.baru) for s in beda.sel] == [sel]


def test_a_quarter_of_the_budget_is_kept_and_never_added_to_the_year(muat_isi):
    hasil = muat_isi(tambah_baris(B, "Anggaran", TW_I))
    assert hasil.temuan == ()
    assert [b.periode.value for b in hasil.buku.anggaran_triwulan] == ["TW I"]
    assert Dataset(hasil.buku).jumlah_anggaran["DINKES", 2024].pagu == Decimal(1000)
    beda = bandingkan_buku(muat_isi(B).kanonik(), hasil.kanonik())
    assert beda.hitung() == {"tambah": 1, "ubah": 0, "hapus": 0}


def test_the_code_of_a_line_is_its_name_in_the_key():
    satu = {"Kode OPD": "A", "Tahun": "2024", "Program": "Program X", "Kode": "1.02.02"}
    assert kunci_isi(ANGGARAN, satu) == kunci_isi(ANGGARAN, {**satu, "Program": "X"})
    assert kunci_isi(ANGGARAN, satu) != kunci_isi(ANGGARAN, {**satu, "Kode": "1.02.03"})
