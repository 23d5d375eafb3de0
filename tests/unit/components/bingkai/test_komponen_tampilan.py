"""The other building blocks alone: frame, cards, legend, findings, details, the page of a failure, the menu."""

import logging
import re
from decimal import Decimal
from html import unescape

import pytest
from pembangun import buku_kecil, tambah_baris, tanpa_isi, ubah
from streamlit.testing.v1 import AppTest

from components.bingkai import navigasi
from components.bingkai.navigasi import HALAMAN, menu
from components.dasar.legenda import teks_pita
from kinerja.dataset import Dataset
from kinerja.nilai.skala import Pita
from kinerja.pemasangan import AKAR
from kinerja.sajian.asal import PROGRAM

JAHAT = "<img src=x onerror=alert(1)> ![](http://x.invalid/b.png) [a](javascript:1) $x$ *b*"


def jalan(fungsi, **kwargs):
    at = AppTest.from_function(fungsi, default_timeout=120, kwargs=kwargs).run()
    assert not at.exception
    return at


def html(at):
    return "\n".join(h.proto.body for h in at.get("html"))


def kata(at):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html(at))).split())


@pytest.fixture
def dataset(muat_isi):
    """The small workbook with last year's figures, and an indicator without any realisasi."""
    isi = tambah_baris(
        buku_kecil(),
        "Capaian",
        ("UHH", 2023, "Tahunan", "72,5", None, "72,63", None, None, "000, Tabel 3.3", None),
        ("OPINI", 2023, "Tahunan", "WTP", None, "WTP", None, None, "000, Tabel 3.3", None),
    )
    isi = ubah(isi, "Capaian", F4=None)
    return Dataset(muat_isi(isi).buku, "versi-uji")


# --- the frame --------------------------------------------------------------------------------------------------------


def _judul(temuan):
    from components.bingkai.bingkai import judul

    judul(temuan, temuan)


def _kaki(dataset, sumber, tambahan=""):
    from components.bingkai.bingkai import kaki

    kaki(dataset, sumber, tambahan)


def _tanpa_data(dataset, tahun_ada, opd_ada):
    from components.bingkai.bingkai import tanpa_data
    from components.bingkai.saringan import Saringan

    tanpa_data(dataset, Saringan(dataset.opd["KAB"], 2019), "IKU", tahun_ada, opd_ada)


@pytest.mark.parametrize("karakter", list("*_`[]()#$<>|~:!\\"))
def test_the_title_and_its_topic_carry_no_bare_markdown(karakter):
    at = jalan(_judul, temuan=f"a{karakter}b")
    for teks in (at.title[0].value, at.caption[0].value):
        assert f"\\{karakter}" in teks


def test_the_foot_names_each_source_once_and_the_version(dataset):
    at = jalan(_kaki, dataset=dataset, sumber=["000, Tabel 3.4", "", "000, Tabel 3.4", "001, Bab III"])
    assert kata(at) == f"Sumber: laporan 000, Tabel 3.4; 001, Bab III. Versi data versi-uji. {PROGRAM}."


def test_the_foot_names_six_sources_and_counts_the_rest(dataset):
    at = jalan(_kaki, dataset=dataset, sumber=[f"000, Tabel {n}" for n in range(9)], tambahan="Catatan.")
    assert "000, Tabel 5; dan 3 sumber lain. Catatan. Versi" in kata(at)
    assert "Tabel 6" not in kata(at)


def test_the_foot_without_sources_still_names_the_version(dataset):
    assert kata(jalan(_kaki, dataset=dataset, sumber=[])) == f"Versi data versi-uji. {PROGRAM}."


def test_the_foot_of_a_page_without_data_names_the_program():
    assert kata(jalan(_kaki, dataset=None, sumber=[])) == f"{PROGRAM}."


def test_the_foot_escapes_its_sources(dataset):
    at = jalan(_kaki, dataset=dataset, sumber=[JAHAT])
    assert "<img" not in html(at)
    assert JAHAT in kata(at)


