"""The master of a deck: 16:9, theme colours and font, Indonesian layouts, footer with the regency's name and the title.

Built on python-pptx's default template, whose shapes are replaced; its date field and its thumbnail go.
"""

from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as HUBUNGAN
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kinerja.ekspor.pptx.huruf import bersih
from kinerja.ekspor.pptx.tata import ATAS, BAWAH, ISI, JARAK, KECIL, LEBAR, TEKS, TEPI, TINGGI
from kinerja.paparan.model import Paparan
from kinerja.sajian.rupa import LAIN, PALET, SENDIRI
from kinerja.sajian.ukur import Kotak, potong
from kinerja.sajian.warna import HITAM, LATAR_KARTU, PUTIH, TINTA_REDUP, UNGU

HURUF = "Arial"
TOPIK, BUTIR, GAMBAR, SUMBER = 10, 11, 12, 13
"""Numbers of the placeholders on the layouts."""
KAKI = (20, 21)
"""Numbers of the footer and of the slide number."""
SAMPUL, DENGAN_GRAFIK, DENGAN_TABEL, TANPA_GAMBAR = range(4)
"""Layouts by their place; no slide of ours uses the first, whoever edits the deck may want it."""
_NAMA_TATA = ("Sampul", "Temuan dengan grafik", "Temuan dengan tabel", "Temuan")
_JUDUL = Kotak(TEPI, ATAS + 24, ISI, 72)
_TOPIK = Kotak(TEPI, ATAS, ISI, 22)
_BADAN = Kotak(TEPI, 130, ISI, 330)
_SUMBER = Kotak(TEPI, BAWAH - 30, ISI, 30)
_KAKI = Kotak(TEPI, 512, ISI - 80, 20)
_NOMOR = Kotak(LEBAR - TEPI - 72, 512, 72, 20)
_NAMA_WARNA = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_WARNA = (HITAM, PUTIH, TINTA_REDUP, LATAR_KARTU, SENDIRI, LAIN, *(r.warna for r in PALET[1:]), SENDIRI, UNGU)
_NS = nsdecls("p", "a", "r")


def siapkan(paparan: Paparan) -> Any:
    """Return an empty presentation with the deck's master."""
    prs = Presentation()
    prs.slide_width, prs.slide_height = Pt(LEBAR), Pt(TINGGI)
    prs.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    induk = prs.slide_master
    for tata in list(induk.slide_layouts)[len(_NAMA_TATA) :]:
        induk.slide_layouts.remove(tata)
    kaki = potong(bersih(f"{paparan.pemerintah} · {paparan.judul}"), KECIL, _KAKI.w, 1)
    _isi_induk(induk, kaki)
    for nomor, tata in enumerate(induk.slide_layouts):
        akar = tata._element
        akar.attrib.pop("type", None)
        akar.set("preserve", "1")
        akar.find(qn("p:cSld")).set("name", _NAMA_TATA[nomor])
        _ganti_bentuk(akar, [*(_sampul() if nomor == SAMPUL else _temuan(nomor)), *_kaki(kaki)])
    _warnai(induk.part.part_related_by(HUBUNGAN.THEME))
    # The template says English, and its thumbnail shows another deck.
    for simpul in prs.part._element.iter(qn("a:defRPr")):
        simpul.set("lang", "id-ID")
    paket = prs.part.package
    for kunci in [k for k, r in paket._rels.items() if r.reltype == HUBUNGAN.THUMBNAIL]:
        paket.drop_rel(kunci)
    sifat = prs.core_properties
    sifat.title = bersih(paparan.judul)[:255]
    sifat.subject = bersih(f"{paparan.pemerintah}, versi data {paparan.versi}")[:255]
    sifat.author = sifat.last_modified_by = bersih(paparan.pemerintah)[:255]
    sifat.language, sifat.keywords, sifat.comments = "id-ID", "", ""
    return prs


def kaki_slaid(prs: Any) -> list[Any]:
    """Return footer and number for the slides; python-pptx leaves them on the layout, where place and look stay."""
    hasil = [
        deepcopy(b._element) for b in prs.slide_layouts[TANPA_GAMBAR].placeholders if b.placeholder_format.idx in KAKI
    ]
    for nomor, bentuk in zip(KAKI, hasil, strict=True):
        bentuk.nvSpPr.cNvPr.set("id", str(100 + nomor))
        bentuk.spPr[:] = []
        bentuk.txBody.find(qn("a:lstStyle"))[:] = []
    return hasil


