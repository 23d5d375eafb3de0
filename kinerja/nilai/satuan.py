"""A figure with its unit, as a sentence writes it."""

from decimal import Decimal

from kinerja.nilai.angka import format_angka
from kinerja.nilai.nama import samakan

SATUAN_DIAM = frozenset({"", "nilai", "indeks", "opini", "level", "rasio", "status kinerja"})
"""Units that a sentence does not say: the figure alone is understood."""
_POIN = {"persen": "poin persen", "indeks": "poin", "nilai": "poin", "level": "level"}


def dengan_satuan(teks: str, satuan: str) -> str:
    """Write a figure with its unit: ``5,75%``, ``72,97 tahun``, ``Rp 11.373 ribu``; an index has none."""
    kata = samakan(satuan)
    if not teks or kata in SATUAN_DIAM:
        return teks
    if kata == "persen":
        return teks if "%" in teks else f"{teks}%"
    if "rupiah" in kata.split():
        return " ".join(("Rp", teks, *(k for k in kata.split() if k != "rupiah")))
    return f"{teks} {_kecil(satuan)}"


def jarak_satuan(selisih: Decimal, satuan: str, tempat: int | None = None) -> str:
    """Write the size of a difference: ``0,93 tahun``, ``2,54 poin``; of percentages ``0,15 poin persen``."""
    teks = format_angka(abs(selisih), tempat)
    poin = _POIN.get(samakan(satuan))
    return f"{teks} {poin}" if poin else dengan_satuan(teks, satuan)


def _kecil(satuan: str) -> str:
    """Write a unit within a sentence; abbreviations such as MWh keep their letters."""
    return satuan.lower() if satuan.istitle() or satuan.split()[0].istitle() else satuan
