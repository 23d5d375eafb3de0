"""Kinds decide what code does, never the words of a sentence (STYLE 19): who may look into a text, and why.

Looked for are `startswith`, `partition`, `re.search` and the like, and a text `in` another. Only readers may: of what a
workbook, an address, a header or a file of another program says. Our own sentences are looked into nowhere.
"""

import ast

import pytest
from kode import POHON

POTONG = {"startswith", "endswith", "partition", "rpartition", "removeprefix", "removesuffix", "split", "rsplit"}
POLA = {"match", "search", "fullmatch", "findall", "finditer"}
KALIMAT = {"tercetak", "seharusnya", "dugaan", "alasan", "judul", "kalimat", "keterangan", "cakupan", "topik"}
"""Attributes that hold sentences this program made; where one holds what a workbook says, it is read by a reader."""

PEMBACA = {
    # what a workbook says
    "kinerja.buku": "reads workbooks: archives, cells, names of sheets",
    "kinerja.nilai": "reads values and units as a cell holds them",
    "kinerja.model.profil": "the list of regions in a cell of Profil",
    "kinerja.rumus.anggaran": "names of APBD lines",
    "kinerja.telaah.anggaran.efisiensi": "codes of indicators, without what they share",
    "kinerja.telaah.anggaran.rincian": "names of budget lines",
    "kinerja.telaah.capaian.skala_nilai": "a printed grade with its bracket",
    "kinerja.telaah.wilayah.ukuran": "names of regional measures, whole and part",
    "kinerja.uji.bukti": "prints, remarks and places of the reports",
    "kinerja.uji.aturan.capaian": "remarks of the transcriber",
    "kinerja.uji.aturan.cetakan": "printed formulas",
    "kinerja.uji.aturan.deret": "names of indicators that measure a change",
    "kinerja.uji.aturan.efisiensi": "printed words on efficiency",
    "kinerja.uji.aturan.kata": "printed words on grades and ranks",
    "kinerja.uji.aturan.kata_status": "printed words on reaching a target",
    "kinerja.uji.aturan.kategori": "printed grades and what they are called",
    "kinerja.uji.aturan.pernyataan": "remarks on differences",
    "kinerja.uji.aturan.perubahan": "printed changes in words or with a percent sign",
    "kinerja.uji.aturan.predikat": "remarks of the transcriber",
    "kinerja.uji.aturan.rujukan": "printed references to tables",
    "kinerja.uji.aturan.status": "names of what a print counts",
    "kinerja.uji.aturan.susunan": "formulas and remarks that name a mean",
    "kinerja.uji.aturan.target": "prints of targets and where they stand",
    "kinerja.uji.aturan.terbaca": "prints that cannot be read",
    "kinerja.uji.aturan.wilayah": "prints and remarks of regions",
    # what people, browsers, servers and files say
    "components.bingkai.saringan": "addresses of views",
    "components.rapat": "headers and addresses",
    "components.server": "headers, addresses and cookies",
    "kinerja.akun.pengaturan": "settings of the login",
    "kinerja.gudang.titik_pulih": "the address of the store",
    "kinerja.model.kolom": "names of columns",
    "kinerja.pemasangan": "names of files",
    "kinerja.perintah.keluaran": "the encoding of the terminal",
    "kinerja.susun": "reads tables of any file: archives, cells, names of sheets",
    "kinerja.tindak.notulen": "what people typed",
    "kinerja.unggah": "names of files, lines and keys of the upload's process",
    # keys of a mapping
    "components.anggaran.kuadran": "keys of a Plotly annotation",
    # how a text is set, whatever it says
    "kinerja.ekspor": "words of a line, digits of a figure as it is shown, colours",
    "kinerja.sajian": "words of a line, the first letter of a sentence, colours, what a sheet takes for a formula",
}
"""Modules, or rooms of them, that may look into a text."""


def melihat(pohon):
    """Return the lines that look into a text: its parts by what they say, or a text within another."""
    for s in ast.walk(pohon):
        if isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute):
            berisi = bool(s.args) or s.func.attr not in ("split", "rsplit")
            if s.func.attr in POLA or (s.func.attr in POTONG and berisi):
                yield s.lineno
        elif isinstance(s, ast.Compare) and isinstance(s.ops[0], ast.In | ast.NotIn):
            kiri = s.left
            if isinstance(kiri, ast.JoinedStr) or (isinstance(kiri, ast.Constant) and isinstance(kiri.value, str)):
                yield s.lineno


def melihat_kalimat(pohon):
    """Return the lines that look into a sentence of ours, by the name of the attribute that holds it."""
    for s in ast.walk(pohon):
        if isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and s.func.attr in POTONG and s.args:
            if isinstance(s.func.value, ast.Attribute) and s.func.value.attr in KALIMAT:
                yield s.lineno
        elif (
            isinstance(s, ast.Compare) and isinstance(s.ops[0], ast.In | ast.NotIn) and isinstance(s.left, ast.Constant)
        ):
            kanan = s.comparators[0]
            if isinstance(kanan, ast.Attribute) and kanan.attr in KALIMAT:
                yield s.lineno


def pembaca(modul):
    return next((p for p in PEMBACA if modul == p or modul.startswith(f"{p}.")), None)


def test_only_readers_look_into_texts():
    salah = [f"{m}:{n}" for m, pohon in POHON.items() if not pembaca(m) for n in melihat(pohon)]
    assert not salah, "give the sentence a kind, or keep its parts apart"


def test_nobody_looks_into_a_sentence_of_ours():
    salah = [
        f"{m}:{n}" for m, pohon in POHON.items() if not m.startswith("kinerja.buku") for n in melihat_kalimat(pohon)
    ]
    assert not salah


def test_every_reader_reads():
    membaca = {pembaca(m) for m, pohon in POHON.items() if list(melihat(pohon))}
    assert set(PEMBACA) <= membaca


@pytest.mark.parametrize(
    ("kode", "salah"),
    [
        ('" dari tahun " in k.teks', True),
        ('t.tercetak.split("; ")', True),
        ('r.startswith("!")', True),
        ('nama, ada, isi = teks.partition(": ")', True),
        ("POLA.search(kalimat)", True),
        ('f"{kata} itu" not in teks', True),
        ("teks.split()", False),
        ("k.jenis is JenisKalimat.TAHUN_LALU", False),
        ("b.kode in kode", False),
    ],
)
def test_the_rule_sees_a_look_into_a_text(kode, salah):
    assert bool(list(melihat(ast.parse(kode)))) is salah


@pytest.mark.parametrize(
    ("kode", "salah"),
    [
        ('t.tercetak.split("; ")', True),
        ('";" not in t.tercetak', True),
        ('p.cakupan.startswith("hanya")', True),
        ('a.teks.endswith("%")', False),
    ],
)
def test_the_rule_sees_a_look_into_a_sentence_of_ours(kode, salah):
    assert bool(list(melihat_kalimat(ast.parse(kode)))) is salah
