"""The page Kelengkapan: matrix of what is filled, list of what is missing, the letter that asks for it."""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO

import streamlit as st
from markupsafe import Markup

from components.bingkai.akses import berhak
from components.bingkai.navigasi import INDIKATOR, KELENGKAPAN, alamat_halaman, tautan_html
from components.bingkai.salin import kotak_salin
from components.bingkai.saringan import Saringan
from components.dasar.tabel import Baris, KolomTabel, cip, redup, tabel_html
from components.dasar.teks import md
from components.dasar.unduh import tombol_unduh
from kinerja.akun.akses import Izin
from kinerja.dataset import Dataset
from kinerja.model.istilah import Periode
from kinerja.susun.isian import BukuIsian, buku_isian, kalimat_isian, nama_isian, nama_zip, yang_kurang
from kinerja.telaah.kelengkapan.kekurangan import DaftarKurang, Kurang, alasan_tanpa, judul_daftar
from kinerja.telaah.kelengkapan.matriks import ARTI_KEADAAN, BarisLengkap, Keadaan, MatriksLengkap, SelLengkap
from kinerja.telaah.kelengkapan.permintaan import csv_kurang, nama_berkas, teks_permintaan

Alamat = Callable[[str, int], str]

_BUNGKUS = Markup('<div class="{}">{}</div>')
_SEL = Markup('<div class="{}">{}<div>{}</div>{}</div>')
_RINCI = Markup('<div class="dk-kelengkapan__rinci{}">{}</div>')
_TIADA = Markup('<span class="dk-kelengkapan__tiada dk-teks__redup" title="{}">·</span>')


def alamat_sel(*, semua: bool) -> Alamat:
    """Return how a cell of the matrix links to its OPD and year."""
    nyala = "ya" if semua else "tidak"
    return lambda kode, tahun: alamat_halaman(
        KELENGKAPAN, opd=kode, tahun=tahun, lihat_data="kelengkapan", semua_indikator=nyala
    )


# --- the matrix -------------------------------------------------------------------------------------------------------


def matriks_html(
    matriks: MatriksLengkap, saringan: Saringan, alamat: Alamat, keterangan: str, kini: int | None = None
) -> str:
    """Return the matrix; each cell opens the list of its OPD and year, `kini` is the year whose column is tinted."""
    kolom = (KolomTabel("OPD"), *(KolomTabel(k) for k in matriks.kolom))
    baris = (_baris(b, saringan, alamat, kini) for b in matriks.baris)
    return str(_BUNGKUS.format("dk-kelengkapan__matriks", tabel_html(kolom, baris, keterangan)))


def _baris(baris: BarisLengkap, saringan: Saringan, alamat: Alamat, kini: int | None) -> Baris:
    if not baris.kode_opd:
        return Baris((baris.nama, *(_sel(s, s.teks, kini) for s in baris.sel)), "jumlah")
    sel = (_sel(s, tautan_html(alamat(baris.kode_opd, s.tahun), s.teks), kini) for s in baris.sel)
    return Baris((baris.nama, *sel), "terpilih" if baris.kode_opd == saringan.opd.kode_opd else "")


def _sel(sel: SelLengkap, teks: str | Markup, kini: int | None) -> Markup:
    if sel.keadaan is Keadaan.TIDAK_DIHARAPKAN:
        return _TIADA.format(sel.keadaan.value)
    rinci = Markup("").join(
        _RINCI.format(" dk-teks__buruk" if r.buruk else " dk-teks__redup", r.teks) for r in sel.rincian
    )
    return _SEL.format("is-kini" if sel.tahun == kini else "", teks, cip(sel.keadaan.value, sel.keadaan.rupa), rinci)


def legenda_keadaan(catatan: Iterable[str]) -> None:
    """Explain the states of a cell, with remarks under them."""
    isi = Markup("").join(
        Markup("<span>{} {}</span>").format(
            Markup("·") if k is Keadaan.TIDAK_DIHARAPKAN else cip(k.value, k.rupa), arti
        )
        for k, arti in ARTI_KEADAAN
    )
    teks = " ".join(c for c in catatan if c)
    st.html(
        str(Markup('<div class="dk-kelengkapan__arti">{}<div class="dk-teks__redup">{}</div></div>').format(isi, teks))
    )


def aturan_kelengkapan(aturan: Iterable[str]) -> None:
    """Draw the rules behind the page, in words."""
    with st.expander("Aturan: apa yang diharapkan dan kapan terlambat"):
        for a in aturan:
            st.text(a)


