"""Labels at the points of a chart: number formats where they can say it, so that they follow an edited value.

A label such as "Rp 52,88 T" is the value with words around it, which a number format says in any locale; only what is
no print of the value (an approximate word, "Rp 610,65 jt" on an axis in miliar) is fixed text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from kinerja.ekspor.pptx.huruf import bersih, isian
from kinerja.paparan.model import Titik

_ANGKA = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-−]?\d+(?:,\d+)?")
_FORMAT_TERPANJANG = 200


def kode_format(nilai: Decimal, teks: str) -> str | None:
    """Return the number format that prints a value as the text says it, None where none does."""
    for m in _ANGKA.finditer(teks):
        cetak = m[0].replace("−", "-")
        desimal = len(cetak.partition(",")[2])
        tercetak = Decimal(cetak.replace(".", "").replace(",", "."))
        if abs(nilai - tercetak) * 2 <= Decimal(1).scaleb(-desimal) and (nilai >= 0) is (cetak[0] != "-"):
            dasar = ("#,##0" if "." in cetak else "0") + ("." + "0" * desimal if desimal else "")
            kode = f"{_harfiah(teks[: m.start()])}{dasar}{_harfiah(teks[m.end() :])}"
            return kode if len(kode) <= _FORMAT_TERPANJANG and '"' not in teks else None
    return None


def _harfiah(teks: str) -> str:
    return f'"{teks}"' if teks else ""


_TAMPIL = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


@dataclass(frozen=True, slots=True)
class Huruf:
    """How labels are written: size in points, colour, what is behind; `nama` where texts are names, not values."""

    ukuran: int
    warna: str = ""
    latar: str = ""
    nama: bool = False

    @property
    def properti(self) -> str:
        """Character properties of text that a number format makes, as XML."""
        isi = f'<a:bodyPr wrap="none"/><a:p><a:pPr>{self._sifat("defRPr")}</a:pPr><a:endParaRPr lang="id-ID"/></a:p>'
        return f"<c:txPr>{isi}</c:txPr>"

    def tetap(self, teks: str) -> str:
        """Return fixed text as XML."""
        isi = f"<a:pPr>{self._sifat('defRPr')}</a:pPr><a:r>{self._sifat('rPr')}<a:t>{escape(teks)}</a:t></a:r>"
        return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:p>{isi}</a:p></c:rich></c:tx>'

    @property
    def bentuk(self) -> str:
        """What is behind a label, as XML."""
        return f"<c:spPr>{isian(self.latar) or '<a:noFill/>'}</c:spPr>"

    def _sifat(self, nama: str) -> str:
        return f'<a:{nama} lang="id-ID" sz="{self.ukuran}00" b="0">{isian(self.warna)}</a:{nama}>'


def pasang_label(
    seri: Any, titik: Sequence[Titik], posisi: Sequence[str], huruf: Huruf, warna: Sequence[str] = ()
) -> None:
    """Label the points of a series with their own texts.

    Args:
        seri: a python-pptx series.
        titik: its points, in the order of the series.
        posisi: where each label stands: t, b, l, r, outEnd, inEnd.
        huruf: how all are written.
        warna: colour of each label's type where they differ, empty for the chart's own.
    """
    tinta = warna or [huruf.warna] * len(titik)
    satuan = enumerate(zip(titik, posisi, tinta, strict=True))
    isi = "".join(_satu(n, t, p, replace(huruf, warna=w)) for n, (t, p, w) in satuan)
    sisa = "".join(f'<c:{nama} val="0"/>' for nama in _TAMPIL)
    lama = seri._element.get_or_add_dLbls()
    lama.getparent().replace(lama, parse_xml(f"<c:dLbls {nsdecls('c', 'a')}>{isi}{huruf.properti}{sisa}</c:dLbls>"))


def _satu(nomor: int, titik: Titik, posisi: str, huruf: Huruf) -> str:
    teks = bersih(titik.teks)
    if titik.nilai is None or not teks:
        return f'<c:dLbl><c:idx val="{nomor}"/><c:delete val="1"/></c:dLbl>'
    kode = None if huruf.nama else kode_format(titik.nilai, teks)
    isi = f'<c:numFmt formatCode={quoteattr(kode)} sourceLinked="0"/>' if kode else huruf.tetap(teks)
    tampil = "".join(f'<c:{n} val="{int(n == "showVal")}"/>' for n in _TAMPIL)
    return (
        f'<c:dLbl><c:idx val="{nomor}"/>{isi}{huruf.bentuk}{huruf.properti if kode else ""}'
        f'<c:dLblPos val="{posisi}"/>{tampil}</c:dLbl>'
    )
