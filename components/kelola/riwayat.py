"""The history: every version, the dashboard as of one, the difference between any two, roll back with a reason."""

from functools import partial

import streamlit as st

from components.bingkai.akses import berhak, dijaga, pelaku
from components.bingkai.navigasi import RINGKASAN, tautan
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.teks import kalimat, md
from components.dasar.unduh import tombol_unduh
from components.kelola.beda import hitungan_beda, tabel_beda
from components.kelola.unggah import buku_kalimat, buku_versi
from components.server.jurnal import tulis
from kinerja.akun.akses import Izin
from kinerja.gudang.gudang import Gudang, Versi
from kinerja.gudang.riwayat import baris_beda, beda_versi, csv_beda, kalimat_perubahan
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import format_waktu
from kinerja.unggah import impor
from kinerja.unggah.impor import BARIS_DIPERLIHATKAN

KOLOM = (
    KolomTabel("Versi"),
    KolomTabel("Terbit"),
    KolomTabel("Oleh"),
    KolomTabel("Catatan"),
    KolomTabel("Perubahan"),
    KolomTabel("Berkas"),
)


def riwayat(gudang: Gudang) -> None:
    """Draw the history and what can be done with a version."""
    if pesan := st.session_state.pop(sesi.PESAN_KELOLA, None):
        st.success(md(pesan), icon=":material/check_circle:")
    semua, aktif = gudang.versi(), gudang.aktif()
    if not semua or aktif is None:
        st.text("Belum ada versi.")
        return
    tabel(KOLOM, [_baris(v, aktif) for v in semua], "Terbaru di atas; versi aktif ditandai")
    nomor = st.selectbox("Pilih versi", [v.nomor for v in semua], format_func=_sebut, key="versi_pilih")
    with st.container(horizontal=True, vertical_alignment="center"):
        berkas = f"kinerja_versi_{nomor}.xlsx"
        tombol_unduh("Unduh sebagai buku kerja", lambda: buku_versi(gudang, nomor), berkas)
        # Hidden sheets and authors come along in a file as it was uploaded: the tables above are for everybody.
        for urutan, nama in enumerate(gudang.nama_asli(nomor) if berhak(Izin.MENGUNDUH_ASLI) else ()):
            isi = dijaga(Izin.MENGUNDUH_ASLI, partial(_asli, gudang, nomor, urutan), buku_kalimat)
            kunci = f"asli_{nomor}_{urutan}"
            tombol_unduh(md(f"Unduh asli: {nama}"), isi, nama, ikon=":material/attach_file:", kunci=kunci)
        if nomor != aktif:
            tautan(RINGKASAN, f"Lihat dasbor pada versi {nomor}", **{sesi.VERSI: nomor})
    _bandingkan(gudang, nomor, [v.nomor for v in semua if v.nomor != nomor])
    if nomor == aktif:
        return
    if berhak(Izin.MEMULIHKAN):
        _pulihkan(gudang, nomor)
    else:
        st.caption("Versi dipulihkan oleh pengelola setelah masuk.")


def _baris(v: Versi, aktif: int) -> Baris:
    perubahan = "; ".join([kalimat_perubahan(v.perubahan), *v.dampak])
    nomor = f"{v.nomor} ✓ aktif" if v.nomor == aktif else str(v.nomor)
    isi = (nomor, format_waktu(v.waktu), v.oleh, v.catatan, kalimat(perubahan), v.berkas)
    return Baris(isi, "terpilih" if v.nomor == aktif else "")


def _sebut(nomor: int) -> str:
    return f"Versi {nomor}"


def _asli(gudang: Gudang, nomor: int, urutan: int) -> bytes:
    return gudang.asli(nomor)[urutan][1]


def _bandingkan(gudang: Gudang, nomor: int, lain: list[int]) -> None:
    if not lain:
        return
    st.subheader("Beda dengan versi lain", anchor=False)
    bawaan = next((i for i, n in enumerate(lain) if n < nomor), 0)
    acuan = st.selectbox(
        "Dibandingkan dengan", lain, index=bawaan, format_func=lambda n: f"Versi {n}", key=f"acuan_{nomor}"
    )
    dari, ke = sorted((nomor, acuan))
    beda = beda_versi(gudang, dari, ke)
    st.text(f"Dari versi {dari} ke versi {ke}: {kalimat_perubahan(beda.hitung())}.")
    if not beda.baris:
        return
    hitungan_beda(beda.per_lembar(), beda.per_opd(), beda.nama_opd())
    tabel_beda(baris_beda(beda.baris[:BARIS_DIPERLIHATKAN]), len(beda.baris))
    tombol_unduh("Unduh semua perbedaan (CSV)", lambda: csv_beda(beda), f"beda_{dari}_{ke}.csv")


def _pulihkan(gudang: Gudang, nomor: int) -> None:
    st.subheader(f"Pulihkan versi {nomor}", anchor=False)
    st.text("Versi ini menjadi aktif kembali. Versi lain tetap tersimpan dan dapat dipulihkan kapan saja.")
    alasan = st.text_input("Alasan (wajib)", key=f"alasan_pulih_{nomor}", max_chars=200)
    if not st.button(f"Pulihkan versi {nomor}", disabled=not alasan.strip(), icon=":material/restore:"):
        return
    try:
        oleh = pelaku()
        impor.pulihkan(gudang, nomor, oleh, alasan.strip())
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return
    tulis("pulih", oleh=oleh.nama, versi=nomor)
    st.session_state[sesi.PESAN_KELOLA] = f"Versi {nomor} aktif kembali: {alasan.strip()}"
    st.rerun()
