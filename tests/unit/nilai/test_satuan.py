"""Units: one word for one unit, and how a sentence writes a figure with it."""

from decimal import Decimal

import pytest

from kinerja.nilai.satuan import (
    PERSEN,
    RUPIAH,
    TANPA_SATUAN,
    dengan_satuan,
    jarak_satuan,
    sama_satuan,
    satuan_baku,
)


@pytest.mark.parametrize(
    ("satuan", "baku"),
    [
        *(
            (s, PERSEN)
            for s in ("%", "Persen", "Persentase", "prosen", "PERSEN", " persen ", "Persen (%)", "% (persen)")
        ),
        *((s, TANPA_SATUAN) for s in ("Nilai", "Indeks", "Skor", "Angka", "Poin", "", "Indeks/Nilai")),
        *((s, RUPIAH) for s in ("Rupiah", "Rp", "Rp.", "rupiah (Rp)")),
        ("Juta Rupiah", "juta rupiah"),
        ("Poin persen", "poin persen"),
        ("Per 1.000 KH", "per 1.000 kh"),
        ("Nilai tukar", "nilai tukar"),
    ],
)
def test_many_spellings_are_one_unit(satuan, baku):
    assert satuan_baku(satuan) == baku


@pytest.mark.parametrize(
    ("satuan", "teks"),
    [
        *((s, "19,3%") for s in ("%", "Persen", "Persentase", "prosen")),
        *((s, "19,3") for s in ("Nilai", "Indeks", "Skor", "Angka", "Poin", "")),
        *((s, "Rp 19,3") for s in ("Rp", "Rupiah", "Rp.")),
        ("Miliar Rupiah", "Rp 19,3 miliar"),
        ("Rp juta", "Rp 19,3 juta"),
        ("Tahun", "19,3 tahun"),
        ("MWh", "19,3 MWh"),
    ],
)
def test_a_sentence_writes_a_unit_one_way(satuan, teks):
    assert dengan_satuan("19,3", satuan) == teks


@pytest.mark.parametrize(
    ("satuan", "teks"), [("%", "2,5 poin persen"), ("Persentase", "2,5 poin persen"), ("Skor", "2,5 poin"), ("", "2,5")]
)
def test_the_size_of_a_difference_is_said_in_points(satuan, teks):
    assert jarak_satuan(Decimal("-2.5"), satuan) == teks


def test_a_unit_that_stands_already_is_not_written_twice():
    assert dengan_satuan("85 persen", "%") == "85 persen"
    assert dengan_satuan("Rp 5.000", "Rp") == "Rp 5.000"


def test_indeks_and_nilai_are_one_unit_and_percent_is_another():
    assert sama_satuan("Indeks", "Nilai")
    assert sama_satuan("%", "Persen")
    assert not sama_satuan("Persen", "Nilai")
