"""One object a version while it lives, a handful at most, and the active one waits for nobody: by events, no clock."""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from kinerja.sumber import simpanan as modul
from kinerja.sumber.simpanan import Simpanan

LAMA = 600
"""Seconds after which a test that hangs fails."""


class Isi:
    """Something that can be referred to weakly."""

    def __init__(self, kunci):
        self.kunci = kunci


class Pembuat:
    """Makes objects and counts them; those of `tertahan` wait until they are let go."""

    def __init__(self, *tertahan):
        self.dibuat, self.mulai = [], threading.Semaphore(0)
        self._tertahan, self.lepas = set(tertahan), threading.Event()

    def __call__(self, kunci):
        self.dibuat.append(kunci)
        self.mulai.release()
        if kunci in self._tertahan:
            assert self.lepas.wait(LAMA)
        return Isi(kunci)

    def untuk(self, kunci):
        return partial(self, kunci)


@pytest.fixture
def simpanan():
    return Simpanan(disimpan=3, hidup=4, antre=8, sabar=LAMA)


@pytest.fixture
def orang():
    """Threads that are people: `orang(fungsi, *isi)` returns what will be their answer."""
    with ThreadPoolExecutor(12) as utas:
        yield utas.submit


@pytest.mark.parametrize("jalan", ["utama", "lain"])
def test_two_who_ask_for_the_same_at_once_share_one_made_once(simpanan, orang, jalan):
    buat = Pembuat(7)
    jawab = [orang(getattr(simpanan, jalan), 7, buat.untuk(7)) for _ in range(5)]
    assert buat.mulai.acquire(timeout=LAMA)
    buat.lepas.set()
    assert len({id(j.result(LAMA)) for j in jawab}) == 1
    assert buat.dibuat == [7]


def test_the_active_one_is_made_and_read_while_four_wait_for_old_ones(simpanan, orang):
    buat = Pembuat(1, 2, 3, 4)
    lama = [orang(simpanan.lain, n, buat.untuk(n)) for n in (1, 2, 3, 4)]
    assert buat.mulai.acquire(timeout=LAMA)
    aktif = orang(simpanan.utama, 9, buat.untuk(9)).result(LAMA)
    assert simpanan.utama(9, buat.untuk(9)) is aktif
    assert len(buat.dibuat) == 2, "the old ones are made one after the other"
    buat.lepas.set()
    assert [j.result(LAMA).kunci for j in lama] == [1, 2, 3, 4]


def test_an_old_one_that_becomes_active_while_it_is_made_is_made_once(simpanan, orang):
    buat = Pembuat(5)
    lama = orang(simpanan.lain, 5, buat.untuk(5))
    assert buat.mulai.acquire(timeout=LAMA)
    aktif = orang(simpanan.utama, 5, buat.untuk(5))
    buat.lepas.set()
    assert lama.result(LAMA) is aktif.result(LAMA)
    assert buat.dibuat == [5]


def test_only_so_many_live_whoever_holds_them_and_room_comes_back(simpanan, monkeypatch):
    monkeypatch.setattr(modul, "JEDA_SAMPAH", 5.0)  # sixteen are refused here, and cause one collection
    buat = Pembuat()
    aktif = simpanan.utama(0, buat.untuk(0))
    dipegang = {n: simpanan.lain(n, buat.untuk(n)) for n in range(1, 21)}
    assert [n for n, isi in dipegang.items() if isi is not None] == [1, 2, 3, 4]
    assert buat.dibuat == [0, 1, 2, 3, 4], "what cannot be shown is not made either"
    assert simpanan.lain(2, buat.untuk(2)) is dipegang[2], "what lives is shared, also when there is no room"
    assert simpanan.utama(0, buat.untuk(0)) is aktif
    del dipegang
    assert simpanan.lain(20, buat.untuk(20)).kunci == 20


def test_twenty_asked_for_in_turn_leave_a_handful(simpanan):
    buat = Pembuat()
    simpanan.utama(0, buat.untuk(0))
    for putaran in range(3):
        for n in range(1, 21):
            assert simpanan.lain(n, buat.untuk(n)).kunci == n
            assert len(simpanan.kunci()) <= 5
        gc.collect()
        assert sorted(simpanan.kunci()) == [0, 19, 20], putaran


def test_only_so_many_wait_and_the_others_are_told_at_once(orang):
    simpanan = Simpanan(disimpan=3, hidup=9, antre=2, sabar=LAMA)
    buat = Pembuat(1)
    lama = orang(simpanan.lain, 1, buat.untuk(1))
    assert buat.mulai.acquire(timeout=LAMA)
    jawab = [orang(simpanan.lain, n, buat.untuk(n)) for n in (2, 3, 4)]
    while sum(j.done() for j in jawab) < 2:
        threading.Event().wait(0.01)
    assert [j.result() for j in jawab if j.done()] == [None, None]
    buat.lepas.set()
    assert lama.result(LAMA).kunci == 1
    assert sum(j.result(LAMA) is not None for j in jawab) == 1


def test_who_waited_long_enough_is_told(orang):
    simpanan = Simpanan(disimpan=3, hidup=9, antre=2, sabar=0)
    buat = Pembuat(1)
    lama = orang(simpanan.lain, 1, buat.untuk(1))
    assert buat.mulai.acquire(timeout=LAMA)
    assert simpanan.lain(2, buat.untuk(2)) is None
    buat.lepas.set()
    assert lama.result(LAMA).kunci == 1
    assert simpanan.lain(2, buat.untuk(2)).kunci == 2


@pytest.mark.parametrize("jalan", ["utama", "lain"])
def test_one_that_cannot_be_made_holds_up_nobody(simpanan, jalan):
    for _ in range(20):
        with pytest.raises(ZeroDivisionError):
            getattr(simpanan, jalan)(1, lambda: 1 / 0)
    assert getattr(simpanan, jalan)(1, Pembuat().untuk(1)).kunci == 1


def test_the_one_before_stays_ready_when_another_becomes_active(simpanan):
    buat = Pembuat()
    for n in range(1, 6):
        simpanan.utama(n, buat.untuk(n))
    gc.collect()
    assert sorted(simpanan.kunci()) == [3, 4, 5]
    assert simpanan.lain(5, buat.untuk(5)).kunci == 5
    assert sorted(simpanan.kunci()) == [3, 4, 5], "the active one takes no place of the others"
