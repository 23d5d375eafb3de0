"""The log of the process: one line an event on standard error, as JSON when KINERJA_LOG=json, else to be read.

An exception is told by its kind and its place in the code. Its text stays out: it may quote a workbook or a setting.
"""

import json
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

DASBOR = logging.getLogger("dasbor")
_TERPANJANG = 120


def tulis(
    peristiwa: str, tingkat: int = logging.INFO, galat: BaseException | None = None, /, **rincian: object
) -> None:
    """Write an event; `rincian` are names and numbers, never secrets and no text of a workbook."""
    DASBOR.log(tingkat, peristiwa, exc_info=galat, extra={"rincian": rincian})


def pasang_jurnal() -> None:
    """Send our events, and in JSON those of the server too, to standard error; may be called again."""
    DASBOR.setLevel(logging.INFO)
    logging.getLogger("streamlit.error_util").addFilter(_belum_ditulis)
    bentuk = FormatJson() if os.environ.get("KINERJA_LOG") == "json" else FormatTeks()
    if not any(isinstance(p.formatter, FormatTeks | FormatJson) for p in logging.root.handlers):
        logging.root.addHandler(logging.StreamHandler(sys.stderr))
        logging.root.handlers[-1].setFormatter(bentuk)
    if isinstance(bentuk, FormatJson):
        logging.captureWarnings(True)
        for penangan in _penangan_lain():
            penangan.setFormatter(bentuk)


def _belum_ditulis(catatan: logging.LogRecord) -> bool:
    """Leave out what Streamlit says of an exception in a page: components.server.galat writes it, with its number."""
    return catatan.getMessage() != "Uncaught app exception"


def _penangan_lain() -> Iterator[logging.Handler]:
    """Yield the handlers that Streamlit and Uvicorn gave their own loggers."""
    for pencatat in list(logging.root.manager.loggerDict.values()):
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
            "peristiwa": record.getMessage(),
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
        baris = f"{self.formatTime(record)} {record.levelname} {record.getMessage()}{rincian}"
        if record.exc_info and record.exc_info[0]:
            jejak = "".join(f"\n  {b}" for b in _jejak(record.exc_info[2]))
            baris += f"\nTraceback: {record.exc_info[0].__name__}{jejak}"
        return baris


def _rincian(catatan: logging.LogRecord) -> dict[str, Any]:
    isi: dict[str, Any] = getattr(catatan, "rincian", {})
    return {k: satu_baris(v) if isinstance(v, str) else v for k, v in isi.items()}


def _jejak(jejak: TracebackType | None) -> list[str]:
    return [f"{b.filename}:{b.lineno} {b.name}" for b in traceback.extract_tb(jejak)]


def satu_baris(teks: str) -> str:
    """Return a text without breaks and control characters, cut to a bearable length."""
    return "".join(h if h.isprintable() else " " for h in teks)[:_TERPANJANG]
