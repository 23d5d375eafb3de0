"""The HTML templates of aset/: what they are given is escaped, what they are not given is an error."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.dasar.gaya import ASET
from kinerja.sajian.salinan import polos

TEMPLAT = Environment(
    loader=FileSystemLoader(ASET),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLAT.filters["polos"] = polos
