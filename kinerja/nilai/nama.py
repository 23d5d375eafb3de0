"""Names compared by one rule (DESIGN section 4, "Names"): what counts in a name, and what is only its spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
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
HURUF_BEDA, KATA_BEDA = 2, 2
"""How many letters one word of a name may be away, and how many words."""
HURUF_BANYAK = 7
"""From so many letters on a word may be a letter away beside another that is."""
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
_SEBUTAN_WILAYAH = r"(?:(kabupaten|kab)|(kotamadya|kota|kodya)|(provinsi|propinsi|prov))"
_KATA_WILAYAH = re.compile(rf"^[\W\d_]*{_SEBUTAN_WILAYAH}[\W_]+(?:(?:administrasi|adm)[\W_]+)?(?=\w)")
_EKOR_WILAYAH = re.compile(rf"\s*[,(]\s*{_SEBUTAN_WILAYAH}\W*$")
"""The word behind a name: Jaya Raya, Kab. or Jaya Raya (Kota)."""
_AWAL_WILAYAH = re.compile(r"^[\W\d_]+(?=\w)")
"""The number of a row before a region; no region's name begins with one."""
_BUKAN_HURUF = re.compile(r"[\W_]+")
_TANDA_BACA = re.compile(r"(?<!\d)[-.,:;()\[\]/]|[-.,:;()\[\]/](?!\d)")
"""What stands between words and is no part of a name; between digits it is."""
_NOMOR = re.compile(
    r"^(?:(\d+(?:\.\d+)+)\.?[\s):-]+|(\d+|[a-z]|[ivxlc]+)(?:\s*[.)]\s*-?|\s+-\s?|-(?=\D))\s*)(?=[^\W\d])"
)
"""The number or letter of a list before a name: 1.02.01 Program, 2) Kegiatan, a. Sub kegiatan."""
_KATA = re.compile(r"\w+")
_AKRONIM = re.compile(r"\(\s*([a-z]{2,8})\s*\)\s*$")
_SAMBUNG = frozenset({"dan"})
_SINGKATAN = {"kab": "kabupaten", "kec": "kecamatan", "kel": "kelurahan", "prov": "provinsi", "propinsi": "provinsi"}
_BERULANG = re.compile(r"(.)\1+")
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


@lru_cache(maxsize=INGATAN)
def rangka_kode(kode: str) -> str:
    """Return what a slip leaves of a code: no signs or spaces, each letter as the Latin one it looks like.

    Of a code of digits nothing may go: 1.1, 1,1 and 11 are three.
    """
    rapat = _BUKAN_HURUF.sub("", unicodedata.normalize("NFKC", samakan(kode)).casefold().translate(_KEMBAR))
    return samakan(kode) if rapat.isdecimal() else rapat


def kunci_nama(jenis: JenisNama, teks: str) -> str:
    """Return what a name of a kind comes down to: `samakan` without spaces, signs between words, the word for its kind.

    The word before a region (Kabupaten, Kota, Provinsi) stays: whether it counts depends on the other regions.
    """
    rapat = samakan(teks).replace(" ", "")
    if jenis is JenisNama.WILAYAH:
        return _BUKAN_HURUF.sub("", rapat)
    if jenis in JENIS_ANGGARAN:
        rapat = _KATA_ANGGARAN.sub("", rapat)
    return rapat if rapat.isalnum() else _TANDA_BACA.sub("", rapat.replace("&", "dan")) or rapat


def tanpa_nomor(teks: str) -> str:
    """Return a name without the number before it (1.02.01 Program, a. Kegiatan); the empty text where there is none."""
    polos = samakan(teks)
    nomor = _NOMOR.match(polos)
    return polos[nomor.end() :] if nomor else ""


def pisah_wilayah(teks: str) -> tuple[SebutanWilayah, str]:
    """Split a region's name into the word before it and the key of the rest: Kab. Jaya Raya is Kabupaten, jayaraya."""
    sebutan, sisa = SebutanWilayah.TANPA, samakan(teks)
    if ekor := _EKOR_WILAYAH.search(sisa):
        sebutan, sisa = _sebutan(ekor), sisa[: ekor.start()]
    while kata := _KATA_WILAYAH.match(sisa):
        sebutan, sisa = _sebutan(kata), sisa[kata.end() :]
    return sebutan, _BUKAN_HURUF.sub("", _AWAL_WILAYAH.sub("", sisa))


def _sebutan(cocok: re.Match[str]) -> SebutanWilayah:
    return next(s for s, bagian in zip(_SEBUTAN, cocok.groups(), strict=True) if bagian)


