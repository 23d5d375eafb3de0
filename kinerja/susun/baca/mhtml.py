"""Every table of a web page that was saved as one file (MHTML): each of its pages is read as one; in the child only."""

from email.message import Message
from email.parser import BytesParser
from typing import Any

from kinerja.buku.rapi.padat import TerlaluPadat
from kinerja.susun.baca.html import tabel_halaman
from kinerja.susun.baca.lembar import Ditolak
from kinerja.susun.baca.naskah import baca_halaman

BAGIAN_MAKS = 1_000


def baca_mhtml(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all tables of all pages of a file.

    Raises:
        Ditolak: when there is none with a filled cell.
        TerlaluPadat: when there are too many.
    """
    with open(berkas, "rb") as f:
        pesan = BytesParser().parse(f)
    lembar: list[dict[str, Any]] = []
    for nomor, bagian in enumerate(pesan.walk()):
        if nomor > BAGIAN_MAKS:
            raise TerlaluPadat(f"bagiannya lebih dari {BAGIAN_MAKS}")
        lembar += _tabel(bagian, batas)
    if not lembar:
        raise Ditolak("web-tanpa-tabel")
    if len(lembar) > batas["lembar"]:
        return {"terlalu_banyak": len(lembar), "lembar": []}
    return {"lembar": [{**satu, "nama": f"Tabel {nomor}"} for nomor, satu in enumerate(lembar, 1)]}


def _tabel(bagian: Message, batas: dict[str, int]) -> list[dict[str, Any]]:
    if bagian.get_content_type() != "text/html":
        return []
    isi = bagian.get_payload(decode=True)
    try:
        return tabel_halaman(baca_halaman(isi), batas) if isinstance(isi, bytes) else []
    except Ditolak:
        return []  # a frame without a table; another page may have one
