"""Noting a decision, settling it, giving it another day, opening it again, for those who may."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from components.bingkai.akses import nama_berhak, pelaku
from components.dasar import keadaan as sesi
from components.dasar.teks import md
from components.rapat.konsep import Konsep, buka_konsep, ingat_konsep, tutup_konsep
from kinerja.akun.akses import Izin
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang
from kinerja.model.catatan import IsiNotulen, Notulen
from kinerja.nilai.angka import format_tanggal
from kinerja.nilai.galat import Ditolak, IsianDitolak
from kinerja.nilai.waktu import hari_ini
from kinerja.telaah.notulen import kalimat_tersimpan, perihal
from kinerja.tindak import notulen as tindak_notulen
from kinerja.tindak.notulen import CATATAN_MAKS, KEPUTUSAN_MAKS, PENANGGUNG_MAKS

Tentang = tuple[str, str, int]
"""Kode OPD, kode indikator (empty for the OPD as a whole) and year a decision is about."""
_MENYELURUH = "OPD secara keseluruhan"


def pesan_tindakan() -> None:
    """Draw what became of the last action."""
    if pesan := st.session_state.pop(sesi.PESAN_NOTULEN, None):
        st.success(md(pesan), icon=":material/check_circle:")


def _lakukan(tindakan: Callable[[], str]) -> None:
    """Act and confirm by what `tindakan` returns, or name everything that was refused."""
    try:
        pesan = tindakan()
    except IsianDitolak as ditolak:
        st.error("  \n".join(f"{md(g)}." for g in ditolak.galat))
        return
    except Ditolak as ditolak:
        st.error(md(ditolak.umum))
        return
    st.session_state[sesi.PESAN_NOTULEN] = pesan
    st.rerun()


# --- noting -----------------------------------------------------------------------------------------------------------


@st.fragment
def catat_keputusan(gudang: Gudang, dataset: Dataset, tentang: Tentang | None = None) -> None:
    """Draw the form that notes a decision; what is entered outlives a reload of the page.

    Args:
        gudang: the store.
        dataset: the version that is looked at.
        tentang: what it is about; None lets choose.
    """
    nama = nama_berhak(Izin.MENULIS_CATATAN)
    if not nama:
        return
    pemilik = (nama, *map(str, tentang or ()))
    konsep = buka_konsep(*pemilik)
    terisi = any(konsep.isi.get(b) for b in ("keputusan", "penanggung_jawab", "tenggat"))
    with st.expander("Catat keputusan", icon=":material/edit_note:", expanded=terisi):
        bidang = _bidang(konsep, *(tentang or _pilih_perihal(dataset, konsep)))
        ingat_konsep(konsep, ("opd", "indikator", "keputusan", "penanggung_jawab", "tenggat"))
        if st.button("Simpan keputusan", key="simpan_keputusan", type="primary", icon=":material/save:"):
            _lakukan(lambda: _simpan(gudang, dataset, bidang, pemilik))


def _pilih_perihal(dataset: Dataset, konsep: Konsep) -> Tentang:
    """Draw the choice of OPD and indicator; the year is the one of the other pages."""
    kiri, kanan = st.columns(2)
    kunci_opd, kunci_indikator = konsep.kunci_bidang("opd"), konsep.kunci_bidang("indikator")
    st.session_state.setdefault(kunci_opd, st.session_state[sesi.OPD])
    opd = kiri.selectbox(
        "OPD yang dibahas",
        [o.kode_opd for o in dataset.urutan_opd],
        format_func=lambda k: dataset.opd[k].nama_opd,
        key=kunci_opd,
    )
    nama = {i.kode_indikator: i.indikator for i in dataset.indikator_opd[opd]}
    if st.session_state.get(kunci_indikator) not in nama:
        st.session_state[kunci_indikator] = ""
    indikator = kanan.selectbox(
        "Indikator yang dibahas", ["", *nama], format_func=lambda k: nama.get(k, _MENYELURUH), key=kunci_indikator
    )
    return opd, indikator, int(st.session_state[sesi.TAHUN])


def _bidang(konsep: Konsep, opd: str, indikator: str, tahun: int) -> IsiNotulen:
    """Draw the fields of a decision and return what they hold."""
    keputusan = st.text_area(
        "Keputusan (wajib)", key=konsep.kunci_bidang("keputusan"), max_chars=KEPUTUSAN_MAKS, height=90
    )
    kiri, kanan = st.columns([5, 2])
    # No box of choices: a run of the page takes away what is being typed there (seen on 1.67).
    siapa = kiri.text_input(
        "Penanggung jawab (wajib; OPD atau jabatan, bukan nama orang)",
        key=konsep.kunci_bidang("penanggung_jawab"),
        max_chars=PENANGGUNG_MAKS,
    )
    tenggat = kanan.date_input(
        "Tenggat (wajib)", None, hari_ini(), key=konsep.kunci_bidang("tenggat"), format="DD/MM/YYYY"
    )
    return IsiNotulen(
        kunci=konsep.kunci,
        kode_opd=opd,
        kode_indikator=indikator,
        tahun=tahun,
        slaid="",
        keputusan=keputusan,
        penanggung_jawab=siapa,
        tenggat=tenggat,
    )


def _simpan(gudang: Gudang, dataset: Dataset, isi: IsiNotulen, pemilik: tuple[str, ...]) -> str:
    n = tindak_notulen.catat(gudang, dataset, isi, pelaku(), hari_ini())
    tutup_konsep(*pemilik)
    return kalimat_tersimpan(n)


# --- settling ---------------------------------------------------------------------------------------------------------


@st.fragment
def tindak_keputusan(gudang: Gudang, dataset: Dataset, notulen: Sequence[Notulen]) -> None:
    """Draw what can be done with the decisions that are listed."""
    if not notulen or not nama_berhak(Izin.MENULIS_CATATAN):
        return
    pilihan = {n.id: n for n in notulen}
    with st.expander("Selesaikan, ubah tenggat, atau buka kembali", icon=":material/task_alt:"):
        nomor = st.selectbox(
            "Keputusan yang ditindak",
            list(pilihan),
            index=None,
            format_func=lambda k: f"{k} · {pilihan[k].keputusan} · {perihal(dataset, pilihan[k])}",
            key="notulen_ditindak",
            placeholder="Pilih",
        )
        if nomor is not None:
            (_terbuka if pilihan[nomor].selesai_waktu is None else _selesai)(gudang, pilihan[nomor])


def _terbuka(gudang: Gudang, notulen: Notulen) -> None:
    catatan = st.text_input(
        "Catatan (wajib saat menandai selesai)", key=f"catatan_notulen_{notulen.id}", max_chars=CATATAN_MAKS
    )
    if st.button("Tandai selesai", key="selesai_notulen", icon=":material/check:"):
        _lakukan(lambda: _selesaikan(gudang, notulen, catatan))
    kiri, kanan = st.columns([2, 5], vertical_alignment="bottom")
    tenggat = kiri.date_input(
        "Tenggat baru", None, hari_ini(), key=f"tenggat_notulen_{notulen.id}_{notulen.tenggat}", format="DD/MM/YYYY"
    )
    if kanan.button("Ubah tenggat", key="ubah_tenggat", icon=":material/event:", disabled=tenggat is None) and tenggat:
        _lakukan(lambda: _tunda(gudang, notulen, tenggat, catatan))


def _selesaikan(gudang: Gudang, notulen: Notulen, catatan: str) -> str:
    tindak_notulen.selesaikan(gudang, notulen.id, pelaku(), catatan)
    return f"Keputusan {notulen.id} selesai: {catatan.strip()}"


def _tunda(gudang: Gudang, notulen: Notulen, tenggat: date, alasan: str) -> str:
    tindak_notulen.ubah_tenggat(
        gudang, notulen.id, tenggat=tenggat, pengguna=pelaku(), hari_ini=hari_ini(), alasan=alasan
    )
    return f"Tenggat keputusan {notulen.id} menjadi {format_tanggal(tenggat)}."


def _selesai(gudang: Gudang, notulen: Notulen) -> None:
    alasan = st.text_input("Alasan (wajib)", key=f"alasan_notulen_{notulen.id}", max_chars=CATATAN_MAKS)
    if st.button("Buka kembali", key="buka_notulen", icon=":material/undo:"):
        _lakukan(lambda: _buka(gudang, notulen, alasan))


def _buka(gudang: Gudang, notulen: Notulen, alasan: str) -> str:
    tindak_notulen.buka_kembali(gudang, notulen.id, pelaku(), alasan)
    return f"Keputusan {notulen.id} terbuka kembali: {alasan.strip()}"
