"""Lines of the log that repeat: the first ones are written, the others counted, whoever makes how many of them."""

import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

PALING, SELANG, JENIS = 50, 60.0, 200
"""Lines of a kind that are written within so many seconds, and kinds that are told apart."""
_NOMOR = re.compile(r"[0-9a-f]{6,}|[0-9]+")
_PANJANG = 80


@dataclass(slots=True)
class _Hitungan:
    mulai: float
    banyak: int = 0


@dataclass(frozen=True, slots=True)
class Berulang:
    """Lines that were counted: whose, what they said, and how many were not written."""

    asal: str
    peristiwa: str
    jumlah: int


class PenghitungBaris(logging.Filter):
    """Filter of every handler: lets the first lines of a kind through.

    A kind is a logger, a level, a text without its numbers, and the place where an exception came from.
    """

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._jam = jam
        self._kunci = threading.Lock()
        self._hitungan: dict[tuple[str, ...], _Hitungan] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is written; asked by several handlers, it counts once."""
        tertulis: bool | None = getattr(record, "tertulis", None)
        if tertulis is None:
            tertulis = record.tertulis = self._hitung(_jenis(record))
        return tertulis

    def _hitung(self, jenis: tuple[str, ...]) -> bool:
        with self._kunci:
            if jenis not in self._hitungan and len(self._hitungan) >= JENIS:
                jenis = ("", "", "lain-lain", "")
            hitungan = self._hitungan.setdefault(jenis, _Hitungan(self._jam()))
            hitungan.banyak += 1
            return hitungan.banyak <= PALING

    def selesai(self) -> list[Berulang]:
        """Take what was counted long enough; its kind is written again from now on."""
        batas = self._jam() - SELANG
        with self._kunci:
            habis = [(j, h) for j, h in self._hitungan.items() if h.mulai <= batas]
            for jenis, _ in habis:
                del self._hitungan[jenis]
        return [Berulang(j[0], j[2], h.banyak - PALING) for j, h in habis if h.banyak > PALING]


def _jenis(record: logging.LogRecord) -> tuple[str, ...]:
    tempat = ""
    jejak = record.exc_info[2] if record.exc_info else None
    while jejak is not None:  # the last place is where it happened
        tempat, jejak = f"{jejak.tb_frame.f_code.co_filename}:{jejak.tb_lineno}", jejak.tb_next
    return record.name, record.levelname, _NOMOR.sub("#", str(record.msg)[:_PANJANG]), tempat
