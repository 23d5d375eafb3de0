"""Reading one value: the rules of DESIGN section 5, used for the workbook and for every test alike.

A value is read once into a `Nilai`. What cannot be read raises `NilaiTakTerbaca`, which says what stands there and
what to write instead.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from enum import StrEnum
from functools import cache, lru_cache

from kinerja.nilai.angka import PRESISI, Bilangan, bulatkan, desimal, format_angka, jumlah_desimal
from kinerja.nilai.kata import Batas, pisahkan_batas, pisahkan_tanda, tak_tersedia
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import TANDA_HUBUNG, samakan, tanpa_tak_tampak
from kinerja.nilai.pasti import pasti
from kinerja.nilai.satuan import PERSEN, ejaan_satuan, satuan_rupiah
from kinerja.nilai.skala import Skala


class JenisNilai(StrEnum):
    """What kind of thing a cell holds."""

    ANGKA = "angka"
    RENTANG = "rentang"
    LEVEL = "level"
    RASIO = "rasio"
    PREDIKAT = "predikat"
    BATAS = "batas"
    TEKS = "teks"
    KOSONG = "kosong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai:
    """One value as read.

    Attributes:
        teks: as the user reads it.
        jenis: kind of value.
        angka: what is calculated with (the midpoint of a range, the numerator of a level), else None.
        bawah, atas: ends of a range.
        penyebut: denominator of a level.
        predikat: the grade, alone or beside the number.
        desimal: decimals printed, which tell how far the figure was rounded; negative for `54 Triliun`.
        gaya_inggris: commas were read as English thousands separators.
        batas: on which side of its number a bound is reached, else None.
        tanda: the mark of a footnote that stood beside the figure; no part of `teks`.
    """

    teks: str
    jenis: JenisNilai
    angka: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    penyebut: Decimal | None = None
    predikat: str | None = None
    desimal: int = 0
    gaya_inggris: bool = False
    batas: Batas | None = None
    tanda: str = ""

    @property
    def ada(self) -> bool:
        """Whether a value stands there at all."""
        return self.jenis is not JenisNilai.KOSONG

    @property
    def bilangan(self) -> Decimal:
        """The number of a value that was chosen for having one.

        Raises:
            NilaiHilang: when it has none.
        """
        return pasti(self.angka, f"angka “{self.teks}”")


KOSONG = Nilai(teks="", jenis=JenisNilai.KOSONG)


class NilaiTakTerbaca(ValueError):  # noqa: N818 - Indonesian, and the name already says it is a failure
    """A cell that cannot be read; `pesan` says what stands there, `saran` what to write.

    `tanpa_skala` tells a word apart that a Skala nilai would make a grade.
    """

    def __init__(self, pesan: str, saran: str, *, tanpa_skala: bool = False) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran
        self.tanpa_skala = tanpa_skala


SARAN_ANGKA = "Tulis angka dengan koma sebagai desimal dan titik sebagai pemisah ribuan, misalnya 1.234,56"
SARAN_KOSONG = "kosongkan sel bila nilainya belum tersedia"
KELIPATAN = {
    "ribu": Decimal(10) ** 3,
    "rb": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "jt": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "milyard": Decimal(10) ** 9,
    "miliyar": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
    "trilyun": Decimal(10) ** 12,
    "trilliun": Decimal(10) ** 12,
    "triliyun": Decimal(10) ** 12,
}
PANJANG_ANGKA_MAKS = 30
DESIMAL_MAKS = 60
"""Decimals of a number that can be calculated with; the noise of a spreadsheet's sums has half as many."""
_HUBUNG = str.maketrans(dict.fromkeys(TANDA_HUBUNG, "-"))
_LUNAK = re.compile("\u00ad(?=[0-9])")
_PETIK = re.compile(r"^['`\u00b4\u2018\u2019]+(?=[\d(+<>=-])")
"""The sign before a figure that makes it a text in a spreadsheet."""
_SINGKAT = re.compile(r"(.*\d)\s?([MT])")
_SINGKATAN = {"M": "miliar", "T": "triliun"}
"""How money is written short, as this program writes it too; elsewhere M may be metres or millions."""

