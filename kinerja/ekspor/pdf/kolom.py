"""Widths of a table's columns in parts of the size of type, and texts that break where a word is wider than those."""

from collections.abc import Iterable, Sequence
from itertools import chain

from kinerja.ekspor.pptx.ukur import lebar
from kinerja.tabel_terbit import Sel, TabelTerbit

SISI = 1.0
"""Both margins of a cell."""
UTUH = (20, 12, 0)
"""Letters of a text that stays on one line, such as a grade; fewer where the table has no room."""
DIUKUR = 400
"""Letters of a text that are measured: a longer one fills its column anyhow."""
KOLOM_TERLEBAR = 0.4
"""Share of a table that a single word can ask for."""
JEDA = "\u200b"
"""Where a word may break without a hyphen."""


def paling_sempit(tabel: TabelTerbit, utuh: int = 12) -> tuple[float, ...]:
    """Return the width of each column at which no word is broken; Arial is measured, which is wider than our font.

    Args:
        tabel: the table.
        utuh: letters of a text that stays on one line, such as `Sub kegiatan`.
    """
    return tuple(max((_terlebar(t, utuh) for t in isi), default=0.0) + SISI for isi in _lajur(tabel))


def bagi_lebar(tabel: TabelTerbit, ruang: float) -> tuple[float, ...]:
    """Share a width among the columns: by their shares and the lengths of their texts, no word broken if possible.

    Args:
        tabel: the table.
        ruang: its width in parts of the size of type.
    """
    panjang = [max((lebar(t[:DIUKUR], 1, tebal=True) for t in isi), default=0.0) + SISI for isi in _lajur(tabel)]
    if sum(panjang) <= ruang:
        return tuple(w * ruang / sum(panjang) for w in panjang)
    calon = ([min(w, ruang * KOLOM_TERLEBAR) for w in paling_sempit(tabel, utuh)] for utuh in UTUH)
    kata = next((k for k in calon if sum(k) <= ruang), None)
    if kata is None:
        sempit = [min(w, ruang * KOLOM_TERLEBAR) for w in paling_sempit(tabel, 0)]
        return tuple(w * ruang / sum(sempit) for w in sempit)
    bobot = [(k.lebar * p) ** 0.5 for k, p in zip(tabel.kolom, panjang, strict=True)]
    return _isi_ruang(bobot, list(zip(kata, panjang, strict=True)), ruang)


def _isi_ruang(bobot: Sequence[float], batas: Sequence[tuple[float, float]], ruang: float) -> tuple[float, ...]:
    """Share the room by weight, but nobody gets less than his least or more than he can use."""
    tetap: dict[int, float] = {}
    while True:
        sisa, bebas = ruang - sum(tetap.values()), sum(b for n, b in enumerate(bobot) if n not in tetap)
        bagian = {n: sisa * b / bebas for n, b in enumerate(bobot) if n not in tetap}
        kurang = {n: batas[n][0] for n, w in bagian.items() if w < batas[n][0]}
        lebih = {n: batas[n][1] for n, w in bagian.items() if w > batas[n][1]}
        # Who needs more is served first: what the others cannot use is more only then.
        if not kurang and not lebih:
            return tuple((tetap | bagian)[n] for n in range(len(bobot)))
        tetap |= kurang or lebih


def _lajur(tabel: TabelTerbit) -> Iterable[tuple[str, ...]]:
    """The texts of each column with its head, each once."""
    isi: Iterable[tuple[Sel, ...]] = zip(*tabel.baris, strict=True) if tabel.baris else (() for _ in tabel.kolom)
    for kolom, sel in zip(tabel.kolom, isi, strict=True):
        yield tuple(dict.fromkeys(chain((kolom.judul,), map(teks_sel, sel))))


def teks_sel(s: Sel) -> str:
    """Return the text of a cell; a grade has its symbol also where the text does not say it."""
    return f"{s.rupa.simbol} {s.teks}" if s.rupa and s.rupa.simbol not in s.teks else s.teks


def _terlebar(teks: str, utuh: int) -> float:
    """What of a text must stay on one line: all of a short one, else its longest word."""
    if len(teks) <= utuh:
        return lebar(teks, 1, tebal=True)
    return max((lebar(k, 1) for k in teks[:DIUKUR].split()), default=0.0)


def pecah(teks: str, ruang: float) -> str:
    """Return text in which words that are wider than a room may break anywhere.

    Args:
        teks: the text.
        ruang: the room in parts of the size of type.
    """
    # No letter is wider than 1.4: most texts are narrow enough by their length alone.
    if len(teks) * 1.4 <= ruang:
        return teks
    return " ".join(JEDA.join(k) if len(k) * 1.4 > ruang and lebar(k, 1) > ruang else k for k in teks.split(" "))
