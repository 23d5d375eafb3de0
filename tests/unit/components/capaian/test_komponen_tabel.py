"""Tables: every text escaped, a figure and its marks open together, nothing missing is shown as empty or zero."""

import dataclasses
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.capaian.tabel import KOLOM, sel_indikator
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, bertanda, cip, gerak, redup, tabel_html
from kinerja.nilai.angka import TIDAK_TERSEDIA
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.sajian.rupa import PALET, TAK_TERSEDIA, Rupa
from kinerja.telaah.indikator.tabel import BarisTabelCapaian

JAHAT = (
    "<img src=x onerror=alert(1)>",
    "![](http://x.invalid/b.png)",
    "[a](javascript:1)",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</td></tr></table><script>alert(1)</script>",
    "&lt;b&gt; &amp; {} {0} %s",
)
ALAMAT = "./indikator?opd=KAB&tahun=2024&indikator=UHH"
TANDA = Tanda(JenisTanda.BEDA_CETAK, "Laporan mencetak 100%; hasil hitung 98,23%.")


class Bacaan(HTMLParser):
    """What a browser makes of a piece of HTML: elements with their attributes, and the text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elemen, self.potongan = [], []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elemen.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.potongan.append(data)

    @property
    def teks(self):
        return "".join(self.potongan)

    def atribut(self, tag):
        return [isi for nama, isi in self.elemen if nama == tag]


def tabel_biasa(teks):
    kolom = (KolomTabel(teks), KolomTabel(teks, angka=True))
    baris = (Baris((teks,), "kelompok"), Baris((teks, teks)), Baris((teks, redup(teks)), "jumlah"))
    return tabel_html(kolom, baris, teks)


def bentuk(html):
    return [(tag, sorted(atribut)) for tag, atribut in Bacaan(html).elemen]


@pytest.mark.parametrize("teks", JAHAT)
def test_a_hostile_text_is_shown_as_typed_and_adds_no_element_or_attribute(teks):
    html = tabel_biasa(teks)
    assert bentuk(html) == bentuk(tabel_biasa("biasa"))
    assert Bacaan(html).teks.count(teks) == 8
    assert Bacaan(html).atribut("td")[0]["data-judul"] == teks


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_round_trips_through_a_table(teks):
    html = tabel_biasa(teks)
    assert bentuk(html) == bentuk(tabel_biasa("biasa"))
    assert Bacaan(html).teks == teks * 8


@pytest.mark.parametrize("teks", JAHAT)
@pytest.mark.parametrize(
    "buat",
    [
        redup,
        lambda t: cip(t, PALET[0]),
        lambda t: cip("Tinggi", Rupa("#000", "#fff", t)),
        lambda t: bertanda(t, ()),
        lambda t: bertanda(t, (TANDA,)),
        lambda t: bertanda("98,23%", (Tanda(JenisTanda.CATATAN, t),)),
        lambda t: gerak(t, "↑", True),
        lambda t: gerak("0,34", t, None),
        lambda t: Markup("{}").format(atau_kosong(t)),
    ],
)
def test_every_small_part_escapes(buat, teks):
    html = buat(teks)
    assert isinstance(html, Markup)
    assert bentuk(html) == bentuk(buat("biasa"))
    assert teks in Bacaan(html).teks


def test_a_table_has_a_caption_column_headers_and_row_headers():
    kolom = (KolomTabel("Indikator"), KolomTabel("Target", angka=True))
    bacaan = Bacaan(tabel_html(kolom, [Baris(("Sasaran",), "kelompok"), Baris(("UHH", "72,93"), "terpilih")], "Ket"))
    assert [a["scope"] for a in bacaan.atribut("th")] == ["col", "col", "rowgroup", "row"]
    assert bacaan.atribut("th")[2]["colspan"] == "2"
    assert bacaan.atribut("td") == [{"data-judul": "Target", "class": "dk-tabel__angka"}]
    assert [a.get("class") for a in bacaan.atribut("tr")] == [None, "dk-tabel__kelompok", "is-terpilih"]
    assert bacaan.atribut("caption")
    assert bacaan.teks == "KetIndikatorTargetSasaranUHH72,93"


def test_without_rows_the_headers_stand_alone_and_without_a_caption_there_is_none():
    bacaan = Bacaan(tabel_html((KolomTabel("Indikator"),), ()))
    assert bacaan.teks == "Indikator"
    assert not bacaan.atribut("caption")


def test_a_row_with_another_number_of_cells_than_columns_is_refused():
    with pytest.raises(ValueError, match="zip"):
        tabel_html((KolomTabel("Indikator"), KolomTabel("Target")), [Baris(("UHH",))])


def test_a_mark_opens_both_figures_and_can_be_reached_by_keyboard_and_screen_reader():
    bacaan = Bacaan(bertanda("98,23%", (TANDA, Tanda(JenisTanda.DI_CELAH, "Batas 90 sampai 91."))))
    assert bacaan.teks.startswith("98,23% ")
    assert "Laporan mencetak 100%; hasil hitung 98,23%." in bacaan.teks
    assert "Batas 90 sampai 91." in bacaan.teks
    (tombol,) = bacaan.atribut("summary")
    assert tombol["aria-label"] == f"Tanda: {JenisTanda.BEDA_CETAK.value}, {JenisTanda.DI_CELAH.value}"
    assert "open" not in bacaan.atribut("details")[0]
    assert len(bacaan.atribut("li")) == 2


def test_two_marks_of_one_kind_are_named_once_and_both_explained():
    bacaan = Bacaan(bertanda("1", (TANDA, Tanda(TANDA.jenis, "Tabel lain mencetak 99%."))))
    assert bacaan.atribut("summary")[0]["title"] == TANDA.jenis.value
    assert len(bacaan.atribut("li")) == 2


def test_a_figure_without_marks_carries_no_button():
    assert bentuk(bertanda("98,23%", ())) == []


@pytest.mark.parametrize("rupa", [*PALET, TAK_TERSEDIA])
def test_a_chip_says_its_grade_by_colour_symbol_and_word(rupa):
    bacaan = Bacaan(cip("Sangat Tinggi", rupa))
    assert bacaan.teks == f"{rupa.simbol} Sangat Tinggi"
    assert bacaan.atribut("span")[0]["style"] == f"background:{rupa.warna};color:{rupa.warna_teks}"


@pytest.mark.parametrize("kosong", ["", "-"])
def test_a_missing_figure_is_said_in_words(kosong):
    assert Bacaan(atau_kosong(kosong)).teks == TIDAK_TERSEDIA == "Tidak tersedia"


@pytest.mark.parametrize("ada", ["0", "0,00", "Rp 0", "WTP", "–"])
def test_a_figure_that_is_there_stays_as_it_is(ada):
    assert atau_kosong(ada) == ada


@pytest.mark.parametrize(
    ("membaik", "kelas", "arti"),
    [
        (True, "dk-teks__baik", "membaik"),
        (False, "dk-teks__buruk", "memburuk"),
        (None, "dk-teks__redup", "tetap atau tidak dinilai"),
    ],
)
def test_a_change_says_by_word_whether_it_is_for_the_better(membaik, kelas, arti):
    bacaan = Bacaan(gerak("+0,34", "↑", membaik))
    assert bacaan.atribut("span") == [{"class": kelas, "title": arti}]
    assert bacaan.teks == "↑ +0,34"


def test_no_change_known_draws_nothing():
    assert gerak("", "=", None) == ""


# --- the row of an indicator ------------------------------------------------------------------------------------------

LENGKAP = BarisTabelCapaian(
    kode="UHH",
    sasaran="Sehat",
    indikator="Usia Harapan Hidup",
    satuan="Tahun",
    target="72,93",
    realisasi="72,97",
    capaian="100,05%",
    persen=None,
    tercapai=True,
    simbol_status="✓",
    status="Melebihi target",
    predikat="Sangat Tinggi",
    predikat_dilaporkan=False,
    rupa=PALET[0],
    lalu="72,63",
    selisih="+0,34",
    panah="↑",
    membaik=True,
    tanda=(TANDA,),
    sumber="000, Tabel 3.4",
)
KOSONG = BarisTabelCapaian(
    **{n: getattr(LENGKAP, n) for n in ("kode", "sasaran", "indikator", "satuan", "sumber")},
    **dict.fromkeys(("target", "realisasi", "capaian", "predikat", "lalu", "selisih", "panah"), ""),
    persen=None,
    tercapai=None,
    simbol_status="–",
    status="Realisasi tidak tersedia",
    predikat_dilaporkan=False,
    rupa=TAK_TERSEDIA,
    membaik=None,
    tanda=(),
)


def sel(baris):
    return dict(zip((k.judul for k in KOLOM), (Bacaan(s).teks for s in sel_indikator(baris, ALAMAT)), strict=True))


def test_an_indicator_shows_its_figures_with_status_predikat_and_last_year():
    assert sel(LENGKAP) == {
        "Indikator": "Usia Harapan HidupTahun",
        "Target": "72,93",
        "Realisasi": "72,97",
        "Capaian": "100,05% ※Beda dari cetakan: Laporan mencetak 100%; hasil hitung 98,23%.",
        "Predikat dan status": "▲▲ Sangat Tinggi✓ Melebihi target",
        "Tahun lalu": "72,63↑ +0,34",
    }


def test_what_is_missing_stays_in_the_row_and_says_why():
    isi = sel(KOSONG)
    assert isi["Target"] == isi["Realisasi"] == isi["Tahun lalu"] == TIDAK_TERSEDIA
    assert isi["Predikat dan status"] == "– Realisasi tidak tersedia"
    assert "0" not in "".join(isi.values())
    assert all(isi.values())


def test_a_predikat_that_only_the_report_states_is_named_as_such():
    isi = sel(dataclasses.replace(LENGKAP, predikat_dilaporkan=True))
    assert "Sangat Tinggi menurut laporan" in isi["Predikat dan status"]


@pytest.mark.parametrize("teks", JAHAT)
def test_names_and_figures_of_a_workbook_never_become_elements_of_the_row(teks):
    bidang = ("indikator", "satuan", "target", "realisasi", "capaian", "predikat", "status", "lalu", "selisih")
    jahat = dataclasses.replace(LENGKAP, **dict.fromkeys(bidang, teks))
    for biasa, buruk in zip(sel_indikator(LENGKAP, ALAMAT), sel_indikator(jahat, ALAMAT), strict=True):
        assert bentuk(Markup("{}").format(buruk)) == bentuk(Markup("{}").format(biasa))
        assert teks in Bacaan(Markup("{}").format(buruk)).teks
