"""ASGI layers of access: the upload path needs a right, and logins by OpenID Connect reach the log."""

from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.henti import PenolakSesi
from components.server.jati_diri import (
    LOKET,
    dari_permintaan,
    klaim_cookie,
    pengaturan_atau_tertutup,
    pengguna_oidc,
    tanda_oidc,
)
from components.server.peristiwa import GAGAL, KELUAR, MASUK, catat
from kinerja.akun.akses import Izin

JALUR_UNGGAH = "/_stcore/upload_file"
JALUR_PULANG = "/oauth2callback"
JALUR_KELUAR = "/auth/logout"


class PenjagaUnggah:
    """Refuses a file before a byte of it is read, unless the request comes from somebody who may upload.

    Streamlit itself asks only for an open session, which every viewer has, and holds the file in memory.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it is an upload without the right."""
        # A preflight changes nothing and carries no cookies.
        dijaga = scope["type"] == "http" and JALUR_UNGGAH in scope["path"] and scope["method"] != "OPTIONS"
        penolakan = await run_in_threadpool(_penolakan, HTTPConnection(scope)) if dijaga else None
        await (penolakan or self.app)(scope, receive, send)


def _penolakan(permintaan: HTTPConnection) -> PlainTextResponse | None:
    """Return what somebody without the right to upload is told; None for who has it."""
    pengaturan = pengaturan_atau_tertutup()
    pengguna = dari_permintaan(permintaan).pengguna(pengaturan) if pengaturan else None
    if pengguna is None:
        return PlainTextResponse("Masuk terlebih dahulu untuk mengunggah", 401)
    if not pengguna.boleh(Izin.MENGUNGGAH):
        return PlainTextResponse("Peran Anda tidak mencakup mengunggah; mintalah kepada pengelola", 403)
    return None


class PencatatOidc:
    """Tells the log of logins and logouts by OpenID Connect, which run over Streamlit's own routes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; note its outcome when it is a login or a logout."""
        if scope["type"] != "http" or not scope["path"].endswith((JALUR_PULANG, JALUR_KELUAR)):
            await self.app(scope, receive, send)
            return
        permintaan = HTTPConnection(scope)

        async def kirim(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                await run_in_threadpool(_catat, permintaan, _cookie_baru(pesan))
            await send(pesan)

        await self.app(scope, receive, kirim)


def _catat(permintaan: HTTPConnection, cookie_baru: dict[str, str]) -> None:
    klien = permintaan.client.host if permintaan.client else "-"
    if permintaan.url.path.endswith(JALUR_KELUAR):
        klaim = klaim_cookie(permintaan.cookies)
        if surel := _surel(klaim):
            LOKET.cabutan.tambah(tanda_oidc(klaim))  # windows that are open keep their claims otherwise
            catat(KELUAR, surel, cara="oidc", klien=klien)
        return
    klaim = klaim_cookie(cookie_baru)
    pengaturan = pengaturan_atau_tertutup()
    diterima = pengaturan is not None and pengguna_oidc(pengaturan, klaim) is not None
    catat(MASUK if diterima else GAGAL, _surel(klaim) or "(tidak dikenal)", cara="oidc", klien=klien)


def _surel(klaim: Any) -> str:
    return str(klaim.get("email", ""))


def _cookie_baru(pesan: Message) -> dict[str, str]:
    """Return the cookies an answer sets."""
    hasil: dict[str, str] = {}
    for nama, isi in pesan.get("headers", []):
        if nama.lower() == b"set-cookie":
            try:
                hasil |= {k: v.value for k, v in SimpleCookie(isi.decode("latin-1")).items()}
            except CookieError:
                continue
    return hasil


PENJAGA = [Middleware(PenolakSesi), Middleware(PenjagaUnggah), Middleware(PencatatOidc)]
