"""Where logins and logouts are told: to the log of the process, and to whoever registers for them."""

import logging
from typing import Protocol

MASUK = "masuk"
GAGAL = "masuk gagal"
KELUAR = "keluar"
_CATATAN = logging.getLogger("dasbor.masuk")
_TERPANJANG = 120


class Pencatat(Protocol):
    """Takes an event; `oleh` is a known name or says that it is not known, `rincian` never holds a password."""

    def __call__(self, peristiwa: str, oleh: str, **rincian: str) -> None:
        """Write one event down."""


def _ke_log(peristiwa: str, oleh: str, **rincian: str) -> None:
    _CATATAN.info("%s: %s %s", peristiwa, oleh, rincian)


_pencatat: Pencatat = _ke_log


def pasang_pencatat(pencatat: Pencatat | None) -> None:
    """Send events to `pencatat` from now on; None sends them to the log of the process again."""
    global _pencatat
    _pencatat = pencatat or _ke_log


def catat(peristiwa: str, oleh: str, **rincian: str) -> None:
    """Tell of an event; a failing log never keeps anybody from logging in or out."""
    bersih = {kunci: _satu_baris(isi) for kunci, isi in rincian.items()}
    try:
        _pencatat(peristiwa, _satu_baris(oleh), **bersih)
    except Exception:
        _CATATAN.exception("peristiwa %s tidak tercatat", peristiwa)


def _satu_baris(teks: str) -> str:
    return "".join(h if h.isprintable() else " " for h in teks)[:_TERPANJANG]
