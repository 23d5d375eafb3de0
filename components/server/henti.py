"""Stopping without tearing: no new session, what is being imported is finished, and an end in any case.

On SIGTERM the process says that it is not ready, refuses new sessions, waits for imports, then lets the server close
its connections. Whatever then still hangs ends with the process; a version is published in one transaction, so that the
store keeps the old one whole.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from components.server.jurnal import tulis

JEDA, BATAS = "KINERJA_HENTI_JEDA", "KINERJA_HENTI_BATAS"
"""Seconds to say "not ready" before connections close (0), and seconds after which the process ends anyhow (20)."""
SISA_TUTUP = 3.0
"""Seconds that are kept for closing connections."""
_SELANG = 0.05
_KODE = 128 + signal.SIGTERM
_BERHENTI = threading.Event()
_KUNCI = threading.Lock()
_JALAN: list[str] = []


class PengaturanHentiSalah(ValueError):  # noqa: N818 - Indonesian for "wrong setting"
    """A number of seconds in the environment is none."""


def sedang_berhenti() -> bool:
    """Tell whether this process was asked to end."""
    return _BERHENTI.is_set()


@contextmanager
def pekerjaan(nama: str) -> Iterator[None]:
    """Mark something that should be finished before the process ends."""
    with _KUNCI:
        _JALAN.append(nama)
    try:
        yield
    finally:
        with _KUNCI:
            _JALAN.remove(nama)


def pasang_henti() -> None:
    """Put our way to stop before the server's own; call it when the server runs, in its main thread."""
    jeda, batas = _detik(JEDA, "0"), _detik(BATAS, "20")
    if threading.current_thread() is not threading.main_thread():
        return
    lanjut = signal.getsignal(signal.SIGTERM)
    if callable(lanjut):
        signal.signal(signal.SIGTERM, partial(_terima, partial(_tutup, lanjut, jeda, batas), lanjut))


def _detik(nama: str, bawaan: str) -> float:
    isi = os.environ.get(nama, bawaan)
    if not isi.isdecimal():
        raise PengaturanHentiSalah(f"{nama} berisi “{isi}”, bukan bilangan bulat detik")
    return float(isi)


def _terima(tutup: Callable[[], None], lanjut: Callable[..., Any], nomor: int, bingkai: FrameType | None) -> None:
    if _BERHENTI.is_set():
        lanjut(nomor, bingkai)  # asked twice: at once
    else:
        _BERHENTI.set()
        # The rest waits and writes to the log; a signal handler may do neither.
        threading.Thread(target=tutup, daemon=True).start()


def _tutup(lanjut: Callable[..., Any], jeda: float, batas: float) -> None:
    akhir = time.monotonic() + batas
    tulis("diminta berhenti", pekerjaan=len(_JALAN), batas_detik=batas)
    _tunggu(time.monotonic() + jeda, akhir - SISA_TUTUP)
    lanjut(signal.SIGTERM, None)
    time.sleep(max(0.0, akhir - time.monotonic()))
    tulis("berhenti paksa", pekerjaan=len(_JALAN))
    os._exit(_KODE)


def _tunggu(jeda: float, akhir: float) -> None:
    """Wait for the pause and for what is being done, but not beyond the end."""
    while time.monotonic() < akhir and (_JALAN or time.monotonic() < jeda):
        time.sleep(_SELANG)


class PenolakSesi:
    """ASGI layer: a process that ends takes no new session; the proxy asks another one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it opens a session."""
        if scope["type"] == "websocket" and sedang_berhenti():
            sambungan = WebSocket(scope, receive, send)
            await sambungan.send_denial_response(PlainTextResponse("Server sedang berhenti", 503))
        else:
            await self.app(scope, receive, send)
