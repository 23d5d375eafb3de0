"""Health: live whatever the store does; ready only with a store that answers, this schema, and something to show."""

import json
import socket
import threading

import pytest
from asgi import minta
from contoh_gudang import gudang_baru, terbit, url_baru
from sqlalchemy import text
from starlette.applications import Starlette

from components.server import henti
from components.server import rute_sehat as rute
from kinerja.gudang import pintu
from kinerja.gudang.mesin import buka_mesin
from kinerja.sumber import versi as sumber
from kinerja.sumber.sehat import Kesiapan, Sebab

APLIKASI = Starlette(routes=rute.rute_sehat())
BATAS = rute.BATAS


@pytest.fixture(autouse=True)
def pasang(monkeypatch, tmp_path):
    """An installation of the test's own: no workbook, no store yet, nothing looked at."""
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(rute, "_KINI", None)
    monkeypatch.setattr(rute, "BATAS", 20)  # a busy machine may take long to open a store
    pintu._gudang.cache_clear()
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    return lambda url: monkeypatch.setenv("KINERJA_DATABASE_URL", url)


def siap():
    jawaban = minta(APLIKASI, "/sehat/siap")
    isi = json.loads(jawaban.isi)
    assert jawaban.status == (200 if isi["siap"] else 503)
    assert jawaban.tajuk["cache-control"] == "no-store"
    return isi


def test_a_store_with_a_version_is_ready_and_names_it(pasang, tmp_path):
    terbit(gudang_baru(tmp_path))
    pasang(f"sqlite:///{tmp_path / 'gudang.db'}")
    assert siap() == {"hidup": True, "siap": True, "versi": 1, "sebab": ""}
    assert sumber.ada_termuat(), "whoever was away at the start is made ready by being asked"


def test_an_empty_store_without_a_workbook_is_the_welcome_and_ready(pasang, tmp_path):
    pasang(url_baru(tmp_path))
    assert siap() == {"hidup": True, "siap": True, "versi": None, "sebab": ""}


def test_a_version_that_another_process_published_needs_not_be_loaded_first(pasang, tmp_path, monkeypatch):
    gudang = gudang_baru(tmp_path)
    terbit(gudang)
    pasang(f"sqlite:///{tmp_path / 'gudang.db'}")
    sumber.aktif()
    terbit(gudang, catatan="lagi")
    monkeypatch.setattr(sumber, "_muat", lambda *_: pytest.fail("it loads"))
    assert siap()["versi"] == 2


def test_a_schema_that_a_newer_program_changed_meanwhile_is_not_ready(pasang, tmp_path):
    pasang(url_baru(tmp_path))
    assert siap()["siap"]
    mesin = buka_mesin(f"sqlite:///{tmp_path / 'gudang.db'}")
    with mesin.begin() as koneksi:
        koneksi.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert siap() == {"hidup": True, "siap": False, "versi": None, "sebab": Sebab.SKEMA.value}


@pytest.mark.parametrize("isi", [b"bukan basis data" * 99, None], ids=["damaged", "lost"])
def test_a_store_in_trouble_is_not_ready_and_tells_a_stranger_nothing_else(pasang, tmp_path, isi):
    pasang(url_baru(tmp_path) if isi else "postgresql://rahasia:sandi@127.0.0.1:1/x")
    if isi:
        (tmp_path / "gudang.db").write_bytes(isi)
    assert siap() == {"hidup": True, "siap": False, "versi": None, "sebab": "gudang data terkendala"}


@pytest.fixture
def bisu():
    """A server that takes connections and never says a word, as one behind a broken network."""
    with socket.create_server(("127.0.0.1", 0)) as s:
        yield f"postgresql://uji@127.0.0.1:{s.getsockname()[1]}/uji?connect_timeout=300"


def test_while_the_store_hangs_both_answer_within_a_second_and_it_is_asked_once(pasang, bisu, monkeypatch):
    """That it answers at all says that it does not wait for the store, which is silent for five minutes."""
    pasang(bisu)
    assert BATAS < 1
    monkeypatch.setattr(rute, "BATAS", BATAS)
    sebelum = threading.active_count()
    for _ in range(3):
        assert siap()["sebab"] == Sebab.BELUM.value
        assert minta(APLIKASI, "/sehat").isi == '{"hidup":true}'
    assert threading.active_count() == sebelum + 1


def test_a_look_that_fails_by_a_bug_of_ours_is_not_ready_and_logged(monkeypatch, caplog):
    monkeypatch.setattr(rute, "kesiapan", lambda: 1 / 0)
    assert siap()["sebab"] == Sebab.TERKENDALA.value
    assert "pemeriksaan kesehatan gagal" in caplog.text


def test_a_server_that_ends_is_alive_but_not_ready(monkeypatch):
    monkeypatch.setattr(rute, "kesiapan", lambda: Kesiapan(7))
    assert siap()["versi"] == 7
    henti._BERHENTI.set()
    try:
        assert siap() == {"hidup": True, "siap": False, "versi": None, "sebab": Sebab.BERHENTI.value}
        assert minta(APLIKASI, "/sehat").status == 200
    finally:
        henti._BERHENTI.clear()
