"""Open files and connections: as many as the system gives, and none for a request that never comes to its end."""

import asyncio
import logging
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.jurnal import tulis

PER_SESI, CADANGAN = 4, 256
"""Open files that a session takes, and those that the process has besides."""
BERKAS_CUKUP, BERKAS_PALING = 4096, 65_536
"""Open files below which the log warns, and how many are taken at most where the system allows more."""
TUNGGU_BADAN, BADAN_PALING = 60.0, 900.0
"""Seconds between two pieces of a body, and for the whole of it."""


def longgarkan_berkas() -> None:
    """Take as many open files as the system allows; say in the log what to set where those are few."""
    if sys.platform == "win32":
        return
    import resource

    lunak, keras = resource.getrlimit(resource.RLIMIT_NOFILE)
    boleh = BERKAS_PALING if keras == resource.RLIM_INFINITY else min(keras, BERKAS_PALING)
    if lunak != resource.RLIM_INFINITY and lunak < boleh:
        resource.setrlimit(resource.RLIMIT_NOFILE, (boleh, keras))
        lunak = boleh
    if lunak != resource.RLIM_INFINITY and lunak < BERKAS_CUKUP:
        saran = f"LimitNOFILE={BERKAS_PALING} pada unit systemd, atau ulimits nofile pada compose"
        tulis(
            "batas berkas terbuka rendah",
            logging.WARNING,
            batas=lunak,
            sesi=max(0, lunak - CADANGAN) // PER_SESI,
            saran=saran,
        )


class BatasSambungan:
    """ASGI layer: puts our protocol in the server's place when it starts, and ends bodies that drip."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its body must come in time."""
        if scope["type"] == "lifespan":
            _pasang(receive)
        elif scope["type"] == "http":
            receive = tepat_waktu(receive)
        await self.app(scope, receive, send)


def _pasang(receive: Receive) -> None:
    # Where the server is: whoever imports the app only needs no protocol.
    from uvicorn.protocols.http.h11_impl import H11Protocol

    from components.server.batas.protokol import SambunganHttp

    # Streamlit's command has no option for it. What the server was told is looked up again when it begins to listen.
    konfigurasi: Any = getattr(getattr(receive, "__self__", None), "config", None)
    if getattr(konfigurasi, "http_protocol_class", None) is H11Protocol:
        konfigurasi.http_protocol_class = SambunganHttp
    else:
        tulis("batas waktu permintaan tidak terpasang", logging.WARNING)


def tepat_waktu(
    terima: Receive, jam: Callable[[], float] = time.monotonic, tunggu: Callable[..., Awaitable[Any]] = asyncio.wait_for
) -> Receive:
    """Return a way to receive by which a body that takes too long ends like one whose sender went away."""
    akhir, utuh = jam() + BADAN_PALING, False

    async def ambil() -> Message:
        nonlocal utuh
        if utuh:
            return await terima()  # only a sender that goes away is waited for, as long as the answer takes
        try:
            pesan: Message = await tunggu(terima(), max(0.0, min(TUNGGU_BADAN, akhir - jam())))
        except TimeoutError:
            return {"type": "http.disconnect"}
        utuh = not pesan.get("more_body", False)
        return pesan

    return ambil


BATAS = [Middleware(BatasSambungan)]
