"""A session that opens every page of one version after the other holds none of them back."""

import gc
from weakref import ref

import pytest
from alat_halaman import buka
from contoh_gudang import buku, terbit, url_baru

from components.bingkai import navigasi
from kinerja.gudang.pintu import gudang
from kinerja.sumber import versi as sumber

HALAMAN = [h for h in vars(navigasi).values() if isinstance(h, navigasi.Halaman)]


@pytest.fixture
def terbitkan(tmp_path, monkeypatch):
    """Publish a version in a store of the test's own; it is the active one from then on."""
    monkeypatch.setenv("KINERJA_DATABASE_URL", url_baru(tmp_path))
    monkeypatch.setattr(sumber, "SIMPANAN", sumber.simpanan_baru())
    yield lambda nomor: terbit(gudang(), buku(nomor))
    gudang().mesin.dispose()


def test_pages_leave_no_more_versions_in_memory_than_the_reader_keeps(terbitkan):
    banyak, jejak = sumber.DISIMPAN + 2, []
    for nomor in range(1, banyak + 1):
        terbitkan(nomor)
        for halaman in HALAMAN:
            at = buka(halaman, opd="KAB", tahun=2024)
            assert [e.message for e in at.exception] == []
        jejak.append(ref(sumber.aktif().dataset))
    del at
    gc.collect()
    assert [r().versi for r in jejak if r() is not None] == [str(n) for n in range(3, banyak + 1)]
