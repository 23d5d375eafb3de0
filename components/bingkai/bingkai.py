"""The frame of a page: the finding as its title, the designed empty state, the source and version under it."""

import functools
from collections.abc import Callable, Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from components.bingkai.bagikan import Bagikan, tombol_bagikan, tombol_cetak
from components.bingkai.laporan_angka import tombol_laporkan
from components.bingkai.salin import tombol_salin
from components.bingkai.saringan import Saringan, pilih_opd, pilih_tahun
from components.dasar.teks import md
from components.server.antrean import giliran
from kinerja.dataset import Dataset
from kinerja.sajian.asal import PROGRAM, kalimat_asal, tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import Salinan, Topik

SUMBER_DITAMPILKAN = 6


def fragmen(isi: Callable[[], None]) -> Callable[[], None]:
    """Make a fragment that is drawn in its turn; what waits for other processes takes ``st.fragment`` itself."""

    @functools.wraps(isi)
    def bergiliran() -> None:
        with giliran():
            isi()

    return st.fragment(bergiliran)


def judul(temuan: str, topik: Topik) -> Salinan:
    """Draw the title, which states the finding, and the topic under it; both are returned for `kaki` to copy."""
    st.title(md(temuan), anchor=False)
    st.caption(md(str(topik)))
    return Salinan(temuan, topik)


def kepala(pandangan: Pandangan, topik: Topik) -> Salinan:
    """Draw the title of a view; what `kaki` copies has its key figures already."""
    return judul(pandangan.judul, topik).berisi(pandangan.butir)


def topik(saringan: Saringan, nama: str, *lain: str) -> Topik:
    """Return what a page is about: its name, the OPD and the year, then a part of them."""
    return Topik(nama, (saringan.opd.nama_opd, str(saringan.tahun), *lain))


def tanpa_data(
    dataset: Dataset, saringan: Saringan, apa: str, tahun_ada: Sequence[int], opd_ada: Iterable[str]
) -> None:
    """Say that a combination has no data and offer the ones that do.

    Args:
        dataset: for the names.
        saringan: what was asked for.
        apa: what is missing, for example "IKU".
        tahun_ada: years in which this OPD has it.
        opd_ada: codes of OPD that have it in this year, offered when this OPD never has.
    """
    st.title(md(f"Belum ada {apa} untuk {saringan.opd.nama_pendek} tahun {saringan.tahun}"), anchor=False)
    if tahun_ada:
        st.text("Tahun yang tersedia:")
        with st.container(horizontal=True):
            for tahun in tahun_ada:
                st.button(str(tahun), key=f"tahun_ada_{tahun}", on_click=pilih_tahun, args=(tahun,))
        return
    pilihan = list(opd_ada)
    st.text("OPD yang memiliki data pada tahun ini:" if pilihan else "Tidak ada OPD yang memiliki data pada tahun ini.")
    with st.container(horizontal=True):
        for kode in pilihan:
            st.button(md(dataset.opd[kode].nama_pendek), key=f"opd_ada_{kode}", on_click=pilih_opd, args=(kode,))


def kaki(
    dataset: Dataset | None,
    sumber: Iterable[str],
    tambahan: str = "",
    salinan: Salinan | None = None,
    berkas: Bagikan | None = None,
) -> None:
    """Draw the sources of what is shown, the versions of data and program, and buttons to copy, hand out, report.

    Without a dataset, only the program has a version to name.
    """
    semua = tempat_cetak(sumber)
    asal = kalimat_asal(semua, dataset.versi, SUMBER_DITAMPILKAN, tambahan) if dataset else ""
    with st.container(key="kaki", horizontal=True):
        # The program stands on a line of its own: beside the sources it would push the buttons onto a second row.
        isi = Markup('<div class="dk-kaki">{}<div class="dk-kaki__program">{}.</div></div>')
        st.html(str(isi.format(asal, PROGRAM)))
        if dataset is None:
            return
        if salinan is not None:
            tombol_salin(dataset, salinan, semua)
        if berkas is not None:
            tombol_bagikan(dataset, berkas)
        if salinan is not None:
            tombol_cetak(dataset, salinan, semua, berkas)
            tombol_laporkan(dataset)
