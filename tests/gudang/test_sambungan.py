"""Connections to the store: within seconds or not at all, one attempt at a time, and only to the file of its name."""

import socket
import sqlite3
import time

import pytest
from contoh_gudang import buku, lembar, terbit
from sqlalchemy import text

from kinerja.gudang import sambungan
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.jejak import tolak_bila_hilang
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin
from kinerja.gudang.pintu import _gudang
from kinerja.gudang.sambungan import Jeda
from kinerja.perintah.utama import main

# --- a server that does not answer ------------------------------------------------------------------------------------


class Server:
    """Answers or not, each time after some seconds of a clock of its own."""

    def __init__(self, detik):
        self.kini, self.detik, self.mati, self.panggilan = 100.0, detik, True, 0

    def __call__(self):
        self.panggilan += 1
        self.kini += self.detik
        if self.mati:
            raise OSError("away")
        return "sambungan"


def coba(jeda, server):
    with pytest.raises(OSError, match="away"):
        jeda.coba(server)


def test_a_server_that_let_us_wait_is_left_alone_as_long():
    server = Server(5)
    jeda = Jeda(lambda: server.kini)
    for _ in range(100):
        coba(jeda, server)
    assert server.panggilan == 1
    server.kini += 5.1
    coba(jeda, server)
    assert server.panggilan == 2


def test_a_server_that_refuses_at_once_is_asked_each_time_and_one_that_is_back_is_used():
    server = Server(0)
    jeda = Jeda(lambda: server.kini)
    for _ in range(3):
        coba(jeda, server)
    assert server.panggilan == 3
    server.mati = False
    assert jeda.coba(server) == "sambungan"


def test_a_server_that_hangs_is_given_up_within_seconds(monkeypatch):
    monkeypatch.setitem(sambungan.BATAS_POSTGRESQL, "connect_timeout", 2)
    with socket.create_server(("127.0.0.1", 0)) as bisu:
        url = f"postgresql://uji@127.0.0.1:{bisu.getsockname()[1]}/uji"
        mulai = time.monotonic()
        with pytest.raises(GudangTerkendala, match="tidak dapat dihubungi"):
            buka_mesin(url)
        assert time.monotonic() - mulai < 110, "the system's own limit is over two minutes"


def test_what_the_address_says_goes_before(monkeypatch, basis_jadi):
    terlihat = []
    monkeypatch.setattr(Jeda, "coba", lambda _, f: terlihat.append(f.keywords) or f())
    buka_mesin(f"{basis_jadi}?connect_timeout=9").dispose()
    assert {str(k["connect_timeout"]) for k in terlihat} == {"9"}
    assert {k["tcp_user_timeout"] for k in terlihat} == {5000}


# --- a lock that somebody does not let go -----------------------------------------------------------------------------


def test_a_writer_waits_for_a_lock_of_postgresql_only_so_long(monkeypatch, basis_jadi):
    monkeypatch.setattr(sambungan, "TUNGGU_MS", 200)
    gudang = Gudang(buka_mesin(basis_jadi))
    terbit(gudang)
    with gudang.mesin.connect() as lain:
        lain.execute(text("LOCK TABLE versi IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(GudangTerkendala, match="sedang dipakai proses lain"):
            terbit(gudang, buku(1))
    assert terbit(gudang, buku(1)) == 2
    gudang.mesin.dispose()


# --- a file that went away --------------------------------------------------------------------------------------------


@pytest.fixture
def terpasang(tmp_path, monkeypatch):
    """This installation's store, with two versions and so with a copy of before the second."""
    monkeypatch.delenv("KINERJA_CADANGAN", raising=False)
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'g.db'}")
    _gudang.cache_clear()
    gudang = _gudang(f"sqlite:///{tmp_path / 'g.db'}")
    terbit(gudang)
    terbit(gudang, buku(1))
    return gudang


def test_nothing_is_written_into_a_file_that_was_taken_away(terpasang, tmp_path):
    (tmp_path / "g.db").rename(tmp_path / "h.db")
    with pytest.raises(GudangTerkendala, match="tidak dapat dibuka"):
        terbit(terpasang, buku(2))
    assert not (tmp_path / "g.db").exists()
    (tmp_path / "h.db").rename(tmp_path / "g.db")
    assert terbit(terpasang, buku(2)) == 3


def test_a_file_that_was_put_in_its_place_is_the_store(terpasang, tmp_path):
    (salinan,) = (tmp_path / "cadangan").glob("*.db")
    assert terpasang.aktif() == 2
    salinan.replace(tmp_path / "g.db")
    assert terpasang.aktif() == 1
    assert terpasang.lembar(1) == lembar()


@pytest.mark.parametrize("kosong", [False, True], ids=["gone", "empty"])
def test_a_store_that_is_gone_is_missed_with_its_newest_copy_and_restored(terpasang, tmp_path, capsys, kosong):
    berkas = tmp_path / "g.db"
    terpasang.mesin.dispose()
    _gudang.cache_clear()
    berkas.unlink()
    if kosong:
        berkas.touch()
    (salinan,) = (tmp_path / "cadangan").glob("*.db")
    for perintah in (["versi"], ["cadangkan", "-o", str(tmp_path / "c.db")], ["log"]):
        assert main(perintah) == 1
        teks = capsys.readouterr().err
        assert teks.startswith("Berkas gudang data g.db hilang. Pulihkan dengan: ")
        assert f"pulihkan-cadangan {salinan} --ke URL" in teks
        assert "g.db.jejak" in teks
    assert berkas.exists() == kosong
    assert main(["pulihkan-cadangan", str(salinan), "--ke", f"sqlite:///{berkas}"]) == 0
    assert main(["versi"]) == 0


def test_without_its_trace_an_empty_store_is_made(terpasang, tmp_path):
    terpasang.mesin.dispose()
    _gudang.cache_clear()
    (tmp_path / "g.db").unlink()
    (tmp_path / "g.db.jejak").unlink()
    assert _gudang(f"sqlite:///{tmp_path / 'g.db'}").aktif() is None


def test_a_store_whose_folder_cannot_be_written_opens_without_a_trace(tmp_path, monkeypatch):
    from kinerja.gudang import jejak

    def gagal(*_, **__):
        raise PermissionError

    monkeypatch.setattr(jejak.Path, "write_text", gagal)
    _gudang.cache_clear()
    assert _gudang(f"sqlite:///{tmp_path / 'g.db'}").aktif() is None
    tolak_bila_hilang(tmp_path / "g.db")
    tolak_bila_hilang(None)


def test_a_copy_of_a_store_leaves_no_trace(terpasang, tmp_path):
    assert main(["cadangkan", "-o", str(tmp_path / "c.db")]) == 0
    assert [p.name for p in tmp_path.glob("*.jejak")] == ["g.db.jejak"]
    with sqlite3.connect(tmp_path / "c.db") as koneksi:
        assert koneksi.execute("SELECT count(*) FROM versi").fetchone() == (2,)
