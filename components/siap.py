"""Getting ready before the first visitor: the dataset is loaded while the server starts."""

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components.peristiwa import pasang_pencatat
from kinerja import sumber
from kinerja.uji.mesin import uji


@asynccontextmanager
async def muat_di_awal(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Load the dataset in a thread, so that the server answers meanwhile; logins go into the store's log."""
    pasang_pencatat(_ke_gudang)
    threading.Thread(target=_muat, daemon=True).start()
    yield {}


def _ke_gudang(peristiwa: str, oleh: str, **rincian: str) -> None:
    sumber.gudang().catat(peristiwa, oleh, **rincian)


def _muat() -> None:
    # The chart and page modules are heavy; importing them here spares the first visitor the wait.
    import components.charts.capaian
    import components.charts.peta  # noqa: F401

    if dataset := sumber.aktif().dataset:
        uji(dataset)  # its findings mark figures on every page
    # Streamlit collects garbage after every rerun; what is loaded for good need not be looked at again.
    gc.collect()
    gc.freeze()
