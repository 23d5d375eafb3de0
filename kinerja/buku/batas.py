"""Limits on a workbook and on the child that reads it; each can be set by the environment (KINERJA_MAKS_...)."""

import os
from dataclasses import dataclass, fields

MIB = 1024 * 1024
DIGIT_MAKS = 18
"""Digits of a limit; more is a slip, and no machine has as much."""


class PengaturanSalah(ValueError):  # noqa: N818 - Indonesian for "wrong setting"
    """A limit in the environment is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """What a workbook may be, with the defaults of DESIGN section 4; each is KINERJA_MAKS_ and its name in capitals.

    Attributes:
        berkas: bytes of the file.
        entri: parts of the archive.
        isi: bytes of all parts unpacked.
        rasio: how many times larger the parts may be than the file, above 50 MiB.
        lembar, kolom, baris: sheets, and columns and rows of a sheet.
        unsur: elements of all parts together, beginnings and ends counted each; a quarter of them may be cells.
        hasil: bytes of the reading child's answer.
        memori: bytes the reading child may take; the process that takes an upload may take twice that, or 1 GiB.
        detik: seconds it may take.
    """

    berkas: int = 20 * MIB
    entri: int = 2_000
    isi: int = 400 * MIB
    rasio: int = 200
    lembar: int = 50
    kolom: int = 200
    baris: int = 200_000
    unsur: int = 20_000_000
    hasil: int = 192 * MIB
    memori: int = 2 * 1024 * MIB
    detik: int = 120

    @classmethod
    def dari_lingkungan(cls) -> "Batas":
        """Read the limits from the environment.

        Raises:
            PengaturanSalah: when one is no whole number.
        """
        return cls(**{f.name: _pengaturan(f"KINERJA_MAKS_{f.name.upper()}", f.default) for f in fields(cls)})


def _pengaturan(nama: str, bawaan: object) -> int:
    isi = os.environ.get(nama, str(bawaan))
    if not isi.isdecimal() or len(isi) > DIGIT_MAKS:
        raise PengaturanSalah(f"{nama} berisi “{isi}”, bukan bilangan bulat")
    return int(isi)


def mb(ukuran: int) -> str:
    """Write a size in whole megabytes, rounded up."""
    return f"{-(-ukuran // MIB)} MB"
