"""A deck drawn: every slide of it through its layout, then one file of bytes."""

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from io import BytesIO
from itertools import count
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from kinerja.ekspor.pptx import induk
from kinerja.ekspor.pptx.grafik import gambar_grafik
from kinerja.ekspor.pptx.huruf import GELAP, bersih, isian, paragraf, taruh, tulis_paragraf
from kinerja.ekspor.pptx.tabel import gambar_tabel
from kinerja.ekspor.pptx.tata import PAD, TEKS, Bidang, tata_slaid
from kinerja.paparan.model import Paparan, Slaid
from kinerja.sajian.warna import LATAR_KARTU

_SAAT_ZIP = (1980, 1, 1, 0, 0, 0)
_NOMOR_KARTU = 50
"""Number of the first card on a slide, beyond those of its placeholders."""


def susun_dek(paparan: Paparan, kemajuan: Callable[[int, int], None]) -> bytes:
    """Return a deck as the bytes of a pptx."""
    prs = induk.siapkan(paparan)
    # The parts are numbered by counting on; python-pptx walks through all of them for each new one.
    ada = {str(bagian.partname) for bagian in prs.part.package.iter_parts()}
    hitung: Counter[str] = Counter()

    def berikut(pola: str) -> PackURI:
        nama = next(n for n in (pola % k for k in count(hitung[pola] + 1)) if n not in ada)
        ada.add(nama)
        hitung[pola] += 1
        return PackURI(nama)

    prs.part.package.next_partname = berikut
    kaki = induk.kaki_slaid(prs)
    for nomor, s in enumerate(paparan.slaid, 1):
        _gambar(prs, s, kaki)
        kemajuan(nomor, len(paparan.slaid))
    berkas = BytesIO()
    prs.save(berkas)
    # Packed again without the time of day: equal decks make equal files.
    hasil = BytesIO()
    with ZipFile(berkas) as asal, ZipFile(hasil, "w", ZIP_DEFLATED) as baru:
        for isi in asal.infolist():
            baru.writestr(ZipInfo(isi.filename, _SAAT_ZIP), asal.read(isi), ZIP_DEFLATED)
    return hasil.getvalue()


# --- a slide ----------------------------------------------------------------------------------------------------------


def _gambar(prs: Any, slaid: Slaid, kaki: list[Any]) -> None:
    tata = tata_slaid(slaid)
    pilih_tata = induk.DENGAN_GRAFIK if tata.grafik else induk.DENGAN_TABEL if tata.tabel else induk.TANPA_GAMBAR
    lembar = prs.slides.add_slide(prs.slide_layouts[pilih_tata])
    wadah = {w.placeholder_format.idx: w for w in lembar.placeholders}
    _isi(wadah[0], tata.judul)
    _isi(wadah[induk.TOPIK], tata.topik)
    for nomor, kartu in enumerate(reversed(tata.kartu), _NOMOR_KARTU):
        kotak = kartu.kotak
        warna, tinta = (kartu.rupa.warna, kartu.rupa.warna_teks) if kartu.rupa else (LATAR_KARTU, GELAP)
        tiga = ((kartu.label, TEKS, False), (kartu.nilai, kartu.ukuran, True), (kartu.keterangan, TEKS, False))
        isi = "".join(paragraf(teks, ukuran, tinta, tebal=tebal, rata="l") for teks, ukuran, tebal in tiga if teks)
        tepi = " ".join(f'{sisi}Ins="{Pt(PAD)}"' for sisi in "ltrb")
        nama = quoteattr(f"Angka kunci: {kartu.label}"[:120])
        gambar_kartu = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{nomor}" name={nama}/>'
            f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{Pt(kotak.x)}" y="{Pt(kotak.y)}"/>'
            f'<a:ext cx="{Pt(kotak.w)}" cy="{Pt(kotak.h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'{isian(warna)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr wrap="square" {tepi} anchor="t">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{isi}</p:txBody></p:sp>"
        )
        wadah[induk.TOPIK]._element.addnext(gambar_kartu)
    utuh = [*tata.utuh]
    if slaid.grafik and tata.grafik:
        utuh += gambar_grafik(wadah[induk.GAMBAR], slaid.grafik, tata.grafik)
    if slaid.tabel and tata.tabel:
        gambar_tabel(wadah[induk.GAMBAR], slaid.tabel, tata.tabel)
    _isi_butir(wadah[induk.BUTIR], tata.butir)
    _isi(wadah[induk.SUMBER], tata.sumber)
    lembar.shapes._spTree.extend(deepcopy(kaki))
    lembar.notes_slide.notes_text_frame.text = "\n".join(_catatan(slaid, utuh))


def _isi(wadah: Any, bidang: Bidang) -> None:
    taruh(wadah, bidang.kotak)
    tulis_paragraf(wadah._element.txBody, bidang.teks, bidang.ukuran)


def _isi_butir(wadah: Any, bidang: Bidang | None) -> None:
    """Fill the placeholder of the sentences; an empty one would ask for text on the screen."""
    if bidang is None:
        wadah._element.getparent().remove(wadah._element)
    else:
        _isi(wadah, bidang)


def _catatan(slaid: Slaid, utuh: Iterable[str]) -> Iterable[str]:
    """What the speaker has: texts that the slide shortens, explanations, source, version."""
    yield from dict.fromkeys(utuh)
    yield from map(bersih, slaid.catatan)
    if slaid.sumber:
        yield f"Sumber: {'; '.join(map(bersih, slaid.sumber))}"
    yield f"Versi data {bersih(slaid.versi)}"
