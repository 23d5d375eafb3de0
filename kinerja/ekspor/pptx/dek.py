"""A deck drawn: every slide of it through its layout, then one file of bytes."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from kinerja.ekspor.pptx import induk
from kinerja.ekspor.pptx.grafik import gambar_grafik
from kinerja.ekspor.pptx.huruf import GELAP, rgb, taruh, tulis_paragraf, tulis_run
from kinerja.ekspor.pptx.tabel import gambar_tabel
from kinerja.ekspor.pptx.tata import PAD, TEKS, Bidang, Kartu, Tata, tata_slaid
from kinerja.ekspor.pptx.ukur import bersih
from kinerja.paparan.model import Paparan, Slaid

_SAAT_ZIP = (1980, 1, 1, 0, 0, 0)
_LATAR_KARTU = "#EEF2F7"


def susun_dek(p: Paparan, kemajuan: Callable[[int, int], None]) -> bytes:
    """Return a deck as the bytes of a pptx."""
    prs = induk.siapkan(p)
    for nomor, s in enumerate(p.slaid, 1):
        _gambar(prs, s)
        kemajuan(nomor, len(p.slaid))
    berkas = BytesIO()
    prs.save(berkas)
    return _tanpa_jam(berkas)


def _tanpa_jam(berkas: BytesIO) -> bytes:
    """Pack again without the time of day: equal decks make equal files."""
    hasil = BytesIO()
    with ZipFile(berkas) as asal, ZipFile(hasil, "w", ZIP_DEFLATED) as baru:
        for isi in asal.infolist():
            baru.writestr(ZipInfo(isi.filename, _SAAT_ZIP), asal.read(isi), ZIP_DEFLATED)
    return hasil.getvalue()


# --- a slide ----------------------------------------------------------------------------------------------------------


def _gambar(prs: Any, s: Slaid) -> None:
    tata = tata_slaid(s)
    slaid = prs.slides.add_slide(prs.slide_layouts[_pilih_tata(tata)])
    wadah = {w.placeholder_format.idx: w for w in slaid.placeholders}
    _isi(wadah[0], tata.judul)
    _isi(wadah[induk.TOPIK], tata.topik)
    for kartu in reversed(tata.kartu):
        _gambar_kartu(slaid, wadah[induk.TOPIK], kartu)
    utuh = [*tata.utuh]
    if s.grafik and tata.grafik:
        utuh += gambar_grafik(wadah[induk.GAMBAR], s.grafik, tata.grafik)
    if s.tabel and tata.tabel:
        gambar_tabel(wadah[induk.GAMBAR], s.tabel, tata.tabel)
    _isi_butir(wadah[induk.BUTIR], tata.butir)
    _isi(wadah[induk.SUMBER], tata.sumber)
    _pasang_kaki(slaid)
    slaid.notes_slide.notes_text_frame.text = "\n".join(_catatan(s, utuh))


def _pilih_tata(t: Tata) -> int:
    if t.grafik:
        return induk.DENGAN_GRAFIK
    return induk.DENGAN_TABEL if t.tabel else induk.TANPA_GAMBAR


def _isi(wadah: Any, b: Bidang) -> None:
    taruh(wadah, b.kotak)
    tulis_paragraf(wadah.text_frame, b.teks, b.ukuran)


def _isi_butir(wadah: Any, b: Bidang | None) -> None:
    """Fill the placeholder of the sentences; an empty one would ask for text on the screen."""
    if b is None:
        wadah._element.getparent().remove(wadah._element)
    else:
        _isi(wadah, b)


def _gambar_kartu(slaid: Any, setelah: Any, k: Kartu) -> None:
    """Draw a key figure; it is read after the topic."""
    bentuk = slaid.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
    taruh(bentuk, k.kotak)
    bentuk.name = f"Angka kunci: {k.label}"[:120]
    # The theme's style of a shape brings a shadow and white text.
    bentuk._element.remove(bentuk._element.find(qn("p:style")))
    bentuk.fill.solid()
    bentuk.fill.fore_color.rgb = rgb(k.rupa.warna if k.rupa else _LATAR_KARTU)
    bentuk.line.fill.background()
    _tulis_kartu(bentuk.text_frame, k)
    setelah._element.addnext(bentuk._element)


def _tulis_kartu(bingkai: Any, k: Kartu) -> None:
    bingkai.word_wrap, bingkai.vertical_anchor = True, MSO_ANCHOR.TOP
    for sisi in ("left", "right", "top", "bottom"):
        setattr(bingkai, f"margin_{sisi}", Pt(PAD))
    warna = k.rupa.warna_teks if k.rupa else GELAP
    isi = [(k.label, TEKS, False), (k.nilai, k.ukuran, True), (k.keterangan, TEKS, False)]
    for n, (teks, ukuran, tebal) in enumerate(x for x in isi if x[0]):
        paragraf = bingkai.paragraphs[0] if n == 0 else bingkai.add_paragraph()
        paragraf.alignment = PP_ALIGN.LEFT
        tulis_run(paragraf, teks, ukuran, warna, tebal=tebal)


def _pasang_kaki(slaid: Any) -> None:
    """Give a slide the footer and the number of its layout, which python-pptx leaves on the layout."""
    pohon = slaid.shapes._spTree
    for bentuk in slaid.slide_layout.placeholders:
        if bentuk.placeholder_format.idx in (20, 21):
            salinan = deepcopy(bentuk._element)
            salinan.nvSpPr.cNvPr.set("id", str(max(int(x) for x in pohon.xpath("//@id") if str(x).isdigit()) + 1))
            salinan.spPr[:] = []
            salinan.txBody.find(qn("a:lstStyle"))[:] = []
            pohon.append(salinan)


def _catatan(s: Slaid, utuh: Iterable[str]) -> Iterable[str]:
    """What the speaker has: texts that the slide shortens, explanations, source, version."""
    yield from dict.fromkeys(utuh)
    yield from map(bersih, s.catatan)
    if s.sumber:
        yield f"Sumber: {'; '.join(map(bersih, s.sumber))}"
    yield f"Versi data {bersih(s.versi)}"
