"""The log of the process: one line an event, JSON when asked for, an exception without its text."""

import json
import logging
import sys
import threading
import warnings

import pytest
from asgi import minta
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route

from components.server import jurnal
from components.server.batas.baris import PALING, SELANG, PenghitungBaris
from components.server.galat import GALAT
from components.server.jurnal import FormatJson, FormatTeks, pasang_jurnal, tulis

RAHASIA = "sandi yang tertulis di buku kerja"


def catatan(peristiwa="terbit", galat=None, **rincian):
    """Return the record that `tulis` makes."""
    hasil = []
    penangan = logging.Handler()
    penangan.emit = hasil.append
    jurnal.DASBOR.addHandler(penangan)
    try:
        tulis(peristiwa, logging.ERROR, galat, **rincian)
    finally:
        jurnal.DASBOR.removeHandler(penangan)
    return hasil[0]


def gagal():
    try:
        raise ValueError(RAHASIA)
    except ValueError as galat:
        return galat


def test_an_event_is_one_json_object_on_one_line():
    baris = FormatJson().format(catatan(versi=3, berkas="a\nb\x1b[31m" + "c" * 300))
    assert "\n" not in baris
    isi = json.loads(baris)
    assert (isi["peristiwa"], isi["tingkat"], isi["asal"], isi["versi"]) == ("terbit", "ERROR", "dasbor", 3)
    assert isi["waktu"].endswith("+00:00")
    assert isi["proses"] > 0
    assert isi["berkas"].startswith("a b [31mc")
    assert len(isi["berkas"]) == 120


@pytest.mark.parametrize("bentuk", [FormatJson, FormatTeks], ids=["json", "text"])
def test_an_exception_is_told_by_kind_and_place_and_never_by_its_text(bentuk):
    baris = bentuk().format(catatan("galat abc", gagal(), nomor="abc"))
    assert RAHASIA not in baris
    assert "ValueError" in baris
    assert "test_jurnal.py" in baris
    assert "gagal" in baris


def test_the_readable_form_has_level_event_and_details():
    baris = FormatTeks().format(catatan(versi=3, draf=None, oleh="siti"))
    assert baris.endswith("ERROR terbit versi=3 oleh=siti")


@pytest.fixture
def bersih(monkeypatch):
    """Loggers as a fresh process has them, and as they were before afterwards."""
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(jurnal, "_PENGHITUNG", PenghitungBaris())
    for modul, nama in ((sys, "stdout"), (sys, "stderr"), (sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(modul, nama, getattr(modul, nama))
    yield logging.root
    logging.captureWarnings(False)
    logging.getLogger("streamlit.error_util").filters.clear()


def test_installing_twice_writes_each_event_once_and_takes_the_servers_own_along(bersih, monkeypatch, capsys):
    monkeypatch.setenv("KINERJA_LOG", "json")
    lain = logging.getLogger("uji.server")
    monkeypatch.setattr(lain, "propagate", False)
    lain.addHandler(logging.StreamHandler(sys.stderr))
    pasang_jurnal()
    pasang_jurnal()
    tulis("mulai", porta=1)
    lain.warning("dari server")
    isi = [json.loads(b) for b in capsys.readouterr().err.splitlines()]
    assert [b["peristiwa"] for b in isi] == ["mulai", "dari server"]


def test_what_streamlit_says_of_an_exception_of_a_page_is_left_to_us(bersih):
    pasang_jurnal()
    milik_streamlit = logging.getLogger("streamlit.error_util")
    buat = [milik_streamlit.makeRecord("x", 30, "", 0, teks, (), None) for teks in ("Uncaught app exception", "lain")]
    assert [bool(milik_streamlit.filter(c)) for c in buat] == [False, True]


SIAPA = {
    "us": lambda: tulis("mulai", porta=1),
    "uvicorn": lambda: logging.getLogger("uvicorn.error").warning("Invalid HTTP request received."),
    "alembic": lambda: logging.getLogger("alembic.runtime.migration").warning("Running upgrade %s", 1),
    "a warning": lambda: warnings.warn("usang", stacklevel=1),
    "print": lambda: print("tercetak\ndua baris"),
    "standard error": lambda: sys.stderr.write("tertulis\n"),
    "a thread that fails": lambda: _di_utas(gagal_keras),
    "a program that fails": lambda: sys.excepthook(*_tertangkap()),
}


def gagal_keras():
    raise ValueError(RAHASIA)


def _di_utas(fungsi):
    utas = threading.Thread(target=fungsi)
    utas.start()
    utas.join()


def _tertangkap():
    galat = gagal()
    return type(galat), galat, galat.__traceback__


@pytest.mark.filterwarnings("always", "ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("siapa", SIAPA.values(), ids=SIAPA)
def test_every_line_is_json_when_asked_whoever_writes_it(bersih, monkeypatch, capsys, siapa):
    monkeypatch.setenv("KINERJA_LOG", "json")
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    for nama in ("uvicorn", "uvicorn.error"):
        monkeypatch.setattr(logging.getLogger(nama), "handlers", [])
        monkeypatch.setattr(logging.getLogger(nama), "propagate", True)
    pasang_jurnal()
    siapa()
    keluar = capsys.readouterr()
    baris = [json.loads(b) for b in (keluar.out + keluar.err).splitlines()]
    assert baris
    assert all({"waktu", "tingkat", "asal", "proses", "peristiwa"} <= b.keys() for b in baris)
    assert RAHASIA not in keluar.out + keluar.err


def test_lines_that_repeat_are_counted_and_the_count_is_written(bersih, capsys, monkeypatch):
    jam = [0.0]
    monkeypatch.setattr(jurnal, "_PENGHITUNG", PenghitungBaris(lambda: jam[0]))
    pasang_jurnal()
    for n in range(5_000):
        logging.getLogger("asyncio").error("socket.accept() out of system resource %d", n)
    tulis("terbit", versi=3)
    jurnal.catat_berulang()
    semua = capsys.readouterr().err.splitlines()
    assert len([b for b in semua if "out of system resource" in b]) == PALING
    assert len(semua) == PALING + 1
    jam[0] += SELANG
    jurnal.catat_berulang()
    (baris,) = capsys.readouterr().err.splitlines()
    assert "baris log berulang" in baris
    assert f"tidak_ditulis={5_000 - PALING}" in baris
    logging.getLogger("asyncio").error("socket.accept() out of system resource 1")
    assert "out of system resource" in capsys.readouterr().err


# --- requests that fail -----------------------------------------------------------------------------------------------


async def _meledak(permintaan):
    raise ValueError(RAHASIA)


async def _setengah(permintaan):
    async def isi():
        yield b"awal"
        raise ValueError(RAHASIA)

    return StreamingResponse(isi())


APLIKASI = Starlette(routes=[Route("/a", _meledak), Route("/b", _setengah)], middleware=GALAT)


def test_a_request_that_fails_is_answered_with_the_number_it_is_logged_under(caplog):
    jawaban = minta(APLIKASI, "/a?opd=rahasia")
    (kejadian,) = (c for c in caplog.records if c.name == "dasbor")
    assert (jawaban.status, RAHASIA in jawaban.isi) == (500, False)
    assert kejadian.rincian["nomor"] in jawaban.isi
    assert (kejadian.rincian["metode"], kejadian.rincian["jalur"]) == ("GET", "/a")


def test_an_answer_that_breaks_off_is_logged_and_not_mended(caplog):
    with pytest.raises(ValueError):
        minta(APLIKASI, "/b")
    assert [c.rincian["jalur"] for c in caplog.records if c.name == "dasbor"] == ["/b"]
