"""Cells of published tables: the page's own text, with the number behind it where the text is nothing but a number."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja.nilai.angka import format_persen, format_uang
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator, Tanda
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita, simbol_status
from kinerja.sajian.tabel_terbit import KOSONG, Sel

TANPA_ANGKA = Sel("–")
"""A figure that does not exist: the cell beside it says why."""
SELA = "\u2003"
"""One step of indentation; a space that no drawer collapses."""
TANDA_DISEBUT = 200
"""Remarks below a table; more are not read, and stand on the page."""


def sel_nomor(nomor: int) -> Sel:
    """Return a running number, or a count."""
    return Sel(str(nomor), Decimal(nomor))


def sel_nilai(nilai: Nilai) -> Sel:
    """Return a value as the workbook has it; a range, level, ratio or a number with a grade stays text."""
    if nilai.teks in ("", "-"):
        return KOSONG
    return Sel(nilai.teks, nilai.angka if nilai.jenis is JenisNilai.ANGKA and not nilai.predikat else None)


def sel_uang(angka: Decimal | None, *, tebal: bool = False) -> Sel:
    """Return an amount of rupiah without the word; the head of the column says it."""
    return Sel(format_uang(angka), angka, tebal=tebal) if angka is not None else Sel(KOSONG.teks, tebal=tebal)


def sel_persen(angka: Decimal | None, rupa: Rupa | None = None, *, tebal: bool = False) -> Sel:
    """Return a percentage (100 is one hundred)."""
    return TANPA_ANGKA if angka is None else Sel(format_persen(angka), angka, rupa, tebal)


def sel_predikat(kata: str, rupa: Rupa) -> Sel:
    """Return a grade with its look; a dash where there is none."""
    return Sel(kata, rupa=None if rupa is TAK_TERSEDIA else rupa) if kata else TANPA_ANGKA


def sel_capaian(capaian: CapaianIndikator | None) -> Sel:
    """Return a capaian coloured by its predikat; of grades, which have no percentage, their status."""
    if capaian is None:
        return KOSONG
    if capaian.persen is not None:
        return sel_persen(
            capaian.persen, rupa_pita(capaian.skala, capaian.peringkat.pita if capaian.peringkat else None)
        )
    return Sel(f"{simbol_status(capaian.status)} {capaian.status}") if capaian.status else TANPA_ANGKA


def menjorok(nama: str, dalam: int) -> str:
    """Return a name moved in by its depth."""
    return SELA * dalam + nama


def catatan_tanda(pasangan: Iterable[tuple[str, Sequence[Tanda]]]) -> tuple[str, ...]:
    """Return the marks of a table's rows as remarks below it; of very many, the first and how many more there are.

    Args:
        pasangan: what is marked, as the row names it, with its marks.
    """
    semua = [f"{nama}: {t.penjelasan.rstrip('.')} ({t.jenis.value})." for nama, tanda in pasangan for t in tanda]
    lain = len(semua) - TANDA_DISEBUT
    return (*semua[:TANDA_DISEBUT], *((f"Dan {lain} catatan lain pada halamannya.",) if lain > 0 else ()))


def legenda(skala: Skala) -> str:
    """Explain symbols by the grades of a scale, best first: ``▲▲ Sangat Tinggi, ▲ Tinggi``."""
    isi = ", ".join(f"{rupa_pita(skala, p).simbol} {p.predikat}" for p in skala.pita)
    asal = f", {skala.dasar_hukum}" if skala.dasar_hukum else ""
    return f"Predikat menurut skala {skala.nama}{asal}: {isi}."
