"""A difference as people check it: counts by sheet and OPD, then each row from old to new."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import Baris, KolomTabel, redup, tabel
from kinerja.buku.banding.hilang import AngkaHilang
from kinerja.buku.banding.rincian import Hitungan
from kinerja.gudang.riwayat import BarisBeda
from kinerja.nilai.angka import format_angka
from kinerja.nilai.kelompok import menurut

_HITUNG = (KolomTabel("Ditambah", angka=True), KolomTabel("Diubah", angka=True), KolomTabel("Dihapus", angka=True))
_SEL = Markup("<div><b>{}</b>: {} → {}</div>")
_SATU = Markup("<div><b>{}</b>: {}</div>")


def hitungan_beda(
    per_lembar: Mapping[str, Hitungan], per_opd: Mapping[str, Hitungan], nama_opd: Mapping[str, str]
) -> None:
    """Draw how many rows change, by sheet and by OPD side by side; `nama_opd` are short names by code."""
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        _hitungan("Lembar", per_lembar)
    with kanan:
        _hitungan("OPD", {bernama(k, nama_opd.get(k, "")) or "Tanpa OPD": v for k, v in per_opd.items()})


def bernama(kode: str, nama: str) -> Markup:
    """Write a code with what it is called below it."""
    return Markup("{}<br>{}").format(kode, redup(nama)) if nama and nama != kode else Markup.escape(kode)


def _hitungan(judul: str, isi: Mapping[str, Hitungan]) -> None:
    baris = (Baris((k, *(format_angka(v.get(j, 0)) for j in ("tambah", "ubah", "hapus")))) for k, v in isi.items())
    tabel((KolomTabel(judul), *_HITUNG), baris)


def tabel_beda(baris: Sequence[BarisBeda], semua: int) -> None:
    """Draw changed rows under the names of their sheets; `semua` is how many there are in all."""
    keterangan = f"{format_angka(len(baris))} dari {format_angka(semua)} baris yang berubah" if semua else ""
    tabel((KolomTabel("Baris"), KolomTabel("Perubahan"), KolomTabel("Isi")), list(_isi(baris)), keterangan)


def _isi(baris: Iterable[BarisBeda]) -> Iterable[Baris]:
    lembar = ""
    for b in baris:
        if b.lembar != lembar:
            lembar = b.lembar
            yield Baris((lembar,), "kelompok")
        yield Baris((bernama(b.kunci, b.nama), b.jenis, Markup("").join(_sel(b))))


def _sel(baris: BarisBeda) -> Iterable[Markup]:
    for kolom, lama, baru in baris.sel:
        if lama and baru:
            yield _SEL.format(kolom, lama, baru)
        else:
            yield _SATU.format(kolom, lama or baru)
    if baris.lagi:
        yield redup(f"dan {baris.lagi} sel lain")


def tabel_hilang(hilang: Sequence[AngkaHilang], semua: int) -> None:
    """Draw the figures and words that go, under the names of their sheets; `semua` is how many there are in all."""
    kolom = (KolomTabel("Baris"), KolomTabel("Kolom"), KolomTabel("Yang hilang", angka=True), KolomTabel("Sebab"))
    keterangan = f"{format_angka(len(hilang))} dari {format_angka(semua)} sel yang hilang"
    tabel(kolom, list(_isi_hilang(hilang)), keterangan)


def _isi_hilang(hilang: Iterable[AngkaHilang]) -> Iterable[Baris]:
    for lembar, isi in menurut(hilang, lambda h: h.lembar).items():
        yield Baris((lembar,), "kelompok")
        yield from (Baris((bernama(h.kunci, h.nama), h.kolom, h.lama, h.sebab.value)) for h in isi)
