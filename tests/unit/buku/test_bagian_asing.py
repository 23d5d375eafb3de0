"""Parts and relations of a workbook: what office programs ordinarily write is taken, everything else is refused."""

from zipfile import ZipFile

import pytest
from berkas_buruk import bertipe, hubungan, lalu
from hypothesis import given
from hypothesis import strategies as st
from pembangun import BUKU_KECIL, bedah, tulis

from kinerja.buku.aman import periksa_berkas
from kinerja.buku.batas import Batas
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak

SML = "vnd.openxmlformats-officedocument.spreadsheetml"
OOX = "vnd.openxmlformats-officedocument"
LEMBAR = "xl/worksheets/_rels/sheet4.xml.rels"
WAJAR = {
    "settings of a printer": bertipe(f"{SML}.printerSettings", "xl/printerSettings/printerSettings1.bin", b"P\0R\0"),
    "a drawing": bertipe(f"{OOX}.drawing+xml", "xl/drawings/drawing1.xml"),
    "a chart": bertipe(f"{OOX}.drawingml.chart+xml", "xl/charts/chart1.xml"),
    "how a chart looks": bertipe("vnd.ms-office.chartstyle+xml", "xl/charts/style1.xml"),
    "comments": bertipe(f"{SML}.comments+xml", "xl/comments1.xml"),
    "comments with answers": bertipe("vnd.ms-excel.threadedcomments+xml", "xl/threadedComments/threadedComment1.xml"),
    "who comments": bertipe("vnd.ms-excel.person+xml", "xl/persons/person.xml"),
    "frames of comments": bertipe(f"{OOX}.vmlDrawing", "xl/drawings/vmlDrawing1.vml"),
    "properties of custom XML": bertipe(f"{OOX}.customXmlProperties+xml", "customXml/itemProps1.xml"),
    "custom XML": lambda b: bedah(tulis(BUKU_KECIL, b), {"customXml/item1.xml": b"<a/>"}),
    "the order of formulas": bertipe(f"{SML}.calcChain+xml", "xl/calcChain.xml"),
    "properties of one's own": bertipe(f"{OOX}.custom-properties+xml", "docProps/custom.xml"),
    "a label of Microsoft 365": bertipe("vnd.ms-office.classificationlabels+xml", "docMetadata/LabelInfo.xml"),
    "a table": bertipe(f"{SML}.table+xml", "xl/tables/table1.xml"),
    "a pivot table": bertipe(f"{SML}.pivotTable+xml", "xl/pivotTables/pivotTable1.xml"),
    "dynamic arrays": bertipe(f"{SML}.sheetMetadata+xml", "xl/metadata.xml"),
    "tick boxes in cells": bertipe("vnd.ms-excel.featurepropertybag+xml", "xl/featurePropertyBag/f.xml"),
    "pictures in cells of WPS": bertipe("vnd.wps-officedocument.cellimage+xml", "xl/cellimages.xml"),
    "what Google Sheets keeps": bertipe("binary", "xl/metadata", b"\x1f\x8b\x08"),
    "a folder of its own": lambda b: bedah(tulis(BUKU_KECIL, b), {"xl/media/": b""}),
    "a link to a website": hubungan("hyperlink", "https://bappeda.example.go.id/a?b=c", dari=LEMBAR),
    "a link over http": hubungan("hyperlink", "HTTP://bps.example/", dari=LEMBAR),
    "an address of mail": hubungan("hyperlink", "mailto:bappeda@example.go.id", dari=LEMBAR),
    "a link beside the file": hubungan("hyperlink", "Lampiran%20I.pdf", dari=LEMBAR),
    "a link within the workbook": hubungan("hyperlink", "#Capaian!A1", dari=LEMBAR),
    "a sheet of Google Sheets": lalu(
        hubungan("workbookmetadata", "metadata", luar=False), {"xl/metadata.xml": b"<a/>"}
    ),
    "strict relations": hubungan("officeDocument/customXml", "../customXml/item1.xml", luar=False),
}


TIPE = (
    '<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/{SML}.sheet.main+xml"/>%s</Types>'
)


def kerangka(berkas, tipe="", hubungan_lain=""):
    """Write the least that counts as a workbook, with one more content type or relation: a property tries many."""
    with ZipFile(berkas, "w") as arsip:
        arsip.writestr("[Content_Types].xml", TIPE % tipe)
        arsip.writestr("_rels/.rels", f"<Relationships>{hubungan_lain}</Relationships>")
        arsip.writestr("xl/workbook.xml", "<workbook/>")
    return berkas


@pytest.fixture(scope="module")
def berkas_kerangka(tmp_path_factory):
    return tmp_path_factory.mktemp("kerangka") / "b.xlsx"


def kode(berkas):
    try:
        periksa_berkas(berkas, Batas())
    except BukuDitolak as ditolak:
        return [t.kode for t in ditolak.temuan]
    return []


@pytest.mark.parametrize("nama", WAJAR)
def test_what_office_programs_write_is_taken(tmp_path, nama):
    assert kode(WAJAR[nama](tmp_path / "b.xlsx")) == []


@given(st.from_regex(r"[a-z][a-z0-9-]{2,12}(\.[a-z0-9]{2,9}){1,3}(\+xml)?", fullmatch=True))
def test_a_content_type_that_nobody_knows_is_refused(berkas_kerangka, tipe):
    satu = f'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.asing-{tipe}"/>'
    assert kode(kerangka(berkas_kerangka)) == []
    assert len(kode(kerangka(berkas_kerangka, satu))) == 1


@given(
    st.sampled_from(["image", "worksheet", "oleObject", "externalLinkPath", "attachedTemplate", "theme", "asing"]),
    st.sampled_from(["https://x.example/a", r"\\server\a", "//server/a", "file:///c:/a", "a.xml", "ftp://x/a"]),
)
def test_nothing_but_a_hyperlink_leads_outside(berkas_kerangka, jenis, tujuan):
    satu = f'<Relationship Type="http://x/{jenis}" Target="{tujuan}" TargetMode="External"/>'
    assert kode(kerangka(berkas_kerangka, hubungan_lain=satu)) == [Kode.BAGIAN_ASING]


@pytest.mark.parametrize(
    "tujuan", [r"\\server\a", "//server/a", "file:///c:/a", "FILE://x", "%66ile:///a", "javascript:a", "ms-excel:a"]
)
def test_a_hyperlink_leads_to_the_web_or_the_mail_only(tmp_path, tujuan):
    assert kode(hubungan("hyperlink", tujuan, dari=LEMBAR)(tmp_path / "b.xlsx")) == [Kode.BAGIAN_ASING]


@pytest.mark.parametrize("xml", [b"<Relationships", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\xff\xfe<"])
def test_relations_that_cannot_be_read_are_a_damaged_file(tmp_path, xml):
    berkas = bedah(tulis(BUKU_KECIL, tmp_path / "b.xlsx"), {LEMBAR: xml})
    assert kode(berkas) == [Kode.BERKAS_RUSAK]


def test_relations_beyond_all_measure_are_refused_before_they_are_read(tmp_path):
    berkas = bedah(tulis(BUKU_KECIL, tmp_path / "b.xlsx"), {LEMBAR: b" " * (17 * 1024**2)})
    assert kode(berkas) == [Kode.ISI_MENCURIGAKAN]
