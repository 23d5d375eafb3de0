"""PostgreSQL away, while the dashboard runs and when it starts: the last view with its date, then by itself again."""

import os
import time
from contextlib import contextmanager

import pytest
from alat_kumpulan import minta, tunggu
from alat_peramban import SINI, UKURAN, buka, hidupkan, isi, judul, konteks_terekam, port_kosong, saringan, tunggu_siap
from peladen_pg import basis_kosong, peladen_pg
from pembangun import buku_kecil, tulis

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not os.environ.get("KINERJA_UJI_LENGKAP"), reason="script/endurance runs it"),
]
PERGI = 60
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


@pytest.fixture
def halaman(peramban):
    """A window whose failed requests are not judged: a page that is left waits for nobody."""
    konteks, rekaman = konteks_terekam(peramban, *UKURAN["laptop"])
    yield konteks.new_page()
    konteks.close()
    assert rekaman.ke_luar == []


def pergi(alamat):
    """Stay away for the time of the test, with a look at its health all along."""
    habis = time.monotonic() + PERGI
    assert not siap(alamat)
    while time.monotonic() < habis:
        time.sleep(0.2)
        assert not siap(alamat)


def kembali(peladen, alamat, halaman):
    """Start the database again and wait until the dashboard can serve by itself."""
    peladen.mulai()
    tunggu(lambda: siap(alamat), "the dashboard did not come back")
    buka(halaman, f"{alamat}/kelola")
    assert judul(halaman).startswith("Versi 1 aktif")


def test_a_database_that_is_away_at_the_start_and_goes_away_in_use(halaman, tmp_path):
    with peladen_pg() as peladen:
        url = f"{peladen.url}/{basis_kosong(peladen.url)}"
        peladen.henti()
        with dasbor(tmp_path, url) as alamat:
            buka(halaman, alamat)
            assert judul(halaman) == "Gudang data belum dapat dibuka"
            assert "tidak dapat dihubungi" in isi(halaman)
            pergi(alamat)
            kembali(peladen, alamat, halaman)

            buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
            awal = judul(halaman)
            peladen.henti()
            buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
            assert judul(halaman) == awal
            assert TERAKHIR in isi(halaman)
            assert saringan(halaman)["opd"] == "DINKES"
            buka(halaman, f"{alamat}/kelola")
            assert judul(halaman) == "Gudang data belum dapat dibuka"
            pergi(alamat)
            kembali(peladen, alamat, halaman)

            buka(halaman, f"{alamat}/capaian?opd=DINKES&tahun=2024")
            assert judul(halaman) == awal
            assert TERAKHIR not in isi(halaman)
