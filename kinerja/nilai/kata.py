"""What stands around a figure: words for not available, marks of footnotes, words and signs of bounds."""

import re
from decimal import Decimal
from enum import StrEnum

_TAK_TERSEDIA = frozenset({"", "n/a", "na", "tad", "belumrilis", "belumdirilis", "belumtersedia", "tidaktersedia"})
"""Words for not available, without the spaces and dots that they are written with in one way or another."""
_TITIK_SPASI = re.compile(r"[\s.\u2026]")


def tak_tersedia(teks: str) -> bool:
    """Tell whether a cell says that there is no value: empty, ``-``, ``…``, ``n.a.``, ``belum rilis``."""
    return _TITIK_SPASI.sub("", teks).casefold().strip("-") in _TAK_TERSEDIA


# --- marks of footnotes -----------------------------------------------------------------------------------------------

_DIGIT_TINGGI = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_TANDA_BELAKANG = re.compile(
    rf"\*{{1,3}}\)?$|[†‡§]$|[{_DIGIT_TINGGI}]+[\u207e)]?$|(?<=\s)\d{{1,2}}\)$|(?<=[\d\s%])[a-z]\)$|(?<=[\d\s%])[er]$"
)
"""A star, a dagger, a raised number, ``1)`` apart from the figure, ``r)``, and the r and e of Badan Pusat Statistik."""
_TANDA_DEPAN = re.compile(r"\*{1,3}\s*(?=[\d(+-])")
_TERPANJANG = 8
_AKHIR_ANGKA = re.compile(r"[\d%)]$")
_BERHURUF = re.compile(r"[a-z]")


def pisahkan_tanda(teks: str) -> tuple[str, str]:
    """Split a figure from the mark of a footnote beside it, as (figure, mark); the mark is empty where there is none.

    A number that touches the digits (``70,101)``) is no mark: nobody can tell where the figure ends.
    """
    depan = _TANDA_DEPAN.match(teks)
    if depan:
        return teks[depan.end() :], depan[0].strip()
    belakang = _TANDA_BELAKANG.search(teks, max(0, len(teks) - _TERPANJANG))
    sisa = teks[: belakang.start()].rstrip() if belakang else ""
    if belakang is None or not sisa:
        return teks, ""
    tanda = belakang[0]
    if tanda.endswith(")") and teks.count("(") >= teks.count(")"):
        return teks, ""
    if _BERHURUF.match(tanda) and not _AKHIR_ANGKA.search(sisa):
        return teks, ""
    return sisa, tanda


def tanda_sementara(tanda: str) -> bool:
    """Tell whether a mark says that the figure is provisional: ``*``, and ``**`` (very provisional)."""
    return tanda.rstrip(")") in ("*", "**")


_DIGIT = "0123456789"
_SEMUA_TINGGI = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"


def tinggikan(tanda: str) -> str:
    """Write a raised mark the way it looks: ``2`` as ``²``; what has no raised form stays."""
    return tanda.translate(str.maketrans(_DIGIT, _SEMUA_TINGGI))


def ratakan(teks: str) -> str:
    """Write raised digits as plain ones: ``km²`` as ``km2``."""
    return teks.translate(str.maketrans(_SEMUA_TINGGI, _DIGIT))


# --- bounds -----------------------------------------------------------------------------------------------------------


class Batas(StrEnum):
    """On which side of its number a target given as a bound is reached."""

    MINIMAL = ">="
    LEBIH = ">"
    MAKSIMAL = "<="
    KURANG = "<"

    def dicapai(self, nilai: Decimal, batas: Decimal) -> bool:
        """Tell whether `nilai` lies on the right side of `batas`."""
        if nilai == batas:
            return self in (Batas.MINIMAL, Batas.MAKSIMAL)
        return (nilai > batas) == (self in (Batas.MINIMAL, Batas.LEBIH))


_KATA_BATAS = {
    Batas.MINIMAL: "≥ ≧ ⩾ >= => min minimal minimum sekurang-kurangnya setidaknya paling_sedikit paling_rendah",
    Batas.LEBIH: "> lebih_dari lebih_besar_dari di_atas diatas",
    Batas.MAKSIMAL: "≤ ≦ ⩽ <= =< maks maksimal maksimum max setinggi-tingginya paling_banyak paling_tinggi",
    Batas.KURANG: "< kurang_dari lebih_kecil_dari di_bawah dibawah",
}
_ARTI_BATAS = {kata.replace("_", " "): batas for batas, semua in _KATA_BATAS.items() for kata in semua.split()}
_BATAS = re.compile(
    "({}|(?:{})(?:\\.|(?=[\\s\\d])))\\s*(?=\\S)".format(
        *(
            "|".join(re.escape(k) for k in sorted(_ARTI_BATAS, key=len, reverse=True) if k[0].isalpha() is huruf)
            for huruf in (False, True)
        )
    ),
    re.IGNORECASE | re.ASCII,
)


def pisahkan_batas(teks: str) -> tuple[Batas | None, str]:
    """Split the sign or word of a bound from what follows it: ``≥ 70``, ``maks. 3``; None where there is none."""
    cocok = _BATAS.match(teks)
    if cocok is None:
        return None, teks
    return _ARTI_BATAS[cocok[1].rstrip(".").lower()], teks[cocok.end() :]
