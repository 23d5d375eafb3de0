"""The audit of an upload before it is published: which findings are new, which are gone, how many stay."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import Baris, Kolom, redup, tabel
from components.dasar.teks import md
from kinerja.uji.banding import kalimat_banding

_KOLOM = (Kolom("OPD"), Kolom("Temuan"), Kolom("Keyakinan"))


def uji_unggahan(isi: Mapping[str, Any]) -> None:
    """Draw what the audit of a draft says; new findings stand open, they are what can still be mended."""
    jumlah = isi["jumlah"]
    st.subheader(md(f"Uji konsistensi: {kalimat_banding(jumlah)}"), anchor=False)
    if jumlah["baru"]:
        with st.expander("Ketidaksesuaian baru", expanded=jumlah["baru"] <= 20):
            _tabel(isi["baru"], jumlah["baru"])
    if jumlah["hilang"]:
        with st.expander("Ketidaksesuaian yang hilang"):
            _tabel(isi["hilang"], jumlah["hilang"])


def _tabel(temuan: Sequence[Mapping[str, str]], semua: int) -> None:
    keterangan = f"{len(temuan)} dari {semua} ketidaksesuaian" if len(temuan) < semua else ""
    tabel(_KOLOM, (Baris((t["opd"], _isi(t), t["keyakinan"])) for t in temuan), keterangan)


def _isi(t: Mapping[str, str]) -> Markup:
    return Markup("{}<br>{}").format(t["uraian"], redup(f"Tercetak di {t['sumber']}"))
