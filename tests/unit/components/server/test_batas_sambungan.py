"""Half a request is not waited for, a body that drips ends, few open files are said: by a loop and a clock of ours."""

import asyncio
import logging
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
import uvicorn
from asgi import minta
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from components.server.batas import sambungan
from components.server.batas.protokol import TUNGGU_PERMINTAAN, SambunganHttp
from components.server.batas.sambungan import (
    BADAN_PALING,
    BERKAS_PALING,
    TUNGGU_BADAN,
    BatasSambungan,
    longgarkan_berkas,
    tepat_waktu,
)

GET = b"GET / HTTP/1.1\r\nHost: x\r\n"


class Loop:
    """Keeps what is to be called later, and makes tasks nobody runs."""

    def __init__(self):
        self.nanti = []

    def call_later(self, detik, fungsi, *isi):
        pegangan = SimpleNamespace(detik=detik, batal=False, jalan=lambda: fungsi(*isi))
        pegangan.cancel = lambda: setattr(pegangan, "batal", True)
        self.nanti.append(pegangan)
        return pegangan

    def create_task(self, kerja, **_):
        kerja.close()
        return Mock()

    @property
    def menunggu(self):
        return [p for p in self.nanti if not p.batal and p.detik == TUNGGU_PERMINTAAN]


class Jalur:
    """A transport that notes what was done to it."""

    def __init__(self):
        self.keluar, self.putus = b"", False

    def abort(self):
        self.putus = True

    def write(self, isi):
        self.keluar += isi

    def get_extra_info(self, nama, bawaan=None):
        return ("127.0.0.1", 1) if nama.endswith("name") else bawaan

    def is_closing(self):
        return self.putus

    close = abort
    pause_reading = resume_reading = set_protocol = lambda *_: None


@pytest.fixture
def tersambung():
    """A connection that has just been made: its loop, its transport, itself."""
    loop, jalur = Loop(), Jalur()

    async def app(scope, receive, send):
        pass

    konfigurasi = uvicorn.Config(app, http=SambunganHttp, log_config=None, ws="none")
    konfigurasi.load()
    protokol = SambunganHttp(konfigurasi, ServerState(), {}, _loop=loop)
    protokol.connection_made(jalur)
    return loop, jalur, protokol


@pytest.mark.parametrize(
    "potongan", [(), (b"G",), (GET,), (GET, b"A: b\r\n")], ids=["nothing", "a letter", "half", "more"]
)
def test_half_a_request_is_closed_when_its_time_is_over(tersambung, potongan):
    loop, jalur, protokol = tersambung
    for p in potongan:
        protokol.data_received(p)
    (jam,) = loop.menunggu  # what comes later gives no more time
    jam.jalan()
    assert jalur.putus


def test_a_request_that_is_whole_is_waited_for_as_long_as_its_answer_takes(tersambung):
    loop, jalur, protokol = tersambung
    protokol.data_received(GET)
    protokol.data_received(b"\r\n")
    assert loop.menunggu == []
    protokol.cycle.response_complete = True
    protokol.data_received(b"G")  # the next one on the same connection has its own time
    (jam,) = loop.menunggu
    jam.jalan()
    assert jalur.putus


def test_a_connection_that_is_gone_or_became_a_websocket_is_not_closed_by_us(tersambung):
    loop, _, protokol = tersambung
    protokol.connection_lost(None)
    assert loop.menunggu == []


def test_the_server_takes_our_protocol_when_it_starts(monkeypatch, caplog):
    def mulai(kelas):
        konfigurasi = SimpleNamespace(http_protocol_class=kelas)

        class Terima:
            config = konfigurasi

            async def terima(self):
                return {"type": "lifespan.startup"}

        async def app(scope, receive, send):
            pass

        asyncio.run(BatasSambungan(app)({"type": "lifespan"}, Terima().terima, None))
        return konfigurasi.http_protocol_class

    assert mulai(H11Protocol) is SambunganHttp
    assert caplog.records == []
    assert mulai(int) is int
    assert "batas waktu permintaan tidak terpasang" in caplog.text


# --- bodies -----------------------------------------------------------------------------------------------------------


class Pengirim:
    """Sends a piece of a body after so many seconds of a clock of its own."""

    def __init__(self, *jeda):
        self.kini, self._jeda = 0.0, list(jeda)

    def jam(self):
        return self.kini

    async def terima(self):
        return {"type": "http.request", "body": b"x", "more_body": bool(self._jeda)}

    async def tunggu(self, kerja, detik):
        jeda = self._jeda.pop(0)
        self.kini += min(jeda, detik)
        pesan = await kerja
        if jeda > detik:
            raise TimeoutError
        return pesan


def terima_semua(*jeda):
    """Return the kinds of messages that an application sees of such a body."""
    pengirim = Pengirim(*jeda)
    ambil = tepat_waktu(pengirim.terima, pengirim.jam, pengirim.tunggu)

    async def semua():
        hasil = []
        while True:
            pesan = await ambil()
            hasil.append(pesan["type"])
            if not pesan.get("more_body"):
                return hasil

    return asyncio.run(semua())


def test_a_body_in_time_is_whole():
    assert terima_semua(0, 1, TUNGGU_BADAN - 1) == ["http.request"] * 3


def test_a_body_that_stops_or_drips_ends_as_if_its_sender_had_gone():
    assert terima_semua(0, TUNGGU_BADAN + 1) == ["http.request", "http.disconnect"]
    tetes = TUNGGU_BADAN - 1
    hasil = terima_semua(*[tetes] * 100)
    assert hasil[-1] == "http.disconnect"
    assert len(hasil) <= BADAN_PALING / tetes + 2


def test_a_request_without_a_body_is_answered_as_ever():
    async def jawab(permintaan):
        return PlainTextResponse(await permintaan.body() or "kosong")

    aplikasi = Starlette(routes=[Route("/", jawab)], middleware=sambungan.BATAS)
    assert minta(aplikasi, "/").isi == "kosong"


# --- open files -------------------------------------------------------------------------------------------------------


@pytest.fixture
def batas(monkeypatch):
    """Limits of a system of ours: `batas(soft, hard)`; returns what was set."""
    resource = pytest.importorskip("resource")

    def pasang(lunak, keras):
        dipasang = []
        monkeypatch.setattr(resource, "getrlimit", lambda _: (lunak, keras))
        monkeypatch.setattr(resource, "setrlimit", lambda _, b: dipasang.append(b))
        longgarkan_berkas()
        return dipasang

    return pasang


@pytest.mark.parametrize(
    ("lunak", "keras", "dipasang", "memperingatkan"),
    [
        (1024, 524_288, [(BERKAS_PALING, 524_288)], False),
        (1024, -1, [(BERKAS_PALING, -1)], False),
        (1024, 1024, [], True),
        (256, 2048, [(2048, 2048)], True),
        (100_000, 524_288, [], False),
        (-1, -1, [], False),
    ],
)
def test_as_many_files_as_allowed_are_taken_and_few_are_said(batas, caplog, lunak, keras, dipasang, memperingatkan):
    caplog.set_level(logging.INFO, "dasbor")
    assert batas(lunak, keras) == dipasang
    assert [c.rincian["saran"][:11] for c in caplog.records] == ["LimitNOFILE"] * memperingatkan
