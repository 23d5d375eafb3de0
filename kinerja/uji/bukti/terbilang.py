"""Numbers that a report writes in words: ``tujuh puluh tiga koma delapan puluh lima`` is 73,85."""

import re
from decimal import Decimal

from kinerja.nilai.nama import samakan

_ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SATUAN = {**{kata: n for n, kata in enumerate(_ANGKA)}, "kosong": 0, "se": 1}
_RIBUAN = (
    ("triliun", 10**12),
    ("trilyun", 10**12),
    ("miliar", 10**9),
    ("milyar", 10**9),
    ("juta", 10**6),
    ("ribu", 10**3),
)
_PANGKAT = re.compile(r"(puluh|belas|ratus|ribu|juta|mil[iy]ar|tril[iy]un)")
_GANDA = re.compile(r"(.)\1+")
_EKOR = re.compile(r" (?:persen|rupiah|poin)$")


def baca_terbilang(teks: str) -> Decimal | None:
    """Read a number in words; None where the text is anything else.

    No Indonesian number word doubles a letter, so a doubled one is a slip of the pen and folded. After ``koma`` stand
    digits one by one, or one number that is written as it is read: ``koma nol lima`` is ,05, ``koma dua puluh`` ,20.
    """
    polos = _GANDA.sub(r"\1", _EKOR.sub("", samakan(teks)))
    depan, koma, belakang = _PANGKAT.sub(r" \1 ", polos).partition(" koma ")
    utuh = _bilangan(depan.split())
    pecahan = _pecahan(belakang.split()) if koma else ""
    if utuh is None or pecahan is None:
        return None
    return Decimal(f"{utuh}.{pecahan}") if pecahan else Decimal(utuh)


def _pecahan(kata: list[str]) -> str | None:
    """The digits after the comma."""
    if len(kata) > 1 and all(k in _SATUAN and k != "se" for k in kata):
        return "".join(str(_SATUAN[k]) for k in kata)
    nol = next((n for n, k in enumerate(kata) if k not in ("nol", "kosong")), len(kata))
    lanjut = _bilangan(kata[nol:]) if kata[nol:] else None
    if lanjut is None and kata[nol:]:
        return None
    return "0" * nol + ("" if lanjut is None else str(lanjut)) or None


def _bilangan(kata: list[str]) -> int | None:
    """A whole number, biggest part first; every part once."""
    jumlah, sebelum = 0, 10**15
    while kata:
        n = next((n for n, k in enumerate(kata) if k in dict(_RIBUAN)), len(kata))
        kali = dict(_RIBUAN)[kata[n]] if n < len(kata) else 1
        bagian = 1 if kata[:n] == ["se"] and kali > 1 else _ratusan(kata[:n])
        if bagian is None or kali >= sebelum or (not bagian and (jumlah or kali > 1)):
            return None
        jumlah, sebelum, kata = jumlah + bagian * kali, kali, kata[n + 1 :]
    return jumlah if sebelum < 10**15 else None


def _ratusan(kata: list[str]) -> int | None:
    """A number below a thousand."""
    if kata == ["nol"]:
        return 0
    jumlah = 0
    for pangkat, nilai in (("ratus", 100), ("puluh", 10)):
        if kata[1:2] == [pangkat]:
            if not _SATUAN.get(kata[0]):
                return None
            jumlah, kata = jumlah + _SATUAN[kata[0]] * nilai, kata[2:]
    if kata[1:] == ["belas"]:
        satuan = _SATUAN.get(kata[0]) if jumlah % 100 == 0 else None
        return jumlah + 10 + satuan if satuan else None
    if len(kata) == 1 and kata[0] != "se" and _SATUAN.get(kata[0]):
        return jumlah + _SATUAN[kata[0]]
    return None if kata or not jumlah else jumlah
