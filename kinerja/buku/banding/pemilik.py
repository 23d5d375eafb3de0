"""Whose row it is: by the columns that the schema declares for its sheet, whatever else a header says."""

from collections.abc import Iterable, Mapping

from kinerja.buku.banding.kunci import Isi, baris_berkunci
from kinerja.buku.pembaca import LembarMentah
from kinerja.model.kolom import Lembar, Pemilik
from kinerja.model.skema import INDIKATOR
from kinerja.nilai.nama import samakan

PENGELOLA = ""
"""Stands for who manages the whole, where the others are codes of an OPD."""


def pemilik_indikator(lembar: Iterable[LembarMentah]) -> dict[str, str]:
    """Return the code of the OPD that reports each indicator of a canonical workbook, by normalised code."""
    baris = (b for s in lembar if s.nama == INDIKATOR.nama for b in baris_berkunci(INDIKATOR, s).values())
    return {samakan(b["Kode indikator"]): b["Kode OPD"] for b in baris}


def pemilik_baris(skema: Lembar, isi: Isi, indikator: Mapping[str, str]) -> frozenset[str]:
    """Return the normalised codes of every OPD that a row belongs to, PENGELOLA where it is that of the whole.

    A row of two addresses belongs to both; one that names an indicator that stands nowhere to nobody but PENGELOLA.

    Args:
        skema: the row's sheet.
        isi: the row.
        indikator: the OPD of each indicator, as `pemilik_indikator` returns it.
    """
    hasil = set()
    for kolom, arti in skema.pemilik:
        kode = samakan(isi.get(kolom, ""))
        if kode and arti is Pemilik.OPD:
            hasil.add(kode)
        elif kode:
            hasil.add(samakan(indikator.get(kode, PENGELOLA)) if arti is Pemilik.INDIKATOR else PENGELOLA)
    return frozenset(hasil or {PENGELOLA})
