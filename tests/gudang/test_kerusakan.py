"""Faults: a process killed in the middle, a store that is locked, damaged, read-only or newer; nothing half."""

import os
import signal
import sqlite3
from threading import Timer

import pytest
from contoh_gudang import buku, byte, draf, jumlah_isi, lembar, terbit
from pembangun import BUKU_KECIL, tulis
from pengganggu import impor_sampai
from sqlalchemy import text

from kinerja.gudang import pintu, sambungan
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin
from kinerja.nilai.galat import Ditolak
from kinerja.perintah.utama import main
from kinerja.sumber import versi as sumber

# --- killed -----------------------------------------------------------------------------------------------------------

LANGKAH = {
    "when it was read": ("kinerja.unggah.impor:_baca_semua+", False),
    "when it was checked": ("kinerja.unggah.impor:_bandingkan+", False),
    "while the draft is written": ("kinerja.gudang.gudang:_baris_blob", False),
    "when the draft was kept": ("kinerja.gudang.gudang:Gudang.simpan_draf+", False),
    "when the version was inserted": ("kinerja.gudang.gudang:_jadikan_versi+", False),
    "when the pointer was moved": ("kinerja.gudang.gudang:_tunjuk+", False),
    "before the commit": ("kinerja.gudang.gudang:catat+", False),
    "after the commit": ("kinerja.gudang.gudang:Gudang.terbitkan+", True),
}


@pytest.fixture(scope="module")
def berkas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("buku")
    return tulis(BUKU_KECIL, folder / "a.xlsx"), tulis(buku(1), folder / "b.xlsx")


@pytest.mark.parametrize(("langkah", "terbit_"), LANGKAH.values(), ids=LANGKAH)
def test_an_import_that_is_killed_leaves_the_old_version_or_the_new_one_whole(
    url_gudang, mesin, berkas, langkah, terbit_, monkeypatch, muat_di_sini, capsys
):
    gudang = Gudang(mesin)
    terbit(gudang)
    assert impor_sampai(langkah, berkas[1], url_gudang) == -signal.SIGKILL
    isi = BUKU_KECIL if not terbit_ else buku(1)
    assert gudang.lembar(gudang.aktif()) == lembar(isi)
    assert len(gudang.versi()) == 1 + terbit_
    jumlah = jumlah_isi(mesin)
    assert jumlah["blob"] == (1 + terbit_) * (len(lembar()) + 1)
    assert jumlah["blob_draf"] == jumlah["draf"] * (len(lembar()) + 1)
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_gudang)
    assert main(["impor", str(berkas[1])]) == 0
    assert gudang.lembar(gudang.aktif()) == lembar(buku(1))


@pytest.mark.parametrize("langkah", ["when the draft was kept", "when the pointer was moved", "after the commit"])
def test_an_import_that_is_asked_to_end_leaves_the_old_version_or_the_new_one_whole(url_gudang, mesin, berkas, langkah):
    gudang = Gudang(mesin)
    terbit(gudang)
    tempat, terbit_ = LANGKAH[langkah]
    assert impor_sampai(tempat, berkas[1], url_gudang, signal.SIGTERM) == -signal.SIGTERM
    assert gudang.lembar(gudang.aktif()) == lembar(buku(1) if terbit_ else BUKU_KECIL)
    assert len(gudang.versi()) == 1 + terbit_


# --- locked -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def sqlite_terisi(tmp_path, monkeypatch):
    """A filled SQLite file that is this installation's store; writers wait a moment only."""
    monkeypatch.setattr(sambungan, "TUNGGU_MS", 100)
    url = f"sqlite:///{tmp_path / 'gudang.db'}"
    gudang = Gudang(buka_mesin(url))
    terbit(gudang)
    gudang.mesin.dispose()
    monkeypatch.setenv("KINERJA_DATABASE_URL", url)
    pintu._gudang.cache_clear()
    return tmp_path / "gudang.db"


@pytest.fixture
def penulis(sqlite_terisi):
    """Another process's writer that holds the lock."""
    koneksi = sqlite3.connect(sqlite_terisi, isolation_level=None)
    koneksi.execute("BEGIN IMMEDIATE")
    yield koneksi
    koneksi.close()


