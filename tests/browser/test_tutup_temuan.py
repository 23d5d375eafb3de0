"""Uji konsistensi as an auditor uses it: read the reasoning, close a finding, find it again; report a wrong figure."""

import re

import pytest
from alat_peramban import buka, isi, judul, menunggu, pilih, pindah, saringan, utama

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.pemeriksaan import laporan, tutupan


@pytest.fixture
def gudang(server_tulis):
    mesin = buka_mesin(server_tulis.gudang)
    yield Gudang(mesin)
    mesin.dispose()


def isi_kotak(halaman, nama, teks):
    kotak = halaman.get_by_role("textbox", name=nama)
    with menunggu(halaman):
        kotak.fill(teks)
        kotak.press("Enter")


def test_a_finding_is_read_closed_and_found_among_the_closed(server_tulis, gudang, halaman):
    buka(halaman, server_tulis.url("uji", opd="DISNAKERPERINDAG", tahun=2025))
    semula = int(re.match(r"\d+", judul(halaman))[0])
    halaman.get_by_text(re.compile(r"^Menurut \d+ aturan$")).click()
    with menunggu(halaman):
        utama(halaman).locator(".dk-uji__hitungan tr", has_text="U01").get_by_role("link").nth(1).click()
    assert saringan(halaman)["aturan"] == "U01"
    with menunggu(halaman):
        halaman.go_back()
    baris = utama(halaman).locator(".dk-uji__daftar tr", has_text="94,79%").first
    langkah = baris.locator("ol")
    assert not langkah.is_visible()
    baris.get_by_text("Penalaran langkah demi langkah").click()
    assert "Hasil hitung 65,83%" in langkah.inner_text()

    halaman.get_by_text("Tutup atau buka kembali sebuah temuan").click()
    pilih(halaman, "Temuan", re.compile("Persentase pertumbuhan industri.+ 94,79%"), ketik="pertumbuhan industri")
    isi_kotak(halaman, "Alasan (wajib)", "Ralat terbit 3 Maret")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Tutup temuan").click()
    assert judul(halaman).startswith(f"{semula - 1} ketidaksesuaian")
    assert [t.alasan for t in tutupan(gudang).values()] == ["Ralat terbit 3 Maret"]
    with menunggu(halaman):
        utama(halaman).get_by_role("link", name="1 temuan sudah ditutup dan tidak ditampilkan").click()
    assert judul(halaman).startswith("1 ketidaksesuaian yang ditutup")
    assert "oleh Pengelola lokal: Ralat terbit 3 Maret" in isi(halaman)
    assert saringan(halaman)["status"] == "ditutup"


def test_a_mark_beside_a_figure_tells_the_finding_and_a_link_leads_to_its_reasoning(server, halaman):
    buka(halaman, server.url("capaian", opd="DISNAKERPERINDAG", tahun=2025))
    baris = utama(halaman).locator(".dk-tabel tr", has_text="Persentase pertumbuhan industri").first
    baris.locator("summary").click()
    assert "tercetak 94,79%, padahal" in baris.inner_text()
    with menunggu(halaman):
        baris.get_by_role("link").first.click()
    with menunggu(halaman):
        utama(halaman).get_by_role("link", name=re.compile("lihat penalarannya")).click()
    assert saringan(halaman).items() >= {"uji_opd": "DISNAKERPERINDAG", "uji_tahun": "2025"}.items()
    assert "94,79%" in isi(halaman)


def test_a_wrong_figure_is_reported_from_the_page_that_shows_it(server_tulis, gudang, halaman):
    buka(halaman, server_tulis.url("indikator", opd="BATUBARA", tahun=2024, indikator="BB-TPT"))
    with menunggu(halaman):
        halaman.get_by_role("button", name="Laporkan angka keliru").click()
    dialog = halaman.get_by_role("dialog")
    assert "Tingkat Pengangguran Terbuka" in dialog.inner_text() + dialog.get_by_role("combobox").first.input_value()
    dialog.get_by_role("textbox", name="Apa yang keliru (wajib)").fill("Laporan BPS menyebut 5,74")
    with menunggu(halaman):
        dialog.get_by_role("button", name="Kirim").click()
    dialog.get_by_text("Laporan 1 tersimpan").wait_for()
    (satu,) = laporan(gudang)
    assert (satu.alamat.kode_indikator, satu.alamat.tahun, satu.isi) == ("BB-TPT", 2024, "Laporan BPS menyebut 5,74")
    halaman.keyboard.press("Escape")
    pindah(halaman, server_tulis.url("uji", opd="BATUBARA", tahun=2024))
    assert "1 laporan angka keliru menunggu" in isi(halaman)
    assert "Laporan BPS menyebut 5,74" in isi(halaman)
