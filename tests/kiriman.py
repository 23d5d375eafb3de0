"""The shipped workbook read without a store, for what a test module lists when it is imported."""

from functools import cache

from kinerja.buku.muat import muat
from kinerja.dataset import Dataset
from kinerja.pemasangan import AKAR


@cache
def kiriman():
    """Return the dataset; its rows are those of the first version of a store that is filled from it."""
    hasil = muat(next((AKAR / "data").glob("*.xlsx")))
    assert hasil.buku is not None, hasil.temuan
    return Dataset(hasil.buku)
