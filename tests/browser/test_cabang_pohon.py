"""The performance tree without a mouse: opened, walked and left by keyboard, and its links stay in the session."""

import re

import pytest
from alat_peramban import buka, judul, menunggu, saringan, utama

KINI = "document.activeElement.innerText.replace(/\\s+/g, ' ')"
TERBUKA = "() => [...document.querySelectorAll('.dk-pohon details:not(.dk-tanda)')].filter(d => d.open).length"
TERLIHAT = (
    "() => [...document.querySelectorAll('.dk-pohon summary.dk-pohon__baris')].filter(s => s.checkVisibility()).length"
)


@pytest.fixture
def pohon(server, halaman):
    buka(halaman, server.url("pohon", opd="BATUBARA", tahun=2024))
    halaman.locator(".dk-pohon").wait_for()
    return halaman


def tekan(halaman, *tombol):
    """Press keys one after the other, and return what has the focus then."""
    for t in tombol:
        halaman.keyboard.press(t)
    return halaman.evaluate(KINI)


def test_the_tree_is_opened_walked_and_closed_by_keyboard_only(pohon):
    halaman = pohon
    semula = halaman.evaluate(TERBUKA)
    halaman.get_by_role("button", name="Tutup semua").focus()
    # From the button the tab key reaches the first branch: native details, no role of our own.
    assert tekan(halaman, "Tab").startswith("Misi Meningkatkan kualitas Sumber Daya Manusia")
    tekan(halaman, "Enter")
    assert halaman.evaluate(TERBUKA) == semula + 1
    tekan(halaman, "Space")
    assert halaman.evaluate(TERBUKA) == semula
    # The keys of a tree: right opens and enters, left goes back to the parent and closes.
    assert tekan(halaman, "ArrowRight").startswith("Misi Meningkatkan kualitas")
    assert halaman.evaluate(TERBUKA) == semula + 1
    assert tekan(halaman, "ArrowRight").startswith("Tujuan Meningkatnya Kualitas Pembangunan Manusia")
    assert tekan(halaman, "ArrowRight", "ArrowRight", "*").startswith("Sasaran Meningkatnya Kualitas Kesehatan")
    assert halaman.evaluate(TERBUKA) == semula + 4, "both sasaran opened at once"
    assert tekan(halaman, "ArrowDown").startswith("Indikator Usia Harapan Hidup")
    assert tekan(halaman, "ArrowUp", "ArrowLeft", "ArrowLeft").startswith("Tujuan")
    assert tekan(halaman, "ArrowLeft", "ArrowLeft").startswith("Misi")
    assert tekan(halaman, "ArrowLeft").startswith("Misi Meningkatkan kualitas")
    assert halaman.evaluate(TERBUKA) == semula + 1, "what is inside a closed branch stays as it was"
    assert tekan(halaman, "End").startswith("Misi Meningkatkan rasa keadilan")
    assert tekan(halaman, "ArrowDown").startswith("Misi Meningkatkan rasa keadilan"), "nothing comes after the last"
    assert tekan(halaman, "Home").startswith("Misi Meningkatkan kualitas")


def test_the_buttons_open_and_close_every_branch(pohon):
    semua = pohon.locator(".dk-pohon summary.dk-pohon__baris").count()
    pohon.get_by_role("button", name="Buka semua").press("Enter")
    assert pohon.evaluate(TERLIHAT) == semua == pohon.evaluate(TERBUKA)
    pohon.get_by_role("button", name="Tutup semua").press("Enter")
    assert pohon.evaluate(TERBUKA) == 0
    assert pohon.evaluate(TERLIHAT) == 6


def test_an_indicator_opens_its_own_page_in_the_same_session(pohon):
    pohon.evaluate("window.__tanda = 1")
    tautan = utama(pohon).get_by_role("link", name="Indeks Kualitas Lingkungan Hidup", exact=True)
    tautan.focus()
    with menunggu(pohon):
        pohon.keyboard.press("Enter")
    pohon.wait_for_url(re.compile("/indikator"))
    assert "Indeks Kualitas Lingkungan Hidup" in judul(pohon)
    assert saringan(pohon) | {"opd": "BATUBARA", "tahun": "2024", "indikator": "BB-IKLH"} == saringan(pohon)
    assert pohon.evaluate("window.__tanda") == 1, "the page was loaded anew"


def test_on_a_phone_every_branch_fits_the_width(server, ponsel):
    halaman = ponsel
    buka(halaman, server.url("pohon", opd="BATUBARA", tahun=2024))
    halaman.get_by_role("button", name="Buka semua").tap()
    baris = "[...document.querySelectorAll('.dk-pohon__baris')]"
    kanan = f"() => Math.max(...{baris}.map(b => b.getBoundingClientRect().right))"
    assert halaman.evaluate(TERBUKA) > 40
    assert halaman.evaluate(kanan) <= 390
