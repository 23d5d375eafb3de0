"""Stopping: the server's own way comes last, imports are waited for, and a process that hangs ends all the same."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import pytest

from components.server import henti
from components.server.henti import PengaturanHentiSalah, PenolakSesi, pasang_henti
from kinerja.pemasangan import AKAR

PROGRAM = """
import logging, signal, sys, threading, time
logging.basicConfig(stream=sys.stdout, format="%(message)s")
logging.getLogger("dasbor").setLevel(logging.INFO)
from components.server.henti import pasang_henti; from components.server.henti import pekerjaan

def server(nomor, bingkai):
    print("server closes", flush=True)
    {tutup}

def impor():
    with pekerjaan("unggah"):
        print("import begins", flush=True)
        time.sleep({lama})
        print("import ends", flush=True)

signal.signal(signal.SIGTERM, server)
pasang_henti()
threading.Thread(target=impor, daemon=True).start()
selesai = threading.Event()
while not selesai.wait(0.02):
    pass
"""
_AKHIR, _MACET = "selesai.set()", "pass"


def jalankan(lama, tutup, sinyal=1, **lingkungan):
    """Run a server that imports for `lama` seconds, ask it to end, and return what it wrote, its code, and how long.

    Only how long it took at least can be held: the upper end belongs to the machine. What it wrote says the rest.
    """
    isi = {**os.environ, "PYTHONPATH": str(AKAR), **lingkungan}
    perintah = [sys.executable, "-u", "-c", PROGRAM.format(lama=lama, tutup=tutup)]
    proses = subprocess.Popen(perintah, env=isi, cwd=AKAR, stdout=subprocess.PIPE, text=True)
    assert proses.stdout.readline() == "import begins\n"
    mulai = time.monotonic()
    for _ in range(sinyal):
        proses.send_signal(signal.SIGTERM)
        time.sleep(0.1)
    keluar, _ = proses.communicate(timeout=120)
    return keluar.splitlines(), proses.returncode, time.monotonic() - mulai


def test_a_running_import_is_finished_before_the_server_closes():
    baris, kode, _ = jalankan(0.5, _AKHIR)
    assert baris == ["diminta berhenti", "import ends", "server closes"]
    assert kode == 0


def test_an_import_that_takes_too_long_is_not_waited_for():
    baris, _, _ = jalankan(600, _AKHIR, KINERJA_HENTI_BATAS="4")
    assert baris[:2] == ["diminta berhenti", "server closes"]
    assert "import ends" not in baris


def test_a_server_that_does_not_end_is_ended_in_the_set_time():
    baris, kode, lama = jalankan(0, _MACET, KINERJA_HENTI_BATAS="1")
    assert baris[-1] == "berhenti paksa"
    assert kode == 128 + signal.SIGTERM
    assert lama >= 1


def test_asked_twice_it_closes_at_once():
    baris, _, _ = jalankan(600, _AKHIR, sinyal=2, KINERJA_HENTI_BATAS="500")
    assert "server closes" in baris


def test_a_pause_lets_proxies_see_that_it_is_not_ready():
    _, _, lama = jalankan(0, _AKHIR, KINERJA_HENTI_JEDA="1")
    assert lama >= 1


@pytest.mark.parametrize("nama", [henti.JEDA, henti.BATAS])
def test_a_setting_that_is_no_number_stops_the_start(monkeypatch, nama):
    monkeypatch.setenv(nama, "sebentar")
    with pytest.raises(PengaturanHentiSalah, match=nama):
        pasang_henti()


def _buka_sesi():
    """Ask for a websocket and return the messages of the answer."""
    dikirim = []

    async def dilayani(scope, receive, send):
        await send({"type": "websocket.accept"})

    async def terima():
        return {"type": "websocket.connect"}

    async def kirim(pesan):
        dikirim.append(pesan)

    lingkup = {"type": "websocket", "path": "/_stcore/stream", "headers": [], "query_string": b""}
    lingkup["extensions"] = {"websocket.http.response": {}}
    asyncio.run(PenolakSesi(dilayani)(lingkup, terima, kirim))
    return dikirim


def test_a_server_that_ends_refuses_new_sessions_with_503(monkeypatch):
    assert _buka_sesi() == [{"type": "websocket.accept"}]
    henti._BERHENTI.set()
    try:
        assert _buka_sesi()[0]["status"] == 503
    finally:
        henti._BERHENTI.clear()
