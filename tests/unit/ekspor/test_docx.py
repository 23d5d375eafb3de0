"""The draft of Bab III as Word opens it: headings, the published tables, gaps that are seen, plain text."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from contoh import capaian, dataset, indikator, opd
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from kinerja.ekspor.docx import TANPA_DATA, tulis_docx
from kinerja.ekspor.lebar_kolom import teks_sel
from kinerja.model.baris import Analisis, BarisProfil
from kinerja.model.istilah import JenisAnalisis
from kinerja.sajian.salinan import polos
from kinerja.sumber.versi import aktif
from kinerja.telaah.kisah.kisah import kisah
from kinerja.terbitan.bab3 import Belum, TabelBab, susun_bab3
from kinerja.terbitan.kumpulan import lampiran

HARI = date(2026, 11, 21)
MILIK = [("BATUBARA", 2024), ("SETDA", 2024), ("DISNAKERPERINDAG", 2025), ("KEC-LIMA-PULUH-PESISIR", 2023)]


def tulis(data, kode, tahun):
    """Write the draft and open it again."""
    berkas = BytesIO()
    tulis_docx(data, kode, tahun, HARI, berkas)
    return Document(berkas)


def judul(dok, tingkat=None):
    gaya = f"Heading {tingkat or ''}".strip()
    return [p.text for p in dok.paragraphs if p.style.name.startswith(gaya)]


def alinea(dok):
    return [polos(p.text) for p in dok.paragraphs]


@pytest.fixture(scope="module")
def data():
    return aktif().dataset


@pytest.fixture(scope="module")
def kecamatan(data):
    return tulis(data, "KEC-LIMA-PULUH-PESISIR", 2023)


# --- the whole --------------------------------------------------------------------------------------------------------


def test_the_chapter_has_the_headings_of_an_lkjip(data, kecamatan):
    assert judul(kecamatan, 1) == ["BAB III AKUNTABILITAS KINERJA"]
    assert judul(kecamatan, 2) == ["3.1 Capaian Kinerja Organisasi", "3.2 Realisasi Anggaran"]
    assert judul(kecamatan, 3)[0].startswith("3.1.1 Sasaran: ")
    iku = [c.indikator.indikator for c in data.capaian_opd("KEC-LIMA-PULUH-PESISIR", 2023)]
    assert judul(kecamatan, 4) == iku


@pytest.mark.parametrize(("kode", "tahun"), MILIK)
def test_its_tables_are_the_published_ones_each_with_a_numbered_caption(data, kode, tahun):
    dok = tulis(data, kode, tahun)
    terbit = {t.judul: t for t in lampiran(data, kode, tahun)}
    keterangan = [p.text for p in dok.paragraphs if p.style.name == "Caption"]
    nomor = [re.match(r"Tabel 3\.(\d+) (.*)", k).groups() for k in keterangan]
    assert [int(n) for n, _ in nomor] == list(range(1, len(terbit) + 1))
    assert {polos(t) for t in terbit} == {t for _, t in nomor}
    for (_, nama), isi in zip(nomor, dok.tables, strict=True):
        t = next(t for t in terbit.values() if polos(t.judul) == nama)
        sel = [[c.text for c in b.cells] for b in isi.rows]
        assert sel == [[k.judul for k in t.kolom], *([teks_sel(s) for s in b] for b in t.baris)]


@pytest.mark.parametrize(("kode", "tahun"), MILIK)
def test_its_sentences_and_gaps_are_those_of_the_stories(data, kode, tahun):
    semua = "\n".join(alinea(tulis(data, kode, tahun)))
    for c in data.capaian_opd(kode, tahun):
        k = kisah(data, c.kode, tahun)
        assert polos(k.judul) in semua
        for b in k.bagian:
            assert all(polos(x.teks) in semua for x in b.kalimat)
            assert not b.kurang or polos(f"[belum tercetak: {'; '.join(b.kurang)}]") in semua
        assert all(polos(a.uraian.rstrip(".")) in semua for a in k.penjelasan)


def test_a_gap_is_marked_for_the_eye_too(kecamatan):
    celah = [r for p in kecamatan.paragraphs for r in p.runs if "[belum tercetak:" in r.text and "..." not in r.text]
    assert celah
    assert {r.font.highlight_color for r in celah} == {WD_COLOR_INDEX.YELLOW}


def test_the_top_says_that_it_is_a_draft_of_a_version(data, kecamatan):
    assert alinea(kecamatan)[0].startswith(f"Draf, disusun dari versi data {data.versi} pada 21 November 2026.")


def test_it_speaks_indonesian_and_counts_its_pages(kecamatan):
    bawaan = kecamatan.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert bawaan.find(qn("w:lang")).get(qn("w:val")) == "id-ID"
    assert kecamatan.core_properties.title == "Draf Bab III Kecamatan Lima Puluh Pesisir 2023"
    for bagian in kecamatan.sections:
        perintah = [b.text for b in bagian.footer._element.iter(qn("w:instrText"))]
        assert perintah == [" PAGE "]


def test_heads_of_tables_stand_on_every_page_and_rows_are_not_split(kecamatan):
    for t in kecamatan.tables:
        kepala, *isi = t._tbl.tr_lst
        assert kepala.trPr.find(qn("w:tblHeader")) is not None
        assert all(b.trPr.find(qn("w:tblHeader")) is None for b in isi)
        assert all(b.trPr.find(qn("w:cantSplit")) is not None for b in (kepala, *isi))


def test_a_grade_has_its_colour_symbol_and_word(kecamatan):
    sel = next(s for b in kecamatan.tables[0].rows for s in b.cells if s.text.startswith("▲▲"))
    assert polos(sel.text) == "▲▲ Sangat Baik"
    assert sel._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "08519C"


def test_a_wide_table_lies_and_the_text_stands(data):
    dok = tulis(data, "BATUBARA", 2024)
    assert {s.orientation for s in dok.sections} == {0, 1}
    for t, u in zip(
        dok.tables, (u for u in susun_bab3(data, "BATUBARA", 2024) if isinstance(u, TabelBab)), strict=True
    ):
        assert len(t.columns) == len(u.tabel.kolom)


# --- what is missing, what is hostile ---------------------------------------------------------------------------------


def test_without_iku_it_says_so(data):
    dok = tulis(data, "SETDA", 2018)
    assert alinea(dok)[1] == TANPA_DATA.format(2018)
    assert (dok.tables, judul(dok)) == ([], [])


def test_analysis_and_budget_that_no_report_prints_are_gaps():
    isi = dataset(indikator=[indikator(sasaran="S")], capaian=[capaian(target="10", realisasi="9")])
    celah = [u.apa for u in susun_bab3(isi, "KAB", 2024) if isinstance(u, Belum)]
    assert ("faktor pendorong atau penghambat 2024", "solusi atau tindak lanjut 2024") in celah
    assert ("anggaran 2024 menurut program", "anggaran 2024 menurut indikator") in celah


JAHAT = [
    '=cmd|"/C calc"!A0',
    "<w:fldSimple w:instr='DDE'/>",
    "{ INCLUDETEXT c:\\x }",
    *('=HYPERLINK("http://x.invalid","klik")', "+62811", "-3 text", "@SUM(A1)", "\t=1+1"),
    "a\x00\x07b\n\tc😀 & <b>",
    "x" * 900,
]


@pytest.mark.parametrize("jahat", JAHAT)
def test_whatever_a_workbook_says_is_plain_text(jahat):
    i = indikator(sasaran=jahat)
    i = type(i)(**{f: getattr(i, f) for f in i.__dataclass_fields__} | {"indikator": jahat})
    isi = dataset(
        opd=[opd(nama=jahat)],
        indikator=[i],
        capaian=[capaian(target="10", realisasi="9", sumber=jahat, catatan=jahat)],
        analisis=[Analisis(tahun=2024, jenis=JenisAnalisis.SOLUSI, uraian=jahat, kode_indikator="UHH", sumber=jahat)],
        profil=[BarisProfil("Pemerintah daerah", jahat)],
    )
    berkas = BytesIO()
    assert tulis_docx(isi, "KAB", 2024, HARI, berkas) > 0
    dok = Document(berkas)
    assert polos(jahat) in judul(dok, 4)
    xml = ZipFile(berkas).read("word/document.xml").decode()
    assert "<w:fldSimple" not in xml
    assert "<w:instrText" not in xml
    assert "<w:hyperlink" not in xml


def test_two_hundred_indicators_of_long_names_are_written():
    banyak = [indikator(f"I{n}", sasaran=f"Sasaran {n // 5} " + "panjang " * 60) for n in range(200)]
    isi = dataset(indikator=banyak, capaian=[capaian(i.kode_indikator, target="10", realisasi="9") for i in banyak])
    assert len(judul(tulis(isi, "KAB", 2024), 4)) == 200
