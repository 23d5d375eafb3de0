"""The HTML templates of aset/: what they are given is escaped, what they are not given is an error.

Jinja is loaded and a template compiled when its first HTML is made: importing a component draws nothing yet.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from components.dasar.gaya import ASET
from components.dasar.teks import KELAS_NADA, kalimat
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.sajian.salinan import polos

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def templat() -> "Environment":
    """Return the environment of the templates, made once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    hasil = Environment(
        loader=FileSystemLoader(ASET),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    hasil.globals |= {"zip": partial(zip, strict=True), "KELAS_NADA": KELAS_NADA}
    hasil.filters |= {
        "polos": polos,
        "kalimat": kalimat,
        "samakan": samakan,
        "persen": format_persen,
        "rupiah_ringkas": format_rupiah_ringkas,
    }
    return hasil


def makro(berkas: str, nama: str) -> Callable[..., Markup]:
    """Return a macro of a template, to be called with what it takes."""

    @cache
    def muat() -> Callable[..., Markup]:
        hasil: Callable[..., Markup] = getattr(templat().get_template(berkas).module, nama)
        return hasil

    def panggil(*isi: Any, **bernama: Any) -> Markup:
        return muat()(*isi, **bernama)

    return panggil
