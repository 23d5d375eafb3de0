"""This installation: where its data folder lies and which workbook it brought along."""

import os
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


def folder_data() -> Path:
    """Return the folder of this installation's workbook, by default `data/` of the project."""
    return Path(os.environ.get("KINERJA_DATA", AKAR / "data"))


def berkas_bawaan() -> Path | None:
    """Return the workbook in the data folder, the first by name; None when there is none."""
    return next(iter(sorted(folder_data().glob("*.xlsx"))), None)
