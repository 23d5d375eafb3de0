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

_GAYA = """
<style>
dl.dk-fakta { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem;
  margin: 0 !important; padding: 0 !important; }
.dk-fakta > div { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: .5rem;
  padding: .45rem .8rem; }
.dk-fakta dt { font-size: .88rem; font-weight: 400; } .dk-fakta dd { margin: 0; }
.dk-fakta dd:first-of-type { font-size: 1.45rem; font-weight: 600; line-height: 1.3; }
.dk-fakta dd:last-of-type { font-size: .86rem; opacity: .75; }
.dk-pohon { font-size: .95rem; line-height: 1.35; }
.dk-pohon-alat { display: none; flex-wrap: wrap; align-items: center; gap: .5rem; margin-bottom: .5rem; }
.dk-naskah .dk-pohon-alat { display: flex; }
.dk-pohon-alat button { font: inherit; color: inherit; background: transparent; cursor: pointer; }
.dk-pohon-alat button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.dk-pohon ul { list-style: none; margin: 0; padding: 0; }
.dk-pohon ul ul { margin-left: .65rem; padding-left: .9rem;
  border-left: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
.dk-pohon li { margin: 0; padding: 0; }
.dk-baris { display: grid; grid-template-columns: minmax(0, 1fr) 15rem 16rem; gap: .2rem 1rem; align-items: start;
  padding: .4rem .5rem .4rem 1.6rem; position: relative; border-left: .35rem solid;
  border-bottom: 1px solid color-mix(in srgb, currentColor 14%, transparent); overflow-wrap: anywhere; }
.dk-baris.dk-tanpa-uang { grid-template-columns: minmax(0, 1fr) 19rem; }
.dk-baris.dk-program { grid-template-columns: minmax(0, 1fr) 16rem; }
summary.dk-baris { cursor: pointer; list-style: none; }
summary.dk-baris::-webkit-details-marker { display: none; }
summary.dk-baris::before { content: "▸" / ""; position: absolute; left: .3rem; top: .15rem; font-size: 1.5rem;
  line-height: 1; }
details[open] > summary.dk-baris::before { content: "▾" / ""; }
summary.dk-baris:hover { background: color-mix(in srgb, currentColor 6%, transparent); }
summary.dk-baris:focus-visible { outline: 3px solid light-dark(#08519C, #8CC2EA); outline-offset: -3px; }
.dk-baris small { display: block; font-size: .84rem; opacity: .78; }
.dk-jenis { display: block; font-size: .76rem; opacity: .78; letter-spacing: .03em; }
.dk-kuat { font-weight: 600; } .dk-angka-besar { font-weight: 600; font-variant-numeric: tabular-nums; }
.dk-terlemah { background: color-mix(in srgb, #D9730D 13%, transparent); }
.dk-sebut { font-weight: 600; text-decoration: underline; text-decoration-color: #D9730D;
  text-decoration-thickness: .15rem; text-underline-offset: .2rem; }
.dk-buka { padding: .35rem .5rem .35rem 1.6rem; font-size: .9rem; }
.dk-pohon .dk-buka ul { list-style: disc; padding-left: 1.1rem; border: 0; margin: 0; }
.dk-pohon .dk-buka li { font-size: .9rem; }
.dk-dengar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dk-dalam { font-weight: 400; min-width: 12.5rem; } .dk-dalam small { display: block; font-size: .84rem; opacity: .78; }
@media (max-width: 900px) {
  .dk-baris, .dk-baris.dk-tanpa-uang, .dk-baris.dk-program { grid-template-columns: minmax(0, 1fr); }
  .dk-pohon ul ul { margin-left: .2rem; padding-left: .35rem; }
  .dk-dalam { padding-left: 0 !important; min-width: 0; } .dk-papan-ketik { display: none; }
}
@media (max-width: 640px) {
  dl.dk-fakta { grid-template-columns: 1fr 1fr; } .dk-fakta > div { padding: .35rem .55rem; }
  .dk-fakta dd:first-of-type { font-size: 1.2rem; } .dk-tabel td[data-judul]:has(.dk-tiada) { display: none; }
}
@media print { .dk-naskah .dk-pohon-alat { display: none; } summary.dk-baris { break-inside: avoid; } }
</style>
"""


def pasang_gaya_pohon() -> None:
    """Put this page's style sheet in place; it holds no data."""
    st.html(_GAYA)


def alamat_indikator(pohon: PohonKinerja, kode_opd: str, tahun: int) -> Alamat:
    """Return the address of every indicator of a tree."""
    kode = (c.kode for _, c in ratakan(pohon.akar) if c.kode)
    return tuple((k, alamat_halaman(INDIKATOR, opd=kode_opd, tahun=tahun, indikator=k)) for k in kode)


def fakta(pohon: PohonKinerja) -> None:
    """Draw the key figures above the tree."""
    isi = Markup("").join(_fakta(f) for f in pohon.fakta)
    st.html(str(Markup('<dl class="dk-fakta">{}</dl>').format(isi)))


def _fakta(f: Fakta) -> Markup:
    return Markup("<div><dt>{}</dt><dd>{}</dd><dd>{}</dd></div>").format(f.nama, f.angka, f.keterangan)


# --- the tree ---------------------------------------------------------------------------------------------------------

_POHON = Markup(
    '<div class="dk-pohon" role="group" aria-label="Pohon kinerja"><div class="dk-pohon-alat">'
    '<button type="button" class="dk-tombol" data-pohon="buka">Buka semua</button>'
    '<button type="button" class="dk-tombol" data-pohon="tutup">Tutup semua</button>'
    '<span class="dk-redup dk-papan-ketik">Papan ketik: ↑ ↓ berpindah, → membuka, ← menutup, '
    "* membuka yang sejajar.</span>"
    "</div><ul>{}</ul></div>"
)
_BERCABANG = Markup('<li><details{}><summary class="dk-baris{}" style="{}">{}</summary>{}<ul>{}</ul></details></li>')
_DAUN = Markup('<li><div class="dk-baris{}" style="{}">{}</div></li>')
_ISI = Markup('<span><span class="dk-jenis">{}{}</span><span class="{}">{}</span></span>{}{}')
_ISI_PROGRAM = Markup('<span><span class="dk-jenis">{}</span>{}{}</span><span>{}</span>')
_TERENDAH = Markup(' · <span class="dk-sebut">capaian terendah</span>')
_BESAR = Markup('<span class="dk-angka-besar">{}</span>')
_KECIL = Markup("<small>{}</small>")
_ADA_CATATAN = Markup(
    ' <span title="Ada catatan, buka cabang" aria-hidden="true">※</span><span class="dk-dengar">, ada catatan</span>'
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
        return _DAUN.format(" dk-program", warna, _isi_program(c))
    kelas = f"{'' if beruang else ' dk-tanpa-uang'}{' dk-terlemah' if c.terlemah else ''}"
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
    return _ISI.format(c.jenis, sebut, "dk-kuat" if c.kelompok else "", nama, _nilai(c), uang)


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
    return Markup('<div class="dk-buka">{}{}</div>').format(
        tautan, Markup("<ul>{}</ul>").format(butir) if butir else ""
    )


def _teks_tanda(t: Tanda) -> str:
    return kalimat(f"{t.jenis.value}: {t.penjelasan}")


# --- the table --------------------------------------------------------------------------------------------------------

_DALAM = Markup('<div class="dk-dalam" style="padding-left:{}rem"><span class="dk-jenis">{}</span>{}{}</div>')
_TIADA = Markup('<span class="dk-redup dk-tiada">–</span>')
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
