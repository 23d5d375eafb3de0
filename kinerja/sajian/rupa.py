"""Colour, symbol and word of a grade: the one definition for screen, slide and sheet.

The palette survives colour blindness and printing; colour never stands without its symbol and word.
"""

from dataclasses import dataclass

from kinerja.model.istilah import STATUS_TERCAPAI, Status
from kinerja.nilai.skala import Pita, Skala


@dataclass(frozen=True, slots=True)
class Rupa:
    """How a grade looks: background, text on it, symbol."""

    warna: str
    warna_teks: str
    simbol: str


PALET: tuple[Rupa, ...] = (
    Rupa("#08519C", "#FFFFFF", "▲▲"),
    Rupa("#4292C6", "#000000", "▲"),
    Rupa("#8C8C8C", "#000000", "●"),
    Rupa("#D9730D", "#000000", "▼"),
    Rupa("#8C2D04", "#FFFFFF", "▼▼"),
)
"""Best to worst."""
TAK_TERSEDIA = Rupa("#E3E3E3", "#000000", "–")
SENDIRI = "#08519C"
LAIN = "#B8C4D0"
TARGET = "#1B1B1B"
BAIK, BURUK, NETRAL = "#08519C", "#8C2D04", "#6B6B6B"


def rupa_pita(skala: Skala, pita: Pita | None) -> Rupa:
    """Return the look of a grade; scales of any length are spread over the five colours."""
    if pita is None:
        return TAK_TERSEDIA
    letak = skala.pita.index(pita)
    terakhir = max(1, len(skala.pita) - 1)
    return PALET[round(letak * (len(PALET) - 1) / terakhir)]


def rupa_predikat(skala: Skala, predikat: str | None) -> Rupa:
    """Return the look of a grade by its word."""
    return rupa_pita(skala, skala.cari(predikat) if predikat else None)


def simbol_status(status: Status | None) -> str:
    """Return the symbol of a status: reached, not reached, unknown."""
    if status is None:
        return "–"
    return "✓" if status in STATUS_TERCAPAI else "✗"


def panah(selisih_positif: bool | None) -> str:
    """Return the arrow of a change by the direction of the figure, not by its goodness."""
    return "=" if selisih_positif is None else ("↑" if selisih_positif else "↓")
