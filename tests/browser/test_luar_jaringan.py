"""A fresh dashboard opens any link as its first visit, and an old link after newer data; one without data welcomes."""

import os
import shutil
import subprocess
import sys

import pytest
from alat_axe import pelanggaran
from alat_peramban import AKAR, LENGKAP, buka, isi, jalankan, judul, pindah, saringan, utama

from components.bingkai.navigasi import CAPAIAN, HALAMAN, KELOLA, REGIONAL
from kinerja.buku.tulis import tulis_buku

LAMA = [h for h in HALAMAN if h is not KELOLA] if LENGKAP else [HALAMAN[0], CAPAIAN]


@pytest.fixture(scope="module")
def segar(tmp_path_factory):
    """A dashboard that nobody has visited when the first test begins."""
    with jalankan(tmp_path_factory.mktemp("server")) as berjalan:
        yield berjalan
        assert berjalan.galat() == []


def berkas_2025(tmp_path):
    """Write a newer workbook: the regency's first figure of 2025."""
    sumber = tmp_path / "sumber"
    shutil.copytree(AKAR / "data" / "sumber", sumber)
    with (sumber / "capaian.csv").open("a", encoding="utf-8", newline="") as berkas:
        berkas.write('BB-UHH,2025,Tahunan,"73,10",,"73,20",,,"000, uji",\n')
    baru = tmp_path / "baru.xlsx"
    tulis_buku(sumber, baru)
    return baru


def terbitkan(gudang, berkas):
    perintah = [sys.executable, "-m", "kinerja", "impor", str(berkas)]
    subprocess.run(perintah, cwd=AKAR, env={**os.environ, "KINERJA_DATABASE_URL": gudang}, check=True)


def opd_dan_tahun(halaman):
    alamat = saringan(halaman)
    return alamat.get("opd"), alamat.get("tahun")


@pytest.mark.parametrize("h", [CAPAIAN, REGIONAL] if LENGKAP else [CAPAIAN], ids=lambda h: h.jalur)
def test_a_fresh_server_opens_a_deep_link_as_its_first_visit(segar, server_baru, halaman, h):
    server = segar if h is CAPAIAN else server_baru()
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
    assert halaman.get_by_test_id("stMainBlockContainer").evaluate(gaya) == "1760px", "the style sheet of the dashboard"


def test_an_old_link_opens_the_same_figures_after_newer_data_and_the_bare_address_the_newer_year(
    segar, halaman, ponsel, tmp_path
):
    lama, ke = {}, buka
    for h in LAMA:
        ke(halaman, segar.url("" if h is HALAMAN[0] else h.jalur))
        ke = pindah
        assert opd_dan_tahun(halaman) == ("BATUBARA", "2024")
        lama[halaman.url] = judul(halaman)
    terbitkan(segar.gudang, berkas_2025(tmp_path))
    for url, semula in lama.items():
        buka(ponsel, url)
        assert judul(ponsel) == semula, url
        assert opd_dan_tahun(ponsel) == ("BATUBARA", "2024")
    buka(ponsel, segar.url())
    assert opd_dan_tahun(ponsel) == ("BATUBARA", "2025")
    assert judul(ponsel) != next(iter(lama.values()))


def test_an_empty_data_folder_opens_on_a_welcome_whose_template_can_be_downloaded(server_baru, halaman, tmp_path):
    buka(halaman, server_baru(data=tmp_path).url())
    assert judul(halaman) == "Selamat datang di Dasbor Kinerja"
    with halaman.expect_download() as unduhan:
        utama(halaman).get_by_role("button", name="Unduh templat").click()
    assert unduhan.value.suggested_filename == "templat_kinerja.xlsx"
    unduhan.value.save_as(tmp_path / "templat.tmp")
    assert (tmp_path / "templat.tmp").read_bytes().startswith(b"PK\x03\x04")
    if LENGKAP:
        assert pelanggaran(halaman) == []
