"""ASGI layers of access: the upload path needs a right; logins by OpenID Connect are begun here, and reach the log."""

import json
import time
from base64 import b64decode
from http.cookies import CookieError, SimpleCookie
from typing import Any

from itsdangerous import BadData, TimestampSigner
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_server_config import SESSION_COOKIE_NAME

from components.server.henti import PenolakSesi
from components.server.jati_diri import (
    LOKET,
    dari_permintaan,
    klaim_cookie,
    pengaturan_atau_tertutup,
    pengguna_oidc,
    tanda_oidc,
)
from components.server.laman_masuk import laman_pesan
from components.server.lokal import jaringan
from components.server.peristiwa import GAGAL, KELUAR, MASUK, catat
from kinerja.akun.akses import Izin
from kinerja.akun.pembatas import Pembatas

JALUR_UNGGAH = "/_stcore/upload_file"
JALUR_PULANG = "/oauth2callback"
JALUR_KELUAR = "/auth/logout"
PULANG = Pembatas(batas=20)
"""Returns from a provider that were no login, by client: one pending state can be sent again and again."""
_UMUR_SESI = 14 * 24 * 3600
"""Seconds that Starlette reads its session cookie for."""
_TIDAK_BERLANGSUNG = "Tidak ada masuk yang sedang berlangsung di peramban ini. Mulai lagi dari halaman Kelola data."


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


class PenjagaOidc:
    """Lets a return from a provider pass to Streamlit when this browser began a login; tells the log of the outcome.

    Streamlit answers anybody there, and every such answer would be a failed login in the log.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; refuse a return that nobody waits for; note the outcome of a login or a logout."""
        if scope["type"] != "http" or not scope["path"].endswith((JALUR_PULANG, JALUR_KELUAR)):
            await self.app(scope, receive, send)
            return
        permintaan = HTTPConnection(scope)
        if scope["path"].endswith(JALUR_PULANG) and (penolakan := _tak_ditunggu(permintaan)):
            await penolakan(scope, receive, send)
            return

        async def kirim(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                await run_in_threadpool(_catat, permintaan, _cookie_baru(pesan))
            await send(pesan)

        await self.app(scope, receive, kirim)


def _tak_ditunggu(permintaan: HTTPConnection) -> Response | None:
    """Return the answer to a return from a provider that belongs to no login of this browser; None when it does."""
    pengaturan, kueri = pengaturan_atau_tertutup(), permintaan.query_params
    if pengaturan is None or not pengaturan.penyedia:
        return PlainTextResponse("Tidak tersedia", 404)
    if not {"state", "code", "error"} & set(kueri):
        return RedirectResponse("/")  # a provider leads here too, after it has logged somebody out
    klien = jaringan(permintaan.client.host if permintaan.client else "-")
    if not masuk_berlangsung(permintaan.cookies.get(SESSION_COOKIE_NAME, ""), kueri.get("state", "")):
        return laman_pesan("Masuk", _TIDAK_BERLANGSUNG, 404)
    if tunggu := PULANG.sisa(klien):
        jawaban = laman_pesan("Masuk", f"Terlalu banyak percobaan yang gagal. Coba lagi setelah {tunggu} detik.", 429)
        jawaban.headers["retry-after"] = str(tunggu)
        return jawaban
    PULANG.catat(klien)
    return None


def masuk_berlangsung(cookie: str, state: str) -> bool:
    """Tell whether the session cookie of a browser holds this state of a login that it began.

    Read as Starlette's sessions and Authlib write it: a signed object, in it `_state_<provider>_<state>` with its end.
    """
    rahasia = get_cookie_secret()
    if not (rahasia and cookie and state):
        return False
    try:
        sesi = json.loads(b64decode(TimestampSigner(str(rahasia)).unsign(cookie.encode(), max_age=_UMUR_SESI)))
    except (BadData, ValueError, RecursionError):
        return False
    if not isinstance(sesi, dict):
        return False
    milik = [isi for kunci, isi in sesi.items() if kunci.startswith("_state_") and kunci.split("_", 3)[3:] == [state]]
    return any(isinstance(isi, dict) and isi.get("exp", 0) > time.time() for isi in milik)


def _catat(permintaan: HTTPConnection, cookie_baru: dict[str, str]) -> None:
    klien = permintaan.client.host if permintaan.client else "-"
    if permintaan.url.path.endswith(JALUR_KELUAR):
        klaim = klaim_cookie(permintaan.cookies)
        if (surel := _surel(klaim)) and not LOKET.cabutan.ada(tanda_oidc(klaim)):
            LOKET.cabutan.tambah(tanda_oidc(klaim))  # windows that are open keep their claims otherwise
            catat(KELUAR, surel, cara="oidc", klien=klien)
        return
    klaim = klaim_cookie(cookie_baru)
    pengaturan = pengaturan_atau_tertutup()
    diterima = pengaturan is not None and pengguna_oidc(pengaturan, klaim) is not None
    if diterima:
        PULANG.tarik(jaringan(klien))
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


PENJAGA = [Middleware(PenolakSesi), Middleware(PenjagaUnggah), Middleware(PenjagaOidc)]
