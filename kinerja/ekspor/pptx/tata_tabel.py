"""Widths, heights and size of type of a table on a slide."""

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.ekspor.pptx.ukur import TINGGI_BARIS, Kotak, baris, bersih, lebar, potong
from kinerja.tabel_terbit import TabelTerbit

SISI, ATAS = 6.0, 3.0
"""Margins of a cell."""
_UKURAN = (20, 18)
_CAMPUR = (0.0, 0.35, 0.7, 1.0)
"""How far the widths follow the texts rather than the shares that the columns name."""

Teks = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TataTabel:
    """A table laid out: its box, widths, heights (head first), size of type, texts (head first), what is shortened."""

    kotak: Kotak
    lebar: tuple[float, ...]
    tinggi: tuple[float, ...]
    ukuran: int
    teks: Teks
    utuh: tuple[str, ...]


def tata_tabel(t: TabelTerbit, ruang: Kotak) -> TataTabel:
    """Lay out a table in a room: the largest type that fits, else cells of fewer lines."""
    asli = (tuple(bersih(k.judul) for k in t.kolom), *(tuple(bersih(s.teks) for s in b) for b in t.baris))
    for ukuran in _UKURAN:
        kolom = _terbaik(t, asli, ukuran, ruang.w)
        tinggi = _tinggi(asli, kolom, ukuran)
        if sum(tinggi) <= ruang.h:
            return TataTabel(_kotak(ruang, tinggi), kolom, tinggi, ukuran, asli, ())
    teks = _ringkas(asli, kolom, ukuran, ruang.h)
    tinggi = _tinggi(teks, kolom, ukuran)
    utuh = tuple(" | ".join(a) for a, b in zip(asli, teks, strict=True) if a != b)
    return TataTabel(_kotak(ruang, tinggi), kolom, tinggi, ukuran, teks, utuh)


def _kotak(ruang: Kotak, tinggi: Sequence[float]) -> Kotak:
    return Kotak(ruang.x, ruang.y, ruang.w, sum(tinggi))


def _terbaik(t: TabelTerbit, teks: Teks, ukuran: int, ruang: float) -> tuple[float, ...]:
    calon = [_kolom(t, teks, ukuran, ruang, c) for c in _CAMPUR]
    return min(calon, key=lambda k: sum(_tinggi(teks, k, ukuran)))


def _kolom(t: TabelTerbit, teks: Teks, ukuran: int, ruang: float, campur: float) -> tuple[float, ...]:
    """Widths between the shares of the columns and the lengths of their texts, no word broken where it can be."""
    isi = [max(lebar(b[n], ukuran, tebal=True) for b in teks) + 1 for n in range(len(t.kolom))]
    bobot = [k.lebar ** (1 - campur) * i**campur for k, i in zip(t.kolom, isi, strict=True)]
    kata = [max((lebar(w, ukuran, tebal=True) for b in teks for w in b[n].split()), default=0) for n in range(len(isi))]
    paling = [min(w + 2 * SISI + ukuran, ruang / len(isi)) for w in kata]
    return _isi_ruang(bobot, paling, ruang)


def _isi_ruang(bobot: Sequence[float], paling: Sequence[float], ruang: float) -> tuple[float, ...]:
    """Share the room by weight, but nobody gets less than his least."""
    tetap: set[int] = set()
    while True:
        sisa = ruang - sum(paling[n] for n in tetap)
        bebas = sum(b for n, b in enumerate(bobot) if n not in tetap)
        hasil = [paling[n] if n in tetap else sisa * b / bebas for n, b in enumerate(bobot)]
        kurang = {n for n, w in enumerate(hasil) if n not in tetap and w < paling[n]}
        if not kurang or len(tetap | kurang) == len(bobot):
            return tuple(hasil)
        tetap |= kurang


def _tinggi(teks: Teks, kolom: Sequence[float], ukuran: int) -> tuple[float, ...]:
    return tuple(
        max(baris(s, ukuran, w - 2 * SISI, tebal=True) for s, w in zip(b, kolom, strict=True)) * ukuran * TINGGI_BARIS
        + 2 * ATAS
        for b in teks
    )


def _ringkas(teks: Teks, kolom: Sequence[float], ukuran: int, ruang: float) -> Teks:
    """Shorten the cells to the most lines with which all rows fit; one line where even that is too much."""
    for n in range(8, 0, -1):
        hasil = tuple(
            tuple(potong(s, ukuran, w - 2 * SISI, n, tebal=True) for s, w in zip(b, kolom, strict=True)) for b in teks
        )
        if sum(_tinggi(hasil, kolom, ukuran)) <= ruang:
            break
    return hasil
