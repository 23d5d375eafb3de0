"""Every page at three sizes: nothing leaves the machine, nothing fails, nothing is cut; a cold start opens any link."""

import pytest
from alat_peramban import LENGKAP, UKURAN, buka, isi, judul, pindah, utama

from components.navigasi import CAPAIAN, HALAMAN, REGIONAL

TAMPILAN = {
    "predikat": [{"tampilan": "sasaran"}, {"tampilan": "skala"}],
    "anggaran": [{"lihat": "apbd"}, {"lihat": "kuadran"}],
    "capaian": [{"indikator": "BB-UHH"}],
}
TERPOTONG = """() => [...document.querySelectorAll('[data-testid=stMain] .dk-gulir')]
    .filter(t => t.checkVisibility() && t.scrollWidth > t.clientWidth + 1)
    .map(t => `${t.scrollWidth} > ${t.clientWidth}: ${t.innerText.slice(0, 60)}`)"""
MELEBAR = "() => [document.scrollingElement.scrollWidth, innerWidth]"
GULIR = """() => { const m = document.querySelector('[data-testid=stMain]'); return [m.scrollWidth, m.clientWidth]; }"""


def alamat(halaman):
    """Return the addresses at which a page is looked at: as it opens, and its other views."""
    return [{}, *TAMPILAN.get(halaman.jalur, [])]


def jalur(halaman):
    return "" if halaman is HALAMAN[0] else halaman.jalur


@pytest.mark.parametrize("ukuran", UKURAN)
def test_every_page_asks_only_this_machine_and_fits_its_screen(server, konteks_baru, ukuran):
    konteks, rekaman = konteks_baru(ukuran)
    halaman = konteks.new_page()
    salah, ke = [], buka
    for h in HALAMAN:
        for saringan in alamat(h):
            ke(halaman, server.url(jalur(h), opd="BATUBARA", tahun=2024, **saringan))
            ke = pindah
            nama = f"{h.jalur} {saringan}"
            lebar, layar = halaman.evaluate(MELEBAR)
            isi_lebar, wadah = halaman.evaluate(GULIR)
            if lebar > layar or isi_lebar > wadah:
                salah.append(f"{nama}: the page scrolls sideways, {max(lebar, isi_lebar)} > {min(layar, wadah)}")
            salah += [f"{nama}: a table is cut, {t}" for t in halaman.evaluate(TERPOTONG)]
            assert "Versi data" in isi(halaman), nama
            rekaman.periksa()
    assert salah == []


@pytest.mark.parametrize("h", [CAPAIAN, REGIONAL] if LENGKAP else [CAPAIAN], ids=lambda h: h.jalur)
def test_a_fresh_server_opens_a_deep_link_as_its_first_visit(server_baru, konteks_baru, h):
    server = server_baru()
    konteks, rekaman = konteks_baru()
    halaman = konteks.new_page()
    buka(halaman, server.url(h.jalur, opd="BATUBARA", tahun=2024))
    assert f"{h.judul} · " in isi(halaman)
    assert any(c.isdigit() for c in judul(halaman))
    menu = halaman.get_by_test_id("stSidebarNav")
    for lain in HALAMAN:
        assert menu.get_by_role("link", name=lain.judul).is_visible()
    assert halaman.get_by_role("dialog").count() == 0
    assert halaman.get_by_text("Page not found").count() == 0
    assert "Versi data" in isi(halaman)
    gaya = "e => getComputedStyle(e).maxWidth"
    assert halaman.get_by_test_id("stMainBlockContainer").evaluate(gaya) == "1760px", "the style sheet of app.py"
    rekaman.periksa()


def test_an_empty_data_folder_opens_on_a_welcome_whose_template_can_be_downloaded(server_baru, halaman, tmp_path):
    buka(halaman, server_baru(data=tmp_path).url())
    assert judul(halaman) == "Selamat datang di Dasbor Kinerja"
    with halaman.expect_download() as unduhan:
        utama(halaman).get_by_role("button", name="Unduh templat").click()
    assert unduhan.value.suggested_filename == "templat_kinerja.xlsx"
    unduhan.value.save_as(tmp_path / "templat.tmp")
    assert (tmp_path / "templat.tmp").read_bytes().startswith(b"PK\x03\x04")
