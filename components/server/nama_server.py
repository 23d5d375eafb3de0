"""ASGI layer: a request must be meant for this server, by a name it goes by, and come from a page of its own.

A page of a stranger can make its own name point here (DNS rebinding) and then read what it asks for; it sends that name
as Host. And it can open a websocket or send a form here; then Origin tells where it comes from.
"""

import os
import socket
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.lokal import nama_host

NAMA_LINGKUNGAN = "KINERJA_HOST"
"""Names under which the dashboard is reached, separated by commas; ``*`` for any. Addresses in digits always count."""
BEBAS = frozenset({"/sehat", "/sehat/siap", "/_stcore/health"})
"""Balancers ask these by names of their own; they tell nothing."""
AMAN = frozenset({"GET", "HEAD", "OPTIONS"})

_ASING = (
    "Alamat ini tidak dikenal oleh dasbor. Buka dengan alamat yang diberikan pengelola. "
    f"Pengelola: tambahkan nama server ini ke {NAMA_LINGKUNGAN}."
)
_LUAR = "Permintaan ini datang dari halaman lain; buka dasbor langsung."


class PenjagaNama:
    """Answers 400 to a Host that is not ours, and 403 to what another page sends or opens."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless its Host or Origin is foreign."""
        penolakan = _penolakan(scope) if scope["type"] in ("http", "websocket") else None
        if penolakan is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await penolakan(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008})  # the server answers the handshake with 403


def _penolakan(scope: Scope) -> PlainTextResponse | None:
    if scope["path"] in BEBAS:
        return None
    host, asal = _tajuk(scope, b"host"), _tajuk(scope, b"origin")
    if len(host) != 1 or not nama_dikenal(nama_host(f"//{host[0]}").rstrip(".")):
        return PlainTextResponse(_ASING, 400)
    mengubah = scope["type"] == "websocket" or scope["method"] not in AMAN
    if mengubah and not all(_asal_sendiri(a, host[0]) for a in asal):
        return PlainTextResponse(_LUAR, 403)
    return None


def _tajuk(scope: Scope, nama: bytes) -> list[str]:
    return [isi.decode("latin-1") for kunci, isi in scope["headers"] if kunci.lower() == nama]


def _asal_sendiri(asal: str, host: str) -> bool:
    """Tell whether a page of this origin is ours: at the address that was asked, or at a name we go by."""
    try:
        alamat = urlsplit(asal).netloc.casefold()
    except ValueError:
        return False
    return alamat == host.casefold() or nama_host(f"//{alamat}").rstrip(".") in nama_pengaturan(
        os.environ.get(NAMA_LINGKUNGAN, "")
    )


def nama_dikenal(nama: str) -> bool:
    """Tell whether a host name is one of ours; an address in digits cannot be made to point elsewhere."""
    if not nama:
        return False
    milik = nama_pengaturan(os.environ.get(NAMA_LINGKUNGAN, ""))
    return "*" in milik or _angka(nama) or nama in milik or nama in _nama_mesin()


def _angka(nama: str) -> bool:
    try:
        ip_address(nama)
    except ValueError:
        return False
    return True


@cache
def nama_pengaturan(isi: str) -> frozenset[str]:
    """Return the names of a setting."""
    return frozenset(n for nama in isi.split(",") if (n := nama.strip().casefold().rstrip(".")))


@cache
def _nama_mesin() -> frozenset[str]:
    return frozenset({"localhost", socket.gethostname().casefold(), socket.getfqdn().casefold()})


NAMA = [Middleware(PenjagaNama)]
