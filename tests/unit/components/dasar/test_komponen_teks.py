"""Escaping of workbook text; what a browser makes of it is looked at in tests/browser/test_racun_peramban.py."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.dasar.teks import html, kalimat, md

# ASCII punctuation that Markdown as Streamlit renders it gives a meaning to (CommonMark, GFM, directives, LaTeX).
BERMAKNA = "\\`*_{}[]()#+-.!|<>~:$&^="
# What breaks up a shortcode or an address without being seen may stand between the characters.
TAK_TAMPAK = str.maketrans("", "", "\u2060\u200b\u200c\u200d\ufeff")
teks_apa_pun = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
teks_jahat = st.lists(
    st.sampled_from([*BERMAKNA, ":material/home:", "http://x.invalid", "](", "![", "$$", "->", "a", " ", "\n", "1."])
).map("".join)


def tampak(teks):
    """Undo backslash escapes as Markdown does, and take out what is not seen."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", teks).translate(TAK_TAMPAK)


@given(teks_apa_pun | teks_jahat)
def test_escaped_text_reads_as_the_text_with_single_spaces(teks):
    assert "".join(tampak(md(teks)).split()) == "".join(teks.split()).translate(TAK_TAMPAK)
    assert "  " not in md(teks)


def test_a_space_that_holds_a_number_and_its_unit_together_stays():
    assert md("Rp\u00a01,34\u202fT  lebih") == "Rp\u00a01,34\u202fT lebih"


@given(teks_apa_pun | teks_jahat)
def test_no_character_that_markdown_understands_is_left_bare(teks):
    bersih = re.sub(r"\\[!-/:-@\[-`{-~]", "", md(teks))
    assert not set(bersih) & set(BERMAKNA)


# What a browser makes a link of in plain text (GFM, mdast-util-gfm-autolink-literal): after the escapes are read.
TAUTAN = re.compile(r"(https?://|www(?=\.))[-.\w]+|[-.\w+]+@[-\w]+(\.[-\w]+)+", re.IGNORECASE | re.ASCII)
ALAMAT = [
    "http://x.invalid/b.png",
    "HTTPS://x.id",
    "(www.x.id)",
    "a@b.id",
    "a.b+c@d-e.go.id",
    "http://http://x",
    "a@b@c.d",
]


@pytest.mark.parametrize("teks", ALAMAT)
def test_an_address_in_a_text_becomes_no_link(teks):
    assert TAUTAN.search(teks), "bare, it would"
    assert not TAUTAN.search(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", md(teks)))
    assert tampak(md(teks)) == teks


@given(st.lists(st.sampled_from([*ALAMAT, *"aw.@:/ -", "www", "://"])).map("".join))
def test_nor_do_pieces_of_addresses(teks):
    assert not TAUTAN.search(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", md(teks)))


@given(teks_apa_pun | teks_jahat)
def test_escaped_text_is_one_line_so_that_no_block_begins(teks):
    assert len(md(teks).splitlines()) <= 1
    assert md(teks) == md(teks).strip()


@pytest.mark.parametrize(
    "teks", ["Usia Harapan Hidup", "Dinas Kesehatan, Pengendalian Penduduk", "Predikat Sangat Tinggi", ""]
)
def test_plain_words_are_left_alone(teks):
    assert md(teks) == teks


def test_a_title_carries_the_escaped_text():
    at = AppTest.from_string(
        "import streamlit as st\nfrom components.dasar.teks import md\nst.title(md('15 dari 20 *IKU*'))",
        default_timeout=120,
    )
    assert at.run().title[0].value == r"15 dari 20 \*IKU\*"


@given(teks_apa_pun)
def test_html_leaves_no_bracket_quote_or_ampersand_bare(teks):
    aman = str(html(teks))
    assert not set("<>\"'") & set(aman)
    assert "&" not in re.sub(r"&(amp|lt|gt|#3[49]);", "", aman)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("naik dari 72,63", "Naik dari 72,63."),
        ("Sudah kalimat.", "Sudah kalimat."),
        ("IKM tetap", "IKM tetap."),
        ("", ""),
    ],
)
def test_a_remark_becomes_a_sentence(teks, hasil):
    assert kalimat(teks) == hasil
