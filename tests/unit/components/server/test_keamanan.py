"""The layer around the server: headers on every answer, private endpoints closed, the index page in our language."""

import asyncio
import base64
import hashlib
import re
from pathlib import Path
from unittest.mock import MagicMock

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from components.bingkai.navigasi import HALAMAN
from components.rapat.rute_notulen import rute_notulen
from components.rapat.rute_tayang import rute_tayang
from components.server.keamanan import (
    GANTI,
    JALUR,
    LAPISAN,
    TERTUTUP,
    _berkas_statis,
    halaman_indeks,
    indeks,
    kebijakan_isi,
    rute_halaman,
)
from components.server.masuk import rute_masuk
from components.server.rute_sehat import rute_sehat

TAJUK = ("content-security-policy", "x-content-type-options", "referrer-policy")


def kirim(aplikasi, jalur, jenis="http"):
    """Ask an ASGI app for a path (Starlette's own TestClient needs httpx, which nothing else here does)."""
    dikirim = []
    masuk = iter(["http.request", "http.disconnect"] if jenis == "http" else ["websocket.connect"])

    async def terima():
        pesan = {"type": next(masuk)}
        await asyncio.sleep(0.01 if pesan["type"] == "http.disconnect" else 0)
        return pesan

    async def catat(pesan):
        dikirim.append(pesan)

    lingkup = {"type": jenis, "method": "GET", "path": jalur, "query_string": b"", "headers": [], "server": ("x", 80)}
    asyncio.run(aplikasi(lingkup, terima, catat))
    return dikirim


def minta(aplikasi, jalur):
    """Return status, headers and body of an answer."""
    awal, *isi = kirim(aplikasi, jalur)
    tajuk = {k.decode().lower(): v.decode() for k, v in awal["headers"]}
    return awal["status"], tajuk, b"".join(p.get("body", b"") for p in isi)


@pytest.fixture(scope="module")
def aplikasi():
    async def soket(websocket):
        await websocket.accept("streamlit")

    return Starlette(
        routes=[
            Route("/", halaman_indeks),
            Route("/teks", lambda r: PlainTextResponse("isi", headers={"x-punya": "tetap"})),
            Route("/pindah", lambda r: RedirectResponse("/teks")),
            Route("/alir", lambda r: StreamingResponse(iter(["a", "b"]))),
            WebSocketRoute("/_stcore/stream", soket),
            Mount("/_stcore", Starlette(routes=[Route("/{p:path}", lambda r: PlainTextResponse("rahasia"))])),
        ],
        middleware=LAPISAN,
    )


@pytest.mark.parametrize("jalur", ["/", "/teks", "/pindah", "/alir", "/tidak-ada", "/_stcore/health", *TERTUTUP])
def test_every_answer_carries_the_security_headers(aplikasi, jalur):
    _, tajuk, _ = minta(aplikasi, jalur)
    assert [t for t in TAJUK if t not in tajuk] == []
    assert tajuk["x-content-type-options"] == "nosniff"
    assert tajuk["referrer-policy"] == "no-referrer"


def test_an_answer_keeps_its_status_headers_and_body(aplikasi):
    status, tajuk, isi = minta(aplikasi, "/teks")
    assert (status, tajuk["x-punya"], isi) == (200, "tetap", b"isi")
    assert minta(aplikasi, "/pindah")[1]["location"] == "/teks"
    assert minta(aplikasi, "/alir")[2] == b"ab"


@pytest.mark.parametrize(
    "jalur", [*TERTUTUP, *(f"{j}/" for j in TERTUTUP), "/_stcore/metrics/x", *(f"/dasar{j}" for j in TERTUTUP)]
)
def test_private_endpoints_are_closed_and_say_nothing(aplikasi, jalur):
    status, _, isi = minta(aplikasi, jalur)
    assert status == 404
    assert b"rahasia" not in isi


def test_what_the_browser_needs_stays_open(aplikasi):
    assert minta(aplikasi, "/_stcore/health")[0] == 200


def test_a_websocket_passes_unchanged(aplikasi):
    assert kirim(aplikasi, "/_stcore/stream", "websocket")[0]["type"] == "websocket.accept"


# --- paths ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lengkap():
    """Every route of the dashboard, as app.py puts them together, before Streamlit's own."""
    rute = [*rute_masuk(), *rute_notulen(), *rute_sehat(), *rute_tayang()]
    rute += rute_halaman(HALAMAN[0].jalur, (h.jalur for h in HALAMAN[1:]))
    return Starlette(routes=[*rute, *create_streamlit_routes(MagicMock())], middleware=[*LAPISAN, *JALUR])


