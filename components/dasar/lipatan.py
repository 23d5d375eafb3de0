"""What stays closed until somebody asks: its content is made and sent when it is opened, not before."""

from collections.abc import Callable

import streamlit as st


def lipatan(label: str, kunci: str, gambar: Callable[[], None]) -> None:
    """Draw a closed expander.

    Args:
        label: its label, as Markdown; text of a workbook comes escaped.
        kunci: its key on this page; open stays open when a filter changes.
        gambar: draws the content.
    """
    wadah = st.expander(label, key=f"lipatan_{kunci}", on_change="rerun")
    if wadah.open:
        with wadah:
            gambar()
