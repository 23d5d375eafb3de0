"""Who may read the file of a store: its owner and nobody else, from the moment it is there."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def buat_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the owner alone; one that is there stays as it is.

    Raises:
        OSError: when that is not possible.
    """
    for f in [f for f in (folder, *folder.parents) if not f.exists()][::-1]:
        f.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # a file of that name is told


def berkas_sendiri(berkas: Path) -> None:
    """Make the file of a store for the owner alone; one that strangers may read is closed to them.

    SQLite gives its journal the rights of the store. Where this is not possible, opening it says why.
    """
    with suppress(OSError):
        os.close(os.open(berkas, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        return
    with suppress(OSError):
        hak = stat.S_IMODE(berkas.stat().st_mode)
        # A group that somebody lets in on purpose stays; what the umask left open to everybody does not.
        if os.name == "posix" and hak & stat.S_IRWXO:
            berkas.chmod(hak & stat.S_IRWXU)
