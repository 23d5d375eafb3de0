"""Where labels stand: beside their points, or along an edge, clear of what must stay readable."""

from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar

T = TypeVar("T")


def tempatkan(
    calon: Sequence[Sequence[T]], rugi: Callable[[T, Sequence[T]], float], *, putaran: int = 1, cukup: float = -inf
) -> list[T | None]:
    """Choose a place for every label: of its own the one that costs least, the first of equals.

    Args:
        calon: the places that each label may take, the nicest first; labels are placed in this order.
        rugi: what a place costs, given the places of all other labels that stand so far; infinite where it must not be.
        putaran: how often all are placed; again with the others in place settles what the first round could not know.
        cukup: a cost at which no better place is looked for; with many labels most then take their first at once.

    Returns:
        The place of each label; None where every place costs infinitely much, and the label is left out.
    """
    letak: list[T | None] = [None] * len(calon)
    for _ in range(putaran):
        for n, pilihan in enumerate(calon):
            letak[n] = None
            lain, terkecil = [k for k in letak if k is not None], inf
            for satu in pilihan:
                if (biaya := rugi(satu, lain)) < terkecil:
                    letak[n], terkecil = satu, biaya
                if terkecil <= cukup:
                    break
    return letak


def renggangkan(letak: Sequence[float], jarak: float) -> list[float]:
    """Push rising positions between 0 and 1 apart until neighbours keep a distance, moving each as little as needed.

    Those that touch share out the room around their mean; where all together need more than there is, the first
    stands at 0.
    """
    kelompok: list[tuple[float, int]] = []
    for nomor, y in enumerate(letak):
        jumlah, banyak = y - nomor * jarak, 1
        while kelompok and kelompok[-1][0] / kelompok[-1][1] >= jumlah / banyak:
            jumlah_lalu, banyak_lalu = kelompok.pop()
            jumlah, banyak = jumlah + jumlah_lalu, banyak + banyak_lalu
        kelompok.append((jumlah, banyak))
    rata = [jumlah / banyak for jumlah, banyak in kelompok for _ in range(banyak)]
    ruang = max(0.0, 1 - (len(rata) - 1) * jarak)
    return [min(max(y, 0.0), ruang) + nomor * jarak for nomor, y in enumerate(rata)]
