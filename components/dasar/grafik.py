"""A figure on a page: drawn with our settings, described in words, with its source and version under it."""

from collections.abc import Iterable
from typing import Any

import streamlit as st
from markupsafe import Markup
from plotly.graph_objects import Figure

from components.dasar.tema import KONFIGURASI_GRAFIK
from kinerja.dataset import Dataset
from kinerja.sajian.asal import kalimat_asal

_SUMBER = Markup('<div class="dk-sumber">{}</div>')


def gambar(fig: Figure, kunci: str, alt: str, dataset: Dataset, sumber: Iterable[str] | None, **pilihan: Any) -> Any:
    """Draw a figure and what it stands on; returns what was chosen in it, where `pilihan` asks for that.

    Args:
        fig: the figure.
        kunci: its key.
        alt: the finding with its figures, for who cannot see it.
        dataset: for the version.
        sumber: where the drawn figures are printed; None where `sumber_gambar` says so for several figures at once.
        pilihan: further arguments of `st.plotly_chart`.
    """
    hasil = st.plotly_chart(fig, key=kunci, config=KONFIGURASI_GRAFIK, alt=alt, **pilihan)
    if sumber is not None:
        sumber_gambar(dataset, sumber)
    return hasil


def sumber_gambar(dataset: Dataset, sumber: Iterable[str]) -> None:
    """Draw the small line under a figure: where its values are printed, and the version of the data."""
    st.html(str(_SUMBER.format(kalimat_asal(sumber, dataset.versi))))
