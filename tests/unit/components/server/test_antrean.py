"""Turns: few pages are drawn at a time, a page that waited long enough goes on, sessions begin one after the other."""

import asyncio
import threading
import time
from itertools import pairwise
from types import SimpleNamespace

import pytest
import streamlit as st
from asgi import minta
from starlette.responses import PlainTextResponse

from components.bingkai.bingkai import fragmen
from components.server import antrean
from components.server.antrean import JEDA, SERENTAK, TUNDA_MAKS, Beruntun, giliran


@pytest.fixture(autouse=True)
def tempat(monkeypatch):
    """Places of the test's own."""
    monkeypatch.setattr(antrean, "_TEMPAT", threading.BoundedSemaphore(SERENTAK))


class Hitungan:
    """How many are inside a block, and how many were at most."""

    def __init__(self):
        self.kini = self.puncak = 0
        self._kunci = threading.Lock()

    def __enter__(self):
        with self._kunci:
            self.kini += 1
            self.puncak = max(self.puncak, self.kini)

    def __exit__(self, *_):
        with self._kunci:
            self.kini -= 1


def bersama(banyak, kerja):
    benang = [threading.Thread(target=kerja) for _ in range(banyak)]
    for b in benang:
        b.start()
    for b in benang:
        b.join()


def test_of_many_pages_few_are_drawn_at_a_time_and_all_in_the_end():
    di_dalam, selesai = Hitungan(), []

    def kerja():
        with giliran(60), di_dalam:
            time.sleep(0.005)
        selesai.append(1)

    bersama(20, kerja)
    assert di_dalam.puncak == SERENTAK
    assert len(selesai) == 20


def test_a_fragment_within_its_page_needs_no_second_place():
    with giliran(), giliran(0), giliran(0):
        assert antrean._TEMPAT._value == SERENTAK - 1
    assert antrean._TEMPAT._value == SERENTAK


def test_a_page_that_fails_gives_its_place_back():
    for _ in range(SERENTAK + 1):
        with pytest.raises(ZeroDivisionError), giliran(0):
            1 / 0  # noqa: B018
    assert antrean._TEMPAT._value == SERENTAK


def test_where_others_hang_a_page_goes_on_without_a_place():
    lepas = threading.Event()
    penuh = threading.Barrier(SERENTAK + 1)

    def tergantung():
        with giliran():
            penuh.wait()
            lepas.wait()

    benang = [threading.Thread(target=tergantung) for _ in range(SERENTAK)]
    for b in benang:
        b.start()
    penuh.wait()
    with giliran(0.01):
        assert antrean._TEMPAT._value == 0
    lepas.set()
    for b in benang:
        b.join()
    assert antrean._TEMPAT._value == SERENTAK


def test_a_fragment_is_drawn_in_its_turn_and_keeps_its_name(monkeypatch):
    monkeypatch.setattr(st, "fragment", lambda isi: isi)

    def isi():
        assert antrean._TEMPAT._value == SERENTAK - 1
        raise KeyError

    bungkus = fragmen(isi)
    assert bungkus.__qualname__ == isi.__qualname__  # Streamlit tells fragments apart by it
    with pytest.raises(KeyError):
        bungkus()


def test_websockets_begin_one_after_the_other_and_requests_at_once():
    saat = []

    async def app(scope, receive, send):
        saat.append(time.monotonic())

    async def semua():
        lapisan = Beruntun(app)
        await asyncio.gather(*(lapisan({"type": "websocket"}, None, None) for _ in range(5)))
        mulai = time.monotonic()
        await lapisan({"type": "http"}, None, None)
        return saat.pop() - mulai

    assert asyncio.run(semua()) < JEDA
    assert all(b - a >= JEDA * 0.9 for a, b in pairwise(saat))


def test_a_websocket_waits_so_long_at_most_and_after_a_quiet_time_for_nobody(monkeypatch):
    tidur = []

    async def catat(detik):
        tidur.append(detik)

    async def app(scope, receive, send):
        pass

    monkeypatch.setattr(antrean, "asyncio", SimpleNamespace(sleep=catat))
    monkeypatch.setattr(antrean, "time", SimpleNamespace(monotonic=lambda: 100.0))
    lapisan = Beruntun(app)
    for _ in range(3):
        asyncio.run(lapisan({"type": "websocket"}, None, None))
    assert tidur == pytest.approx([0, JEDA, 2 * JEDA])
    for _ in range(1000):
        asyncio.run(lapisan({"type": "websocket"}, None, None))
    assert max(tidur) == TUNDA_MAKS
    monkeypatch.setattr(antrean, "time", SimpleNamespace(monotonic=lambda: 200.0))
    asyncio.run(lapisan({"type": "websocket"}, None, None))
    assert tidur[-1] == 0


def test_the_layer_passes_what_it_gets():
    async def app(scope, receive, send):
        await PlainTextResponse("isi")(scope, receive, send)

    assert minta(Beruntun(app), "/").isi == "isi"
