"""The draft of Bab III as a Word document: real headings, captions and tables, so that writers go on in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from kinerja.dataset import Dataset
from kinerja.ekspor.lebar_kolom import bagi_lebar, paling_sempit, teks_sel
from kinerja.nilai.angka import format_tanggal
from kinerja.sajian.asal import sebut_sumber
from kinerja.sajian.salinan import polos
from kinerja.sajian.tabel_terbit import KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.sajian.warna import LATAR_KEPALA
from kinerja.terbitan.bab3 import Belum, Judul, TabelBab, Unsur, susun_bab3
from kinerja.terbitan.sel import SELA

HURUF, HURUF_TABEL, HURUF_CATATAN = 11, 8, 8
RAPAT = 0.85
"""Share of a standing page that the longest words of a table may fill."""
PANJANG_A4, LEBAR_A4, TEPI = 297, 210, 20
"""Millimetres."""
PT_MM = 72 / 25.4
TWIP = 20
BAHASA = "id-ID"
TANPA_DATA = "Belum ada IKU perangkat daerah ini pada tahun {}."
KETERANGAN = (
    "Draf, disusun dari versi data {versi} pada {tanggal}. Angka dan kalimat di bawah ini dihitung dari laporan yang "
    "disebut sebagai sumber; periksa, lengkapi, dan sunting sebelum dipakai. Bagian bertanda [belum tercetak: ...] "
    "tidak ada dalam data."
)


def tulis_docx(dataset: Dataset, kode_opd: str, tahun: int, dibuat: date, tujuan: Path | BinaryIO) -> int:
    """Write the draft of Bab III of an OPD and a year; without IKU a page that says so.

    Args:
        dataset: the version.
        kode_opd: whose chapter.
        tahun: the year.
        dibuat: the day on which it is made.
        tujuan: path or open binary file.

    Returns:
        How many tables it has.

    Raises:
        KeyError: when there is no such OPD.
        OSError: when the file cannot be written.
    """
    unsur = susun_bab3(dataset, kode_opd, tahun)
    dok = _dokumen(dataset, kode_opd, tahun)
    _alinea(dok, KETERANGAN.format(versi=dataset.versi, tanggal=format_tanggal(dibuat)), gaya="Intense Quote")
    if not unsur:
        _alinea(dok, TANPA_DATA.format(tahun))
    mendatar = False
    for perlu, isi in groupby(unsur, key=_mendatar):
        if perlu is not mendatar:
            mendatar = perlu
            # The footer is that of the section before.
            from docx.enum.section import WD_SECTION

            _kertas(dok.add_section(WD_SECTION.NEW_PAGE), mendatar=mendatar)
        for satu in isi:
            _tulis(dok, satu)
    dok.save(str(tujuan) if isinstance(tujuan, Path) else tujuan)
    return sum(isinstance(u, TabelBab) for u in unsur)


def _mendatar(unsur: Unsur) -> bool:
    """Tell whether a table needs the long side of the paper: standing, its words would break or fill it tightly."""
    ruang = _ruang(LEBAR_A4)
    return isinstance(unsur, TabelBab) and sum(paling_sempit(unsur.tabel)) > RAPAT * ruang


def _ruang(kertas_mm: float) -> float:
    """Width between the margins in parts of the size of type of a table."""
    return (kertas_mm - 2 * TEPI) * PT_MM / HURUF_TABEL


# --- the document -----------------------------------------------------------------------------------------------------


def _dokumen(dataset: Dataset, kode_opd: str, tahun: int) -> Any:
    # python-docx takes a fifth of a second to import: only who writes a document pays for it.
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    dok = Document()
    nama = polos(dataset.opd[kode_opd].nama_opd)
    isi = dok.core_properties
    # Word takes 255 characters.
    isi.title, isi.author = f"Draf Bab III {nama} {tahun}"[:255], polos(dataset.profil.pemerintah_daerah)[:255]
    isi.language, isi.comments = BAHASA, ""
    _gaya(dok)
    _kertas(dok.sections[0], mendatar=False)
    kaki = dok.sections[0].footer.paragraphs[0]
    kaki.add_run(f"Draf Bab III · {nama} · {tahun} · versi data {polos(dataset.versi)} · halaman ")
    # Word counts the pages.
    awal, hitung, akhir = OxmlElement("w:fldChar"), OxmlElement("w:instrText"), OxmlElement("w:fldChar")
    awal.set(qn("w:fldCharType"), "begin")
    hitung.text = " PAGE "
    akhir.set(qn("w:fldCharType"), "end")
    for unsur in (awal, hitung, akhir):
        kaki.add_run()._r.append(unsur)
    return dok


def _gaya(dok: Any) -> None:
    """Make the styles of Word's template ours: one font, dark blue headings, Indonesian for the spelling."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    ukuran = {"Normal": HURUF, "Caption": 10, "Intense Quote": 10, "Footer": 8}
    ukuran |= {"Heading 1": 16, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}
    for nama, besar in ukuran.items():
        gaya = dok.styles[nama]
        gaya.font.size = Pt(besar)
        gaya.font.name = "Arial"
        huruf = gaya.element.get_or_add_rPr().get_or_add_rFonts()
        for tema in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            huruf.attrib.pop(qn(f"w:{tema}"), None)
        if nama not in ("Normal", "Footer"):
            gaya.font.color.rgb = RGBColor(0x08, 0x51, 0x9C)
            gaya.font.italic = False
    dok.styles["Caption"].paragraph_format.keep_with_next = True
    bawaan = dok.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    bahasa = bawaan.find(qn("w:lang"))
    if bahasa is None:
        bahasa = OxmlElement("w:lang")
        bawaan.append(bahasa)
    bahasa.set(qn("w:val"), BAHASA)


