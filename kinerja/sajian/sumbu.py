"""Round steps of an axis, for every medium that chooses its own."""

from collections.abc import Sequence
from math import floor, log10

KELIPATAN = (1, 2, 2.5, 5, 10)
"""Steps that are read at a glance, times a power of ten."""


def langkah_bulat(jarak: float, kelipatan: Sequence[float] = KELIPATAN) -> float:
    """Return the round step next at or above a distance: one of rising multiples, 10 the last, of a power of ten."""
    pangkat: float = 10.0 ** floor(log10(jarak)) if jarak > 0 else 1.0
    # What misses a step by the error of a division only, has it.
    return next(n * pangkat for n in kelipatan if n * pangkat >= jarak * (1 - 1e-9))
