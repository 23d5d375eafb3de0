"""Uploading a workbook: choose how, send, watch the steps, read what is wrong or what changes, publish."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

import streamlit as st

from components.bingkai.akses import berhak, dijaga, pelaku
from components.bingkai.data import isi_tertulis, templat
from components.bingkai.navigasi import RINGKASAN, tautan
from components.dasar import keadaan as sesi
from components.dasar.teks import kalimat, md
from components.dasar.temuan import jumlah_temuan, tabel_temuan
from components.dasar.unduh import tombol_unduh
from components.kelola.beda import hitungan_beda, tabel_beda, tabel_hilang
from components.kelola.susun import susun_tabel
from components.kelola.uji_unggahan import uji_unggahan
from components.server.henti import pekerjaan
from components.server.jurnal import tulis
from kinerja.akun.akses import Izin
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.buku.folder_kerja import folder_kerja
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import TemuanBuku
from kinerja.gudang.gudang import DasarBerubah, Gudang
from kinerja.gudang.riwayat import baris_beda, beda_versi, kalimat_perubahan, kalimat_sementara
from kinerja.nilai.angka import format_angka
from kinerja.nilai.galat import Ditolak
from kinerja.sumber import versi as sumber
from kinerja.sumber.bawaan import keadaan_bawaan
from kinerja.unggah import impor
from kinerja.unggah.impor import Langkah, Lapor, Mode
from kinerja.unggah.kirim import HasilUnggah, unggah
from kinerja.unggah.ubahan import Ubahan

SUSUN = sesi.CARA_SUSUN
NAMA_CARA = {
    Mode.PERBARUI.value: "Perbarui sebagian",
    Mode.GANTI.value: "Ganti seluruhnya",
    SUSUN: "Susun dari tabel kantor",
}
ARTI_MODE = {
    Mode.PERBARUI: (
        "Baris di dalam berkas ditambahkan, atau mengisi baris berkunci sama. Lembar, kolom, dan baris yang tidak ada "
        "di dalam berkas tetap seperti semula, begitu juga isi yang selnya kosong. Untuk mengosongkan sebuah sel, "
        "tulis KOSONG di dalamnya. Boleh beberapa berkas sekaligus."
    ),
    Mode.GANTI: (
        "Berkas adalah seluruh isi: baris yang tidak ada di dalamnya dan isi sel yang kosong akan terhapus. Angka "
        "dan keterangan yang akan hilang disebutkan dahulu sebelum diterbitkan."
    ),
}

CARA_HILANG = (
    "Bila tidak dimaksud, batalkan, lengkapi berkasnya, lalu unggah lagi. Bila memang harus hilang, centang di bawah."
)


def unggahan(gudang: Gudang) -> None:
    """Draw downloads, the upload form and what became of the last upload."""
    if pesan := st.session_state.pop(sesi.PESAN_KELOLA, None):
        st.success(md(pesan), icon=":material/check_circle:")
        tautan(RINGKASAN, "Lihat Ringkasan")
    # Say what stands in the data folder and is not what is shown.
    keadaan = keadaan_bawaan(gudang.versi())
    for kata in keadaan.kalimat:
        st.warning(md(f"{kata}."), icon=":material/folder:")
    for buku in keadaan.menunggu:
        if buku.galat:
            with st.expander(md(f"{buku.berkas.name}: {jumlah_temuan(buku.temuan)}")):
                tabel_temuan(buku.temuan)
    with st.container(horizontal=True):
        tombol_unduh("Unduh templat", templat, "templat_kinerja.xlsx", ikon=":material/description:")
        nomor = gudang.aktif()
        if nomor is not None:
            label = f"Unduh buku kerja aktif (versi {nomor})"
            tombol_unduh(label, lambda: buku_versi(gudang, nomor), f"kinerja_versi_{nomor}.xlsx")
    cara = _cara()
    if cara == SUSUN:
        if bagian := susun_tabel(gudang, lupakan_unggahan):
            kirim_berkas([bagian], Mode.PERBARUI)
    else:
        mode = Mode(cara)
        berkas = _berkas(mode)
        if st.button("Periksa berkas", type="primary", disabled=not berkas, icon=":material/fact_check:"):
            kirim_berkas([(b.name, b.getvalue()) for b in berkas], mode)
    if sesi.UNGGAH_UBAHAN not in st.session_state:
        hasil_unggahan(gudang)


def buku_versi(gudang: Gudang, nomor: int) -> bytes:
    """Return a version as a workbook that can be edited and uploaded again."""
    from kinerja.buku.tulis import tulis_kanonik

    return isi_tertulis(partial(tulis_kanonik, gudang.lembar(nomor)))


def _cara() -> str:
    """Ask how to upload: by a workbook in part or as a whole, or by a table of an office."""
    pilihan = [c for c in NAMA_CARA if c != Mode.GANTI or berhak(Izin.MENGGANTI)]
    if st.session_state.get(sesi.CARA_UNGGAH) not in pilihan:
        st.session_state[sesi.CARA_UNGGAH] = pilihan[0]
    cara = st.segmented_control(
        "Cara mengunggah",
        pilihan,
        format_func=NAMA_CARA.__getitem__,
        key=sesi.CARA_UNGGAH,
        required=True,
        on_change=lupakan_unggahan,
    )
    return cara or pilihan[0]


def _berkas(mode: Mode) -> Sequence[Any]:
    st.caption(ARTI_MODE[mode])
    banyak = mode is Mode.PERBARUI
    berkas = st.file_uploader(
        "Buku kerja (.xlsx)",
        type="xlsx",
        accept_multiple_files=banyak,
        max_upload_size=20,
        key=f"berkas_{mode}_{st.session_state.get(sesi.UNGGAH_KE, 0)}",
        on_change=lupakan_unggahan,
    )
    daftar = berkas if isinstance(berkas, list) else [berkas]
    return [b for b in daftar if b is not None]


def lupakan_unggahan() -> None:
    """Another file was chosen, or another figure typed: what was said of the last ones no longer holds."""
    st.session_state.pop(sesi.UNGGAH_HASIL, None)


def kirim_berkas(berkas: Sequence[tuple[str, bytes]], mode: Mode, ubahan: Ubahan | None = None) -> None:
    """Have files checked step by step; what became of them stays in the session for `hasil_unggahan`.

    `ubahan` is what was typed, where the file was made of it.
    """
    lupakan_unggahan()
    st.session_state[sesi.UNGGAH_BERKAS] = (tuple(berkas), mode)
    st.session_state.pop(sesi.UNGGAH_UBAHAN, None)
    if ubahan is not None:
        st.session_state[sesi.UNGGAH_UBAHAN] = ubahan
    with st.status("Memeriksa berkas", expanded=True) as keadaan:

        def menunggu(di_depan: int) -> None:
            keadaan.update(label=_antrean(di_depan))

        def lapor(langkah: Langkah) -> None:
            keadaan.update(label="Memeriksa berkas")
            st.write(f":material/check: {langkah.value}")

        try:
            hasil = _periksa(berkas, mode, lapor, menunggu)
        except Ditolak as ditolak:
            keadaan.update(label=md(ditolak.umum), state="error")
            return
        isi_ditolak = hasil.draf is None and (not hasil.identik or bool(_tak_terbaca(hasil)))
        keadaan.update(label=_label(hasil), state="error" if isi_ditolak else "complete", expanded=False)
    st.session_state[sesi.UNGGAH_HASIL] = hasil


def _antrean(di_depan: int) -> str:
    """Say the place in the queue; drawn again while it lasts, so that a session that ended gives its place up."""
    return f"Antrean: {di_depan} berkas di depan"


def _periksa(
    berkas: Sequence[tuple[str, bytes]], mode: Mode, lapor: Lapor, menunggu: Callable[[int], None]
) -> HasilUnggah:
    oleh = pelaku()
    with pekerjaan("unggah"):
        hasil = unggah(berkas, mode, oleh, lapor, menunggu)
    nama = ", ".join(impor.nama_aman(n) for n, _ in berkas)
    tulis("unggah", oleh=oleh.nama, berkas=nama, mode=mode.value, hasil=_label(hasil), draf=hasil.draf)
    return hasil


def _label(hasil: HasilUnggah) -> str:
    if hasil.identik:
        if _tak_terbaca(hasil):
            return "Tidak ada perubahan, tetapi tidak semuanya terbaca"
        lain = _selain_sel_tetap(hasil.temuan)
        return f"Tidak ada perubahan, {jumlah_temuan(lain)}" if lain else "Tidak ada perubahan"
    return "Belum dapat diterbitkan" if hasil.draf is None else "Siap diterbitkan"


def hasil_unggahan(gudang: Gudang, ubahan: Ubahan | None = None) -> None:
    """Draw what became of the upload of this session: the difference with all its questions, or what is wrong.

    `ubahan` is what was typed, where the file was made of it.
    """
    if st.session_state.pop(sesi.UNGGAH_ULANG, False):
        berkas, mode = st.session_state[sesi.UNGGAH_BERKAS]
        kirim_berkas(berkas, mode, ubahan)
    hasil: HasilUnggah | None = st.session_state.get(sesi.UNGGAH_HASIL)
    if hasil is None:
        return
    if ubahan is not None:
        _sementara(gudang, ubahan, hasil.dasar)
        hasil = replace(hasil, temuan=ubahan.pada_tabel(hasil.temuan, hasil.dasar))
    if hasil.identik:
        # Say that nothing changes, and never that a file is the same of which a part was not read.
        if lembar := _tak_terbaca(hasil):
            st.warning(md(f"{kalimat(impor.kalimat_tak_terbaca(hasil.dasar, lembar))} Tidak ada yang diterbitkan."))
        elif lain := _selain_sel_tetap(hasil.temuan):
            # What was read is the same; what was passed over, a total that does not fit, is said in the same breath.
            sama = f"Isi yang dibaca identik dengan versi {hasil.dasar}; tidak ada yang perlu diterbitkan."
            st.warning(f"{sama} Baca dahulu {jumlah_temuan(lain)} di bawah ini.")
        else:
            st.info(f"Identik dengan versi {hasil.dasar}; tidak ada yang perlu diterbitkan.")
        _sel_tetap(hasil.temuan)
        _temuan_lain(hasil.temuan, terbuka=True)
    elif hasil.draf is None:
        st.subheader(f"Belum dapat diterbitkan: {jumlah_temuan(hasil.temuan)}", anchor=False)
        if ubahan is None:
            _ditolak(hasil)
        else:
            st.text(
                "Tidak ada yang disimpan; versi aktif tidak berubah. Perbaiki pada tabel di atas, lalu periksa lagi."
            )
        tabel_temuan(hasil.temuan)
    else:
        _siap(gudang, hasil, hasil.draf)


def _sementara(gudang: Gudang, ubahan: Ubahan, dasar: int | None) -> None:
    """Tell what somebody else published since the table was drawn; what was typed is compared with that."""
    if dasar is not None and str(dasar) != ubahan.tabel.versi:
        kata = kalimat_sementara(gudang.ambil(dasar), beda_versi(gudang, int(ubahan.tabel.versi), dasar))
        st.warning(md(f"{kata} Perubahan Anda dibandingkan dengan versi itu."), icon=":material/update:")


def _ditolak(hasil: HasilUnggah) -> None:
    st.text("Tidak ada yang disimpan; versi aktif tidak berubah. Perbaiki yang berikut, lalu unggah lagi.")
    berkas, _ = st.session_state[sesi.UNGGAH_BERKAS]
    with st.container(horizontal=True):
        for nomor, (nama, isi) in enumerate(berkas):
            milik = [t for t in hasil.temuan if t.berkas in ("", impor.nama_aman(nama))]
            label, bernama = md(f"Unduh {nama} dengan tanda"), f"bertanda_{impor.nama_aman(nama)}"
            isi_bertanda = dijaga(Izin.MENGUNGGAH, partial(bertanda, isi, milik), buku_kalimat)
            ikon, kunci = ":material/format_ink_highlighter:", f"bertanda_{nomor}"
            tombol_unduh(label, isi_bertanda, bernama, ikon=ikon, kunci=kunci)


def _tak_terbaca(hasil: HasilUnggah) -> tuple[str, ...]:
    return impor.lembar_tak_terbaca(hasil.temuan)


def _sel_tetap(temuan: Sequence[TemuanBuku]) -> None:
    """Say which cells of an update were empty, and what goes on standing there."""
    tetap = [t for t in temuan if t.kode is Kode.SEL_TETAP]
    if tetap:
        st.info("Sel kosong tidak mengubah apa pun; isi berikut tetap seperti semula.", icon=":material/info:")
        tabel_temuan(tetap)


def _selain_sel_tetap(temuan: Sequence[TemuanBuku]) -> list[TemuanBuku]:
    return [t for t in temuan if t.kode is not Kode.SEL_TETAP]


def _temuan_lain(temuan: Sequence[TemuanBuku], *, terbuka: bool) -> None:
    if lain := _selain_sel_tetap(temuan):
        with st.expander(f"Terbaca dengan {jumlah_temuan(lain)}", expanded=terbuka):
            tabel_temuan(lain)


def bertanda(isi: bytes, temuan: Sequence[TemuanBuku]) -> bytes:
    """Return the user's own workbook with its bad cells coloured and a note in each."""
    from kinerja.buku.tanda.tandai import tandai_di_anak

    with folder_kerja() as folder:
        asal, hasil = folder / "asal.xlsx", folder / "hasil.xlsx"
        asal.write_bytes(isi)
        tandai_di_anak(asal, temuan, hasil)
        return hasil.read_bytes()


