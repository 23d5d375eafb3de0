"""Figures of capaian: the true value is written where a bar stops, what is missing is there, names are no HTML."""

import dataclasses
from decimal import Decimal

import pytest
from test_komponen_tabel import JAHAT, KOSONG, LENGKAP

from components.capaian.grafik import BATAS_BATANG, alt_tren, grafik_capaian, grafik_distribusi, grafik_tren
from components.dasar.teks import aman
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.rumus.hitung import rata_rata
from kinerja.telaah.capaian.ringkasan import Distribusi, JumlahPredikat, TahunOpd

SKALA = SKALA_BAWAAN[0]


def baris(persen, **isi):
    teks = f"{persen}%".replace(".", ",")
    return dataclasses.replace(LENGKAP, persen=Decimal(persen), capaian=teks, **isi)


def titik(tahun, *persen):
    rata = rata_rata(Decimal(p) for p in persen)
    bidang = {f.name for f in dataclasses.fields(TahunOpd)}
    isi = {"tahun": tahun, "tercapai": 0, "terbanding": len(persen), "serapan": None}
    isi |= {n: rata for n in bidang if n.startswith("rata_rata")}
    return TahunOpd(**isi)


def test_a_bar_stops_at_120_and_writes_the_true_value():
    (batang,) = grafik_capaian((baris("251.3"), baris("98.95"), baris("0"))).data
    assert list(batang.x) == [BATAS_BATANG, 98.95, 0]
    assert [t.split()[-1] for t in batang.text] == ["251,3%", "98,95%", "0%"]
    assert list(batang.textposition) == ["inside", "inside", "outside"]


def test_an_indicator_without_a_figure_keeps_its_place_and_says_why():
    fig = grafik_capaian((baris("98.95"), KOSONG))
    (batang,) = fig.data
    assert batang.text[1] == "– Realisasi tidak tersedia"
    assert len(fig.layout.annotations) == 2


def test_colour_never_stands_without_its_symbol():
    (batang,) = grafik_capaian((baris("98.95"),)).data
    assert batang.text[0].startswith(LENGKAP.rupa.simbol)
    assert batang.marker.color[0] == LENGKAP.rupa.warna


def test_the_line_of_the_target_stands_at_100():
    garis = grafik_capaian((baris("98.95"),)).layout.shapes[0]
    assert (garis.x0, garis.x1) == (100, 100)


def test_an_empty_table_is_an_empty_figure():
    assert not grafik_capaian(()).data[0].y


@pytest.mark.parametrize("teks", JAHAT)
def test_names_of_a_workbook_are_no_html_in_a_figure(teks):
    jahat = baris("98.95", indikator=teks, target=teks, realisasi=teks, status=teks, predikat=teks)
    fig = grafik_capaian((jahat,))
    assert "<img" not in fig.to_json().replace("\\u003c", "<")
    assert "<script" not in fig.to_json().replace("\\u003c", "<")
    assert aman(teks) in fig.data[0].hovertext[0]


def test_the_distribution_shows_computed_and_reported_side_by_side():
    pita = tuple(JumlahPredikat(p, n, 2) for n, p in enumerate(SKALA.predikat))
    fig = grafik_distribusi(Distribusi(skala=SKALA, pita=pita, tanpa_predikat=1, tanpa_laporan=0, jumlah=11))
    assert [list(b.x) for b in fig.data] == [*([n, 2] for n in range(len(pita))), [1, 0]]
    assert [b.name for b in fig.data] == [*SKALA.predikat, "Tanpa predikat"]
    assert fig.data[0].text[0] == "", "nothing is not written"


def test_a_distribution_without_gaps_has_no_bar_for_them():
    fig = grafik_distribusi(
        Distribusi(skala=SKALA, pita=(JumlahPredikat("Tinggi", 3, 3),), tanpa_predikat=0, tanpa_laporan=0, jumlah=3)
    )
    assert len(fig.data) == 1


def test_the_trend_writes_each_value_with_indonesian_decimals_and_says_it_in_words():
    tren = (titik(2022, "98.5"), titik(2023, "100"), titik(2024, "108.16", "90"))
    (garis,) = grafik_tren(tren).data
    assert list(garis.x) == ["2022", "2023", "2024"]
    assert list(garis.text) == ["98,50%", "100,00%", "99,08%"]
    assert alt_tren(tren) == "Rata-rata capaian: 2022 98,50%, 2023 100,00%, 2024 99,08%"


def test_a_trend_without_years_is_an_empty_figure():
    assert not grafik_tren(()).data[0].x


@pytest.mark.parametrize("fig", [grafik_capaian((LENGKAP,)), grafik_tren((titik(2024, "90"),))])
def test_numbers_of_a_figure_are_written_the_indonesian_way(fig):
    assert fig.layout.separators == ",."
