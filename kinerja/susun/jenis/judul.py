"""What a column's header says: which words stand in it, which quarter, which year."""

import re
from collections.abc import Collection
from decimal import Decimal

from kinerja.model.istilah import Periode
from kinerja.nilai.baca import KELIPATAN
from kinerja.nilai.nama import samakan

_TRIWULAN = re.compile(r"\b(?:tri ?wulan|tw|trw|kuartal|q)[\s.·-]*(?:ke[\s-]*)?(iv|i{1,3}|[1-4])\b")
_HINGGA_TW = re.compile(
    r"\s*(?:s\s*[./]?\s*d\.?|sampai(?: dengan)?|hingga|[-–])\s*(?:(?:tri ?wulan|tw)[\s.]*)?(iv|i{1,3}|[1-4])\b"
)
_SEMESTER = re.compile(r"\b(?:semester|smt)[\s.-]*(ii?|[12])\b")
BULAN = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()  # noqa: SIM905
)
_SAMPAI = re.compile(
    r"(?:s\s*[./]\s*d\.?|sampai(?: dengan)?|hingga|per|bulan|posisi|(?<=\d)\s*[-–])\s*:?\s*"
    r"(?:tanggal\s*)?(?:\d{1,2}\s+)?"
)
_TANGGAL = re.compile(r"(?:\d{1,2}[-/.])?(0?[1-9]|1[0-2])[-/.]20\d\d\b")
_BULAN_TAHUN = re.compile(rf"\b(?:{'|'.join(BULAN)}|jan|feb|mar|apr|jun|jul|agt|agu|agust|sep|sept|okt|nov|des)\b")
_KUMULATIF = re.compile(r"\bs\s*[./]?\s*d\b|\b(?:sampai|hingga|kumulatif)\b")
_KALI = "|".join(sorted(KELIPATAN, key=len, reverse=True))
_KELIPATAN = re.compile(
    rf"(?:\b(?:dalam|dlm)\s+|\brp\.?\s*\(?|\()(?:rp\.?\s*)?(?P<kali>{_KALI})(?:an)?\b"
    rf"|(?<![\d.,]\s)\b(?P<kata>{_KALI})(?:an)?\s+(?:rp|rupiah)\b"
    r"|(?:\brp\.?\s*|\(|\b(?:dalam|dlm)\s+)\(?(?:rp\.?\s*)?(?P<nol>000(?:[.,]?000)*)(?![\d.,]*\d)"
    r"|[(×x]\s*(?:rp\.?\s*|[×x]\s*)?(?P<seribu>1[.,]?000(?:[.,]?000)*)(?:,-)?\s*(?:rupiah\s*|rp\s*)?(?:\)|$)"
)
"""In which multiple money is written: by a word of it beside Rp, in brackets or behind "dalam", or by its zeros."""
_MENURUT_NOL = {3: "ribu", 6: "juta", 9: "miliar"}
_URUTAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def kata(judul: str) -> list[str]:
    """Return the words of a header, small; % is one."""
    return re.findall(r"[^\W_]+|%", samakan(judul))


def ada(judul: str, *cari: Collection[str] | str) -> bool:
    """Tell whether any of the words stands in a header."""
    isi = set(kata(judul))
    return any(c in isi for c in cari)


def triwulan(judul: str) -> Periode | None:
    """Return the quarter that a text names: TW II, Triwulan 3, Semester I (as TW II)."""
    teks = samakan(judul).replace(" · ", " ")
    if cocok := _TRIWULAN.search(teks):
        # Triwulan I s.d. II reaches to the second.
        akhir = (_HINGGA_TW.match(teks, cocok.end()) or cocok)[1]
        return list(Periode)[_URUTAN.get(akhir) or int(akhir)]
    if cocok := _SEMESTER.search(teks):
        return Periode.TW_II if cocok[1] in ("i", "1") else Periode.TW_IV
    return None


def sampai(judul: str) -> bool:
    """Tell whether a header says that its figures hold the quarters before: s.d. Triwulan II, kumulatif."""
    return _KUMULATIF.search(samakan(judul)) is not None


def kelipatan(judul: str) -> tuple[str, Decimal] | None:
    """Return the multiple in which a title or header says that money is written: (dalam ribuan rupiah), Juta Rp."""
    cocok = _KELIPATAN.search(samakan(judul))
    if cocok is None:
        return None
    nol = (cocok["nol"] or cocok["seribu"] or "").count("0")
    kata_kali = cocok["kali"] or cocok["kata"] or _MENURUT_NOL.get(nol, "")
    return (kata_kali, KELIPATAN[kata_kali]) if kata_kali else None


def menyebut_bulan(judul: str) -> bool:
    """Tell whether a month stands in a header."""
    return ada(judul, *BULAN)


def bulan_akhir(judul: str) -> int | None:
    """Return the month up to which a text reaches, from 1: s.d. 30 Juni 2026, bulan Juli; None where it says none."""
    teks = samakan(judul)
    for awal in _SAMPAI.finditer(teks):
        for n, nama in enumerate(BULAN, 1):
            if teks.startswith(nama, awal.end()):
                return n
        tanggal = _TANGGAL.match(teks, awal.end())
        if tanggal and awal[0].strip() not in ("-", "–"):
            return int(tanggal[1])
    return None


def menyebut_masa(teks: str) -> bool:
    """Tell whether words above a table name a month that is not the day of its printing."""
    cetak = ada(teks, "dicetak", "cetak", "tanggal", "nomor", "printed")
    return not cetak and _BULAN_TAHUN.search(samakan(teks)) is not None


def beberapa_triwulan(teks: str) -> bool:
    """Tell whether several quarters are named and none of them is how far the figures reach."""
    baku = samakan(teks)
    return len(set(_TRIWULAN.findall(baku))) > 1 and _HINGGA_TW.search(baku) is None
