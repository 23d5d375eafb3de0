"""The registry of pages: frozen rows, read by app.py, the links and the tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from components.bingkai.versi import KUNCI, versi_dipilih


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
INDIKATOR = Halaman("pages/kinerja/indikator.py", "Indikator", ":material/analytics:", "indikator", "Kinerja")
PREDIKAT = Halaman("pages/kinerja/predikat.py", "Predikat", ":material/military_tech:", "predikat", "Kinerja")
POHON = Halaman("pages/kinerja/pohon.py", "Pohon kinerja", ":material/account_tree:", "pohon", "Kinerja")
SKENARIO = Halaman("pages/kinerja/skenario.py", "Skenario", ":material/tune:", "skenario", "Kinerja")
ANGGARAN = Halaman("pages/sumber_daya/anggaran.py", "Anggaran", ":material/payments:", "anggaran", "Sumber daya")
OPD = Halaman("pages/perbandingan/opd.py", "Perangkat daerah", ":material/apartment:", "opd", "Perbandingan")
REGIONAL = Halaman("pages/perbandingan/regional.py", "Regional", ":material/map:", "regional", "Perbandingan")
PAPARAN = Halaman("pages/rapat/paparan.py", "Paparan", ":material/slideshow:", "paparan", "Rapat")
NOTULEN = Halaman("pages/rapat/notulen.py", "Notulen rapat", ":material/edit_note:", "notulen", "Rapat")
UJI = Halaman("pages/pemeriksaan/uji.py", "Uji konsistensi", ":material/fact_check:", "uji", "Pemeriksaan")
KELENGKAPAN = Halaman(
    "pages/kelola/kelengkapan.py", "Kelengkapan data", ":material/checklist:", "kelengkapan", "Kelola"
)
KELOLA = Halaman("pages/kelola/kelola.py", "Kelola data", ":material/upload_file:", "kelola", "Kelola")
PANDUAN = Halaman("pages/bantuan/panduan.py", "Panduan", ":material/menu_book:", "panduan", "Bantuan")

HALAMAN: tuple[Halaman, ...] = (
    RINGKASAN,
    CAPAIAN,
    INDIKATOR,
    PREDIKAT,
    POHON,
    SKENARIO,
    ANGGARAN,
    OPD,
    REGIONAL,
    PAPARAN,
    NOTULEN,
    UJI,
    KELENGKAPAN,
    KELOLA,
    PANDUAN,
)
"""Every page, in the order of the menu; the first is the one that opens."""
OBJEK_HALAMAN = "objek_halaman"


def _halaman(halaman: Halaman) -> Any:
    """Return Streamlit's page, made once a session.

    Not once for all: `st.navigation` marks the page that may run, and two sessions at the same moment would take that
    mark from each other ("This page cannot be called directly", seen on 1.67 with ten sessions at once).
    """
    milik: dict[str, Any] = st.session_state.setdefault(OBJEK_HALAMAN, {})
    if halaman.jalur not in milik:
        milik[halaman.jalur] = _buat(halaman)
    return milik[halaman.jalur]


def _buat(halaman: Halaman) -> Any:
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
    st.page_link(_halaman(halaman), label=teks, query_params=_isi_alamat(alamat))


def buka(halaman: Halaman, **alamat: str | int) -> None:
    """Go to a page, with its filters and the version; the script ends here."""
    st.switch_page(_halaman(halaman), query_params=_isi_alamat(alamat))


def alamat_halaman(halaman: Halaman, **alamat: str | int) -> str:
    """Return the address of a page with its filters and the version, relative to any other page."""
    jalur = "" if halaman is HALAMAN[0] else halaman.jalur
    return f"./{jalur}?{urlencode(_isi_alamat(alamat))}"


def tautan_html(alamat: str, teks: str | Markup) -> Markup:
    """Return a link for our own HTML: a plain click changes the page within the session (aset/dasbor.js)."""
    return Markup('<a class="dk-tautan" href="{}">{}</a>').format(alamat, teks)


def _isi_alamat(alamat: Mapping[str, str | int]) -> dict[str, str]:
    versi = {KUNCI: nomor} if (nomor := versi_dipilih()) else {}
    return {k: str(v) for k, v in {**alamat, **versi}.items()}
