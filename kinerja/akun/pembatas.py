"""Slowing down whoever guesses passwords: after some failures the wait doubles; memory stays bounded."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock

LUPA = 3600.0
"""Seconds after which failures are forgotten; longer than the longest wait."""


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

    def catat(self, kunci: str) -> None:
        """Count a failed attempt."""
        kini = self.jam()
        with self._kunci:
            jumlah, terakhir = self._gagal.pop(kunci, (0, kini))
            self._gagal[kunci] = (1 if kini - terakhir > LUPA else jumlah + 1, kini)
            while len(self._gagal) > self.kapasitas:
                self._gagal.popitem(last=False)

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
