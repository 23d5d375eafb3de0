"""The choice of one indicator: an indicator belongs to an OPD, so the two filters follow each other."""

from difflib import get_close_matches

import streamlit as st

from components.bingkai.saringan import Saringan, bilah, pilih, serap_alamat
from components.dasar import keadaan as sesi
from kinerja.dataset import Dataset, ingat

"""Name in the URL and in the session, shared with the pages that mark an indicator."""
MIRIP = 3


def bilah_indikator(dataset: Dataset) -> tuple[Saringan, str | None, str]:
    """Draw OPD, year and indicator.

    Options are the IKU of all OPD, and the indicator that is open where it is none: they never shrink with the OPD. An
    indicator of another OPD takes the OPD along; another OPD opens its first indicator.

    Returns:
        OPD and year, the kode indikator (None where the OPD has none), and what an unknown code might have meant.
    """
    alamat, saran = st.query_params.get(sesi.INDIKATOR, ""), ""
    if alamat and not dataset.kode_indikator(alamat) and len(alamat) <= 100:
        mirip = get_close_matches(alamat.upper(), dataset.indikator, n=MIRIP)
        nama = ", ".join(f"{k} ({dataset.indikator[k].indikator})" for k in mirip)
        saran = f"Kode indikator yang mirip: {nama}." if nama else ""
    # The filter that was changed takes the other along, before either is drawn.
    serap_alamat(sesi.OPD, [o.kode_opd for o in dataset.urutan_opd], dataset.urutan_opd[0].kode_opd)
    serap_alamat(sesi.INDIKATOR, list(dataset.indikator), None)
    opd, dituju = st.session_state[sesi.OPD], st.session_state[sesi.INDIKATOR]
    pemilik = None if dituju is None else dataset.pemilik(dataset.indikator[dituju]).kode_opd
    opd_lalu, kode_lalu = st.session_state.get(sesi.PASANGAN_INDIKATOR, (None, None))
    if dituju is not None and (opd_lalu is None or dituju != kode_lalu):
        st.session_state[sesi.OPD] = pemilik
    elif pemilik != opd:
        milik = dataset.iku(opd) or dataset.indikator_opd[opd]
        st.session_state[sesi.INDIKATOR] = milik[0].kode_indikator if milik else None
    saringan, (kanan,) = bilah(dataset, tambahan=1, lebar=6)
    terpilih = st.session_state.get(sesi.INDIKATOR)
    if terpilih is None:
        return saringan, None, saran
    iku = list(_iku(dataset))
    pilihan = iku if terpilih in iku else [terpilih, *iku]
    with kanan:
        kode = pilih("Indikator", sesi.INDIKATOR, pilihan, terpilih, tampil=lambda k: _nama(dataset, k))
    st.session_state[sesi.PASANGAN_INDIKATOR] = (saringan.opd.kode_opd, kode)
    return saringan, kode, saran


@ingat(1)
def _iku(dataset: Dataset) -> tuple[str, ...]:
    return tuple(i.kode_indikator for o in dataset.opd_ber_iku for i in dataset.iku(o.kode_opd))


def _nama(dataset: Dataset, kode: str) -> str:
    indikator = dataset.indikator[kode]
    return f"{indikator.indikator} · {dataset.pemilik(indikator).nama_pendek}"
