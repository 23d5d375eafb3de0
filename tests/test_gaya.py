"""A face of its own: a class belongs to one block and to one file, colours come from the one palette.

Read from the files; nothing is drawn. Every rule is a function that lists what breaks it, and is shown to find it.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from asgi import minta
from starlette.applications import Starlette

from components.dasar.gaya import ASET, ELEMEN, berkas_gaya, lembar_gaya, lembar_sendiri, sidik, warna_gaya
from components.rapat.rute_tayang import rute_tayang
from components.server.keamanan import GAYA as GAYA_ALAMAT
from components.server.keamanan import indeks, rute_halaman
from kinerja.sajian import warna

AKAR = Path(__file__).resolve().parents[1]
KELAS = re.compile(r"(?<![\w-])(dk-[a-z0-9]+(?:-[a-z0-9]+)*(?:__[a-z0-9-]+)?|is-[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")
WARNA = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?\b|rgba?\(\s*[1-9]")
PALET = {w[1:] for w in (warna.BIRU_TUA, warna.BIRU, warna.JINGGA, warna.COKELAT, warna.KELABU)}


# --- reading ----------------------------------------------------------------------------------------------------------


def pemilihan(css):
    """Return the selectors of a style sheet, those inside @media too."""
    polos = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    kepala = [k.strip() for k in re.findall(r"([^{};]+)\{", polos)]
    return [s.strip() for k in kepala if not k.startswith("@") for s in re.split(r",(?![^(\[]*[)\]])", k)]


def kelas_dalam(selektor):
    return set(KELAS.findall(re.sub(r"\[[^\]]*\]", "", selektor.replace(".", " "))))


def blok(kelas):
    return kelas.removeprefix("dk-").partition("__")[0]


def tulisan(kode):
    """Return the texts of Python code, without docstrings and the names of tests."""
    pohon = ast.parse(kode)
    doc = {id(s.value) for s in ast.walk(pohon) if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}
    return [
        s.value
        for s in ast.walk(pohon)
        if isinstance(s, ast.Constant) and isinstance(s.value, str) and id(s) not in doc
    ]


KODE = {
    b.relative_to(AKAR).as_posix(): tulisan(b.read_text(encoding="utf-8"))
    for b in (
        AKAR / "app.py",
        *(b for f in ("kinerja", "components", "pages") for b in sorted((AKAR / f).rglob("*.py"))),
    )
}
GAYA = {b.stem: b.read_text(encoding="utf-8") for b in berkas_gaya()}
NASKAH = [b.read_text(encoding="utf-8") for b in sorted(ASET.rglob("*")) if b.suffix in {".html", ".js"}]
DIPAKAI = {k for isi in (*KODE.values(), NASKAH) for teks in isi for k in KELAS.findall(teks)}


# --- the rules --------------------------------------------------------------------------------------------------------


def di_luar_blok(gaya):
    """Selectors that style another block, or none, instead of their own or of another's place inside their own."""
    return [
        f"{nama}: {s}"
        for nama, css in gaya.items()
        for s in pemilihan(css)
        if (kelas := kelas_dalam(s)) and nama not in {blok(k) for k in kelas if k.startswith("dk-")}
    ]


def terdefinisi(gaya):
    """The classes that have a definition: those that stand in the file of their block, and the states."""
    semua = {(nama, k) for nama, css in gaya.items() for s in pemilihan(css) for k in kelas_dalam(s)}
    return {k for nama, k in semua if k.startswith("is-") or blok(k) == nama}


def tanpa_definisi(gaya, dipakai):
    """Classes that Python, a template, a script or another block's file names and no file defines."""
    disebut = {k for css in gaya.values() for s in pemilihan(css) for k in kelas_dalam(s)}
    return sorted((disebut | dipakai) - terdefinisi(gaya))


def tanpa_pemakai(gaya, dipakai):
    return sorted(terdefinisi(gaya) - dipakai)


def warna_liar(kode):
    """Texts of Python that hold a style sheet or write a colour down."""
    return [
        f"{nama}: {teks.strip()[:60]}"
        for nama, isi in kode.items()
        for teks in isi
        if "<style" in teks or WARNA.search(teks) or teks.upper() in PALET
    ]


def properti(css):
    return set(re.findall(r"(?<!\()(--dk-[\w-]+):", css)), set(re.findall(r"var\((--dk-[\w-]+)\)", css))


# --- as it is ---------------------------------------------------------------------------------------------------------


def test_a_selector_speaks_of_its_own_block():
    assert di_luar_blok(GAYA) == []


def test_every_class_that_is_used_is_defined():
    assert len(DIPAKAI) > 100
    assert tanpa_definisi(GAYA, DIPAKAI) == []


def test_every_class_that_is_defined_is_used():
    assert tanpa_pemakai(GAYA, DIPAKAI) == []


def test_python_writes_neither_style_sheets_nor_colours():
    asal = "kinerja/sajian/warna.py"
    assert warna_liar({asal: KODE[asal]}) != []
    assert warna_liar({n: i for n, i in KODE.items() if n != asal}) == []


