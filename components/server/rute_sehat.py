"""Health for proxies and supervisors: /sehat says that the process answers, /sehat/siap that it can serve."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.server.henti import sedang_berhenti
from components.server.jurnal import tulis
from kinerja.sumber.sehat import Kesiapan, Sebab, kesiapan

HIDUP, SIAP = "/sehat", "/sehat/siap"
BATAS = 0.6
"""Seconds after which the answer is "not ready", however long the store takes."""
_SELANG = 0.02


class Pemeriksaan:
    """One look at the store, in a thread of its own: one that hangs holds neither the server nor its end."""

    def __init__(self, periksa: Callable[[], Kesiapan]) -> None:
        self.hasil: Kesiapan | None = None
        self._periksa = periksa
        threading.Thread(target=self._jalan, daemon=True).start()

    def _jalan(self) -> None:
        try:
            self.hasil = self._periksa()
        except Exception as galat:
            tulis("pemeriksaan kesehatan gagal", logging.ERROR, galat)
            self.hasil = Kesiapan(sebab=Sebab.TERKENDALA)

    async def tunggu(self, batas: float) -> Kesiapan:
        """Return what was seen, or that nothing was seen in time."""
        akhir = time.monotonic() + batas
        # Not the server's pool of threads: requests that wait for the same store may have taken all of it.
        while self.hasil is None and time.monotonic() < akhir:
            await asyncio.sleep(_SELANG)
        return self.hasil or Kesiapan(sebab=Sebab.BELUM)


_KINI: Pemeriksaan | None = None


def _pemeriksaan() -> Pemeriksaan:
    """Return the look that is being taken, or begin one: however many ask, the store is asked once at a time."""
    global _KINI
    if _KINI is None or _KINI.hasil is not None:
        _KINI = Pemeriksaan(kesiapan)
    return _KINI


async def hidup(permintaan: Request) -> JSONResponse:
    """Answer that the process lives; asks nothing of the store."""
    return _jawab(200, {"hidup": True})


async def siap(permintaan: Request) -> JSONResponse:
    """Answer whether visitors may be sent here: 200, or 503 with the reason in general words."""
    keadaan = Kesiapan(sebab=Sebab.BERHENTI) if sedang_berhenti() else await _pemeriksaan().tunggu(BATAS)
    isi = {"hidup": True, "siap": keadaan.siap, "versi": keadaan.versi, "sebab": keadaan.sebab.value}
    return _jawab(200 if keadaan.siap else 503, isi)


def _jawab(status: int, isi: Mapping[str, object]) -> JSONResponse:
    return JSONResponse(isi, status, headers={"cache-control": "no-store"})


def rute_sehat() -> list[Route]:
    """Return the routes of health."""
    return [Route(HIDUP, hidup), Route(SIAP, siap)]