_INDONESIA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_TITIK_DESIMAL = re.compile(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})")
_INGGRIS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_KOMA_TIGA = re.compile(r"[1-9]\d{0,2},\d{3}")
"""What reads as thousands in English and as three decimals in Indonesian."""
_BERKOMA_RIBUAN = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?![\d,])")
_BERKOMA_TITIK = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d+(?![\d,.])")
_INGGRIS_PENDEK = re.compile(r"[1-9]\d{0,2},\d{3}(?:\.\d+)?")
"""What is one group of thousands in a column whose commas separate thousands."""
_ANGKA = r"[+-]?[\d.,]*\d"
_SAMPAI = r"(?:-|~|s\s?/\s?d\.?|s\.?\s?d\.?|sampai(?: dengan)?|hingga)"
_RENTANG = re.compile(rf"({_ANGKA})\s*([^\d+-]*?)\s*{_SAMPAI}\s*(?:rp\.?\s*)?({_ANGKA})\s*([^\d]*)", re.I | re.A)
_ANTARA = re.compile(rf"(?:antara|dari|kisaran)\s+(.*?\d.*?)\s*(?:dan|{_SAMPAI})\s*(.*\d.*)", re.I)
_LEVEL = re.compile(r"(\d{1,4})\s*(?:/|dari)\s*(\d{1,4})")
_RASIO = re.compile(r"\d[\d.,]*\s*:\s*\d[\d.,]*")
_KURUNG = re.compile(r"\((.+)\)")
_SEKITAR_RUPIAH = re.compile(r"^(?:rp|idr)\.?\s*(?=[\d(+-])|[,.]-$", re.IGNORECASE)
"""What stands before and behind an amount of money: ``Rp 1.000,-``."""
_KELIPATAN = re.compile(rf"(.*\d)\s*({'|'.join(KELIPATAN)})\b\.?", re.IGNORECASE | re.ASCII)
_KATA = r"[^\W\d_][^\d()]*?"
_ANGKA_PREDIKAT = re.compile(rf"([+-]?\d[^()]*)\(({_KATA})\)")
_PREDIKAT_ANGKA = re.compile(
    rf"({_KATA})\s*[:=,;/-]?\s*(?:\(\s*(?:(?:skor|nilai|indeks)\b)?[\s:=]*([+-]?\d[^()]*)\)|(?<=[\s:=,;/-])([+-]?\d[^()]*))",
    re.IGNORECASE | re.ASCII,
)
_ANGKA_LALU_PREDIKAT = re.compile(rf"([+-]?\d[^()]*?[\d%])(?:\s+|\s*[,;/-]\s*)({_KATA})")
_TANDA_MENEMPEL = re.compile(rf"{_ANGKA}\)")
_DENGAN_KATA = re.compile(
    rf"(?:(?:sekitar|kurang lebih|kira-kira|hampir|sebesar|sebanyak|target|nilai|skor|indeks|[±~≈])[\s:]*)*"
    rf"({_ANGKA})\s*(\(?[a-z][^\d]*)?",
    re.IGNORECASE,
)
"""A figure within words; what `_KELIPATAN_LAIN` begins may be a multiple, so that the figure alone is another one."""
KALIMAT_MAKS = 80
"""Longer texts are searched for no figure."""
_KELIPATAN_LAIN = re.compile(r"(?:[kmtb]\b|rat|rib|jut|mil|tri|bil|pul|lus)", re.IGNORECASE)
_KOMA_RAGU = re.compile(
    rf"(?<![\d.,])([1-9]\d{{0,2}})([,.])(\d{{3}})(?![\d.,])(?!\s*(?:{'|'.join(KELIPATAN)}|[MT])\b)", re.IGNORECASE
)


