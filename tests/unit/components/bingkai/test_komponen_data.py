"""The one call that gives a page its data: the data, or a welcome, or what is wrong with the workbook."""

import re
import shutil
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pembangun import buku_kecil, tambah_baris, tanpa_lembar, tulis, ubah
from streamlit.testing.v1 import AppTest

from components.bingkai import akses, data
from components.bingkai.data import templat
from components.bingkai.navigasi import HALAMAN, KELOLA, PANDUAN, REGIONAL
from components.dasar.keadaan import CARA_SUSUN, CARA_UNGGAH
from components.dasar.teks import md
from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.gudang import pintu
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.pemasangan import AKAR
from kinerja.sajian.asal import PROGRAM
from kinerja.sumber import versi as sumber
from kinerja.unggah.impor import PENGELOLA_SISTEM, Mode, rancang, simpan, terbitkan

APP = AKAR / "app.py"
TUNGGU = 120
CONTOH = "Ini contoh: semua nama dan angka rekaan. Unggahan dengan cara Ganti seluruhnya menghapus semuanya."
BERDATA = [h for h in HALAMAN if h not in (PANDUAN, KELOLA)]


@pytest.fixture
def folder(tmp_path, monkeypatch, muat_di_sini):
    """An empty data folder; what is put in there is what the pages find."""
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path))
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'gudang.db'}")
    return tmp_path


@pytest.fixture
def admin(monkeypatch):
    """Somebody who may publish."""
    monkeypatch.setattr(akses, "pengguna_kini", lambda: Pengguna("ani", PeranPengguna.ADMIN))


def impor(berkas):
    """Publish a workbook as the command line does."""
    gudang = pintu.gudang()
    rancangan = rancang(gudang, [berkas], Mode.GANTI, PENGELOLA_SISTEM)
    return terbitkan(gudang, simpan(gudang, rancangan, PENGELOLA_SISTEM), PENGELOLA_SISTEM, "uji")


def jalan(halaman=HALAMAN[0], **alamat):
    at = AppTest.from_file(str(APP), default_timeout=TUNGGU)
    at.query_params.update(alamat)
    at.switch_page(halaman.berkas)
    at.run()
    assert not at.exception
    return at


def teks(at):
    return [t.value for t in at.text]


def daftar(at):
    """The table of what is wrong, as HTML."""
    return next(h.proto.body for h in at.get("html") if "<table" in h.proto.body)


def versi(at):
    return next(re.search(r"Versi data \w+", h.proto.body)[0] for h in at.get("html") if "Versi data" in h.proto.body)


# --- nothing there yet ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)
def test_without_a_workbook_every_page_opens_on_a_welcome_with_three_ways_in_order(folder, admin, halaman):
    at = jalan(halaman)
    assert at.title[0].value == "Selamat datang di Dasbor Kinerja"
    assert [s.value for s in at.subheader] == ["1. Isi templat", "2. Bawa tabel kantor", "3. Lihat contoh"]
    tombol = [[b.label for b in (*k.get("download_button"), *k.get("button"))] for k in at.columns]
    assert tombol == [["Unduh templat"], ["Susun dari tabel kantor"], ["Muat contoh"]]
    assert at.caption[-1].value == f"{PROGRAM}."
    assert not at.selectbox
    assert not at.error


def test_the_way_by_an_office_table_leads_to_managing(folder, admin):
    at = jalan()
    at.button[0].click().run()
    assert at.title[0].value == "Belum ada versi; unggah buku kerja pertama"
    assert at.button_group(key=CARA_UNGGAH).value == CARA_SUSUN
    assert not at.warning


def test_the_example_is_marked_on_every_page_and_the_next_whole_workbook_ends_it(folder, admin):
    at = jalan()
    at.button[1].click().run()
    assert [w.value for w in at.warning] == [CONTOH]
    assert "IKU" in at.title[0].value
    for halaman in (KELOLA, REGIONAL):
        assert CONTOH in [w.value for w in jalan(halaman).warning]
    impor(tulis(buku_kecil(), folder / "buku.tmp"))
    assert not jalan().warning
    assert jalan(versi="1").warning[-1].value == CONTOH


@pytest.mark.parametrize("orang", [None, Pengguna("budi", PeranPengguna.OPERATOR, "DINKES")], ids=["guest", "operator"])
def test_who_may_not_load_the_example_is_told_who_may(folder, monkeypatch, orang):
    monkeypatch.setattr(akses, "pengguna_kini", lambda: orang)
    at = jalan()
    assert [b.label for b in at.button] == ["Susun dari tabel kantor"]
    assert teks(at)[-1] == "Contoh dimuat oleh peran admin. Masuk dahulu, atau mintalah kepadanya."


