"""Every page with a table hands it out as a workbook: named by what it shows, made when somebody presses."""

from io import BytesIO

import pytest
from alat_halaman import buka, judul, lihat, wajar
from contoh_gudang import OPERATOR
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader
from teks_pdf import rapat

from components.bingkai import akses
from components.bingkai.navigasi import (
    ANGGARAN,
    CAPAIAN,
    INDIKATOR,
    KELENGKAPAN,
    OPD,
    PAPARAN,
    PREDIKAT,
    REGIONAL,
    RINGKASAN,
    UJI,
)
from components.server.jati_diri import PENGELOLA_LOKAL
from kinerja.telaah.capaian.predikat import TampilanPredikat

LABEL, CETAK = "Unduh tabel (XLSX)", "Cetak halaman (PDF)"
BERTABEL = [
    (RINGKASAN, {}, ["Pengukuran", "Predikat"]),
    (OPD, {}, ["Pengukuran", "Predikat"]),
    (CAPAIAN, {}, ["Pengukuran", "Multi-tahun"]),
    (CAPAIAN, {"cakupan": "Pendukung"}, ["Pengukuran", "Multi-tahun"]),
    (PREDIKAT, {}, ["Predikat", "Multi-tahun"]),
    (PREDIKAT, {"tampilan": TampilanPredikat.SASARAN.alamat}, ["Sasaran"]),
    (PREDIKAT, {"tampilan": TampilanPredikat.SKALA.alamat}, ["AKIP", "IKM"]),
    (ANGGARAN, {}, ["Anggaran"]),
    (ANGGARAN, {"lihat": "apbd"}, ["APBD"]),
    (ANGGARAN, {"lihat": "kuadran"}, ["Efisiensi"]),
    (REGIONAL, {"ukuran": "IPM"}, ["Regional-IPM"]),
    (UJI, {"uji_opd": "BATUBARA", "uji_tahun": 2024}, ["Temuan-uji"]),
    (KELENGKAPAN, {}, ["Kelengkapan"]),
]


class Tangkapan(list):
    """Workbooks that were offered, with the printed pages beside them in `cetak`."""


def tombol(at):
    return [t for t in at.get("download_button") if t.label.endswith(LABEL)]


@pytest.fixture
def berkas(monkeypatch):
    """Catch what a page hands out: name and maker, which AppTest keeps to itself."""
    from components.bingkai import bagikan

    isi, cetak = Tangkapan(), []
    isi.cetak = cetak
    asli = bagikan.tombol_unduh

    def catat(label, buat, nama, **lain):
        if label == LABEL:
            isi.append((nama, buat))
        elif label == CETAK:
            cetak.append((nama, buat))
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


# --- on paper ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("halaman", "alamat", "ada"),
    [
        (CAPAIAN, {"urutan": "Capaian terendah dahulu"}, "Usia Harapan Hidup"),
        (RINGKASAN, {}, "Usia Harapan Hidup"),
        (REGIONAL, {"ukuran": "IPM"}, "Asahan"),
        (INDIKATOR, {}, ""),
    ],
    ids=lambda p: str(getattr(p, "jalur", "")),
)
def test_a_page_is_printed_with_its_title_filters_source_version_and_address(halaman, alamat, ada, berkas, dataset):
    at = buka(halaman, **{"opd": "BATUBARA", "tahun": 2024, **alamat})
    wajar(at)
    ((nama, buat),) = berkas.cetak
    assert nama.startswith(halaman.jalur.rpartition("/")[2])
    assert nama.endswith(f"_v{dataset.versi}.pdf")
    teks = rapat("".join(h.extract_text() for h in PdfReader(BytesIO(buat())).pages))
    for satu in (judul(at), "Saringan:", "Tahun: 2024", f"Versi data {dataset.versi}", "?opd=BATUBARA", ada):
        assert rapat(satu) in teks


