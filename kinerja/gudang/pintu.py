"""The store of this installation, opened once."""

from functools import cache

from kinerja.gudang.gudang import Gudang
from kinerja.gudang.jejak import tinggalkan_jejak, tolak_bila_hilang
from kinerja.gudang.mesin import baca_alamat, buka_mesin, url_bawaan
from kinerja.gudang.titik_pulih import berkas_alamat


def gudang() -> Gudang:
    """Return the store of this installation, opened once.

    Raises:
        GudangTerkendala: when it is unreachable, damaged, or newer than this program.
    """
    return _gudang(url_bawaan())


@cache
def _gudang(url: str) -> Gudang:
    tolak_bila_hilang(berkas_alamat(baca_alamat(url)))
    mesin = buka_mesin(url)
    tinggalkan_jejak(mesin)
    return Gudang(mesin)
