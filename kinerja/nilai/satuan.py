"""A unit is one word however it is spelled, and a figure with its unit is what a sentence writes."""

import re
from decimal import Decimal
from functools import lru_cache

from kinerja.nilai.angka import format_angka
from kinerja.nilai.nama import samakan

PERSEN = "persen"
RUPIAH = "rupiah"
TANPA_SATUAN = ""
"""The units that many spellings mean; every other unit is its own words."""

_EJAAN = {
    PERSEN: ("%", "persen", "persentase", "prosen", "prosentase"),
    RUPIAH: ("rupiah", "rp"),
    TANPA_SATUAN: ("nilai", "indeks", "skor", "angka", "poin"),
}
_BAKU = {ejaan: baku for baku, semua in _EJAAN.items() for ejaan in semua}
_KATA = re.compile(r"%|\w+")
_TAK_DISEBUT = frozenset({"", "opini", "level", "rasio", "status kinerja"})
"""Units of their own that a sentence does not say: the figure alone is understood."""
_POIN = {PERSEN: "poin persen", TANPA_SATUAN: "poin", "level": "level"}


@lru_cache(maxsize=1024)
def satuan_baku(satuan: str) -> str:
    """Return the one word of a unit: `PERSEN`, `RUPIAH`, `TANPA_SATUAN`, else its words in small letters."""
    baku = {_BAKU.get(kata) for kata in _KATA.findall(samakan(satuan))}
    satu = baku.pop() if len(baku) == 1 else None
    return samakan(satuan) if satu is None else satu


def satuan_persen(satuan: str) -> bool:
    """Tell whether a unit is percent, however it is spelled: ``%``, ``Persen``, ``Persentase``, ``prosen``."""
    return satuan_baku(satuan) == PERSEN


def satuan_rupiah(satuan: str) -> bool:
    """Tell whether a unit is plain money, without a multiple: ``Rupiah``, ``Rp``."""
    return satuan_baku(satuan) == RUPIAH


def sama_satuan(satu: str, lain: str) -> bool:
    """Tell whether two units are one: the same word, or both of those that are never said (``Indeks``, ``Nilai``)."""
    return satuan_baku(satu) == satuan_baku(lain) or (tak_disebut(satu) and tak_disebut(lain))


def tak_disebut(satuan: str) -> bool:
    """Tell whether a sentence writes the figure alone: ``Nilai``, ``Indeks``, ``Opini``, and no unit at all."""
    baku = satuan_baku(satuan)
    return baku == TANPA_SATUAN or baku in _TAK_DISEBUT


def ejaan_satuan(satuan: str) -> tuple[str, ...]:
    """Return the words that may stand behind a figure of this unit, its own spelling first."""
    baku = satuan_baku(satuan)
    lain = _EJAAN.get(baku, ()) if samakan(satuan) else ()
    return (satuan, *lain)


def dengan_satuan(teks: str, satuan: str) -> str:
    """Write a figure with its unit: ``5,75%``, ``72,97 tahun``, ``Rp 11.373 ribu``; an index has none."""
    if not teks or tak_disebut(satuan):
        return teks
    if satuan_persen(satuan):
        return teks if "%" in teks or PERSEN in teks.casefold() else f"{teks}%"
    kata = _KATA_UANG.sub("", samakan(satuan)).split()
    if _KATA_UANG.search(samakan(satuan)):
        return " ".join((teks if teks.startswith("Rp") else f"Rp {teks}", *kata))
    # Write a unit within a sentence; abbreviations such as MWh keep their letters.
    kecil = satuan.lower() if satuan.istitle() or satuan.split()[0].istitle() else satuan
    return f"{teks} {kecil}"


_KATA_UANG = re.compile(r"(?<!\S)(?:rupiah|rp\.?)(?!\S)")


def jarak_satuan(selisih: Decimal, satuan: str, tempat: int | None = None) -> str:
    """Write the size of a difference: ``0,93 tahun``, ``2,54 poin``; of percentages ``0,15 poin persen``."""
    teks = format_angka(abs(selisih), tempat)
    poin = _POIN.get(satuan_baku(satuan)) if samakan(satuan) else None
    return f"{teks} {poin}" if poin else dengan_satuan(teks, satuan)
