"""The log is bounded whoever makes how many lines: by kind, and by the number of kinds."""

import logging

import pytest

from components.server.batas.baris import JENIS, PALING, SELANG, PenghitungBaris


def catatan(teks, nama="uji", tingkat=logging.WARNING, galat=None):
    info = (type(galat), galat, galat.__traceback__) if galat else None
    return logging.LogRecord(nama, tingkat, "x.py", 1, teks, (), info)


@pytest.fixture
def penghitung():
    jam = [0.0]
    hasil = PenghitungBaris(lambda: jam[0])
    hasil.maju = lambda detik: jam.__setitem__(0, jam[0] + detik)
    return hasil


def lewat(penghitung, catatan):
    return sum(penghitung.filter(c) for c in catatan)


def test_what_differs_only_in_its_numbers_is_one_kind(penghitung):
    assert lewat(penghitung, (catatan(f"galat {n:06x} pada {n}") for n in range(1_000))) == PALING
    assert lewat(penghitung, [catatan("lain")]) == 1
    assert lewat(penghitung, [catatan("galat 00abcd pada 3", tingkat=logging.ERROR)]) == 1


def test_exceptions_of_another_place_are_another_kind(penghitung):
    def galat(n):
        try:
            if n:
                raise ValueError
            raise KeyError
        except (ValueError, KeyError) as g:
            return g

    assert lewat(penghitung, (catatan("galat", galat=galat(1)) for _ in range(99))) == PALING
    assert lewat(penghitung, (catatan("galat", galat=galat(0)) for _ in range(99))) == PALING


def test_a_line_that_several_handlers_write_counts_once(penghitung):
    semua = [catatan("a") for _ in range(PALING + 1)]
    assert [penghitung.filter(c) for c in semua] == [penghitung.filter(c) for c in semua]
    assert lewat(penghitung, semua) == PALING


def test_a_stranger_who_makes_ever_new_lines_makes_no_more_kinds(penghitung):
    ditulis = lewat(penghitung, (catatan(chr(0x4E00 + n % 9_000)) for n in range(50_000)))
    assert ditulis <= JENIS * PALING + PALING
    assert len(penghitung._hitungan) <= JENIS + 1
    penghitung.maju(SELANG)
    assert sum(b.jumlah for b in penghitung.selesai()) == 50_000 - ditulis
    assert penghitung._hitungan == {}


def test_nothing_is_said_of_what_was_written_whole(penghitung):
    lewat(penghitung, [catatan("a")] * PALING)
    penghitung.maju(SELANG)
    assert penghitung.selesai() == []
