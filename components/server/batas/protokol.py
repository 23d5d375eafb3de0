"""The head of a request: one that never comes to its end is not waited for."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

TUNGGU_PERMINTAAN = 15.0
"""Seconds in which the head of a request must be there, from the connection or from its first byte on."""


class SambunganHttp(H11Protocol):
    """Uvicorn's protocol, which waits for ever for a request of which half has come: this one closes it."""

    _jam: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._mulai()

    def data_received(self, data: bytes) -> None:
        """Take bytes; while a request is being answered nobody is waited for."""
        if self._jam is None:
            self._mulai()
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._berhenti()

    def handle_websocket_upgrade(self, event: Any) -> None:
        """Hand the connection on; the websocket has pings of its own."""
        self._berhenti()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nobody any more."""
        self._berhenti()
        super().connection_lost(exc)

    def _mulai(self) -> None:
        self._jam = self.loop.call_later(TUNGGU_PERMINTAAN, self._tutup)

    def _berhenti(self) -> None:
        if self._jam is not None:
            self._jam.cancel()
            self._jam = None

    def _tutup(self) -> None:
        self._jam = None
        self.transport.abort()
