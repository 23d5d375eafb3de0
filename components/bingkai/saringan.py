"""Filters: drawn inside the fragment they filter, kept across pages, always in the URL by code.

Streamlit's own query-params binding drops a value that equals its default and puts labels in the URL; a copied link
must carry both OPD and year by code, so that it opens the same figures after newer data arrive (docs/adr).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.dasar import keadaan as sesi
from components.dasar.teks import md
from kinerja.dataset import Dataset
from kinerja.model.baris import Opd
from kinerja.nilai.angka import SERATUS

T = TypeVar("T")
BANTUAN_BATAS = "Capaian di atas 100% dihitung 100% dalam rata-rata, sehingga satu indikator tidak menutupi yang lain."


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the filter bar says: an OPD and a year."""

    opd: Opd
    tahun: int


def bilah(dataset: Dataset, tambahan: int = 0, lebar: int = 3) -> tuple[Saringan, list[DeltaGenerator]]:
    """Draw OPD and year in one row, with room for what a page adds, each `lebar` wide beside 5 for the OPD.

    Returns:
        The choice, and the containers for `tambahan` more filters.
    """
    kolom = st.columns([5, 2, *[lebar] * tambahan])
    kode = [o.kode_opd for o in dataset.urutan_opd]
    with kolom[0]:
        opd = dataset.opd[pilih("OPD", sesi.OPD, kode, kode[0], tampil=lambda k: dataset.opd[k].nama_opd)]
    # Until somebody chooses a year, it follows the OPD: the newest year with a realisasi.
    lalu = st.session_state.get(sesi.OPD_LALU)
    st.session_state[sesi.OPD_LALU] = opd.kode_opd
    if lalu not in (None, opd.kode_opd) and not st.session_state.get(sesi.TAHUN_DIPILIH):
        st.session_state[sesi.TAHUN] = dataset.tahun_bawaan(opd.kode_opd) or dataset.tahun[0]
    with kolom[1]:
        bawaan = dataset.tahun_bawaan(opd.kode_opd) or dataset.tahun[0]
        tahun = pilih("Tahun", sesi.TAHUN, dataset.tahun, bawaan, saat_ubah=_catat_tahun_dipilih)
    return Saringan(opd, tahun), list(kolom[2:])


def bawa_saringan(dataset: Dataset) -> int:
    """Take over OPD and year as the other pages know them and write them into the URL; returns the year."""
    kode = [o.kode_opd for o in dataset.urutan_opd]
    serap_alamat(sesi.OPD, kode, kode[0])
    tulis_alamat(sesi.OPD, st.session_state[sesi.OPD])
    serap_alamat(sesi.TAHUN, dataset.tahun, dataset.tahun_bawaan(st.session_state[sesi.OPD]) or dataset.tahun[0])
    tulis_alamat(sesi.TAHUN, str(st.session_state[sesi.TAHUN]))
    return int(st.session_state[sesi.TAHUN])


def pilih(
    label: str,
    kunci: str,
    pilihan: Sequence[T],
    bawaan: T,
    *,
    tulis: Callable[[T], str] = str,
    tampil: Callable[[T], str] = str,
    saat_ubah: Callable[[], None] | None = None,
    bantuan: str | None = None,
) -> T:
    """Draw a select box that keeps its value in the URL under `kunci`.

    Args:
        label: the label people read.
        kunci: name in the URL and in the session.
        pilihan: all options; they never shrink with another filter.
        bawaan: what is chosen when neither URL nor session says anything.
        tulis: how an option is written in the URL.
        tampil: how an option is shown.
        saat_ubah: called when the user chooses.
        bantuan: help text beside the label.
    """
    serap_alamat(kunci, pilihan, bawaan, tulis)
    nilai = st.selectbox(
        label,
        pilihan,
        key=kunci,
        format_func=tampil,
        persist_state="session",
        on_change=saat_ubah or "rerun",
        help=bantuan,
    )
    tulis_alamat(kunci, tulis(nilai))
    _sebut(kunci, label, tampil(nilai))
    return nilai


