"""Uploading and publishing on Kelola data as staff do it."""

from contextlib import contextmanager

from alat_peramban import jalankan, menunggu, utama
from pembangun import buku_kecil, tulis

TUNGGU = 120_000
TERPILIH = """id => {
    const sel = document.getElementById(id);
    if (sel && document.activeElement !== sel) sel.focus();
    return sel?.getAttribute('aria-selected') === 'true' && document.activeElement === sel;
}"""
"""The cell of the table is the one that keys go to; the first focus of the table goes to its first cell."""


@contextmanager
def jalankan_kecil(folder):
    """Run a dashboard whose first version is the small workbook; its log must stay free of failures."""
    data = folder / "data"
    data.mkdir()
    tulis(buku_kecil(), data / "buku.xlsx")
    with jalankan(folder, data=data) as server:
        yield server
        assert server.galat() == []


def siapkan(halaman, *berkas, cara="Ganti seluruhnya"):
    """Choose how and pick files; return the button that has them checked, when it can be pressed."""
    with menunggu(halaman):
        halaman.get_by_role("radio", name=cara).click()
    with menunggu(halaman):
        halaman.locator("input[type=file]").set_input_files([str(b) for b in berkas])
    tombol = halaman.get_by_role("button", name="Periksa berkas")
    halaman.wait_for_function("b => !b.disabled", arg=tombol.element_handle(), timeout=TUNGGU)
    return tombol


def unggah(halaman, *berkas, cara="Ganti seluruhnya"):
    """Choose how, pick files and have them checked; waits for the verdict."""
    tombol = siapkan(halaman, *berkas, cara=cara)
    with menunggu(halaman):
        tombol.click()


def terbitkan(halaman, catatan):
    """Write the note and publish."""
    kotak = halaman.get_by_role("textbox", name="Catatan versi (wajib)")
    if kotak.input_value() != catatan:
        with menunggu(halaman):
            kotak.fill(catatan)
            kotak.press("Enter")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Terbitkan").click()
    utama(halaman).get_by_text("terbit:").first.wait_for(timeout=TUNGGU)


def ketik_sel(halaman, kolom, baris, teks):
    """Type over a cell of the one table on the page, by the keyboard; columns and rows count from 0."""
    alamat = f"glide-cell-{kolom}-{baris}"
    halaman.wait_for_function(TERPILIH, arg=alamat, timeout=TUNGGU)
    halaman.keyboard.press("Enter")
    kotak = halaman.locator(".gdg-input")
    kotak.fill(teks)
    with menunggu(halaman):
        kotak.press("Enter")
    halaman.wait_for_function("([id, teks]) => document.getElementById(id).textContent === teks", arg=[alamat, teks])
