"""Susun dari tabel kantor: a table as the office keeps it becomes a part, with nothing guessed in silence."""

import json
from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from components.bingkai.akses import pelaku
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.teks import md
from components.dasar.temuan import jumlah_temuan, tabel_temuan
from components.dasar.unduh import tombol_unduh
from components.kelola.ingatan import daftar_ingatan
from components.kelola.isian_susun import LABEL, NAMA_JENIS, betulkan, isian, sebut_tanya
from components.kelola.sudut import sudut
from components.server.henti import pekerjaan
from components.server.jurnal import tulis
from kinerja.buku.katalog.katalog import Kode
from kinerja.gudang.gudang import Gudang
from kinerja.nilai.angka import format_angka
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import format_waktu
from kinerja.sajian.kalimat import daftar
from kinerja.susun.model import Jawaban, Tanya
from kinerja.susun.peta import ke_peta
from kinerja.unggah.impor import nama_aman
from kinerja.unggah.kantor.hasil import HasilKantor
from kinerja.unggah.kantor.ingatan import ingat
from kinerja.unggah.kantor.kirim import susun_kantor

JENIS_BERKAS = ("xlsx", "xls", "csv", "ods")
DITANYAKAN = frozenset({Kode.SUSUN_TANYA, Kode.SUSUN_NAMA})
"""Findings that the form asks about in its own words."""
DISEBUT = (Tanya.OPD, Tanya.UKURAN, Tanya.TAHUN, Tanya.PERIODE)
CATATAN_MAKS = 200
ARTI = (
    "Tabel seperti adanya di kantor: LRA dari SIPD, tabel BPS, evaluasi Renja, rekap sendiri. Tabelnya dicari dan "
    "dibaca; yang tidak pasti ditanyakan. Belum ada yang disimpan sampai diterbitkan."
)


def susun_tabel(gudang: Gudang, lupakan: Callable[[], None]) -> tuple[str, bytes] | None:
    """Draw the way from an office's table to its part; return the part when it is to be compared.

    `lupakan` forgets what was said of the last upload.
    """

    def mulai_lagi() -> None:
        lupakan()
        st.session_state.pop(sesi.SUSUN_HASIL, None)
        st.session_state.pop(sesi.SUSUN_JAWABAN, None)

    st.caption(ARTI)
    berkas = st.file_uploader(
        "Tabel kantor (.xlsx, .xls, .csv, .ods)",
        type=JENIS_BERKAS,
        max_upload_size=20,
        key=f"berkas_kantor_{st.session_state.get(sesi.UNGGAH_KE, 0)}",
        on_change=mulai_lagi,
    )
    if berkas is None:
        daftar_ingatan(gudang)
        return None
    if sesi.SUSUN_HASIL not in st.session_state:
        _baca((berkas.name, berkas.getvalue()))
    hasil: HasilKantor | None = st.session_state.get(sesi.SUSUN_HASIL)
    if hasil is None:
        st.button("Baca lagi", icon=":material/refresh:")
        return None
    _ditemukan(hasil)
    bagian = _bandingkan(gudang, hasil, berkas.name) if hasil.siap else None
    jawaban = _rincian(hasil)
    if jawaban is not None:
        lupakan()
        st.session_state.pop(sesi.SUSUN_HASIL)
        st.session_state[sesi.SUSUN_JAWABAN] = jawaban
        st.rerun()
    return bagian


def _baca(berkas: tuple[str, bytes]) -> None:
    """Have the table read; what is answered to a form's first reading may come from memory."""
    jawaban: Jawaban | None = st.session_state.get(sesi.SUSUN_JAWABAN)
    polos = jawaban is None or not (jawaban.isi or jawaban.kolom or jawaban.nama)
    wadah = st.empty()
    with wadah.status("Membaca tabel") as keadaan:

        def menunggu(di_depan: int) -> None:
            keadaan.update(label=f"Antrean: {di_depan} berkas di depan")

        try:
            oleh = pelaku()
            with pekerjaan("susun"):
                hasil = susun_kantor(berkas, jawaban or Jawaban(), oleh, menunggu, ingat=polos)
        except Ditolak as ditolak:
            keadaan.update(label=md(ditolak.umum), state="error")
            return
    wadah.empty()
    tulis("susun", oleh=oleh.nama, berkas=nama_aman(berkas[0]), jenis=hasil.hasil.jenis or "", siap=hasil.siap)
    st.session_state[sesi.SUSUN_HASIL] = hasil
    st.session_state[sesi.SUSUN_KE] = st.session_state.get(sesi.SUSUN_KE, 0) + 1


