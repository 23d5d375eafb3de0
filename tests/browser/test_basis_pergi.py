"""PostgreSQL away, while the dashboard runs and when it starts: the last view with its date, then by itself again."""

import os
import time
from contextlib import contextmanager

import pytest
from alat_kumpulan import minta, tunggu
from alat_peramban import SINI, buka, hidupkan, isi, judul, port_kosong, saringan, tunggu_siap
from peladen_pg import basis_kosong, peladen_pg
from pembangun import buku_kecil, tulis

pytestmark = pytest.mark.browser
PERGI = 60 if os.environ.get("KINERJA_UJI_LENGKAP") else 2
SEHAT_MAKS = 1.0
TERAKHIR = "Yang ditampilkan adalah versi 1, terakhir diperiksa"


@contextmanager
def dasbor(folder, url):
    """Run a dashboard that is not waited for until it is ready, only until it answers."""
    (folder / "data").mkdir(exist_ok=True)
    tulis(buku_kecil(), folder / "data" / "buku.xlsx")
    port = port_kosong()
    proses = hidupkan(port, folder / "server.log", url, folder / "data")
    alamat = f"http://{SINI}:{port}"
    try:
        tunggu_siap(alamat, proses, folder / "server.log")
        yield alamat
    finally:
        proses.terminate()
        proses.wait(30)


def siap(alamat):
    """Ask for its readiness; the answer to `/sehat` may not wait meanwhile."""
    mulai = time.monotonic()
    assert minta(alamat, "/sehat")[0] == 200
    assert time.monotonic() - mulai < SEHAT_MAKS
    return {200: True, 503: False}[minta(alamat, "/sehat/siap")[0]]


def test_a_database_that_goes_away_and_comes_back(halaman, tmp_path):
    with peladen_pg() as peladen, dasbor(tmp_path, f"{peladen.url}/{basis_kosong(peladen.url)}") as alamat:
        tunggu(lambda: siap(alamat), "the dashboard is not ready")
        buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
        awal = judul(halaman)
        peladen.henti()
        habis = time.monotonic() + PERGI
        assert not siap(alamat)
        buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
        assert judul(halaman) == awal
        assert TERAKHIR in isi(halaman)
        assert saringan(halaman)["opd"] == "DINKES"
        buka(halaman, f"{alamat}/kelola")
        assert judul(halaman) == "Gudang data belum dapat dibuka"
        while time.monotonic() < habis:
            assert not siap(alamat)
            time.sleep(0.2)
        peladen.mulai()
        tunggu(lambda: siap(alamat), "the dashboard did not come back")
        buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
        assert judul(halaman) == awal
        assert TERAKHIR not in isi(halaman)
        assert judul_kelola(halaman, alamat).startswith("Versi 1 aktif")


def judul_kelola(halaman, alamat):
    buka(halaman, f"{alamat}/kelola")
    return judul(halaman)


def test_a_dashboard_that_starts_while_its_database_is_away(halaman, tmp_path):
    with peladen_pg() as peladen:
        url = f"{peladen.url}/{basis_kosong(peladen.url)}"
        peladen.henti()
        with dasbor(tmp_path, url) as alamat:
            habis = time.monotonic() + PERGI
            buka(halaman, alamat)
            assert judul(halaman) == "Gudang data belum dapat dibuka"
            assert "tidak dapat dihubungi" in isi(halaman)
            while time.monotonic() < habis:
                assert not siap(alamat)
                time.sleep(0.2)
            peladen.mulai()
            tunggu(lambda: siap(alamat), "the dashboard did not come back")
            assert judul_kelola(halaman, alamat).startswith("Versi 1 aktif")
            buka(halaman, alamat)
            assert "Versi data 1" in isi(halaman)
