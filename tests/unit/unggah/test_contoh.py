"""The example: fills an empty store for who may, is known as one as long as any of it is left, and goes whole."""

import pytest
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, terbit
from pembangun import BUKU_KECIL, tulis

from kinerja.akun.akses import TidakBerhak
from kinerja.buku.muat import muat
from kinerja.buku.tulis import tulis_buku
from kinerja.unggah.awal import isi_contoh
from kinerja.unggah.contoh import BUKU_CONTOH, PENGELOLA_CONTOH, berisi_contoh
from kinerja.unggah.impor import Mode, pulihkan, rancang, simpan, terbitkan

TARGET = {"Capaian": [["Kode indikator", "Tahun", "Target"], ["KAB-UHH", 2025, "72,10"]]}


@pytest.fixture
def gudang(tmp_path, muat_di_sini):
    return gudang_baru(tmp_path)


def muat_buku(gudang, berkas, isi, mode):
    """Publish a workbook; nothing in it is asked about."""
    rancangan = rancang(gudang, [tulis(isi, berkas)], mode, ADMIN)
    assert (rancangan.temuan, rancangan.hilang, rancangan.pengaman) == ((), (), ())
    return terbitkan(gudang, simpan(gudang, rancangan, ADMIN), ADMIN, "uji"), rancangan


def test_the_example_is_a_workbook_without_any_finding_in_no_real_name(tmp_path):
    tulis_buku(BUKU_CONTOH, tmp_path / "contoh.xlsx")
    hasil = muat(tmp_path / "contoh.xlsx")
    assert (hasil.sah, hasil.temuan) == (True, ())
    assert {r.wilayah.split()[0] for r in hasil.buku.regional} == {"Contoh", "Provinsi", "Nasional"}
    assert all(s.sumber.endswith("(rekaan)") for s in (*hasil.buku.capaian, *hasil.buku.anggaran, *hasil.buku.regional))


def test_it_fills_an_empty_store_once_and_the_log_says_for_whom(gudang):
    isi_contoh(gudang, ADMIN)
    isi_contoh(gudang, ADMIN)
    (versi,) = gudang.versi()
    assert (versi.oleh, berisi_contoh([versi], versi.nomor)) == (PENGELOLA_CONTOH.nama, True)
    assert [b["oleh"] for b in gudang.log() if b["peristiwa"] == "contoh"] == [ADMIN.nama]


def test_who_may_not_fill_a_store_gets_no_example(gudang):
    with pytest.raises(TidakBerhak):
        isi_contoh(gudang, OPERATOR)
    assert gudang.aktif() is None


def test_a_filled_store_is_left_alone_and_is_no_example(gudang):
    terbit(gudang)
    isi_contoh(gudang, ADMIN)
    assert [berisi_contoh(gudang.versi(), v.nomor) for v in gudang.versi()] == [False]


def test_an_update_of_the_example_stays_one_and_the_whole_replaces_it_without_a_question(gudang, tmp_path):
    isi_contoh(gudang, ADMIN)
    diperbarui, _ = muat_buku(gudang, tmp_path / "a.xlsx", TARGET, Mode.PERBARUI)
    assert berisi_contoh(gudang.versi(), diperbarui)
    diganti, rancangan = muat_buku(gudang, tmp_path / "b.xlsx", BUKU_KECIL, Mode.GANTI)
    assert {**rancangan.perubahan(), "tambah": 0} == {"tambah": 0, "ubah": 0, "hapus": 0}
    assert not berisi_contoh(gudang.versi(), diganti)
    pulihkan(gudang, diperbarui, ADMIN, "melihat lagi")
    assert berisi_contoh(gudang.versi(), gudang.aktif())
