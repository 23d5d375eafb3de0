"""The deck on the full screen in a real browser: walked by keys at four sizes, into an indicator and back."""

import pytest
from alat_axe import pelanggaran_kini
from alat_peramban import buka, diam, judul, kini, tayang, utama

LAYAR = [(1920, 1080), (1366, 768), (1280, 720), (1024, 768)]
MUAT = """() => {
    const s = document.querySelector('.slaid:not([hidden])');
    const kaki = s.querySelector('footer').getBoundingClientRect().top;
    const luar = [...s.querySelectorAll('h1, .angka, figure, li, td')].filter((e) => {
        const k = e.getBoundingClientRect();
        return k.bottom > kaki + 2 || k.right > innerWidth + 1 || k.left < -1 || k.top < -1;
    });
    const akar = document.documentElement;
    const gulir = akar.scrollHeight > innerHeight || akar.scrollWidth > innerWidth;
    return [s.id, luar.map((e) => e.textContent.slice(0, 40)), gulir];
}"""


@pytest.fixture(scope="module")
def layar(jendela):
    """One window for the walks; what it asked for and complained of is checked at the end."""
    with jendela("proyektor").dipinjam() as satu:
        yield satu


def tekan(halaman, *tombol):
    for t in tombol:
        halaman.keyboard.press(t)
    return kini(halaman)


@pytest.mark.parametrize("ukuran", LAYAR, ids=lambda u: f"{u[0]}x{u[1]}")
def test_every_slide_stands_on_the_screen_without_scrolling(server, layar, ukuran):
    layar.set_viewport_size({"width": ukuran[0], "height": ukuran[1]})
    tayang(layar, server)
    semua = [s.get_attribute("id") for s in layar.locator(".slaid").all()]
    assert len(semua) == 28
    dilihat = []
    for _ in semua:
        kode, luar, gulir = layar.evaluate(MUAT)
        assert (luar, gulir) == ([], False), kode
        dilihat.append(kode)
        layar.keyboard.press("ArrowRight")
    assert dilihat == semua


def test_keys_lead_through_the_deck(server, layar):
    tayang(layar, server)
    assert tekan(layar, "ArrowRight") == "predikat"
    assert tekan(layar, "ArrowLeft", "ArrowLeft") == "ringkasan", "before the first there is none"
    assert tekan(layar, "End") == "uji-konsistensi"
    assert tekan(layar, "PageDown") == "uji-konsistensi"
    assert tekan(layar, "Home", "Space", "PageDown") == "tertinggi-terendah"
    assert tekan(layar, "1", "5", "Enter") == "indikator-BB-TPT"
    assert layar.locator("#nomor").inner_text() == "15 / 28"
    assert tekan(layar, "9", "9", "9", "Enter") == "uji-konsistensi"
    assert layar.url.endswith("#uji-konsistensi"), "the slide stands in the address"
    assert layar.title().startswith("28. ")


def test_the_screen_goes_black_and_comes_back_with_any_key(server, layar):
    tayang(layar, server, "predikat")
    tekan(layar, "b")
    assert layar.locator("#hitam").is_visible()
    tekan(layar, "b")
    assert not layar.locator("#hitam").is_visible()
    tekan(layar, "b", "ArrowRight")
    assert not layar.locator("#hitam").is_visible()
    assert kini(layar) == "tertinggi-terendah"


def test_list_notes_and_help_open_and_close(server, layar):
    tayang(layar, server, "indikator-BB-UHH")
    for tombol, kata in (("g", "Usia Harapan Hidup 72,97 tahun"), ("c", "Target 2024"), ("?", "lompat ke nomor slaid")):
        tekan(layar, tombol)
        terbuka = layar.locator("dialog[open]")
        assert kata in terbuka.inner_text() or tombol == "c"
        assert terbuka.count() == 1
        assert kini(layar) == "indikator-BB-UHH"
        tekan(layar, "Escape")
        assert layar.locator("dialog[open]").count() == 0
    tekan(layar, "g")
    layar.locator("#daftar a").nth(1).click()
    layar.wait_for_function("() => document.querySelector('.slaid:not([hidden])').id === 'predikat'")


def test_time_runs_stops_and_outlives_a_reload(server, layar):
    tayang(layar, server)
    tekan(layar, "r")
    layar.wait_for_function("() => document.querySelector('#waktu').textContent.includes('00:01')")
    layar.reload()
    layar.wait_for_function("() => document.querySelector('#waktu').textContent.startsWith('▶')")
    tekan(layar, "t")
    layar.wait_for_function("() => document.querySelector('#waktu').textContent.startsWith('❚❚')")


def test_a_step_is_drawn_at_once_because_the_next_slide_is_there(server, layar):
    tayang(layar, server)
    lama = layar.evaluate("""async () => {
        const tombol = { key: 'ArrowRight', bubbles: true };
        const kirim = () => document.body.dispatchEvent(new KeyboardEvent('keydown', tombol));
        const awal = performance.getEntriesByType('resource').length;
        for (let n = 0; n < 20; n++) { kirim(); await new Promise(requestAnimationFrame); }
        return performance.getEntriesByType('resource').length - awal;
    }""")
    assert lama == 0, "nothing is asked of the server between slides"
    assert layar.locator("#nomor").inner_text() == "21 / 28"


def test_from_a_slide_into_its_indicator_and_back_to_the_same_slide(server, halaman):
    tayang(halaman, server, "indikator-BB-TPT")
    halaman.keyboard.press("i")
    halaman.wait_for_url("**/indikator?**")
    diam(halaman, hening=300)
    assert judul(halaman).startswith("Tingkat Pengangguran Terbuka 5,75%")
    assert "indikator=BB-TPT" in halaman.url
    halaman.go_back()
    halaman.locator(".slaid:not([hidden])").wait_for()
    assert kini(halaman) == "indikator-BB-TPT"
    halaman.keyboard.press("i")
    halaman.wait_for_url("**/indikator?**")
    diam(halaman, hening=300)
    halaman.get_by_role("link", name="Kembali ke paparan").click()
    halaman.locator(".slaid:not([hidden])").wait_for()
    assert kini(halaman) == "indikator-BB-TPT"


def test_the_page_leads_to_the_deck_and_esc_leads_back_with_its_choice(server, halaman):
    buka(halaman, server.url("paparan", opd="SETDA", tahun=2024, susunan="uji,ringkasan"))
    assert judul(halaman) == "2 slaid siap ditayangkan"
    utama(halaman).get_by_role("link", name="Tayangkan 2 slaid").click()
    halaman.locator(".slaid:not([hidden])").wait_for()
    assert kini(halaman) == "uji-konsistensi"
    halaman.keyboard.press("Escape")
    halaman.wait_for_url("**/paparan?**")
    diam(halaman, hening=300)
    assert judul(halaman) == "2 slaid siap ditayangkan"
    assert "susunan=uji%2Cringkasan" in halaman.url


def test_no_slide_breaks_a_serious_rule_of_reading(server, layar):
    for skema in ("light", "dark"):
        layar.emulate_media(color_scheme=skema)
        tayang(layar, server)
        for _ in range(3):
            assert pelanggaran_kini(layar) == [], f"{skema} {kini(layar)}"
            layar.keyboard.press("ArrowRight")
        tayang(layar, server, "uji-konsistensi")
        assert pelanggaran_kini(layar) == [], skema
