"""A sheet as a reading module hands it over, whatever file it came from; runs in the reading child only."""

from collections.abc import Iterable
from typing import Any

from kinerja.buku.rapi.padat import TerlaluPadat

LUAS_MAKS = 10_000_000
"""Cells of all sheets together, the empty ones between filled ones too: each takes a place in the caller's memory."""


class Ditolak(Exception):  # noqa: N818 - Indonesian for "refused"
    """The file is none that can be read; carries the code of the message and what fills it."""

    def __init__(self, kode: str, **isi: object) -> None:
        super().__init__(kode)
        self.kode = kode
        self.isi = isi


def susun_lembar(nama: str, baris: Iterable[list[Any]], *, tersembunyi: bool = False, **bentuk: Any) -> dict[str, Any]:
    """Return a sheet in the form that goes to the caller.

    Args:
        nama: its name.
        baris: the rows as [number from 1, cells from column A], in order.
        tersembunyi: the sheet is hidden.
        bentuk: `gabungan` (merged cells as row, column, last row, last column), `baris_sembunyi`, `kolom_sembunyi`
            (numbers), `jauh` (address of a cell beyond the limits).

    Raises:
        TerlaluPadat: when merged cells cover more than there is.
    """
    isi: list[list[Any]] = []
    lebar = 0
    for nomor, sel in baris:
        bersih = [None if isinstance(s, str) and (not s or s.isspace()) else s for s in sel]
        while bersih and bersih[-1] is None:
            bersih.pop()
        if bersih:
            isi.append([nomor, bersih])
            lebar = max(lebar, len(bersih))
    tinggi = int(isi[-1][0]) if isi else 0
    return {
        "nama": nama,
        "tersembunyi": tersembunyi,
        "jauh": bentuk.get("jauh"),
        "ukuran": [tinggi, lebar],
        "baris": isi,
        "gabungan": _di_dalam(bentuk.get("gabungan", ()), tinggi, lebar),
        "baris_sembunyi": sorted({n for n in bentuk.get("baris_sembunyi", ()) if 0 < n <= tinggi}),
        "kolom_sembunyi": sorted({n for n in bentuk.get("kolom_sembunyi", ()) if 0 < n <= lebar}),
    }


def _di_dalam(gabungan: Iterable[list[int]], tinggi: int, lebar: int) -> list[list[int]]:
    """Cut merged cells at the last filled row and column; one cell is none."""
    terpotong = ([r1, k1, min(r2, tinggi), min(k2, lebar)] for r1, k1, r2, k2 in gabungan)
    hasil = [g for g in terpotong if 0 < g[0] <= g[2] and 0 < g[1] <= g[3] and g[:2] != g[2:]]
    if sum((r2 - r1 + 1) * (k2 - k1 + 1) for r1, k1, r2, k2 in hasil) > tinggi * lebar:
        raise TerlaluPadat("sel gabungannya saling menutupi")
    return sorted(hasil)


def tanpa_yang_luas(hasil: dict[str, Any]) -> dict[str, Any]:
    """Empty the sheets that hold a few cells far from each other, as `luas`, once there are too many places."""
    sisa = LUAS_MAKS
    for lembar in hasil["lembar"]:
        tinggi, lebar = lembar["ukuran"]
        if tinggi * lebar > sisa:
            lembar.update(luas=[tinggi, lebar], baris=[], gabungan=[], baris_sembunyi=[], kolom_sembunyi=[])
            lembar["ukuran"] = [0, 0]
        else:
            sisa -= tinggi * lebar
    return hasil
