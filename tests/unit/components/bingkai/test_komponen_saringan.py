"""Filters alone: the URL always says code and year, the session keeps them, a wrong address falls back and says so."""

import pytest
from streamlit.testing.v1 import AppTest

WARNA = {"M": "Merah", "H": "Hijau", "B": "Biru"}


def _satu():
    import streamlit as st

    from components.bingkai.saringan import peringatan_alamat, pilih

    warna = {"M": "Merah", "H": "Hijau", "B": "Biru"}
    nilai = pilih("Warna", "warna", list(warna), "H", tampil=warna.get)
    peringatan_alamat()
    st.text(f"terpilih {nilai}")


def _opsional():
    import streamlit as st

    from components.bingkai.saringan import peringatan_alamat, pilih_opsional

    nilai = pilih_opsional("Warna", "warna", ["M", "H"])
    peringatan_alamat()
    st.text(f"terpilih {nilai}")


def _saklar():
    import streamlit as st

    from components.bingkai.saringan import peringatan_alamat, saklar

    nilai = saklar("Batasi", "batasi")
    peringatan_alamat()
    st.text(f"terpilih {nilai}")


def _bilah(dataset):
    import streamlit as st

    from components.bingkai.saringan import bilah, peringatan_alamat, pilih_opd, pilih_tahun

    saringan, _ = bilah(dataset)
    peringatan_alamat()
    st.button("2023", key="t", on_click=pilih_tahun, args=(2023,))
    st.button("DINKES", key="o", on_click=pilih_opd, args=("DINKES",))
    st.text(f"{saringan.opd.kode_opd} {saringan.tahun}")


def jalan(fungsi, alamat=None, **kwargs):
    at = AppTest.from_function(fungsi, default_timeout=120, kwargs=kwargs)
    at.query_params.update(alamat or {})
    at.run()
    assert not at.exception
    return at


def teks(at):
    return at.text[-1].value


def dengan_alamat(at, **alamat):
    """Open another address in the same session, as a link inside the app does."""
    at.query_params.clear()
    at.query_params.update(alamat)
    return at.run()


# --- one choice -------------------------------------------------------------------------------------------------------


def test_the_default_is_chosen_and_stands_in_the_url():
    at = jalan(_satu)
    assert teks(at) == "terpilih H"
    assert at.query_params == {"warna": "H"}
    assert not at.warning


def test_options_are_shown_by_name_and_written_by_code():
    at = jalan(_satu)
    assert at.selectbox(key="warna").options == list(WARNA.values())
    at.selectbox(key="warna").select("B").run()
    assert at.query_params == {"warna": "B"}
    assert teks(at) == "terpilih B"


@pytest.mark.parametrize("kode", ["M", "m"])
def test_an_address_chooses_ignoring_case(kode):
    at = jalan(_satu, {"warna": kode})
    assert teks(at) == "terpilih M"
    assert at.query_params == {"warna": "M"}


@pytest.mark.parametrize("kode", ["", "Merah ", "' OR 1=1--", "x" * 10_000, "M&tahun=1", "\u202eM", "\x00"])
def test_an_unknown_address_shows_the_default_and_says_so_once(kode):
    at = jalan(_satu, {"warna": kode})
    assert teks(at) == "terpilih H"
    assert at.query_params == {"warna": "H"}
    assert len(at.warning) == 1
    assert "bawaan" in at.warning[0].value
    assert not at.run().warning


def test_of_two_values_in_the_address_the_last_counts():
    at = jalan(_satu, {"warna": ["M", "B"]})
    assert teks(at) == "terpilih B"
    assert not at.warning


def test_what_was_chosen_survives_a_visit_without_an_address():
    at = jalan(_satu)
    at.selectbox(key="warna").select("B").run()
    dengan_alamat(at)
    assert teks(at) == "terpilih B"
    assert at.query_params == {"warna": "B"}


def test_a_new_address_in_the_same_session_wins_over_what_was_chosen():
    at = jalan(_satu)
    at.selectbox(key="warna").select("B").run()
    assert teks(dengan_alamat(at, warna="M")) == "terpilih M"


def test_a_wrong_address_in_the_same_session_keeps_what_was_chosen_and_says_so():
    at = jalan(_satu)
    at.selectbox(key="warna").select("B").run()
    dengan_alamat(at, warna="Z")
    assert at.warning
    assert at.query_params == {"warna": "B"}


# --- a choice that may stay empty, and a switch -----------------------------------------------------------------------


def test_an_optional_choice_stands_in_the_url_only_while_there_is_one():
    at = jalan(_opsional)
    assert at.query_params == {}
    at.selectbox(key="warna").select("M").run()
    assert at.query_params == {"warna": "M"}
    at.selectbox(key="warna").set_value(None).run()
    assert at.query_params == {}
    assert teks(at) == "terpilih None"


