"""The HTML templates of aset/: what they are given is escaped, what they are not given is an error."""

from collections.abc import Callable
from functools import partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.dasar.gaya import ASET
from components.dasar.teks import KELAS_NADA, kalimat
from kinerja.nilai.angka import format_persen, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.sajian.salinan import polos

TEMPLAT = Environment(
    loader=FileSystemLoader(ASET),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLAT.globals |= {"zip": partial(zip, strict=True), "KELAS_NADA": KELAS_NADA}
TEMPLAT.filters |= {
    "polos": polos,
    "kalimat": kalimat,
    "samakan": samakan,
    "persen": format_persen,
    "rupiah_ringkas": format_rupiah_ringkas,
}


def makro(berkas: str, nama: str) -> Callable[..., Markup]:
    """Return a macro of a template, to be called with what it takes."""
    hasil: Callable[..., Markup] = getattr(TEMPLAT.get_template(berkas).module, nama)
    return hasil