def jalan(capsys, *argumen):
    kode = main([str(a) for a in argumen])
    keluar = capsys.readouterr()
    assert "Traceback" not in keluar.err
    return kode, keluar.err


def test_a_writer_that_waits_too_long_says_so_and_nothing_is_stored(
    penulis, sqlite_terisi, berkas, muat_di_sini, capsys
):
    kode, teks = jalan(capsys, "impor", berkas[1])
    assert (kode, teks) == (1, "Gudang data sedang dipakai proses lain. Ulangi sebentar lagi.\n")
    penulis.execute("ROLLBACK")
    assert len(pintu.gudang().versi()) == 1
    assert jalan(capsys, "impor", berkas[1]) == (0, "")


def test_readers_go_on_while_another_process_writes(penulis, sqlite_terisi):
    assert sumber.aktif().nomor_aktif == 1
    assert sumber.aktif().dataset is not None


def test_a_writer_waits_for_another_that_is_soon_done(sqlite_terisi, monkeypatch):
    monkeypatch.setattr(sambungan, "TUNGGU_MS", 120_000)
    gudang = Gudang(buka_mesin(f"sqlite:///{sqlite_terisi}"))
    koneksi = sqlite3.connect(sqlite_terisi, isolation_level=None, check_same_thread=False)
    koneksi.execute("BEGIN IMMEDIATE")
    Timer(0.2, koneksi.execute, ["ROLLBACK"]).start()
    assert terbit(gudang, buku(1)) == 2


# --- damaged ----------------------------------------------------------------------------------------------------------

PERINTAH = (["versi"], ["log"], ["impor", "BERKAS"], ["cadangkan", "-o", "CADANGAN"])


@pytest.mark.parametrize("perintah", PERINTAH, ids=lambda p: p[0])
def test_a_damaged_file_is_named_with_the_command_that_restores_and_stays_as_it_is(
    sqlite_terisi, perintah, berkas, tmp_path, capsys, muat_di_sini
):
    data = bytearray(sqlite_terisi.read_bytes())
    data[100:4096] = os.urandom(3996)
    sqlite_terisi.write_bytes(data)
    ganti = {"BERKAS": str(berkas[1]), "CADANGAN": str(tmp_path / "cadangan.db")}
    kode, teks = jalan(capsys, *(ganti.get(p, p) for p in perintah))
    assert kode == 1
    assert teks == "Gudang data rusak. Pulihkan dengan: python -m kinerja pulihkan-cadangan BERKAS --ke URL.\n"
    assert sqlite_terisi.read_bytes() == data
    assert not list(tmp_path.glob("cadangan*"))


def rusakkan_blob(berkas):
    """Overwrite one page of the table of blobs and return the whole file as it then is."""
    data = bytearray(berkas.read_bytes())
    with sqlite3.connect(berkas) as koneksi:
        (halaman,) = koneksi.execute("SELECT rootpage FROM sqlite_master WHERE name = 'blob'").fetchone()
    data[(halaman - 1) * 4096 : halaman * 4096] = b"\xff" * 4096
    berkas.write_bytes(data)
    return data


def test_a_page_gone_bad_inside_is_named_at_the_start(sqlite_terisi, tmp_path, capsys):
    data = rusakkan_blob(sqlite_terisi)
    for perintah in (("versi",), ("cadangkan", "-o", tmp_path / "cadangan.db")):
        kode, teks = jalan(capsys, *perintah)
        assert (kode, teks.startswith("Gudang data rusak. Pulihkan dengan")) == (1, True)
    assert "rusak" in sumber.aktif().kendala.pesan
    assert not list(tmp_path.glob("cadangan*"))
    assert sqlite_terisi.read_bytes() == data


def test_a_page_gone_bad_while_the_server_runs_is_named_when_it_is_read(sqlite_terisi):
    gudang = Gudang(buka_mesin(f"sqlite:///{sqlite_terisi}"))
    gudang.mesin.dispose()
    data = rusakkan_blob(sqlite_terisi)
    assert gudang.aktif() == 1
    with pytest.raises(GudangTerkendala, match="rusak"):
        gudang.lembar(1)
    with pytest.raises(Ditolak, match=r"tidak dapat ditulis|rusak|utuh"):
        terbit(gudang, buku(1))
    assert gudang.aktif() == 1
    assert sqlite_terisi.stat().st_size >= len(data)


