"""The page of an indicator on figures that make trouble: each is a state that somebody designed, not an error."""

from dataclasses import replace

import pytest
from alat_halaman import buka, grafik, html, judul, kata, wajar
from contoh import capaian, dataset, indikator, nilai, opd

from components.bingkai.navigasi import INDIKATOR
from kinerja.nilai.baca import KOSONG
from kinerja.sumber import versi as sumber


def ganjil(baris, tambahan=(), **isi):
    """An indicator of the regency with these rows."""
    bersih = {"satuan": "Persen", **isi}
    ind = replace(indikator(**{k: v for k, v in bersih.items() if k != "satuan"}), satuan=bersih["satuan"])
    return dataset(indikator=[ind, *tambahan], capaian=baris)


KEADAAN = {
    "one year": (ganjil([capaian(target="80", realisasi="85")]), "lebih baik daripada target 80%"),
    "no target": (ganjil([capaian(realisasi="85")]), "tanpa target"),
    "no target akhir": (ganjil([capaian(target="80", realisasi="8")], target_akhir=KOSONG), "belum mencapai"),
    "only grades": (
        ganjil(
            [capaian(target="WTP", realisasi="WDP", skala="Opini BPK")],
            skala_nilai="Opini BPK",
            target_akhir=nilai("WTP", "Opini BPK"),
            satuan="Opini",
        ),
        "WDP pada 2024: belum mencapai target WTP",
    ),
    "zero": (ganjil([capaian(tahun=2023, realisasi="0"), capaian(target="80", realisasi="0")]), "0% pada 2024"),
    "turun, target 0": (ganjil([capaian(target="0", realisasi="3")], arah="Turun"), "3% pada 2024"),
    "turun, 0 of 0": (ganjil([capaian(target="0", realisasi="0")], arah="Turun"), "sesuai target 0%"),
    "negative": (ganjil([capaian(target="-5", realisasi="-3")]), "-3% pada 2024"),
    "no value": (ganjil([capaian(target="80", realisasi="N/A")]), "tidak tersedia, targetnya 80%"),
    "ratio": (ganjil([capaian(target="1:20", realisasi="1:18")]), "1:18 pada 2024"),
    "netral": (ganjil([capaian(target="5", realisasi="9")], arah="Netral"), "9% pada 2024"),
    "huge": (ganjil([capaian(target="1", realisasi="9" * 25)]), "pada 2024"),
    "markup": (
        ganjil([capaian(target="80", realisasi="85", sumber="<img src=x>", catatan="[a](b)")], formula="<script>"),
        "85% pada 2024",
    ),
    "long name": (
        dataset(
            indikator=[replace(indikator(), indikator="Sangat panjang " * 30)],
            capaian=[capaian(target="80", realisasi="85")],
        ),
        "Sangat panjang",
    ),
}


@pytest.mark.parametrize("nama", KEADAAN)
def test_figures_that_make_trouble_have_a_designed_page(nama, monkeypatch):
    data, isi_judul = KEADAAN[nama]
    monkeypatch.setattr(sumber, "aktif", lambda *_: sumber.Aktif(dataset=data))
    at = buka(INDIKATOR, opd="KAB", tahun=2024, indikator="UHH")
    wajar(at)
    assert not at.warning
    assert isi_judul in judul(at)
    assert [s.value[:2] for s in at.subheader][:5] == ["1\\", "2\\", "3\\", "4\\", "5\\"]
    assert "Tidak tercetak:" in kata(at)
    for g in grafik(at).values():
        assert "NaN" not in str(g)
    assert "NaN" not in html(at)


def test_an_opd_without_indicators_says_so_and_offers_those_that_have_some(monkeypatch):
    data = dataset(opd=[opd(), opd("DINKES", "Dinas")], capaian=[capaian(target="80", realisasi="85")])
    monkeypatch.setattr(sumber, "aktif", lambda *_: sumber.Aktif(dataset=data))
    at = buka(INDIKATOR, opd="DINKES", tahun=2024)
    wajar(at)
    assert judul(at) == "Belum ada angka indikator untuk Nama DINKES tahun 2024"
    (tombol,) = at.button
    tombol.click().run()
    assert judul(at).startswith("Indikator UHH 85% pada 2024")


def test_a_year_without_a_row_offers_the_years_that_have_one(monkeypatch):
    data = ganjil([capaian(tahun=2023, target="80", realisasi="85"), capaian("X", 2024)], [indikator("X")])
    monkeypatch.setattr(sumber, "aktif", lambda *_: sumber.Aktif(dataset=data))
    at = buka(INDIKATOR, opd="KAB", tahun=2024, indikator="UHH")
    wajar(at)
    assert judul(at) == "Belum ada angka Indikator UHH untuk Nama KAB tahun 2024"
    assert [b.label for b in at.button] == ["2023"]
    assert not grafik(at)
