"""What stands in a template or a form and is no data: known again when the workbook comes back, and passed over.

A form (isian) is a workbook that an office fills: what stands is written into it, and each of its rows bears a mark of
what it was sent with. A row that comes back with the same in its cells answers nothing.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.model.skema import INDIKATOR, OPD
from kinerja.nilai.nama import samakan

PETUNJUK = "Petunjuk"
"""Sheet of explanations and examples; never read."""
JUDUL_PETUNJUK = "Petunjuk mengisi buku kerja"
"""What stands in its first cell: by it the reader knows the sheet again when the workbook comes back."""
JUDUL_NAMA: Mapping[str, str] = {OPD.nama: "(nama OPD)", INDIKATOR.nama: "(nama indikator)"}
"""Header of the column that says the name of a code, by the sheet in which the code stands; filled by formulas."""
JUDUL_ISIAN = "Petunjuk mengisi isian ini"
"""What stands there in a form."""
SATUAN, TAHUN_LALU, TERCATAT = "(satuan)", "(realisasi tahun lalu)", "(realisasi tercatat)"
"""Headers of what a form shows beside the cells to fill."""
TANDA_BARIS = "(isian)"
"""Header of the hidden column of a form that marks with what a row was sent."""
JUDUL_BANTU = frozenset({*JUDUL_NAMA.values(), SATUAN, TAHUN_LALU, TERCATAT, TANDA_BARIS})
"""Columns that help whoever fills a sheet; never read."""
_DILEWATI = frozenset(map(samakan, JUDUL_BANTU))


def petunjuk_kami(nama: str, judul: Sequence[object]) -> bool:
    """Tell whether a sheet is our explanations, by its name and what stands in its first row."""
    return samakan(nama) == samakan(PETUNJUK) and bool({*judul[:1]} & {JUDUL_PETUNJUK, JUDUL_ISIAN})


def sidik_baris(judul: Sequence[object], sel: Sequence[object]) -> str:
    """Return a mark of what the cells of a row say, whatever the order of the columns; those that help do not count."""
    isi = sorted(
        [samakan(j), f"{s:.15g}" if isinstance(s, int | float) else samakan(str(s))]
        for j, s in zip(judul, sel, strict=False)
        if isinstance(j, str) and samakan(j) not in _DILEWATI and s not in (None, "")
    )
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()[:16]


def tanpa_kolom_bantu(data: dict[str, Any]) -> dict[str, Any]:
    """Empty the columns that help, their header included; a row that held nothing else is left out.

    Args:
        data: a sheet as the reading child tells it; its header is row 1.

    Returns:
        The sheet, every other cell in its place; under "terkirim" the numbers of rows that a form was sent with and
        nobody changed.
    """
    baris = data["baris"]
    judul = baris[0][1] if baris and baris[0][0] == 1 else ()
    letak = {i for i, isi in enumerate(judul) if isinstance(isi, str) and samakan(isi) in _DILEWATI}
    if not letak:
        return data
    tanda = next((i for i in letak if samakan(judul[i]) == samakan(TANDA_BARIS)), len(judul))
    terkirim = [n for n, sel in baris if n > 1 and sel[tanda : tanda + 1] == [sidik_baris(judul, sel)]]
    bersih = ((n, [None if i in letak else isi for i, isi in enumerate(sel)]) for n, sel in baris)
    terisi = [[n, sel] for n, sel in bersih if n == 1 or any(isi is not None for isi in sel)]
    nomor = {n for n, _ in terisi}
    return {**data, "baris": terisi, "rumus": [n for n in data["rumus"] if n in nomor], "terkirim": terkirim}
