"""Two uploads at a time: the others wait in order, see their place, and give it up when nobody waits for them."""

import threading

import pytest

from kinerja.nilai.galat import Ditolak
from kinerja.unggah.antrean import Antrean

SABAR = 60


class Pergi(BaseException):
    """What Streamlit raises in a session that has ended."""


class Pengunggah(threading.Thread):
    """Somebody who waits for a turn and holds it until told to end."""

    def __init__(self, antrean, *, pergi=False):
        super().__init__(daemon=True)
        self.antrean, self.pergi, self.tempat = antrean, pergi, []
        self.dapat, self.menunggu, self.selesai = threading.Event(), threading.Event(), threading.Event()
        self.start()

    def lapor(self, di_depan):
        self.tempat.append(di_depan)
        self.menunggu.set()
        if self.pergi:
            raise Pergi

    def run(self):
        try:
            with self.antrean.giliran(self.lapor, 0.01):
                self.dapat.set()
                self.selesai.wait(SABAR)
        except Pergi:
            self.selesai.set()


def penuh(antrean, banyak):
    """So many uploads, each asked for after the one before was told its place or has its turn."""
    semua = []
    for _ in range(banyak):
        p = Pengunggah(antrean)
        assert (p.dapat if len(semua) < 2 else p.menunggu).wait(SABAR)
        semua.append(p)
    return semua


def test_two_go_on_and_the_others_are_told_how_many_are_before_them():
    semua = penuh(Antrean(), 5)
    assert [p.dapat.is_set() for p in semua] == [True, True, False, False, False]
    assert [p.tempat[0] for p in semua[2:]] == [2, 3, 4]
    for p in semua:
        assert p.dapat.wait(SABAR)
        p.selesai.set()
        p.join(SABAR)
    assert set(semua[4].tempat) <= {4, 3, 2}
    assert semua[4].tempat == sorted(semua[4].tempat, reverse=True)


def test_who_goes_away_while_waiting_leaves_its_place():
    antrean = Antrean()
    semua = penuh(antrean, 2)
    pergi = Pengunggah(antrean, pergi=True)
    pergi.join(SABAR)
    berikut = Pengunggah(antrean)
    assert berikut.menunggu.wait(SABAR)
    assert berikut.tempat[0] == 2
    for p in (*semua, berikut):
        p.selesai.set()
    assert berikut.dapat.wait(SABAR)


def test_an_upload_that_fails_leaves_its_place():
    antrean = Antrean(serentak=1)
    with pytest.raises(OSError, match="penuh"), antrean.giliran(pytest.fail):
        raise OSError("penuh")
    with antrean.giliran(pytest.fail):
        pass


def test_beyond_so_many_an_upload_is_told_to_come_back():
    antrean = Antrean(serentak=1, menunggu=0)
    kembali = pytest.raises(Ditolak, match="unggah lagi beberapa menit lagi")
    with antrean.giliran(pytest.fail), kembali, antrean.giliran(pytest.fail):
        pytest.fail("no place")
    with antrean.giliran(pytest.fail):
        pass
