"""An import killed at any moment of its span leaves a whole version: 4 moments here, 50 in script/endurance."""

import os
import signal
import time

import pytest
from contoh_gudang import buku, lembar, terbit
from pembangun import BUKU_KECIL, tulis
from pengganggu import impor_sampai, impor_selama
from sqlalchemy import text

from kinerja.gudang.gudang import Gudang

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
SAAT = 50 if LENGKAP else 4


@pytest.fixture
def terisi(url_gudang, mesin):
    gudang = Gudang(mesin)
    terbit(gudang)
    return url_gudang, gudang


def utuh(gudang):
    """Check that every version is whole and return the numbers of all of them."""
    nomor = [v.nomor for v in gudang.versi()]
    assert gudang.aktif() in nomor
    for n in nomor:
        assert gudang.lembar(n) in (lembar(BUKU_KECIL), lembar(buku(1)))
    if gudang.mesin.dialect.name == "sqlite":
        with gudang.mesin.connect() as koneksi:
            assert koneksi.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    return nomor


def _lama(url, berkas, gudang):
    """Return the seconds of an import that is left alone; the first version is the active one again."""
    mulai = time.monotonic()
    assert impor_selama(600, berkas, url) == 0
    gudang.pulihkan(1, "uji", "awal")
    return time.monotonic() - mulai


def test_at_every_moment_of_its_span(terisi, tmp_path):
    url, gudang = terisi
    berkas = tulis(buku(1), tmp_path / "b.xlsx")
    lama = [_lama(url, berkas, gudang) for _ in range(2)][-1]  # the first starts the server of processes too
    terbit_, mati = 0, 0
    for n in range(SAAT):
        sebelum = utuh(gudang)
        akhir = impor_selama(lama * (n + 1) / SAAT, berkas, url)
        sesudah = utuh(gudang)
        assert set(sebelum) <= set(sesudah)
        assert len(sesudah) - len(sebelum) in (0, 1)
        assert gudang.lembar(gudang.aktif()) == lembar(buku(1) if len(sesudah) > len(sebelum) else BUKU_KECIL)
        mati += akhir == -signal.SIGKILL
        if len(sesudah) > len(sebelum):
            terbit_ += 1
            gudang.pulihkan(1, "uji", "awal")
    # On a machine that is busy only while the span is measured, each of the few moments may lie behind the end.
    assert mati or not LENGKAP, "no process was killed: the span was measured wrongly"
    assert impor_selama(600, berkas, url) == 0
    assert gudang.lembar(gudang.aktif()) == lembar(buku(1))
    print(f"\n{gudang.mesin.dialect.name}: {SAAT} kali, {mati} dimatikan, {terbit_} sudah terbit; rentang {lama:.2f} s")


def test_a_copy_that_was_being_written_is_no_copy(tmp_path):
    """Killed while the copy before a publication is made: the store is as it was and only a part lies there."""
    url = f"sqlite:///{tmp_path / 'g.db'}"
    from kinerja.gudang.mesin import buka_mesin

    gudang = Gudang(buka_mesin(url))
    terbit(gudang)
    berkas = tulis(buku(1), tmp_path / "b.xlsx")
    assert impor_sampai("kinerja.gudang.titik_pulih:_buang_lama", berkas, url) == -signal.SIGKILL
    assert utuh(gudang) == [1]
    assert impor_selama(600, berkas, url) == 0
    assert utuh(gudang) == [2, 1]
