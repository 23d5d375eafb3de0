"""A click on a mark of a chart opens the indicator it stands for."""

from typing import Any

import streamlit as st

from components.bingkai.navigasi import INDIKATOR, buka
from components.dasar import keadaan as sesi


def buka_terpilih(pilihan: Any, kode_opd: str, tahun: int) -> None:
    """Open the indicator whose mark was clicked; the figure carries its code as customdata.

    Args:
        pilihan: what `st.plotly_chart` returned with `on_select="rerun"`.
        kode_opd: where the indicator belongs.
        tahun: the year that is looked at.
    """
    titik = pilihan["selection"]["points"]
    kode = titik[0].get("customdata") if titik else None
    kode = kode[0] if isinstance(kode, list) and kode else kode
    # The click stays in the widget: without this note, coming back would lead away again at once.
    if kode and kode != st.session_state.get(sesi.INDIKATOR_DIKLIK):
        st.session_state[sesi.INDIKATOR_DIKLIK] = kode
        buka(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=kode)
    elif not kode:
        st.session_state[sesi.INDIKATOR_DIKLIK] = None
