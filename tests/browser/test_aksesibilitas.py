"""Every page passes axe's serious and critical rules, in light and dark, and has a name of its own.

Every view of every page does too: `script/endurance` looks at those, which takes a minute more.
"""

import re

import pytest
from alat_axe import TINGGI, pelanggaran
from alat_peramban import LENGKAP, UKURAN, buka, konteks_terekam, menu, menunggu, pindah, utama

from components.navigasi import CAPAIAN, HALAMAN, INDIKATOR, OPD, POHON, RINGKASAN

BATUBARA = {"opd": "BATUBARA", "tahun": 2024}
KEADAAN = [
    # besides what a page's own row of choices leads to: nothing there, an indicator opened, one with grades only
    (RINGKASAN, {"opd": "INSPEKTORAT"}),
    (CAPAIAN, {"indikator": "BB-UHH"}),
    (INDIKATOR, {"indikator": "BB-OPINI"}),
]


@pytest.fixture(scope="module")
def jendela(peramban):
    """One window for all tests: only its first page loads what Streamlit needs."""
    konteks, rekaman = konteks_terekam(peramban, UKURAN["laptop"][0], TINGGI)
    yield konteks.new_page()
    konteks.close()
    rekaman.periksa()


@pytest.fixture
def halaman(jendela, server):
    """The window at laptop width, with the whole regency of 2024 chosen on some page."""
    jendela.set_viewport_size({"width": UKURAN["laptop"][0], "height": TINGGI})
    if (
        not jendela.url.startswith(server.alamat)
        or f"opd={BATUBARA['opd']}&tahun={BATUBARA['tahun']}" not in jendela.url
    ):
        buka(jendela, server.url(**BATUBARA))
    return jendela


@pytest.mark.parametrize("h", HALAMAN, ids=lambda h: h.jalur)
def test_no_page_breaks_a_serious_rule_in_light_or_dark(halaman, h):
    menu(halaman, h.judul)
    assert halaman.title() == f"{h.judul} · Dasbor Kinerja"
    assert pelanggaran(halaman) == []
    if not LENGKAP:
        return
    lain = utama(halaman).get_by_test_id("stButtonGroup").first.get_by_role("radio", checked=False)
    for nama in lain.all_inner_texts():
        with menunggu(halaman):
            lain.filter(has_text=re.compile(f"^{re.escape(nama)}$")).click()
        assert pelanggaran(halaman) == [], nama


@pytest.mark.parametrize(("h", "alamat"), KEADAAN, ids=lambda p: getattr(p, "jalur", ""))
def test_no_other_state_does(server, halaman, h, alamat):
    pindah(halaman, server.url("" if h is HALAMAN[0] else h.jalur, **{**BATUBARA, **alamat}))
    assert pelanggaran(halaman) == []


@pytest.mark.parametrize("h", [RINGKASAN, CAPAIAN, OPD, POHON] if LENGKAP else [CAPAIAN], ids=lambda h: h.jalur)
def test_nor_do_cards_and_branches_on_a_phone(server, halaman, h):
    halaman.set_viewport_size({"width": UKURAN["ponsel"][0], "height": TINGGI})
    buka(halaman, server.url("" if h is HALAMAN[0] else h.jalur, **BATUBARA))
    assert pelanggaran(halaman) == []


def test_axe_finds_what_is_wrong(halaman):
    """The other tests would pass as well if axe looked at nothing."""
    utama(halaman).get_by_role("heading", level=1).evaluate(
        """judul => judul.insertAdjacentHTML('afterend',
            '<ul><div>x</div></ul><p style="color: #777; background: #888">samar</p><button></button>')"""
    )
    ditemukan = [t.split(":")[0] for t in pelanggaran(halaman)]
    assert {"list", "button-name", "color-contrast"} <= set(ditemukan)
    assert {"dark color-contrast", "light color-contrast"} & set(ditemukan)
