"""The document of the full screen: the words and figures of the deck, nothing from a workbook as markup, its routes."""

import json
from html.parser import HTMLParser

import pytest
from asgi import minta
from contoh import capaian, dataset, indikator, opd
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from components.rapat.rute_tayang import TAYANG, alamat_tayang, bagian_dari, rute_tayang
from components.rapat.tayang import dokumen
from components.server.keamanan import LAPISAN
from kinerja.model.baris import BarisProfil
from kinerja.paparan.model import BagianPaparan
from kinerja.paparan.susun import BAWAAN, susun_paparan
from kinerja.pemasangan import AKAR
from kinerja.sajian.salinan import polos
from kinerja.sumber import versi as sumber

APLIKASI = Starlette(routes=rute_tayang(), middleware=LAPISAN)
KOSONG = {"meta", "link", "br", "input", "col", "img", "rect", "line", "circle"}


class Pembaca(HTMLParser):
    """Collects elements, and the words of each slide."""

    def __init__(self):
        super().__init__()
        self.unsur, self.slaid, self.tumpukan = [], {}, []

    def handle_starttag(self, nama, atribut):
        isi = dict(atribut)
        self.unsur.append((nama, isi))
        if nama == "section":
            self.slaid[isi["id"]] = []
        if nama not in KOSONG:
            self.tumpukan.append((nama, isi.get("id", "")))

    def handle_startendtag(self, nama, atribut):
        self.unsur.append((nama, dict(atribut)))

    def handle_endtag(self, nama):
        while self.tumpukan and self.tumpukan.pop()[0] != nama:
            pass

    def handle_data(self, isi):
        milik = next((i for n, i in reversed(self.tumpukan) if n == "section"), None)
        if milik and isi.strip():
            self.slaid[milik].append(" ".join(isi.split()))


def baca(isi):
    pembaca = Pembaca()
    pembaca.feed(isi)
    return pembaca


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


@pytest.mark.parametrize(("kode", "tahun"), [("BATUBARA", 2024), ("DISNAKERPERINDAG", 2025), ("BKPSDM", 2024)])
def test_the_screen_says_every_word_and_figure_of_the_deck(data, kode, tahun):
    p = susun_paparan(data, kode, tahun)
    slaid = baca(dokumen(p, "/paparan", boleh_menulis=False)).slaid
    assert list(slaid) == [s.kode for s in p.slaid]
    for s in p.slaid:
        kata = slaid[s.kode]
        assert {polos(s.judul), polos(s.topik), *map(polos, s.butir), *map(polos, s.catatan)} <= set(kata)
        assert {a.nilai for a in s.angka} | {a.label for a in s.angka} <= set(kata)
        for deret in s.grafik.deret if s.grafik else ():
            assert {t.teks for t in deret.titik if t.nilai is not None and t.teks} <= set(kata), s.kode
        for sel in (sel for b in s.tabel.baris for sel in b) if s.tabel else ():
            assert polos(sel.teks) in kata


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "<script>alert(1)</script>",
                "</template><img src=x onerror=a()>",
                '" onload="x',
                "=1+1",
                "😀 **tebal** [a](b)",
                "x" * 500,
            ]
        ),
    )
)
def test_whatever_a_workbook_says_stays_words(nama):
    i = indikator(sasaran=nama)
    i = type(i)(**{f: getattr(i, f) for f in i.__dataclass_fields__} | {"indikator": nama or "I"})
    isi = dataset(
        opd=[opd(nama=nama or "O")],
        indikator=[i],
        capaian=[capaian(target="10", realisasi="9", sumber=nama, catatan=nama)],
        profil=[BarisProfil("Pemerintah daerah", nama)],
    )
    p = susun_paparan(isi, "KAB", 2024)
    pembaca = baca(dokumen(p, "/paparan", boleh_menulis=True))
    polos_ = baca(dokumen(susun_paparan(_polos(), "KAB", 2024), "/paparan", boleh_menulis=True))
    assert {n for n, _ in pembaca.unsur} <= {n for n, _ in polos_.unsur} | {"ul", "li", "text", "circle", "figure"}
    assert [a for n, a in pembaca.unsur if n == "script"] == [{"defer": None, "src": "/dk/paparan.js"}]
    assert not [k for _, a in pembaca.unsur for k in a if k.startswith("on")]