def buku_kalimat(kalimat_: str) -> bytes:
    """Return a workbook that says one sentence."""
    from openpyxl import Workbook

    buku, berkas = Workbook(), BytesIO()
    buku.worksheets[0].append([kalimat_])
    buku.save(berkas)
    return berkas.getvalue()


def _siap(gudang: Gudang, hasil: HasilUnggah, draf: int) -> None:
    r = hasil.rincian
    st.subheader(kalimat_perubahan(r.perubahan), anchor=False)
    for kata in r.dampak:
        st.text(f"• {kalimat(kata)}")
    _hilang(r)
    uji_unggahan(r.uji)
    hitungan_beda(r.per_lembar, r.per_opd, r.nama_opd)
    with st.expander("Baris yang berubah", expanded=r.jumlah_baris <= 40):
        tabel_beda(baris_beda(r.baris), r.jumlah_baris)
    _sel_tetap(hasil.temuan)
    _temuan_lain(hasil.temuan, terbuka=False)
    with st.container(border=True):
        # The keys name the draft: what was agreed to for one is asked anew for the next.
        setuju = [_tanya(f"pengaman_{draf}_{n}", p.kalimat, p.ketik) for n, p in enumerate(r.pengaman)]
        hilang = r.jumlah_hilang
        if hilang:
            setuju.append(st.checkbox(f"Ya, {r.kata_hilang} ini memang harus hilang", key=f"hilang_{draf}"))
        catatan = st.text_input(
            "Catatan versi (wajib)", key=sesi.UNGGAH_CATATAN, max_chars=200, placeholder="Misalnya: realisasi TW III"
        )
        boleh = all(setuju) and bool(catatan.strip())
        kiri, kanan = st.columns([1, 4])
        if kiri.button("Terbitkan", type="primary", disabled=not boleh, icon=":material/publish:"):
            _terbitkan(gudang, draf, catatan.strip(), hilang)
        if kanan.button("Batalkan", icon=":material/close:"):
            _batalkan(gudang, draf)


