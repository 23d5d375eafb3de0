"""The example: figures of a regency that does not exist, to look at while the store is empty; how it is told apart."""

from collections.abc import Iterable
from pathlib import Path

from kinerja.akun.akses import Pengguna, PeranPengguna
from kinerja.gudang.gudang import Versi
from kinerja.unggah.mode import Mode

BUKU_CONTOH = Path(__file__).parent / "buku_contoh"
"""The example as CSV, one file a sheet."""
PENGELOLA_CONTOH = Pengguna("contoh bawaan", PeranPengguna.ADMIN)
"""In whose name the example stands in the history; who asked for it stands in the log."""


def berisi_contoh(semua: Iterable[Versi], nomor: int) -> bool:
    """Tell whether a version holds figures of the example: it is the example, or it was made from it by updates alone.

    Args:
        semua: the versions of the store.
        nomor: the version asked about.
    """
    versi = {v.nomor: v for v in semua}
    satu = versi[nomor]
    while satu.mode == Mode.PERBARUI and satu.dasar in versi:
        satu = versi[satu.dasar]
    return satu.oleh == PENGELOLA_CONTOH.nama
