"""A difference as people check it: counts by sheet and OPD, then each row from old to new."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from components.dasar.tabel import Baris, KolomTabel, redup, tabel
from kinerja.gudang.riwayat import BarisBeda
from kinerja.nilai.angka import format_angka

_HITUNG = (KolomTabel("Ditambah", angka=True), KolomTabel("Diubah", angka=True), KolomTabel("Dihapus", angka=True))
_SEL = Markup("<div><b>{}</b>: {} → {}</div>")
_SATU = Markup("<div><b>{}</b>: {}</div>")


def hitungan_beda(per_lembar: Mapping[str, Mapping[str, int]], per_opd: Mapping[str, Mapping[str, int]]) -> None:
    """Draw how many rows change, by sheet and by OPD side by side."""
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        _hitungan("Lembar", per_lembar)
    with kanan:
        _hitungan("Kode OPD", {k or "Tanpa OPD": v for k, v in per_opd.items()})


def _hitungan(judul: str, isi: Mapping[str, Mapping[str, int]]) -> None:
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
        yield Baris((b.kunci, b.jenis, Markup("").join(_sel(b))))


def _sel(baris: BarisBeda) -> Iterable[Markup]:
    for kolom, lama, baru in baris.sel:
        if lama and baru:
            yield _SEL.format(kolom, lama, baru)
        else:
            yield _SATU.format(kolom, lama or baru)
    if baris.lagi:
        yield redup(f"dan {baris.lagi} sel lain")
