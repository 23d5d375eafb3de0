"""Codes that a spreadsheet took for numbers: 1.1 in one sheet, "1.1" or "1,1" in another, are one code.

Only what can be meant in one way is brought to the spelling of the sheet that defines it: where 1.1 and 1.10 both stand
there, a number 1.1 stays what it is.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.model.skema import INDIKATOR, OPD
from kinerja.nilai.angka import desimal
from kinerja.nilai.nama import samakan

MERUJUK = {
    samakan(kolom): (asal.nama, asal.kunci[0])
    for asal, semua in (
        (INDIKATOR, ("Kode indikator", "Pagu bersama", "Induk", "Bagian")),
        (OPD, ("Kode OPD", "Penanggung jawab", "Pendahulu")),
    )
    for kolom in semua
}
"""Column of a code -> the sheet and column that define it."""
_BERANGKA = re.compile(r"\d+(?:[.,]\d+)*")
_TUKAR = str.maketrans(",.", ".,")
_Kamus = Mapping[str, tuple[str, ...]]


def selaraskan_kode(lembar: Iterable[LembarMentah], dasar: Iterable[LembarMentah] = ()) -> tuple[LembarMentah, ...]:
    """Return sheets in which every code of digits is spelled as the sheet spells it that defines it.

    Args:
        lembar: the sheets.
        dasar: others that define codes as well; a code that stands there is spelled as there.
    """
    semua, lama = tuple(lembar), tuple(dasar)
    kamus = {asal: _kamus(asal, lama) or _kamus(asal, semua) for asal in set(MERUJUK.values())}
    if not any(kamus.values()):
        return semua
    return tuple(_selaraskan(s, kamus, bool(lama)) for s in semua)


def _kamus(asal: tuple[str, str], semua: Sequence[LembarMentah]) -> _Kamus:
    """Return the codes of digits by what they come to as a number, and by their own spelling."""
    hasil: dict[str, tuple[str, ...]] = {}
    for s in semua:
        if samakan(s.nama) != samakan(asal[0]):
            continue
        letak = _letak(s).get(samakan(asal[1]))
        for _, sel in s.baris[1:] if letak is not None else ():
            teks = _tertulis(sel[letak]) if letak is not None and letak < len(sel) else ""
            for kunci in {teks, teks.translate(_TUKAR), _sebagai_angka(teks)} if teks else ():
                hasil[kunci] = tuple(dict.fromkeys((*hasil.get(kunci, ()), teks)))
    return hasil


def _letak(lembar: LembarMentah) -> dict[str, int]:
    judul = lembar.baris[0][1] if lembar.baris else ()
    return {samakan(isi): i for i, isi in enumerate(judul) if isinstance(isi, str)}


def _tertulis(isi: IsiSel) -> str:
    """Write a code of digits as it is read, nothing for any other."""
    if isinstance(isi, str):
        teks = isi.strip()
        return teks if _BERANGKA.fullmatch(teks) else ""
    polos = isinstance(isi, int | float) and not isinstance(isi, bool)
    return format(desimal(isi), "f").replace(".", ",") if polos else ""  # type: ignore[arg-type]


def _sebagai_angka(teks: str) -> str:
    """Write what a spreadsheet makes of a code, `=` before it; a code of three parts is no number."""
    bagian = re.split("[.,]", teks)
    if len(bagian) > 2:
        return teks
    return f"={Decimal('.'.join(bagian)).normalize():f}"


def _selaraskan(lembar: LembarMentah, kamus: Mapping[tuple[str, str], _Kamus], berdasar: bool) -> LembarMentah:
    letak = {
        i: kamus[asal]
        for judul, i in _letak(lembar).items()
        if (asal := MERUJUK.get(judul)) and kamus[asal] and (berdasar or samakan(asal[0]) != samakan(lembar.nama))
    }
    if not letak:
        return lembar
    baris = (
        (nomor, tuple(_kode(isi, letak[i]) if i in letak else isi for i, isi in enumerate(sel)))
        for nomor, sel in lembar.baris[1:]
    )
    return replace(lembar, baris=(lembar.baris[0], *baris))


def _kode(isi: IsiSel, kamus: _Kamus) -> IsiSel:
    teks = _tertulis(isi)
    if not teks or teks in kamus.get(teks, ()):
        return isi
    # A number 5 that is shown as 05 is what a text 05 means.
    sebagai_angka = not isinstance(isi, str) or teks.isdecimal()
    calon = kamus.get(_sebagai_angka(teks) if sebagai_angka else teks, ())
    return calon[0] if len(calon) == 1 else isi
