"""The one button that hands out a file."""

from collections.abc import Callable
from typing import Literal

import streamlit as st


def tombol_unduh(
    label: str,
    isi: bytes | str | Callable[[], bytes | str],
    nama: str,
    *,
    ikon: str = ":material/download:",
    kunci: str | None = None,
    datar: bool = False,
) -> None:
    """Offer `isi` as the file `nama`; a function is called only when somebody presses.

    Pressing runs nothing else: Streamlit lets go of the file of the last run when a new run begins, so a run started by
    the same press can take the file away before it is fetched.

    Args:
        label: Markdown; what comes from a workbook is escaped by the caller.
        isi: The file, or what makes it.
        nama: The name of the file; its ending tells the type.
        ikon: A Material symbol.
        kunci: The widget's key where a page has several of the same label.
        datar: Draw it without a frame, as the other buttons under a page.
    """
    jenis: Literal["secondary", "tertiary"] = "tertiary" if datar else "secondary"
    st.download_button(label, isi, nama, icon=ikon, key=kunci, on_click="ignore", type=jenis)
