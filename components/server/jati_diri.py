"""Who asks: from our login cookie, from Streamlit's OpenID Connect cookie, or from sitting at this machine.

Request and session are both asked here, so that the upload path and the pages can never disagree.
"""

import json
import logging
import os
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import HTTPConnection
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components.server.lokal import setempat
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.akun.pengaturan import Pengaturan, PengaturanAkunSalah, baca_pengaturan
from kinerja.akun.tiket import Loket, tanda
from kinerja.gudang.cabutan import CabutanGudang

COOKIE = "dasbor_masuk"
LOKET = Loket(cabutan=CabutanGudang())
PENGELOLA_LOKAL = Pengguna("Pengelola lokal", PeranPengguna.ADMIN)
_CATATAN = logging.getLogger("dasbor.masuk")
_KELONGGARAN = 60


def pengaturan_kini() -> Pengaturan:
    """Return what the secrets say about accounts now; without secrets, nothing is configured.

    Raises:
        PengaturanAkunSalah: when there are secrets but they cannot be read or meant.
    """
    berkas = [b for b in st.get_option("secrets.files") if _berdiri(b)]
    try:
        mode = [os.stat(b).st_mode for b in berkas]
    except OSError as galat:
        raise PengaturanAkunSalah("secrets.toml tidak terjangkau; periksa tautan dan hak aksesnya") from galat
    # Windows has other means than modes.
    if os.name == "posix" and any(m & stat.S_IRWXO for m in mode):
        raise PengaturanAkunSalah("secrets.toml dapat dibaca pengguna lain; jalankan: chmod o-rwx secrets.toml")
    try:
        if st.secrets.load_if_toml_exists():
            return baca_pengaturan(st.secrets.to_dict())
    except (OSError, UnicodeError) as galat:
        raise PengaturanAkunSalah("secrets.toml tidak dapat dibaca") from galat
    # Streamlit answers alike whether the file is absent or broken; broken must not open the door.
    if berkas:
        raise PengaturanAkunSalah("secrets.toml tidak dapat dibaca sebagai TOML")
    return Pengaturan()


def _berdiri(berkas: str) -> bool:
    """Tell whether somebody put something there: also a link that leads nowhere, and what may not be looked at."""
    try:
        os.lstat(berkas)
    except (FileNotFoundError, NotADirectoryError):
        return any(os.path.islink(p) and not os.path.exists(p) for p in Path(berkas).absolute().parents)
    except OSError:
        return True
    return True


def pengaturan_atau_tertutup() -> Pengaturan | None:
    """Return the settings; None, and a line in the log, when they are wrong: then nobody manages."""
    try:
        return pengaturan_kini()
    except PengaturanAkunSalah as galat:
        _sebut_sekali(str(galat))
        return None


@cache
def _sebut_sekali(galat: str) -> None:
    _CATATAN.error("pengaturan akun salah, pengelolaan ditutup: %s", galat)


@dataclass(frozen=True, slots=True)
class Pengunjung:
    """What a request or a session brings along.

    Attributes:
        cookies: by name.
        klien: address of the other end.
        tajuk: names and values of the headers.
        klaim: what OpenID Connect says of the person, verified; empty when nobody logged in that way.
    """

    cookies: Mapping[str, str]
    klien: str | None
    tajuk: tuple[tuple[str, str], ...]
    klaim: Mapping[str, Any]

    @property
    def setempat(self) -> bool:
        """Tell whether the visitor sits at this machine."""
        return setempat(st.get_option("server.address"), self.klien, self.tajuk)

    def pengguna(self, pengaturan: Pengaturan) -> Pengguna | None:
        """Return the person under the settings of now."""
        if pengaturan.kosong:
            return PENGELOLA_LOKAL if self.setempat else None
        akun = LOKET.akun(pengaturan, self.cookies.get(COOKIE, ""))
        if akun is not None:
            return akun.hak.pengguna(akun.nama)
        orang = pengguna_oidc(pengaturan, self.klaim)
        return orang if orang and not LOKET.cabutan.ada(tanda_oidc(self.klaim)) else None


def dari_permintaan(permintaan: HTTPConnection) -> Pengunjung:
    """Return the visitor behind an HTTP request."""
    klien = permintaan.client.host if permintaan.client else None
    return Pengunjung(permintaan.cookies, klien, tuple(permintaan.headers.items()), klaim_cookie(permintaan.cookies))


def dari_sesi() -> Pengunjung:
    """Return the visitor behind the session that runs.

    All this was said when the websocket opened: a cookie set later is not seen. That is why the login page leads back
    by a redirect, which opens a new session.
    """
    tajuk = st.context.headers
    pasangan = tuple((nama, isi) for nama in tajuk for isi in tajuk.get_all(nama))
    # Streamlit says None for 127.0.0.1 and ::1. Without any connection it says None as well, but then there is no Host
    # header either, and the rule refuses.
    klien = st.context.ip_address or "127.0.0.1"
    klaim = st.user.to_dict()
    klaim_sesi = klaim if klaim.get("is_logged_in") is True else {}
    return Pengunjung(st.context.cookies, klien, pasangan, klaim_sesi)


def klaim_cookie(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the claims in Streamlit's signed cookie of OpenID Connect, checked as its websocket checks them."""
    rahasia = get_cookie_secret()

    def baca(nama: str) -> bytes | None:
        nilai = cookies.get(nama)
        return decode_signed_value(rahasia, nama, nilai.encode("latin-1", "replace")) if nilai and rahasia else None

    isi = get_cookie_with_chunks(baca, USER_COOKIE_NAME)
    klaim: dict[str, Any] = json.loads(isi) if isi else {}
    asli = klaim.get("is_logged_in") is True and klaim.get("origin") == get_origin_from_redirect_uri()
    return klaim if asli else {}


def tanda_oidc(klaim: Mapping[str, Any]) -> str:
    """Return the mark of a login by OpenID Connect: the same in its cookie and in every session it opened."""
    return tanda("oidc", *(klaim.get(k) for k in ("iss", "sub", "email", "iat")))


def pengguna_oidc(pengaturan: Pengaturan, klaim: Mapping[str, Any], kini: float | None = None) -> Pengguna | None:
    """Return the person OpenID Connect names, when the settings give that e-mail a role.

    Streamlit's cookie lives 30 days; the age of the login is held here against the same limit as our own.
    """
    surel, terbit = klaim.get("email"), klaim.get("iat")
    if not pengaturan.penyedia or not isinstance(surel, str) or klaim.get("email_verified") is False:
        return None
    if isinstance(terbit, bool) or not isinstance(terbit, int | float):
        return None
    umur = (time.time() if kini is None else kini) - terbit
    hak = pengaturan.oidc.get(surel.strip().casefold())
    return hak.pengguna(surel) if hak and -_KELONGGARAN <= umur <= pengaturan.umur_detik else None
