"""Turns: a few pages are drawn at a time and sessions begin one after the other, so that the server keeps answering.

Python runs one thread at a time. A hundred pages drawn side by side are not ready sooner than a hundred drawn two
by two; but the server's own thread then waits behind all of them, and with it every other visitor, and ``/sehat``.
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

SERENTAK = 2
"""Pages that are drawn at the same time: one computes while another waits for the database."""
SABAR = 20.0
"""Seconds that a page waits for its turn at most: where others hang on a database, those that need none go on."""
JEDA = 0.03
"""Seconds between the beginnings of two sessions."""
TUNDA_MAKS = 5.0
"""Seconds that a session is put off at most, however many come."""

_TEMPAT = threading.BoundedSemaphore(SERENTAK)
_MILIK = threading.local()


@contextmanager
def giliran(sabar: float = SABAR) -> Iterator[None]:
    """Hold a place among those that are drawn at the same time; after so many seconds go on without one."""
    # A page's fragment is drawn within its page the first time, and alone when a filter changes.
    if getattr(_MILIK, "punya", False) or not _TEMPAT.acquire(timeout=sabar):
        yield
        return
    _MILIK.punya = True
    try:
        yield
    finally:
        if _MILIK.punya:
            _MILIK.punya = False
            _TEMPAT.release()


@contextmanager
def di_luar_giliran(sabar: float = SABAR) -> Iterator[None]:
    """Let others draw while this page waits for what is being made for it alone; then wait for a turn again."""
    if not getattr(_MILIK, "punya", False):
        yield
        return
    _MILIK.punya = False
    _TEMPAT.release()
    try:
        yield
    finally:
        _MILIK.punya = _TEMPAT.acquire(timeout=sabar)


class Beruntun:
    """ASGI layer: websockets that come at the same moment begin one after the other.

    Args:
        app: what stands behind the layer.
        jam: clock in seconds, for the tests.
        tidur: waits for so many seconds of that clock.
    """

    def __init__(
        self,
        app: ASGIApp,
        jam: Callable[[], float] = time.monotonic,
        tidur: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.app = app
        self._jam, self._tidur = jam, tidur
        self._berikut = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, a websocket when its moment has come."""
        if scope["type"] == "websocket":
            kini = self._jam()
            saat = min(max(kini, self._berikut), kini + TUNDA_MAKS)
            self._berikut = saat + JEDA
            await self._tidur(saat - kini)
        await self.app(scope, receive, send)


ANTREAN = [Middleware(Beruntun)]
