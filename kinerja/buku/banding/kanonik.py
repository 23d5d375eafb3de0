"""The canonical form of a workbook: every cell as the text that reads back to the same value.

Versions are stored, compared, identified and updated in this form; where a workbook came from (number or text cell,
order of columns, spare spaces) leaves no trace in it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.buku.sel import SelSalah, baca_isi, kutip
from kinerja.buku.tafsir import LembarTafsir
from kinerja.model.kolom import Kolom, Lembar
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.baca import Nilai, rapikan, terbaca_ganda


def teks_kanonik(nilai: Any) -> str:
    """Write a typed cell as the text that reads back to it; empty stays empty."""
    if nilai is None:
        return ""
    if isinstance(nilai, Nilai):
        return nilai.teks
    if isinstance(nilai, Decimal):
        teks = format(nilai.normalize(), "f").replace(".", ",")
        return f"{teks}0" if terbaca_ganda(teks) else teks  # three decimals alone could be thousands
    return str(nilai)


def teks_mentah(skema: Lembar, kolom: str, isi: IsiSel) -> str:
    """Write a cell as the text it will be stored as, for keys and comparisons; one that cannot be read as it stands."""
    dikenal = next((k for k in skema.kolom if k.nama == kolom), None)
    if dikenal is not None:
        try:
            return teks_kanonik(baca_isi(dikenal, isi, lambda: ("", None)))
        except SelSalah:
            pass  # it becomes a finding, or is a value that is read by its satuan or scale
    return rapikan(kutip(isi))


def kanonik(tafsir: Mapping[str, LembarTafsir]) -> tuple[LembarMentah, ...]:
    """Return the sheets in canonical form, in the order and with the columns of the schema, unknown columns last.

    A column that came later and that no row fills is left out, so that older versions keep their hash. A sheet without
    rows is left out: whether it stands empty in the workbook or is missing makes no difference.
    """
    return tuple(_lembar(s, tafsir[s.nama]) for s in SEMUA_LEMBAR if s.nama in tafsir and tafsir[s.nama].baris)


def _lembar(skema: Lembar, tafsir: LembarTafsir) -> LembarMentah:
    lain = list(dict.fromkeys(j for b in tafsir.baris for j in b.lain))
    kolom = [k.nama for k in skema.kolom if not k.tambahan or _terisi(k, tafsir)]
    judul: tuple[IsiSel, ...] = (*kolom, *lain)
    baris: list[tuple[int, tuple[IsiSel, ...]]] = [(1, judul)]
    for nomor, b in enumerate(tafsir.baris, 2):
        isi = [teks_kanonik(b.isi.get(k)) or None for k in kolom]
        baris.append((nomor, (*isi, *(b.lain.get(j) for j in lain))))
    return LembarMentah(skema.nama, tuple(baris))


def _terisi(kolom: Kolom, tafsir: LembarTafsir) -> bool:
    return any(teks_kanonik(b.isi.get(kolom.nama)) not in ("", kolom.bawaan) for b in tafsir.baris)


def sidik_kanonik(lembar: Iterable[LembarMentah]) -> str:
    """Return the sha256 of a workbook's canonical rows; two versions with the same one are identical."""
    isi = [[s.nama, [sel for _, sel in s.baris]] for s in lembar]
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