def _warnai(tema: Any) -> None:
    akar: Any = parse_xml(tema.blob)
    akar.set("name", "Dasbor Kinerja")
    skema = akar.find(f".//{qn('a:clrScheme')}")
    skema.set("name", "Dasbor Kinerja")
    for nama, warna in zip(_NAMA_WARNA, _WARNA, strict=True):
        skema.find(qn(f"a:{nama}"))[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{warna[1:]}"/>')]
    for huruf in akar.iter(qn("a:latin")):
        huruf.set("typeface", HURUF)
    tema._blob = serialize_part_xml(akar)


# --- shapes -----------------------------------------------------------------------------------------------------------


def _isi_induk(induk: Any, kaki: str) -> None:
    akar = induk._element
    pita = (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="2" name="Pita"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Pt(LEBAR)}" cy="{Pt(JARAK / 2)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
    isi = [
        pita,
        _wadah(3, "Judul", '<p:ph type="title"/>', _JUDUL, "Judul menyatakan temuan", jangkar="t"),
        _wadah(4, "Teks", '<p:ph type="body" idx="1"/>', _BADAN, "Kalimat"),
        *_kaki(kaki),
    ]
    _ganti_bentuk(akar, isi)
    gaya = akar.find(qn("p:txStyles"))
    akar.replace(gaya, parse_xml(_GAYA))


def _sampul() -> list[str]:
    judul, bawah = Kotak(TEPI, 170, ISI, 110), Kotak(TEPI, 290, ISI, 80)
    return [
        _wadah(2, "Judul", '<p:ph type="title"/>', judul, "Judul paparan", gaya=_gaya(40, tebal=True), jangkar="b"),
        _wadah(3, "Subjudul", f'<p:ph type="body" idx="{TOPIK}"/>', bawah, "Subjudul", gaya=_gaya(24)),
    ]


def _temuan(nomor: int) -> list[str]:
    kiri = Kotak(TEPI, _BADAN.y, ISI * 0.6, _BADAN.h)
    kanan = Kotak(TEPI + ISI * 0.64, _BADAN.y, ISI * 0.36, _BADAN.h)
    atas, bawah = Kotak(TEPI, _BADAN.y, ISI, 200), Kotak(TEPI, _BADAN.y + 212, ISI, 110)
    hasil = [
        _wadah(2, "Judul", '<p:ph type="title"/>', _JUDUL, "Judul menyatakan temuan"),
        _wadah(3, "Topik", f'<p:ph type="body" idx="{TOPIK}"/>', _TOPIK, "Topik", gaya=_gaya(TEKS, "tx2")),
    ]
    if nomor == DENGAN_GRAFIK:
        hasil.append(_wadah(4, "Grafik", f'<p:ph type="chart" idx="{GAMBAR}"/>', kiri, "", gaya=_gaya(TEKS)))
    if nomor == DENGAN_TABEL:
        hasil.append(_wadah(4, "Tabel", f'<p:ph type="tbl" idx="{GAMBAR}"/>', atas, "", gaya=_gaya(TEKS)))
    tempat = {DENGAN_GRAFIK: kanan, DENGAN_TABEL: bawah}.get(nomor, _BADAN)
    return [
        *hasil,
        _wadah(5, "Kalimat", f'<p:ph type="body" idx="{BUTIR}"/>', tempat, "Kalimat"),
        _wadah(6, "Sumber", f'<p:ph type="body" idx="{SUMBER}"/>', _SUMBER, "Sumber", gaya=_gaya(KECIL, "tx2")),
    ]


def _kaki(teks: str) -> list[str]:
    nomor = f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="id-ID" sz="{KECIL}00"/>'
    return [
        _wadah(8, "Kaki", f'<p:ph type="ftr" sz="quarter" idx="{KAKI[0]}"/>', _KAKI, teks, gaya=_gaya(KECIL, "tx2")),
        _bentuk(
            9,
            "Nomor slaid",
            ph=f'<p:ph type="sldNum" sz="quarter" idx="{KAKI[1]}"/>',
            k=_NOMOR,
            isi=f"<a:p>{nomor}<a:t>‹#›</a:t></a:fld></a:p>",
            gaya=_gaya(KECIL, "tx2", rata="r"),
        ),
    ]


def _gaya(ukuran: int, warna: str = "tx1", *, tebal: bool = False, rata: str = "l") -> str:
    """Style of a placeholder's text: no bullet, one size."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{rata}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="id-ID" sz="{ukuran}00" b="{int(tebal)}">'
        f'<a:solidFill><a:schemeClr val="{warna}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _wadah(nomor: int, nama: str, ph: str, k: Kotak, teks: str, *, gaya: str = "", jangkar: str = "t") -> str:
    isi = f'<a:p><a:r><a:rPr lang="id-ID"/><a:t>{escape(teks)}</a:t></a:r></a:p>' if teks else "<a:p/>"
    return _bentuk(nomor, nama, ph=ph, k=k, isi=isi, gaya=gaya, jangkar=jangkar)


def _bentuk(nomor: int, nama: str, ph: str, k: Kotak, isi: str, gaya: str, jangkar: str = "t") -> str:
    kotak = " ".join(f'{n}="{Pt(v)}"' for n, v in zip(("x", "y"), (k.x, k.y), strict=True))
    luas = " ".join(f'{n}="{Pt(v)}"' for n, v in zip(("cx", "cy"), (k.w, k.h), strict=True))
    return (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{nomor}" name="{nama}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off {kotak}/><a:ext {luas}/></a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{jangkar}"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle>{gaya}</a:lstStyle>{isi}</p:txBody></p:sp>"
    )


def _ganti_bentuk(akar: Any, isi: list[str]) -> None:
    """Put shapes in the place of the template's own."""
    pohon = akar.find(qn("p:cSld")).find(qn("p:spTree"))
    pohon[2:] = [parse_xml(x) for x in isi]


def _tingkat(nomor: int, ukuran: int) -> str:
    kiri = 228600 * nomor
    return (
        f'<a:lvl{nomor}pPr marL="{kiri}" indent="-228600" algn="l" rtl="0"><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:buFont typeface="{HURUF}"/><a:buChar char="•"/><a:defRPr lang="id-ID" sz="{ukuran}00" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{nomor}pPr>'
    )


_GAYA = (
    f'<p:txStyles {_NS}><p:titleStyle><a:lvl1pPr algn="l" rtl="0"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
    '<a:defRPr lang="id-ID" sz="2800" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>'
    f"</p:titleStyle><p:bodyStyle>{_tingkat(1, 20)}{_tingkat(2, TEKS)}{_tingkat(3, TEKS)}</p:bodyStyle>"
    '<p:otherStyle><a:lvl1pPr><a:defRPr lang="id-ID" sz="1800" kern="1200"/></a:lvl1pPr></p:otherStyle></p:txStyles>'
)
