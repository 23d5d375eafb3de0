"""The reading child of foreign tables: runs under limits and prints the cells of one file as JSON.

Runs as `python -m kinerja.susun.baca.anak FILE RULES`, started by `kinerja.susun.kisi`. A cell has the form that
`kinerja.buku.anak` gives it, a sheet that of `lembar.susun_lembar`.
"""

import gc
import json
import sys
from collections.abc import Callable
from typing import Any

from kinerja.buku.anak import batasi_sumber_daya, jawab, terjaga
from kinerja.susun.baca.lembar import Ditolak, tanpa_yang_luas
from kinerja.susun.baca.xlsx import baca_xlsx

Pembaca = Callable[[str, dict[str, int]], dict[str, Any]]
PEMBACA: dict[str, Pembaca] = {"xlsx": baca_xlsx}
"""Readers by the kind of file."""


def baca(berkas: str, jenis: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read a file of some kind; return its sheets, or why it could not be read."""

    def pembaca() -> dict[str, Any]:
        try:
            return tanpa_yang_luas(PEMBACA[jenis](berkas, batas))
        except Ditolak as ditolak:
            return {"ditolak": ditolak.kode, "isi": ditolak.isi}

    return terjaga(pembaca)


def main() -> None:
    """Read the file named on the command line."""
    aturan = json.loads(sys.argv[2])
    batasi_sumber_daya(aturan["memori"], aturan["detik"])
    # What a parser builds refers to its children only: looking for circles among so much took a third of the time.
    gc.disable()
    jawab(baca(sys.argv[1], aturan["jenis"], aturan["isi"]))


if __name__ == "__main__":
    main()
