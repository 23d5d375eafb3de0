"""A number written in words is read as that number, also with doubled letters and words run together."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.uji.bukti.terbilang import baca_terbilang

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
BESAR = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def tulis(n):
    """Write a whole number in words, as it is spoken."""
    return " ".join(_besar(n)) or "nol"


def _besar(n):
    for nilai, nama in BESAR:
        if n >= nilai:
            yield "seribu" if n // nilai == 1 and nilai == 1000 else f"{tulis(n // nilai)} {nama}"
            n %= nilai
    yield from _ratusan(n)


def _ratusan(n):
    if n >= 100:
        yield "seratus" if n // 100 == 1 else f"{SATUAN[n // 100]} ratus"
        n %= 100
    if n >= 20:
        yield f"{SATUAN[n // 10]} puluh"
        n %= 10
    if n >= 10:
        yield {10: "sepuluh", 11: "sebelas"}.get(n) or f"{SATUAN[n - 10]} belas"
    elif n:
        yield SATUAN[n]


def tulis_pecahan(digit):
    """Write the digits after the comma as one number, with the zeros before it."""
    nol = len(digit) - len(digit.lstrip("0"))
    return " ".join(["nol"] * nol + ([tulis(int(digit))] if digit.strip("0") else []))


UTUH = st.integers(0, 10**15 - 1)
DIGIT = st.text("0123456789", min_size=1, max_size=4)


@given(UTUH)
def test_a_whole_number_is_read_back(n):
    assert baca_terbilang(tulis(n)) == n
    assert baca_terbilang(tulis(n).title()) == n
    assert baca_terbilang(f"{tulis(n)} persen") == n


@given(UTUH, DIGIT)
def test_digits_after_koma_are_read_one_by_one_or_as_a_number(n, digit):
    satu_satu = " ".join(SATUAN[int(d)] for d in digit)
    assert str(baca_terbilang(f"{tulis(n)} koma {satu_satu}")) == f"{n}.{digit}"
    sekaligus = baca_terbilang(f"{tulis(n)} koma {tulis_pecahan(digit)}")
    assert sekaligus == Decimal(f"{n}.{digit}")


@given(UTUH, st.data())
def test_a_doubled_letter_is_a_slip_of_the_pen(n, data):
    teks = tulis(n)
    tempat = data.draw(st.integers(0, len(teks) - 1))
    assert baca_terbilang(f"{teks[:tempat]}{teks[tempat]}{teks[tempat:]}") == n


@given(st.text("abcdefghijklmnopqrstuvwxyz ", max_size=40))
def test_any_other_text_is_no_number_or_read_without_failing(teks):
    hasil = baca_terbilang(teks)
    assert hasil is None or hasil >= 0
