"""Passwords: the hash of a new one, and whether a name and a password fit."""

import secrets
from functools import lru_cache

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import Argon2Error

from kinerja.akun.pengaturan import SANDI_TERPANJANG, SANDI_TERPENDEK, Akun, Pengaturan


class SandiDitolak(ValueError):  # noqa: N818 - Indonesian for "password refused"
    """A new password is too short or too long."""


_PENYIDIK = PasswordHasher()


def buat_sidik(sandi: str) -> str:
    """Return the argon2id hash of a new password, as it stands in the secrets.

    Raises:
        SandiDitolak: when the password is too short or too long.
    """
    if not SANDI_TERPENDEK <= len(sandi) <= SANDI_TERPANJANG:
        raise SandiDitolak(f"Sandi harus {SANDI_TERPENDEK} sampai {SANDI_TERPANJANG} huruf")
    return _PENYIDIK.hash(sandi)


def periksa_sandi(pengaturan: Pengaturan, nama: str, sandi: str) -> Akun | None:
    """Return the account when name and password fit.

    An unknown name costs the same work as a wrong password, so that the time tells nobody which names exist.
    """
    akun = pengaturan.cari(nama)
    sidik = akun.sandi if akun else _sidik_umpan(next((a.sandi for a in pengaturan.akun.values()), ""))
    try:
        _PENYIDIK.verify(sidik, sandi)
    except (Argon2Error, ValueError):  # the second: a hash whose salt or sum is no text of argon2
        return None
    return akun


@lru_cache(maxsize=8)
def _sidik_umpan(contoh: str) -> str:
    """Return the hash of a password nobody knows, as costly as the accounts' own."""
    penyidik = PasswordHasher.from_parameters(extract_parameters(contoh)) if contoh else _PENYIDIK
    return penyidik.hash(secrets.token_urlsafe(32))