def test_without_data_the_years_of_the_opd_are_offered_first(dataset):
    at = jalan(_tanpa_data, dataset=dataset, tahun_ada=[2024, 2023], opd_ada=["DINKES"])
    assert at.title[0].value == "Belum ada IKU untuk Pemkab tahun 2019"
    assert [(b.label, b.key) for b in at.button] == [("2024", "tahun_ada_2024"), ("2023", "tahun_ada_2023")]
    at.button(key="tahun_ada_2023").click().run()
    assert at.session_state["tahun"] == 2023


def test_without_any_year_the_opd_that_have_data_are_offered(dataset):
    at = jalan(_tanpa_data, dataset=dataset, tahun_ada=[], opd_ada=["DINKES"])
    assert [(b.label, b.key) for b in at.button] == [("Dinkes", "opd_ada_DINKES")]
    at.button(key="opd_ada_DINKES").click().run()
    assert at.session_state["opd"] == "DINKES"


def test_without_anything_to_offer_the_page_says_so(dataset):
    at = jalan(_tanpa_data, dataset=dataset, tahun_ada=[], opd_ada=[])
    assert at.text[0].value == "Tidak ada OPD yang memiliki data pada tahun ini."
    assert not at.button


# --- cards ------------------------------------------------------------------------------------------------------------


def _kartu(dataset, opd, tahun, batasi=False):
    from components.capaian.kartu import kartu_ringkasan
    from kinerja.telaah.capaian.ringkasan import ringkas

    kartu_ringkasan(ringkas(dataset, opd, tahun), batasi=batasi)


def kartu(at):
    return {m.label: m.value for m in at.metric}


def test_cards_say_how_many_were_counted(dataset):
    assert kartu(jalan(_kartu, dataset=dataset, opd="KAB", tahun=2024)) == {
        "Rata-rata capaian (1 dari 2 dihitung)": "100,05%",
        "Mencapai target": "1 dari 2",
        "Serapan anggaran": "Tidak tersedia",
        "Perlu perhatian": "1 IKU",
    }


def test_a_card_without_a_figure_says_not_available_and_never_zero(dataset):
    at = jalan(_kartu, dataset=dataset, opd="DINKES", tahun=2024)
    assert at.metric[0].value == "Tidak tersedia"
    assert at.metric[0].delta == ""
    assert at.metric[2].value == "89,00%"


def test_a_card_caps_only_when_asked(dataset):
    assert jalan(_kartu, dataset=dataset, opd="KAB", tahun=2024, batasi=True).metric[0].value == "100,00%"


def test_the_change_is_against_the_year_before_the_one_that_is_shown(dataset):
    assert jalan(_kartu, dataset=dataset, opd="KAB", tahun=2024).metric[0].delta.endswith("dari 2023")
    assert jalan(_kartu, dataset=dataset, opd="KAB", tahun=2023).metric[0].delta == ""


# --- legend -----------------------------------------------------------------------------------------------------------


def _legenda(dataset, catatan):
    from components.dasar.legenda import legenda_skala

    legenda_skala(dataset.skala_capaian("KAB", 2024), catatan)


@pytest.mark.parametrize(
    ("pita", "teks"),
    [
        (Pita(urutan=2, predikat="Tinggi", bawah=Decimal("75.01")), "Tinggi, dari 75,01"),
        (Pita(urutan=1, predikat="AA", bawah=Decimal(90), termasuk=False), "AA, di atas 90"),
        (Pita(urutan=1, predikat="WTP"), "WTP"),
    ],
)
def test_a_grade_is_written_with_its_lower_bound(pita, teks):
    assert teks_pita(pita) == teks


def test_the_legend_names_every_grade_and_the_regulation(dataset):
    at = jalan(_legenda, dataset=dataset, catatan=JAHAT)
    skala = dataset.skala_capaian("KAB", 2024)
    for pita in skala.pita:
        assert teks_pita(pita) in kata(at)
    assert skala.dasar_hukum in kata(at)
    assert JAHAT in kata(at)
    assert "<img" not in html(at)


# --- details of an indicator ------------------------------------------------------------------------------------------


def _rincian(dataset, kode, tahun):
    from components.capaian.rincian import rincian

    rincian(dataset, kode, tahun)


