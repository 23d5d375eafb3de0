"""Kelola data as staff use it: five mistakes, the marked workbook, the mended one, publish, roll back, locks."""

import os
import subprocess
import sys
from io import BytesIO

import pytest
from alat_kelola import TUNGGU, jalankan_kecil, ketik_sel, terbitkan, unggah
from alat_peramban import AKAR, LENGKAP, buka, isi, judul, menu, menunggu, pilih, pilih_di_formulir, pindah, utama
from kantor.bentuk import Bentuk, Jumlah
from kantor.lra import RagamLra, bangun_lra
from openpyxl import load_workbook
from pembangun import buku_kecil, tulis, ubah

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.nilai.angka import format_angka

SALAH = {
    "Capaian": {"B2": 20244, "F3": "tujuh puluh"},
    "Indikator": {"I2": "Ke samping"},
    "Anggaran": {"H2": -5},
    "OPD": {"D2": "Bukan jenis"},
}


@pytest.fixture(scope="module")
def kecil(tmp_path_factory):
    """A dashboard whose first version is the small workbook; who publishes there leaves more versions to the next."""
    with jalankan_kecil(tmp_path_factory.mktemp("kecil")) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"] if LENGKAP else ["postgresql"])
def url_gudang(request, tmp_path):
    """URL of a store that was never opened; the other tests run on SQLite, script/endurance runs these on both."""
    return f"sqlite:///{tmp_path / 'baru.db'}" if request.param == "sqlite" else request.getfixturevalue("basis_baru")


@pytest.fixture
def kecil_di_keduanya(url_gudang, server_baru, tmp_path):
    """The same dashboard on each engine; the database outlives it."""
    data = tmp_path / "data"
    data.mkdir()
    tulis(buku_kecil(), data / "buku.xlsx")
    return server_baru(data=data, gudang=url_gudang)


def unduh(halaman, nama):
    with halaman.expect_download(timeout=TUNGGU) as unduhan:
        halaman.get_by_role("button", name=nama).click()
    return load_workbook(BytesIO(unduhan.value.path().read_bytes()))


def test_five_mistakes_are_named_with_their_cells_and_the_mended_workbook_is_published_and_rolled_back(
    kecil_di_keduanya, halaman, tmp_path
):
    isi_salah = buku_kecil()
    for lembar, sel in SALAH.items():
        isi_salah = ubah(isi_salah, lembar, **sel)
    buka(halaman, kecil_di_keduanya.url("kelola"))
    unggah(halaman, tulis(isi_salah, tmp_path / "salah.xlsx"))
    teks = isi(halaman)
    assert "Belum dapat diterbitkan" in teks
    for lembar, sel in SALAH.items():
        assert lembar in teks
        assert all(alamat in teks for alamat in sel)
    bertanda = unduh(halaman, "Unduh salah.xlsx dengan tanda")
    assert "Galat:" in bertanda["Capaian"]["B2"].comment.text
    assert bertanda["Anggaran"]["H2"].fill.fgColor.rgb != "00000000"
    assert judul(halaman).startswith("Versi 1 aktif")

    buka(halaman, kecil_di_keduanya.url("kelola"))
    unggah(halaman, tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), tmp_path / "benar.xlsx"))
    assert "0 baris ditambah, 1 diubah, 0 dihapus" in isi(halaman)
    assert "72,97 → 71,00" in isi(halaman)
    assert "ketidaksesuaian baru" in isi(halaman)
    assert "tercetak 100,05" in isi(halaman), "what the new figure contradicts is seen before publishing"
    terbitkan(halaman, "Angka diperbaiki")
    assert judul(halaman).startswith("Versi 2 aktif")
    menu(halaman, "Capaian")
    assert "71,00" in isi(halaman)

    pindah(halaman, kecil_di_keduanya.url("kelola", urusan="riwayat"))
    pilih(halaman, "Pilih versi", "Versi 1")
    alasan = halaman.get_by_role("textbox", name="Alasan (wajib)")
    with menunggu(halaman):
        alasan.fill("Angka lama benar")
        alasan.press("Enter")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Pulihkan versi 1").click()
    utama(halaman).get_by_text("Versi 1 aktif kembali").wait_for(timeout=TUNGGU)
    menu(halaman, "Capaian")
    assert "71,00" not in isi(halaman)
    assert "72,97" in isi(halaman)


