"""The performance tree drawn: nested details that open by mouse, touch and keyboard, or the same rows as a table.

A summary holds no link and no mark, because nothing that can be operated may stand inside something that can; both
stand in what the summary opens. Arrow keys and the two buttons come from aset/dasbor.js; without it the buttons are
not shown and every branch still opens by itself.
"""

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from components.bingkai.navigasi import INDIKATOR, alamat_halaman, tautan_html
from components.dasar.tabel import Baris, Kolom, atau_kosong, bertanda, cip, redup, tabel
from components.dasar.teks import kalimat
from kinerja.nilai.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.nilai.skala import samakan
from kinerja.rumus.capaian import Tanda
from kinerja.telaah.pohon.cabang import Cabang, JenisCabang, ratakan
from kinerja.telaah.pohon.pohon import Fakta, PohonKinerja

Alamat = tuple[tuple[str, str], ...]
"""Addresses of the indicators by code; a tuple, because they are part of what a drawing is cached by."""


def alamat_indikator(pohon: PohonKinerja, kode_opd: str, tahun: int) -> Alamat:
    """Return the address of every indicator of a tree."""
    kode = (c.kode for _, c in ratakan(pohon.akar) if c.kode)
    return tuple((k, alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=k)) for k in kode)


def fakta(pohon: PohonKinerja) -> None:
    """Draw the key figures above the tree."""
    isi = Markup("").join(_fakta(f) for f in pohon.fakta)
    st.html(str(Markup('<dl class="dk-pohon__fakta">{}</dl>').format(isi)))


def _fakta(f: Fakta) -> Markup:
    return Markup("<div><dt>{}</dt><dd>{}</dd><dd>{}</dd></div>").format(f.nama, f.angka, f.keterangan)


# --- the tree ---------------------------------------------------------------------------------------------------------

_POHON = Markup(
    '<div class="dk-pohon" role="group" aria-label="Pohon kinerja"><div class="dk-pohon__alat">'
    '<button type="button" class="dk-tombol" data-pohon="buka">Buka semua</button>'
    '<button type="button" class="dk-tombol" data-pohon="tutup">Tutup semua</button>'
    '<span class="dk-teks__redup dk-pohon__papan-ketik">Papan ketik: ↑ ↓ berpindah, → membuka, ← menutup, '
    "* membuka yang sejajar.</span>"
    "</div><ul>{}</ul></div>"
)
_BERCABANG = Markup(
    '<li><details{}><summary class="dk-pohon__baris{}" style="{}">{}</summary>{}<ul>{}</ul></details></li>'
)
_DAUN = Markup('<li><div class="dk-pohon__baris{}" style="{}">{}</div></li>')
_ISI = Markup('<span><span class="dk-pohon__jenis">{}{}</span><span class="{}">{}</span></span>{}{}')
_ISI_PROGRAM = Markup('<span><span class="dk-pohon__jenis">{}</span>{}{}</span><span>{}</span>')
_TERENDAH = Markup(' · <span class="dk-pohon__sebut">capaian terendah</span>')
_BESAR = Markup('<span class="dk-pohon__besar">{}</span>')
_KECIL = Markup("<small>{}</small>")
_ADA_CATATAN = Markup(
    ' <span title="Ada catatan, buka cabang" aria-hidden="true">※</span>'
    '<span class="dk-teks__dengar">, ada catatan</span>'
)


def gambar_pohon(pohon: PohonKinerja, alamat: Alamat) -> None:
    """Draw the tree; the weakest branch is open."""
    st.html(pohon_html(pohon, alamat))


@lru_cache(maxsize=64)
def pohon_html(pohon: PohonKinerja, alamat: Alamat) -> str:
    """Return the tree as HTML."""
    tujuan = dict(alamat)
    return str(_POHON.format(Markup("").join(_cabang(c, tujuan, beruang=pohon.beruang) for c in pohon.akar)))


def _cabang(c: Cabang, alamat: Mapping[str, str], *, beruang: bool) -> Markup:
    warna = f"border-left-color:{c.rupa.warna}"
    if c.jenis is JenisCabang.PROGRAM:
        return _DAUN.format(" is-program", warna, _isi_program(c))
    kelas = f"{'' if beruang else ' is-tanpa-uang'}{' is-terlemah' if c.terlemah else ''}"
    if not c.anak:
        return _DAUN.format(kelas, warna, _isi(c, _nama_daun(c, alamat), beruang=beruang))
    anak = Markup("").join(_cabang(a, alamat, beruang=beruang) for a in c.anak)
    buka = Markup(" open") if c.terbuka else ""
    return _BERCABANG.format(buka, kelas, warna, _isi(c, c.nama, beruang=beruang), _terbuka(c, alamat), anak)


def _nama_daun(c: Cabang, alamat: Mapping[str, str]) -> str | Markup:
    return tautan_html(alamat[c.kode], c.nama) if c.kode else c.nama


def _isi(c: Cabang, nama: str | Markup, *, beruang: bool) -> Markup:
    sebut = _TERENDAH if c.terlemah else ""
    uang = Markup("<span>{}{}</span>").format(_uang(c), _baris_kecil(c.cakupan)) if beruang else ""
    return _ISI.format(c.jenis, sebut, "dk-pohon__kuat" if c.kelompok else "", nama, _nilai(c), uang)


