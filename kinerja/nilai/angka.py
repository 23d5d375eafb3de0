"""Indonesian number, money and date formats: the one definition that screen, slide, sheet and command line share."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

LOKAL = "id_ID"
TIDAK_TERSEDIA = "Tidak tersedia"
"""What a reader sees where a figure is missing; never a zero."""

PRESISI = 60

SERATUS = Decimal(100)
"""The whole, in percent."""

Bilangan = Decimal | float | int


def desimal(angka: Bilangan) -> Decimal:
    """Return `angka` as Decimal the way Excel shows it: binary noise beyond 15 significant digits is dropped."""
    if isinstance(angka, float):
        return Decimal(format(angka, ".15g"))
    return Decimal(angka)


def bulatkan(angka: Decimal, tempat: int = 2) -> Decimal:
    """Round half up to `tempat` decimals, the rounding of all the reports."""
    with localcontext(prec=_presisi(angka, tempat)):
        return angka.quantize(Decimal(1).scaleb(-tempat), ROUND_HALF_UP)


def _presisi(angka: Decimal, tempat: int) -> int:
    """Count the digits that rounding needs: a large figure over a tiny one may have more than all others."""
    return max(PRESISI, angka.adjusted() + tempat + 2)


def jumlah_desimal(angka: Decimal) -> int:
    """Count the decimals a Decimal carries."""
    eksponen = angka.as_tuple().exponent
    return max(0, -eksponen) if isinstance(eksponen, int) else 0


@lru_cache(maxsize=65536)
def _tulis(teks: str, tempat: int) -> str:
    """Format the number written in `teks`; keyed by text because 1 and 1.00 are equal as numbers."""
    pola = "#,##0" + ("." + "0" * tempat if tempat else "")
    bulat = bulatkan(Decimal(teks), tempat)
    angka = bulat if bulat else bulat.copy_abs()  # no minus before a zero
    with localcontext(prec=_presisi(angka, tempat)):  # Babel quantizes in the current context, which holds 28 digits
        return format_decimal(angka, pola, locale=LOKAL)


def format_angka(angka: Bilangan, tempat: int | None = None) -> str:
    """Write a number the Indonesian way.

    Args:
        angka: the number.
        tempat: decimals to show, half up; None shows all that the number has.

    Returns:
        For example ``1.234,56``.
    """
    nilai = desimal(angka)
    return _tulis(str(nilai), jumlah_desimal(nilai) if tempat is None else tempat)


def format_persen(angka: Bilangan | None, tempat: int = 2) -> str:
    """Write a percentage (100 is one hundred percent) as ``98,23%``."""
    return TIDAK_TERSEDIA if angka is None else f"{format_angka(angka, tempat)}%"


def format_rupiah(angka: Bilangan | None) -> str:
    """Write an amount of money in full: ``Rp 1.343.185.299.386``."""
    if angka is None:
        return TIDAK_TERSEDIA
    nilai = desimal(angka)
    tempat = 0 if nilai == nilai.to_integral_value() else 2
    return _bertanda(bulatkan(nilai, tempat))


def format_uang(angka: Bilangan | None) -> str:
    """Write an amount of money in full under a head that says rupiah: ``1.343.185.299.386``."""
    return format_rupiah(angka).replace("Rp ", "")


def format_rupiah_ringkas(angka: Bilangan | None) -> str:
    """Write an amount of money short: ``Rp 1,34 T``, ``Rp 9,6 M``, ``Rp 250 jt``."""
    if angka is None:
        return TIDAK_TERSEDIA
    nilai = desimal(angka)
    # Rounded once; a part that rounds to 1.000 moves to the next word: 999.999.999 is "1 M".
    bagian = ((bulatkan(nilai.scaleb(-pangkat)), kata) for pangkat, kata in RINGKAS)
    bulat, kata = next((b for b in bagian if abs(b[0]) < 1000), (bulatkan(nilai.scaleb(-12)), " T"))
    return _bertanda(bulat.normalize()) + kata


RINGKAS = ((0, ""), (3, " rb"), (6, " jt"), (9, " M"), (12, " T"))


def _bertanda(rupiah: Decimal) -> str:
    return f"{'-' if rupiah < 0 else ''}Rp {format_angka(abs(rupiah))}"


def format_tanggal(hari: date) -> str:
    """Write a date as ``21 November 2026``."""
    return format_date(hari, "d MMMM y", locale=LOKAL)
