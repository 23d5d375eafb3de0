"""Figures that may be missing: those that must stand, their sum, their order. None of it makes a zero of a gap."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")


class NilaiHilang(AssertionError):  # noqa: N818 - Indonesian, and the name already says it is a failure
    """A figure is missing where what was chosen before promises one: a fault of this code, never of a workbook."""


def pasti(nilai: T | None, apa: str) -> T:
    """Return a value that must stand here, because only what has one was chosen.

    Args:
        nilai: the value; a zero stands.
        apa: what it is, for whoever finds it missing.

    Raises:
        NilaiHilang: when it does not stand.
    """
    if nilai is None:
        raise NilaiHilang(f"{apa} tidak ada")
    return nilai


def jumlah_ada(angka: Iterable[Decimal | None]) -> Decimal | None:
    """Add the figures that stand; None where none does, which is not the same as nothing."""
    ada = [a for a in angka if a is not None]
    return sum(ada, Decimal(0)) if ada else None


def terbesar_dulu(angka: Decimal | int | None) -> tuple[bool, Decimal | int | None]:
    """Return the key that sorts the largest figure first and those without one last."""
    return angka is None, None if angka is None else -angka
