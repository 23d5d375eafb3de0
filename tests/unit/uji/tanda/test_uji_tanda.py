"""Marks for findings beside a figure: every finding of the year, and nothing said twice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from contoh import capaian, dataset, indikator

from kinerja.model.catatan import Tutupan
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.sumber import versi as sumber
from kinerja.telaah.indikator.tabel import tabel_capaian
from kinerja.telaah.pohon.cabang import ratakan
from kinerja.telaah.pohon.pohon import pohon_kinerja
from kinerja.uji.mesin import uji
from kinerja.uji.tanda.indikator import PETUNJUK, baris_bertanda, cabang_bertanda, lengkapi_tanda, tanda_temuan


@pytest.fixture
def data():
    keliru = capaian(target=100, realisasi=90, cetak="95", predikat_dilaporkan="Rendah", sumber="000, Tabel 1")
    benar = capaian("B", target=100, realisasi=90, cetak="90", catatan="Angka sementara", sumber="000, Tabel 1")
    return dataset(indikator=(indikator(), indikator("B")), capaian=(keliru, benar))


def test_every_finding_on_an_indicators_year_is_a_mark_with_the_way_to_its_reasoning(data):
    tanda = tanda_temuan(data, "UHH", 2024)
    assert len(tanda) == len([t for t in uji(data).temuan if t.alamat.kode_indikator == "UHH"]) > 0
    assert {t.jenis for t in tanda} == {JenisTanda.UJI}
    assert "tercetak 95, padahal" in tanda[0].penjelasan
    assert tanda[0].penjelasan.endswith(f"{PETUNJUK} (U01, pasti).")
    assert tanda_temuan(data, "UHH", 2023) == tanda_temuan(data, "B", 2024) == tanda_temuan(data, "X", 2024) == ()


def test_what_a_finding_says_is_not_said_twice(data):
    semula = data.tahunan("UHH", 2024).tanda
    assert {JenisTanda.BEDA_CETAK, JenisTanda.PREDIKAT_BEDA} <= {t.jenis for t in semula}
    lengkap = lengkapi_tanda(data, "UHH", 2024, semula)
    jenis = [t.jenis for t in lengkap]
    assert JenisTanda.BEDA_CETAK not in jenis
    ukuran = {t.alamat.ukuran for t in uji(data).temuan}
    assert (JenisTanda.PREDIKAT_BEDA in jenis) == ("Predikat" not in ukuran)
    assert jenis[0] is JenisTanda.UJI


def test_a_finding_that_was_closed_marks_nothing_until_another_figure_follows(data):
    satu, *lain = [t for t in uji(data).temuan if t.alamat.kode_indikator == "UHH"]
    ditutup = {
        satu.id: Tutupan(
            temuan=satu.id,
            seharusnya=satu.seharusnya,
            waktu=datetime(2026, 11, 21, tzinfo=UTC),
            oleh="siti",
            alasan="Sudah diralat",
        )
    }
    semula = data.tahunan("UHH", 2024).tanda
    isi = [t.penjelasan for t in lengkapi_tanda(data, "UHH", 2024, semula, ditutup)]
    assert not any(satu.uraian in k for k in isi)
    assert all(any(t.uraian in k for k in isi) for t in lain)
    assert JenisTanda.BEDA_CETAK not in {t.jenis for t in lengkapi_tanda(data, "UHH", 2024, semula, ditutup)}
    berubah = {satu.id: replace(ditutup[satu.id], seharusnya="1%")}
    assert lengkapi_tanda(data, "UHH", 2024, semula, berubah) == lengkapi_tanda(data, "UHH", 2024, semula)


def test_marks_that_say_something_else_stay(data):
    lain = (Tanda(JenisTanda.DI_CELAH, "a"), Tanda(JenisTanda.CATATAN, "b"))
    assert lengkapi_tanda(data, "UHH", 2024, lain)[-2:] == lain
    assert lengkapi_tanda(data, "B", 2024, lain) == lain


def test_a_finding_on_another_print_leaves_the_mark_of_the_main_table():
    """The main table is cut, another place prints something else: both are said."""
    d = sumber.aktif().dataset
    c = d.tahunan("BB-HLS", 2024)
    lengkap = lengkapi_tanda(d, "BB-HLS", 2024, (Tanda(JenisTanda.BEDA_CETAK, "x"), *c.tanda))
    assert c.baris.capaian_dilaporkan.teks not in [
        t.tercetak for t in uji(d).temuan if t.alamat.kode_indikator == c.kode
    ]
    assert JenisTanda.BEDA_CETAK in {t.jenis for t in lengkap}


def test_rows_and_branches_take_the_marks_of_their_year():
    d = sumber.aktif().dataset
    baris = tabel_capaian(d, "DISNAKERPERINDAG", 2025)
    lengkap = baris_bertanda(d, baris, 2025)
    assert [b.kode for b in lengkap] == [b.kode for b in baris]
    bertemuan = {b.kode for b in lengkap if any(t.jenis is JenisTanda.UJI for t in b.tanda)}
    assert bertemuan == {b.kode for b in baris if tanda_temuan(d, b.kode, 2025)} != set()
    pohon = pohon_kinerja(d, "DISNAKERPERINDAG", 2025)
    cabang = [c for _, c in ratakan(cabang_bertanda(d, pohon.akar, 2025)) if c.kode]
    assert {c.kode for c in cabang if any(t.jenis is JenisTanda.UJI for t in c.tanda)} == bertemuan
