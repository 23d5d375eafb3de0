"""Laporkan angka keliru: the button at the foot of every page, its form, and the list for those who settle them."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from components.bingkai.akses import berhak, pelaku, pengguna_kini
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, redup, tabel
from components.dasar.teks import md
from components.server.jati_diri import dari_sesi
from components.server.lokal import jaringan
from kinerja.akun.akses import Izin
from kinerja.akun.pembatas import Pembatas
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.pemeriksaan import laporan
from kinerja.gudang.pintu import gudang
from kinerja.model.catatan import SELESAI, TERBUKA, AlamatAngka, Laporan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import format_waktu
from kinerja.tindak import uji as tindak_uji
from kinerja.uji.daftar import SaringUji

PEMBATAS = Pembatas(batas=5, dasar=60.0)
"""Notes of one client: five at once, then each further one waits longer."""
_LAIN = "Angka lain, bukan indikator"
_KOLOM = (KolomTabel("Angka"), KolomTabel("Laporan"), KolomTabel("Dari"), KolomTabel("Status"))


# --- reporting --------------------------------------------------------------------------------------------------------


def tombol_laporkan(dataset: Dataset) -> None:
    """Draw the button; its form opens with the OPD, year and indicator that are looked at."""
    if st.button("Laporkan angka keliru", key="laporkan", type="tertiary", icon=":material/flag:"):
        _dialog(dataset)


@st.dialog("Laporkan angka keliru")
def _dialog(dataset: Dataset) -> None:
    formulir(dataset)


def formulir(dataset: Dataset) -> None:
    """Draw the form of a note, and what became of the last one."""
    opd = dataset.opd.get(st.session_state.get(sesi.OPD, "")) or dataset.urutan_opd[0]
    masuk = pengguna_kini() is not None
    with st.form("laporan_angka"):
        st.text(f"Catatan untuk pengelola data tentang sebuah angka {opd.nama_opd}.")
        pilihan = {i.kode_indikator: i.indikator for i in dataset.indikator_opd[opd.kode_opd]}
        letak = _letak(["", *pilihan], st.session_state.get(sesi.INDIKATOR))
        kode = st.selectbox("Indikator", ["", *pilihan], index=letak, format_func=lambda k: pilihan.get(k, _LAIN)) or ""
        kiri, kanan = st.columns(2)
        tahun = kiri.selectbox("Tahun", dataset.tahun, index=_letak(dataset.tahun, st.session_state.get(sesi.TAHUN)))
        ukuran = kanan.selectbox("Angka yang mana", list(Ukuran), index=1, format_func=lambda u: u.value)
        isi = st.text_area("Apa yang keliru (wajib)", max_chars=tindak_uji.LAPORAN_MAKS)
        bagian = "" if masuk else st.text_input("Dari bagian atau OPD (boleh kosong)", max_chars=80)
        st.caption("Tulis jabatan atau OPD, bukan nama orang.")
        if st.form_submit_button("Kirim", icon=":material/send:"):
            alamat = AlamatAngka(opd.kode_opd, kode, int(tahun or 0), (ukuran or Ukuran.REALISASI).value)
            _kirim(dataset, alamat, isi, bagian)


def _letak(pilihan: Sequence[object], nilai: object) -> int:
    return pilihan.index(nilai) if nilai in pilihan else 0


def _kirim(dataset: Dataset, alamat: AlamatAngka, isi: str, bagian: str) -> None:
    """Keep a note; whoever sends many waits."""
    pengguna = pengguna_kini()
    kunci = pengguna.nama if pengguna else jaringan(dari_sesi().klien or "")
    if sisa := PEMBATAS.sisa(kunci):
        st.error(f"Terlalu banyak laporan berturut-turut; coba lagi dalam {sisa} detik.")
        return
    try:
        nomor = tindak_uji.laporkan(gudang(), dataset, alamat, isi, pengguna=pengguna, bagian=bagian)
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return
    PEMBATAS.catat(kunci)
    st.success(f"Laporan {nomor} tersimpan; pengelola melihatnya pada halaman Uji konsistensi.")


# --- the list ---------------------------------------------------------------------------------------------------------


def daftar_laporan(gudang: Gudang, dataset: Dataset, saring: SaringUji) -> None:
    """Draw the notes on the figures that are looked at; what strangers wrote is read by those who settle it only."""
    semua = [b for b in laporan(gudang) if _cocok(b, saring)]
    terbuka = [b for b in semua if b.status == TERBUKA]
    if not semua:
        return
    st.subheader(f"{len(terbuka)} laporan angka keliru menunggu, {len(semua) - len(terbuka)} selesai", anchor=False)
    if pesan := st.session_state.pop(sesi.PESAN_LAPORAN, None):
        st.success(md(pesan), icon=":material/check_circle:")
    if not berhak(Izin.MENUTUP_TEMUAN):
        st.caption("Isi laporan dibaca oleh inspektorat dan pengelola.")
        return
    tabel(_KOLOM, [_baris(dataset, b) for b in (*terbuka, *(b for b in semua if b.status == SELESAI))])
    if terbuka:
        pilihan = {b.id: b for b in terbuka}
        with st.expander("Selesaikan sebuah laporan", icon=":material/task_alt:"):
            nomor = st.selectbox(
                "Laporan",
                list(pilihan),
                format_func=lambda n: f"{n} · {_sebut(dataset, pilihan[n])} {pilihan[n].alamat.tahun}",
                key="laporan_ditindak",
            )
            catatan = st.text_input("Catatan (wajib)", key=f"catatan_laporan_{nomor}", max_chars=tindak_uji.ALASAN_MAKS)
            if st.button("Tandai selesai", key="selesai_laporan", disabled=not catatan.strip()):
                try:
                    tindak_uji.selesaikan(gudang, nomor, pelaku(), catatan)
                except Ditolak as ditolak:
                    st.error(md(ditolak.umum))
                else:
                    st.session_state[sesi.PESAN_LAPORAN] = f"Laporan {nomor} selesai: {catatan.strip()}"
                    st.rerun()


def _cocok(laporan: Laporan, saring: SaringUji) -> bool:
    return saring.kode_opd in (None, laporan.alamat.kode_opd) and saring.tahun in (None, laporan.alamat.tahun)


def _baris(dataset: Dataset, laporan: Laporan) -> Baris:
    angka = Markup("{}<br>{}").format(
        _sebut(dataset, laporan), redup(f"{laporan.alamat.ukuran} · {laporan.alamat.tahun}")
    )
    dari = Markup("{}<br>{}").format(laporan.oleh, redup(format_waktu(laporan.waktu)))
    selesai = f"Selesai, {laporan.selesai_oleh}: {laporan.selesai_catatan}" if laporan.status == SELESAI else "Menunggu"
    return Baris((angka, laporan.isi, dari, selesai))


def _sebut(dataset: Dataset, laporan: Laporan) -> str:
    indikator, opd = dataset.indikator.get(laporan.alamat.kode_indikator), dataset.opd.get(laporan.alamat.kode_opd)
    return indikator.indikator if indikator else opd.nama_opd if opd else laporan.alamat.kode_opd
