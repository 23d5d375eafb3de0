"""A picture of the corner of a sheet: the header framed, every row with the word for what it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from components.dasar.templat import makro
from kinerja.buku.anak import huruf
from kinerja.susun.model import HasilSusun

_SUDUT = makro("susun.html", "sudut")


@dataclass(frozen=True, slots=True)
class BarisSudut:
    """A row of the picture: its number in the sheet, the word for it, its cells, its state."""

    nomor: int
    bagian: str
    sel: tuple[str, ...]
    gaya: str


def sudut(hasil: HasilSusun) -> None:
    """Draw the first rows of the sheet in which a table was found, or looked for."""
    if hasil.sudut:
        lebar = max(len(b) for _, b in hasil.sudut)
        kata = f"Sudut lembar {hasil.lembar}" if hasil.lembar else "Sudut lembar pertama"
        keterangan = f"{kata}; judul kolom pada {hasil.judul}" if hasil.judul else kata
        st.html(str(_SUDUT([huruf(n) for n in range(1, lebar + 1)], list(baris_sudut(hasil)), keterangan)))


def baris_sudut(hasil: HasilSusun) -> Iterator[BarisSudut]:
    """Yield the rows of the picture."""
    awal, akhir = hasil.baris_judul
    for n, sel in hasil.sudut:
        if not awal or n < awal:
            yield BarisSudut(n, "di luar tabel" if awal else "", sel, "is-luar")
        elif n <= akhir:
            yield BarisSudut(n, "judul kolom", sel, "is-judul")
        else:
            yield BarisSudut(n, "isi", sel, "")
