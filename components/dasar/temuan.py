"""Findings about an upload: grouped by sheet, each with its cells, what stands there and what to write instead."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.dasar.tabel import Baris, KolomTabel, tabel
from components.dasar.teks import kalimat
from kinerja.buku.katalog.katalog import Berat
from kinerja.buku.temuan import KelompokTemuan, TemuanBuku, kelompokkan
from kinerja.nilai.kelompok import menurut
from kinerja.sajian.kalimat import daftar, sebagian

SEL_DITAMPILKAN = 8
SIMBOL = {Berat.GALAT: "✗ Galat", Berat.PERINGATAN: "! Peringatan"}


def jumlah_temuan(temuan: Sequence[TemuanBuku]) -> str:
    """Write how many findings there are of each kind."""
    galat = sum(t.tingkat is Berat.GALAT for t in temuan)
    bagian = [f"{galat} galat"] if galat else []
    bagian += [f"{len(temuan) - galat} peringatan"] if len(temuan) > galat else []
    return daftar(bagian) or "tidak ada temuan"


def tabel_temuan(temuan: Sequence[TemuanBuku]) -> None:
    """Draw all findings, by file and sheet; galat come first."""
    kolom = (
        (KolomTabel("Sel"), KolomTabel("Tingkat"), KolomTabel("Apa yang salah"), KolomTabel("Tulis")) if temuan else ()
    )
    if kolom:
        tabel(kolom, list(_baris(kelompokkan(temuan))))
    else:
        st.text("Tidak ada temuan.")


def _baris(kelompok: Iterable[KelompokTemuan]) -> Iterable[Baris]:
    for tempat, isi in menurut(kelompok, _tempat).items():
        yield Baris((tempat,), "kelompok")
        for k in isi:
            t = k.contoh
            kolom = f"{t.kolom}: " if t.kolom else ""
            yield Baris((_sel(k.sel), SIMBOL[t.tingkat], kolom + kalimat(t.pesan), kalimat(t.saran)))


def _tempat(k: KelompokTemuan) -> str:
    return ", ".join(b for b in (k.contoh.berkas, k.contoh.lembar) if b) or "Berkas"


def _sel(sel: Sequence[str]) -> str:
    if not sel:
        return "–"
    return sebagian(sel, SEL_DITAMPILKAN, "sel lain")
