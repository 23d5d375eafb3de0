"""XML of tables, element by element and with nothing in it that leads elsewhere; runs in the reading child only."""

from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from kinerja.buku.rapi.padat import TerlaluPadat

_SUAPAN = 1024 * 1024


class _Suapan:
    """Bytes for the parser in large pieces, their elements counted."""

    def __init__(self, sumber: IO[bytes], unsur: int) -> None:
        self._baca = partial(sumber.read, _SUAPAN)
        self._unsur = self._sisa = unsur

    def read(self, _ukuran: int = -1) -> bytes:
        potongan = self._baca()
        self._sisa -= potongan.count(b"<")
        if self._sisa < 0:
            raise TerlaluPadat(f"bagiannya lebih dari {self._unsur} unsur")
        return potongan


def unsur_xml(sumber: IO[bytes], unsur: int) -> Iterator[tuple[str, Any]]:
    """Yield the beginning and the end of every element, with their events "start" and "end".

    Raises:
        TerlaluPadat: when there are more elements than that, beginnings and ends counted each.
        Exception: when it is no XML, or has entities of its own.
    """
    from defusedxml.ElementTree import iterparse

    yield from iterparse(_Suapan(sumber, unsur), events=("start", "end"))


def nama(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def bilangan(teks: str | None, bawaan: int, paling_banyak: int) -> int:
    """Return a whole number that an attribute tells, within 0 and a limit."""
    return min(int(teks), paling_banyak) if teks and teks.isascii() and teks.isdigit() and len(teks) < 12 else bawaan
