"""The forms of tables that are remembered: which, since when and by whom; to download, to forget."""

from functools import partial

import streamlit as st

from components.bingkai.akses import dijaga, pelaku, pengguna_kini
from components.dasar.teks import md
from components.dasar.unduh import tombol_unduh
from components.kelola.isian_susun import NAMA_JENIS
from components.server.jurnal import tulis
from kinerja.akun.akses import Izin
from kinerja.gudang.gudang import Gudang
from kinerja.nilai.angka import format_angka
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import format_waktu
from kinerja.unggah.kantor.ingatan import daftar, lupakan, peta_ingatan

DITAMPILKAN = 50


def daftar_ingatan(gudang: Gudang) -> None:
    """Draw the forms that who is here may use."""
    semua = daftar(gudang, orang) if (orang := pengguna_kini()) else ()
    if not semua:
        return
    with st.expander(f"Bentuk tabel yang diingat ({format_angka(len(semua))})"):
        st.caption("Tabel berikutnya yang judul kolomnya sama dibaca dengan cara yang sama.")
        for satu in semua[:DITAMPILKAN]:
            jenis = next((nama for jenis, nama in NAMA_JENIS.items() if jenis == satu.jenis), "tabel")
            kata = f"{satu.kode_opd or 'Semua OPD'}: {jenis}, dari {satu.berkas}"
            isi = dijaga(Izin.MENGUNGGAH, partial(peta_ingatan, satu), kode_opd=satu.kode_opd)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{md(kata)}  \n:small[{md(f'{format_waktu(satu.waktu)}, {satu.oleh}')}]", width="stretch")
                tombol_unduh("Unduh", isi, f"peta_{satu.id}.json", kunci=f"peta_{satu.id}")
                if st.button("Lupakan", key=f"lupakan_{satu.id}", icon=":material/delete:"):
                    _lupakan(gudang, satu.id)


def _lupakan(gudang: Gudang, nomor: int) -> None:
    try:
        oleh = pelaku()
        lupakan(gudang, nomor, oleh)
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
    else:
        tulis("lupakan", oleh=oleh.nama, nomor=nomor)
        st.rerun()
