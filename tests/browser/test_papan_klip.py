"""The button that copies a page as text: with the clipboard of the browser, and where the browser withholds it."""

import pytest
from alat_peramban import buka, judul, menunggu, pilih, saringan, utama

TANPA_PAPAN_KLIP = "() => { Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }); }"
"""What a browser does on plain http from another machine."""
KOTAK = """() => {
    const kotak = document.createElement('textarea');
    kotak.id = 'tempel';
    kotak.style = 'position: fixed; inset: 0 auto auto 0; z-index: 9999999';
    document.body.append(kotak);
    kotak.focus();
}"""


def ditempel(halaman):
    """Return what pasting gives."""
    halaman.keyboard.press("Escape")
    halaman.evaluate(KOTAK)
    halaman.keyboard.press("Control+V")
    return halaman.locator("#tempel").input_value()


@pytest.mark.parametrize(("aman", "jendela_uji"), [(True, "halaman"), (False, "ponsel")], ids=["https", "http"])
def test_one_press_copies_headline_figures_and_the_full_address(server, request, aman, jendela_uji):
    halaman = request.getfixturevalue(jendela_uji)
    buka(halaman, server.url("capaian", opd="SETDA", tahun=2024))
    if aman:
        halaman.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        halaman.evaluate(TANPA_PAPAN_KLIP)
    halaman.get_by_role("button", name="Salin ringkasan").click()
    halaman.get_by_role("button", name="Salin teks").click()
    halaman.get_by_role("button", name="Tersalin").wait_for()
    baris = ditempel(halaman).split("\n")
    assert baris[0] == judul(halaman)
    assert baris[-1] == halaman.url
    assert {"opd": "SETDA", "tahun": "2024"}.items() <= saringan(halaman).items()


def test_the_address_follows_a_change_of_filter_and_of_page(server, halaman):
    buka(halaman, server.url("skenario", opd="SETDA", tahun=2024))
    with menunggu(halaman):
        pilih(halaman, "Angka ringkas", "Median")
    halaman.get_by_role("button", name="Salin ringkasan").click()
    teks = halaman.locator("[data-testid=stPopoverBody] pre")
    assert teks.inner_text().split("\n")[-1] == halaman.url
    assert "pusat=median" in halaman.url
    halaman.keyboard.press("Escape")
    with menunggu(halaman):
        halaman.get_by_role("link", name="Ringkasan", exact=True).click()
    halaman.get_by_role("button", name="Salin ringkasan").click()
    assert teks.inner_text().split("\n")[-1] == halaman.url


def test_a_chart_is_saved_as_a_picture_made_in_the_browser(halaman, server, tmp_path):
    buka(halaman, server.url(opd="BATUBARA", tahun=2024))
    grafik = utama(halaman).locator(".js-plotly-plot").first
    grafik.hover()
    tombol = grafik.get_by_label("Simpan grafik sebagai gambar (PNG)")
    with halaman.expect_download() as unduhan:
        tombol.click()
    assert unduhan.value.suggested_filename == "grafik.png"
    unduhan.value.save_as(tmp_path / "grafik.png")
    assert (tmp_path / "grafik.png").read_bytes().startswith(b"\x89PNG")