def test_a_file_that_is_cut_is_not_made_anew(sqlite_terisi, capsys):
    data = sqlite_terisi.read_bytes()[:6000]
    sqlite_terisi.write_bytes(data)
    kode, teks = jalan(capsys, "versi")
    assert (kode, teks.startswith("Gudang data rusak.")) == (1, True)
    assert sqlite_terisi.read_bytes() == data


# --- newer, read-only, unreachable ------------------------------------------------------------------------------------


def test_a_newer_store_is_refused_and_not_touched(url_gudang, mesin, monkeypatch, capsys):
    terbit(Gudang(mesin))
    with mesin.begin() as koneksi:
        koneksi.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    mesin.dispose()
    with pytest.raises(GudangTerkendala, match="dibuat oleh program yang lebih baru"):
        buka_mesin(url_gudang)
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_gudang)
    kode, teks = jalan(capsys, "versi")
    assert (kode, "Perbarui program" in teks, "pulihkan-cadangan BERKAS --ke URL" in teks) == (1, True, True)
    assert jumlah_isi(mesin)["versi"] == 1
    with mesin.connect() as koneksi:
        assert koneksi.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"


def test_a_read_only_store_is_read_and_says_why_it_cannot_be_written(sqlite_terisi, tmp_path):
    gudang = Gudang(buka_mesin(f"sqlite:///file:{sqlite_terisi}?mode=ro&uri=true"))
    assert gudang.lembar(1) == lembar()
    with pytest.raises(GudangTerkendala, match="hanya dapat dibaca"):
        gudang.catat("uji", "ani")
    assert not (tmp_path / "file:").exists()


def test_a_full_disk_is_named_and_reading_goes_on(sqlite_terisi):
    gudang = Gudang(buka_mesin(f"sqlite:///{sqlite_terisi}"))
    isi = gudang.draf(draf(gudang, buku(1)))
    with gudang.mesin.connect() as koneksi:
        penuh = koneksi.exec_driver_sql("PRAGMA page_count").scalar()
        koneksi.exec_driver_sql(f"PRAGMA max_page_count = {penuh}")
        koneksi.rollback()
    with pytest.raises(GudangTerkendala, match="Ruang penyimpanan gudang data habis"):
        gudang.simpan_draf(isi, lembar(), [("besar.xlsx", byte(BUKU_KECIL) + bytes(10**6))])
    assert gudang.lembar(gudang.aktif()) == lembar()


@pytest.mark.parametrize(
    ("url", "pesan"),
    [
        ("postgresql://uji@127.0.0.1:1/uji?connect_timeout=2", "Gudang data tidak dapat dihubungi"),
        ("entah", "Alamat gudang data tidak dikenal"),
        ("mysql://a@b/c", "Alamat gudang data tidak dikenal"),
        ("sqlite:////proc/tidak/ada.db", "Folder gudang data tidak dapat dibuat"),
        ("sqlite:////proc/gudang.db", "Gudang data tidak dapat dibuka"),
    ],
    ids=["no server", "no address", "another database", "no folder", "no file"],
)
def test_a_store_that_cannot_be_reached_says_so(monkeypatch, capsys, url, pesan):
    monkeypatch.setenv("KINERJA_DATABASE_URL", url)
    kode, teks = jalan(capsys, "versi")
    assert (kode, teks.startswith(f"{pesan}. ")) == (1, True), teks
    assert sumber.aktif().kendala.pesan == pesan


def test_a_server_that_was_away_is_used_again_when_it_is_back(basis_jadi):
    gudang = Gudang(buka_mesin(basis_jadi))
    terbit(gudang)
    with gudang.mesin.connect() as lain, gudang.mesin.connect() as mati:
        nomor = mati.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        lain.exec_driver_sql(f"SELECT pg_terminate_backend({nomor})")
        with pytest.raises(GudangTerkendala, match="tidak dapat dihubungi"):
            mati.exec_driver_sql("SELECT 1")
    assert gudang.aktif() == 1
    gudang.mesin.dispose()
