"""What stands in a template and is no data: known again when the workbook comes back, and passed over."""

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
_DILEWATI = frozenset(samakan(j) for j in JUDUL_NAMA.values())


def petunjuk_kami(nama: str, judul: Sequence[object]) -> bool:
    """Tell whether a sheet is the template's explanations, by its name and what stands in its first row."""
    return samakan(nama) == samakan(PETUNJUK) and list(judul[:1]) == [JUDUL_PETUNJUK]


def tanpa_kolom_nama(data: dict[str, Any]) -> dict[str, Any]:
    """Empty the columns of names beside codes, their header included; a row that held nothing else is left out.

    Args:
        data: a sheet as the reading child tells it; its header is row 1.

    Returns:
        The sheet, every other cell in its place.
    """
    baris = data["baris"]
    judul = baris[0][1] if baris and baris[0][0] == 1 else ()
    letak = {i for i, isi in enumerate(judul) if isinstance(isi, str) and samakan(isi) in _DILEWATI}
    if not letak:
        return data
    bersih = ((n, [None if i in letak else isi for i, isi in enumerate(sel)]) for n, sel in baris)
    terisi = [[n, sel] for n, sel in bersih if n == 1 or any(isi is not None for isi in sel)]
    nomor = {n for n, _ in terisi}
    return {**data, "baris": terisi, "rumus": [n for n in data["rumus"] if n in nomor]}
