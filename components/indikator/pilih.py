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
    # Name indicators whose code is like the one in the URL, where there is no such indicator.
    alamat = st.query_params.get(sesi.INDIKATOR, "")
    if not alamat or dataset.kode_indikator(alamat) or len(alamat) > 100:
        saran = ""
    else:
        mirip = get_close_matches(alamat.upper(), dataset.indikator, n=MIRIP)
        nama = ", ".join(f"{k} ({dataset.indikator[k].indikator})" for k in mirip)
        saran = f"Kode indikator yang mirip: {nama}." if nama else ""
    # Let the filter that was changed take the other along, before either is drawn.
    semua = list(dataset.indikator)
    serap_alamat(sesi.OPD, [o.kode_opd for o in dataset.urutan_opd], dataset.urutan_opd[0].kode_opd)
    serap_alamat(sesi.INDIKATOR, semua, None)
    opd, kode_selaraskan = st.session_state[sesi.OPD], st.session_state[sesi.INDIKATOR]
    opd_lalu, kode_lalu = st.session_state.get(sesi.PASANGAN_INDIKATOR, (None, None))
    if kode_selaraskan is not None and (opd_lalu is None or kode_selaraskan != kode_lalu):
        st.session_state[sesi.OPD] = dataset.pemilik(dataset.indikator[kode_selaraskan]).kode_opd
    elif kode_selaraskan is None or dataset.pemilik(dataset.indikator[kode_selaraskan]).kode_opd != opd:
        semua_pertama = dataset.iku(opd) or dataset.indikator_opd[opd]
        pertama = semua_pertama[0].kode_indikator if semua_pertama else None
        st.session_state[sesi.INDIKATOR] = pertama
    saringan, (kanan,) = bilah(dataset, tambahan=1, lebar=6)
    terpilih = st.session_state.get(sesi.INDIKATOR)
    if terpilih is None:
        return saringan, None, saran
    with kanan:
        kode = pilih(
            "Indikator", sesi.INDIKATOR, _pilihan(dataset, terpilih), terpilih, tampil=lambda k: _nama(dataset, k)
        )
    st.session_state[sesi.PASANGAN_INDIKATOR] = (saringan.opd.kode_opd, kode)
    return saringan, kode, saran


@ingat(1)
def _iku(dataset: Dataset) -> tuple[str, ...]:
    return tuple(i.kode_indikator for o in dataset.opd_ber_iku for i in dataset.iku(o.kode_opd))


def _pilihan(dataset: Dataset, terpilih: str) -> list[str]:
    semua = _iku(dataset)
    return [*semua] if terpilih in semua else [terpilih, *semua]


def _nama(dataset: Dataset, kode: str) -> str:
    indikator = dataset.indikator[kode]
    return f"{indikator.indikator} · {dataset.pemilik(indikator).nama_pendek}"
