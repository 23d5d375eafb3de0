"""Slowing down whoever guesses passwords: after some failures the wait doubles; memory stays bounded."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock

LUPA = 3600.0
"""Seconds after which failures are forgotten; longer than the longest wait."""


ASING_MAKS = 1000
"""Names that are no account and are remembered."""


@dataclass(slots=True, kw_only=True)
class Pembatas:
    """Counts failures by key: a name or a client.

    An attempt is counted before the password is looked at and taken back when it was right; attempts made at the same
    moment cannot slip through together.

    Attributes:
        batas: failures without a wait.
        dasar: seconds of the first wait; each further failure doubles it.
        puncak: the longest wait.
        kapasitas: how many keys are remembered; the one that failed longest ago goes first.
        jam: clock in seconds, for the tests.
    """

    batas: int = 5
    dasar: float = 15.0
    puncak: float = 900.0
    kapasitas: int = 10_000
    jam: Callable[[], float] = time.monotonic
    _gagal: OrderedDict[str, tuple[int, float]] = field(default_factory=OrderedDict, init=False)
    _kunci: Lock = field(default_factory=Lock, init=False)

    def sisa(self, kunci: str) -> int:
        """Return the whole seconds a key must still wait; 0 when it may try."""
        with self._kunci:
            jumlah, terakhir = self._gagal.get(kunci, (0, 0.0))
            return max(0, ceil(terakhir + self._tunggu(jumlah) - self.jam())) if jumlah else 0

    def catat(self, kunci: str) -> int:
        """Count a failed attempt and return how many there are."""
        kini = self.jam()
        with self._kunci:
            jumlah, terakhir = self._gagal.pop(kunci, (0, kini))
            jumlah = 1 if kini - terakhir > LUPA else jumlah + 1
            self._gagal[kunci] = (jumlah, kini)
            while len(self._gagal) > self.kapasitas:
                self._gagal.popitem(last=False)
        return jumlah

    def tarik(self, kunci: str) -> None:
        """Take back one attempt that was right."""
        with self._kunci:
            jumlah, terakhir = self._gagal.pop(kunci, (0, 0.0))
            if jumlah > 1:
                self._gagal[kunci] = (jumlah - 1, terakhir)

    def lupakan(self, kunci: str) -> None:
        """Forget all failures of a key."""
        with self._kunci:
            self._gagal.pop(kunci, None)

    def __len__(self) -> int:
        return len(self._gagal)

    def _tunggu(self, jumlah: int) -> float:
        lebih = jumlah - self.batas
        return 0.0 if lebih < 0 else min(self.dasar * 2.0 ** min(lebih, 32), self.puncak)


class PembatasMasuk:
    """Slows down whoever guesses at logins: by client, by account from one client, and by account from all clients.

    One client adds at most its free attempts to what counts against an account everywhere: it cannot lock the account
    for its owner, who comes from elsewhere. Names that are no account are counted in the same way, so that a stranger
    cannot tell them apart, but in a memory of their own: they drive no account's count out.
    """

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        self._klien = Pembatas(batas=20, jam=jam)  # an office may share one address
        self._berdua = {True: Pembatas(jam=jam), False: Pembatas(kapasitas=ASING_MAKS, jam=jam)}
        self._semua = {True: Pembatas(batas=20, jam=jam), False: Pembatas(batas=20, kapasitas=ASING_MAKS, jam=jam)}

    def sisa(self, sasaran: str, klien: str, *, dikenal: bool) -> int:
        """Return the whole seconds until this client may try this account again; 0 when it may.

        Args:
            sasaran: key of the account, or the name that is none.
            klien: address or network of the client.
            dikenal: whether there is such an account.
        """
        berdua, semua = self._berdua[dikenal].sisa(_pasangan(sasaran, klien)), self._semua[dikenal].sisa(sasaran)
        return max(self._klien.sisa(klien), berdua, semua)

    def catat(self, sasaran: str, klien: str, *, dikenal: bool) -> None:
        """Count an attempt."""
        self._klien.catat(klien)
        berdua = self._berdua[dikenal]
        if berdua.catat(_pasangan(sasaran, klien)) <= berdua.batas:
            self._semua[dikenal].catat(sasaran)

    def berhasil(self, sasaran: str, klien: str) -> None:
        """Forget what was counted against an account whose password was right; the client keeps its other failures."""
        self._klien.tarik(klien)
        self._berdua[True].lupakan(_pasangan(sasaran, klien))
        self._semua[True].lupakan(sasaran)

    def __len__(self) -> int:
        return sum(map(len, (self._klien, *self._berdua.values(), *self._semua.values())))


def _pasangan(sasaran: str, klien: str) -> str:
    return f"{klien} {sasaran}"
