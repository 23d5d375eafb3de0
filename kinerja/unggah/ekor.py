"""What a process of an upload says on standard error: its end reaches the log, by kind and place, never its text."""

import logging
import re
from contextlib import suppress
from threading import Thread
from typing import IO

EKOR = 16_384
"""Bytes that are kept: the end, where a traceback has what happened."""
TUNGGU = 5.0
"""Seconds to wait for the end of what was said by a process that has ended."""
_CATATAN = logging.getLogger("dasbor.unggah")
_TEMPAT = re.compile(r'^ *File "(.+)", line (\d+), in (.+)$', re.MULTILINE)
_JENIS = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit))\b", re.MULTILINE)
_PALING = 20


class Ekor:
    """Reads a stream to its end, so that nobody waits for it to be read, and keeps the last of it."""

    def __init__(self, aliran: IO[bytes] | None) -> None:
        self._isi = b""
        self._aliran = aliran
        self._utas = Thread(target=self._baca, daemon=True)
        self._utas.start()

    def _baca(self) -> None:
        with suppress(OSError, ValueError):  # closed meanwhile
            while self._aliran is not None and (potongan := self._aliran.readline(EKOR)):
                self._isi = (self._isi + potongan)[-EKOR:]

    def catat(self, kode: int, *, sampai_akhir: bool) -> None:
        """Tell the log of a traceback, or of a process that ended before it had answered; `kode` is how it ended."""
        self._utas.join(TUNGGU)
        teks = self._isi.decode("utf-8", "replace")
        jejak = [f"{berkas}:{baris} {fungsi}" for berkas, baris, fungsi in _TEMPAT.findall(teks)][-_PALING:]
        if sampai_akhir and not jejak:
            return
        jenis = (_JENIS.findall(teks) or [""])[-1]
        _CATATAN.error("proses unggahan gagal", extra={"rincian": {"kode": kode, "jenis": jenis, "jejak": jejak}})
