"""A request must be meant for this server and come from a page of its own: forged Host and Origin are refused."""

import asyncio
import socket

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from components.server.nama_server import NAMA, NAMA_LINGKUNGAN


async def _soket(websocket):
    await websocket.accept()


APLIKASI = Starlette(
    routes=[
        Route("/", lambda r: PlainTextResponse("isi"), methods=["GET", "POST"]),
        Route("/sehat", lambda r: PlainTextResponse("hidup")),
        WebSocketRoute("/_stcore/stream", _soket),
    ],
    middleware=NAMA,
)


def kirim(jalur="/", cara="GET", host=("127.0.0.1:8501",), asal=(), jenis="http"):
    """Return the first message the app answers with, and its body."""
    dikirim = []
    tajuk = [(b"host", h.encode("latin-1")) for h in host] + [(b"origin", a.encode("latin-1")) for a in asal]
    lingkup = {"type": jenis, "method": cara, "path": jalur, "query_string": b"", "headers": tajuk, "server": ("x", 80)}

    async def terima():
        return {"type": "http.request" if jenis == "http" else "websocket.connect"}

    async def catat(pesan):
        dikirim.append(pesan)

    asyncio.run(APLIKASI(lingkup, terima, catat))
    return dikirim[0], b"".join(p.get("body", b"") for p in dikirim).decode()


def status(**isi):
    return kirim(**isi)[0]["status"]


@pytest.mark.parametrize("jalur", ["/sehatxyz", "/sehat/x", "/sehat/", "/_stcore/healthx", "/_stcore/health/x"])
def test_only_the_very_paths_of_health_are_asked_by_any_name(jalur):
    assert status(jalur="/sehat", host=("penyerang.example",)) == 200
    assert status(jalur=jalur, host=("penyerang.example",)) == 400


@pytest.fixture
def bernama(monkeypatch):
    monkeypatch.setenv(NAMA_LINGKUNGAN, "kinerja.example.go.id, Dasbor.local")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8501", "[::1]:8501", "192.168.10.4:8501", "localhost:8501", "LOCALHOST", "localhost."],
)
def test_addresses_in_digits_and_this_machine_are_known_without_any_setting(host):
    assert status(host=(host,)) == 200
    assert status(host=(socket.gethostname(),)) == 200


@pytest.mark.parametrize(
    "host",
    [
        (),
        ("",),
        ("penyerang.example",),
        ("127.0.0.1.penyerang.example",),
        ("localhost.penyerang.example",),
        ("penyerang.example:8501",),
        ("127.0.0.1@penyerang.example",),
        ("127.0.0.1/x",),
        ("127.0.0.1:x",),
        ("[::1",),
        ("127.0.0.1", "penyerang.example"),
        ("kinerja.example.go.id",),
    ],
)
def test_a_forged_host_is_refused_with_what_to_set(host):
    awal, isi = kirim(host=host)
    assert awal["status"] == 400
    assert NAMA_LINGKUNGAN in isi
    assert "Traceback" not in isi


@pytest.mark.parametrize(
    "host", ["kinerja.example.go.id", "KINERJA.example.go.id:443", "dasbor.local", "dasbor.local."]
)
def test_the_names_of_the_setting_are_known(bernama, host):
    assert status(host=(host,)) == 200
    assert status(host=(f"x{host}",)) == 400


def test_any_name_may_be_allowed(monkeypatch):
    monkeypatch.setenv(NAMA_LINGKUNGAN, "*")
    assert status(host=("apa.saja",)) == 200
    assert status(host=("",)) == 400


def test_balancers_may_ask_for_health_by_any_name():
    assert status(jalur="/sehat", host=("dasbor-1:8501",)) == 200


@pytest.mark.parametrize("asal", ["http://penyerang.example", "http://127.0.0.1:9", "null", "http://[::1", ""])
def test_what_another_page_sends_is_refused(asal):
    assert status(cara="POST", asal=(asal,)) == 403
    assert status(cara="GET", asal=(asal,)) == 200
    assert kirim("/_stcore/stream", asal=(asal,), jenis="websocket")[0]["type"] == "websocket.close"


def test_what_a_page_of_ours_sends_passes(bernama):
    for asal in ((), ("http://127.0.0.1:8501",), ("https://kinerja.example.go.id",)):
        assert status(cara="POST", asal=asal) == 200
        assert kirim("/_stcore/stream", asal=asal, jenis="websocket")[0]["type"] == "websocket.accept"


def test_two_origins_must_both_be_ours():
    assert status(cara="POST", asal=("http://127.0.0.1:8501", "http://penyerang.example")) == 403


def test_a_websocket_of_a_foreign_host_is_closed_before_it_opens():
    awal, _ = kirim("/_stcore/stream", host=("penyerang.example",), jenis="websocket")
    assert awal == {"type": "websocket.close", "code": 1008}
