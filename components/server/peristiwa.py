"""Where logins and logouts are told: to the log of the process, and to whoever registers for them."""

import logging
from typing import Protocol

from components.server.jurnal import satu_baris, tulis

MASUK = "masuk"
GAGAL = "masuk gagal"
KELUAR = "keluar"


class Pencatat(Protocol):
    """Takes an event; `oleh` is a known name or says that it is not known, `rincian` never holds a password."""

    def __call__(self, peristiwa: str, oleh: str, **rincian: str) -> None:
        """Write one event down."""


_pencatat: Pencatat | None = None


def pasang_pencatat(pencatat: Pencatat | None) -> None:
    """Send events to `pencatat` too from now on; None leaves them to the log of the process alone."""
    global _pencatat
    _pencatat = pencatat


def catat(peristiwa: str, oleh: str, **rincian: str) -> None:
    """Tell of an event; a failing log never keeps anybody from logging in or out."""
    bersih = {kunci: satu_baris(isi) for kunci, isi in rincian.items()}
    tulis(peristiwa, oleh=oleh, **bersih)
    if _pencatat is None:
        return
    try:
        _pencatat(peristiwa, satu_baris(oleh), **bersih)
    except Exception as galat:
        tulis(f"peristiwa {peristiwa} tidak tercatat", logging.ERROR, galat)