def _sebut_jenis(c: Cabang) -> str:
    """What a node is; a name that begins with it does not need it again."""
    return "" if samakan(c.nama).startswith(samakan(c.jenis)) else c.jenis


def _isi_program(c: Cabang) -> Markup:
    return _ISI_PROGRAM.format(_sebut_jenis(c), c.nama, _baris_kecil(c.cakupan), _uang(c))


def _nilai(c: Cabang) -> Markup:
    """Capaian and predikat of a row, with what qualifies them."""
    angka = _BESAR.format(c.capaian) if c.capaian else ""
    kata = cip(c.predikat, c.rupa) if c.predikat else ""
    utama = Markup("{} {}").format(angka, kata) if angka or kata else redup("Persentase tidak tersedia")
    if not c.anak:
        utama = bertanda(utama, c.tanda)
    elif c.tanda or c.catatan:
        utama += _ADA_CATATAN
    return Markup("<span>{}{}</span>").format(utama, _baris_kecil(*_keterangan(c)))


def _keterangan(c: Cabang) -> tuple[str, ...]:
    if c.rata is not None:
        return (c.rata.keterangan + (f", {c.tercapai} tercapai" if c.tercapai else ""),)
    return ("predikat menurut laporan" if c.predikat_dilaporkan else "", c.status)


def _uang(c: Cabang) -> Markup:
    """Pagu and serapan of a row; where neither is known, that is said once."""
    pagu = c.uang.pagu if c.uang else None
    if pagu is None and c.serapan is None:
        return Markup("Pagu tidak tersedia")
    angka = Markup("Pagu {}").format(
        _BESAR.format(format_rupiah_ringkas(pagu)) if pagu is not None else "tidak tersedia"
    )
    if c.jenis is JenisCabang.PROGRAM:
        angka = bertanda(angka, c.tanda)
    return angka + _baris_kecil(f"serapan {'tidak tersedia' if c.serapan is None else format_persen(c.serapan)}")


def _baris_kecil(*teks: str) -> Markup:
    return Markup("").join(_KECIL.format(t) for t in teks if t)


def _terbuka(c: Cabang, alamat: Mapping[str, str]) -> Markup:
    """What stands between a branch and its parts: the way to the indicator, remarks and marks."""
    tautan = tautan_html(alamat[c.kode], f"Buka cerita indikator {c.nama}") if c.kode else Markup("")
    butir = Markup("").join(
        Markup("<li>{}</li>").format(t) for t in (*map(kalimat, c.catatan), *map(_teks_tanda, c.tanda))
    )
    if not tautan and not butir:
        return Markup("")
    return Markup('<div class="dk-pohon__buka">{}{}</div>').format(
        tautan, Markup("<ul>{}</ul>").format(butir) if butir else ""
    )


def _teks_tanda(t: Tanda) -> str:
    return kalimat(f"{t.jenis.value}: {t.penjelasan}")


# --- the table --------------------------------------------------------------------------------------------------------

_DALAM = Markup(
    '<div class="dk-pohon__dalam" style="padding-left:{}rem"><span class="dk-pohon__jenis">{}</span>{}{}</div>'
)
_TIADA = Markup('<span class="dk-teks__redup dk-pohon__tiada">–</span>')
KOLOM = (Kolom("Cabang"), Kolom("Capaian", angka=True), Kolom("Predikat"), Kolom("IKU tercapai"))
KOLOM_UANG = (Kolom("Pagu", angka=True), Kolom("Realisasi", angka=True), Kolom("Serapan", angka=True))


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


def _sel_nilai(dalam: int, c: Cabang, alamat: Mapping[str, str]) -> tuple[str | Markup, ...]:
    nama = _DALAM.format(dalam * 0.9, _sebut_jenis(c), _nama_daun(c, alamat), _baris_kecil(c.cakupan))
    if c.jenis is JenisCabang.PROGRAM:
        return (nama, _TIADA, _TIADA, _TIADA)
    ket = Markup("<br>{}").format(redup(c.rata.keterangan)) if c.rata else ""
    angka = Markup("{}{}").format(atau_kosong(c.capaian), ket)
    lapor = redup(" menurut laporan") if c.predikat_dilaporkan else ""
    kata = Markup("{}{}").format(cip(c.predikat, c.rupa), lapor) if c.predikat else _TIADA
    return (nama, bertanda(angka, c.tanda), kata, c.status or c.tercapai or _TIADA)


def _sel_uang(c: Cabang) -> tuple[str | Markup, ...]:
    pagu, realisasi = (c.uang.pagu, c.uang.realisasi) if c.uang else (None, None)
    tanda = c.tanda if c.jenis is JenisCabang.PROGRAM else ()
    serap = "" if c.serapan is None else format_persen(c.serapan)
    return (
        bertanda(atau_kosong("" if pagu is None else format_rupiah(pagu)), tanda),
        atau_kosong("" if realisasi is None else format_rupiah(realisasi)),
        atau_kosong(serap),
    )
