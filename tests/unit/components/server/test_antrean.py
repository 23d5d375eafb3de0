"""Turns: few pages are drawn at a time, a page that waited long enough goes on, sessions begin one after the other."""

import asyncio
import threading

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
    di_dalam, selesai, bertemu = Hitungan(), [], threading.Barrier(SERENTAK)

    def kerja():
        with giliran(600), di_dalam:
            bertemu.wait(600)  # each leaves only when as many are inside as may be
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
        with giliran(600):
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


class Jam:
    """A clock that the test turns: who sleeps by it goes on when it has come to his moment."""

    def __init__(self, kini=100.0):
        self.kini = kini
        self._tidur = []

    def __call__(self):
        return self.kini

    async def tidur(self, detik):
        if detik > 0:
            bangun = asyncio.Event()
            self._tidur.append((self.kini + detik, bangun))
            await bangun.wait()

    async def putar(self, detik):
        self.kini += detik
        for saat, bangun in self._tidur:
            if saat <= self.kini:
                bangun.set()
        for _ in range(10):  # turns of the loop, enough for everybody who was woken
            await asyncio.sleep(0)


WS = {"type": "websocket"}


def test_websockets_begin_one_after_the_other_and_requests_at_once():
    jam, mulai, banyak = Jam(), [], []

    async def app(scope, receive, send):
        mulai.append(scope["type"])

    async def semua():
        lapisan = Beruntun(app, jam, jam.tidur)
        sesi = asyncio.gather(*(lapisan(WS, None, None) for _ in range(5)))
        await jam.putar(0)
        await lapisan({"type": "http"}, None, None)
        for _ in range(5):
            banyak.append(len(mulai))
            await jam.putar(JEDA * 1.001)  # a sum of floats may end a hair before the moment
        await sesi

    asyncio.run(semua())
    assert mulai == ["websocket", "http", *["websocket"] * 4]
    assert banyak == [2, 3, 4, 5, 6]


def test_a_websocket_waits_so_long_at_most_and_after_a_quiet_time_for_nobody():
    jam, tidur = Jam(), []

    async def catat(detik):
        tidur.append(detik)

    async def app(scope, receive, send):
        pass

    lapisan = Beruntun(app, jam, catat)
    for _ in range(3):
        asyncio.run(lapisan(WS, None, None))
    assert tidur == pytest.approx([0, JEDA, 2 * JEDA])
    for _ in range(1000):
        asyncio.run(lapisan(WS, None, None))
    assert max(tidur) == TUNDA_MAKS
    jam.kini += 100
    asyncio.run(lapisan(WS, None, None))
    assert tidur[-1] == 0


def test_the_layer_passes_what_it_gets():
    async def app(scope, receive, send):
        await PlainTextResponse("isi")(scope, receive, send)

    assert minta(Beruntun(app), "/").isi == "isi"
