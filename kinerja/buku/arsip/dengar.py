"""Listening to a child that reads what a stranger sent: to a limit of bytes and of time, and never beyond its end."""

import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

from kinerja.pemasangan import lingkungan_anak

AKAR = Path(__file__).resolve().parents[3]
_POTONGAN = 256 * 1024


class Melampaui(Exception):  # noqa: N818 - Indonesian for "goes beyond"
    """A child took longer or said more than it may; the text says which, as it fills a message."""


def dengarkan(perintah: Sequence[str], detik: int, hasil: int, masukan: bytes = b"") -> tuple[bytes, int]:
    """Run a child and return what it printed, with its exit code.

    Args:
        perintah: what to run, in the root of the project.
        detik: seconds it may take.
        hasil: bytes it may print.
        masukan: what it reads on its standard input.

    Raises:
        Melampaui: when it is beyond a limit; the child has ended by then.
    """
    # What goes in goes by a file: a pipe that nobody empties would stop both sides.
    with TemporaryFile() as asal:
        asal.write(masukan)
        asal.seek(0)
        proses = subprocess.Popen(  # noqa: S603 - this same interpreter on our own module
            perintah,
            cwd=AKAR,
            env=lingkungan_anak(),
            stdin=asal,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    habis: list[bool] = []

    def hentikan() -> None:
        habis.append(True)
        proses.kill()

    jam = Timer(detik, hentikan)
    with proses:
        jam.start()
        try:
            keluaran = _baca(proses.stdout, hasil)
            if keluaran is None:
                proses.kill()
            kode = proses.wait()
        except BaseException:
            proses.kill()
            raise
        finally:
            jam.cancel()
    if habis:
        raise Melampaui(f"melewati {detik} detik")
    if keluaran is None:
        raise Melampaui("isi yang terbaca terlalu banyak")
    return keluaran, kode


def _baca(keluaran: IO[bytes] | None, paling_banyak: int) -> bytes | None:
    """Read to the end; None when there is more than that."""
    bagian: list[bytes] = []
    for potongan in iter(partial(keluaran.read, _POTONGAN), b"") if keluaran else ():
        paling_banyak -= len(potongan)
        if paling_banyak < 0:
            return None
        bagian.append(potongan)
    return b"".join(bagian)