def test_details_show_history_explanation_formula_and_printed_places(dataset):
    at = jalan(_rincian, dataset=dataset, kode="UHH", tahun=2024)
    assert at.subheader[0].value == "Usia Harapan Hidup"
    assert [t.label for t in at.tabs] == ["Penjelasan", "Riwayat", "Tercetak (1)"]
    isi = kata(at)
    for bagian in (
        "Arah : Makin tinggi makin baik",
        "Sumber data : BPS",
        "Penanggung jawab : Dinas Kesehatan",
        "Target akhir : 73,5 (2026)",
        "serapan 83,33%",
        "Faktor pendorong Layanan makin dekat",
        "000, Tabel 2.4",
    ):
        assert bagian in isi


def test_details_without_explanation_or_print_say_so(dataset):
    at = jalan(_rincian, dataset=dataset, kode="IMUN", tahun=2023)
    teks = [t.value for t in at.text]
    assert "Belum ada penjelasan untuk tahun 2023." in teks
    assert any("tidak mencetak" in t for t in teks)
    assert "Tidak tersedia" in kata(at)


def test_details_of_a_hostile_workbook_are_shown_as_typed(muat_isi):
    isi = ubah(buku_kecil(), "Indikator", G2=JAHAT, H2=JAHAT, O2=JAHAT, P2=JAHAT)
    isi = ubah(isi, "Analisis", E2=JAHAT)
    isi = ubah(isi, "Kutipan", H2=JAHAT, I2=JAHAT, J2=JAHAT)
    dataset = Dataset(muat_isi(isi).buku, "uji")
    at = jalan(_rincian, dataset=dataset, kode="UHH", tahun=2024)
    assert "<img" not in html(at)
    assert kata(at).count(JAHAT) >= 6
    assert "\\!\\[\\]\\(" in at.subheader[0].value


# --- failures ---------------------------------------------------------------------------------------------------------


def _galat():
    from components.server.galat import tangani_galat

    tangani_galat(ValueError("rahasia di dalam"))


def test_a_failure_shows_a_number_and_logs_what_happened_under_it(caplog):
    with caplog.at_level(logging.ERROR, logger="dasbor"):
        at = jalan(_galat)
    nomor = re.search(r"nomor (\w+)", at.error[0].value)[1]
    assert "rahasia" not in at.error[0].value
    (catatan,) = (c for c in caplog.records if c.name == "dasbor")
    assert nomor in catatan.getMessage()
    assert catatan.exc_info[0] is ValueError


def test_two_failures_have_two_numbers():
    assert jalan(_galat).error[0].value != jalan(_galat).error[0].value


# --- the menu ---------------------------------------------------------------------------------------------------------


def test_every_page_of_the_registry_has_its_own_path_title_and_file():
    for bidang in ("berkas", "jalur", "judul"):
        assert len({getattr(h, bidang) for h in HALAMAN}) == len(HALAMAN)
    assert all((AKAR / h.berkas).is_file() for h in HALAMAN)


def test_every_page_file_stands_in_the_registry():
    ada = {str(f.relative_to(AKAR)) for f in (AKAR / "pages").rglob("*.py")}
    assert ada == {h.berkas for h in HALAMAN}


def test_no_page_file_stands_directly_under_pages_where_streamlit_would_serve_it_by_itself():
    assert not list((AKAR / "pages").glob("*.py"))


def test_the_menu_has_the_pages_in_their_sections(monkeypatch):
    monkeypatch.setattr(navigasi, "_halaman", lambda halaman: halaman)
    bagian = dict.fromkeys(h.bagian for h in HALAMAN)
    assert menu() == {b: [h for h in HALAMAN if h.bagian == b] for b in bagian}
    assert list(bagian)[:4] == ["Kinerja", "Sumber daya", "Perbandingan", "Rapat"]


def test_a_path_is_plain_and_lower_case():
    assert all(re.fullmatch(r"[a-z-]+", h.jalur) for h in HALAMAN)


def test_a_workbook_without_budget_still_fills_the_cards(muat_isi):
    isi = buku_kecil()
    for lembar in ("Anggaran", "Anggaran indikator", "APBD"):
        isi = tanpa_isi(isi, lembar)
    at = jalan(_kartu, dataset=Dataset(muat_isi(isi).buku, "uji"), opd="DINKES", tahun=2024)
    assert kartu(at)["Serapan anggaran"] == "Tidak tersedia"