def pilih_opsional(label: str, kunci: str, pilihan: Sequence[str], *, tampil: Callable[[str], str] = str) -> str | None:
    """Draw a select box that may stay empty; the choice is in the URL while there is one."""
    serap_alamat(kunci, [None, *pilihan], None, lambda p: p or "")
    peringatan_alamat()
    nilai = st.selectbox(
        label, pilihan, index=None, key=kunci, format_func=tampil, persist_state="session", placeholder="Pilih"
    )
    if nilai is not None:
        tulis_alamat(kunci, nilai)
        _sebut(kunci, label, tampil(nilai))
    elif kunci in st.query_params:
        del st.query_params[kunci]
        st.session_state[sesi.tertulis(kunci)] = None
    return nilai


def pilih_segmen(
    label: str,
    kunci: str,
    pilihan: Sequence[T],
    *,
    tulis: Callable[[T], str] = str,
    tampil: Callable[[T], str] = str,
) -> T:
    """Draw the choice between the views of a page, side by side; the chosen one stands in the URL under `kunci`.

    Args:
        label: what is chosen, for a screen reader.
        kunci: name in the URL and in the session.
        pilihan: the views; the first is the default.
        tulis: how a view is written in the URL.
        tampil: how a view is named.
    """
    serap_alamat(kunci, pilihan, pilihan[0], tulis)
    nilai = st.segmented_control(
        label,
        pilihan,
        key=kunci,
        format_func=tampil,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    terpilih = pilihan[0] if nilai is None else nilai
    tulis_alamat(kunci, tulis(terpilih))
    _sebut(kunci, label, tampil(terpilih))
    return terpilih


def pilih_banyak(
    label: str,
    kunci: str,
    pilihan: Sequence[str],
    bawaan: Sequence[str],
    *,
    milik: str,
    paling_banyak: int,
    tampil: Callable[[str], str] = str,
) -> tuple[str, ...]:
    """Draw a box for several options; their codes stand in the URL under `kunci`, separated by commas.

    Args:
        label: the label people read.
        kunci: name in the URL and in the session.
        pilihan: all options.
        bawaan: what is chosen until somebody chooses; it may differ from run to run.
        milik: what the choice belongs to; for another one it starts anew at the default.
        paling_banyak: how many can be chosen.
        tampil: how an option is shown.
    """
    dari_alamat = _serap_daftar(kunci, pilihan, paling_banyak)
    # What was chosen for another owner is forgotten.
    if not dari_alamat and st.session_state.get(sesi.milik(kunci)) not in (None, milik):
        st.session_state[sesi.terpilih(kunci)] = None
    st.session_state[sesi.milik(kunci)] = milik
    terpilih = st.session_state.get(sesi.terpilih(kunci))
    st.session_state[kunci] = list(bawaan if terpilih is None else terpilih)
    peringatan_alamat()
    nilai = st.multiselect(
        label,
        pilihan,
        key=kunci,
        format_func=tampil,
        max_selections=paling_banyak,
        placeholder="Pilih",
        on_change=_catat_daftar,
        args=(kunci,),
    )
    if nilai:
        tulis_alamat(kunci, ",".join(nilai))
    else:
        lepas_alamat(kunci)
    _sebut(kunci, label, ", ".join(map(tampil, nilai)))
    return tuple(nilai)


def _serap_daftar(kunci: str, pilihan: Sequence[str], paling_banyak: int) -> bool:
    """Take over a list of codes when the URL says another than we last wrote; a list with a stranger in it is none."""
    alamat = st.query_params.get(kunci)
    if alamat is None or alamat == st.session_state.get(sesi.tertulis(kunci)):
        return False
    kode = {p.casefold(): p for p in pilihan}
    cocok = [kode.get(bagian.strip().casefold(), "") for bagian in alamat.split(",")]
    dikenal = all(cocok) and len(set(cocok)) == len(cocok) <= paling_banyak
    if dikenal:
        st.session_state[sesi.terpilih(kunci)] = cocok
    _catat_alamat(kunci, dikenal=dikenal)
    return dikenal


def _catat_daftar(kunci: str) -> None:
    st.session_state[sesi.terpilih(kunci)] = list(st.session_state[kunci])


def lepas_alamat(kunci: str) -> None:
    """Take a value out of the URL; the session keeps it."""
    if kunci in st.query_params:
        del st.query_params[kunci]
    st.session_state[sesi.tertulis(kunci)] = None


def saklar(label: str, kunci: str, *, bantuan: str | None = None) -> bool:
    """Draw a switch whose state stands in the URL as ya or tidak."""
    serap_alamat(kunci, (False, True), False, _ya_tidak)
    nyala = st.toggle(label, key=kunci, persist_state="session", help=bantuan)
    tulis_alamat(kunci, _ya_tidak(nyala))
    _sebut(kunci, label, _ya_tidak(nyala))
    return nyala


def saklar_batas(dataset: Dataset, bantuan: str | None = BANTUAN_BATAS) -> bool:
    """Draw the switch that caps each capaian at 100; not where Profil does so already, which every mean says."""
    if dataset.profil.aturan.batas == SERATUS:
        return False
    return saklar("Batasi capaian pada 100%", sesi.BATASI, bantuan=bantuan)


def _ya_tidak(nilai: bool) -> str:
    return "ya" if nilai else "tidak"


def serap_alamat(kunci: str, pilihan: Sequence[T], bawaan: T, tulis: Callable[[T], str] = str) -> None:
    """Take over what the URL says when it changed since we last wrote it; else keep the session, else the default."""
    alamat = st.query_params.get(kunci)
    if alamat is not None and alamat != st.session_state.get(sesi.tertulis(kunci)):
        cocok = [p for p in pilihan if tulis(p).casefold() == alamat.casefold()]
        if cocok:
            st.session_state[kunci] = cocok[0]
        _catat_alamat(kunci, dikenal=bool(cocok))
    if kunci not in st.session_state or st.session_state[kunci] not in pilihan:
        st.session_state[kunci] = bawaan
        return
    # A widget's identity holds its page: what code chose (the default year) stays with the page that was left, and the
    # new one would open at its first option. `persist_state` keeps only what somebody chose by hand (seen on 1.67).
    halaman = st.session_state.get(sesi.HALAMAN_KINI)
    if st.session_state.get(sesi.halaman_pemilik(kunci)) != halaman:
        st.session_state[kunci] = st.session_state[kunci]
        st.session_state[sesi.halaman_pemilik(kunci)] = halaman


def tulis_alamat(kunci: str, nilai: str) -> None:
    """Write a value into the URL, also when it equals the default."""
    if st.query_params.get(kunci) != nilai:
        st.query_params[kunci] = nilai
    st.session_state[sesi.tertulis(kunci)] = nilai


def alamat_tertulis() -> dict[str, str]:
    """Return what the address says and this session wrote; what else a link carried is left out."""
    isi = st.query_params.to_dict()
    return {k: v for k, v in isi.items() if k == sesi.VERSI or st.session_state.get(sesi.tertulis(k)) == v}


def _sebut(kunci: str, label: str, isi: str) -> None:
    """Remember what a filter says, for a page on paper."""
    st.session_state[sesi.terbaca(kunci)] = (label, isi)


def saringan_terbaca() -> tuple[tuple[str, str], ...]:
    """Return the filters of the page that is open as they are read, name and choice, in the order of the address."""
    ada = (st.session_state.get(sesi.terbaca(kunci)) for kunci in alamat_tertulis())
    return tuple(s for s in ada if s is not None)


def peringatan_alamat(saran: str = "") -> None:
    """Say so when the URL carried a choice that does not exist and the default is shown instead.

    Args:
        saran: what might have been meant, said after the warning.
    """
    if st.session_state.pop(sesi.ALAMAT_DITOLAK, None):
        st.warning(md(f"Alamat memuat pilihan yang tidak dikenal; yang ditampilkan adalah pilihan bawaan. {saran}"))


def pilih_tahun(tahun: int) -> None:
    """Choose a year from a button."""
    st.session_state[sesi.TAHUN] = tahun
    _catat_tahun_dipilih()


def pilih_opd(kode: str) -> None:
    """Choose an OPD from a button."""
    st.session_state[sesi.OPD] = kode


def _catat_alamat(kunci: str, *, dikenal: bool) -> None:
    if not dikenal:
        st.session_state[sesi.ALAMAT_DITOLAK] = True
    elif kunci == sesi.TAHUN:
        _catat_tahun_dipilih()


def _catat_tahun_dipilih() -> None:
    st.session_state[sesi.TAHUN_DIPILIH] = True
