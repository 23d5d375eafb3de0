"""Every page, opened once through the menu and looked at by all that holds for every page: its address and name, its
words, its width on a projector, a laptop and a phone, axe's serious and critical rules in light and dark.

Every view of every page keeps axe's rules too: `script/endurance` looks at those, which takes a minute more.
"""

import re

import pytest
from alat_axe import TINGGI, pelanggaran
from alat_peramban import LENGKAP, UKURAN, buka, isi, judul, menu, menunggu, pindah, saringan, ubah_ukuran, utama
from tampilan import BATUBARA, KEADAAN, LAIN

from components.bingkai.navigasi import CAPAIAN, HALAMAN, OPD, POHON, RINGKASAN

TERPOTONG = """() => [...document.querySelectorAll('[data-testid=stMain] .dk-tabel__gulir')]
    .filter(t => t.checkVisibility() && t.scrollWidth > t.clientWidth + 1)
    .map(t => `${t.scrollWidth} > ${t.clientWidth}: ${t.innerText.slice(0, 60)}`)"""
MELEBAR = "() => [document.scrollingElement.scrollWidth, innerWidth]"
GULIR = """() => { const m = document.querySelector('[data-testid=stMain]'); return [m.scrollWidth, m.clientWidth]; }"""
TERTINGGAL = re.compile(
    r"^(Sidebar|App pages|Open|Clear|Selected values|Remove|Help for|Choose|Collapse|Expand|Copy|Fullscreen|file upload"
    r"|Add files)|icon$"
)
SEBUTAN = """() => [...document.querySelectorAll('[aria-label], [placeholder]')]
    .filter(el => !el.closest('[aria-hidden=true]'))
    .flatMap(el => [el.ariaLabel, el.placeholder]).filter(Boolean)"""


@pytest.fixture(scope="module")
def layar(jendela, server):
    """One window for all tests, opened at the bare address: only its first page loads what Streamlit needs."""
    with jendela("laptop").dipinjam() as satu:
        buka(satu, server.url())
        yield satu


@pytest.fixture
def halaman(layar):
    """That window at laptop size, in the light theme."""
    layar.emulate_media(color_scheme="light")
    ubah_ukuran(layar, *UKURAN["laptop"])
    return layar


@pytest.fixture
def tinggi(halaman):
    """The same, high enough for axe to see the whole page at once."""
    ubah_ukuran(halaman, UKURAN["laptop"][0], TINGGI)
    return halaman


@pytest.fixture(scope="module", params=HALAMAN, ids=lambda h: h.jalur)
def h(request, layar):
    """Each page in turn, opened through the menu; all tests that ask for it look at it before the next one opens."""
    ubah_ukuran(layar, *UKURAN["laptop"])
    menu(layar, request.param.judul)
    return request.param


def jalur(h):
    return "" if h is HALAMAN[0] else h.jalur


def muat_di(halaman, lebar, tinggi):
    """Return what is wider than a screen of that size or cut by it."""
    ubah_ukuran(halaman, lebar, tinggi)
    lebar, layar = halaman.evaluate(MELEBAR)
    isi_lebar, wadah = halaman.evaluate(GULIR)
    gulir = [f"{max(lebar, isi_lebar)} > {min(layar, wadah)}"] if lebar > layar or isi_lebar > wadah else []
    return gulir + halaman.evaluate(TERPOTONG)


def test_a_page_writes_opd_and_year_by_code_also_when_nobody_chose_them(halaman, h):
    assert saringan(halaman).items() >= {"opd": "BATUBARA", "tahun": "2024"}.items()
    assert f"{h.judul} · " in isi(halaman)
    assert halaman.title() == f"{h.judul} · Dasbor Kinerja"


def test_nothing_on_a_page_is_read_out_in_english(halaman, h):
    semua = halaman.evaluate(SEBUTAN)
    assert {"Halaman dasbor", "Bilah samping", "Tutup bilah samping"} <= set(semua)
    assert [s for s in semua if TERTINGGAL.search(s)] == []


def test_a_page_asks_only_this_machine_and_fits_every_screen(jendela, halaman, h):
    assert {n: salah for n, ukuran in UKURAN.items() if (salah := muat_di(halaman, *ukuran))} == {}
    assert "Versi data" in isi(halaman)
    jendela("laptop").rekaman.periksa()


def test_no_page_breaks_a_serious_rule_in_light_or_dark(tinggi, h):
    assert pelanggaran(tinggi) == []
    if not LENGKAP:
        return
    lain = utama(tinggi).get_by_test_id("stButtonGroup").first.get_by_role("radio", checked=False)
    for nama in lain.all_inner_texts():
        with menunggu(tinggi):
            lain.filter(has_text=re.compile(f"^{re.escape(nama)}$")).click()
        assert pelanggaran(tinggi) == [], nama


@pytest.mark.parametrize("tampilan", LAIN, ids=lambda t: t.nama)
def test_the_other_views_fit_every_screen(server, jendela, halaman, tampilan):
    pindah(halaman, server.url(tampilan.jalur, **tampilan.alamat))
    assert {n: salah for n, ukuran in UKURAN.items() if (salah := muat_di(halaman, *ukuran))} == {}
    assert "Versi data" in isi(halaman) or judul(halaman).startswith("Belum ada ")
    jendela("laptop").rekaman.periksa()


@pytest.mark.parametrize("tampilan", KEADAAN, ids=lambda t: t.nama)
def test_no_other_state_breaks_a_serious_rule(server, tinggi, tampilan):
    pindah(tinggi, server.url(tampilan.jalur, **tampilan.alamat))
    assert pelanggaran(tinggi) == []


@pytest.mark.parametrize("lain", [RINGKASAN, CAPAIAN, OPD, POHON] if LENGKAP else [CAPAIAN], ids=lambda h: h.jalur)
def test_nor_do_cards_and_branches_on_a_phone(server, tinggi, lain):
    ubah_ukuran(tinggi, UKURAN["ponsel"][0], TINGGI)
    buka(tinggi, server.url(jalur(lain), **BATUBARA))
    assert pelanggaran(tinggi) == []


def test_axe_finds_what_is_wrong(tinggi):
    """The other tests would pass as well if axe looked at nothing."""
    utama(tinggi).get_by_role("heading", level=1).evaluate(
        """judul => judul.insertAdjacentHTML('afterend',
            '<ul><div>x</div></ul><p style="color: #777; background: #888">samar</p><button></button>')"""
    )
    ditemukan = [t.split(":")[0] for t in pelanggaran(tinggi)]
    assert {"list", "button-name", "color-contrast"} <= set(ditemukan)
    assert {"dark color-contrast", "light color-contrast"} & set(ditemukan)