def _kertas(bagian: Any, *, mendatar: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    panjang, lebar = (PANJANG_A4, LEBAR_A4) if mendatar else (LEBAR_A4, PANJANG_A4)
    bagian.orientation = WD_ORIENT.LANDSCAPE if mendatar else WD_ORIENT.PORTRAIT
    bagian.page_width, bagian.page_height = Mm(panjang), Mm(lebar)
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = Mm(TEPI)


# --- what stands in it ------------------------------------------------------------------------------------------------


def _tulis(dok: Any, unsur: Unsur) -> None:
    if isinstance(unsur, Judul):
        dok.add_heading(polos(unsur.teks), unsur.tingkat)
    elif isinstance(unsur, TabelBab):
        dok.add_paragraph(polos(unsur.judul), style="Caption")
        _tabel(dok, unsur.tabel, _ruang(PANJANG_A4 if _mendatar(unsur) else LEBAR_A4))
        _bawah(dok, unsur.tabel)
    elif isinstance(unsur, Belum):
        from docx.enum.text import WD_COLOR_INDEX

        p = _alinea(dok, "", unsur.awal)
        p.paragraph_format.keep_with_next = False
        # The colour makes a gap found by eye and by Word's search.
        p.add_run(f"{' ' if unsur.awal else ''}{polos(unsur.teks)}").font.highlight_color = WD_COLOR_INDEX.YELLOW
    else:
        _alinea(dok, unsur.teks, unsur.awal, "List Bullet" if unsur.butir else "Normal", titik=unsur.titik)


def _tabel(dok: Any, tabel: TabelTerbit, ruang: float) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    lebar = [round(w * HURUF_TABEL * TWIP) for w in bagi_lebar(tabel, ruang)]
    isi = dok.add_table(rows=0, cols=len(lebar), style="Table Grid")
    isi.autofit = False
    isi._tbl.tblPr.append(parse_xml(_TEPI_SEL.format(nsdecls("w"))))
    for kolom, w in zip(isi._tbl.tblGrid.gridCol_lst, lebar, strict=True):
        kolom.set(qn("w:w"), str(w))
    kepala = [Sel(k.judul, tebal=True) for k in tabel.kolom]
    baris = [_baris(kepala, tabel.kolom, lebar, kepala=True)]
    baris += [_baris(b, tabel.kolom, lebar) for b in tabel.baris]
    # One parse for all rows: python-docx takes ten steps for each property of each cell.
    akar = parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(baris)}</w:tbl>")
    isi._tbl.extend(list(akar))


def _alinea(dok: Any, teks: str, awal: str = "", gaya: str = "Normal", *, titik: bool = True) -> Any:
    p = dok.add_paragraph(style=gaya)
    if awal:
        p.add_run(f"{polos(awal)}{'.' if titik else ''}").bold = True
        p.paragraph_format.keep_with_next = not teks
    if teks:
        p.add_run(f"{' ' if awal else ''}{polos(teks)}")
    return p


def _bawah(dok: Any, tabel: TabelTerbit) -> None:
    """Write remarks and sources under a table in small type."""
    from docx.shared import Pt

    for teks in filter(None, (*tabel.catatan, sebut_sumber(tabel.sumber))):
        p = dok.add_paragraph()
        p.paragraph_format.space_after = Pt(0)
        p.add_run(polos(teks)).font.size = Pt(HURUF_CATATAN)
    dok.add_paragraph()


# --- rows as XML ------------------------------------------------------------------------------------------------------

_SISI = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center"}
_TEPI_SEL = '<w:tblCellMar {}><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'


def _baris(isi: Iterable[Sel], kolom: Sequence[KolomTerbit], lebar: Sequence[int], *, kepala: bool = False) -> str:
    """Return a row that is not split over pages; a head stands on every page."""
    sel = "".join(_sel(s, k, w, kepala=kepala) for s, k, w in zip(isi, kolom, lebar, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if kepala else ''}</w:trPr>{sel}</w:tr>"


def _sel(sel: Sel, kolom: KolomTerbit, lebar: int, *, kepala: bool) -> str:
    latar = LATAR_KEPALA if kepala else sel.rupa.warna if sel.rupa else ""
    arsir = f'<w:shd w:val="clear" w:color="auto" w:fill="{latar[1:]}"/>' if latar else ""
    dalam = len(sel.teks) - len(sel.teks.lstrip(SELA))
    masuk = f'<w:ind w:left="{dalam * HURUF_TABEL * TWIP}"/>' if dalam else ""
    alinea = f'<w:pPr><w:spacing w:before="20" w:after="20"/>{masuk}<w:jc w:val="{_SISI[kolom.rata]}"/></w:pPr>'
    warna = f'<w:color w:val="{sel.rupa.warna_teks[1:]}"/>' if sel.rupa else ""
    ukuran = f'<w:sz w:val="{2 * HURUF_TABEL}"/>'
    rias = f"<w:rPr>{'<w:b/>' if sel.tebal else ''}{warna}{ukuran}</w:rPr>"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{arsir}</w:tcPr>'
        f"<w:p>{alinea}<w:r>{rias}<w:t>{escape(teks_sel(sel))}</w:t></w:r></w:p></w:tc>"
    )
