"""The registry of pages: frozen rows, read by app.py, the links and the tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from components.bingkai.versi import versi_dipilih
from components.dasar import keadaan as sesi
from components.dasar.templat import makro
from kinerja.nilai.kelompok import himpun

_TAUTAN = makro("unsur.html", "tautan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Halaman:
    """A page: its file, title, icon, URL path and section of the menu."""

    berkas: str
    judul: str
    ikon: str
    jalur: str
    bagian: str


RINGKASAN = Halaman(
    berkas="pages/kinerja/ringkasan.py",
    judul="Ringkasan",
    ikon=":material/dashboard:",
    jalur="ringkasan",
    bagian="Kinerja",
)
CAPAIAN = Halaman(
    berkas="pages/kinerja/capaian.py", judul="Capaian", ikon=":material/target:", jalur="capaian", bagian="Kinerja"
)
INDIKATOR = Halaman(
    berkas="pages/kinerja/indikator.py",
    judul="Indikator",
    ikon=":material/analytics:",
    jalur="indikator",
    bagian="Kinerja",
)
PREDIKAT = Halaman(
    berkas="pages/kinerja/predikat.py",
    judul="Predikat",
    ikon=":material/military_tech:",
    jalur="predikat",
    bagian="Kinerja",
)
POHON = Halaman(
    berkas="pages/kinerja/pohon.py",
    judul="Pohon kinerja",
    ikon=":material/account_tree:",
    jalur="pohon",
    bagian="Kinerja",
)
SKENARIO = Halaman(
    berkas="pages/kinerja/skenario.py", judul="Skenario", ikon=":material/tune:", jalur="skenario", bagian="Kinerja"
)
ANGGARAN = Halaman(
    berkas="pages/sumber_daya/anggaran.py",
    judul="Anggaran",
    ikon=":material/payments:",
    jalur="anggaran",
    bagian="Sumber daya",
)
OPD = Halaman(
    berkas="pages/perbandingan/opd.py",
    judul="Perangkat daerah",
    ikon=":material/apartment:",
    jalur="opd",
    bagian="Perbandingan",
)
REGIONAL = Halaman(
    berkas="pages/perbandingan/regional.py",
    judul="Regional",
    ikon=":material/map:",
    jalur="regional",
    bagian="Perbandingan",
)
PAPARAN = Halaman(
    berkas="pages/rapat/paparan.py", judul="Paparan", ikon=":material/slideshow:", jalur="paparan", bagian="Rapat"
)
NOTULEN = Halaman(
    berkas="pages/rapat/notulen.py", judul="Notulen rapat", ikon=":material/edit_note:", jalur="notulen", bagian="Rapat"
)
UJI = Halaman(
    berkas="pages/pemeriksaan/uji.py",
    judul="Uji konsistensi",
    ikon=":material/fact_check:",
    jalur="uji",
    bagian="Pemeriksaan",
)
KELENGKAPAN = Halaman(
    berkas="pages/kelola/kelengkapan.py",
    judul="Kelengkapan data",
    ikon=":material/checklist:",
    jalur="kelengkapan",
    bagian="Kelola",
)
KELOLA = Halaman(
    berkas="pages/kelola/kelola.py", judul="Kelola data", ikon=":material/upload_file:", jalur="kelola", bagian="Kelola"
)
PANDUAN = Halaman(
    berkas="pages/bantuan/panduan.py", judul="Panduan", ikon=":material/menu_book:", jalur="panduan", bagian="Bantuan"
)

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


def _halaman(halaman: Halaman) -> Any:
    """Return Streamlit's page, made once a session.

    Not once for all: `st.navigation` marks the page that may run, and two sessions at the same moment would take that
    mark from each other ("This page cannot be called directly", seen on 1.67 with ten sessions at once).
    """
    milik: dict[str, Any] = st.session_state.setdefault(sesi.OBJEK_HALAMAN, {})
    if halaman.jalur not in milik:
        buat = st.Page(
            halaman.berkas,
            title=halaman.judul,
            icon=halaman.ikon,
            url_path=halaman.jalur,
            default=halaman is HALAMAN[0],
        )
        milik[halaman.jalur] = buat
    return milik[halaman.jalur]


def menu() -> dict[str, list[Any]]:
    """Return the pages by section, as `st.navigation` takes them."""
    return himpun((halaman.bagian, _halaman(halaman)) for halaman in HALAMAN)


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
    return _TAUTAN(alamat, teks)


def _isi_alamat(alamat: Mapping[str, str | int]) -> dict[str, str]:
    versi = {sesi.VERSI: nomor} if (nomor := versi_dipilih()) else {}
    return {k: str(v) for k, v in {**alamat, **versi}.items()}
