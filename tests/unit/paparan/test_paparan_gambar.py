"""Charts of a deck as SVG: well-formed whatever a name holds, true to the figures, inside their frame."""

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.paparan.gambar import lukis
from kinerja.paparan.gambar.kanvas import HURUF, lebar_teks, lipat
from kinerja.paparan.gambar.skala import PERSEN_TERJAUH, Sumbu, sumbu_batang, sumbu_rapat
from kinerja.paparan.model import AcuanGrafik, Deret, Grafik, JenisGrafik, Titik
from kinerja.sajian.rupa import PALET, SENDIRI
from kinerja.sajian.salinan import polos
from kinerja.sajian.tabel_terbit import Format

SVG = "{http://www.w3.org/2000/svg}"
LEBAR, TINGGI = 1130, 700


def grafik(jenis=JenisGrafik.BATANG, nilai=("10", "20", "5"), **isi):
    titik = tuple(
        Titik(None if n is None else Decimal(n), f"{n}%", x=Decimal(k) if jenis is JenisGrafik.SEBARAN else None)
        for k, n in enumerate(nilai)
    )
    kategori = isi.pop("kategori", tuple(f"K{n}" for n in range(len(nilai))))
    deret = isi.pop("deret", (Deret("Capaian", titik, SENDIRI),))
    return Grafik(
        jenis=jenis, kategori=kategori, deret=deret, satuan="persen", format=Format.PERSEN, alt="alt 1", **isi
    )


def unsur(g, nama):
    return ElementTree.fromstring(str(lukis(g, LEBAR, TINGGI))).iter(f"{SVG}{nama}")


def teks(g):
    return [t.text for t in unsur(g, "text")]


@pytest.mark.parametrize("jenis", JenisGrafik)
def test_every_form_writes_its_categories_and_its_figures(jenis):
    isi = " ".join(t or "" for t in teks(grafik(jenis)))
    assert {"10%", "20%", "5%"} <= set(isi.split())
    if jenis is not JenisGrafik.SEBARAN:
        assert {"K0", "K1", "K2"} <= set(isi.split())


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(JenisGrafik),
    st.lists(st.one_of(st.none(), st.decimals(-1000, 1000, places=2)), min_size=1, max_size=7),
    st.text(max_size=120),
)
def test_any_name_and_any_figure_give_a_picture_that_an_xml_reader_takes(jenis, nilai, nama):
    g = grafik(jenis, nilai, kategori=(nama,) * len(nilai))
    akar = ElementTree.fromstring(str(lukis(g, LEBAR, TINGGI)))
    assert akar.get("aria-label") == "alt 1"
    if jenis is JenisGrafik.BATANG and polos(nama):
        ditulis = "".join(t.text or "" for t in akar.iter(f"{SVG}text"))
        assert polos(nama).replace(" ", "") in ditulis.replace(" ", ""), "nothing of a name is left out"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(JenisGrafik), st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=7))
def test_bars_dots_and_lines_stay_inside_the_frame(jenis, nilai):
    g = grafik(jenis, nilai)
    for r in unsur(g, "rect"):
        x, y, w, h = (float(r.get(k)) for k in ("x", "y", "width", "height"))
        assert -0.1 <= x <= x + w <= LEBAR + 0.1
        assert -0.1 <= y <= y + h <= TINGGI + 0.1
    for c in unsur(g, "circle"):
        assert 0 <= float(c.get("cx")) <= LEBAR
        assert 0 <= float(c.get("cy")) <= TINGGI


def test_bars_are_as_long_as_their_values():
    panjang = [float(r.get("width")) for r in unsur(grafik(), "rect")]
    assert panjang[1] == pytest.approx(2 * panjang[0], abs=0.2)
    assert panjang[2] == pytest.approx(panjang[0] / 2, abs=0.2)


def test_bars_of_capaian_end_at_120_and_write_the_true_value():
    g = grafik(nilai=("100", "300"), acuan=(AcuanGrafik("100%", Decimal(100)),))
    seratus, jauh = (float(r.get("width")) for r in unsur(g, "rect"))
    assert jauh / seratus == pytest.approx(PERSEN_TERJAUH / 100, abs=0.01)
    assert "300%" in teks(g)


def test_a_gap_is_no_bar_and_no_dot():
    for jenis, nama in ((JenisGrafik.BATANG, "rect"), (JenisGrafik.KOLOM, "rect"), (JenisGrafik.GARIS, "circle")):
        assert len(list(unsur(grafik(jenis, ("1", None, "3")), nama))) == 2


def test_a_target_is_hollow_and_dashed():
    nilai = tuple(Titik(Decimal(n), str(n)) for n in (1, 2))
    deret = (Deret("Realisasi", nilai, SENDIRI), Deret("Target", nilai, "#000", target=True))
    isi = str(lukis(grafik(JenisGrafik.GARIS, ("1", "2"), deret=deret)))
    assert 'fill="none"' in isi
    assert "stroke-dasharray" in isi
    assert {"Realisasi", "Target"} <= set(re.findall(r">([A-Z][a-z]+)<", isi))


def test_the_colour_of_a_grade_is_that_of_the_palette():
    deret = (Deret("C", (Titik(Decimal(1), "1", PALET[3]),), SENDIRI),)
    (batang,) = unsur(grafik(nilai=("1",), deret=deret), "rect")
    assert batang.get("fill") == PALET[3].warna


def test_names_of_points_do_not_stand_on_each_other():
    titik = tuple(Titik(Decimal(90 + n % 3), f"INDIKATOR-{n}", x=Decimal(95)) for n in range(8))
    g = grafik(JenisGrafik.SEBARAN, deret=(Deret("C", titik, SENDIRI),))
    nama = [t for t in unsur(g, "text") if (t.text or "").startswith("INDIKATOR")]
    letak = sorted((float(t.get("x")), float(t.get("y"))) for t in nama)
    assert len(nama) == 8
    assert all(kini[1] - lalu[1] >= 20 for lalu, kini in pairwise(letak) if kini[0] == lalu[0])


# --- words ------------------------------------------------------------------------------------------------------------


@given(st.text(min_size=1, max_size=300))
def test_folding_leaves_nothing_out_and_no_line_is_wider_than_its_box(isi):
    baris, ukuran = lipat(isi, 400, 120)
    assert "".join(baris).replace(" ", "") == polos(isi).replace(" ", "")
    assert 12 <= ukuran <= HURUF
    assert all(len(b) * ukuran * 0.55 <= 400 + ukuran for b in baris)


def test_wide_letters_count_twice():
    assert lebar_teks("漢字") == 2 * lebar_teks("ab")


# --- axes -------------------------------------------------------------------------------------------------------------


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=9))
def test_a_close_axis_holds_every_value_and_has_few_round_steps(nilai):
    s = sumbu_rapat(nilai, 0, 500)
    assert all(0 <= s.letak(n) <= 500 for n in nilai)
    assert len(s.langkah()) <= 7


def test_an_axis_of_bars_begins_at_zero():
    assert sumbu_batang(grafik(nilai=("70", "80")), 0, 100).bawah == 0
    assert sumbu_batang(grafik(nilai=("-5", "8")), 0, 100).bawah == -5


def test_what_lies_beyond_the_end_stands_at_the_end():
    assert Sumbu(0, 120, 0, 600).letak(Decimal(300)) == 600
