"""Page Paparan: the choice of sections, what the deck will show, the ways to take it along."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from components.rute_tayang import SUSUNAN, alamat_tayang
from components.saringan import Saringan, pilih_banyak
from components.tabel import Baris, Kolom, tabel
from components.versi import versi_dipilih
from kinerja.paparan.model import Bagian, Paparan
from kinerja.paparan.susun import BAWAAN

_KOLOM = (Kolom("No."), Kolom("Bagian"), Kolom("Judul slaid"))
_TAYANG = Markup('<a class="dk-tombol dk-utama" href="{}" target="_self">▶ Tayangkan {} slaid</a>')
_TAUTAN = Markup('<a href="{}#{}" target="_self">{}</a>')
KETERANGAN_TOMBOL = (
    "Panah kanan atau spasi: slaid berikutnya. Panah kiri: sebelumnya. Nomor lalu Enter: lompat. G: daftar slaid. "
    "I: buka indikator. N: catat keputusan. B: layar hitam. T: waktu. F: layar penuh. Esc: keluar. ?: semua tombol."
)


def pilih_bagian() -> tuple[Bagian, ...]:
    """Draw the choice of sections; their order is that in which they are chosen, and stands in the URL."""
    nama = {b.alamat: b for b in BAWAAN}
    dipilih = pilih_banyak(
        "Bagian dan urutannya",
        SUSUNAN,
        list(nama),
        list(nama),
        milik="paparan",
        paling_banyak=len(nama),
        tampil=lambda a: nama[a].value,
    )
    return tuple(nama[a] for a in dipilih)


def alamat(saringan: Saringan, bagian: Sequence[Bagian]) -> str:
    """Return the address of the deck on the full screen, of the version that is looked at."""
    return alamat_tayang(saringan.opd.kode_opd, saringan.tahun, bagian, versi_dipilih())


def tombol_tayang(paparan: Paparan, alamat: str) -> None:
    """Draw the way to the full screen."""
    st.html(str(_TAYANG.format(alamat, len(paparan.slaid))))


def daftar_slaid(paparan: Paparan, alamat: str) -> None:
    """Draw the slides with their findings; each opens on the full screen."""
    baris = [
        Baris((str(n), s.bagian.value, _TAUTAN.format(alamat, s.kode, s.judul))) for n, s in enumerate(paparan.slaid, 1)
    ]
    tabel(_KOLOM, baris, f"{len(baris)} slaid")


def bagian_kosong(paparan: Paparan) -> None:
    """Say which sections have nothing to show, and why."""
    for bagian, alasan in paparan.tanpa:
        st.caption(f"Tanpa slaid {bagian.value}: {alasan}.")
