"""Names compared by one rule (DESIGN section 4, "Names"): what counts in a name, and what is only its spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from kinerja.nilai.kelompok import himpun


class JenisNama(StrEnum):
    """Kinds of names; only names of one kind are held against each other."""

    WILAYAH = "Wilayah"
    OPD = "OPD"
    PROGRAM = "Program"
    KEGIATAN = "Kegiatan"
    SUB_KEGIATAN = "Sub kegiatan"
    UKURAN = "Ukuran"


class SebutanWilayah(StrEnum):
    """What kind of region the word before its name says."""

    TANPA = ""
    KABUPATEN = "Kabupaten"
    KOTA = "Kota"
    PROVINSI = "Provinsi"


JENIS_ANGGARAN = (JenisNama.PROGRAM, JenisNama.KEGIATAN, JenisNama.SUB_KEGIATAN)
"""Levels of a budget line, from above."""
NEGARA = frozenset({"nasional", "indonesia", "republikindonesia", "ri", "nkri"})
"""What the nation is called, as `kunci_nama` gives it."""

HURUF_SATU, HURUF_DUA = 5, 10
"""From so many letters on, a word may be one, or two, letters away from another and still be the same word."""
TETANGGA = 40
"""How many names of one beginning are held against a name: a cap on cost, far above what one workbook has."""
INGATAN = 16_384
PANJANG_DIINGAT = 160
"""Names come again and again, sentences do not: only short texts are remembered."""

_PERLU = re.compile(r"[^ -~]|[-/'\"`_]")
TANDA_HUBUNG = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_TANDA_PETIK = "'\"`\u00b4\u02bc\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb"
_TAK_TAMPAK = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
_LURUS = str.maketrans(TANDA_HUBUNG, "-" * len(TANDA_HUBUNG), _TANDA_PETIK + _TAK_TAMPAK)
_ESKEP = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RAPAT = re.compile(r"\s*([/-])\s*")
_KATA_ANGGARAN = re.compile(r"^(?:sub-?kegiatan|kegiatan|program)[:.-]*(?=\w)")
_KATA_WILAYAH = re.compile(
    r"^(?:(kabupaten|kab\b\.?)|(kota)|(provinsi|propinsi|prov\b\.?))(?:\s+(?:administrasi|adm\b\.?))?(?:\s+|(?<=\.))(?=\w)"
)
_KATA = re.compile(r"\w+")
_ANGKA = re.compile(r"\d|^(?:[a-z]|[ivxlc]+)$")
_SEBUTAN = (SebutanWilayah.KABUPATEN, SebutanWilayah.KOTA, SebutanWilayah.PROVINSI)
_KEMBAR = str.maketrans("авекмнорстухіјѕԁɡαινορτυχ", "abekmhopctyxijsdgaivoptux")
"""Letters of other alphabets that look like Latin ones (lower case)."""


def samakan(teks: str) -> str:
    """Normalise a name for comparison.

    Case, spare spaces (also around / and -), the kind of a dash, quotes, invisible signs and `_xHHHH_` escapes do not
    count.
    """
    return _samakan_singkat(teks) if len(teks) <= PANJANG_DIINGAT else _samakan(teks)


def samakan_teks(teks: str) -> str:
    """Normalise a text that is no name: only case and spare spaces do not count."""
    return " ".join(teks.split()).casefold()


def _samakan(teks: str) -> str:
    if _PERLU.search(teks):
        teks = _ESKEP.sub(lambda m: chr(int(m[1], 16)), teks)
        if not teks.isascii():
            teks = tanpa_tak_tampak(unicodedata.normalize("NFC", teks))
        teks = _RAPAT.sub(r"\1", teks.translate(_LURUS))
    return " ".join(teks.split()).casefold()


def tanpa_tak_tampak(teks: str) -> str:
    """Drop the signs that nobody sees: zero-width spaces, marks of direction, a byte order mark."""
    return teks if teks.isascii() else "".join(c for c in teks if unicodedata.category(c) != "Cf")


_samakan_singkat = lru_cache(maxsize=INGATAN)(_samakan)


def rupa(teks: str) -> str:
    """Return what the eye sees of a name: no spaces, and each letter as the Latin one it looks like."""
    return samakan(teks).replace(" ", "").translate(_KEMBAR)


def kunci_nama(jenis: JenisNama, teks: str) -> str:
    """Return what a name of a kind comes down to: `samakan` without any space, without the word for its kind.

    The word before a region (Kabupaten, Kota, Provinsi) stays: whether it counts depends on the other regions.
    """
    rapat = samakan(teks).replace(" ", "")
    return _KATA_ANGGARAN.sub("", rapat) if jenis in JENIS_ANGGARAN else rapat


def pisah_wilayah(teks: str) -> tuple[SebutanWilayah, str]:
    """Split a region's name into the word before it and the key of the rest: Kab. Jaya Raya is Kabupaten, jayaraya."""
    sebutan, sisa = SebutanWilayah.TANPA, samakan(teks)
    while kata := _KATA_WILAYAH.match(sisa):
        sebutan = next(s for s, bagian in zip(_SEBUTAN, kata.groups(), strict=True) if bagian)
        sisa = sisa[kata.end() :]
    return sebutan, sisa.replace(" ", "")


