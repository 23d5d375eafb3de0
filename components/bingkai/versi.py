"""The version that is looked at: the active one, or an older one by link or from the history, with a plain banner."""

import streamlit as st

from components.dasar import keadaan as sesi
from components.dasar.teks import md
from components.server.antrean import di_luar_giliran
from kinerja.gudang.riwayat import kalimat_ditunda, kalimat_terkendala, kalimat_versi_lama
from kinerja.sumber import versi as sumber


def keadaan_dipilih() -> sumber.Aktif:
    """Return the dataset of the version that URL or session ask for, by default the active one."""
    nomor = _nomor_diminta()
    if nomor is None:
        keadaan = sumber.aktif()
    else:
        with di_luar_giliran():
            keadaan = sumber.aktif(nomor)
    if keadaan.versi is not None:
        lain = keadaan.versi.nomor != keadaan.nomor_aktif
        _tulis(keadaan.versi.nomor if lain else None)
        if keadaan.ditunda is not None:
            st.warning(md(kalimat_ditunda(keadaan.ditunda)), icon=":material/hourglass_empty:")
        elif nomor is not None and nomor != keadaan.versi.nomor:
            st.warning(f"Versi {nomor} tidak ada; yang ditampilkan adalah versi aktif.")
    return keadaan


def spanduk(keadaan: sumber.Aktif) -> None:
    """Say plainly that the store is in trouble, or that an older version is shown, and offer the way back."""
    versi = keadaan.versi
    if versi and keadaan.kendala and keadaan.terlihat:
        with st.container(key="spanduk_gudang"):
            kata = kalimat_terkendala(versi, keadaan.kendala.pesan, keadaan.terlihat)
            st.warning(md(kata), icon=":material/cloud_off:")
    if versi is None or versi.nomor == keadaan.nomor_aktif:
        return
    with st.container(key="spanduk_versi", horizontal=True, vertical_alignment="center"):
        st.warning(md(kalimat_versi_lama(versi, keadaan.nomor_aktif)), icon=":material/history:")
        st.button("Lihat versi aktif", on_click=pilih_versi, args=(None,), key="ke_versi_aktif")


def pilih_versi(nomor: int | None) -> None:
    """Look at a version from now on; None is the active one."""
    _tulis(nomor)


def versi_dipilih() -> int | None:
    """Return the version that this session looks at, None for the active one."""
    nomor: int | None = st.session_state.get(sesi.VERSI)
    return nomor


def _nomor_diminta() -> int | None:
    alamat = st.query_params.get(sesi.VERSI)
    if alamat is not None:
        st.session_state[sesi.VERSI] = int(alamat) if alamat.isdecimal() and len(alamat) < 10 else None
    return versi_dipilih()


def _tulis(nomor: int | None) -> None:
    st.session_state[sesi.VERSI] = nomor
    if nomor is None:
        st.query_params.pop(sesi.VERSI, None)
    elif st.query_params.get(sesi.VERSI) != str(nomor):
        st.query_params[sesi.VERSI] = str(nomor)
