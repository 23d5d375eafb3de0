"""Text into shapes: always runs of plain text with the language and the size said."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Pt

from kinerja.ekspor.pptx.ukur import Kotak, bersih

GELAP, REDUP = "#1B1B1B", "#4A4A4A"
BAHASA = MSO_LANGUAGE_ID.INDONESIAN


def rgb(warna: str) -> Any:
    """Return a colour of `kinerja.rupa` for python-pptx."""
    return RGBColor.from_string(warna.removeprefix("#"))


def taruh(bentuk: Any, kotak: Kotak) -> None:
    """Put a shape where the layout says."""
    bentuk.left, bentuk.top = Pt(kotak.x), Pt(kotak.y)
    bentuk.width, bentuk.height = Pt(kotak.w), Pt(kotak.h)


def tulis_run(paragraf: Any, teks: str, ukuran: int, warna: str | None = None, *, tebal: bool | None = None) -> None:
    """Append text to a paragraph."""
    run = paragraf.add_run()
    run.text = bersih(teks)
    run.font.size, run.font.bold, run.font.language_id = Pt(ukuran), tebal, BAHASA
    if warna:
        run.font.color.rgb = rgb(warna)


def tulis_paragraf(bingkai: Any, teks: Iterable[str], ukuran: int) -> None:
    """Fill a frame with paragraphs."""
    for n, isi in enumerate(teks):
        paragraf = bingkai.paragraphs[0] if n == 0 else bingkai.add_paragraph()
        tulis_run(paragraf, isi, ukuran)
