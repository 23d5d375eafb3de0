"""Where the dataset of this installation comes from: the workbook in `data/`, loaded once and again when it changes.

This is the only place that knows files; pages ask for the active dataset (DESIGN section 3).
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kinerja.buku.muat import muat
from kinerja.buku.temuan import Temuan
from kinerja.dataset import Dataset

AKAR = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Aktif:
    """The active dataset, or why there is none."""

    dataset: Dataset | None
    berkas: Path | None = None
    temuan: tuple[Temuan, ...] = ()


_KUNCI = Lock()
_TERMUAT: dict[tuple[str, int, int], Aktif] = {}


def folder_data() -> Path:
    """Return the folder of this installation's data, by default `data/` of the project."""
    return Path(os.environ.get("KINERJA_DATA", AKAR / "data"))


def berkas_bawaan() -> Path | None:
    """Return the workbook in the data folder, the first by name; None when there is none."""
    return next(iter(sorted(folder_data().glob("*.xlsx"))), None)


def aktif() -> Aktif:
    """Return the active dataset; loads the workbook once, and again when the file has changed."""
    berkas = berkas_bawaan()
    if berkas is None:
        return Aktif(None)
    keadaan = berkas.stat()
    kunci = (str(berkas), keadaan.st_mtime_ns, keadaan.st_size)
    with _KUNCI:
        if kunci not in _TERMUAT:
            hasil = _muat(berkas)
            _TERMUAT.clear()
            _TERMUAT[kunci] = hasil
        return _TERMUAT[kunci]


def _muat(berkas: Path) -> Aktif:
    hasil = muat(berkas)
    if hasil.buku is None:
        return Aktif(None, berkas, hasil.temuan)
    sidik = hashlib.sha256(berkas.read_bytes()).hexdigest()
    return Aktif(Dataset(hasil.buku, sidik[:8]), berkas, hasil.temuan)