def _rincian(hasil: HasilKantor) -> Jawaban | None:
    """Draw what is asked, and all that was noticed; return an answer when one is sent."""
    satu = hasil.hasil
    kunci = f"susun_{st.session_state.get(sesi.SUSUN_KE, 0)}"
    lain = [t for t in satu.temuan if t.kode not in DITANYAKAN]
    if lain:
        galat = bool(satu.galat)
        with st.expander(f"Catatan pembacaan: {jumlah_temuan(lain)}", expanded=galat):
            tabel_temuan(lain)
    jawaban = None
    if satu.jenis is not None:
        with st.expander("Jawaban, nama, dan kolom", expanded=not hasil.siap):
            jawaban = isian(hasil, kunci)
    if satu.sudut:
        with st.expander("Gambar sudut lembar", expanded=not hasil.siap):
            sudut(satu)
    if hasil.lembar:
        with st.expander("Betulkan jenis, lembar, atau baris", expanded=satu.jenis is None):
            jawaban = betulkan(hasil, kunci) or jawaban
    if satu.dilewati:
        with st.expander(f"{format_angka(hasil.jumlah_dilewati)} baris dilewati"):
            tabel((KolomTabel("Baris"), KolomTabel("Sebab")), [Baris((str(b.baris), b.alasan)) for b in satu.dilewati])
            if (sisa := hasil.jumlah_dilewati - len(satu.dilewati)) > 0:
                st.caption(f"{format_angka(sisa)} baris lain tidak diperlihatkan.")
    return jawaban


def _ditemukan(hasil: HasilKantor) -> None:
    satu = hasil.hasil
    if not satu.judul:
        banyak = any(t.kode is Kode.SUSUN_PILIH_LEMBAR for t in satu.temuan)
        kata = "Beberapa lembar berisi tabel; pilih lembarnya di bawah." if banyak else "Tabelnya belum ditemukan."
        st.warning(f"{kata} Tidak ada yang disimpan.", icon=":material/search_off:")
        return
    jenis = NAMA_JENIS[satu.jenis] if satu.jenis else "yang jenisnya belum dikenali"
    dipakai, dilewati = format_angka(satu.baris_dipakai), format_angka(hasil.jumlah_dilewati)
    tempat = f"di lembar {satu.lembar}, judul kolom {satu.judul}"
    st.subheader(md(f"Tabel {jenis} {tempat}: {dipakai} baris dipakai, {dilewati} dilewati"), anchor=False)
    if dari := hasil.ingatan:
        st.info(
            md(
                f"Bentuk tabel ini diingat dari {dari.berkas}, {format_waktu(dari.waktu)} ({dari.oleh}); jawaban waktu "
                "itu dipakai lagi."
            ),
            icon=":material/history:",
        )
    for uji in satu.jumlah:
        if uji.cocok:
            st.markdown(f":material/check: Cocok: {md(uji.kalimat)}")
        else:
            st.warning(f"Tidak cocok: {md(uji.kalimat)}", icon=":material/calculate:")
    diketahui = [p for p in satu.pertanyaan if p.jawaban and not hasil.usulan(p)]
    if diketahui:
        st.caption(md("; ".join(f"{sebut_tanya(p)}: {hasil.opd.get(p.jawaban, p.jawaban)}" for p in diketahui)))
    tanya = [LABEL[p.apa] for p in satu.pertanyaan if p.terbuka or hasil.usulan(p)]
    kurang = [f"jawaban: {daftar(tanya)}"] if tanya else []
    kurang += [f"{format_angka(hasil.jumlah_nama)} nama yang belum dikenal"] if satu.nama else []
    if kurang:
        st.warning(md(f"Masih diperlukan {'; '.join(kurang)}."), icon=":material/help:")


def _bandingkan(gudang: Gudang, hasil: HasilKantor, berkas: str) -> tuple[str, bytes] | None:
    satu = hasil.hasil
    nama = f"susunan_{PurePath(nama_aman(berkas)).stem}"
    peta = json.dumps(ke_peta(hasil.jawaban, satu.jenis, satu.sidik), ensure_ascii=False, indent=2) + "\n"
    isi = ", ".join(f"{md(k)} {format_angka(n)} baris" for k, n in hasil.per_lembar.items())
    st.text(f"Hasil susunan: {isi}.")
    with st.container(horizontal=True):
        tekan = st.button(
            "Bandingkan dengan data yang berlaku",
            type="secondary" if sesi.UNGGAH_HASIL in st.session_state else "primary",
            icon=":material/compare_arrows:",
        )
        tombol_unduh("Unduh hasil susunan", hasil.bagian, f"{nama}.xlsx")
        tombol_unduh("Unduh peta", peta, f"peta_{nama}.json", ikon=":material/map:")
    if not tekan:
        return None
    try:
        oleh = pelaku()
        ingat(gudang, hasil, nama_aman(berkas), oleh)
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return None
    tentang = [p.jawaban for p in satu.pertanyaan if p.jawaban and p.apa in DISEBUT]
    catatan = f"Tabel {NAMA_JENIS[satu.jenis] if satu.jenis else ''}: {', '.join([*tentang, nama_aman(berkas)])}"
    st.session_state[sesi.UNGGAH_CATATAN] = catatan[:CATATAN_MAKS]
    return f"{nama}.xlsx", hasil.bagian
