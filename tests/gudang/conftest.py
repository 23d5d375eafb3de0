"""The store's tests run on SQLite and on a real PostgreSQL server; each test has an empty database."""

import pytest
from contoh_gudang import url_baru
from peladen_pg import basis, kosongkan, revisi

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin


@pytest.fixture(scope="session")
def basis_bersama(postgres):
    """A database with the schema made, and its revision."""
    with basis(postgres) as url:
        buka_mesin(url).dispose()
        yield url, revisi(url)


@pytest.fixture
def basis_jadi(basis_bersama):
    """URL of that database without a row: emptying it takes a tenth of the time of making another."""
    kosongkan(*basis_bersama)
    return basis_bersama[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def url_gudang(request, tmp_path):
    """URL of a store of the test's own without a single row, once for each engine."""
    return url_baru(tmp_path) if request.param == "sqlite" else request.getfixturevalue("basis_jadi")


@pytest.fixture(params=["sqlite", "postgresql"])
def url_kosong(request, tmp_path):
    """URL of a store that was never opened, once for each engine."""
    return f"sqlite:///{tmp_path / 'baru.db'}" if request.param == "sqlite" else request.getfixturevalue("basis_baru")


@pytest.fixture
def mesin(url_gudang):
    """The engine of that store."""
    hasil = buka_mesin(url_gudang)
    yield hasil
    hasil.dispose()


@pytest.fixture
def gudang(mesin):
    """The store."""
    return Gudang(mesin)
