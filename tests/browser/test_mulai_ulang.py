"""A server that ends and comes back: an upload leaves nothing half, open tabs show what was published meanwhile."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from alat_peramban import AKAR, SINI, UKURAN, hidupkan, isi, port_kosong, saringan, tunggu_siap
from berkas_buruk import banyak_baris
from pembangun import buku_kecil, tulis, ubah
from sqlalchemy import func, select

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.skema import DRAF

LAMA, BARU = "72,97", "71,00"
BATAS_TAMPIL = 120
"""Seconds until open tabs show it, of which the browser's pause before it connects again is the most."""
BATAS_HENTI = 4
"""So short that an upload which is being read cannot be waited for."""


class Dasbor:
    """A dashboard on one port and one store that can be ended and started again."""

    def __init__(self, folder):
        self.data, self.kerja, self.catatan = folder / "data", folder / "kerja", folder / "server.log"
        self.data.mkdir()
        self.kerja.mkdir()
        tulis(buku_kecil(), self.data / "buku.xlsx")
        self.port, self.gudang = port_kosong(), f"sqlite:///{folder / 'g.db'}"
        self.alamat = f"http://{SINI}:{self.port}"
        self.mulai()

    def mulai(self):
        lain = {"TMPDIR": str(self.kerja), "KINERJA_HENTI_BATAS": str(BATAS_HENTI)}
        self.proses = hidupkan(self.port, self.catatan, self.gudang, self.data, **lain)
        tunggu_siap(self.alamat, self.proses, self.catatan)

    def bunuh(self):
        self.proses.kill()
        self.proses.wait()


@pytest.fixture
def dasbor(tmp_path):
    hasil = Dasbor(tmp_path)
    yield hasil
    hasil.bunuh()


@pytest.fixture
def tab(peramban):
    """Open tabs of a browser whose complaints are not judged: its server goes away."""
    konteks = peramban.new_context(viewport=dict(zip(("width", "height"), UKURAN["laptop"], strict=True)))
    yield konteks.new_page
    konteks.close()


def anak(dasbor):
    return psutil.Process(dasbor.proses.pid).children(recursive=True)


def tunggu(syarat, detik):
    batas = time.monotonic() + detik
    while not syarat():
        assert time.monotonic() < batas, "not in time"
        time.sleep(0.02)


def test_a_server_that_is_asked_to_end_while_an_upload_is_checked_leaves_nothing_half(dasbor, tab, tmp_path):
    halaman = tab()
    halaman.goto(f"{dasbor.alamat}/kelola")
    halaman.get_by_role("radio", name="Ganti seluruhnya").click()
    halaman.locator("input[type=file]").set_input_files([str(banyak_baris(tmp_path / "b.xlsx"))])
    tombol = halaman.get_by_role("button", name="Periksa berkas")
    halaman.wait_for_function("b => !b.disabled", arg=tombol.element_handle())
    tombol.click()
    tunggu(lambda: len(anak(dasbor)) >= 2, 120)
    sedang = anak(dasbor)
    assert list(dasbor.kerja.glob("kinerja-*"))
    dasbor.proses.send_signal(signal.SIGTERM)
    dasbor.proses.wait(BATAS_HENTI + 60)
    tunggu(lambda: not any(p.is_running() for p in sedang), 120)
    # A process that began after the others were counted removes its folder, too, when it ends.
    tunggu(lambda: list(dasbor.kerja.glob("kinerja-*")) == [], 120)
    mesin = buka_mesin(dasbor.gudang)
    with mesin.connect() as koneksi:
        assert koneksi.execute(select(func.count()).select_from(DRAF)).scalar_one() == 0
    assert (Gudang(mesin).aktif(), len(Gudang(mesin).versi())) == (1, 1)
    mesin.dispose()


def tampil(halaman, teks):
    """Wait until a page reads so; it comes back by itself, nobody touches it."""
    kata = "t => document.querySelector('[data-testid=stMain]')?.innerText.includes(t)"
    halaman.wait_for_function(kata, arg=teks, timeout=BATAS_TAMPIL * 1000)


def test_open_tabs_show_what_was_published_while_the_server_was_away_and_keep_their_filters(dasbor, tab, tmp_path):
    alamat = f"{dasbor.alamat}/capaian?opd=KAB&tahun=2024"
    terbuka = {tab(): alamat, tab(): f"{alamat}&urutan=Capaian+terendah"}
    for t, a in terbuka.items():
        t.goto(a)
        tampil(t, LAMA)
    semula = [saringan(t) for t in terbuka]
    dasbor.bunuh()
    baru = tulis(ubah(buku_kecil(), "Capaian", F2=BARU), tmp_path / "baru.xlsx")
    perintah = [sys.executable, "-m", "kinerja", "impor", str(baru), "--catatan", "Sementara itu"]
    subprocess.run(perintah, cwd=AKAR, env={**os.environ, "KINERJA_DATABASE_URL": dasbor.gudang}, check=True)
    dasbor.mulai()
    for t, dulu in zip(terbuka, semula, strict=True):
        tampil(t, BARU)
        tampil(t, "Versi data 2")
        assert LAMA not in isi(t)
        assert saringan(t) == dulu