def _polos():
    return dataset(capaian=[capaian(target="10", realisasi="9", sumber="000", catatan="a")])


def test_who_may_note_decisions_is_told_to_the_page(data):
    p = susun_paparan(data, "BKPSDM", 2024)
    for boleh, kata in ((True, "ya"), (False, "tidak")):
        badan = next(a for n, a in baca(dokumen(p, "/x", boleh_menulis=boleh)).unsur if n == "body")
        assert badan["data-simpan"] == kata


# --- addresses --------------------------------------------------------------------------------------------------------


def test_an_address_says_opd_year_sections_in_order_and_version():
    alamat = alamat_tayang("SETDA", 2024, [BagianPaparan.UJI, BagianPaparan.TERBAIK_TERENDAH], 3)
    assert alamat == "/tayang?opd=SETDA&tahun=2024&susunan=uji%2Cterbaik-terendah&versi=3"


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [
        ("uji,ringkasan", (BagianPaparan.UJI, BagianPaparan.RINGKASAN)),
        ("Ringkasan, ringkasan", (BagianPaparan.RINGKASAN,)),
        ("", BAWAAN),
        ("<script>,tidak-ada", BAWAAN),
        ("uji,tidak-ada", (BagianPaparan.UJI,)),
    ],
)
def test_sections_of_an_address_are_held_to_their_list(teks, bagian):
    assert bagian_dari(teks) == bagian


def test_a_deck_opens_from_its_address_under_the_strict_policy():
    jawab = minta(APLIKASI, alamat_tayang("SETDA", 2024, BAWAAN))
    assert jawab.status == 200
    assert "default-src 'self'" in jawab.tajuk["content-security-policy"]
    assert jawab.tajuk["cache-control"] == "no-store"
    assert len(baca(jawab.isi).slaid) >= 13
    assert "http://" not in jawab.isi.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize(
    ("alamat", "status", "kata"),
    [
        (f"{TAYANG}?opd=TIDAK-ADA", 404, "Tidak ada slaid"),
        (f"{TAYANG}?opd=%3Cscript%3E&tahun=x", 404, "Tidak ada slaid"),
        (f"{TAYANG}?opd=BKPSDM&tahun=2018", 404, "Tidak ada slaid"),
        (f"{TAYANG}?opd=SETDA&tahun=2024&versi=999", 404, "Versi 999 tidak ada lagi"),
        (f"{TAYANG}?versi=abc", 200, "15 dari 20 IKU"),
        (TAYANG, 200, "15 dari 20 IKU"),
        (f"{TAYANG}?opd=setda&tahun=dua", 200, "4 dari 7 IKU"),
    ],
)
def test_an_address_that_names_nothing_says_so_and_leads_on(alamat, status, kata):
    jawab = minta(APLIKASI, alamat)
    assert jawab.status == status
    assert kata in jawab.isi
    assert "<script>" not in jawab.isi
    if status == 404:
        assert "<a href=" in jawab.isi


def test_without_any_data_the_page_says_so(monkeypatch):
    monkeypatch.setattr(sumber, "aktif", lambda nomor=None: sumber.Aktif())
    jawab = minta(APLIKASI, TAYANG)
    assert (jawab.status, "Belum ada data" in jawab.isi) == (503, True)


@pytest.mark.parametrize(("jalur", "jenis"), [("/dk/paparan.css", "text/css"), ("/dk/paparan.js", "text/javascript")])
def test_its_files_come_from_here_and_ask_nothing_of_the_outside(jalur, jenis):
    jawab = minta(APLIKASI, jalur)
    assert jawab.tajuk["content-type"].startswith(jenis)
    assert "//" not in jawab.isi.replace("// ", "").replace("//\n", "") or "http" not in jawab.isi


def test_every_key_of_the_help_is_known_to_the_script():
    aset = AKAR / "components" / "aset"
    skrip = (aset / "paparan.js").read_text(encoding="utf-8")
    for nama in json.loads('["Home", "End", "PageDown", "PageUp", "Escape"]') + list("gincbtrf"):
        assert f"{nama}:" in skrip