def padankan_wilayah(dicari: Collection[str], ada: Iterable[str]) -> dict[str, str]:
    """Return for each region that is looked for the one that stands: of just this name, else the only one of its rest.

    Where city and regency of one rest are looked for, the word before it counts, and without one it is the regency:
    Kota Bandung is not Bandung there.
    """
    menurut_nama = {samakan(n): n for n in ada}
    hasil = {n: menurut_nama[samakan(n)] for n in dicari if samakan(n) in menurut_nama}
    senama = Counter(pisah_wilayah(n)[1] for n in dicari)

    def kunci(nama: str) -> tuple[str, bool]:
        sebutan, sisa = pisah_wilayah(nama)
        return sisa, senama[sisa] > 1 and sebutan is SebutanWilayah.KOTA

    sisa = himpun((kunci(n), n) for n in menurut_nama.values() if n not in hasil.values())
    for nama in dicari:
        milik = sisa.get(kunci(nama), []) if nama not in hasil else []
        if len(milik) == 1:
            hasil[nama] = milik[0]
    return hasil


def mirip(satu: str, lain: str) -> bool:
    """Tell whether two different names are a letter or two apart, or the same words in another order.

    Numbers and single letters tell names apart, and so does a short word (Utara and Barat are no spellings); a number
    of a list before one of them does not, nor does its own acronym behind it.
    """
    return samakan(satu) != samakan(lain) and _mirip(_Rupa.dari(satu), _Rupa.dari(lain))


def pasangan_mirip(nama: Iterable[str], kunci: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of names that are alike but not the same by `kunci`, the earlier one first.

    Only names that share all their words but one, or the ends of all their words, are held against each other, so that
    thousands of names do not cost their square.
    """
    berbeda: dict[str, str] = {}
    for satu in nama:
        berbeda.setdefault(kunci(satu), satu)
    semua = [(n, _Rupa.dari(n)) for n in berbeda.values()]
    dilihat: set[tuple[int, int]] = set()
    for kotak in himpun((petak, i) for i, (_, r) in enumerate(semua) for petak in _petak(r.kata)).values():
        for urutan, i in enumerate(kotak):
            for k in kotak[urutan + 1 : urutan + 1 + TETANGGA]:
                if i != k and (i, k) not in dilihat:
                    dilihat.add((i, k))
                    if _mirip(semua[i][1], semua[k][1]):
                        yield semua[i][0], semua[k][0]


@dataclass(frozen=True, slots=True)
class _Rupa:
    """What names are held against each other by: the number before it, and its words, sorted."""

    nomor: str
    kata: tuple[str, ...]

    @classmethod
    def dari(cls, nama: str) -> "_Rupa":
        """Take a name apart; look-alike letters of other alphabets become Latin, short forms are written out."""
        polos = samakan(nama).translate(_KEMBAR)
        nomor = _NOMOR.match(polos)
        sisa = polos[nomor.end() :] if nomor else polos
        akronim = _AKRONIM.search(sisa)
        if akronim and akronim[1] == "".join(k[0] for k in _KATA.findall(sisa[: akronim.start()])):
            sisa = sisa[: akronim.start()]
        kata = (_SINGKATAN.get(k, k) for k in _KATA.findall(sisa) if k not in _SAMBUNG)
        return cls(nomor[0] if nomor else "", tuple(sorted(kata)))


def _petak(kata: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the boxes a name lies in: all its words but one; how all its words begin, and how they end."""
    yield kata
    for i in range(len(kata) if len(kata) > 1 else 0):
        yield "", *kata[:i], *kata[i + 1 :]
    yield "", "awal", *(k[:2] for k in kata)
    yield "", "akhir", *sorted(k[-2:] for k in kata)


def _mirip(satu: _Rupa, lain: _Rupa) -> bool:
    if satu.nomor and lain.nomor and satu.nomor != lain.nomor:
        return False
    if satu.kata == lain.kata:
        return True
    beda = [k for k in satu.kata if k not in lain.kata]
    beda_lain = [k for k in lain.kata if k not in satu.kata]
    if len(beda) != len(beda_lain) or not 0 < len(beda) <= KATA_BEDA or any(map(_ANGKA.search, (*beda, *beda_lain))):
        return False
    if len(beda) > 1 and min(map(len, (*beda, *beda_lain))) < HURUF_BANYAK:
        return False
    paling = HURUF_BEDA if len(beda) == 1 else 1
    for kata in beda:
        padanan = next((k for k in beda_lain if _salah_ketik(kata, k, paling)), None)
        if padanan is None:
            return False
        beda_lain.remove(padanan)
    return True


@lru_cache(maxsize=INGATAN)
def _salah_ketik(satu: str, dua: str, paling: int) -> bool:
    """Tell whether a slip of the finger tells two words apart: a letter doubled, or few put in, left out or changed."""
    if len(satu) != len(dua) and _BERULANG.sub(r"\1", satu) == _BERULANG.sub(r"\1", dua):
        return True
    pendek = min(len(satu), len(dua))
    batas = min(paling, 0 if pendek < HURUF_SATU else 1 if pendek < HURUF_DUA else 2)
    if abs(len(satu) - len(dua)) > batas or (Counter(satu) - Counter(dua)).total() > batas:
        return False
    baris = list(range(len(dua) + 1))
    for i, huruf in enumerate(satu, 1):
        lama, baris[0] = baris[0], i
        for k, lawan in enumerate(dua, 1):
            lama, baris[k] = baris[k], min(baris[k] + 1, baris[k - 1] + 1, lama + (huruf != lawan))
    return baris[-1] <= batas