def test_the_active_workbook_downloaded_and_uploaded_unchanged_is_identical(kecil, halaman, tmp_path):
    buka(halaman, kecil.url("kelola"))
    with halaman.expect_download(timeout=TUNGGU) as unduhan:
        halaman.get_by_role("button", name="Unduh buku kerja aktif").click()
    berkas = tmp_path / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    unggah(halaman, berkas)
    assert f"Identik dengan versi {aktif(kecil)}" in isi(halaman)
    assert halaman.get_by_role("button", name="Terbitkan").count() == 0


def test_one_figure_is_typed_on_indikator_and_published_there(kecil, halaman):
    buka(halaman, kecil.url("indikator", opd="KAB", tahun=2024, indikator="UHH"))
    semula = aktif(kecil)
    with menunggu(halaman):
        utama(halaman).get_by_text("Ubah angka").click()
    ketik_sel(halaman, 2, 0, "73,40")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Periksa perubahan").click()
    assert "0 baris ditambah, 1 diubah, 0 dihapus" in isi(halaman)
    assert "→ 73,40" in isi(halaman)
    assert aktif(kecil) == semula
    terbitkan(halaman, "Realisasi menyusul")
    assert aktif(kecil) == semula + 1
    assert f"Versi {semula + 1} terbit: Realisasi menyusul" in isi(halaman)
    assert "73,40 tahun" in isi(halaman)


def tabel_kantor(halaman, berkas):
    """Hand over an office's table; waits for what was found."""
    with menunggu(halaman):
        halaman.get_by_role("radio", name="Susun dari tabel kantor").click()
    with menunggu(halaman):
        halaman.locator("input[type=file]").set_input_files(str(berkas))
    utama(halaman).get_by_text("baris dipakai").first.wait_for(timeout=TUNGGU)


def terbitkan_tabel(halaman):
    """Press the two buttons that lead from a table that is ready to its version."""
    with menunggu(halaman):
        halaman.get_by_role("button", name="Bandingkan dengan data yang berlaku").click()
    with menunggu(halaman):
        halaman.get_by_role("button", name="Terbitkan").click()
    utama(halaman).get_by_text("terbit:").first.wait_for(timeout=TUNGGU)


@pytest.fixture
def sendiri(tmp_path):
    """A dashboard of one test's own: budget lines that it publishes would stand in the way of the others."""
    with jalankan_kecil(tmp_path) as server:
        yield server


def test_an_offices_table_is_asked_about_once_and_next_month_takes_three_clicks(halaman, sendiri, tmp_path):
    bulan = []
    for n in (1, 2):
        (tmp_path / str(n)).mkdir()
        bulan.append(bangun_lra(n, Bentuk(kop=3, jumlah=Jumlah.ADA), RagamLra(), tmp_path / str(n)))
    pagu = format_angka(bulan[0].tercetak["Pagu"])
    buka(halaman, sendiri.url("kelola"))
    semula = aktif(sendiri)
    tabel_kantor(halaman, bulan[0].berkas)
    assert "Masih diperlukan jawaban: OPD pemilik tabel" in isi(halaman)
    pilih_di_formulir(halaman, "OPD pemilik tabel", "Dinas Kesehatan")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Pakai jawaban ini").click()
    assert f"Cocok: Pagu {pagu}" in isi(halaman)
    terbitkan_tabel(halaman)
    pindah(halaman, sendiri.url("anggaran", opd="DINKES", tahun=2025))
    assert pagu in isi(halaman)

    buka(halaman, sendiri.url("kelola"))
    tabel_kantor(halaman, bulan[1].berkas)
    assert "Bentuk tabel ini diingat" in isi(halaman)
    assert "Masih diperlukan" not in isi(halaman)
    terbitkan_tabel(halaman)
    assert aktif(sendiri) == semula + 2