@pytest.mark.parametrize("isi", [None, ubah(buku_kecil(), "Capaian", B2=20244)], ids=["empty", "wrong"])
def test_the_guide_opens_whatever_the_data_are(tmp_path, monkeypatch, isi):
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path))  # read by the real child: st.image needs the numpy others hide
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'gudang.db'}")
    if isi:
        tulis(isi, tmp_path / "buku.xlsx")
    at = jalan(PANDUAN)
    assert at.title[0].value == "Sepuluh langkah memperbarui data"
    assert len(at.subheader) == 11
    assert not at.error


def test_a_folder_that_is_not_there_is_an_empty_one(folder, monkeypatch):
    monkeypatch.setenv("KINERJA_DATA", str(folder / "tidak ada"))
    assert jalan().title[0].value == "Selamat datang di Dasbor Kinerja"


def test_the_template_offered_is_a_workbook_with_every_sheet():
    buku = load_workbook(BytesIO(templat()))
    assert {s.nama for s in SEMUA_LEMBAR} <= set(buku.sheetnames)


# --- a workbook that cannot be used -----------------------------------------------------------------------------------


@pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)
def test_a_workbook_with_errors_opens_on_what_is_wrong_and_where(folder, halaman):
    tulis(ubah(buku_kecil(), "Capaian", B2=20244), folder / "buku.xlsx")
    at = jalan(halaman)
    assert at.title[0].value == "Buku kerja belum dapat dipakai"
    assert at.subheader[0].value == md("buku.xlsx: 1 galat")
    assert all(kata in daftar(at) for kata in ("Capaian", "B2", "20244"))
    assert not at.selectbox


def test_all_errors_are_named_at_once(folder):
    isi = ubah(buku_kecil(), "Capaian", B2=20244, B3="dua ribu")
    tulis(ubah(isi, "Anggaran", H2=-5), folder / "buku.xlsx")
    semua = daftar(jalan())
    assert all(sel in semua for sel in ("B2", "B3", "H2"))


def test_the_same_error_in_many_cells_is_said_once_with_the_first_cells(folder):
    isi = tambah_baris(buku_kecil(), "Capaian", *(("TIADA", t, "Tahunan", 1) for t in range(1990, 2020)))
    tulis(isi, folder / "buku.xlsx")
    isi = daftar(jalan())
    assert isi.count("TIADA") == 1
    assert "A5, A6" in isi


def test_a_long_list_of_errors_is_listed_whole(folder):
    isi = tambah_baris(buku_kecil(), "Capaian", *((f"TIADA-{n}", 2024, "Tahunan", 1) for n in range(100, 160)))
    tulis(isi, folder / "buku.xlsx")
    at = jalan()
    assert at.subheader[0].value == md("buku.xlsx: 60 galat")
    assert all(f"TIADA-{n}" in daftar(at) for n in range(100, 160))


@pytest.mark.parametrize(
    "data", [b"", b"Kode OPD;Nama OPD", b"<html></html>", b"PK\x03\x04 cut"], ids=["empty", "csv", "html", "cut"]
)
def test_a_file_that_is_no_workbook_is_one_clear_line(folder, data):
    (folder / "buku.xlsx").write_bytes(data)
    at = jalan()
    assert at.title[0].value == "Buku kerja belum dapat dipakai"
    assert at.subheader[0].value == md("buku.xlsx: 1 galat")
    assert not any(kata in daftar(at) for kata in ("Traceback", "Error", "None"))


def test_text_of_a_broken_workbook_is_shown_as_typed(folder):
    jahat = "![](http://x.invalid/b.png) <img src=x>"
    tulis(ubah(buku_kecil(), "Capaian", A2=jahat), folder / "buku.xlsx")
    at = jalan()
    assert "![](http://x.invalid/b.png) &lt;img src=x&gt;" in daftar(at)
    assert not at.markdown


# --- a workbook that can ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)
def test_a_small_workbook_opens_on_every_page(folder, halaman):
    tulis(buku_kecil(), folder / "buku.xlsx")
    at = jalan(halaman)
    assert at.selectbox
    assert len(at.title) == 1
    assert not at.error


@pytest.mark.parametrize("halaman", BERDATA, ids=lambda h: h.jalur)
def test_a_workbook_of_the_three_required_sheets_is_enough(folder, halaman):
    lain = [s.nama for s in SEMUA_LEMBAR if s.nama not in ("OPD", "Indikator", "Capaian")]
    isi = ubah(tanpa_lembar(buku_kecil(), *lain), "OPD", E3=None)
    tulis(isi, folder / "buku.xlsx")
    at = jalan(halaman)
    assert len(at.title) == 1
    assert not at.error


def test_a_workbook_without_any_row_is_said_to_be_empty(folder):
    tulis({nama: tabel[:1] for nama, tabel in buku_kecil().items()}, folder / "buku.xlsx")
    at = jalan()
    assert len(at.title) == 1


