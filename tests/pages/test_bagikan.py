"""Every page with a table hands it out as a workbook: named by what it shows, made when somebody presses."""

from io import BytesIO

import pytest
from alat_halaman import buka, judul, lihat, wajar
from openpyxl import load_workbook

from components.navigasi import (
    ANGGARAN,
    CAPAIAN,
    KELENGKAPAN,
    OPD,
    PREDIKAT,
    REGIONAL,
    RINGKASAN,
    UJI,
)
from kinerja.predikat import Tampilan

LABEL = "Unduh tabel (XLSX)"
BERTABEL = [
    (RINGKASAN, {}, ["Pengukuran", "Predikat"]),
    (OPD, {}, ["Pengukuran", "Predikat"]),
    (CAPAIAN, {}, ["Pengukuran", "Multi-tahun"]),
    (CAPAIAN, {"cakupan": "Pendukung"}, ["Pengukuran", "Multi-tahun"]),
    (PREDIKAT, {}, ["Predikat", "Multi-tahun"]),
    (PREDIKAT, {"tampilan": Tampilan.SASARAN.alamat}, ["Sasaran"]),
    (PREDIKAT, {"tampilan": Tampilan.SKALA.alamat}, ["AKIP", "IKM"]),
    (ANGGARAN, {}, ["Anggaran"]),
    (ANGGARAN, {"lihat": "apbd"}, ["APBD"]),
    (ANGGARAN, {"lihat": "kuadran"}, ["Efisiensi"]),
    (REGIONAL, {"ukuran": "IPM"}, ["Regional-IPM"]),
    (UJI, {"uji_opd": "BATUBARA", "uji_tahun": 2024}, ["Temuan-uji"]),
    (KELENGKAPAN, {}, ["Kelengkapan"]),
]


def tombol(at):
    return [t for t in at.get("download_button") if t.label.endswith(LABEL)]


@pytest.fixture
def berkas(monkeypatch):
    """Catch what a page hands out: name and maker, which AppTest keeps to itself."""
    from components import bagikan

    isi = []
    asli = bagikan.tombol_unduh

    def catat(label, buat, nama, **lain):
        isi.append((nama, buat))
        asli(label, buat, nama, **lain)

    monkeypatch.setattr(bagikan, "tombol_unduh", catat)
    return isi


@pytest.mark.parametrize(("halaman", "alamat", "lembar"), BERTABEL, ids=lambda p: str(getattr(p, "jalur", p)))
def test_a_page_with_a_table_hands_it_out_as_a_workbook(halaman, alamat, lembar, berkas):
    at = buka(halaman, **{"opd": "BATUBARA", "tahun": 2024, **alamat})
    wajar(at)
    assert len(tombol(at)) == 1
    ((nama, buat),) = berkas
    assert nama.endswith(".xlsx")
    buku = load_workbook(BytesIO(buat()))
    assert buku.sheetnames[: 2 + len(lembar)] == ["Sampul", "Catatan", *lembar]
    if len(lembar) == 1:
        assert len(buku.sheetnames) == 3


@pytest.mark.parametrize("halaman", [CAPAIAN, UJI], ids=lambda h: h.jalur)
def test_the_sheet_has_the_title_of_the_page(halaman, berkas):
    at = buka(halaman, opd="SETDA", tahun=2024, uji_opd="SETDA", uji_tahun=2024)
    buku = load_workbook(BytesIO(berkas[0][1]()))
    assert buku.worksheets[2]["A1"].value == judul(at)


def test_the_file_is_named_by_page_opd_year_and_version(berkas, dataset):
    buka(CAPAIAN, opd="SETDA", tahun=2024)
    assert berkas[0][0] == f"capaian_SETDA_2024_v{dataset.versi}.xlsx"


def test_an_empty_state_has_nothing_to_hand_out():
    assert not tombol(lihat(CAPAIAN, opd="SETDA", tahun=2018))
