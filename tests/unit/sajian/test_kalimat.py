"""Words of a sentence: lists, and lists of which the end is only counted."""

import pytest

from kinerja.sajian.kalimat import daftar, sebagian


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A dan B"),
        (("A", "B", "C"), "A, B, dan C"),
        (("A", "B", "C", "D"), "A, B, C, dan D"),
        (("{0}", "{1} %s", "<b>"), "{0}, {1} %s, dan <b>"),
    ],
)
def test_words_are_joined_as_indonesian_does(kata, kalimat):
    assert daftar(kata) == kalimat


@pytest.mark.parametrize(
    ("disebut", "kalimat"), [(4, "A, B, C"), (3, "A, B, C"), (2, "A, B, dan 1 sel lain"), (1, "A, dan 2 sel lain")]
)
def test_what_is_not_named_is_counted(disebut, kalimat):
    assert sebagian(["A", "B", "C"], disebut, "sel lain") == kalimat
