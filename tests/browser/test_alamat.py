"""Filters stay and links keep the view: across pages, after a reload, for somebody else."""

import pytest
from alat_peramban import (
    LENGKAP,
    UKURAN,
    buka,
    diam,
    judul,
    kembali_ke,
    konteks_terekam,
    kotak,
    menu,
    menunggu,
    pilih,
    saringan,
    utama,
)

from components.bingkai.navigasi import CAPAIAN, HALAMAN

LAIN = HALAMAN[1:]


def opd_dan_tahun(halaman):
    alamat = saringan(halaman)
    return alamat.get("opd"), alamat.get("tahun")


def test_what_was_chosen_stays_through_the_menu_a_reload_and_for_somebody_else(server, halaman, ponsel):
    buka(halaman, server.url())
    pilih(halaman, "OPD", "Sekretariat Daerah")
    assert opd_dan_tahun(halaman) == ("SETDA", "2024")
    pilih(halaman, "Tahun", "2022")
    assert opd_dan_tahun(halaman) == ("SETDA", "2022")
    semula = judul(halaman)
    for h in LAIN:
        menu(halaman, h.judul)
        assert opd_dan_tahun(halaman) == ("SETDA", "2022"), h.jalur
    menu(halaman, HALAMAN[0].judul)
    assert judul(halaman) == semula
    assert kotak(halaman, "OPD").input_value() == "Sekretariat Daerah"
    assert kotak(halaman, "Tahun").input_value() == "2022"
    halaman.reload()
    diam(halaman)
    assert judul(halaman) == semula
    assert opd_dan_tahun(halaman) == ("SETDA", "2022")
    buka(ponsel, halaman.url)
    assert judul(ponsel) == semula
    assert opd_dan_tahun(ponsel) == ("SETDA", "2022")


def test_a_choice_made_on_any_page_is_known_to_the_others(server, halaman):
    buka(halaman, server.url("anggaran"))
    pilih(halaman, "OPD", "Sekretariat Daerah")
    menu(halaman, "Regional")
    menu(halaman, "Capaian")
    pilih(halaman, "Tahun", "2023")
    menu(halaman, "Regional")
    assert opd_dan_tahun(halaman) == ("SETDA", "2023")
    menu(halaman, "Predikat")
    assert opd_dan_tahun(halaman) == ("SETDA", "2023")
    assert kotak(halaman, "OPD").input_value() == "Sekretariat Daerah"


def test_the_empty_state_leads_to_figures_in_the_browser(server, halaman):
    buka(halaman, server.url("capaian", opd="BKPSDM", tahun=2018))
    assert judul(halaman).startswith("Belum ada ")
    with menunggu(halaman):
        utama(halaman).get_by_role("button", name="2024", exact=True).click()
    assert opd_dan_tahun(halaman) == ("BKPSDM", "2024")
    assert "mencapai target" in judul(halaman)


def test_a_finding_opens_its_indicator_and_back_returns_to_the_overview(server, halaman):
    buka(halaman, server.url("", opd="BATUBARA", tahun=2024))
    semula = judul(halaman)
    tautan = utama(halaman).get_by_test_id("stPageLink").first
    nama = tautan.inner_text().strip()
    with menunggu(halaman):
        tautan.get_by_role("link").click()
    assert saringan(halaman)["indikator"]
    assert opd_dan_tahun(halaman) == ("BATUBARA", "2024")
    assert nama in judul(halaman)
    kembali_ke(halaman, semula)


# Every page meets hostile addresses in tests/pages; here it is the real address line.
@pytest.mark.parametrize("h", HALAMAN if LENGKAP else [CAPAIAN], ids=lambda h: h.jalur)
def test_a_hostile_address_opens_the_default_and_says_so(server, halaman, h):
    buka(halaman, server.url(h.jalur if h is not HALAMAN[0] else "", opd="' OR 1=1--", tahun="9" * 10_000))
    assert opd_dan_tahun(halaman) == ("BATUBARA", "2024")
    assert "pilihan bawaan" in utama(halaman).get_by_role("alert").first.inner_text()


def test_the_first_page_opens_by_its_name(server, halaman):
    buka(halaman, server.url(HALAMAN[0].jalur, opd="SETDA", tahun=2022))
    assert opd_dan_tahun(halaman) == ("SETDA", "2022")
    assert not utama(halaman).get_by_role("alert").count()


def test_a_name_that_is_no_page_is_not_found_and_leads_to_the_first_with_its_filters(server, peramban):
    konteks, rekaman = konteks_terekam(peramban, *UKURAN["laptop"])
    halaman = konteks.new_page()
    jawaban = halaman.goto(server.url("halaman-lama", opd="SETDA", tahun=2022))
    assert jawaban.status == 404
    assert halaman.get_by_role("heading", level=1).inner_text() == "Halaman tidak ditemukan"
    halaman.get_by_role("link", name="Kembali ke dasbor").click()
    utama(halaman).get_by_role("heading", level=1).wait_for()
    assert opd_dan_tahun(halaman) == ("SETDA", "2022")
    assert rekaman.ke_luar == []
    konteks.close()
