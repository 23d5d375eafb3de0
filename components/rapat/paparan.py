"""Page Paparan: the choice of sections, what the deck will show, the ways to take it along."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO

import streamlit as st
from markupsafe import Markup

from components.bingkai.saringan import Saringan, pilih_banyak
from components.bingkai.versi import versi_dipilih
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.unduh import tombol_unduh
from components.rapat.rute_tayang import SUSUNAN, alamat_tayang
from kinerja.dataset import Dataset
from kinerja.nilai.waktu import hari_ini
from kinerja.paparan.model import BagianPaparan, Paparan
from kinerja.paparan.susun import BAWAAN
from kinerja.terbitan.kumpulan import lampiran
from kinerja.terbitan.sampul import LAMPIRAN, nama_berkas, sampul

_KOLOM = (KolomTabel("No."), KolomTabel("Bagian"), KolomTabel("Judul slaid"))
_TAYANG = Markup('<a class="dk-tombol is-utama" href="{}" target="_self">▶ Tayangkan {} slaid</a>')
_TAUTAN = Markup('<a href="{}#{}" target="_self">{}</a>')
KETERANGAN_TOMBOL = (
    "Panah kanan atau spasi: slaid berikutnya. Panah kiri: sebelumnya. Nomor lalu Enter: lompat. G: daftar slaid. "
    "I: buka indikator. N: catat keputusan. B: layar hitam. T: waktu. F: layar penuh. Esc: keluar. ?: semua tombol."
)


def pilih_bagian() -> tuple[BagianPaparan, ...]:
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


def alamat(saringan: Saringan, bagian: Sequence[BagianPaparan]) -> str:
    """Return the address of the deck on the full screen, of the version that is looked at."""
    return alamat_tayang(saringan.opd.kode_opd, saringan.tahun, bagian, versi_dipilih())


def tombol_tayang(paparan: Paparan, alamat: str) -> None:
    """Draw the way to the full screen."""
    st.html(str(_TAYANG.format(alamat, len(paparan.slaid))))


def tombol_bawa(dataset: Dataset, paparan: Paparan) -> None:
    """Draw the buttons that hand out the deck, the Lampiran and the draft of the chapter, each made on press."""
    with st.container(horizontal=True):
        for label, jenis, akhiran, buat in BAWAAN_BERKAS:
            nama = nama_berkas(jenis, paparan.kode_opd, paparan.tahun, dataset.versi, akhiran)
            tombol_unduh(label, partial(_berkas, buat, dataset, paparan), nama, kunci=f"unduh_{jenis}_{akhiran}")


def _berkas(buat: Callable[[Dataset, Paparan, BytesIO], object], dataset: Dataset, paparan: Paparan) -> bytes:
    berkas = BytesIO()
    buat(dataset, paparan, berkas)
    return berkas.getvalue()


def _pptx(_dataset: Dataset, paparan: Paparan, berkas: BytesIO) -> None:
    from kinerja.ekspor.pptx import tulis_pptx

    tulis_pptx(paparan, berkas)


def _pdf(_dataset: Dataset, paparan: Paparan, berkas: BytesIO) -> None:
    from kinerja.ekspor.pdf import tulis_pdf_paparan

    tulis_pdf_paparan(paparan, berkas)


def _lampiran(dataset: Dataset, paparan: Paparan, berkas: BytesIO) -> None:
    from kinerja.ekspor.pdf import tulis_pdf_lampiran

    kode, tahun = paparan.kode_opd, paparan.tahun
    tulis_pdf_lampiran(lampiran(dataset, kode, tahun), sampul(dataset, kode, tahun, hari_ini(), LAMPIRAN), berkas)


def _docx(dataset: Dataset, paparan: Paparan, berkas: BytesIO) -> None:
    from kinerja.ekspor.docx import tulis_docx

    tulis_docx(dataset, paparan.kode_opd, paparan.tahun, hari_ini(), berkas)


BAWAAN_BERKAS = (
    ("Unduh PPTX", "paparan", "pptx", _pptx),
    ("Unduh PDF", "paparan", "pdf", _pdf),
    ("Unduh Lampiran (PDF)", "lampiran", "pdf", _lampiran),
    ("Unduh draf Bab III (DOCX)", "bab-iii", "docx", _docx),
)
"""Label, kind, ending and maker of what can be taken along."""


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