def test_style_sheets_take_their_colours_from_the_palette():
    assert {n: w for n, css in GAYA.items() if (w := WARNA.findall(css))} == {}
    # The charts of a slide come with their colours; a rule can only name the one it replaces.
    sendiri = WARNA.findall((ASET / "paparan.css").read_text(encoding="utf-8"))
    assert set(sendiri) <= {warna.BIRU_TUA, "#000", "#333"}
    assert WARNA.findall((ASET / "masuk.css").read_text(encoding="utf-8")) == []


def test_every_colour_by_name_exists_and_is_used():
    ada, dipakai = properti("".join((lembar_gaya(), lembar_sendiri("masuk"), lembar_sendiri("paparan"))))
    assert ada == dipakai


def test_the_theme_of_streamlit_is_the_palette():
    tema = tomllib.loads((AKAR / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for nomor, dasar in enumerate(("light", "dark")):
        assert tema[dasar]["backgroundColor"] == warna.LATAR[nomor]
        assert tema[dasar]["secondaryBackgroundColor"] == warna.LATAR_LUNAK[nomor]
        assert tema[dasar]["textColor"] == warna.TULISAN[nomor]
    assert (tema["light"]["primaryColor"], tema["dark"]["primaryColor"]) == (warna.BIRU_TUA, warna.BIRU)


def test_the_one_sheet_holds_every_block_once_elements_first():
    urutan = [b.stem for b in berkas_gaya()]
    assert urutan[: len(ELEMEN)] == list(ELEMEN)
    assert sorted(urutan) == sorted(b.stem for b in (ASET / "gaya").iterdir())
    assert lembar_gaya().startswith(warna_gaya())
    assert all(lembar_gaya().count(css) == 1 for css in GAYA.values())
    assert sidik(lembar_gaya()) != sidik(lembar_gaya() + " ")


# --- how it reaches the browser ---------------------------------------------------------------------------------------


def test_the_index_page_names_the_sheet_behind_the_head_where_streamlit_puts_its_own():
    isi = indeks()
    assert isi.count(f'<link rel="stylesheet" href="{GAYA_ALAMAT}">'.encode()) == 1
    assert isi.index(GAYA_ALAMAT.encode()) > isi.index(b'<div id="root">') > isi.index(b"</head>")


@pytest.mark.parametrize("jalur", [GAYA_ALAMAT, f"{GAYA_ALAMAT}?1", "/dk/paparan.css"])
def test_a_browser_that_has_the_sheet_is_not_sent_it_again(jalur):
    aplikasi = Starlette(routes=[*rute_halaman("ringkasan", ()), *rute_tayang()])
    pertama = minta(aplikasi, jalur)
    assert (pertama.status, pertama.tajuk["cache-control"]) == (200, "no-cache")
    assert pertama.tajuk["content-type"].startswith("text/css")
    assert pertama.isi.startswith(warna_gaya())
    lagi = minta(aplikasi, jalur, tajuk=[("if-none-match", f"W/{pertama.tajuk['etag']}")])
    assert (lagi.status, lagi.isi) == (304, "")
    assert minta(aplikasi, jalur, tajuk=[("if-none-match", '"lain"')]).isi == pertama.isi


# --- each rule finds what breaks it -----------------------------------------------------------------------------------

CONTOH = {"tombol": ".dk-tombol.is-utama, a.dk-tombol { color: red }", "opd": ".dk-opd__papan .dk-tombol { margin: 0 }"}


def test_the_example_breaks_no_rule():
    assert di_luar_blok(CONTOH) == tanpa_definisi(CONTOH, {"dk-opd__papan"}) == []
    assert tanpa_pemakai(CONTOH, {"dk-tombol", "is-utama", "dk-opd__papan"}) == []


def test_a_class_of_no_block_is_found():
    """The fault of the blue bands: a word for the main button met the same word for a key figure."""
    assert di_luar_blok({"tombol": ".dk-utama { background: blue }"}) == ["tombol: .dk-utama"]
    assert di_luar_blok({"tombol": ".is-utama { background: blue }"}) == ["tombol: .is-utama"]
    assert di_luar_blok({"opd": "@media print { p, .dk-tombol { margin: 0 } }"}) == ["opd: .dk-tombol"]
    assert tanpa_definisi({"opd": ".dk-opd__papan .dk-utama { margin: 0 }"}, set()) == ["dk-utama"]


def test_a_class_without_definition_and_one_without_use_are_found():
    assert tanpa_definisi(CONTOH, {"dk-opd__angka", "is-tua"}) == ["dk-opd__angka", "is-tua"]
    assert tanpa_pemakai(CONTOH, {"dk-tombol", "is-utama"}) == ["dk-opd__papan"]


def test_colours_and_style_sheets_in_python_are_found():
    kode = 'X = "#4292C6"\nY = f"<style>{X}</style>"\nZ = "4292c6"\nW = "rgba(66,146,198,0.1)"\n'
    assert len(warna_liar({"a": tulisan(kode)})) == 4
    assert (
        warna_liar(
            {"a": tulisan('def f():\n    """A docstring names #4292C6."""\n    return "rgba(0,0,0,0)", "#nomor"')}
        )
        == []
    )
