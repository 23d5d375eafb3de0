"""Widths of a table's columns in parts of the size of type, and texts that break where a word is wider than those."""

from collections.abc import Iterable, Sequence
from itertools import chain

from kinerja.sajian.salinan import polos
from kinerja.sajian.tabel_terbit import Sel, TabelTerbit
from kinerja.sajian.ukur import lebar

SISI = 1.0
"""Both margins of a cell."""
UTUH = {20: 0.7, 12: 0.85, 0: 1.0}
"""Letters of a text that stays on one line, such as a grade, as long as these take no more than a share of the room."""
DIUKUR = 400
"""Letters of a text that are measured: a longer one fills its column anyhow."""
KOLOM_TERLEBAR = 0.25
"""Share of a table that a single word can ask for."""
JEDA, SPASI_UTUH = "\u200b", "\u00a0"
"""Where a word may break without a hyphen, and a space at which a line does not."""


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
    semua = [[lebar(t[:DIUKUR], 1, tebal=True) + SISI for t in isi] for isi in _lajur(tabel)]
    panjang = [max(isi) for isi in semua]
    if sum(panjang) <= ruang:
        return tuple(w * ruang / sum(panjang) for w in panjang)
    bobot = [(k.lebar * sum(isi) / len(isi)) ** 0.5 for k, isi in zip(tabel.kolom, semua, strict=True)]
    # The least of every column: short texts whole where enough is left for the long ones, else words; they fit.
    lajur = ([min(w, ruang * KOLOM_TERLEBAR) for w in paling_sempit(tabel, utuh)] for utuh in UTUH)
    calon = list(zip(lajur, UTUH.values(), strict=True))
    kata = next((k for k, bagian in calon if sum(k) <= bagian * ruang), calon[-1][0])
    paling_sedikit = [w * min(1, ruang / sum(kata)) for w in kata]
    return _isi_ruang(bobot, list(zip(paling_sedikit, panjang, strict=True)), ruang)


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


def teks_sel(sel: Sel) -> str:
    """Return the text of a cell on one line; a grade has its symbol, on the same line as its first word."""
    teks = polos(sel.teks)
    return f"{sel.rupa.simbol}{SPASI_UTUH}{teks}" if sel.rupa and sel.rupa.simbol not in teks else teks


def _terlebar(teks: str, utuh: int) -> float:
    """What of a text must stay on one line: all of a short one, else its longest word."""
    if len(teks) <= utuh:
        return lebar(teks, 1, tebal=True)
    return max((lebar(k, 1, tebal=True) for k in teks[:DIUKUR].split(" ")), default=0.0)


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
