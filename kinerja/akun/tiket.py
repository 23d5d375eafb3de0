"""The ticket inside the login cookie: signed, dated, bound to the password, and revocable."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

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


class Cabutan(Protocol):
    """Where ended logins are remembered, each by a mark (`tanda`) that says nothing of it and opens nothing."""

    def ada(self, tanda: str) -> bool:
        """Tell whether a login was ended."""

    def tambah(self, tanda: str) -> None:
        """Remember an ended login."""


def tanda(*bagian: object) -> str:
    """Return the mark of a login, from what is its own and nobody else's."""
    return hashlib.sha256("\0".join(map(str, bagian)).encode()).hexdigest()


@dataclass(slots=True)
class CabutanIngatan:
    """Revocations of this process alone; the oldest go first when there are too many."""

    kapasitas: int = 10_000
    isi: OrderedDict[str, None] = field(default_factory=OrderedDict, init=False)

    def ada(self, tanda: str) -> bool:
        """Tell whether a login was ended."""
        return tanda in self.isi

    def tambah(self, tanda: str) -> None:
        """Remember an ended login."""
        self.isi[tanda] = None
        while len(self.isi) > self.kapasitas:
            self.isi.popitem(last=False)


@dataclass(slots=True)
class Loket:
    """Issues and reads tickets.

    Attributes:
        kunci_proses: signs when the settings hold no key; such tickets end with the process.
        jam: clock in seconds since 1970, for the tests.
        cabutan: where revoked tickets are remembered; the dashboard's own counter asks the store.
    """

    kunci_proses: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    jam: Callable[[], float] = time.time
    cabutan: Cabutan = field(default_factory=CabutanIngatan)

    def terbitkan(self, pengaturan: Pengaturan, akun: Akun) -> str:
        """Return the text of a new ticket for an account."""
        return str(self._penanda(pengaturan).dumps([akun.nama, akun.sidik, secrets.token_urlsafe(12)]))

    def akun(self, pengaturan: Pengaturan, teks: str) -> Akun | None:
        """Return the account a ticket stands for today.

        None when it is forged, expired or revoked, or when the account is gone or has another password by now.
        """
        tiket = self._baca(pengaturan, teks)
        if tiket is None:
            return None
        umur = self.jam() - tiket.mulai
        if umur < -_KELONGGARAN and not self.cabutan.ada(_tanda(tiket)):
            self.cabut(pengaturan, teks)  # or it would be good again once the clock has caught up with it
        if not -_KELONGGARAN <= umur <= pengaturan.umur_detik:
            return None
        akun = pengaturan.akun.get(tiket.nama.casefold())
        sah = akun is not None and akun.sidik == tiket.sidik
        return akun if sah and not self.cabutan.ada(_tanda(tiket)) else None

    def cabut(self, pengaturan: Pengaturan, teks: str) -> None:
        """Revoke a ticket: windows that are still open lose it too, whichever process serves them."""
        if tiket := self._baca(pengaturan, teks):
            self.cabutan.tambah(_tanda(tiket))

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


def _tanda(tiket: Tiket) -> str:
    return tanda("akun", tiket.nomor)


class _Stempel(TimestampSigner):
    """Dates what it signs by the clock of its counter."""

    def __init__(self, *isi: Any, jam: Callable[[], float], **cara: Any) -> None:
        super().__init__(*isi, **cara)
        self._jam = jam

    def get_timestamp(self) -> int:
        """Return the whole second since 1970."""
        return max(0, int(self._jam()))
