"""The log of the process: one line an event on standard error, as JSON when KINERJA_LOG=json, else to be read.

An exception is told by its kind and its place in the code. Its text stays out: it may quote a workbook or a setting.
"""

import io
import json
import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

from components.server.batas.baris import PenghitungBaris

DASBOR = logging.getLogger("dasbor")
_TERPANJANG, _PESAN_TERPANJANG, _JEJAK_TERPANJANG = 120, 2_000, 40
_PENGHITUNG = PenghitungBaris()


def tulis(
    peristiwa: str, tingkat: int = logging.INFO, galat: BaseException | None = None, /, **rincian: object
) -> None:
    """Write an event; `rincian` are names and numbers, never secrets and no text of a workbook."""
    DASBOR.log(tingkat, peristiwa, exc_info=galat, extra={"rincian": rincian})


def pasang_jurnal() -> None:
    """Send our events, and in JSON whatever else is written too, to standard error; may be called again."""
    DASBOR.setLevel(logging.INFO)
    logging.getLogger("streamlit.error_util").addFilter(_belum_ditulis)
    bentuk = FormatJson() if os.environ.get("KINERJA_LOG") == "json" else FormatTeks()
    if not any(isinstance(p.formatter, FormatTeks | FormatJson) for p in logging.root.handlers):
        logging.root.addHandler(logging.StreamHandler(sys.stderr))
        logging.root.handlers[-1].setFormatter(bentuk)
    sys.excepthook = _tak_tertangkap
    threading.excepthook = lambda h: _tak_tertangkap(h.exc_type, h.exc_value, h.exc_traceback)
    for penangan in _penangan():
        penangan.addFilter(_PENGHITUNG)
        if isinstance(bentuk, FormatJson):
            penangan.setFormatter(bentuk)
    if isinstance(bentuk, FormatJson):
        logging.captureWarnings(True)
        for nama in ("stdout", "stderr"):
            if not isinstance(aliran := getattr(sys, nama), AliranJson):
                setattr(sys, nama, AliranJson(aliran, nama))


def catat_berulang() -> None:
    """Write how many lines were counted instead of written, of each kind whose while is over."""
    for b in _PENGHITUNG.selesai():
        tulis("baris log berulang", logging.WARNING, asal_baris=b.asal, baris=b.peristiwa, tidak_ditulis=b.jumlah)


def _tak_tertangkap(jenis: type[BaseException], galat: BaseException | None, jejak: TracebackType | None) -> None:
    """Tell of what nobody caught as of any exception: without its text, which may quote a workbook."""
    if not issubclass(jenis, SystemExit | KeyboardInterrupt):
        DASBOR.error("galat tak tertangkap", exc_info=(jenis, galat or jenis(), jejak))


class AliranJson(io.TextIOBase):
    """A stream on which every line is JSON: what some library prints becomes the event of a line."""

    def __init__(self, asli: TextIO, nama: str) -> None:
        self._asli, self._nama, self._sisa = asli, nama, ""
        self._kunci = threading.RLock()

    def write(self, teks: str) -> int:
        """Write whole lines; what no line break has ended waits for it."""
        with self._kunci:
            *baris, self._sisa = (self._sisa + teks).split("\n")
            for b in baris:
                if b.strip():
                    self._asli.write(f"{self._json(b)}\n")
        return len(teks)

    def _json(self, baris: str) -> str:
        if baris.startswith("{"):  # our own formatter's
            return baris
        isi = logging.makeLogRecord({"name": self._nama, "levelname": "INFO", "msg": "%s", "args": (baris,)})
        return FormatJson().format(isi)

    def flush(self) -> None:
        """Hand on what was written."""
        self._asli.flush()

    def fileno(self) -> int:
        """Return the descriptor below."""
        return self._asli.fileno()

    def isatty(self) -> bool:
        """Tell whether somebody looks at it."""
        return False


def _belum_ditulis(catatan: logging.LogRecord) -> bool:
    """Leave out what Streamlit says of an exception in a page: components.server.galat writes it, with its number."""
    return catatan.getMessage() != "Uncaught app exception"


def _penangan() -> Iterator[logging.Handler]:
    """Yield our handler, and those that Streamlit and Uvicorn gave their own loggers."""
    for pencatat in (logging.root, *logging.root.manager.loggerDict.values()):
        if isinstance(pencatat, logging.Logger):
            yield from (p for p in pencatat.handlers if type(p) is logging.StreamHandler)


class FormatJson(logging.Formatter):
    """One JSON object a line: waktu (UTC), tingkat, asal, proses, peristiwa, the details, and galat."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        isi = {
            "waktu": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "tingkat": record.levelname,
            "asal": record.name,
            "proses": record.process,
            "peristiwa": record.getMessage()[:_PESAN_TERPANJANG],
            **_rincian(record),
        }
        if record.exc_info and record.exc_info[0]:
            isi["galat"] = {"jenis": record.exc_info[0].__name__, "jejak": _jejak(record.exc_info[2])}
        return json.dumps(isi, ensure_ascii=False, default=str)


class FormatTeks(logging.Formatter):
    """A line that is read: time of this machine, level, event, details; an exception's places follow below."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        rincian = "".join(f" {k}={v}" for k, v in _rincian(record).items() if v not in ("", None))
        baris = f"{self.formatTime(record)} {record.levelname} {record.getMessage()[:_PESAN_TERPANJANG]}{rincian}"
        if record.exc_info and record.exc_info[0]:
            jejak = "".join(f"\n  {b}" for b in _jejak(record.exc_info[2]))
            baris += f"\nTraceback: {record.exc_info[0].__name__}{jejak}"
        return baris


def _rincian(catatan: logging.LogRecord) -> dict[str, Any]:
    isi: dict[str, Any] = getattr(catatan, "rincian", {})
    return {k: satu_baris(v) if isinstance(v, str) else v for k, v in isi.items()}


def _jejak(jejak: TracebackType | None) -> list[str]:
    return [f"{b.filename}:{b.lineno} {b.name}" for b in traceback.extract_tb(jejak)[-_JEJAK_TERPANJANG:]]


def satu_baris(teks: str) -> str:
    """Return a text without breaks and control characters, cut to a bearable length."""
    return "".join(h if h.isprintable() else " " for h in teks)[:_TERPANJANG]
