"""Rows put together by what they have in common."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def menurut(isi: Iterable[T], kunci: Callable[[T], K]) -> dict[K, list[T]]:
    """Return what has the same key together, in the order in which each key and each member comes first."""
    return himpun((kunci(satu), satu) for satu in isi)


def himpun(pasangan: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    """Return what stands beside the same key together, in the order in which each key and each member comes first."""
    hasil: dict[K, list[T]] = {}
    for kunci, satu in pasangan:
        hasil.setdefault(kunci, []).append(satu)
    return hasil
