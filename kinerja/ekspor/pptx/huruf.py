"""Text into shapes: always runs of plain text with the language and the size said."""

import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from kinerja.sajian.ukur import Kotak
from kinerja.sajian.warna import TINTA, TINTA_REDUP

GELAP, REDUP = TINTA, TINTA_REDUP
_NS = nsdecls("a")
_TAK_SAH = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_JEDA = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def bersih(teks: str) -> str:
    """Return text as XML may carry it, on one line: no control characters, no halves of a character."""
    return _JEDA.sub(" ", _TAK_SAH.sub("", teks))


def rgb(warna: str) -> Any:
    """Return a colour of `kinerja.sajian.rupa` for python-pptx."""
    return RGBColor.from_string(warna.removeprefix("#"))


def taruh(bentuk: Any, kotak: Kotak) -> None:
    """Put a shape where the layout says."""
    bentuk.left, bentuk.top = Pt(kotak.x), Pt(kotak.y)
    bentuk.width, bentuk.height = Pt(kotak.w), Pt(kotak.h)


def paragraf(
    teks: str, ukuran: int, warna: str = "", *, tebal: bool | None = None, rata: str = "", ruang_nama: bool = False
) -> str:
    """Return a paragraph of one run of plain text as XML; python-pptx takes ten steps for each of its properties."""
    berat = "" if tebal is None else f' b="{int(tebal)}"'
    sisi = f'<a:pPr algn="{rata}"/>' if rata else ""
    isi = (
        f'<a:r><a:rPr lang="id-ID" sz="{ukuran}00"{berat}>{isian(warna)}</a:rPr><a:t>{escape(bersih(teks))}</a:t></a:r>'
    )
    return f"<a:p{f' {_NS}' if ruang_nama else ''}>{sisi}{isi}</a:p>"


def isian(warna: str) -> str:
    """Return a solid fill as XML, nothing for no colour."""
    return f'<a:solidFill><a:srgbClr val="{warna[1:]}"/></a:solidFill>' if warna else ""


def tulis_paragraf(badan: Any, teks: Iterable[str], ukuran: int) -> None:
    """Fill the body of a text with paragraphs."""
    for lama in badan.findall(qn("a:p")):
        badan.remove(lama)
    badan.extend(parse_xml(paragraf(isi, ukuran, ruang_nama=True)) for isi in teks)
