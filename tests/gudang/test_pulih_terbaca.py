"""A roll back while others read: a thread and another process, each with its version ready, show the old one next."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from contoh_gudang import ADMIN, buku, terbit
from pengganggu import KONTEKS

from kinerja.gudang import pintu
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.mesin import buka_mesin
from kinerja.sumber import sehat
from kinerja.sumber import versi as sumber
from kinerja.unggah.impor import pulihkan


def terlihat():
    """Return what a reader sees everywhere: pointer, version shown, its figure, and what /sehat says."""
    keadaan = sumber.aktif()
    realisasi = keadaan.dataset.tahunan("UHH", 2024).baris.realisasi.teks
    return keadaan.nomor_aktif, keadaan.versi.nomor, keadaan.dataset.versi, realisasi, sehat.kesiapan().versi


def seharusnya(nomor):
    return nomor, nomor, str(nomor), f"{70 + nomor},5", nomor


def _pembaca(url, tanya, jawab):
    os.environ["KINERJA_DATABASE_URL"] = url
    for _ in iter(tanya.get, None):
        jawab.put(terlihat())


@pytest.fixture
def proses_lain(url_gudang):
    """What a process of its own sees, which stays alive between two looks: `proses_lain()`."""
    tanya, jawab = KONTEKS.Queue(), KONTEKS.Queue()
    proses = KONTEKS.Process(target=_pembaca, args=(url_gudang, tanya, jawab))
    proses.start()

    def lihat():
        tanya.put(True)
        return jawab.get(timeout=240)

    yield lihat
    tanya.put(None)
    proses.join(240)


@pytest.fixture
def utas_lain(url_gudang, monkeypatch):
    """What another thread of this process sees, a session of the same server: `utas_lain()`."""
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_gudang)
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    pintu._gudang.cache_clear()
    with ThreadPoolExecutor(1) as utas:
        yield lambda: utas.submit(terlihat).result(timeout=240)
    pintu._gudang.cache_clear()


def test_the_next_look_shows_the_version_rolled_back_to_everywhere(gudang, url_gudang, proses_lain, utas_lain):
    for n in (1, 2):
        terbit(gudang, buku(n))
    pembaca = (proses_lain, utas_lain)
    assert [p() for p in pembaca] == [seharusnya(2)] * 2
    lama = sumber.aktif().dataset
    pulih = Gudang(buka_mesin(url_gudang))
    for nomor in (1, 2, 1):
        pulihkan(pulih, nomor, ADMIN, "uji")
        assert [p() for p in pembaca] == [seharusnya(nomor)] * 2
    assert lama.tahunan("UHH", 2024).baris.realisasi.teks == "72,5", "who is still looking keeps a whole version"
    assert [sumber.aktif(2).versi.nomor, sumber.aktif(2).nomor_aktif] == [2, 1], "an old link says which is active"
    pulih.mesin.dispose()
