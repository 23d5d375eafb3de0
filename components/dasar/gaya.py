"""The style sheets: one file a block in aset/gaya, served to the browser as one, their colours from the one palette.

A class belongs to one block and stands in its file alone: ``dk-<blok>`` and ``dk-<blok>__<bagian>``; what changes about
it is a state, ``is-...``, which means nothing outside a selector of its block (tests/test_gaya.py).
"""

import hashlib
from functools import cache
from pathlib import Path

from kinerja.sajian import warna
from kinerja.sajian.rupa import PERINGKAT

ASET = Path(__file__).parents[1] / "aset"
ELEMEN = (
    "alas",
    "teks",
    "tautan",
    "tombol",
    "cip",
    "tanda",
    "legenda",
    "tabel",
    "mini",
    "sumber",
    "salin",
    "kaki",
)
"""Blocks that other blocks adapt to their place; they come first, so that what adapts them wins."""

_WARNA: dict[str, str | warna.Pasangan] = {
    "putih": warna.PUTIH,
    "biru-tua": warna.BIRU_TUA,
    "biru": warna.BIRU,
    "biru-muda": warna.BIRU_MUDA,
    "jingga": warna.JINGGA,
    "kelabu": warna.KELABU_SEDANG,
    "tepi": warna.KELABU_TEPI,
    "galat": warna.GALAT,
    "aksen": warna.AKSEN,
    "buruk": warna.AWAS,
    "latar": warna.LATAR,
    "dasar": (warna.LATAR_LUNAK[0], warna.LATAR[1]),
    "papan": (warna.LATAR[0], warna.LATAR_LUNAK[1]),
    "latar-galat": warna.LATAR_GALAT,
    "tulisan": warna.TULISAN,
    "slaid-latar": warna.LATAR_SLAID,
    "slaid-tinta": warna.TINTA_SLAID,
    "slaid-redup": warna.REDUP_SLAID,
    "slaid-garis": warna.GARIS_SLAID,
    **{f"peringkat-{n}": rupa.warna for n, rupa in enumerate(PERINGKAT)},
}


@cache
def warna_gaya() -> str:
    """Return the palette as custom properties; a pair follows the ground it is used on, light or dark."""
    isi = "".join(f"  --dk-{nama}: {_nilai(w)};\n" for nama, w in _WARNA.items())
    return f":root {{\n{isi}}}\n"


def _nilai(w: str | warna.Pasangan) -> str:
    return w if isinstance(w, str) else f"light-dark({w[0]}, {w[1]})"


def berkas_gaya() -> list[Path]:
    """Return the files of all blocks in the order of the cascade."""
    awal = [ASET / "gaya" / f"{nama}.css" for nama in ELEMEN]
    return [*awal, *(b for b in sorted((ASET / "gaya").glob("*.css")) if b not in awal)]


@cache
def lembar_gaya() -> str:
    """Return the style sheet of every page."""
    return warna_gaya() + "\n".join(b.read_text(encoding="utf-8") for b in berkas_gaya())


@cache
def lembar_sendiri(nama: str) -> str:
    """Return the style sheet of a document that is no page of the dashboard (``masuk``, ``paparan``)."""
    return warna_gaya() + (ASET / f"{nama}.css").read_text(encoding="utf-8")


def sidik(lembar: str) -> str:
    """Return the fingerprint of a style sheet: by it a browser asks whether the one it has is still right."""
    return hashlib.sha256(lembar.encode()).hexdigest()[:16]
