"""A phone, and a keyboard instead of a mouse."""

import pytest
from alat_peramban import buka, judul, kotak, menunggu, saringan, utama

KARTU = """() => {
    const baris = document.querySelector('.dk-tabel tbody tr:not(.dk-tabel__kelompok)');
    const sel = baris.querySelector('td[data-judul]');
    return {
        kepala: getComputedStyle(document.querySelector('.dk-tabel thead')).display,
        baris: getComputedStyle(baris).display,
        sel: getComputedStyle(sel).display,
        judul: getComputedStyle(sel, '::before').content,
        lebar: baris.getBoundingClientRect().right <= innerWidth,
    };
}"""
TERTUTUP = """() => {
    const k = document.querySelector('[data-testid=stMain] h1').getBoundingClientRect();
    const atas = document.elementFromPoint(k.left + 20, k.top + k.height / 2);
    return atas && atas.closest('h1') === null ? atas.outerHTML.slice(0, 200) : '';
}"""


def test_on_a_phone_a_table_is_a_stack_of_cards_that_name_their_columns(server, ponsel):
    buka(ponsel, server.url("capaian", opd="BATUBARA", tahun=2024))
    assert ponsel.evaluate(KARTU) == {
        "kepala": "none",
        "baris": "block",
        "sel": "flex",
        "judul": '"Target"',
        "lebar": True,
    }


def test_on_a_phone_the_headline_is_seen_at_once_and_the_menu_opens_on_touch(server, ponsel):
    buka(ponsel, server.url("", opd="BATUBARA", tahun=2024))
    assert ponsel.evaluate(TERTUTUP) == "", "something lies over the headline"
    assert utama(ponsel).get_by_role("heading", level=1).bounding_box()["y"] < 844 / 3
    ponsel.get_by_test_id("stExpandSidebarButton").tap()
    with menunggu(ponsel):
        ponsel.get_by_test_id("stSidebarNav").get_by_role("link", name="Capaian").tap()
    assert "mencapai target" in judul(ponsel)
    assert saringan(ponsel)["opd"] == "BATUBARA"


def tanda_pertama(halaman):
    return utama(halaman).locator("details.dk-tanda").first


@pytest.fixture(scope="module")
def capaian(jendela, server):
    """The page of capaian, opened once: a mark that was opened is closed again."""
    with jendela("laptop").dipinjam() as satu:
        buka(satu, server.url("capaian", opd="BATUBARA", tahun=2024))
        yield satu


@pytest.mark.parametrize("tombol", ["Enter", "Space"])
def test_a_mark_opens_and_closes_by_keyboard(capaian, tombol):
    halaman, tanda = capaian, tanda_pertama(capaian)
    penjelasan = tanda.get_by_role("listitem").first
    assert not penjelasan.is_visible()
    tanda.locator("summary").focus()
    halaman.keyboard.press(tombol)
    penjelasan.wait_for(state="visible")
    assert len(penjelasan.inner_text()) > 20
    batas = penjelasan.bounding_box()
    assert batas["x"] >= 0
    assert batas["x"] + batas["width"] <= 1366
    halaman.keyboard.press(tombol)
    penjelasan.wait_for(state="hidden")


def test_a_mark_is_reached_by_the_tab_key_and_its_focus_is_seen(capaian):
    halaman = capaian
    tanda_pertama(halaman).locator("summary").evaluate("s => { s.focus(); s.blur(); }")
    for _ in range(60):
        halaman.keyboard.press("Tab")
        if halaman.evaluate("document.activeElement.matches('details.dk-tanda > summary')"):
            break
    else:
        pytest.fail("no mark was reached in 60 steps")
    garis = halaman.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert garis != "none"


def test_a_mark_opens_on_touch_and_stays_on_the_screen(server, ponsel):
    buka(ponsel, server.url("capaian", opd="BATUBARA", tahun=2024))
    tanda = tanda_pertama(ponsel)
    tanda.locator("summary").scroll_into_view_if_needed()
    tanda.locator("summary").tap()
    penjelasan = tanda.get_by_role("listitem").first
    penjelasan.wait_for(state="visible")
    batas = penjelasan.bounding_box()
    assert batas["x"] >= 0
    assert batas["x"] + batas["width"] <= 390


def test_an_opd_is_chosen_by_keyboard_alone(server, capaian):
    halaman = capaian
    buka(halaman, server.url())
    kotak(halaman, "OPD").focus()
    halaman.keyboard.type("Kecamatan Lima Puluh Pes")
    halaman.get_by_role("option").first.wait_for()
    with menunggu(halaman):
        halaman.keyboard.press("Enter")
    assert saringan(halaman)["opd"] == "KEC-LIMA-PULUH-PESISIR"
    assert saringan(halaman)["tahun"] == "2023"
