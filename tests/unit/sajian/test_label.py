"""The one placer of labels: cheapest place, first of equals, none where every place is forbidden."""

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from kinerja.sajian.label import tempatkan
from kinerja.sajian.ukur import Kotak


def _bertemu(k, lain):
    return sum(k.bertemu(p) for p in lain)


def _larang(k, lain):
    return inf if any(k.bertemu(p) for p in lain) else 0


KIRI, KANAN = Kotak(0, 0, 10, 10), Kotak(20, 0, 10, 10)


def test_a_label_takes_its_first_place_while_that_is_free():
    assert tempatkan([[KIRI, KANAN], [KANAN, KIRI]], _bertemu) == [KIRI, KANAN]
    for cukup in (-inf, 0):
        assert tempatkan([[KIRI, KANAN], [KIRI, KANAN]], _bertemu, cukup=cukup) == [KIRI, KANAN]


def test_where_none_is_free_the_cheapest_stands_or_none_where_all_are_forbidden():
    penuh = [[KIRI, KANAN]] * 3
    assert tempatkan(penuh, _bertemu) == [KIRI, KANAN, KIRI]
    assert tempatkan(penuh, _larang) == [KIRI, KANAN, None]
    assert tempatkan([[]], _larang) == [None]
    assert tempatkan([], _larang) == []


def test_a_second_round_gives_way_to_labels_that_came_later():
    calon = [[KIRI, KANAN], [KIRI]]
    assert tempatkan(calon, _bertemu) == [KIRI, KIRI]
    assert tempatkan(calon, _bertemu, putaran=2) == [KANAN, KIRI]


kotak = st.builds(Kotak, *[st.integers(0, 50)] * 2, *[st.integers(1, 30)] * 2)


@given(st.lists(st.lists(kotak, min_size=1, max_size=4), max_size=8), st.integers(1, 3))
def test_forbidden_places_never_meet_and_every_place_is_one_of_the_label(calon, putaran):
    letak = tempatkan(calon, _larang, putaran=putaran)
    ada = [k for k in letak if k is not None]
    assert not any(a.bertemu(b) for i, a in enumerate(ada) for b in ada[:i])
    assert all(k is None or k in pilihan for k, pilihan in zip(letak, calon, strict=True))


@given(kotak, kotak)
def test_boxes_meet_where_they_share_an_area(satu, dua):
    assert satu.bertemu(dua) is dua.bertemu(satu) is (satu.irisan(dua) > 0)
    assert satu.irisan(dua) <= min(satu.w * satu.h, dua.w * dua.h)
    assert not satu.di_dalam(dua) or satu.irisan(dua) == satu.w * satu.h
