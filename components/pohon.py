"""The performance tree drawn: nested details that open by mouse, touch and keyboard, or the same rows as a table.

A summary holds no link and no mark, because nothing that can be operated may stand inside something that can; both
stand in what the summary opens. Arrow keys and the two buttons come from aset/dasbor.js; without it the buttons are
not shown and every branch still opens by itself.
"""

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, alamat_halaman
from components.dasar.tabel import Baris, KolomTabel, atau_kosong, bertanda, cip, redup, tabel
from components.dasar.templat import makro
from kinerja.nilai.angka import format_persen, format_rupiah
from kinerja.telaah.pohon.cabang import Cabang, JenisCabang, ratakan
from kinerja.telaah.pohon.pohon import PohonKinerja

Alamat = tuple[tuple[str, str], ...]
"""Addresses of the indicators by code; a tuple, because they are part of what a drawing is cached by."""
_FAKTA, _POHON, _DALAM = makro("pohon.html", "fakta"), makro("pohon.html", "pohon"), makro("pohon.html", "dalam")


def alamat_indikator(pohon: PohonKinerja, kode_opd: str, tahun: int) -> Alamat:
    """Return the address of every indicator of a tree."""
    kode = (c.kode for _, c in ratakan(pohon.akar) if c.kode)
    return tuple((k, alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=k)) for k in kode)


def fakta(pohon: PohonKinerja) -> None:
    """Draw the key figures above the tree."""
    st.html(str(_FAKTA(pohon.fakta)))


def gambar_pohon(pohon: PohonKinerja, alamat: Alamat) -> None:
    """Draw the tree; the weakest branch is open."""
    st.html(pohon_html(pohon, alamat))


@lru_cache(maxsize=64)
def pohon_html(pohon: PohonKinerja, alamat: Alamat) -> str:
    """Return the tree as HTML."""
    return str(_POHON(pohon, dict(alamat)))


# --- the table --------------------------------------------------------------------------------------------------------

_TIADA = Markup('<span class="dk-teks__redup dk-pohon__tiada">–</span>')
KOLOM = (KolomTabel("Cabang"), KolomTabel("Capaian", angka=True), KolomTabel("Predikat"), KolomTabel("IKU tercapai"))
KOLOM_UANG = (KolomTabel("Pagu", angka=True), KolomTabel("Realisasi", angka=True), KolomTabel("Serapan", angka=True))


def gambar_tabel(pohon: PohonKinerja, alamat: Alamat) -> None:
    """Draw every node of the tree as a row of a table, the name indented by its depth."""
    tujuan = dict(alamat)
    kolom = (*KOLOM, *(KOLOM_UANG if pohon.beruang else ()))
    baris = (
        Baris(
            (*_sel_nilai(n, c, tujuan), *(_sel_uang(c) if pohon.beruang else ())),
            "terpilih" if c.terlemah else "",
        )
        for n, c in ratakan(pohon.akar)
    )
    tabel(kolom, baris, "Pohon kinerja dari misi sampai program; latar menandai cabang dengan capaian terendah")


def _sel_nilai(dalam: int, cabang: Cabang, alamat: Mapping[str, str]) -> tuple[str | Markup, ...]:
    nama = _DALAM(cabang, dalam, alamat)
    if cabang.jenis is JenisCabang.PROGRAM:
        return (nama, _TIADA, _TIADA, _TIADA)
    ket = Markup("<br>{}").format(redup(cabang.rata.keterangan)) if cabang.rata else ""
    angka = Markup("{}{}").format(atau_kosong(cabang.capaian), ket)
    lapor = redup(" menurut laporan") if cabang.predikat_dilaporkan else ""
    kata = Markup("{}{}").format(cip(cabang.predikat, cabang.rupa), lapor) if cabang.predikat else _TIADA
    return (nama, bertanda(angka, cabang.tanda), kata, cabang.status or cabang.tercapai or _TIADA)


def _sel_uang(cabang: Cabang) -> tuple[str | Markup, ...]:
    pagu, realisasi = (cabang.uang.pagu, cabang.uang.realisasi) if cabang.uang else (None, None)
    tanda = cabang.tanda if cabang.jenis is JenisCabang.PROGRAM else ()
    serap = "" if cabang.serapan is None else format_persen(cabang.serapan)
    return (
        bertanda(atau_kosong("" if pagu is None else format_rupiah(pagu)), tanda),
        atau_kosong("" if realisasi is None else format_rupiah(realisasi)),
        atau_kosong(serap),
    )
