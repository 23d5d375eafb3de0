"""The first screen of an empty store: three ways to begin, in order; and the mark on what is only an example."""

from collections.abc import Callable

import streamlit as st

from components.bingkai.akses import berhak, pelaku
from components.bingkai.navigasi import KELOLA, PANDUAN, buka, tautan
from components.dasar import keadaan as sesi
from components.dasar.teks import md
from components.dasar.unduh import tombol_unduh
from components.server.antrean import di_luar_giliran
from components.server.henti import pekerjaan
from components.server.jurnal import tulis
from kinerja.akun.akses import Izin, PeranPengguna
from kinerja.gudang.pintu import gudang
from kinerja.nilai.galat import Ditolak
from kinerja.panduan.teks import BagianPanduan
from kinerja.sumber import versi as sumber
from kinerja.unggah.awal import isi_contoh


def sambutan(templat: Callable[[], bytes]) -> None:
    """Draw the welcome; `templat` makes the empty workbook."""
    st.title("Selamat datang di Dasbor Kinerja", anchor=False)
    st.text("Belum ada data. Ada tiga cara memulai; pilih menurut apa yang sudah Anda miliki.")
    satu, dua, tiga = (k.container(border=True, height="stretch") for k in st.columns(3, gap="medium"))
    with satu:
        st.subheader("1. Isi templat", anchor=False)
        st.text("Anda mulai dari nol: unduh buku kerja kosong, isi OPD, indikator, dan capaian, lalu unggah.")
        tombol_unduh("Unduh templat", templat, "templat_kinerja.xlsx")
        tautan(KELOLA, "Unggah yang sudah terisi")
        tautan(PANDUAN, "Panduan: Mulai dari nol", **{sesi.BAGIAN_PANDUAN: BagianPanduan.MULAI.alamat})
    with dua:
        st.subheader("2. Bawa tabel kantor", anchor=False)
        st.text(
            "Anda memiliki LRA dari SIPD, tabel BPS, atau formulir Renja: unggah seperti apa adanya, sesudah OPD dan "
            "indikatornya ditulis lewat cara 1."
        )
        if st.button("Susun dari tabel kantor", icon=":material/table_view:"):
            st.session_state[sesi.CARA_UNGGAH] = sesi.CARA_SUSUN
            buka(KELOLA)
        tautan(PANDUAN, "Panduan: Dari SIPD", **{sesi.BAGIAN_PANDUAN: BagianPanduan.SIPD.alamat})
        tautan(PANDUAN, "Panduan: Dari BPS", **{sesi.BAGIAN_PANDUAN: BagianPanduan.BPS.alamat})
    with tiga:
        st.subheader("3. Lihat contoh", anchor=False)
        st.text("Anda ingin melihat dahulu: kabupaten rekaan dengan data tiga tahun, yang mudah diganti kemudian.")
        _contoh()


def _contoh() -> None:
    if not berhak(Izin.MENGGANTI):
        st.text(f"Contoh dimuat oleh peran {PeranPengguna.ADMIN.value}. Masuk dahulu, atau mintalah kepadanya.")
        tautan(KELOLA, "Masuk untuk memuat contoh")
        return
    if not st.button("Muat contoh", icon=":material/play_arrow:"):
        return
    try:
        oleh = pelaku()
        with st.spinner("Memuat contoh"), pekerjaan("contoh"), di_luar_giliran():
            isi_contoh(gudang(), oleh)
            sumber.aktif()
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
    else:
        tulis("contoh", oleh=oleh.nama)
        st.rerun()


def spanduk_contoh(keadaan: sumber.Aktif) -> None:
    """Say on every page that what is shown is an example, and how it goes."""
    if not keadaan.contoh:
        return
    with st.container(key="spanduk_contoh", horizontal=True, vertical_alignment="center"):
        kata = "Ini contoh: semua nama dan angka rekaan. Unggahan dengan cara Ganti seluruhnya menghapus semuanya."
        st.warning(kata, icon=":material/science:")
        if st.session_state.get(sesi.HALAMAN_KINI) != KELOLA.jalur:
            tautan(KELOLA, "Ganti contoh")