def _hilang(rincian: RincianUnggahan) -> None:
    """Show the figures that go apart from those that change."""
    if rincian.jumlah_hilang:
        st.subheader(f"{rincian.kata_hilang} akan hilang", anchor=False)
        st.warning(md(f"{rincian.kalimat_hilang}. {CARA_HILANG}"), icon=":material/warning:")
        with st.expander("Yang akan hilang", expanded=rincian.jumlah_hilang <= 40):
            tabel_hilang(rincian.hilang, rincian.jumlah_hilang)


def _tanya(kunci: str, kalimat_: str, ketik: int | None) -> bool:
    st.warning(md(kalimat_), icon=":material/warning:")
    if ketik is None:
        return st.checkbox("Ya, ini memang benar", key=kunci)
    return st.text_input("Jumlah baris yang dihapus", key=kunci).strip() in (str(ketik), format_angka(ketik))


def _batalkan(gudang: Gudang, draf: int) -> None:
    try:
        pelaku()
        gudang.buang_draf(draf)
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return
    _selesai("Unggahan dibatalkan; tidak ada yang berubah.")


def _terbitkan(gudang: Gudang, draf: int, catatan: str, hilang: int) -> None:
    try:
        oleh = pelaku()
        with pekerjaan("terbit"):
            nomor = impor.terbitkan(gudang, draf, oleh, catatan, setuju_hilang=hilang)
    except DasarBerubah as berubah:
        # Tell what somebody else published meanwhile; the upload is compared anew with that.
        hasil: HasilUnggah = st.session_state[sesi.UNGGAH_HASIL]
        if berubah.aktif is not None and hasil.dasar is not None:
            beda = beda_versi(gudang, hasil.dasar, berubah.aktif)
            st.error(md(kalimat_sementara(gudang.ambil(berubah.aktif), beda)))
        else:
            st.error(md(berubah.umum))
        st.text("Belum ada yang diterbitkan. Bandingkan unggahan Anda dengan versi yang baru, lalu terbitkan.")
        st.button("Bandingkan ulang", on_click=_bandingkan_ulang, type="primary")
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
    else:
        tulis("terbit", oleh=oleh.nama, versi=nomor)
        sumber.aktif()  # the next reader finds the new version ready
        _selesai(f"Versi {nomor} terbit: {catatan}")


def _bandingkan_ulang() -> None:
    """Have it compared in the run that follows: what a callback draws takes the place of what stands on top."""
    st.session_state[sesi.UNGGAH_ULANG] = True


def _selesai(pesan: str) -> None:
    """Forget the upload, empty its form and say what happened on a fresh page."""
    unggahan_lama = (sesi.UNGGAH_HASIL, sesi.UNGGAH_BERKAS, sesi.UNGGAH_CATATAN, sesi.UNGGAH_UBAHAN)
    for kunci in (*unggahan_lama, sesi.SUSUN_HASIL, sesi.SUSUN_JAWABAN):
        st.session_state.pop(kunci, None)
    st.session_state[sesi.UNGGAH_KE] = st.session_state.get(sesi.UNGGAH_KE, 0) + 1
    st.session_state[sesi.PESAN_KELOLA] = pesan
    st.rerun()
