"""Closing a finding with a reason, and opening it again, for those who may."""

from collections.abc import Sequence

import streamlit as st

from components.bingkai.akses import berhak, pelaku
from components.dasar import keadaan as sesi
from components.dasar.teks import md
from kinerja.akun.akses import Izin
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.nilai.galat import Ditolak
from kinerja.tindak import uji as tindak_uji
from kinerja.uji.daftar import sebutan
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, tertutup

_TANPA_HAK = "Temuan ditutup dan dibuka kembali oleh inspektorat atau pengelola setelah masuk (Kelola data)."


def tindakan(gudang: Gudang, dataset: Dataset, temuan: Sequence[Temuan], penutupan: Penutupan) -> None:
    """Draw what can be done with the findings that are listed."""
    if pesan := st.session_state.pop(sesi.PESAN_UJI, None):
        st.success(md(pesan), icon=":material/check_circle:")
    if not berhak(Izin.MENUTUP_TEMUAN):
        st.caption(_TANPA_HAK)
        return
    with st.expander("Tutup atau buka kembali sebuah temuan", icon=":material/task_alt:"):
        _formulir(gudang, dataset, {t.id: t for t in temuan}, penutupan)


def _formulir(gudang: Gudang, dataset: Dataset, pilihan: dict[str, Temuan], penutupan: Penutupan) -> None:
    kode = st.selectbox(
        "Temuan",
        list(pilihan),
        index=None,
        format_func=lambda k: label(dataset, pilihan[k]),
        key="temuan_ditindak",
        placeholder="Pilih",
    )
    if kode is None:
        return
    t = pilihan[kode]
    ditutup = tertutup(t, penutupan) is not None
    st.text(t.uraian)
    alasan = st.text_input("Alasan (wajib)", key=f"alasan_uji_{kode}", max_chars=tindak_uji.ALASAN_MAKS)
    if st.button("Buka kembali" if ditutup else "Tutup temuan", key="tindak_uji", disabled=not alasan.strip()):
        _lakukan(gudang, t, alasan, ditutup=ditutup)


def label(dataset: Dataset, temuan: Temuan) -> str:
    """Name a finding in one line."""
    return (
        f"{temuan.aturan} · {sebutan(dataset, temuan)} {temuan.alamat.tahun} · {temuan.alamat.ukuran} {temuan.tercetak}"
    )


def _lakukan(gudang: Gudang, temuan: Temuan, alasan: str, *, ditutup: bool) -> None:
    try:
        (tindak_uji.buka if ditutup else tindak_uji.tutup)(gudang, temuan, pelaku(), alasan)
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return
    st.session_state[sesi.PESAN_UJI] = (
        f"Temuan {temuan.id} {'terbuka kembali' if ditutup else 'ditutup'}: {alasan.strip()}"
    )
    st.rerun()
