"""A table as a native table of PowerPoint, in the placeholder of its slide."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from kinerja.ekspor.pptx.huruf import bersih, isian, paragraf, taruh
from kinerja.ekspor.pptx.tata_tabel import ATAS, SISI, TataTabel
from kinerja.sajian.rupa import SENDIRI
from kinerja.sajian.tabel_terbit import KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sajian.warna import HITAM, LATAR_KARTU, PUTIH

_RATA = {Rata.KIRI: "l", Rata.KANAN: "r", Rata.TENGAH: "ctr"}
_GAYA_TABEL = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's style "No Style, No Grid": the colours are ours."""


def gambar_tabel(wadah: Any, tabel: TabelTerbit, tata: TataTabel) -> None:
    """Draw a table as it is laid out; its first row is said to be the head, for screen readers."""
    taruh(wadah, tata.kotak)
    bingkai = wadah.insert_table(len(tabel.baris) + 1, len(tabel.kolom))
    sifat = bingkai._element.nvGraphicFramePr.cNvPr
    sifat.set("name", "Tabel")
    sifat.set("descr", bersih(tabel.judul))
    kisi = bingkai.table
    kisi._tbl.tblPr.find("{*}tableStyleId").text = _GAYA_TABEL
    kisi.first_row, kisi.horz_banding = True, False
    for n, w in enumerate(tata.lebar):
        kisi.columns[n].width = Pt(w)
    for n, h in enumerate(tata.tinggi):
        kisi.rows[n].height = Pt(h)
    taruh(bingkai, tata.kotak)
    for n, k in enumerate(tabel.kolom):
        sel = kisi.cell(0, n)
        teks = tata.teks[0][n]
        _tulis(sel, paragraf(teks, tata.ukuran, PUTIH, tebal=True, rata=_RATA[k.rata]), SENDIRI)
        for nomor, baris in enumerate(tabel.baris, 1):
            _isi_sel(kisi.cell(nomor, n), k, baris[n], tata.teks[nomor][n], tata.ukuran, selang=nomor % 2 == 0)


def _isi_sel(sel: Any, k: KolomTerbit, isi: Sel, teks: str, ukuran: int, *, selang: bool) -> None:
    latar, tinta = (isi.rupa.warna, isi.rupa.warna_teks) if isi.rupa else (LATAR_KARTU if selang else PUTIH, HITAM)
    _tulis(sel, paragraf(teks, ukuran, tinta, tebal=isi.tebal, rata=_RATA[k.rata]), latar)


def _tulis(sel: Any, isi: str, latar: str) -> None:
    """Put a paragraph into a cell, in the middle of its height, on its colour."""
    lama = sel._tc
    baru = (
        f"<a:tc {nsdecls('a')}><a:txBody><a:bodyPr/><a:lstStyle/>{isi}</a:txBody>"
        f'<a:tcPr anchor="ctr" marL="{Pt(SISI)}" marR="{Pt(SISI)}" marT="{Pt(ATAS)}" marB="{Pt(ATAS)}">'
        f"{isian(latar)}</a:tcPr></a:tc>"
    )
    lama.getparent().replace(lama, parse_xml(baru))