def padankan_wilayah(dicari: Collection[str], ada: Iterable[str]) -> dict[str, str]:
    """Return for each region that is looked for the one that stands: of just this name, else the only one of its rest.

    A name that stands already for another is no second one's: Kota Bandung is not Bandung where both are looked for.
    """
    menurut_nama = {samakan(n): n for n in ada}
    hasil = {n: menurut_nama[samakan(n)] for n in dicari if samakan(n) in menurut_nama}
    sisa = himpun((pisah_wilayah(n)[1], n) for n in menurut_nama.values() if n not in hasil.values())
    for nama in dicari:
        senama = sisa.get(pisah_wilayah(nama)[1], []) if nama not in hasil else []
        if len(senama) == 1:
            hasil[nama] = senama[0]
    return hasil


def mirip(satu: str, lain: str) -> bool:
    """Tell whether two different names are a letter or two apart, or the same words in another order.

    Numbers and single letters tell names apart, and so does a short word (Utara and Barat are no spellings).
    """
    return samakan(satu) != samakan(lain) and _mirip(_kata(satu), _kata(lain))


def pasangan_mirip(nama: Iterable[str], kunci: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of names that are alike but not the same by `kunci`, the earlier one first.

    Only names that share all their words but one are held against each other, so that thousands of names do not cost
    their square.
    """
    semua = [(n, _kata(n)) for n in dict.fromkeys(nama)]
    dilihat: set[tuple[int, int]] = set()
    for kotak in himpun((petak, i) for i, (_, kata) in enumerate(semua) for petak in _petak(kata)).values():
        for urutan, i in enumerate(kotak):
            for k in kotak[urutan + 1 : urutan + 1 + TETANGGA]:
                if (i, k) not in dilihat:
                    dilihat.add((i, k))
                    (satu, kata), (lain, kata_lain) = semua[i], semua[k]
                    if _mirip(kata, kata_lain) and kunci(satu) != kunci(lain):
                        yield satu, lain


def _kata(nama: str) -> tuple[str, ...]:
    """Return the words of a name, sorted, with look-alike letters of other alphabets made Latin."""
    return tuple(sorted(_KATA.findall(samakan(nama).translate(_KEMBAR))))


def _petak(kata: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the boxes a name lies in: all its words but one; with the first or last letter of a word that is alone."""
    yield kata
    for i, satu in enumerate(kata):
        sisa = kata[:i] + kata[i + 1 :]
        if sisa:
            yield "", *sisa
        else:
            yield "", "awal", satu[:2]
            yield "", "akhir", satu[-2:]


def _mirip(kata: tuple[str, ...], lain: tuple[str, ...]) -> bool:
    if kata == lain:
        return True
    beda, beda_lain = list((Counter(kata) - Counter(lain)).elements()), list((Counter(lain) - Counter(kata)).elements())
    if len(beda) != 1 or len(beda_lain) != 1:
        return False
    satu, dua = beda[0], beda_lain[0]
    if _ANGKA.search(satu) or _ANGKA.search(dua):
        return False
    pendek = min(len(satu), len(dua))
    batas = 0 if pendek < HURUF_SATU else 1 if pendek < HURUF_DUA else 2
    # Return how many letters must be put in, left out or changed; anything above `batas` when it is more.
    if abs(len(satu) - len(dua)) > batas or (Counter(satu) - Counter(dua)).total() > batas:
        jarak = batas + 1
    else:
        baris = list(range(len(dua) + 1))
        for i, huruf in enumerate(satu, 1):
            lama, baris[0] = baris[0], i
            for k, lawan in enumerate(dua, 1):
                lama, baris[k] = baris[k], min(baris[k] + 1, baris[k - 1] + 1, lama + (huruf != lawan))
        jarak = baris[-1]
    return jarak <= batas
