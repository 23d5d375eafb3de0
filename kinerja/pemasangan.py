"""This installation: where its data and its store lie, and which workbook it brought along."""

import os
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


def tempat() -> Path:
    """Return the folder of `data/` and `var/`: the project's; for an installed package the one it was called from."""
    # Beside an installed package lies the environment, which is no place for a store.
    return AKAR if (AKAR / "pyproject.toml").is_file() else Path.cwd()


def folder_data() -> Path:
    """Return the folder of this installation's workbook, by default `data/` of the project."""
    return Path(os.environ.get("KINERJA_DATA", tempat() / "data"))


def buku_bawaan() -> tuple[Path, ...]:
    """Return the workbooks in the data folder by name, without the lock files that Excel leaves while one is open."""
    return tuple(b for b in sorted(folder_data().glob("*.xlsx")) if not b.name.startswith("~$") and b.is_file())


def berkas_bawaan() -> Path | None:
    """Return the workbook in the data folder, the first by name; None when there is none."""
    return next(iter(buku_bawaan()), None)
