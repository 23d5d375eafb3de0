"""Refusals of what people do, each written into the log before it goes on to whoever asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from kinerja.akun.akses import Pengguna, TidakBerhak
from kinerja.gudang.gudang import DasarBerubah, Gudang, IsiBerubah, KeadaanBerubah
from kinerja.nilai.galat import Ditolak


class PeriodeTerkunci(Ditolak):
    """The change touches a locked period; the text names it."""


@contextmanager
def mencatat(gudang: Gudang, pengguna: Pengguna, tindakan: str) -> Iterator[None]:
    """Write a refusal by role, lock, base or changed content into the log; the refusal goes on to whoever asked."""
    try:
        yield
    except (TidakBerhak, PeriodeTerkunci, DasarBerubah, IsiBerubah, KeadaanBerubah) as ditolak:
        gudang.catat("tolak", pengguna.nama, tindakan=tindakan, sebab=[str(ditolak)])
        raise
