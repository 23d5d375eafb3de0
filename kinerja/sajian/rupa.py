"""Colour, symbol and word of a grade: the one definition for screen, slide and sheet.

The palette survives colour blindness and printing; colour never stands without its symbol and word.
"""

from dataclasses import dataclass

from kinerja.model.istilah import STATUS_TERCAPAI, Status
from kinerja.nilai.skala import Pita, Skala
from kinerja.sajian.warna import (
    BIRU,
    BIRU_MUDA,
    BIRU_PUCAT,
    BIRU_SAMAR,
    BIRU_SEDANG,
    BIRU_TUA,
    COKELAT,
    HITAM,
    JINGGA,
    KELABU,
    KELABU_BIRU,
    KELABU_PUCAT,
    KELABU_TUA,
    PUTIH,
    TINTA,
)


@dataclass(frozen=True, slots=True)
class Rupa:
    """How a grade looks: background, text on it, symbol."""

    warna: str
    warna_teks: str
    simbol: str


PALET: tuple[Rupa, ...] = (
    Rupa(BIRU_TUA, PUTIH, "▲▲"),
    Rupa(BIRU, HITAM, "▲"),
    Rupa(KELABU, HITAM, "●"),
    Rupa(JINGGA, HITAM, "▼"),
    Rupa(COKELAT, PUTIH, "▼▼"),
)
"""Best to worst."""
PERINGKAT: tuple[Rupa, ...] = (
    Rupa(BIRU_TUA, PUTIH, ""),
    Rupa(BIRU_SEDANG, HITAM, ""),
    Rupa(BIRU_MUDA, HITAM, ""),
    Rupa(BIRU_PUCAT, HITAM, ""),
    Rupa(BIRU_SAMAR, HITAM, ""),
)
"""One hue, dark for the first ranks: a rank is not a predikat and must not borrow its colours."""
TAK_TERSEDIA = Rupa(KELABU_PUCAT, HITAM, "–")
SENDIRI = BIRU_TUA
LAIN = KELABU_BIRU
TARGET = TINTA
BAIK, BURUK, NETRAL = BIRU_TUA, COKELAT, KELABU_TUA


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
