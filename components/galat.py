"""What a reader sees when the program itself fails: a calm sentence and a number for the log, never a traceback."""

import logging
import secrets

import streamlit as st

_CATATAN = logging.getLogger("dasbor")


def tangani_galat(galat: Exception) -> bool:
    """Log an uncaught exception under a short number and show only that number."""
    nomor = secrets.token_hex(3)
    _CATATAN.error("galat %s", nomor, exc_info=galat)
    st.error(
        f"Halaman ini tidak dapat ditampilkan. Muat ulang halaman; bila berulang, sampaikan nomor {nomor} "
        "kepada pengelola."
    )
    return True
