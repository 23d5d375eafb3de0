"""The registry of pages: frozen rows, read by app.py, the links and the tests."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from components.versi import KUNCI, versi_dipilih


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page: its file, title, icon, URL path and section of the menu."""

    berkas: str
    judul: str
    ikon: str
    jalur: str
    bagian: str


RINGKASAN = Halaman("pages/kinerja/ringkasan.py", "Ringkasan", ":material/dashboard:", "ringkasan", "Kinerja")
CAPAIAN = Halaman("pages/kinerja/capaian.py", "Capaian", ":material/target:", "capaian", "Kinerja")
PREDIKAT = Halaman("pages/kinerja/predikat.py", "Predikat", ":material/military_tech:", "predikat", "Kinerja")
ANGGARAN = Halaman("pages/sumber_daya/anggaran.py", "Anggaran", ":material/payments:", "anggaran", "Sumber daya")
REGIONAL = Halaman("pages/perbandingan/regional.py", "Regional", ":material/map:", "regional", "Perbandingan")
KELOLA = Halaman("pages/kelola/kelola.py", "Kelola data", ":material/upload_file:", "kelola", "Kelola")
PANDUAN = Halaman("pages/bantuan/panduan.py", "Panduan", ":material/menu_book:", "panduan", "Bantuan")

HALAMAN: tuple[Halaman, ...] = (RINGKASAN, CAPAIAN, PREDIKAT, ANGGARAN, REGIONAL, KELOLA, PANDUAN)
"""Every page, in the order of the menu; the first is the one that opens."""


@cache
def _halaman(halaman: Halaman) -> Any:
    return st.Page(
        halaman.berkas,
        title=halaman.judul,
        icon=halaman.ikon,
        url_path=halaman.jalur,
        default=halaman is HALAMAN[0],
    )


def menu() -> dict[str, list[Any]]:
    """Return the pages by section, as `st.navigation` takes them."""
    hasil: dict[str, list[Any]] = {}
    for halaman in HALAMAN:
        hasil.setdefault(halaman.bagian, []).append(_halaman(halaman))
    return hasil


def tautan(halaman: Halaman, teks: str, **alamat: str | int) -> None:
    """Draw a link to a page that carries its filters and the version; `teks` is Markdown already safe to show."""
    versi = {KUNCI: nomor} if (nomor := versi_dipilih()) else {}
    isi = {k: str(v) for k, v in {**alamat, **versi}.items()}
    st.page_link(_halaman(halaman), label=teks, query_params=isi)
