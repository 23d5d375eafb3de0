"""Steps of an axis."""

from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.sajian.sumbu import KELIPATAN, langkah_bulat


@pytest.mark.parametrize(
    ("jarak", "langkah"), [(1, 1), (1.01, 2), (2.1, 2.5), (3.8, 5), (6, 10), (0.3 / 3, 0.1), (0, 1), (42e9, 50e9)]
)
def test_a_step_is_the_next_round_number(jarak, langkah):
    assert langkah_bulat(jarak) == pytest.approx(langkah)


def test_a_medium_may_have_steps_of_four():
    assert langkah_bulat(3.8, (1, 2, 2.5, 4, 5, 10)) == 4


@given(st.floats(1e-9, 1e15))
def test_a_step_is_never_too_small_and_never_twice_and_a_half_too_large(jarak):
    langkah = langkah_bulat(jarak)
    assert jarak * (1 - 1e-6) <= langkah <= jarak * 2.5
    assert min(abs(log10(langkah / n) - round(log10(langkah / n))) for n in KELIPATAN) < 1e-9
