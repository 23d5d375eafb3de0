"""Headers that keep a page from asking anything of the outside, and private endpoints that stay private."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.dasar import keadaan as sesi
from components.dasar.gaya import ASET, lembar_gaya, sidik

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


@cache
def kebijakan_isi() -> str:
    """Return the Content-Security-Policy: everything from this server only; the one inline script by its hash."""
    skrip = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", indeks(), re.DOTALL)
    sidik = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s).digest()).decode()}'" for s in skrip)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {sidik}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
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
        elif any(t in scope["path"] for t in TERTUTUP):  # also below a page's name, or a base path of the server
            await PlainTextResponse("Tidak tersedia", 404)(scope, receive, _pelengkap(send))
        else:
            await self.app(scope, receive, _pelengkap(send))


def _pelengkap(send: Send) -> Send:
    async def kirim(pesan: Message) -> None:
        if pesan["type"] == "http.response.start":
            pesan["headers"] = [*pesan.get("headers", []), *_tajuk()]
        await send(pesan)

    return kirim


@cache
def _tajuk() -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"content-security-policy", kebijakan_isi().encode()),
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


class NamaHalaman(StringConvertor):
    """One path segment that may name a page; never a file, nor what Streamlit keeps for logging in."""

    regex = "(?!oauth2callback)[A-Za-z0-9][A-Za-z0-9_-]*"


register_url_convertor("nama_halaman", NamaHalaman())


async def ke_awal(request: Request) -> Response:
    """Send a path that is no page of its own to the first page, its filters kept; a wrong name goes with it."""
    saringan = dict(request.query_params)
    if nama := request.path_params.get("nama"):
        saringan[sesi.HALAMAN_DICARI] = nama
    return RedirectResponse("/" + (f"?{urlencode(saringan)}" if saringan else ""))


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
        Route("/{nama:nama_halaman}", ke_awal),
    ]


LAPISAN = [Middleware(TajukAman)]
