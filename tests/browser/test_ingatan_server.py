"""What strangers ask for leaves no memory behind: ever new addresses, old versions in turn, decks; and no trend."""

import urllib.request
from itertools import count, cycle, islice, product

import pytest
from alat_peramban import LENGKAP, jalankan
from alat_sesi import proses, serentak
from sqlalchemy import text

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.unggah.awal import isi_awal

pytestmark = pytest.mark.skipif(not LENGKAP, reason="script/endurance runs it")

VERSI, NAIK_MAKS, TREN_MAKS = 20, 40, 12
"""Versions in the store; megabytes that all of it may leave, and that its last third may add."""
HALAMAN = ("capaian", "predikat", "anggaran", "pohon", "")
OPD = ("BATUBARA", "SETDA", "DISNAKERPERINDAG", "DINKES", "TIDAKADA")
TAHUN = (2021, 2022, 2023, 2024, 2025)
DEK = ("BATUBARA", "SETDA", "DISNAKERPERINDAG")


def alamat_baru():
    """Yield addresses of which none comes twice: filters that exist, and words that nobody knows."""
    for n, (opd, tahun, halaman) in zip(count(), cycle(product(OPD, TAHUN, HALAMAN))):
        yield halaman, {"opd": opd, "tahun": tahun, "urutan": f"asing {n}", f"x{n}": "y" * (n % 200)}


def alamat_versi():
    """Yield addresses of every older version in turn."""
    for n in count():
        yield HALAMAN[n % 3], {"opd": OPD[n % 2], "tahun": 2024, "versi": n % VERSI + 1}


@pytest.fixture
def berversi(tmp_path):
    """A dashboard on the shipped data, whose store has it in twenty older versions too."""
    url = f"sqlite:///{tmp_path / 'kinerja.db'}"
    gudang = Gudang(buka_mesin(url))
    isi_awal(gudang)
    salin = {
        "versi": "sha256, sidik, berkas, waktu, oleh, catatan, mode, dasar, perubahan, dampak",
        "blob": "jenis, nama, isi",
    }
    with gudang.menulis() as koneksi:
        for n, (tabel, kolom) in product(range(2, VERSI + 2), salin.items()):
            sama = f"SELECT {n}, {kolom} FROM {tabel} WHERE nomor = 1"
            koneksi.execute(text(f"INSERT INTO {tabel} (nomor, {kolom}) {sama}"))
        koneksi.execute(text(f"UPDATE penunjuk SET nomor = {VERSI + 1}"))
    gudang.mesin.dispose()
    with jalankan(tmp_path, gudang=url) as server:
        yield server
        assert server.galat() == []


def test_addresses_versions_and_decks_leave_no_memory_behind(berversi):
    baru, versi, dek = alamat_baru(), alamat_versi(), cycle(product(DEK, TAHUN[-2:]))

    def putaran(alamat, versi_lama, paparan):
        for _ in range(5):
            assert serentak(berversi, 1, alamat_lain=list(islice(baru, alamat // 5))) == []
        assert serentak(berversi, 1, alamat_lain=list(islice(versi, versi_lama))) == []
        for opd, tahun in islice(dek, paparan):
            with urllib.request.urlopen(berversi.url("tayang", opd=opd, tahun=tahun), timeout=300) as jawaban:
                assert b"slaid" in jawaban.read()
        return proses(berversi).memory_info().rss / 2**20

    awal = putaran(500, 40, 20)  # what is kept ready, for good
    ukuran = [putaran(1_000, 200, 34) for _ in range(3)]
    naik = [round(u - awal, 1) for u in ukuran]
    print(f"\n3.000 alamat, 600 kali versi lama, 102 paparan: memori naik {naik} MB")
    assert naik[-1] < NAIK_MAKS
    assert ukuran[-1] - ukuran[-2] < TREN_MAKS
