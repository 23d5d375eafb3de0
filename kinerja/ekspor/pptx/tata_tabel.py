"""Widths, heights and size of type of a table on a slide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.ekspor.pptx.huruf import bersih
from kinerja.sajian.tabel_terbit import Sel, TabelTerbit
from kinerja.sajian.ukur import CADANGAN, TINGGI_BARIS, Kotak, baris, lebar, potong

SISI, ATAS = 9.0, 3.0
"""Margins of a cell."""
_UKURAN = (20, 18)
_CAMPUR = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How far the widths follow the texts rather than the shares that the columns name."""


@dataclass(frozen=True, slots=True)
class _Isi:
    """Text of a cell, with its weight."""

    teks: str
    tebal: bool

    def lebar(self, ukuran: int) -> float:
        return lebar(self.teks, ukuran, tebal=self.tebal)

    def kata_terpanjang(self, ukuran: int) -> float:
        """Width of the longest word; an amount is one with its "Rp"."""
        kata = self.teks[:400].replace("Rp ", "Rp_").split()
        return max((lebar(k, ukuran, tebal=self.tebal) for k in kata), default=0.0)

    def baris(self, ukuran: int, kolom: float) -> int:
        return baris(self.teks, ukuran, kolom - 2 * SISI, tebal=self.tebal)

    def potong(self, ukuran: int, kolom: float, paling_banyak: int) -> "_Isi":
        return _Isi(potong(self.teks, ukuran, kolom - 2 * SISI, paling_banyak, tebal=self.tebal), self.tebal)


_Baris = tuple[_Isi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TataTabel:
    """A table laid out: its box, widths, heights (head first), size of type, texts (head first), what is shortened."""

    kotak: Kotak
    lebar: tuple[float, ...]
    tinggi: tuple[float, ...]
    ukuran: int
    teks: tuple[tuple[str, ...], ...]
    utuh: tuple[str, ...]


def tata_tabel(tabel: TabelTerbit, ruang: Kotak) -> TataTabel:
    """Lay out a table in a room: the largest type that fits, else the longest cells are shortened."""
    isi = (tuple(_Isi(bersih(k.judul), tebal=True) for k in tabel.kolom), *(tuple(map(_isi, b)) for b in tabel.baris))
    pas = next((p for p in (_coba(tabel, isi, u, ruang) for u in _UKURAN) if sum(p.tinggi) <= ruang.h), None)
    return pas or _ringkas(tabel, isi, ruang)


def _isi(sel: Sel) -> _Isi:
    """The text of a cell; a grade has its symbol also where the text does not say it."""
    teks = bersih(sel.teks)
    simbol = f"{sel.rupa.simbol} " if sel.rupa and sel.rupa.simbol not in teks else ""
    return _Isi(f"{simbol}{teks}", sel.tebal)


def _coba(tabel: TabelTerbit, isi: Sequence[_Baris], ukuran: int, ruang: Kotak) -> TataTabel:
    calon = (*(_kolom(tabel, isi, ukuran, ruang.w, c) for c in _CAMPUR), *_wajar(isi, ukuran, ruang.w))
    # Of two tables of one height the one with fewer broken cells is read faster.
    kolom = min(
        calon,
        key=lambda k: (
            sum(_banyak(isi, k, ukuran)),
            sum(s.baris(ukuran, w) for b in isi for s, w in zip(b, k, strict=True)),
        ),
    )
    return _tata(isi, kolom, ukuran, ruang)


def _tata(isi: Sequence[_Baris], kolom: tuple[float, ...], ukuran: int, ruang: Kotak) -> TataTabel:
    tinggi = _tinggi(_banyak(isi, kolom, ukuran), ukuran)
    teks = tuple(tuple(s.teks for s in b) for b in isi)
    return TataTabel(
        kotak=Kotak(ruang.x, ruang.y, ruang.w, sum(tinggi)),
        lebar=kolom,
        tinggi=tinggi,
        ukuran=ukuran,
        teks=teks,
        utuh=(),
    )


def _banyak(isi: Sequence[_Baris], kolom: Sequence[float], ukuran: int) -> list[int]:
    """Lines of every row."""
    return [max(s.baris(ukuran, w) for s, w in zip(b, kolom, strict=True)) for b in isi]


def _tinggi(banyak: Sequence[int], ukuran: int) -> tuple[float, ...]:
    return tuple(n * ukuran * TINGGI_BARIS + 2 * ATAS for n in banyak)


# --- widths -----------------------------------------------------------------------------------------------------------


def _kolom(tabel: TabelTerbit, isi: Sequence[_Baris], ukuran: int, ruang: float, campur: float) -> tuple[float, ...]:
    """Widths between the shares of the columns and the lengths of their texts, no word broken where it can be."""
    lajur = list(zip(*isi, strict=True))
    panjang = [max(s.lebar(ukuran) for s in sel) + 1 for sel in lajur]
    bobot = [k.lebar ** (1 - campur) * p**campur for k, p in zip(tabel.kolom, panjang, strict=True)]
    kata = [max(s.kata_terpanjang(ukuran) for s in sel) for sel in lajur]
    return _isi_ruang(bobot, [min(w + 2 * SISI + 4, ruang / len(lajur)) for w in kata], ruang)


def _wajar(isi: Sequence[_Baris], ukuran: int, ruang: float) -> Iterable[tuple[float, ...]]:
    """Every column as wide as its longest text, the longest column what is left, where that is a fair share."""
    minta = [max(s.lebar(ukuran) for s in sel) / CADANGAN + 2 * SISI + 2 for sel in zip(*isi, strict=True)]
    panjang = minta.index(max(minta))
    sisa = ruang - sum(minta) + minta[panjang]
    if sisa >= ruang / len(minta):
        yield tuple(sisa if n == panjang else w for n, w in enumerate(minta))


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


# --- too much for a slide ---------------------------------------------------------------------------------------------


def _ringkas(tabel: TabelTerbit, isi: Sequence[_Baris], ruang: Kotak) -> TataTabel:
    """Take lines from the tallest rows until all fit, one line each at the least; the notes have the rows whole."""
    ukuran = _UKURAN[-1]
    kolom = _coba(tabel, isi, ukuran, ruang).lebar
    banyak = _banyak(isi, kolom, ukuran)
    while sum(_tinggi(banyak, ukuran)) > ruang.h and max(banyak) > 1:
        banyak[banyak.index(max(banyak))] -= 1
    pendek = [
        tuple(s.potong(ukuran, w, n) for s, w in zip(b, kolom, strict=True)) for b, n in zip(isi, banyak, strict=True)
    ]
    tata = _tata(pendek, kolom, ukuran, ruang)
    utuh = tuple(" | ".join(s.teks for s in a) for a, b in zip(isi, pendek, strict=True) if a != b)
    return TataTabel(kotak=tata.kotak, lebar=kolom, tinggi=tata.tinggi, ukuran=ukuran, teks=tata.teks, utuh=utuh)