def test_a_published_workbook_is_taken_up_at_the_next_run_and_an_older_version_by_its_number(folder):
    tulis(buku_kecil(), folder / "buku.xlsx")
    pertama = jalan()
    assert impor(tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), folder / "z_baru.xlsx")) == 2
    kedua = jalan()
    assert pertama.metric[1].value != kedua.metric[1].value
    assert (versi(pertama), versi(kedua)) == ("Versi data 1", "Versi data 2")
    assert not kedua.warning
    lama = jalan(versi="1")
    assert lama.metric[1].value == pertama.metric[1].value
    assert lama.warning[0].value.startswith("Anda melihat versi 1, terbit ")
    assert lama.query_params["versi"] == "1"


def test_the_banner_of_an_older_version_leads_back_to_the_active_one(folder):
    impor(tulis(buku_kecil(), folder / "a.xlsx"))
    impor(tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), folder / "b.xlsx"))
    at = jalan(versi="1")
    at.button(key="ke_versi_aktif").click().run()
    assert versi(at) == "Versi data 2"
    assert not at.warning
    assert "versi" not in at.query_params


@pytest.mark.parametrize("nomor", ["99", "0", "-1", "satu", "9" * 5000, "1;2"])
def test_a_version_that_does_not_exist_shows_the_active_one(folder, nomor):
    tulis(buku_kecil(), folder / "buku.xlsx")
    at = jalan(versi=nomor)
    assert versi(at) == "Versi data 1"
    assert "versi" not in at.query_params


def test_the_workbook_of_the_folder_is_taken_only_into_an_empty_store(folder):
    berkas = tulis(buku_kecil(), folder / "buku.xlsx")
    pertama = jalan()
    shutil.copy(tulis(ubah(buku_kecil(), "Capaian", B2=1), folder / "x.tmp"), berkas)
    assert versi(jalan()) == versi(pertama)


def test_a_damaged_store_says_so_and_is_not_written_over(folder):
    rusak = b"bukan basis data, hanya teks yang panjang" * 100
    (folder / "gudang.db").write_bytes(rusak)
    tulis(buku_kecil(), folder / "buku.xlsx")
    at = jalan()
    assert at.title[0].value == "Gudang data belum dapat dibuka"
    assert "rusak" in teks(at)[0]
    assert (folder / "gudang.db").read_bytes() == rusak


def test_a_store_that_went_away_is_shown_as_last_seen_and_is_used_again_when_it_is_back(folder):
    tulis(buku_kecil(), folder / "buku.xlsx")
    awal, berkas = jalan(), folder / "gudang.db"
    berkas.rename(folder / "di_tempat_lain")
    pergi = jalan()
    assert (versi(pergi), pergi.metric[1].value) == (versi(awal), awal.metric[1].value)
    assert re.fullmatch(
        r"Gudang data tidak dapat dibuka\. Yang ditampilkan adalah versi 1, terakhir diperiksa \d+ \w+ \d{4} "
        r"\d\d\.\d\d WIB\. Dasbor mencoba lagi dengan sendirinya\.",
        pergi.warning[0].value.replace("\\", ""),
    )
    assert jalan(KELOLA).title[0].value == "Gudang data belum dapat dibuka"
    assert not berkas.exists()
    (folder / "di_tempat_lain").rename(berkas)
    kembali = jalan()
    assert not kembali.warning
    assert impor(tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), folder / "z.xlsx")) == 2
    assert versi(jalan()) == "Versi data 2"


def test_a_store_that_went_away_is_not_made_anew_at_the_next_start(folder, monkeypatch):
    tulis(buku_kecil(), folder / "buku.xlsx")
    jalan()
    (folder / "gudang.db").unlink()
    pintu._gudang.cache_clear()
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    at = jalan()
    assert at.title[0].value == "Gudang data belum dapat dibuka"
    assert teks(at)[0].startswith("Berkas gudang data gudang.db hilang. Pulihkan dengan: python -m kinerja pulihkan-")
    assert str(folder) not in " ".join(teks(at))
    assert not (folder / "gudang.db").exists()


def test_where_copies_of_a_lost_store_lie_is_told_to_the_log_and_to_no_stranger(folder, monkeypatch, caplog):
    impor(tulis(buku_kecil(), folder / "a.xlsx"))
    impor(tulis(ubah(buku_kecil(), "Capaian", F2="71,00"), folder / "b.xlsx"))  # a copy is made before it
    (folder / "gudang.db").unlink()
    pintu._gudang.cache_clear()
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    caplog.set_level("INFO", "dasbor")
    data._sebut_sekali.cache_clear()
    for halaman in (*BERDATA, KELOLA):
        assert str(folder) not in " ".join(teks(jalan(halaman)))
    (baris,) = (b.getMessage() for b in caplog.records if "gudang terkendala" in b.getMessage())
    assert f"pulihkan-cadangan {folder / 'cadangan'}" in baris
