"""Access as a page uses it: who is here, a door for those who may not, a line that says who is logged in."""

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from components.dasar import keadaan as sesi
from components.dasar.teks import md
from components.server.jati_diri import PENGELOLA_LOKAL, dari_sesi, pengaturan_atau_tertutup
from components.server.masuk import JALUR_KELUAR, JALUR_MASUK
from kinerja.akun.akses import Izin, Pengguna

_BELUM_DIATUR = (
    "Akun belum diatur pada server ini, dan server dapat dijangkau dari perangkat lain. Supaya data dapat dikelola, "
    "pengelola server membuat akun di .streamlit/secrets.toml (petunjuk: docs/akses.md), atau membuka dasbor langsung "
    "di mesin server dengan alamat 127.0.0.1."
)
_PENGATURAN_SALAH = (
    "Pengaturan akun pada server ini belum benar, sehingga pengelolaan ditutup. Sebabnya ada di log server."
)


def pengguna_kini() -> Pengguna | None:
    """Return who is logged in in this session; None for a mere reader.

    Asked anew on every run: an account that was removed, a role that changed and a login that ran out count at once.
    """
    pengaturan = pengaturan_atau_tertutup()
    return dari_sesi().pengguna(pengaturan) if pengaturan else None


def perlu_masuk(izin: Izin, *, berjudul: bool = False) -> Pengguna:
    """Return the person when they hold a right; else say what to do and stop the page.

    `berjudul` says that the page has drawn its title already. This opens or closes a page; what is done on it is
    checked again in kinerja.
    """
    pengguna = pengguna_kini()
    if pengguna is None:
        _kepala("Masuk untuk mengelola data", berjudul=berjudul)
        pengaturan = pengaturan_atau_tertutup()
        if pengaturan is None:
            st.warning(_PENGATURAN_SALAH)
        elif pengaturan.kosong:
            st.info(_BELUM_DIATUR)
        else:
            st.text(f"Melihat dasbor terbuka untuk semua; {izin.value} memerlukan akun.")
            if dari_sesi().klaim:
                st.warning("Akun dinas Anda belum memiliki peran di dasbor ini, atau masuknya sudah terlalu lama.")
                st.button("Keluar dari akun dinas", on_click=st.logout)
            if pengaturan.akun:
                saringan = urlencode(st.query_params.to_dict())
                kembali = f"/{st.session_state.get(sesi.HALAMAN_KINI, '')}{f'?{saringan}' if saringan else ''}"
                _tautan(f"{JALUR_MASUK}?{urlencode({'kembali': kembali})}", "Masuk dengan akun lokal")
            for nama in pengaturan.penyedia:
                label = f"Masuk dengan akun dinas{f' ({md(nama)})' if nama else ''}"
                st.button(label, key=f"masuk_{nama}", on_click=st.login, args=(nama or None,))
        st.stop()
    if not pengguna.boleh(izin):
        _kepala("Peran Anda tidak mencakup halaman ini", berjudul=berjudul)
        st.text(f"Peran {pengguna.peran.value} tidak berhak {izin.value}.")
        baris_pengguna(pengguna)
        st.stop()
    return pengguna


def baris_pengguna(pengguna: Pengguna) -> None:
    """Draw the line that says who is logged in, with the way out."""
    if pengguna is PENGELOLA_LOKAL:
        st.caption("Pengelolaan terbuka tanpa akun karena dasbor dibuka di mesin ini sendiri dan akun belum diatur.")
        return
    keterangan = ", ".join(b for b in (pengguna.peran.value, pengguna.kode_opd) if b)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(md(f"Masuk sebagai {pengguna.nama} ({keterangan})"), width="content")
        if dari_sesi().klaim.get("email") == pengguna.nama:
            st.button("Keluar", key="keluar_oidc", type="tertiary", on_click=st.logout)
        else:
            _tautan(JALUR_KELUAR, "Keluar")


def _kepala(teks: str, *, berjudul: bool) -> None:
    if berjudul:
        st.subheader(teks, anchor=False)
    else:
        st.title(teks, anchor=False)


def _tautan(alamat: str, teks: str) -> None:
    # An anchor of our own: Streamlit's link button opens a new window, and the old one would not know of the login.
    st.html(str(Markup('<a class="dk-tombol" href="{}">{}</a>').format(alamat, teks)), width="content")
