"""Ubah angka: a few figures typed on the page where they are missed; what then follows is an upload.

The table shows the texts of the workbook, so that whatever a cell may hold can be typed. It is drawn once it is opened,
for those who may change the OPD's rows, and never over an older version.
"""

from typing import Any, Literal

import streamlit as st

from components.bingkai.akses import berhak, nama_berhak
from components.bingkai.data import gudang_bila_dapat
from components.bingkai.versi import versi_dipilih
from components.dasar import keadaan as sesi
from components.dasar.lipatan import lipatan
from components.dasar.teks import md
from components.kelola.unggah import hasil_unggahan, kirim_berkas, lupakan_unggahan
from kinerja.akun.akses import Izin
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.model.istilah import Periode
from kinerja.sajian.kalimat import daftar
from kinerja.unggah.impor import Mode
from kinerja.unggah.penguncian import nama_kunci
from kinerja.unggah.ubahan import DIUBAH, TabelUbah, Ubahan, susun_ubahan, tabel_indikator, tabel_opd

CARA = (
    "Ketik seperti di buku kerja: 72,93 atau 5,8-5,5 atau WTP atau BB (70). Yang tidak disentuh tetap seperti semula; "
    "sel yang dikosongkan ditanyakan dahulu sebelum terbit. Tanda: Sementara, Perkiraan, Patah, dipisah titik koma."
)
SUMBER_MAKS = 200


def ubah_indikator(dataset: Dataset, kode: str, tahun: int) -> None:
    """Offer an indicator's year to those who may change it; nobody else sees anything."""
    kode_opd = dataset.pemilik(dataset.indikator[kode]).kode_opd
    if versi_dipilih() is None and berhak(Izin.MENGUNGGAH, kode_opd):
        ubah_angka(dataset, kode_opd, tahun, kode)


def ubah_opd(dataset: Dataset, kode_opd: str, tahun: int, *, semua: bool) -> None:
    """Offer the indicators of an OPD, all or its IKU, a period at a time, in the same way."""
    if versi_dipilih() is None and berhak(Izin.MENGUNGGAH, kode_opd) and dataset.indikator_opd[kode_opd]:
        ubah_angka(dataset, kode_opd, tahun, semua=semua)


@st.fragment
def ubah_angka(dataset: Dataset, kode_opd: str, tahun: int, kode: str = "", *, semua: bool = False) -> None:
    """Draw what became of the last change, and the table once it is opened: of an indicator, else of the OPD."""
    if not nama_berhak(Izin.MENGUNGGAH, kode_opd):
        return
    if pesan := st.session_state.pop(sesi.PESAN_KELOLA, None):
        st.success(md(pesan), icon=":material/check_circle:")

    def isi() -> None:
        if kode:
            _tabel(tabel_indikator(dataset, kode, tahun))
            return
        periode = st.selectbox("Periode", [p.value for p in Periode], key="ubah_periode", on_change=lupakan_unggahan)
        _tabel(tabel_opd(dataset, kode_opd, tahun, periode, semua=semua))

    lipatan(":material/edit: Ubah angka", "ubah_angka", isi)


def _tabel(tabel: TabelUbah) -> None:
    gudang = gudang_bila_dapat()
    if gudang is None:
        st.warning("Gudang data sedang tidak terjangkau; angka belum dapat diubah.")
        return
    if not tabel.baris:
        st.info("OPD ini tidak memiliki IKU. Nyalakan Semua indikator untuk mengubah indikator lainnya.")
        return
    _peringatan_kunci(gudang, tabel)
    st.caption(CARA)
    ketikan, kunci = _penyunting(tabel)
    sumber = st.text_input(
        "Sumber angka yang diubah (boleh kosong)",
        key=f"sumber_{kunci}",
        max_chars=SUMBER_MAKS,
        placeholder="Misalnya: Laporan triwulan III; kosong berarti sumber yang tertulis tetap",
        on_change=lupakan_unggahan,
    )
    if st.button("Periksa perubahan", key="periksa_ubahan", type="primary", icon=":material/fact_check:"):
        ubahan = susun_ubahan(tabel, ketikan, sumber)
        if ubahan is None:
            st.info("Belum ada sel yang diubah.")
        else:
            kirim_berkas([(ubahan.berkas, ubahan.isi)], Mode.PERBARUI, ubahan)
    diperiksa: Ubahan | None = st.session_state.get(sesi.UNGGAH_UBAHAN)
    if diperiksa is not None and diperiksa.tabel == tabel:
        hasil_unggahan(gudang, diperiksa)


def _penyunting(tabel: TabelUbah) -> tuple[dict[str, list[Any]], str]:
    """Draw the table; return its cells as they are now, by column, and the word by which its widgets are known."""
    kunci = f"ubah_{tabel.versi}_{tabel.tentang}_{st.session_state.get(sesi.UNGGAH_KE, 0)}"
    nama: dict[str, list[Any]] = (
        {"Periode": [b.periode for b in tabel.baris]}
        if tabel.per_periode
        else {"Indikator": [b.indikator for b in tabel.baris], "Satuan": [b.satuan for b in tabel.baris]}
    )
    isi = {**nama, **{k: [b.isi[n] for b in tabel.baris] for n, k in enumerate(DIUBAH)}}
    lebar: dict[str, Literal["small", "medium", "large"]] = {"Indikator": "medium", "Catatan": "large"}
    ketikan: dict[str, list[Any]] = st.data_editor(
        isi,
        key=kunci,
        width="stretch",
        hide_index=True,
        disabled=list(nama),
        column_config={k: st.column_config.TextColumn(k, width=lebar.get(k)) for k in isi},
        on_change=lupakan_unggahan,
        alt="Target, realisasi, tanda, dan catatan yang dapat diubah",
    )
    return ketikan, kunci


def _peringatan_kunci(gudang: Gudang, tabel: TabelUbah) -> None:
    kunci = gudang.terkunci()
    terkunci = dict.fromkeys(n for b in tabel.baris if (n := nama_kunci(b.tahun, b.periode, kunci)))
    if terkunci:
        nama = daftar(list(terkunci))
        st.warning(f"Terkunci: {nama}. Perubahan yang menyentuhnya ditolak.", icon=":material/lock:")
