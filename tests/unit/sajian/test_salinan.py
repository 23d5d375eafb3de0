"""A page as text for a message: nothing of a workbook can break a line, the link is alone on the last one."""

import pytest

from kinerja.sajian.salinan import PALING_BANYAK, Salinan, polos, secukupnya, teks_salinan

TAUTAN = "https://kinerja.example/capaian?opd=SETDA&tahun=2024"


def pesan(judul="Judul", tentang="Capaian · SETDA · 2024", butir=("satu", "dua"), sumber=("001, Tabel 3.3",)):
    return teks_salinan(judul, tentang, butir, sumber, "7", TAUTAN)


def test_a_message_is_headline_topic_bullets_source_with_version_and_the_link_alone():
    assert pesan().split("\n") == [
        "Judul",
        "Capaian · SETDA · 2024",
        "- satu",
        "- dua",
        "Sumber: laporan 001, Tabel 3.3. Versi data 7.",
        TAUTAN,
    ]


@pytest.mark.parametrize(
    ("asal", "hasil"),
    [
        ("a\nb", "a b"),
        ("a\r\n\tb", "a b"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("a\x0b\x0cb\x1cc", "a b c"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("a\u202eb\u200bc\ufeffd\u00ade", "abcde"),
        ("  Rp\u00a01,34 T ", "Rp 1,34 T"),
        ("*tebal* _miring_ <b> & # - 100%", "*tebal* _miring_ <b> & # - 100%"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_text_stays_on_its_line_and_nothing_is_escaped(asal, hasil):
    assert polos(asal) == hasil


@pytest.mark.parametrize("kotor", ["a\nhttps://palsu.example", "a\r- palsu", "a\u2028Versi data 9", "a\tb\x00"])
def test_no_part_of_a_message_can_add_a_line(kotor):
    bersih = pesan().count("\n")
    assert pesan(judul=kotor).count("\n") == bersih
    assert pesan(tentang=kotor).count("\n") == bersih
    assert pesan(butir=(kotor, "dua")).count("\n") == bersih
    assert pesan(sumber=(kotor,)).count("\n") == bersih
    assert all(pesan(**{k: v}).split("\n")[-1] == TAUTAN for k, v in {"judul": kotor, "butir": (kotor,)}.items())


def test_at_most_eight_bullets_and_none_of_them_empty():
    baris = pesan(butir=["", "\n", *(str(n) for n in range(20))]).split("\n")
    assert [b for b in baris if b.startswith("- ")] == [f"- {n}" for n in range(PALING_BANYAK)]


def test_of_more_than_eight_the_last_says_how_many_are_left_out():
    assert secukupnya((str(n) for n in range(8)), "IKU") == tuple("01234567")
    assert secukupnya((str(n) for n in range(20)), "IKU") == (*"0123456", "dan 13 IKU lain")


def test_a_message_without_bullets_and_sources_says_the_version_all_the_same():
    assert pesan(butir=(), sumber=("", " ")).split("\n")[2:] == ["Versi data 7.", TAUTAN]


def test_many_sources_are_counted_and_each_is_named_once():
    teks = pesan(sumber=("A", "A", "B", "C", "D", "E"))
    assert "Sumber: laporan A; B; C; dan 2 sumber lain. Versi data 7" in teks


def test_a_copy_is_filled_without_changing_the_one_it_was_made_from():
    awal = Salinan("Judul", "Topik")
    assert awal.berisi(iter(["a", "b"])) == Salinan("Judul", "Topik", ("a", "b"))
    assert awal.butir == ()
