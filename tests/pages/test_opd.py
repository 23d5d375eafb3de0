"""The choice of OPD to compare: in the address by code, held to its list, following the OPD of the page."""

import pytest
from alat_halaman import buka, html, isi, judul, kata, keterangan, lihat, wajar

from components.bingkai.navigasi import OPD

BANDING = {"opd": "SETDA", "tahun": 2024, "lihat_opd": "banding"}


@pytest.mark.parametrize(
    "nilai",
    [
        "SETDA,TIDAKADA",
        "BATUBARA,SETDA",
        "SETDA,SETDA",
        ",",
        "<b>,SETDA",
        "SETDA," * 2000,
        "SETDA,BKPSDM,INSPEKTORAT,DISDIK,DINKES",
    ],
    ids=["unknown", "whole", "twice", "comma", "html", "long", "five"],
)
def test_a_list_with_a_stranger_opens_the_default_and_says_so(nilai):
    at = buka(OPD, **BANDING, banding=nilai)
    wajar(at)
    assert len(at.warning) == 1
    assert at.query_params["banding"] == "SETDA,BKPSDM"
    assert isi(at) == isi(lihat(OPD, **BANDING))
    assert not at.run().warning, "said once"


def test_codes_in_the_address_may_be_written_in_any_case():
    at = buka(OPD, **BANDING, banding="bkpsdm, Setda")
    wajar(at)
    assert not at.warning
    assert at.query_params["banding"] == "BKPSDM,SETDA"


def test_a_choice_outlives_a_change_of_year_and_a_look_at_the_profile_but_not_another_opd():
    at = buka(OPD, **BANDING)
    at.multiselect(key="banding").set_value(["SETDA", "DISDIK"]).run()
    at.selectbox(key="tahun").set_value(2023).run()
    assert at.query_params["banding"] == "SETDA,DISDIK"
    at.button_group(key="lihat_opd").set_value("Profil").run()
    assert "banding" not in at.query_params
    at.button_group(key="lihat_opd").set_value("Banding").run()
    assert at.query_params["banding"] == "SETDA,DISDIK"
    at.selectbox(key="opd").set_value("INSPEKTORAT").run()
    wajar(at)
    assert at.query_params["banding"] == "INSPEKTORAT,SETDA,DISNAKERPERINDAG,KEC-LIMA-PULUH-PESISIR"


@pytest.mark.parametrize("dipilih", [[], ["SETDA"]])
def test_fewer_than_two_are_asked_for_more(dipilih):
    at = buka(OPD, **BANDING)
    at.multiselect(key="banding").set_value(dipilih).run()
    wajar(at)
    assert judul(at) == "Pilih paling sedikit 2 perangkat daerah untuk dibandingkan pada 2024"
    assert "<table" not in html(at)


def test_an_indicator_opens_by_a_link_that_carries_opd_and_year():
    isi_html = html(lihat(OPD, opd="SETDA", tahun=2024))
    assert 'href="./indikator?opd=SETDA&amp;tahun=2024&amp;indikator=SETDA-' in isi_html
    assert isi_html.count('class="dk-tautan"') >= 7


def test_a_unit_without_iku_is_a_full_page():
    at = buka(OPD, opd="PKM-LALANG", tahun=2024)
    wajar(at)
    assert judul(at) == "Puskesmas Lalang: IKM 94,51 (A) peringkat 12 dari 63 unit"
    assert "Buku kerja tidak memuat IKU unit ini." in kata(at)
    assert "Nilai AKIP 2024 tidak tersedia, juga pada tahun lain." in kata(at)
    assert keterangan(at)[0] == "Perangkat daerah · Puskesmas Lalang · 2024"
    assert [p.proto.page for p in at.page_link] == ["predikat"]
