"""What several benches measure with."""

import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))

from kinerja.buku.muat import muat  # noqa: E402 - the project must be importable first
from kinerja.dataset import Dataset  # noqa: E402


def baca(buku: Path) -> Dataset:
    """Return the data of a workbook; ends the program when it is faulty."""
    hasil = muat(buku)
    return Dataset(hasil.buku, "1") if hasil.buku else sys.exit(f"{buku} belum dapat dipakai")
