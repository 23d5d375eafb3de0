"""Working folders: one for each job, gone when it ends; what a killed process left is taken away later."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from stat import S_ISDIR
from tempfile import TemporaryDirectory, gettempdir

AWALAN = "kinerja-kerja-"
USANG = 6 * 3600.0
"""Seconds after which a working folder is nobody's any more: no job takes nearly as long."""


@contextmanager
def folder_kerja() -> Iterator[Path]:
    """Lend a folder of one's own under the system's folder for temporary files."""
    with TemporaryDirectory(prefix=AWALAN) as folder:
        yield Path(folder)


def buang_sisa() -> None:
    """Take away working folders that a process left behind when it was killed; called at the start."""
    batas = time.time() - USANG
    for folder in Path(gettempdir()).glob(f"{AWALAN}*"):
        with suppress(OSError):
            keadaan = folder.lstat()
            if (
                keadaan.st_mtime < batas
                and S_ISDIR(keadaan.st_mode)
                and (not hasattr(os, "getuid") or keadaan.st_uid == os.getuid())
            ):
                rmtree(folder)
