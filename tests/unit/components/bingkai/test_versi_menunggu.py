"""Pages of older versions that are being loaded let those of the active one draw; what has to wait says so."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from asgi import minta
from contoh_gudang import buku, terbit, url_baru
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from components.bingkai import versi as halaman_versi
from components.rapat import rute_tayang
from components.server import antrean
from components.server.antrean import SERENTAK, giliran
from kinerja.gudang.pintu import gudang
from kinerja.sumber import versi as sumber

LAMA = 600


@pytest.fixture
def delapan(tmp_path, monkeypatch):
    """A store with eight versions, the last one active; loading an older one waits for the event that is returned."""
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_baru(tmp_path))
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    for n in range(8):
        terbit(gudang(), buku(n))
    asli, lepas, mulai = sumber._muat, threading.Event(), threading.Event()

    def muat(isi, nomor):
        if nomor != 8:
            mulai.set()
            assert lepas.wait(LAMA)
        return asli(isi, nomor)

    monkeypatch.setattr(sumber, "_muat", muat)
    yield SimpleNamespace(lepas=lepas, mulai=mulai)
    lepas.set()
    gudang().mesin.dispose()


def test_a_page_of_the_active_version_is_drawn_while_four_wait_for_older_ones(delapan, monkeypatch):
    monkeypatch.setattr(antrean, "_TEMPAT", threading.BoundedSemaphore(SERENTAK))
    monkeypatch.setattr(halaman_versi, "_tulis", lambda _: None)
    milik = threading.local()
    monkeypatch.setattr(halaman_versi, "_nomor_diminta", lambda: getattr(milik, "nomor", None))

    def gambar(nomor):
        milik.nomor = nomor
        with giliran(LAMA):
            keadaan = halaman_versi.keadaan_dipilih()
            assert antrean._TEMPAT._value < SERENTAK, "what is drawn is drawn in its turn again"
        return keadaan.dataset.versi

    with ThreadPoolExecutor(4 + SERENTAK) as utas:
        lama = [utas.submit(gambar, n) for n in (1, 2, 3, 4)]
        assert delapan.mulai.wait(LAMA)
        assert [utas.submit(gambar, None).result(LAMA) for _ in range(SERENTAK + 1)] == ["8"] * (SERENTAK + 1)
        assert not any(j.done() for j in lama)
        delapan.lepas.set()
        assert [j.result(LAMA) for j in lama] == ["1", "2", "3", "4"]
    assert antrean._TEMPAT._value == SERENTAK


def _halaman():
    import streamlit as st

    from components.bingkai.data import dataset_aktif

    st.text(dataset_aktif().versi)


def test_a_version_that_has_to_wait_says_so_and_the_active_one_is_shown(delapan, monkeypatch):
    delapan.lepas.set()
    monkeypatch.setattr(sumber.SIMPANAN, "_lain_hidup", 0)
    at = AppTest.from_function(_halaman)
    at.query_params["versi"] = "3"
    at.run(timeout=LAMA)
    assert [t.value for t in at.text] == ["8"]
    (pesan,) = at.warning
    assert pesan.value.replace("\\", "").startswith("Versi 3 menunggu: terlalu banyak versi lama sedang dilihat")
    jawaban = minta(Starlette(routes=rute_tayang.rute_tayang()), "/tayang?versi=3&opd=KAB&tahun=2024")
    assert jawaban.status == 503
    assert "Versi 3 menunggu" in jawaban.isi
