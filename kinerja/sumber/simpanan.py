"""Objects that are dear to make: one of each while it lives, each made once, and only a handful alive at a time."""

import gc
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

JEDA_SAMPAH = 5.0
"""Seconds between two collections: each stops the whole process, and who asks in vain must not cause one."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Gembok:
    """A lock that goes when nobody waits at it."""

    def __init__(self) -> None:
        self.kunci = Lock()


class Simpanan(Generic[K, V]):
    """Keeps the main object and those used last; the main one waits for nobody who makes another.

    Args:
        disimpan: objects that are kept although nobody uses them, the main one among them.
        hidup: others that may live at the same time, whoever holds them.
        antre: how many may wait for one of the others to be made.
        sabar: seconds that each of them waits at most.
    """

    def __init__(self, disimpan: int, hidup: int, antre: int, sabar: float) -> None:
        self._lain_disimpan, self._lain_hidup, self._sabar = disimpan - 1, hidup, sabar
        self._hidup: WeakValueDictionary[K, V] = WeakValueDictionary()
        self._lain: OrderedDict[K, V] = OrderedDict()
        self._utama: tuple[K, V] | None = None
        self._gembok: WeakValueDictionary[K, _Gembok] = WeakValueDictionary()
        self._catatan = Lock()
        self._pembuatan = Lock()
        self._tempat = BoundedSemaphore(antre)
        self._sampah_lagi = 0.0

    def ada(self, kunci: K) -> V | None:
        """Return an object that lives; waits for nobody."""
        return self._hidup.get(kunci)

    def kunci(self) -> list[K]:
        """Return the keys of what lives."""
        return list(self._hidup)

    def utama(self, kunci: K, buat: Callable[[], V]) -> V:
        """Return the main object, made when it does not live; what was the main one before is one of the others now."""
        hasil = self._satu(kunci, buat)
        with self._catatan:
            lama, self._utama = self._utama, (kunci, hasil)
            self._lain.pop(kunci, None)
            if lama is not None and lama[0] != kunci:
                self._simpan(*lama)
        return hasil

    def lain(self, kunci: K, buat: Callable[[], V]) -> V | None:
        """Return another object; None when too many live, or too many wait for one to be made.

        They are made one after the other: whoever makes one computes, and the pages of the main one need the processor.
        """
        hasil = self.ada(kunci)
        if hasil is None:
            if not self._tempat.acquire(blocking=False):
                return None
            try:
                hasil = self._bergantian(kunci, buat)
            finally:
                self._tempat.release()
        if hasil is not None:
            with self._catatan:
                if self._utama is None or self._utama[0] != kunci:
                    self._simpan(kunci, hasil)
        return hasil

    def _bergantian(self, kunci: K, buat: Callable[[], V]) -> V | None:
        if not self._pembuatan.acquire(timeout=self._sabar):
            return None
        try:
            return self._satu(kunci, buat) if self.ada(kunci) is not None or self._ada_tempat() else None
        finally:
            self._pembuatan.release()

    def _ada_tempat(self) -> bool:
        """Tell whether one more may live; what only we keep makes room."""
        for _ in range(self._lain_disimpan + 1):
            with self._catatan:
                if self._banyak_lain() < self._lain_hidup:
                    return True
                if self._lain:
                    self._lain.popitem(last=False)
        if time.monotonic() >= self._sampah_lagi:
            self._sampah_lagi = time.monotonic() + JEDA_SAMPAH
            gc.collect()  # a session that ended refers to itself
        return self._banyak_lain() < self._lain_hidup

    def _banyak_lain(self) -> int:
        return sum(self._utama is None or k != self._utama[0] for k in self.kunci())

    def _satu(self, kunci: K, buat: Callable[[], V]) -> V:
        with self._catatan:
            gembok = self._gembok.setdefault(kunci, _Gembok())
        with gembok.kunci:
            hasil = self.ada(kunci)
            if hasil is None:
                hasil = self._hidup[kunci] = buat()
            return hasil

    def _simpan(self, kunci: K, isi: V) -> None:
        self._lain[kunci] = isi
        self._lain.move_to_end(kunci)
        while len(self._lain) > self._lain_disimpan:
            self._lain.popitem(last=False)
