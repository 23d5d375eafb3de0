"""The log of the process: one line an event, JSON when asked for, an exception without its text."""

import json
import logging
import sys

import pytest
from asgi import minta
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route

from components.server import jurnal
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
