"""The pictures of an indicator that are HTML: every figure is a word, and every mark stands where its value lies."""

import re
from decimal import Decimal
from html import unescape
from itertools import pairwise

import pytest

from components.indikator.gambar import gambar_sebaya, gambar_target
from kinerja.sajian.rupa import TAK_TERSEDIA
from kinerja.sumber.versi import aktif
from kinerja.telaah.indikator.gambar import BatangTarget, PitaNilai, TitikSebaya, batang_target, titik_sebaya
from kinerja.telaah.kisah.kisah import kisah
from kinerja.telaah.wilayah.perbandingan import JenisWilayah

JAHAT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


def kata(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", str(html))).split())


def letak(html, kelas):
    """Return where the marks of a class stand, in percent of the width."""
    return [Decimal(x) for x in re.findall(rf'class="{kelas}[^"]*" style="left:([\d.]+)%', str(html))]


def test_uhh_reached_its_target_and_every_figure_is_a_word(data):
    html = gambar_target(batang_target(data, "BB-UHH", 2024))
    assert "Realisasi 72,97 tahun" in kata(html)
    assert "Target 72,93 tahun" in kata(html)
    assert "○ tahun lalu 72,63 tahun" in kata(html)
    (kini,), (sasaran,), (lalu,) = (
        letak(html, k) for k in ("dk-bidang__titik is-kini", "dk-bidang__sasaran", "dk-bidang__titik is-lalu")
    )
    assert lalu < sasaran < kini


def test_a_range_is_a_stretch_between_two_lines(data):
    html = gambar_target(batang_target(data, "BB-TPT", 2024))
    kiri, kanan = letak(html, "dk-bidang__sasaran")
    assert letak(html, "dk-bidang__rentang") == [kiri]
    assert kanan > kiri


@pytest.mark.parametrize("kode", ["BB-UHH", "BB-TPT", "BB-MISKIN", "BB-PAD", "SETDA-AKIP"])
def test_grades_adjoin_and_stay_inside(data, kode):
    html = str(gambar_target(batang_target(data, kode, 2024)))
    pita = [
        (Decimal(a), Decimal(b)) for a, b in re.findall(r'dk-bidang__pita" style="left:([\d.]+)%;width:([\d.]+)%', html)
    ]
    assert pita
    assert all(a >= 0 and a + b <= 100 for a, b in pita)
    assert all(a[0] + a[1] == b[0] for a, b in pairwise(sorted(pita)))


def batang(**lain):
    isi = {"realisasi": None, "realisasi_teks": "", "bawah": Decimal(5), "atas": Decimal(5), "target_teks": "5"}
    ujung = {"lalu": None, "lalu_teks": "", "pita": (), "kiri": Decimal(0), "kanan": Decimal(10), "rupa": TAK_TERSEDIA}
    return BatangTarget(**{**isi, **ujung, **lain})


def test_without_realisasi_and_last_year_only_the_target_stands():
    html = gambar_target(batang())
    assert kata(html) == "Target 5"
    assert not letak(html, "dk-bidang__titik")


@pytest.mark.parametrize(("angka", "persen"), [(0, 0), (10, 100), (2, 20)])
def test_words_shift_with_their_place_so_that_none_leaves_the_picture(angka, persen):
    html = str(gambar_target(batang(realisasi=Decimal(angka), realisasi_teks=str(angka))))
    assert Decimal(re.search(r'--x:([\d.]+)">[^<]*Realisasi', html)[1]) == persen


def test_text_of_the_workbook_is_never_markup():
    pita = PitaNilai(JAHAT, TAK_TERSEDIA, Decimal(0), Decimal(9))
    html = str(gambar_target(batang(target_teks=JAHAT, realisasi=Decimal(1), realisasi_teks=JAHAT, pita=(pita,))))
    titik = [
        TitikSebaya(nama=JAHAT, nilai=Decimal(n), teks=JAHAT, jenis=JenisWilayah.LAIN, peringkat=n) for n in (1, 2)
    ]
    assert "<img" not in html + str(gambar_sebaya(titik))


def test_tpt_stands_among_its_likes_in_their_order(data):
    titik = titik_sebaya(kisah(data, "BB-TPT", 2024).sebaya)
    html = gambar_sebaya(titik)
    nama = [unescape(n) for n in re.findall(r"<li[^>]*><span>([^<]*)</span>", str(html))]
    assert [n.split(". ")[-1] for n in nama] == [t.nama for t in titik]
    assert str(html).count("is-sendiri") == 1
    x = [Decimal(n) for n in re.findall(r'<i style="left:([\d.]+)%', str(html))]
    assert x == sorted(x), "less unemployment is better and stands first"
    assert (min(x), max(x)) == (0, 100)


def test_equal_likes_stand_in_the_middle():
    titik = [TitikSebaya(nama=n, nilai=Decimal(7), teks="7", jenis=JenisWilayah.LAIN, peringkat=1) for n in "AB"]
    assert re.findall(r'<i style="left:(\d+)%', str(gambar_sebaya(titik))) == ["50", "50"]
