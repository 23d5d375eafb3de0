"""Typst with the templates of this folder and one font, the same on every machine."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

TEMPLAT = Path(__file__).parent


def cetak(templat: str, isi: Mapping[str, Any]) -> bytes:
    """Return a PDF.

    Args:
        templat: name of a template in this folder.
        isi: what it sets, as JSON takes it; strings stay strings there.
    """
    # Typst and its fonts take a tenth of a second to load: only who prints pays for it.
    import typst

    hasil = typst.compile(
        TEMPLAT / templat,
        root=TEMPLAT,
        font_paths=_huruf(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(isi, ensure_ascii=False)},
    )
    if not isinstance(hasil, bytes):
        raise TypeError(f"typst memberi {type(hasil).__name__}, bukan satu PDF")
    return hasil


@cache
def _huruf() -> Any:
    import font_source_sans_pro
    import typst

    # Symbols that it lacks are in the fonts inside typst.
    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])
