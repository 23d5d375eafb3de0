"""Turns of uploads: two are checked at a time in this process, the others wait in order and see their place.

What waits is asked again and again whether somebody still waits for it; an upload whose person went away leaves its
place at once. Turns are those of one process: two processes of the dashboard check two uploads each.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

from kinerja.nilai.galat import Ditolak

SERENTAK = 2
"""Uploads that are checked at the same time; each may take the memory of a process of its own."""
MENUNGGU_MAKS = 20
"""Uploads that wait at most."""
SELANG = 0.5
"""Seconds after which whoever waits is told its place again."""


class Antrean:
    """A queue with so many places at its head."""

    def __init__(self, serentak: int = SERENTAK, menunggu: int = MENUNGGU_MAKS) -> None:
        self._serentak, self._batas = serentak, serentak + menunggu
        self._urutan: list[object] = []
        self._berubah = Condition()

    @contextmanager
    def giliran(self, lapor: Callable[[int], None], selang: float = SELANG) -> Iterator[None]:
        """Wait for a turn and hold it.

        Args:
            lapor: told how many are before, again and again while there is none; what it raises gives the place up.
            selang: seconds between.

        Raises:
            Ditolak: when too many wait already.
        """
        karcis = object()
        with self._berubah:
            if len(self._urutan) >= self._batas:
                raise Ditolak(
                    "Server sedang memeriksa banyak berkas. Tidak ada yang berubah; unggah lagi beberapa menit lagi"
                )
            self._urutan.append(karcis)
        try:
            while (di_depan := self._di_depan(karcis)) >= self._serentak:
                lapor(di_depan)
                with self._berubah:
                    self._berubah.wait_for(lambda: self._urutan.index(karcis) < di_depan, selang)
            yield
        finally:
            with self._berubah:
                self._urutan.remove(karcis)
                self._berubah.notify_all()

    def _di_depan(self, karcis: object) -> int:
        with self._berubah:
            return self._urutan.index(karcis)


ANTREAN = Antrean()
"""The queue of this process."""
