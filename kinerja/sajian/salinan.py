"""A page as plain text for a message: headline, what it is about, key figures, source, version and link."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja.sajian.asal import kalimat_asal

PALING_BANYAK = 8
"""A message of more key figures is not read on a phone."""


@dataclass(frozen=True, slots=True)
class Topik:
    """What a view is about: the page, then whose figures, which year, which part."""

    halaman: str
    tentang: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write it as it stands under the headline."""
        return " · ".join(t for t in (self.halaman, *self.tentang) if t)


@dataclass(frozen=True, slots=True)
class Salinan:
    """What a page gives to be copied: its headline as it is read, what it is about, its key figures."""

    judul: str
    topik: Topik
    butir: tuple[str, ...] = ()

    def berisi(self, butir: Iterable[str]) -> "Salinan":
        """Return the same with key figures."""
        return replace(self, butir=tuple(butir))


def teks_salinan(judul: str, tentang: str, butir: Sequence[str], sumber: Iterable[str], versi: str, tautan: str) -> str:
    """Write a message: plain text, one thing a line, the link alone on the last so that every reader finds its end.

    Args:
        judul: the headline.
        tentang: page, OPD and year.
        butir: key figures; the first eight are taken.
        sumber: where the figures are printed.
        versi: the version of the data.
        tautan: the address of the view.
    """
    isi = [b for b in map(polos, butir) if b][:PALING_BANYAK]
    asal = kalimat_asal(map(polos, sumber), polos(versi))
    baris = [polos(judul), polos(tentang), *(f"- {b}" for b in isi), asal, polos(tautan)]
    return "\n".join(b for b in baris if b)


def polos(teks: str) -> str:
    """Return text that stays on its line: white space of any kind is one space, control characters are gone."""
    # Category C also holds the marks that turn the direction of writing round, with which a text can hide another.
    return " ".join("".join(h for h in teks if h.isspace() or unicodedata.category(h)[0] != "C").split())


def secukupnya(butir: Iterable[str], sebutan: str) -> tuple[str, ...]:
    """Return key figures that fit; of more, the first ones and how many others of `sebutan` there are."""
    semua = tuple(butir)
    if len(semua) <= PALING_BANYAK:
        return semua
    return (*semua[: PALING_BANYAK - 1], f"dan {len(semua) - PALING_BANYAK + 1} {sebutan} lain")