def rapikan(teks: str) -> str:
    """Drop spare spaces (also non-breaking ones) and turn every dash into a hyphen."""
    # A soft hyphen before a digit is drawn in some places, as a minus or the dash of a range: it is no number's part.
    bagian = _LUNAK.split(teks) if _LUNAK.search(teks) else [teks]
    return " ".join("\u00ad".join(map(tanpa_tak_tampak, bagian)).translate(_HUBUNG).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cara:
    """How the texts of a cell are read: its row's satuan and scale, its column's commas."""

    satuan: str = ""
    skala: Skala | None = None
    koma_ribuan: bool = False


_BIASA = _Cara()


def baca_angka(teks: str) -> Decimal:
    """Read one plain number written the Indonesian way.

    Raises:
        NilaiTakTerbaca: when the digits cannot be meant in one way only.
    """
    return _angka_bertanda(rapikan(teks), teks, _BIASA)[0]


def baca_nilai(
    isi: Bilangan | str | None, satuan: str = "", skala: Skala | None = None, *, koma_ribuan: bool = False
) -> Nilai:
    """Read the value of a cell.

    Args:
        isi: a number cell, or the text of a text cell; None is an empty cell.
        satuan: the row's Satuan, which may follow the number.
        skala: the indicator's Skala nilai, for grades.
        koma_ribuan: in this column the comma separates thousands, as another of its cells shows.

    Raises:
        NilaiTakTerbaca: when the text follows none of the rules of DESIGN section 5.
    """
    if isi is None:
        return KOSONG
    if not isinstance(isi, str):
        return nilai_angka(desimal(isi))
    asli, teks = " ".join(isi.split()), _PETIK.sub("", rapikan(isi), count=1)
    if tak_tersedia(teks):
        return Nilai(teks=asli, jenis=JenisNilai.KOSONG) if asli else KOSONG
    # Split the mark of a footnote from a value; it may also stand between the figure and its unit.
    bersih = _buang_satuan(teks, satuan)
    sisa, tanda_tanpa_tanda = pisahkan_tanda(bersih)
    polos, tanda = (
        (sisa + teks[len(bersih) :], tanda_tanpa_tanda) if tanda_tanpa_tanda and teks.startswith(bersih) else (teks, "")
    )
    if tanda and tak_tersedia(polos):
        return Nilai(teks=asli, jenis=JenisNilai.KOSONG)
    nilai = _baca_teks(polos if tanda else asli, polos, _Cara(satuan=satuan, skala=skala, koma_ribuan=koma_ribuan))
    return replace(nilai, tanda=tanda) if tanda else nilai


def terbaca_ganda(teks: str) -> bool:
    """Tell whether a text is one group of thousands in English and three decimals in Indonesian: ``600,000``."""
    return _KOMA_TIGA.fullmatch(_buang_rupiah(rapikan(teks)).strip("()+-% ")) is not None


def ribuan_ragu(teks: str) -> tuple[str, str, str] | None:
    """Return the first figure of a text that is one group of thousands, or three decimals: ``600,000``, ``600.000``.

    Returns:
        Its digits before the sign, the sign, and the three digits; None where no figure is like that. One that is
        counted in thousands or millions (``54,123 miliar``) has decimals.
    """
    cocok = _KOMA_RAGU.search(teks)
    return (cocok[1], cocok[2], cocok[3]) if cocok else None


def memakai_koma_ribuan(teks: str) -> bool:
    """Tell whether a figure in a text can only be meant with commas between its thousands: ``1,000,000``."""
    return _BERKOMA_RIBUAN.search(teks) is not None


def tampak_koma_ribuan(teks: str) -> bool:
    """Tell whether a figure has a comma before thousands and a dot before decimals, which is not read: ``1,234.56``."""
    return _BERKOMA_TITIK.search(teks) is not None


def nilai_angka(angka: Decimal) -> Nilai:
    """Wrap a number cell; infinite and NaN are refused."""
    _pastikan_terhitung(angka)
    return Nilai(teks=format_angka(angka), jenis=JenisNilai.ANGKA, angka=angka, desimal=jumlah_desimal(angka))


def nilai_persen(pecahan: Decimal, tempat: int) -> Nilai:
    """Read a percent-formatted cell as the user sees it: 0.9476 shown as 94,76% is 94.76."""
    angka = persen_terlihat(pecahan, tempat)
    return Nilai(teks=f"{format_angka(angka, tempat)}%", jenis=JenisNilai.ANGKA, angka=angka, desimal=tempat)


def persen_terlihat(pecahan: Decimal, tempat: int) -> Decimal:
    """Turn a fraction into the percentage Excel displays with `tempat` decimals."""
    _pastikan_terhitung(pecahan)
    return bulatkan(pecahan * 100, tempat)


def _pastikan_terhitung(angka: Decimal) -> None:
    """Refuse what is no number, or one so large or so fine that the next division could not be written."""
    if not angka.is_finite() or angka.adjusted() >= PANJANG_ANGKA_MAKS or jumlah_desimal(angka) > DESIMAL_MAKS:
        tertulis = _kutip(str(angka))
        raise NilaiTakTerbaca(f"Tertulis {tertulis}, bukan angka yang dapat dihitung", SARAN_ANGKA)


def _baca_teks(asli: str, teks: str, cara: _Cara) -> Nilai:
    batas, sisa = pisahkan_batas(teks)
    if batas is not None:
        # Read a bound: of a number, or of a grade that is wanted at least.
        if pisahkan_batas(sisa)[0] is not None:
            raise _galat(asli)
        nilai_berbatas = _baca_teks(asli, sisa, cara)
        minimal = batas is Batas.MINIMAL and nilai_berbatas.jenis is JenisNilai.PREDIKAT
        if not (minimal or nilai_berbatas.jenis is JenisNilai.ANGKA):
            raise _galat(asli)
        return nilai_berbatas if minimal else replace(nilai_berbatas, jenis=JenisNilai.BATAS, batas=batas)
    tanpa_satuan = _panjangkan(_buang_satuan(teks, cara.satuan), cara.satuan)
    for pembaca in (_rentang, _level, _rasio):
        nilai = pembaca(asli, tanpa_satuan, cara)
        if nilai is not None:
            return nilai
    predikat = _predikat(asli, teks, cara)
    return predikat if predikat is not None else _angka_teks(asli, tanpa_satuan, cara)


def _buang_satuan(teks: str, satuan: str) -> str:
    kecil = teks.casefold()
    for akhiran, panjang in _akhiran(satuan):
        if kecil.endswith(akhiran) and len(teks) > panjang:
            return teks[:-panjang].rstrip()
    return teks


@lru_cache(maxsize=1024)
def _akhiran(satuan: str) -> tuple[tuple[str, int], ...]:
    """Return what may stand behind a figure of a unit, in small letters, and how many signs it takes there."""
    semua = (*ejaan_satuan(rapikan(satuan)), *ejaan_satuan(PERSEN))
    return tuple((akhiran.casefold(), len(akhiran)) for akhiran in semua if akhiran)


def _panjangkan(teks: str, satuan: str) -> str:
    """Write out the short word for a multiple of money: ``Rp 1,2 M`` is 1,2 miliar."""
    singkat = _SINGKAT.fullmatch(teks)
    if singkat is None or not (satuan_rupiah(satuan) or _buang_rupiah(teks) != teks):
        return teks
    return f"{singkat[1]} {_SINGKATAN[singkat[2]]}"


def _angka_teks(asli: str, teks: str, cara: _Cara) -> Nilai:
    angka, inggris = _angka_bertanda(teks, asli, cara)
    # Count the decimals printed; below 0 where a multiple hides digits: `54,5 Triliun` is known to 11 zeros.
    kali = _KELIPATAN.fullmatch(_buang_rupiah(teks))
    if kali is None:
        presisi = jumlah_desimal(angka)
    else:
        pecahan = kali[1].partition(",")[2]
        presisi = len(pecahan) - KELIPATAN[kali[2].casefold()].adjusted()
    return Nilai(teks=asli, jenis=JenisNilai.ANGKA, angka=angka, desimal=presisi, gaya_inggris=inggris)


def _angka_bertanda(teks: str, asli: str, cara: _Cara) -> tuple[Decimal, bool]:
    isi = _buang_rupiah(teks)
    kurung = _KURUNG.fullmatch(isi)
    isi, tanda = (kurung[1].strip(), -1) if kurung else (isi, 1)
    kali = _KELIPATAN.fullmatch(isi)
    isi, faktor = (kali[1], KELIPATAN[kali[2].casefold()]) if kali else (isi, Decimal(1))
    if not kurung and isi[:1] in "+-" and isi[:1]:
        isi, tanda = isi[1:].strip(), -1 if isi[0] == "-" else 1
    angka, inggris = _angka_polos(_buang_rupiah(isi), asli, cara)
    with localcontext(prec=PRESISI):  # exact: the default context would cut at 28 digits
        angka = angka * faktor * tanda
    terlalu_panjang = len(angka.as_tuple().digits) > PRESISI - PANJANG_ANGKA_MAKS
    if terlalu_panjang or angka.adjusted() >= PANJANG_ANGKA_MAKS or jumlah_desimal(angka) > DESIMAL_MAKS:
        raise _galat(asli)
    return angka, inggris


def berkelipatan(teks: str, satuan: str) -> str:
    """Return the multiple that a figure was read with; empty where its word is part of the unit behind it."""
    kali = _KELIPATAN.fullmatch(_buang_rupiah(_buang_satuan(rapikan(teks), satuan)))
    return kali[2] if kali else ""


def kelipatan_satuan(satuan: str) -> str:
    """Return the multiple that a unit carries: ``Juta Rupiah`` is counted in millions."""
    kata = (k if k in KELIPATAN else k.removesuffix("an") for k in re.findall(r"\w+", samakan(satuan)))
    return next((k for k in kata if k in KELIPATAN), "")


def _buang_rupiah(teks: str) -> str:
    return _SEKITAR_RUPIAH.sub("", teks).strip()


def _angka_polos(digit: str, asli: str, cara: _Cara) -> tuple[Decimal, bool]:
    if _INGGRIS.fullmatch(digit) or (cara.koma_ribuan and _INGGRIS_PENDEK.fullmatch(digit)):
        return Decimal(digit.replace(",", "")), True
    if _INDONESIA.fullmatch(digit) and not _TITIK_DESIMAL.fullmatch(digit):
        return Decimal(digit.replace(".", "").replace(",", ".")), False
    if _TITIK_DESIMAL.fullmatch(digit):
        return Decimal(digit), False
    raise _galat(asli)


def _galat(teks: str) -> NilaiTakTerbaca:
    saran = SARAN_ANGKA
    if "/" in teks:
        saran = f"{SARAN_ANGKA}; untuk target yang bermakna ganda, tulis angka yang dipakai di kolom Target hitung"
    kata = _DENGAN_KATA.fullmatch(rapikan(teks)) if len(teks) <= KALIMAT_MAKS else None
    if _TANDA_MENEMPEL.fullmatch(teks):
        saran = f"Hapus tanda catatan kaki yang menempel pada angkanya. {SARAN_ANGKA}"
    elif kata and _KELIPATAN_LAIN.match(kata[2] or ""):
        saran = f"Tulis kelipatannya dengan kata, misalnya 1,2 miliar. {SARAN_ANGKA}"
    elif kata and kata[1] != teks and (_INDONESIA.fullmatch(kata[1]) or _TITIK_DESIMAL.fullmatch(kata[1])):
        saran = f"Tulis angkanya saja, {kata[1]}; keterangannya di kolom Satuan atau Catatan"
    return NilaiTakTerbaca(f"Tertulis “{_kutip(teks)}”, tidak dapat dibaca sebagai nilai", saran)


def _kutip(teks: str) -> str:
    return teks if len(teks) <= 80 else f"{teks[:79]}…"


def _rentang(asli: str, teks: str, cara: _Cara) -> Nilai | None:
    antara = _ANTARA.fullmatch(teks) if len(teks) <= KALIMAT_MAKS else None
    cocok = _RENTANG.fullmatch(_buang_rupiah(f"{antara[1]} sampai {antara[2]}" if antara else teks))
    if not cocok:
        return None
    satu, ekor, dua, akhir = cocok.groups()
    ekor, akhir = (_buang_satuan(f"0 {e}", cara.satuan)[1:].strip() for e in (ekor, akhir))
    if any(k and k.rstrip(".").casefold() not in KELIPATAN for k in (ekor, akhir)):
        return None
    # Five to six million: the multiple behind the second end is meant for both.
    bagian = [f"{satu} {ekor or akhir}".strip(), f"{dua} {akhir}".strip()]
    hasil = [_angka_teks(b, b, cara) for b in bagian]
    ujung = sorted(n.bilangan for n in hasil)
    return Nilai(
        teks=asli,
        jenis=JenisNilai.RENTANG,
        angka=(ujung[0] + ujung[1]) / 2,
        bawah=ujung[0],
        atas=ujung[1],
        desimal=max(n.desimal for n in hasil),
        gaya_inggris=any(n.gaya_inggris for n in hasil),
    )


def _level(asli: str, teks: str, cara: _Cara) -> Nilai | None:
    cocok = _LEVEL.fullmatch(teks)
    if not cocok:
        return None
    return Nilai(teks=asli, jenis=JenisNilai.LEVEL, angka=Decimal(cocok[1]), penyebut=Decimal(cocok[2]))


def _rasio(asli: str, teks: str, cara: _Cara) -> Nilai | None:
    if not _RASIO.fullmatch(teks):
        return None
    for bagian in teks.split(":"):
        baca_angka(bagian)
    return Nilai(teks=asli, jenis=JenisNilai.RASIO)


def _predikat(asli: str, teks: str, cara: _Cara) -> Nilai | None:
    """Read a grade, alone or beside its number; None when the text is not of that form."""
    if not re.search(r"[^\W\d_]", teks):
        return None
    if _kata(teks, cara.skala):
        if cara.skala is None:
            raise _tanpa_skala(teks)
        return Nilai(teks=asli, jenis=JenisNilai.PREDIKAT, predikat=_kata(teks, cara.skala))
    kata, digit = _pisah_predikat(teks, cara.skala)
    predikat = _kata(kata, cara.skala) if kata else None
    if predikat and digit:
        digit = _buang_satuan(digit.strip(), cara.satuan)
        return replace(_rentang(asli, digit, cara) or _angka_teks(asli, digit, cara), predikat=predikat)
    _tolak_di_luar_skala(teks, kata, cara.skala)
    return None


def _tanpa_skala(teks: str) -> NilaiTakTerbaca:
    return NilaiTakTerbaca(
        f"Tertulis “{_kutip(teks)}”, sebuah kata, sedangkan indikatornya tidak memiliki Skala nilai",
        "Bila ini predikat, tambahkan skala: isi kolom Skala nilai pada lembar Indikator. "
        f"Bila bukan, {SARAN_KOSONG}. {SARAN_ANGKA}",
        tanpa_skala=True,
    )


def _pisah_predikat(teks: str, skala: Skala | None) -> tuple[str, str]:
    depan = _ANGKA_PREDIKAT.fullmatch(teks)
    if depan:
        return depan[2].strip(), depan[1]
    belakang = _PREDIKAT_ANGKA.fullmatch(teks)
    if belakang:
        return belakang[1].strip(), belakang[2] or belakang[3]
    lalu = _ANGKA_LALU_PREDIKAT.fullmatch(teks)
    # A word behind a figure is its unit unless the scale knows it.
    return (lalu[2], lalu[1]) if lalu and _kata(lalu[2], skala) else ("", "")


def _kata(teks: str, skala: Skala | None) -> str | None:
    """Return the grade as its scale spells it; without a scale, any grade of a built-in scale counts."""
    if skala is not None:
        pita = skala.cari(teks)
        return pita.predikat if pita else None
    # A small letter beside a figure is a footnote rather than a grade.
    catatan_kaki = len(teks) == 1 and teks.islower()
    return teks if not catatan_kaki and samakan(teks) in _predikat_bawaan() else None


@cache
def _predikat_bawaan() -> frozenset[str]:
    return KumpulanSkala().predikat


def _tolak_di_luar_skala(teks: str, kata: str, skala: Skala | None) -> None:
    """Refuse a word that is no grade of the indicator's scale, or that has no scale at all."""
    polos = not re.search(r"\d", teks)
    if skala is None and polos:
        raise _tanpa_skala(teks)
    if skala is None or not (polos or (kata and not re.match(r"(?i)rp\b", kata))):
        return
    pilihan = ", ".join(skala.predikat)
    raise NilaiTakTerbaca(
        f"Tertulis “{_kutip(teks)}”, tidak ada pada skala {skala.nama}",
        f"Tulis salah satu predikat: {pilihan}; {SARAN_KOSONG}",
    )
