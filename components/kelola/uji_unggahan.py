"""The audit of an upload before it is published: which findings are new, which are gone, how many stay."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import Baris, KolomTabel, redup, tabel
from components.dasar.teks import md
from kinerja.buku.banding.rincian import TemuanSingkat, UjiUnggahan
from kinerja.uji.banding import kalimat_banding
from kinerja.uji.daftar import tercetak_di

_KOLOM = (KolomTabel("OPD"), KolomTabel("Temuan"), KolomTabel("Keyakinan"))


def uji_unggahan(isi: UjiUnggahan) -> None:
    """Draw what the audit of a draft says; new findings stand open, they are what can still be mended."""
    st.subheader(md(f"Uji konsistensi: {kalimat_banding(isi)}"), anchor=False)
    if isi.jumlah_baru:
        with st.expander("Ketidaksesuaian baru", expanded=isi.jumlah_baru <= 20):
            _tabel(isi.baru, isi.jumlah_baru)
    if isi.jumlah_hilang:
        with st.expander("Ketidaksesuaian yang hilang"):
            _tabel(isi.hilang, isi.jumlah_hilang)


def _tabel(temuan: Sequence[TemuanSingkat], semua: int) -> None:
    keterangan = f"{len(temuan)} dari {semua} ketidaksesuaian" if len(temuan) < semua else ""
    tabel(
        _KOLOM,
        (
            Baris(
                (
                    t.opd,
                    Markup("{}<br>{}").format(t.uraian, redup(tercetak_di([t.sumber] if t.sumber else []))),
                    t.keyakinan,
                )
            )
            for t in temuan
        ),
        keterangan,
    )
