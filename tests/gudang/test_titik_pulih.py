"""Copies made by themselves: verified, before every publication and migration; without one nothing changes."""

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from contoh_gudang import buku, draf, lembar, terbit
from pembangun import BUKU_KECIL

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.titik_pulih import TitikPulihGagal, berkas_gudang, salin_terperiksa, sebelum_terbit
from kinerja.perintah.utama import main


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    monkeypatch.delenv("KINERJA_CADANGAN", raising=False)
    return Gudang(buka_mesin(f"sqlite:///{tmp_path / 'g.db'}"))


def salinan(folder):
    return sorted(folder.glob("sebelum-terbit-*.db"))


def test_the_first_version_has_nothing_to_lose(gudang, tmp_path):
    assert terbit(gudang) == 1
    assert not (tmp_path / "cadangan").exists()


def test_before_each_publication_the_store_is_copied_as_it_was(gudang, tmp_path):
    terbit(gudang)
    terbit(gudang, buku(1))
    (satu,) = salinan(tmp_path / "cadangan")
    lama = Gudang(buka_mesin(f"sqlite:///{satu}"))
    assert (lama.aktif(), lama.lembar(1)) == (1, lembar())
    assert stat.S_IMODE(satu.stat().st_mode) == 0o600
    assert not list((tmp_path / "cadangan").glob("*.sebagian"))


def test_a_copy_restores_into_an_empty_store(gudang, tmp_path, monkeypatch, capsys):
    terbit(gudang)
    terbit(gudang, buku(1))
    (satu,) = salinan(tmp_path / "cadangan")
    url = f"sqlite:///{tmp_path / 'baru.db'}"
    assert main(["pulihkan-cadangan", str(satu), "--ke", url]) == 0
    pulih = Gudang(buka_mesin(url))
    assert (pulih.aktif(), pulih.lembar(1)) == (1, gudang.lembar(1))
    assert terbit(pulih, buku(1)) == 2


@pytest.mark.parametrize(("simpan", "tinggal"), [(None, 5), ("2", 2), ("0", 1), ("banyak", 5)])
def test_the_newest_copies_are_kept(gudang, tmp_path, monkeypatch, simpan, tinggal):
    if simpan is not None:
        monkeypatch.setenv("KINERJA_CADANGAN_SIMPAN", simpan)
    terbit(gudang)
    semua = [sebelum_terbit(gudang.mesin) for _ in range(7)]
    assert salinan(tmp_path / "cadangan") == semua[-tinggal:]


def test_copies_of_another_store_in_the_same_folder_stay(gudang, tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_CADANGAN", str(tmp_path / "bersama"))
    monkeypatch.setenv("KINERJA_CADANGAN_SIMPAN", "1")
    lain = Gudang(buka_mesin(f"sqlite:///{tmp_path / 'lain.db'}"))
    for milik in (lain, gudang):
        terbit(milik)
        terbit(milik, buku(1))
    assert len(salinan(tmp_path / "bersama")) == 2


def test_without_a_copy_nothing_is_published_and_the_draft_stays(gudang, tmp_path):
    terbit(gudang)
    (tmp_path / "cadangan").write_bytes(b"a file where the folder should be")
    nomor = draf(gudang, buku(1))
    with pytest.raises(TitikPulihGagal, match="tidak ada yang berubah"):
        gudang.terbitkan(nomor, "ani", "coba")
    assert [v.nomor for v in gudang.versi()] == [1]
    (tmp_path / "cadangan").unlink()
    assert gudang.terbitkan(nomor, "ani", "coba") == 2


def test_a_copy_of_a_damaged_store_is_no_copy(gudang, tmp_path):
    terbit(gudang)
    gudang.mesin.dispose()
    berkas = tmp_path / "g.db"
    with sqlite3.connect(berkas) as koneksi:
        (halaman,) = koneksi.execute("SELECT rootpage FROM sqlite_master WHERE name = 'blob'").fetchone()
    data = bytearray(berkas.read_bytes())
    data[(halaman - 1) * 4096 : halaman * 4096] = b"\xff" * 4096
    berkas.write_bytes(data)
    with pytest.raises(TitikPulihGagal, match="utuh"):
        salin_terperiksa(berkas, tmp_path / "salinan.db")
    assert not list(tmp_path.glob("salinan*"))


def test_the_reason_is_said_in_words(tmp_path):
    with pytest.raises(TitikPulihGagal, match="Sediakan ruang dan hak tulis"):
        salin_terperiksa(tmp_path / "tidak-ada.db", tmp_path / "salinan.db")
    assert not list(tmp_path.iterdir())


def test_a_store_on_a_server_or_in_memory_has_no_file(mesin):
    assert berkas_gudang(buka_mesin("sqlite://")) is None
    assert (berkas_gudang(mesin) is None) == (mesin.dialect.name != "sqlite")
    if mesin.dialect.name != "sqlite":
        assert sebelum_terbit(mesin) is None


def test_the_small_workbook_is_what_these_tests_think_it_is():
    assert lembar(BUKU_KECIL) != lembar(buku(1))


def test_two_copies_of_one_moment_do_not_write_into_each_other(gudang, tmp_path):
    terbit(gudang)
    asal, tujuan = Path(gudang.mesin.url.database), tmp_path / "cadangan" / "satu.db"
    with ThreadPoolExecutor(2) as benang:
        for _ in range(10):
            list(benang.map(lambda n: salin_terperiksa(asal, tujuan, f".{n}"), range(2)))
    assert Gudang(buka_mesin(f"sqlite:///{tujuan}")).aktif() == 1
    assert not list(tujuan.parent.glob("*.sebagian"))
