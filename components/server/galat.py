"""What a reader sees when the program itself fails: a calm sentence and a number for the log, never a traceback."""

import logging
import secrets

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.jurnal import tulis

_KALIMAT = (
    "Halaman ini tidak dapat ditampilkan. Muat ulang halaman; bila berulang, sampaikan nomor {} kepada pengelola."
)


def tangani_galat(galat: Exception) -> bool:
    """Log an uncaught exception under a short number and show only that number."""
    st.error(_KALIMAT.format(_catat(galat)))
    return True


def _catat(galat: Exception, **rincian: object) -> str:
    nomor = secrets.token_hex(3)
    tulis(f"galat {nomor}", logging.ERROR, galat, nomor=nomor, **rincian)
    return nomor


class PenangkapGalat:
    """ASGI layer: a request that fails is logged under a number, and answered with it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and catch what it raises."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        dimulai = False

        async def kirim(pesan: Message) -> None:
            nonlocal dimulai
            dimulai = True
            await send(pesan)

        try:
            await self.app(scope, receive, kirim)
        except Exception as galat:
            nomor = _catat(galat, metode=scope["method"], jalur=scope["path"])
            if dimulai:
                raise  # half an answer is out: the server must break the connection
            await PlainTextResponse(_KALIMAT.format(nomor), 500)(scope, receive, send)


GALAT = [Middleware(PenangkapGalat)]
