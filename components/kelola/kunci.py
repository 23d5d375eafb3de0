"""Locked periods: what is locked, locking a year or a quarter, unlocking with a reason."""

from collections.abc import Callable

import streamlit as st

from components.bingkai.akses import pelaku
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.teks import md
from kinerja.gudang.gudang import Gudang, Kunci
from kinerja.model.istilah import Periode
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import format_waktu
from kinerja.sumber import versi as sumber
from kinerja.unggah import impor

KOLOM = (KolomTabel("Periode"), KolomTabel("Dikunci"), KolomTabel("Oleh"), KolomTabel("Alasan"))


def kunci_periode(gudang: Gudang) -> None:
    """Draw the locked periods and the forms to lock and unlock."""
    st.text("Unggahan yang mengubah angka pada periode terkunci ditolak dengan menyebut selnya.")
    terkunci = gudang.kunci()
    if terkunci:
        tabel(KOLOM, [Baris((_nama(k), format_waktu(k.waktu), k.oleh, k.alasan)) for k in terkunci])
    else:
        st.info("Belum ada periode yang terkunci.")
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        dataset = sumber.aktif().dataset
        with st.form("kunci", clear_on_submit=True):
            st.subheader("Kunci periode", anchor=False)
            tahun = st.selectbox("Tahun", dataset.tahun if dataset else ())
            periode = st.selectbox("Periode", list(Periode), format_func=lambda p: p.value, index=0)
            alasan = st.text_input("Alasan (wajib)", max_chars=200)
            if st.form_submit_button("Kunci", icon=":material/lock:") and _lengkap(alasan) and tahun:
                _jalankan(
                    lambda: impor.kunci_periode(
                        gudang, tahun, (periode or Periode.TAHUNAN).value, pelaku(), alasan.strip()
                    )
                )
    with kanan:
        _membuka(gudang, terkunci)


def _nama(k: Kunci) -> str:
    return f"Tahun {k.tahun}" if k.periode == Periode.TAHUNAN else f"{k.periode} {k.tahun}"


def _membuka(gudang: Gudang, terkunci: tuple[Kunci, ...]) -> None:
    if not terkunci:
        return
    with st.form("buka_kunci", clear_on_submit=True):
        st.subheader("Buka kunci", anchor=False)
        k = st.selectbox("Periode terkunci", terkunci, format_func=_nama)
        alasan = st.text_input("Alasan (wajib)", max_chars=200)
        if st.form_submit_button("Buka kunci", icon=":material/lock_open:") and _lengkap(alasan) and k:
            _jalankan(lambda: impor.buka_kunci(gudang, k.tahun, k.periode, pelaku(), alasan.strip()))


def _lengkap(alasan: str) -> bool:
    if not alasan.strip():
        st.error("Isi alasannya.")
    return bool(alasan.strip())


def _jalankan(tindakan: Callable[[], None]) -> None:
    try:
        tindakan()
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
    else:
        st.rerun()