def test_every_page_and_every_route_answers_under_its_own_path_and_no_other(lengkap):
    pasti = [r.path for r in lengkap.routes if isinstance(r, Route) and "{" not in r.path]
    assert {f"/{h.jalur}" for h in HALAMAN} | {"/", "/sehat", "/sehat/siap"} <= set(pasti)
    assert {minta(lengkap, f"/{h.jalur}")[0] for h in HALAMAN[1:]} == {200}
    assert minta(lengkap, "/sehat")[0] == 200
    for sesudah in ("xyz", "x/y", "/lagi"):
        salah = [f"{p}{sesudah}" for p in pasti if p != "/"]
        assert {minta(lengkap, p)[0] for p in salah if p not in pasti} == {404}


@pytest.mark.parametrize(
    "jalur",
    ["/x", "/index.html", "/static", "/static/", "/static/js", "/static/js/../js", "/a/b/c", "/%2e", "/app.py", "/dk"],
)
def test_a_path_that_nobody_serves_is_not_found(lengkap, jalur):
    status, tajuk, isi = minta(lengkap, jalur)
    assert (status, isi) == (404, b"Tidak ditemukan")
    assert "content-security-policy" in tajuk


def test_a_websocket_at_another_path_is_closed_before_it_opens(lengkap):
    assert [p["type"] for p in kirim(lengkap, "/lain", "websocket")] == ["websocket.close"]


def test_every_file_of_streamlits_screen_is_served_but_its_index_page(lengkap):
    akar = Path(streamlit.__file__).parent / "static"
    berkas = [f"/{b.relative_to(akar).as_posix()}" for b in akar.rglob("*") if b.is_file()]
    assert len(berkas) > 100
    assert [b for b in berkas if b not in _berkas_statis()] == ["/index.html"]
    assert minta(lengkap, berkas[0] if berkas[0] != "/index.html" else berkas[1])[0] == 200


# --- the index page ---------------------------------------------------------------------------------------------------


def test_the_installed_streamlit_still_has_every_text_that_is_replaced():
    asli = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    assert [lama for lama, _ in GANTI if asli.count(lama) != 1] == []


def test_the_index_page_is_indonesian_and_named(aplikasi):
    status, tajuk, isi = minta(aplikasi, "/")
    assert status == 200
    assert isi == indeks()
    assert b'<html lang="id">' in isi
    assert b"<title>Dasbor Kinerja</title>" in isi
    assert isi.count(b"<noscript>") == 1
    assert b"memerlukan JavaScript" in isi
    assert b"_stcore/agent" not in re.sub(rb"<!--.*?-->", b"", isi, flags=re.DOTALL)
    assert tajuk["cache-control"] == "no-cache"
    assert tajuk["content-type"].startswith("text/html")


# --- the policy -------------------------------------------------------------------------------------------------------


def aturan(host=""):
    return {nama: isi.split() for nama, _, isi in (a.partition(" ") for a in kebijakan_isi(host).split("; "))}


def test_the_policy_lets_nothing_come_from_outside():
    sumber = {s for isi in aturan().values() for s in isi}
    luar = {s for s in sumber if "." in s or "//" in s or s in ("*", "http:", "https:")}
    assert luar == set()
    assert aturan()["default-src"] == ["'self'"]
    assert aturan()["img-src"] == ["'self'", "data:", "blob:"]


def test_the_policy_allows_no_script_but_ours_and_the_one_inline_script_by_its_hash():
    skrip = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", indeks(), re.DOTALL)
    assert len(skrip) == 1
    sidik = base64.b64encode(hashlib.sha256(skrip[0]).digest()).decode()
    assert f"'sha256-{sidik}'" in aturan()["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"} & set(aturan()["script-src"])


@pytest.mark.parametrize("host", ["dasbor.kab.go.id", "127.0.0.1:8501", "localhost:8501"])
def test_websockets_are_those_of_the_host_that_was_asked(host):
    assert aturan(host)["connect-src"] == ["'self'", f"ws://{host}", f"wss://{host}"]


@pytest.mark.parametrize(
    "host", ["", "[::1]:8501", "*", "x; script-src *", "x y", "x,y", "a" * 300, "x:123456", "x/\n"]
)
def test_what_no_policy_can_name_is_not_named(host):
    assert aturan(host) == aturan()
    assert aturan(host)["connect-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("object-src", ["'none'"]),
        ("base-uri", ["'self'"]),
        ("frame-ancestors", ["'self'"]),
        ("form-action", ["'self'"]),
    ],
)
def test_the_policy_closes_the_side_doors(nama, isi):
    assert aturan()[nama] == isi