def test_an_optional_choice_opens_from_an_address_and_refuses_an_unknown_one():
    assert teks(jalan(_opsional, {"warna": "H"})) == "terpilih H"
    at = jalan(_opsional, {"warna": "Z"})
    assert teks(at) == "terpilih None"
    assert at.warning
    assert at.query_params == {}


def test_an_optional_choice_that_was_cleared_can_be_opened_again_by_the_same_link():
    at = jalan(_opsional, {"warna": "H"})
    at.selectbox(key="warna").set_value(None).run()
    assert teks(dengan_alamat(at, warna="H")) == "terpilih H"


def test_a_switch_writes_ya_or_tidak():
    at = jalan(_saklar)
    assert at.query_params == {"batasi": "tidak"}
    at.toggle(key="batasi").set_value(True).run()
    assert at.query_params == {"batasi": "ya"}
    assert teks(at) == "terpilih True"


@pytest.mark.parametrize(("isi", "nyala", "ditolak"), [("ya", True, 0), ("TIDAK", False, 0), ("true", False, 1)])
def test_a_switch_reads_its_address(isi, nyala, ditolak):
    at = jalan(_saklar, {"batasi": isi})
    assert at.toggle(key="batasi").value is nyala
    assert len(at.warning) == ditolak


# --- the bar of OPD and year ------------------------------------------------------------------------------------------


@pytest.fixture
def dataset(muat_isi):
    """OPD with different newest years: KAB until 2024, DINKES until 2023; nothing measured in 2022 but a target."""
    from pembangun import buku_kecil, tambah_baris, ubah

    from kinerja.dataset import Dataset

    isi = ubah(buku_kecil(), "Capaian", B4=2023)
    isi = tambah_baris(isi, "Capaian", ("UHH", 2023, "Tahunan", "72,5", None, "72,6"), ("UHH", 2022, None, "72"))
    return Dataset(muat_isi(isi).buku, "uji")


def bilah(dataset, **alamat):
    return jalan(_bilah, alamat, dataset=dataset)


def test_the_bar_opens_on_the_whole_regency_and_its_newest_year_with_a_realisasi(dataset):
    at = bilah(dataset)
    assert teks(at) == "KAB 2024"
    assert at.query_params == {"opd": "KAB", "tahun": "2024"}


def test_the_year_follows_the_opd_until_somebody_chooses_one(dataset):
    at = bilah(dataset)
    at.selectbox(key="opd").select("DINKES").run()
    assert teks(at) == "DINKES 2023"
    at.selectbox(key="opd").select("KAB").run()
    assert teks(at) == "KAB 2024"


@pytest.mark.parametrize("cara", ["kotak", "tombol", "alamat"])
def test_a_chosen_year_stays_when_the_opd_changes(dataset, cara):
    at = bilah(dataset, **({"tahun": "2023"} if cara == "alamat" else {}))
    if cara == "kotak":
        at.selectbox(key="tahun").select(2023).run()
    if cara == "tombol":
        at.button(key="t").click().run()
    assert teks(at) == "KAB 2023"
    at.selectbox(key="opd").select("DINKES").run()
    at.selectbox(key="opd").select("KAB").run()
    assert teks(at) == "KAB 2023"
    assert at.query_params == {"opd": "KAB", "tahun": "2023"}


def test_an_opd_chosen_by_button_is_the_one_in_the_box_and_the_url(dataset):
    at = bilah(dataset, tahun="2024")
    at.button(key="o").click().run()
    assert at.selectbox(key="opd").value == "DINKES"
    assert at.query_params == {"opd": "DINKES", "tahun": "2024"}


def test_options_never_shrink_with_another_filter(dataset):
    at = bilah(dataset)
    lengkap = at.selectbox(key="opd").options, at.selectbox(key="tahun").options
    at.selectbox(key="opd").select("DINKES").run()
    at.selectbox(key="tahun").select(2022).run()
    assert (at.selectbox(key="opd").options, at.selectbox(key="tahun").options) == lengkap


def test_a_wrong_opd_beside_a_right_year_keeps_the_year(dataset):
    at = bilah(dataset, opd="' OR 1=1--", tahun="2023")
    assert teks(at) == "KAB 2023"
    assert len(at.warning) == 1


def test_a_right_opd_beside_a_wrong_year_keeps_the_opd(dataset):
    at = bilah(dataset, opd="dinkes", tahun="9e9")
    assert teks(at) == "DINKES 2023"
    assert at.query_params == {"opd": "DINKES", "tahun": "2023"}
    assert len(at.warning) == 1
