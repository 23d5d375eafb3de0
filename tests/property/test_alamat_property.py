"""Whatever an address says, a filter holds one of its own options, and a list holds options each once."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.bingkai import saringan
from components.bingkai.saringan import _serap_daftar, serap_alamat
from components.dasar.keadaan import terpilih

PILIHAN = ("BATU", "DINKES", "SETDA", "2024", "ß")
ALAMAT = st.one_of(st.text(max_size=40), st.sampled_from(PILIHAN), st.sampled_from(PILIHAN).map(str.lower), st.none())
SEMULA = st.one_of(st.text(max_size=5), st.sampled_from(PILIHAN), st.integers(), st.none())


@pytest.fixture
def halaman(monkeypatch):
    """A session and an address without a page around them."""

    def buat(alamat, **sesi):
        isi = {} if alamat is None else {"k": alamat}
        semu = SimpleNamespace(query_params=isi, session_state=dict(sesi))
        monkeypatch.setattr(saringan, "st", semu)
        return semu.session_state

    return buat


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(alamat=ALAMAT, semula=SEMULA)
def test_a_filter_holds_one_of_its_options(halaman, alamat, semula):
    sesi = halaman(alamat, k=semula)
    serap_alamat("k", PILIHAN, "SETDA")
    assert sesi["k"] in PILIHAN
    if alamat in PILIHAN:
        assert sesi["k"] == alamat


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(alamat=st.one_of(ALAMAT, st.lists(ALAMAT.map(str), max_size=6).map(",".join)), paling=st.integers(1, 4))
def test_a_list_holds_options_each_once_and_not_too_many(halaman, alamat, paling):
    sesi = halaman(alamat)
    dikenal = _serap_daftar("k", PILIHAN, paling)
    kode = sesi.get(terpilih("k"), [])
    assert dikenal == bool(kode)
    assert set(kode) <= set(PILIHAN)
    assert len(set(kode)) == len(kode) <= paling


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pilihan=st.lists(SEMULA, min_size=1, max_size=4), alamat=ALAMAT)
def test_an_optional_filter_of_any_options_holds_one_or_none(halaman, pilihan, alamat):
    sesi = halaman(alamat)
    serap_alamat("k", [None, *pilihan], None, lambda p: "" if p is None else str(p))
    assert sesi["k"] in (None, *pilihan)
