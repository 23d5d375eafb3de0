"""Access as a page uses it: who acts now, a door for those who may not, a line that says who is logged in.

Nobody hands a person on: a fragment, a callback and a file that is made on press live longer than the run that drew
them, and longer than a login. Each asks here at the moment of the act.
"""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from components.dasar import keadaan as sesi
from components.dasar.teks import md
from components.server.jati_diri import PENGELOLA_LOKAL, Pengunjung, dari_sesi, pengaturan_atau_tertutup
from components.server.jurnal import tulis
from components.server.masuk import JALUR_KELUAR, JALUR_MASUK
from kinerja.akun.akses import Izin, Pengguna, TidakBerhak
from kinerja.nilai.galat import Ditolak

_BELUM_DIATUR = (
    "Akun belum diatur pada server ini, dan server dapat dijangkau dari perangkat lain. Supaya data dapat dikelola, "
    "pengelola server membuat akun di .streamlit/secrets.toml (petunjuk: docs/akses.md), atau membuka dasbor langsung "
    "di mesin server dengan alamat 127.0.0.1."
)
_PENGATURAN_SALAH = (
    "Pengaturan akun pada server ini belum benar, sehingga pengelolaan ditutup. Sebabnya ada di log server."
)


class TidakMasuk(Ditolak):
    """Nobody is logged in in this window, or no longer."""

    def __init__(self) -> None:
        super().__init__("Anda tidak masuk atau masuknya sudah berakhir; tidak ada yang disimpan. Masuk lagi dahulu")


def pengguna_kini() -> Pengguna | None:
    """Return who is logged in in this session; None for a mere reader.

    Asked anew each time: an account that was removed, a role that changed, a login that ran out or was ended in
    another process count at once. The answer holds for one act and is never handed to a fragment or a callback.
    """
    return _orang(dari_sesi())


def _orang(pengunjung: Pengunjung) -> Pengguna | None:
    pengaturan = pengaturan_atau_tertutup()
    return pengunjung.pengguna(pengaturan) if pengaturan else None


def pelaku() -> Pengguna:
    """Return who acts, at the moment of the act; their rights are checked by what they do, in kinerja.

    Raises:
        TidakMasuk: when nobody is logged in in this window any more.
    """
    pengguna = pengguna_kini()
    if pengguna is None:
        tulis("tolak", sebab="tidak masuk")
        raise TidakMasuk
    return pengguna


def berhak(izin: Izin, kode_opd: str | None = None) -> bool:
    """Tell whether who is here now holds a right: what may be drawn. What is then done asks `pelaku` again.

    With `kode_opd`, the rows of that OPD must be theirs to change too.
    """
    pengguna = pengguna_kini()
    return pengguna is not None and pengguna.boleh(izin) and (kode_opd is None or pengguna.mengurus(kode_opd))


def nama_berhak(izin: Izin, kode_opd: str | None = None) -> str:
    """Return the name of who is here now when they hold a right; else say why not, and return nothing.

    For a fragment, which may be drawn again when the login under which its page was drawn has ended.
    """
    pengguna = pengguna_kini()
    if galat := _larangan(pengguna, izin, kode_opd):
        st.warning(md(f"{galat.umum}."), icon=":material/lock:")
        return ""
    return pengguna.nama if pengguna else ""


def dijaga(
    izin: Izin,
    isi: Callable[[], bytes | str],
    tolak: Callable[[str], bytes | str] = str,
    kode_opd: str | None = None,
) -> Callable[[], bytes | str]:
    """Make a file on press for those who then hold a right; the others get the sentence that refuses, as the file.

    The maker runs outside the session: it keeps what this window brought along, and no answer to it.

    Args:
        izin: what is needed.
        isi: makes the file.
        tolak: makes a file of a sentence.
        kode_opd: whose rows must be theirs to change too; None where nobody's are asked about.
    """
    pengunjung = dari_sesi()

    def buat() -> bytes | str:
        galat = _larangan(_orang(pengunjung), izin, kode_opd)
        return tolak(f"{galat.umum}.") if galat else isi()

    return buat


def _larangan(pengguna: Pengguna | None, izin: Izin, kode_opd: str | None = None) -> Ditolak | None:
    """Return why somebody may not, written into the log of the process; None when they may."""
    if pengguna is not None and pengguna.boleh(izin):
        if kode_opd is None or pengguna.mengurus(kode_opd):
            return None
        izin = Izin.MENGUBAH_OPD_LAIN
    tulis("tolak", oleh=pengguna.nama if pengguna else "", sebab=f"tidak berhak {izin.value}")
    return TidakBerhak(pengguna, izin) if pengguna else TidakMasuk()


def perlu_masuk(izin: Izin, *, berjudul: bool = False) -> None:
    """Let the page go on when who is here holds a right; else say what to do and stop it.

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
        baris_pengguna()
        st.stop()


def baris_pengguna() -> None:
    """Draw the line that says who is logged in, with the way out."""
    pengguna = pengguna_kini()
    if pengguna is None:
        return
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