def test_who_publishes_second_on_the_same_base_is_told_and_nothing_is_overwritten(kecil, halaman, tmp_path):
    buka(halaman, kecil.url("kelola"))
    unggah(halaman, tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), tmp_path / "saya.xlsx"))
    lain = tulis(ubah(buku_kecil(), "Capaian", F2="70,00"), tmp_path / "lain.xlsx")
    semula = aktif(kecil)
    impor(kecil, lain)
    kotak = halaman.get_by_role("textbox", name="Catatan versi (wajib)")
    with menunggu(halaman):
        kotak.fill("Punya saya")
        kotak.press("Enter")
    with menunggu(halaman):
        halaman.get_by_role("button", name="Terbitkan").click()
    halaman.get_by_role("button", name="Bandingkan ulang").wait_for(timeout=TUNGGU)
    assert f"menerbitkan versi {semula + 1} sementara itu" in isi(halaman)
    assert "Punya orang lain" in isi(halaman)
    assert aktif(kecil) == semula + 1
    with menunggu(halaman):
        halaman.get_by_role("button", name="Bandingkan ulang").click()
    assert "70,00 → 71,00" in isi(halaman)
    terbitkan(halaman, "Punya saya")
    assert judul(halaman).startswith(f"Versi {semula + 2} aktif")


def aktif(server):
    mesin = buka_mesin(server.gudang)
    try:
        return Gudang(mesin).aktif()
    finally:
        mesin.dispose()


def impor(server, berkas):
    perintah = [sys.executable, "-m", "kinerja", "impor", str(berkas), "--catatan", "Punya orang lain"]
    subprocess.run(perintah, cwd=AKAR, env={**os.environ, "KINERJA_DATABASE_URL": server.gudang}, check=True)


def test_dropping_rows_asks_for_their_number_and_a_note_is_required(kecil, halaman, tmp_path):
    tanpa = buku_kecil()
    tanpa["Capaian"] = [tanpa["Capaian"][0], tanpa["Capaian"][1]]
    tanpa["Kutipan"] = tanpa["Kutipan"][:1]
    buka(halaman, kecil.url("kelola"))
    unggah(halaman, tulis(tanpa, tmp_path / "kurang.xlsx"))
    terbit = halaman.get_by_role("button", name="Terbitkan")
    assert terbit.is_disabled()
    ketik = halaman.get_by_role("textbox", name="Jumlah baris yang dihapus")
    jumlah = len(buku_kecil()["Capaian"]) - 2 + len(buku_kecil()["Kutipan"]) - 1
    catatan = halaman.get_by_role("textbox", name="Catatan versi (wajib)")
    with menunggu(halaman):
        catatan.fill("Sengaja")
        catatan.press("Enter")
    assert terbit.is_disabled()
    with menunggu(halaman):
        ketik.fill(str(jumlah))
        ketik.press("Enter")
    assert terbit.is_disabled()
    with menunggu(halaman):
        halaman.get_by_text("angka ini memang harus hilang").click()
    assert terbit.is_enabled()


def test_an_older_version_is_looked_at_with_a_plain_banner_that_goes_along(kecil, halaman, tmp_path):
    impor_berkas = tulis(ubah(buku_kecil(), "Capaian", F2="69,00"), tmp_path / "baru.xlsx")
    buka(halaman, kecil.url())
    impor(kecil, impor_berkas)
    buka(halaman, kecil.url("capaian", versi=1))
    assert "Anda melihat versi 1" in isi(halaman)
    assert "72,97" in isi(halaman)
    menu(halaman, "Ringkasan")
    assert "Anda melihat versi 1" in isi(halaman)
    assert "versi=1" in halaman.url
    with menunggu(halaman):
        halaman.get_by_role("button", name="Lihat versi aktif").click()
    assert "Anda melihat" not in isi(halaman)
    menu(halaman, "Capaian")
    assert "69,00" in isi(halaman)
    assert "versi=" not in halaman.url
