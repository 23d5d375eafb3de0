"""The ticket inside the login cookie: signed, dated, bound to the password, and revocable."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from kinerja.akun.pengaturan import Akun, Pengaturan

_GARAM = "dasbor-kinerja.masuk"
_KELONGGARAN = 60
"""Seconds a ticket may seem to come from the future, after the clock was set back."""


@dataclass(frozen=True, slots=True)
class Tiket:
    """Who logged in and when; never a role, which is looked up anew each time."""

    nama: str
    sidik: str
    nomor: str
    mulai: float


@dataclass(slots=True)
class Loket:
    """Issues and reads tickets.

    Attributes:
        kunci_proses: signs when the settings hold no key; such tickets end with the process.
        jam: clock in seconds since 1970, for the tests.
        kapasitas: how many revoked tickets are remembered.
    """

    kunci_proses: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    jam: Callable[[], float] = time.time
    kapasitas: int = 10_000
    _dicabut: OrderedDict[str, None] = field(default_factory=OrderedDict, init=False)

    def terbitkan(self, pengaturan: Pengaturan, akun: Akun) -> str:
        """Return the text of a new ticket for an account."""
        return str(self._penanda(pengaturan).dumps([akun.nama, akun.sidik, secrets.token_urlsafe(12)]))

    def akun(self, pengaturan: Pengaturan, teks: str) -> Akun | None:
        """Return the account a ticket stands for today.

        None when it is forged, expired or revoked, or when the account is gone or has another password by now.
        """
        tiket = self._baca(pengaturan, teks)
        if tiket is None or tiket.nomor in self._dicabut:
            return None
        umur = self.jam() - tiket.mulai
        if umur < -_KELONGGARAN:
            self.cabut(pengaturan, teks)  # or it would be good again once the clock has caught up with it
        if not -_KELONGGARAN <= umur <= pengaturan.umur_detik:
            return None
        akun = pengaturan.akun.get(tiket.nama.casefold())
        return akun if akun and akun.sidik == tiket.sidik else None

    def cabut(self, pengaturan: Pengaturan, teks: str) -> None:
        """Revoke a ticket: windows that are still open lose it too."""
        if tiket := self._baca(pengaturan, teks):
            self._dicabut[tiket.nomor] = None
            while len(self._dicabut) > self.kapasitas:
                self._dicabut.popitem(last=False)

    def _baca(self, pengaturan: Pengaturan, teks: str) -> Tiket | None:
        try:
            # Not by its max_age, which knows no grace: a clock set back by a second would end every login.
            isi, mulai = self._penanda(pengaturan).loads(teks, return_timestamp=True)
        except (BadData, ValueError, OverflowError, OSError):  # a second that no calendar has is any of the last three
            return None
        # Signed is no ticket yet: an older version, or a neighbour with this key, may have signed something else.
        match isi:
            case [str(nama), str(sidik), str(nomor)]:
                return Tiket(nama, sidik, nomor, mulai.timestamp())
        return None

    def _penanda(self, pengaturan: Pengaturan) -> URLSafeTimedSerializer:
        kunci = pengaturan.kunci_cookie or self.kunci_proses
        cara = {"key_derivation": "hmac", "digest_method": hashlib.sha256, "jam": self.jam}
        return URLSafeTimedSerializer(kunci, salt=_GARAM, signer=_Stempel, signer_kwargs=cara)


class _Stempel(TimestampSigner):
    """Dates what it signs by the clock of its counter."""

    def __init__(self, *isi: Any, jam: Callable[[], float], **cara: Any) -> None:
        super().__init__(*isi, **cara)
        self._jam = jam

    def get_timestamp(self) -> int:
        """Return the whole second since 1970."""
        return max(0, int(self._jam()))
