"""Headers that keep a page from asking anything of the outside, and private endpoints that stay private."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Match, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.dasar.gaya import ASET, lembar_gaya, sidik
from components.server.laman_masuk import laman_pesan

TERTUTUP = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")
"""What watches or drives the dashboard from outside: figures of the process, test runs, Streamlit's agent API."""


SKRIP, GAYA = "/dk/dasbor.js", "/dk/gaya.css"
"""Addresses of the browser code and of the style sheet of our own."""
_AWAL = b"window.prerenderReady = false"
GANTI = (
    (b'<html lang="en">', b'<html lang="id">'),
    (b"<title>Streamlit</title>", b"<title>Dasbor Kinerja</title>"),
    # Told where the server is, the page does not try its own path first; a deep link then logs no failed request.
    (_AWAL, _AWAL + b";window.__streamlit={BACKEND_BASE_URL:location.origin+'/'}"),
    (b'<link rel="service-desc" href="./_stcore/agent/openapi.json" />', b""),  # the agent API is closed
    (b"</head>", f'<script defer src="{SKRIP}"></script></head>'.encode()),
    # Behind the head, where Streamlit puts its own rules: of two that weigh the same the later one holds.
    (b"</body>", f'<link rel="stylesheet" href="{GAYA}"></body>'.encode()),
)


_TANPA_SKRIP = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_PERLU_SKRIP = (
    b"<noscript><p>Dasbor ini memerlukan JavaScript. Aktifkan JavaScript pada peramban, lalu muat ulang.</p></noscript>"
)


def indeks() -> bytes:
    """Return Streamlit's index page in our language."""
    isi = (Path(st.__file__).parent / "static" / "index.html").read_bytes()
    for lama, baru in GANTI:
        isi = isi.replace(lama, baru)
    return _TANPA_SKRIP.sub(_PERLU_SKRIP, isi)


_NAMA_SOKET = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?")
"""A host that a policy can name; an address of IPv6 it cannot, there 'self' stands alone."""


@lru_cache(maxsize=64)
def kebijakan_isi(host: str = "") -> str:
    """Return the Content-Security-Policy: everything from this server only; the one inline script by its hash.

    Args:
        host: the name that was asked. 'self' covers its websockets in newer browsers only, so they are named.
    """
    soket = f" ws://{host} wss://{host}" if _NAMA_SOKET.fullmatch(host) else ""
    skrip = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", indeks(), re.DOTALL)
    sidik = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s).digest()).decode()}'" for s in skrip)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {sidik}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{soket}",
            "worker-src 'self' blob:",
            "frame-ancestors 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


class TajukAman:
    """ASGI layer: security headers on every answer, private endpoints closed, the index page in our language."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and complete its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        lengkapi = _pelengkap(send, Headers(scope=scope).get("host", ""))
        if any(t in scope["path"] for t in TERTUTUP):  # also below a page's name, or a base path of the server
            await PlainTextResponse("Tidak tersedia", 404)(scope, receive, lengkapi)
        else:
            await self.app(scope, receive, lengkapi)


def _pelengkap(send: Send, host: str) -> Send:
    async def kirim(pesan: Message) -> None:
        if pesan["type"] == "http.response.start":
            pesan["headers"] = [*pesan.get("headers", []), *_tajuk(host)]
        await send(pesan)

    return kirim


def _tajuk(host: str) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"content-security-policy", kebijakan_isi(host).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        # What no page of ours uses, no page of ours may be tricked into using; nor may another window reach into ours.
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
    )


async def halaman_indeks(request: Request) -> Response:
    """Answer every page path with the index page; the browser then opens the session."""
    return HTMLResponse(indeks(), headers={"cache-control": "no-cache"})


async def skrip_dasbor(request: Request) -> Response:
    """Answer with the browser code of our own."""
    return FileResponse(ASET / "dasbor.js", media_type="text/javascript", headers={"cache-control": "no-cache"})


async def gaya_dasbor(request: Request) -> Response:
    """Answer with the style sheet of every page."""
    return jawab_gaya(request, lembar_gaya())


def jawab_gaya(request: Request, lembar: str) -> Response:
    """Answer with a style sheet, or say that the browser has it already."""
    tajuk = {"cache-control": "no-cache", "etag": f'"{sidik(lembar)}"'}
    if tajuk["etag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=tajuk)
    return Response(lembar, media_type="text/css", headers=tajuk)


class PenjagaJalur:
    """ASGI layer: a path that nobody serves is not found.

    Streamlit's last route answers whatever no other one takes with its index page, in English and with status 200.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when a route or a file stands behind its path."""
        if scope["type"] not in ("http", "websocket") or _dilayani(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif "text/html" in Headers(scope=scope).get("accept", ""):
            pesan = "Alamat ini tidak ada. Buka dasbor, lalu pilih halamannya dari menu."
            await laman_pesan("Halaman tidak ditemukan", pesan, 404, _awal(Request(scope)))(scope, receive, send)
        else:
            await PlainTextResponse("Tidak ditemukan", 404)(scope, receive, send)


def _dilayani(scope: Scope) -> bool:
    jalur = scope["path"].rstrip("/") or "/"  # with a slash behind it, it is sent to the one without
    rute = [r for r in scope["app"].routes if not (isinstance(r, Mount) and not r.path)]
    return jalur in _berkas_statis() or any(r.matches({**scope, "path": jalur})[0] is not Match.NONE for r in rute)


@cache
def _berkas_statis() -> frozenset[str]:
    """Return the paths of Streamlit's own files; its index page is served by our routes only."""
    akar = Path(st.__file__).parent / "static"
    berkas = (f"/{b.relative_to(akar).as_posix()}" for b in akar.rglob("*") if b.is_file())
    return frozenset(berkas) - {"/index.html"}


def _awal(request: Request) -> str:
    """Return the address of the first page, with the filters of a request."""
    saringan = dict(request.query_params)
    return "/" + (f"?{urlencode(saringan)}" if saringan else "")


async def ke_awal(request: Request) -> Response:
    """Send the first page's own name to where it opens, its filters kept."""
    return RedirectResponse(_awal(request))


def rute_halaman(awal: str, lain: Iterable[str]) -> list[Route]:
    """Return the routes of all pages.

    Args:
        awal: path of the page that opens at "/"; its own name leads there too.
        lain: paths of the others.
    """
    return [
        Route("/", halaman_indeks),
        Route(SKRIP, skrip_dasbor),
        Route(GAYA, gaya_dasbor),
        Route(f"/{awal}", ke_awal),
        *(Route(f"/{jalur}", halaman_indeks) for jalur in lain),
    ]


LAPISAN = [Middleware(TajukAman)]
JALUR = [Middleware(PenjagaJalur)]
