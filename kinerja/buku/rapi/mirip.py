"""Which name of ours was meant by one that is not: a sheet "Capaian (2)", a column "Realisasi s.d. TW III"."""

import re
from collections.abc import Iterable

from kinerja.nilai.nama import samakan

_KATA = re.compile(r"\w+")
_SEBUTAN = {"triwulan": "periode", "tw": "periode", "kuartal": "periode"}
"""What else offices call a column of ours, where the words have nothing in common."""
MIRIP = 0.8
"""How alike two words are that a slip of the finger tells apart."""


def nama_dimaksud(tertulis: str, nama: Iterable[str]) -> str | None:
    """Return the name that `tertulis` most likely means, None when it resembles none.

    A name is meant where it stands whole within the other (the longest one wins), where the other begins it, where
    offices call it so, or where a letter or two tell them apart.
    """
    kata = _kata(tertulis)
    semua = {_kata(n): n for n in nama}
    kata = _kata(_SEBUTAN.get(" ".join(kata), tertulis))
    memuat = [k for k in semua if any(kata[i : i + len(k)] == k for i in range(len(kata) - len(k) + 1))]
    if memuat:
        return semua[max(memuat, key=lambda k: len(" ".join(k)))]
    awal = [k for k in semua if kata and k[: len(kata)] == kata]
    if len(awal) == 1:
        return semua[awal[0]]
    from difflib import get_close_matches  # few workbooks have a name that needs it

    dekat = get_close_matches(" ".join(kata), [" ".join(k) for k in semua], n=1, cutoff=MIRIP)
    return semua[_kata(dekat[0])] if dekat else None


def _kata(teks: str) -> tuple[str, ...]:
    return tuple(_KATA.findall(samakan(teks)))
