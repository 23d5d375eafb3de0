"""The ticket inside the login cookie: signed, dated, bound to the password, and revocable."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import astuple, dataclass, field

from itsdangerous import BadData, URLSafeSerializer

from kinerja.akun.pengaturan import Akun, Pengaturan

_GARAM = "dasbor-kinerja.masuk"
_KELONGGARAN = 60
"""Seconds a ticket may seem to come from the future, after the clock was set back."""
_SAAT_MAKS = 2**53
"""Second since 1970 that no ticket reaches: beyond it a clock, which is a float, cannot be compared any more."""


@dataclass(frozen=True, slots=True)
class Tiket:
    """Who logged in and when; never a role, which is looked up anew each time."""

    nama: str
    mulai: int
    sidik: str
    nomor: str


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
        tiket = Tiket(akun.nama, int(self.jam()), akun.sidik, secrets.token_urlsafe(12))
        return str(self._penanda(pengaturan).dumps(astuple(tiket)))

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
            isi = self._penanda(pengaturan).loads(teks)
        except (BadData, ValueError):
            return None
        # Signed is no ticket yet: an older version, or a neighbour with this key, may have signed something else.
        match isi:
            case [str(nama), int(mulai), str(sidik), str(nomor)] if type(mulai) is int and 0 <= mulai < _SAAT_MAKS:
                return Tiket(nama, mulai, sidik, nomor)
        return None

    def _penanda(self, pengaturan: Pengaturan) -> URLSafeSerializer:
        kunci = pengaturan.kunci_cookie or self.kunci_proses
        return URLSafeSerializer(
            kunci, salt=_GARAM, signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
        )
