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

Pembaca = Callable[[str, dict[str, int]], dict[str, Any]]


def _pembaca(jenis: str) -> Pembaca:
    """Load the reader of a kind of file; the others, and the libraries they need, stay where they are."""
    match jenis:
        case "xlsx":
            from kinerja.susun.baca.xlsx import baca_xlsx as pembaca
        case "xls":
            from kinerja.susun.baca.xls import baca_xls as pembaca
        case "ods":
            from kinerja.susun.baca.ods import baca_ods as pembaca
        case "html":
            from kinerja.susun.baca.html import baca_html as pembaca
        case "mhtml":
            from kinerja.susun.baca.mhtml import baca_mhtml as pembaca
        case "xml2003":
            from kinerja.susun.baca.xml2003 import baca_xml2003 as pembaca
        case _:
            from kinerja.susun.baca.teks import baca_teks as pembaca
    return pembaca


def baca(berkas: str, jenis: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read a file of some kind; return its sheets, or why it could not be read."""

    def semua() -> dict[str, Any]:
        try:
            return tanpa_yang_luas(_pembaca(jenis)(berkas, batas))
        except Ditolak as ditolak:
            return {"ditolak": ditolak.kode, "isi": ditolak.isi}

    return terjaga(semua)


def main() -> None:
    """Read the file named on the command line."""
    aturan = json.loads(sys.argv[2])
    # openpyxl, whose formats all spreadsheets need, imports numpy when it can.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    batasi_sumber_daya(aturan["memori"], aturan["detik"])
    # What a parser builds refers to its children only: looking for circles among so much took a third of the time.
    gc.disable()
    jawab(baca(sys.argv[1], aturan["jenis"], aturan["isi"]))


if __name__ == "__main__":
    main()
