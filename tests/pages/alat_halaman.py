"""Pages run through app.py as a visitor's session does: `buka(HALAMAN[0], opd="SETDA", tahun=2023)`."""

import json
import re
from contextlib import contextmanager
from functools import cache, partial
from html import unescape
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest, local_script_runner

from kinerja.sumber import versi as sumber

APP = str(Path(__file__).resolve().parents[2] / "app.py")
BATAS = 120
KOTAK_SALIN = '<div class="dk-salin"><pre tabindex="0">'
TAK_TAMPAK = str.maketrans("", "", "\u2060\u200b")


@pytest.fixture(scope="session", autouse=True)
def _data_kiriman():
    """These tests look at the shipped data, wherever the machine's own dashboard takes its data from."""
    with pytest.MonkeyPatch.context() as mp:
        mp.delenv("KINERJA_DATA", raising=False)
        # AppTest looks through every installed package for custom components, at each new session; we have none.
        mp.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)
        yield


@pytest.fixture(scope="session")
def dataset():
    """The shipped data, the very object that the pages get."""
    return sumber.aktif().dataset


def buka(halaman, **alamat):
    """Open a page in a new session, as a deep link does."""
    at = AppTest.from_file(APP, default_timeout=BATAS)
    at.switch_page(halaman.berkas)
    at.query_params.update({k: str(v) for k, v in alamat.items()})
    return at.run()


def lihat(halaman, **alamat):
    """Return a page as it opens, only to be looked at: half of all openings repeat one, and those are kept."""
    return _lihat(halaman, tuple(sorted((k, str(v)) for k, v in alamat.items())))


@cache
def _lihat(halaman, alamat):
    at = buka(halaman, **dict(alamat))
    at._run = _tolak
    return at


def _tolak(*_, **__):
    pytest.fail("a page that other tests look at too must not be changed: open it with buka")


# --- runs of one fragment ---------------------------------------------------------------------------------------------


@contextmanager
def hanya(fragmen):
    """Let runs of a session be those of one fragment, as when something in it is pressed."""
    with pytest.MonkeyPatch.context() as mp:
        if fragmen:
            jadi = partial(local_script_runner.RerunData, fragment_id_queue=[fragmen])
            mp.setattr(local_script_runner, "RerunData", jadi)
        yield


def pemilik(at, pohon, tombol):
    """Return the innermost fragment that draws a button: the one that a browser runs when it is pressed."""
    for satu_fragmen in reversed(list(at._fragment_storage._fragments)):
        at._tree = pohon
        with hanya(satu_fragmen):
            at.run()
        if tombol in [b.label for b in at.button]:
            return satu_fragmen
    return pytest.fail(f"no fragment draws {tombol}")


# --- what a page says -------------------------------------------------------------------------------------------------


def judul(at):
    """Return the headline as it is read: there is one, and no Markdown left in it."""
    (satu,) = at.title
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", satu.value).translate(TAK_TAMPAK)


def keterangan(at):
    """Return the captions as they are read."""
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", c.value).translate(TAK_TAMPAK) for c in at.caption]


def html(at):
    """Return all HTML of the page but the texts to send, which carry the address."""
    return "\n".join(b for b in _badan(at) if not b.startswith(KOTAK_SALIN))


def teks_kotak(at):
    """Return the texts to send that the page offers, as the browser copies them."""
    kotak = (b.removeprefix(KOTAK_SALIN) for b in _badan(at) if b.startswith(KOTAK_SALIN))
    return [unescape(k.partition("</pre>")[0]) for k in kotak]


def _badan(at):
    return [h.proto.body.lstrip() for h in at.get("html")]


def kata(at):
    """Return what the HTML of the page says."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html(at))).split())


def grafik(at):
    """Return the figures, by key."""
    return {g.key: json.loads(g.proto.spec) for g in at.get("plotly_chart")}


def isi(at):
    """Return everything that is drawn below the filters, to be compared before and after a change."""
    teks = [*(t.value for t in at.title), *(c.value for c in at.caption), *(t.value for t in at.text)]
    angka = [(m.label, m.value, m.delta) for m in at.metric]
    return teks, angka, html(at), [g.proto.spec for g in at.get("plotly_chart")]


def kunci(at):
    """Return the keys of the widgets a reader can change."""
    jenis = (at.selectbox, at.toggle, at.button_group, at.radio, at.checkbox, at.multiselect, at.slider)
    return {w.key for kelompok in jenis for w in kelompok}


def kosong(at):
    """Tell whether the page says that a combination has no data."""
    return bool(re.match(r"Belum ada |.* tidak tersedia untuk tahun \d{4}$", judul(at)))


def wajar(at):
    """Check what holds for every page in every state."""
    assert [e.message for e in at.exception] == []
    assert not at.error
    assert len(at.title) == 1
    alamat = at.query_params
    assert {"opd", "tahun"} <= set(alamat)
    assert re.fullmatch(r"\d{4}", alamat["tahun"])
