"""Words for figures in a sentence: a value with its unit, the size of a difference, a list, a movement."""

from collections.abc import Sequence
from decimal import Decimal

from babel.lists import format_list

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import format_angka, format_rupiah_ringkas
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import dengan_satuan, jarak_satuan, satuan_rupiah


def bersatuan(indikator: Indikator, nilai: Nilai) -> str:
    """Write a value with the indicator's unit, without saying the unit twice; rupiah short, as ``Rp 52,88 T``."""
    if _rupiah(indikator) and nilai.jenis is JenisNilai.ANGKA:
        return format_rupiah_ringkas(nilai.angka)
    sudah = nilai.angka is None or samakan(indikator.satuan) in nilai.teks.lower()
    return nilai.teks if sudah else dengan_satuan(nilai.teks, indikator.satuan)


def teks_nilai(nilai: Nilai) -> str:
    """Write a value without its unit; a mean is cut to two decimals."""
    if nilai.angka is not None and nilai.desimal > 4:
        return format_angka(nilai.angka, 2)
    return nilai.teks if nilai.ada else ""


def tulis_angka(indikator: Indikator, angka: Decimal, tempat: int | None = None) -> str:
    """Write a computed number with the indicator's unit."""
    if _rupiah(indikator):
        return format_rupiah_ringkas(angka)
    return dengan_satuan(format_angka(angka, tempat), indikator.satuan)


def jarak(indikator: Indikator, selisih: Decimal, tempat: int | None = None) -> str:
    """Write the size of a difference: ``0,93 tahun``, ``2,54 poin``; of percentages ``0,15 poin persen``."""
    if _rupiah(indikator):
        return format_rupiah_ringkas(abs(selisih))
    return jarak_satuan(selisih, indikator.satuan, tempat)


def _rupiah(indikator: Indikator) -> bool:
    return satuan_rupiah(indikator.satuan)


def per_tahun(indikator: Indikator, laju: Decimal, tempat: int) -> str:
    """Write a yearly change with its direction: ``naik 0,19 tahun per tahun``."""
    return f"{kata_arah(laju)} {jarak(indikator, laju, tempat)} per tahun" if laju else "tidak berubah"


def tempat_terbaca(*angka: Decimal) -> int:
    """Return the decimals at which each of some numbers shows two digits of its own: from two to four."""
    terkecil = min((abs(a) for a in angka if a), default=Decimal(1))
    return min(4, max(2, 1 - terkecil.adjusted()))


def kata_arah(selisih: Decimal) -> str:
    """Name the direction of a figure, not its goodness."""
    if not selisih:
        return "tetap"
    return "naik" if selisih > 0 else "turun"


def kata_baik(baik: bool | None) -> str:
    """Name the goodness of a movement; nothing where there is none to name."""
    return {True: "membaik", False: "memburuk", None: ""}[baik]


def kata_target(arah: Arah) -> str:
    """Say which values are better, for the rule beside a figure."""
    kata = {Arah.NAIK: "makin tinggi makin baik", Arah.TURUN: "makin rendah makin baik"}
    return kata.get(arah, "digambarkan, tidak dinilai")


def daftar(kata: Sequence[str], *, pilihan: bool = False) -> str:
    """Join words as a sentence does: ``A``, ``A dan B``, ``A, B, dan C``; of a choice with ``atau``."""
    return format_list(kata, style="or" if pilihan else "standard", locale="id")


def sebagian(kata: Sequence[str], disebut: int, lain: str = "lain") -> str:
    """Name the first words of a list and count the others: ``A, B, dan 3 lain``."""
    sisa = len(kata) - disebut
    return ", ".join(kata[:disebut]) + (f", dan {sisa} {lain}" if sisa > 0 else "")


def besar(teks: str) -> str:
    """Begin a sentence."""
    return teks[:1].upper() + teks[1:]


def kecil(teks: str) -> str:
    """Write a word, or a sentence, inside another; abbreviations such as MWh keep their letters."""
    awal = teks.partition(" ")[0]
    return teks[:1].lower() + teks[1:] if awal[1:].islower() or len(awal) == 1 else teks
