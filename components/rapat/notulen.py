"""Decisions of a meeting: the section on Indikator, and the parts of the page that lists them all."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from components.bingkai.akses import berhak
from components.bingkai.navigasi import INDIKATOR, NOTULEN, OPD, alamat_halaman, tautan, tautan_html
from components.bingkai.saringan import bawa_saringan, pilih
from components.dasar import keadaan as sesi
from components.dasar.tabel import Baris, KolomTabel, cip, redup, tabel_html
from components.dasar.unduh import tombol_unduh
from components.rapat.tindak_notulen import catat_keputusan, pesan_tindakan, tindak_keputusan
from kinerja.akun.akses import Izin
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.notulen import daftar_notulen
from kinerja.model.catatan import Notulen, StatusNotulen
from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.waktu import hari_ini
from kinerja.sumber import versi as sumber
from kinerja.telaah.notulen import RUPA_STATUS, csv_notulen, kata_sisa, nama_opd, perihal

SEMUA = "semua"
DITAMPILKAN = 200
_KOLOM = (KolomTabel("Keputusan"), KolomTabel("Penanggung jawab"), KolomTabel("Tenggat"), KolomTabel("Status"))
_DUA = Markup("{}<br>{}")


# --- on the page of an indicator --------------------------------------------------------------------------------------


def keputusan_rapat(dataset: Dataset, kode_opd: str, kode_indikator: str, tahun: int) -> None:
    """Draw the decisions about an indicator; nothing where there are none and the reader may not note one.

    A store in trouble has none: the page opens without it.
    """
    try:
        gudang = sumber.gudang_terisi()
        notulen = daftar_notulen(gudang, kode_opd, kode_indikator)
    except Ditolak:
        return
    boleh = berhak(Izin.MENULIS_CATATAN)
    if not notulen and not boleh:
        return
    st.subheader("Keputusan rapat", anchor=False)
    pesan_tindakan()
    if notulen:
        tabel_notulen(dataset, notulen, lengkap=False)
    else:
        st.text("Belum ada keputusan tentang indikator ini.")
    if boleh:
        catat_keputusan(gudang, dataset, (kode_opd, kode_indikator, tahun))
        tindak_keputusan(gudang, dataset, notulen)
    if notulen:
        tautan(NOTULEN, "Buka notulen rapat", opd=kode_opd, tahun=tahun, notulen_opd=kode_opd)


# --- the page of all decisions ----------------------------------------------------------------------------------------


def bilah_notulen(dataset: Dataset) -> tuple[str | None, StatusNotulen | None]:
    """Draw the filters, both open at first; OPD and year of the other pages stay in the URL."""
    bawa_saringan(dataset)
    kiri, kanan = st.columns([5, 2])
    with kiri:
        nama = {o.kode_opd: o.nama_opd for o in dataset.urutan_opd}
        opd = pilih("OPD", sesi.NOTULEN_OPD, [SEMUA, *nama], SEMUA, tampil=lambda k: nama.get(k, "Semua"))
    with kanan:
        kata = {s.value.lower(): s for s in StatusNotulen}
        status = pilih("Status", sesi.NOTULEN_STATUS, [SEMUA, *kata], SEMUA, tampil=str.capitalize)
    return None if opd == SEMUA else opd, kata.get(status)


def tanpa_keputusan(*, ada_lain: bool) -> None:
    """Say what an empty list means and where decisions come from."""
    if ada_lain:
        st.text("Tidak ada keputusan yang cocok dengan saringan ini.")
        alamat = alamat_halaman(NOTULEN, **_bersama(), notulen_opd=SEMUA, notulen_status=SEMUA)
        st.html(str(tautan_html(alamat, "Lihat semua keputusan")))
        return
    st.text(
        "Keputusan dicatat pada slaid yang sedang ditayangkan, pada halaman Indikator, atau di sini: apa yang "
        "diputuskan, jabatan atau OPD yang mengerjakannya, dan tenggatnya."
    )
    st.html(str(tautan_html(alamat_halaman(INDIKATOR, **_bersama()), "Buka halaman Indikator")))


def _bersama() -> dict[str, str | int]:
    return {"opd": st.session_state[sesi.OPD], "tahun": st.session_state[sesi.TAHUN]}


def catat_dan_tindak(gudang: Gudang, dataset: Dataset, notulen: Sequence[Notulen]) -> None:
    """Draw what became of the last action, and both forms for those who may; the others read who may."""
    pesan_tindakan()
    if not berhak(Izin.MENULIS_CATATAN):
        st.caption("Keputusan dicatat oleh operator, inspektorat, atau pengelola setelah masuk (Kelola data).")
        return
    catat_keputusan(gudang, dataset)
    tindak_keputusan(gudang, dataset, notulen)


def unduhan_notulen(dataset: Dataset, notulen: Sequence[Notulen]) -> None:
    """Offer what is listed as a table."""
    label = f"Unduh {len(notulen)} keputusan (CSV)"
    tombol_unduh(label, lambda: csv_notulen(dataset, notulen, hari_ini()), "notulen_rapat.csv", kunci="unduh_notulen")


# --- the list ---------------------------------------------------------------------------------------------------------


def tabel_notulen(dataset: Dataset, notulen: Sequence[Notulen], *, lengkap: bool) -> None:
    """Draw decisions, late ones first; `lengkap` says of each what it is about."""
    hari = hari_ini()
    isi = tabel_html(_KOLOM, (_baris(dataset, n, hari, lengkap=lengkap) for n in notulen[:DITAMPILKAN]))
    st.html(str(Markup('<div class="dk-notulen">{}</div>').format(isi)))
    if len(notulen) > DITAMPILKAN:
        st.text(f"{DITAMPILKAN} dari {len(notulen)} ditampilkan; saring, atau unduh daftarnya untuk melihat semuanya.")


def _baris(dataset: Dataset, notulen: Notulen, hari: date, *, lengkap: bool) -> Baris:
    status = notulen.status(hari)
    tentang = _tentang(dataset, notulen) if lengkap else redup(f"{notulen.tahun} · dicatat oleh {notulen.oleh}")
    keputusan = _DUA.format(notulen.keputusan, tentang)
    keadaan = _DUA.format(cip(status.value, RUPA_STATUS[status]), redup(kata_sisa(notulen, hari)))
    return Baris((keputusan, notulen.penanggung_jawab, format_tanggal(notulen.tenggat), keadaan))


def _tentang(dataset: Dataset, notulen: Notulen) -> Markup:
    """Return what a decision is about, as a link where the data still hold it, whose it is, and the year."""
    tahun = notulen.tahun if notulen.tahun in dataset.tahun else dataset.tahun[0]
    nama: str | Markup = perihal(dataset, notulen)
    if notulen.kode_indikator in dataset.indikator:
        nama = tautan_html(
            alamat_halaman(INDIKATOR, opd=notulen.kode_opd, tahun=tahun, indikator=notulen.kode_indikator), nama
        )
    elif not notulen.kode_indikator and notulen.kode_opd in dataset.opd:
        nama = tautan_html(alamat_halaman(OPD, opd=notulen.kode_opd, tahun=tahun), nama)
    milik = f"· {nama_opd(dataset, notulen)} " if notulen.kode_indikator else ""
    return Markup("{} {}").format(nama, redup(f"{milik}· {notulen.tahun}"))
