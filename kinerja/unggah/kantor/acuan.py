"""The names of the version that is in force, against which a table of an office is read."""

from kinerja.gudang.gudang import Gudang
from kinerja.model.baris import skala_dari_baris
from kinerja.susun.acuan import Acuan


def acuan(gudang: Gudang) -> Acuan:
    """Return the names of the version that is in force; none where the store is empty."""
    aktif = gudang.aktif()
    if aktif is None:
        return Acuan()
    buku = gudang.muat(aktif).buku
    return Acuan.dari(gudang.lembar(aktif), skala_dari_baris(buku.skala) if buku else None)