def test_what_is_printed_follows_the_filters_that_are_set(berkas):
    buka(RINGKASAN, opd="SETDA", tahun=2023, batasi="ya")
    teks = rapat(PdfReader(BytesIO(berkas.cetak[0][1]())).pages[0].extract_text())
    assert rapat("Batasi capaian pada 100%: ya") in teks
    assert rapat("OPD: Sekretariat Daerah") in teks


def test_an_empty_state_is_not_printed():
    assert not [t for t in lihat(CAPAIAN, opd="SETDA", tahun=2018).get("download_button") if t.label.endswith(CETAK)]


# --- the deck and the chapter -----------------------------------------------------------------------------------------


def test_paparan_hands_out_deck_lampiran_and_chapter_each_made_on_press(monkeypatch, dataset):
    from components.rapat import paparan

    isi = {}
    asli = paparan.tombol_unduh
    monkeypatch.setattr(
        paparan, "tombol_unduh", lambda label, b, nama, **k: (isi.update({label: (nama, b)}), asli(label, b, nama, **k))
    )
    at = buka(PAPARAN, opd="BKPSDM", tahun=2024)
    wajar(at)
    v = dataset.versi
    assert {label: nama for label, (nama, _) in isi.items()} == {
        "Unduh PPTX": f"paparan_BKPSDM_2024_v{v}.pptx",
        "Unduh PDF": f"paparan_BKPSDM_2024_v{v}.pdf",
        "Unduh Lampiran (PDF)": f"lampiran_BKPSDM_2024_v{v}.pdf",
        "Unduh draf Bab III (DOCX)": f"bab-iii_BKPSDM_2024_v{v}.docx",
    }
    jadi = {label: buat() for label, (_, buat) in isi.items()}
    slaid = len(PdfReader(BytesIO(jadi["Unduh PDF"])).pages)
    assert judul(at).startswith(f"{slaid} slaid siap ditayangkan")
    assert len(Presentation(BytesIO(jadi["Unduh PPTX"])).slides) == slaid
    assert len(PdfReader(BytesIO(jadi["Unduh Lampiran (PDF)"])).pages) > 1
    assert Document(BytesIO(jadi["Unduh draf Bab III (DOCX)"])).tables


# --- the form of an office --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pengguna", [None, OPERATOR, PENGELOLA_LOKAL], ids=["reader", "operator", "manager"])
def test_kelengkapan_hands_out_the_form_of_a_period_and_all_of_them_to_who_manages(monkeypatch, pengguna):
    from components import kelengkapan

    monkeypatch.setattr(akses, "pengguna_kini", lambda: pengguna)
    isi, asli = {}, kelengkapan.tombol_unduh
    monkeypatch.setattr(
        kelengkapan, "tombol_unduh", lambda label, b, nama, **k: (isi.update({nama: b}), asli(label, b, nama, **k))
    )
    at = buka(KELENGKAPAN, opd="BKPSDM", tahun=2024)
    assert any(t.value.startswith("Semua 94 realisasi 2024 sudah tercatat") for t in at.text)
    isi.clear()
    (tahun,), (periode,) = ([s for s in at.selectbox if s.label == k] for k in ("Tahun isian", "Periode isian"))
    assert tahun.options[0] == "2026", "the year to come can be asked for before it has a row"
    tahun.select(2026)
    periode.select("TW I").run()
    wajar(at)
    assert any(t.value.startswith("72 realisasi indikator (3 IKU) TW I 2026 diminta.") for t in at.text)
    nama, semua = "isian_bkpsdm_2026_tw-i.xlsx", ["isian-semua_2026_tw-i.zip"] if pengguna is PENGELOLA_LOKAL else []
    assert sorted(n for n in isi if n.startswith("isian")) == sorted([nama, *semua])
    assert load_workbook(BytesIO(isi[nama]())).sheetnames[:2] == ["Petunjuk", "Capaian"]
