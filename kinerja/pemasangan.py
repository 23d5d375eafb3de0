"""This installation: where its data and its store lie, and which workbook it brought along."""

import os
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


ALAMAT_GUDANG = "KINERJA_DATABASE_URL"
_UMUM = frozenset(
    (
        *("PATH", "HOME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH"),
        *("SYSTEMROOT", "WINDIR", "PATHEXT", "COMSPEC", "USERPROFILE"),
    )
)
_AWALAN = ("LC_", "PYTHON", "KINERJA_", "COVERAGE_")


def lingkungan_anak() -> dict[str, str]:
    """Return the environment for a process of ours that reads foreign files: nothing in it opens the store.

    Named is what passes, not what does not: whatever else the server was given may be secret.
    """
    return {k: v for k, v in os.environ.items() if k != ALAMAT_GUDANG and (k in _UMUM or k.startswith(_AWALAN))}


def lingkungan_gudang() -> dict[str, str]:
    """Return what of the environment opens the store: its URL, and what the driver of PostgreSQL takes beside it."""
    return {k: v for k, v in os.environ.items() if k == ALAMAT_GUDANG or k.startswith("PG")}


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
