"""A table of PostgreSQL that somebody holds: pages go on with what is in memory, the pool keeps room for readers."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from contoh_gudang import buku, terbit
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from kinerja.gudang import gudang as modul_gudang
from kinerja.gudang import mesin as modul_mesin
from kinerja.gudang import pintu, sambungan
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import GudangTerkendala, buka_mesin
from kinerja.gudang.pemeriksaan import tutupan
from kinerja.gudang.sambungan import JedaTertahan
from kinerja.sumber import versi as sumber

LAMA = 600
ORANG = 40


@pytest.fixture
def terpasang(basis_jadi, monkeypatch):
    """This installation's store in PostgreSQL with two versions; who reads waits a fifth of a second for a lock."""
    monkeypatch.setattr(sambungan, "TUNGGU_BACA_MS", 200)
    monkeypatch.setenv("KINERJA_DATABASE_URL", basis_jadi)
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    pintu._gudang.cache_clear()
    gudang = pintu.gudang()
    terbit(gudang)
    terbit(gudang, buku(1))
    yield gudang
    gudang.mesin.dispose()
    pintu._gudang.cache_clear()


@contextmanager
def ditahan(url, tabel):
    """Hold a table as another program does that changes it."""
    lain = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with lain.connect() as koneksi:
        koneksi.execute(text(f"LOCK TABLE {tabel} IN ACCESS EXCLUSIVE MODE"))
        yield
        koneksi.rollback()
    lain.dispose()


@pytest.mark.parametrize("tabel", ["penunjuk", "versi", "tutupan", "blob"])
def test_many_readers_go_on_with_what_is_in_memory_while_a_table_is_held(terpasang, basis_jadi, tabel):
    aktif = sumber.aktif().dataset

    def buka(_):
        keadaan = sumber.aktif()
        try:
            ditutup = tutupan(terpasang)
        except GudangTerkendala:
            ditutup = None
        return keadaan.dataset is aktif, keadaan.kendala is not None, ditutup is None

    with ditahan(basis_jadi, tabel), ThreadPoolExecutor(ORANG) as utas:
        jawab = list(utas.map(buka, range(3 * ORANG)))
    assert {j[0] for j in jawab} == {True}, "all of them see the version"
    assert {j[1] for j in jawab} <= ({True} if tabel == "penunjuk" else {False, True})
    while sumber.aktif().kendala:
        Event().wait(0.05)
    assert sumber.aktif().dataset is aktif, "and as soon as it is free the store is asked again"


def test_what_was_held_a_moment_ago_is_not_waited_for_again(terpasang, basis_jadi, monkeypatch):
    """Each page asks: without this each would wait in its turn, and the last one for the sum of all."""
    sumber.aktif()
    ditunggu, catat = [], JedaTertahan.catat
    monkeypatch.setattr(JedaTertahan, "catat", lambda jeda, p: ditunggu.append(p) or catat(jeda, p))
    # What is noted from now on stays noted; the connection keeps its fifth of a second.
    monkeypatch.setattr(sambungan, "TUNGGU_BACA_MS", 60_000)
    with ditahan(basis_jadi, "penunjuk"):
        for _ in range(20):
            assert sumber.aktif().kendala.pesan == "Gudang data sedang dipakai proses lain"
    assert len(ditunggu) == 1
    assert terpasang.versi()[0].nomor == 2, "another question is asked all the same"


def test_a_pause_ends_by_the_clock_and_keeps_nothing_older():
    kini = [100.0]
    jeda = JedaTertahan(lambda: kini[0])
    jeda.catat("SELECT 1")
    assert "SELECT 1" in jeda
    assert "SELECT 2" not in jeda
    kini[0] += sambungan.TUNGGU_BACA_MS / 1000 + 0.1
    assert "SELECT 1" not in jeda
    jeda.catat("SELECT 2")
    assert list(jeda._sampai) == ["SELECT 2"]


def test_writers_who_wait_for_a_held_table_leave_connections_to_readers(terpasang, basis_jadi):
    sumber.aktif()
    with ThreadPoolExecutor(ORANG) as utas, ditahan(basis_jadi, "log"):
        menulis = [utas.submit(terpasang.catat, "uji", "ani") for _ in range(ORANG // 2)]
        while terpasang.mesin.pool.checkedout() < modul_gudang.PENULIS:
            Event().wait(0.01)
        assert {sumber.aktif().kendala for _ in range(50)} == {None}
        assert terpasang.aktif() == 2
        assert not any(m.done() for m in menulis)
    assert [m.result(LAMA) for m in menulis] == [None] * (ORANG // 2)
    assert len([b for b in terpasang.log() if b["peristiwa"] == "uji"]) == ORANG // 2


def test_too_many_writers_are_told(gudang, monkeypatch):
    monkeypatch.setattr(modul_gudang, "TUNGGU_MS", 0)
    for _ in range(modul_gudang.PENULIS):
        gudang._penulis.acquire()
    with pytest.raises(GudangTerkendala, match="sedang dipakai proses lain"):
        gudang.catat("uji", "ani")
    for _ in range(modul_gudang.PENULIS):
        gudang._penulis.release()
    gudang.catat("uji", "ani")


def test_a_pool_without_a_free_connection_is_said_in_words(url_gudang, monkeypatch):
    monkeypatch.setattr(modul_mesin, "TUNGGU_KOLAM", 0)
    gudang = Gudang(buka_mesin(url_gudang))
    terpakai = [gudang.mesin.connect() for _ in range(15)]
    with pytest.raises(GudangTerkendala, match="sedang dipakai proses lain"):
        gudang.aktif()
    for k in terpakai:
        k.close()
    assert gudang.aktif() is None
    gudang.mesin.dispose()


def test_a_question_that_takes_too_long_is_given_up_a_writer_s_is_not(basis_jadi, monkeypatch):
    monkeypatch.setattr(sambungan, "BATAS_BACA_MS", 100)
    gudang = Gudang(buka_mesin(basis_jadi))
    with gudang.mesin.connect() as koneksi, pytest.raises((GudangTerkendala, OperationalError)):
        koneksi.execute(text("SELECT pg_sleep(60)"))
    with gudang.menulis() as koneksi:
        koneksi.execute(text("SELECT pg_sleep(0.3)"))
    with gudang.mesin.connect() as koneksi:  # the writer's patience went with its transaction
        assert koneksi.execute(text("SHOW statement_timeout")).scalar() == "100ms"
    gudang.mesin.dispose()