# --- the list of what is missing --------------------------------------------------------------------------------------


def daftar_kekurangan(dataset: Dataset, daftar: DaftarKurang) -> None:
    """Draw what an OPD has still to hand in, the letter that asks for it, and the form that goes with it."""
    st.subheader(md(judul_daftar(daftar)), anchor=False)
    if not daftar.diharapkan:
        st.text(alasan_tanpa(daftar))
    with st.container(horizontal=True, vertical_alignment="center"):
        if daftar.butir:
            with st.popover("Surat permintaan", icon=":material/mail:", width="content"):
                st.caption("Teks siap kirim kepada OPD.")
                kotak_salin(teks_permintaan(dataset, daftar))
            tombol_unduh("Unduh daftar (CSV)", csv_kurang(daftar), nama_berkas(daftar), kunci="unduh_kekurangan")
        with st.popover("Isian OPD", icon=":material/edit_document:", width="content"):
            _isian(dataset, daftar.kode_opd, daftar.tahun)
    if daftar.butir:
        st.html(daftar_html(daftar))


def _isian(dataset: Dataset, kode_opd: str, tahun_kini: int) -> None:
    """Draw the choice of a period and what its form asks for; hand out the form, to who manages those of all OPD."""
    st.caption("Buku kerja untuk diisi OPD: nama dan target tercantum, realisasi kosong. Kembali lewat Perbarui.")
    semua_tahun = sorted({*dataset.tahun, dataset.tahun[0] + 1}, reverse=True)
    with st.container(horizontal=True):
        # A key of its own for each year of the filter, which the form follows until another year is chosen for it.
        kunci, letak = f"tahun_isian_{tahun_kini}", semua_tahun.index(tahun_kini)
        tahun = st.selectbox("Tahun isian", semua_tahun, index=letak, key=kunci, width=130)
        periode = Periode(st.selectbox("Periode isian", [p.value for p in Periode], key="periode_isian", width=130))
    isian = buku_isian(dataset, kode_opd, tahun, periode)
    st.text("\n".join(kalimat_isian(isian)))
    if isian.berisi:
        buat = partial(_berkas_isian, dataset, isian)
        tombol_unduh("Unduh isian (XLSX)", buat, nama_isian(isian), kunci="unduh_isian")
    if (kurang := yang_kurang(dataset, tahun, periode)) and berhak(Izin.MENGUBAH_OPD_LAIN):
        label = f"Unduh {len(kurang)} isian yang belum lengkap (ZIP)"
        tombol_unduh(label, partial(_zip_isian, dataset, kurang), nama_zip(isian), kunci="unduh_semua_isian")


def _berkas_isian(dataset: Dataset, isian: BukuIsian) -> bytes:
    from kinerja.susun.tulis_isian import tulis_isian

    berkas = BytesIO()
    tulis_isian(dataset, isian, berkas)
    return berkas.getvalue()


def _zip_isian(dataset: Dataset, isian: Iterable[BukuIsian]) -> bytes:
    from kinerja.susun.tulis_isian import tulis_zip

    berkas = BytesIO()
    tulis_zip(dataset, isian, berkas)
    return berkas.getvalue()


def daftar_html(daftar: DaftarKurang) -> str:
    """Return the missing pieces as a table, grouped by kind; each indicator opens its own page."""
    kolom = (KolomTabel("Indikator"), KolomTabel("Yang diharapkan"), KolomTabel("Tulis di"), KolomTabel("Tenggat"))
    baris: list[Baris] = []
    for jenis, butir in daftar.kelompok():
        baris.append(Baris((f"{jenis.value} ({len(butir)})",), "kelompok"))
        baris += [Baris(_sel_kurang(daftar, b)) for b in butir]
    return str(_BUNGKUS.format("dk-kelengkapan__kurang", tabel_html(kolom, baris)))


def _sel_kurang(daftar: DaftarKurang, kurang: Kurang) -> tuple[str | Markup, ...]:
    alamat = alamat_halaman(INDIKATOR, opd=daftar.kode_opd, tahun=daftar.tahun, indikator=kurang.kode)
    nama = Markup("{}<br>{}").format(tautan_html(alamat, kurang.indikator), redup(kurang.kode))
    lambat = Markup('<div class="dk-teks__buruk">! Terlambat</div>') if kurang.terlambat else ""
    tenggat = Markup("{}{}").format(kurang.tenggat, lambat) if kurang.tenggat else redup("–")
    return (nama, kurang.diharapkan, kurang.tempat, tenggat)
