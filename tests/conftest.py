"""Fixtures of the whole suite; this folder and the repository are importable from every test."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

AKAR = Path(__file__).resolve().parents[1]
if str(AKAR) not in sys.path:
    sys.path.insert(0, str(AKAR))
sys.path += [str(AKAR / "bench"), str(AKAR / "tools")]

# script/test finds the same every time, also after a failure; script/endurance looks for what nobody has seen yet.
settings.register_profile("tetap", derandomize=True, database=None, deadline=None)
settings.register_profile("acak", derandomize=False, database=None, deadline=None, print_blob=True)
settings.load_profile("acak" if os.environ.get("KINERJA_UJI_LENGKAP") else "tetap")

from peladen_pg import basis_baru, postgres  # noqa: E402, F401 - fixtures for the store's and the browser's tests
from pembangun import tulis  # noqa: E402

from kinerja.buku import anak, pembaca  # noqa: E402 - the repository must be importable first
from kinerja.buku.muat import muat  # noqa: E402
from kinerja.nilai import waktu  # noqa: E402
from kinerja.sumber import simpanan  # noqa: E402

MULAI = datetime.now(UTC)


class _SatuHari(datetime):
    """The day on which the tests began, also for those that run over midnight."""

    @classmethod
    def now(cls, tz=None):
        return MULAI.astimezone(tz)


waktu.datetime = _SatuHari
simpanan.JEDA_SAMPAH = 0.0  # what other tests left lies in the same memory and takes no test's room


def pytest_configure():
    """Until tests run there is no store: a module that opened one when it is imported could not be collected."""
    os.environ["KINERJA_DATABASE_URL"] = f"sqlite:///{os.devnull}/tidak-ada.db"


@pytest.fixture(scope="session", autouse=True)
def _gudang_uji(tmp_path_factory):
    """A store of the tests' own: what a developer's installation holds is neither seen nor touched."""
    with pytest.MonkeyPatch.context() as mp:
        mp.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('gudang') / 'uji.db'}")
        yield


@pytest.fixture(autouse=True)
def _skrip_utama():
    """A page that a test runs by itself takes the place of the main script, which processes started later would run."""
    utama = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = utama


def pytest_collection_modifyitems(items):
    """Put the browser tests last: what is cheap fails first, and Playwright keeps an event loop until the end."""
    items.sort(key=lambda i: Path(__file__).parent / "browser" in i.path.parents)


def _jalankan_di_sini(perintah, *_):
    """Do what the reading child does, without a new process and without its limits."""
    _, _, _, berkas, aturan = perintah
    batas = json.loads(aturan)
    return json.dumps(anak.baca(berkas, batas["isi"], batas["nama"])).encode(), 0


@pytest.fixture(scope="session")
def berkas_jadi(tmp_path_factory):
    """Build a file of `pembangun` once for all tests: `berkas_jadi(pembuat)`."""
    folder, jadi = tmp_path_factory.mktemp("berkas"), {}

    def ambil(pembuat):
        if pembuat not in jadi:
            jadi[pembuat] = pembuat(folder / f"buku {len(jadi)}.xlsx")
        return jadi[pembuat]

    return ambil


@pytest.fixture
def muat_di_sini(monkeypatch):
    """`muat` with the reading child in this process: twenty times faster, for the tables of many workbooks.

    The child itself, its limits and its end are tested through the command line.
    """
    monkeypatch.setattr(pembaca, "dengarkan", _jalankan_di_sini)
    # The child hides numpy from openpyxl; here it must come back after the test.
    monkeypatch.setitem(sys.modules, "numpy", None)
    return muat


@pytest.fixture
def muat_isi(muat_di_sini, tmp_path):
    """Write a workbook of `pembangun` and load it: `muat_isi(isi, *ubahan)`."""
    return lambda isi, *ubahan: muat_di_sini(tulis(isi, tmp_path / "buku.xlsx", *ubahan))
