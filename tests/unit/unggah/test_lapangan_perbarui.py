"""Updates as offices really send them, after the workbook without faults: what they may and may not change."""

from pathlib import Path

import pytest
from contoh_gudang import ADMIN, gudang_baru

from kinerja.buku.muat import muat
from kinerja.unggah.impor import Mode, rancang, simpan, terbitkan

LAPANGAN = Path(__file__).resolve().parents[4] / "shared" / "lapangan"


@pytest.fixture
def kirim(tmp_path, muat_di_sini):
    """Publish the workbook without faults, then check a file of the collection as an update of it."""
    dasar = LAPANGAN / "00_dasar_tanpa_kesalahan.xlsx"
    if not dasar.is_file():
        pytest.skip("the collection is not here")
    gudang = gudang_baru(tmp_path)
    terbitkan(gudang, simpan(gudang, rancang(gudang, [dasar], Mode.GANTI, ADMIN), ADMIN), ADMIN, "dasar")
    return lambda nama: rancang(gudang, [LAPANGAN / f"{nama}.xlsx"], Mode.PERBARUI, ADMIN)


def perubahan(rancangan):
    return [(b.kunci, s.kolom, s.lama, s.baru) for b in rancangan.beda.baris for s in b.sel]


@pytest.mark.parametrize("nama", ["lembar_capaian_2_saja", "lembar_capaian_tw_iii_saja"])
def test_a_file_of_which_nothing_was_read_is_refused_and_not_called_identical(kirim, nama):
    rancangan = kirim(nama)
    assert (rancangan.sah, rancangan.identik) == (False, False)
    assert "maksud Anda Capaian?" in rancangan.temuan[0].pesan


def test_realisasi_alone_leaves_target_and_sumber(kirim):
    rancangan = kirim("perbarui_realisasi_saja_kolom_lain_kosong")
    assert perubahan(rancangan) == [("KES-1 · 2024 · Tahunan", "Realisasi", "90,25", "91")]
    assert rancangan.hilang == ()
    assert [(t.kolom, t.sel) for t in rancangan.temuan] == [("Target", "D2"), ("Sumber", "H2")]
    assert "tetap “95”" in rancangan.temuan[0].pesan


def test_a_new_name_leaves_sasaran_and_akumulasi(kirim):
    rancangan = kirim("perbarui_nama_indikator_kolom_lain_kosong")
    lama, baru = "Puskesmas terakreditasi", "Puskesmas terakreditasi paripurna"
    assert perubahan(rancangan) == [("KES-2", "Indikator", lama, baru)]
    assert [t.kolom for t in rancangan.temuan] == ["Sasaran", "Akumulasi"]


def test_the_workbook_itself_is_valid():
    assert not LAPANGAN.is_dir() or muat(LAPANGAN / "00_dasar_tanpa_kesalahan.xlsx").sah
