"""What stands around a figure: words for not available, marks of footnotes, words and signs of bounds."""

import re
from decimal import Decimal
from enum import StrEnum

_TAK_TERSEDIA = frozenset({"", "n/a", "na", "tad", "null", "(null)"})
"""Words for not available, without the spaces and dots that they are written with in one way or another."""
_DATA = r"(?:data|nilai|angka)(?:nya)?"
_BELUM_ADA = re.compile(
    rf"(?:{_DATA})?(?:(?:belum|blm)(?:(?:di)?rilis|(?:di)?terbit(?:kan)?|tersedia|ada)|(?:tidak|tdk)tersedia)"
    rf"(?:{_DATA})?(?:(?:oleh|dari)?bps)?|(?:tidak|tdk)ada{_DATA}|{_DATA}(?:tidak|tdk)ada"
)
"""That figures are not there yet; ``tidak ada`` alone may as well mean none at all, which is a zero."""
_AWAL_BELUM = tuple("abdnt")
_GARIS = re.compile(r"(?:rp)?\(?-+(?:,-+)?\)?%?")
_TITIK_SPASI = re.compile(r"[\s.\u2026]")


def tak_tersedia(teks: str) -> bool:
    """Tell whether a cell says that there is no value: empty, ``-``, ``…``, ``n.a.``, ``data belum tersedia``."""
    rapat = _TITIK_SPASI.sub("", teks).casefold()
    belum = rapat.startswith(_AWAL_BELUM) and _BELUM_ADA.fullmatch(rapat) is not None
    return belum or rapat.strip("-") in _TAK_TERSEDIA or hanya_garis(teks)


def hanya_garis(teks: str) -> bool:
    """Tell whether a dash stands in place of a figure, also as money or in parentheses: ``-``, ``Rp -,-``, ``(-)``."""
    return "-" in teks and _GARIS.fullmatch(_TITIK_SPASI.sub("", teks).casefold()) is not None


# --- marks of footnotes -----------------------------------------------------------------------------------------------

_TINGGI = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u1d43-\u1d5b\u1d9c-\u1dbb\u02b0-\u02b8\u02e1-\u02e3\u2071\u207f"
"""Digits and letters that are raised by themselves."""
_BINTANG = "*\u204e\u2217\uff0a\ufe61\u066d"
_TANDA_BELAKANG = re.compile(
    rf"\(?[{_BINTANG}]{{1,3}}\)?$|[†‡§]$|[\u207d(]?[{_TINGGI}]+[\u207e)]?$|\[\w{{1,2}}\]$|(?<=\s)\d{{1,2}}\)$"
    r"|(?<=[\d\s%])[a-z]\)$|(?<=[\d\s%])[er]$"
)
"""A star, a dagger, a raised sign, ``[1]``, ``1)`` apart from the figure, ``r)``, and the r and e of Badan Pusat
Statistik."""
_TANDA_DEPAN = re.compile(rf"(?:[{_BINTANG}]{{1,3}}\)?|[{_TINGGI}]+[\u207e)]?)\s*(?=[\d(+-])")
_KATA_SEMENTARA = re.compile(r"(?<=[\d\s%)])\(?(?:angka )?(?:sangat )?sementara\)?$", re.IGNORECASE)
_TERPANJANG = 8
_AKHIR_SEMENTARA = ("a", "a)", "A", "A)")
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
    if belakang is None and teks.endswith(_AKHIR_SEMENTARA):
        belakang = _KATA_SEMENTARA.search(teks)
    sisa = teks[: belakang.start()].rstrip() if belakang else ""
    if belakang is None or not sisa:
        return teks, ""
    tanda = belakang[0]
    if tanda.endswith(")") and "(" not in tanda and teks.count("(") >= teks.count(")"):
        return teks, ""
    if _BERHURUF.match(tanda.lstrip("(")) and not _AKHIR_ANGKA.search(sisa):
        return teks, ""
    return sisa, tanda


def tanda_sementara(tanda: str) -> bool:
    """Tell whether a mark says that the figure is provisional: ``*``, ``**`` (very provisional), or the word."""
    polos = tanda.strip("()")
    return polos.casefold().endswith("sementara") or (0 < len(polos) < 3 and not polos.strip(_BINTANG))


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
    Batas.MINIMAL: "≥ ≧ ⩾ >= => min minimal minimum sekurang-kurangnya sekurangnya setidaknya setidak-tidaknya "
    "sedikitnya paling_sedikit paling_rendah paling_kecil paling_kurang tidak_kurang_dari",
    Batas.LEBIH: "> ＞ ﹥ lebih_dari lebih_besar_dari lebih_tinggi_dari di_atas diatas",
    Batas.MAKSIMAL: "≤ ≦ ⩽ <= =< maks maksimal maksimum max maximal maximum setinggi-tingginya sebanyak-banyaknya "
    "paling_banyak paling_tinggi paling_besar paling_lama tidak_lebih_dari tidak_melebihi",
    Batas.KURANG: "< ＜ ﹤ kurang_dari lebih_kecil_dari lebih_rendah_dari di_bawah dibawah",
}
_BATAS_BELAKANG = re.compile(r"\s?(?:(ke ?atas|atau lebih|\+)|(ke ?bawah|atau kurang))$", re.IGNORECASE)
"""What may stand behind a figure instead: ``70 ke atas``, ``3 atau kurang``, ``70+``."""
_DIGIT_AKHIR = re.compile(r"\d[%)]?$")
_ARTI_BATAS = {kata.replace("_", " "): batas for batas, semua in _KATA_BATAS.items() for kata in semua.split()}
_BATAS = re.compile(
    "({}|(?:{})(?:\\.|(?=[\\s\\d:])))\\s*:?\\s*(?=\\S)".format(
        *(
            "|".join(re.escape(k) for k in sorted(_ARTI_BATAS, key=len, reverse=True) if k[0].isalpha() is huruf)
            for huruf in (False, True)
        )
    ),
    re.IGNORECASE | re.ASCII,
)


def pisahkan_batas(teks: str) -> tuple[Batas | None, str]:
    """Split the sign or word of a bound from its figure: ``≥ 70``, ``maks. 3``, ``70 ke atas``; None without one."""
    cocok = _BATAS.match(teks)
    if cocok is None:
        belakang = _BATAS_BELAKANG.search(teks, max(0, len(teks) - _TERPANJANG * 2))
        sisa = teks[: belakang.start()].rstrip() if belakang else ""
        if belakang is None or not _DIGIT_AKHIR.search(sisa.removesuffix("persen").rstrip()):
            return None, teks
        return Batas.MINIMAL if belakang[1] else Batas.MAKSIMAL, sisa
    return _ARTI_BATAS[cocok[1].rstrip(".").lower()], teks[cocok.end() :]
