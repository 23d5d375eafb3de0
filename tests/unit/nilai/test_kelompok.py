"""Rows put together by what they have in common."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja.nilai.kelompok import himpun, menurut


def test_groups_and_members_keep_the_order_in_which_they_come():
    assert menurut(["bb", "a", "cc", "d"], len) == {2: ["bb", "cc"], 1: ["a", "d"]}
    assert list(menurut(["bb", "a"], len)) == [2, 1]
    assert himpun([("x", 1), ("y", 2), ("x", 1)]) == {"x": [1, 1], "y": [2]}
    assert menurut([], len) == himpun([]) == {}


@given(st.lists(st.tuples(st.integers(0, 3), st.text(max_size=3))))
def test_nothing_is_lost_and_nothing_is_added(pasangan):
    milik = himpun(pasangan)
    assert sorted((k, v) for k, isi in milik.items() for v in isi) == sorted(pasangan)
    assert milik == {k: [v for _, v in isi] for k, isi in menurut(pasangan, lambda p: p[0]).items()}
