"""Every table of a web page as cells: what SIPD and others name .xls; runs in the reading child only.

Nothing is fetched and no script runs: the text of the cells is all there is.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from kinerja.buku.anak import TEKS_MAKS, huruf, teks_sel
from kinerja.buku.rapi.padat import TerlaluPadat
from kinerja.buku.rapi.sel import AKHIR_TINGGI, AWAL_TINGGI
from kinerja.susun.baca.lembar import Ditolak, susun_lembar
from kinerja.susun.baca.naskah import baca_halaman

TABEL_MAKS = 5_000
"""Tables of a page, those around others too."""
RENTANG_MAKS = 65_534
"""Rows that a cell may reach over, as many as browsers take."""
_TAK_TAMPAK = re.compile(r"(?i)(?:^|[;\s])display\s*:\s*none|mso-hide\s*:\s*all")
_LEWAT = frozenset(("script", "style", "title", "template", "noscript", "select", "textarea", "svg", "object"))
"""Elements whose text is no text of a cell."""
_KOSONG = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "embed", "source"))
_BARIS_BARU = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4"))
_SEL, _KELOMPOK = ("td", "th"), ("thead", "tbody", "tfoot")
_SUSUNAN = frozenset(("tr", *_SEL, *_KELOMPOK))
"""Parts of a table, which end whatever is left open in a cell."""
_NAMA = re.compile(r"<x:Name>([^<]{1,255})</x:Name>")
_ANGKA = re.compile(r"\s*(\d{1,9})")


@dataclass(slots=True, kw_only=True)
class _Tabel:
    """A table being read."""

    tersembunyi: bool = False
    nomor: int = 0
    """Number of the row, 0 before the first."""
    berikut: int = 0
    """Column of the next cell, 0 between rows."""
    sekarang: dict[int, Any] = field(default_factory=dict)
    """Filled cells of the row by column."""
    sel: int = 0
    """Column of the open cell, 0 between cells."""
    teks: list[str] = field(default_factory=list)
    """Pieces of its text."""
    panjang: int = 0
    terisi: dict[int, int] = field(default_factory=dict)
    """Columns that a cell of an earlier row reaches into, with the last such row."""
    baris: list[list[Any]] = field(default_factory=list)
    gabungan: list[list[int]] = field(default_factory=list)
    sembunyi: list[int] = field(default_factory=list)
    kolom: int = 0
    """Columns told by <col> so far."""
    kolom_sembunyi: list[int] = field(default_factory=list)
    jauh: str | None = None

    def tambah(self, teks: str) -> None:
        if teks == "\n" and self.teks[-1:] == [teks]:
            return
        self.panjang += len(teks)
        if self.sel and self.panjang <= 2 * TEKS_MAKS:
            self.teks.append(teks)


@dataclass(slots=True)
class _Lewat:
    """An element that is passed over: how many of its name are open, and how many tables within it."""

    tag: str
    terbuka: int = 1
    tabel: int = 0


class _Pembaca(HTMLParser):
    """Follows the tags of a page; a table within a cell is a table of its own."""

    def __init__(self, batas: dict[str, int]) -> None:
        super().__init__(convert_charrefs=True)
        self.batas = batas
        self.semua: list[_Tabel] = []
        self.terbuka: list[_Tabel] = []
        self.nama: list[str] = []
        self.lewat: _Lewat | None = None
        self.sisa_sel = batas["unsur"] // 4

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dilewati(tag, 1):
            return
        sifat = {k: v or "" for k, v in attrs}
        tampak = "hidden" not in sifat and not _TAK_TAMPAK.search(sifat.get("style", ""))
        tabel = self.terbuka[-1] if self.terbuka else None
        if tag == "table":
            self._buka_tabel(tabel, tampak=tampak)
        elif tabel is not None and tag == "tr":
            self._tutup_baris(tabel)
            self._buka_baris(tabel, tampak=tampak)
        elif tabel is not None and tag in _SEL:
            self._buka_sel(tabel, tag, sifat, tampak=tampak)
        elif tabel is not None and tag == "col":
            banyak = max(1, min(_bilangan(sifat, "span"), self.batas["kolom"]))
            tabel.kolom_sembunyi += [] if tampak else range(tabel.kolom + 1, tabel.kolom + banyak + 1)
            tabel.kolom += banyak
        elif tag not in _KELOMPOK:
            if tabel is not None and tampak:
                tabel.tambah("\n" if tag in _BARIS_BARU else AWAL_TINGGI if tag == "sup" else "")
            if (not tampak or tag in _LEWAT) and tag not in _KOSONG:
                self.lewat = _Lewat(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dilewati(tag, -1) or not self.terbuka:
            return
        tabel = self.terbuka[-1]
        if tag in _SEL:
            self._tutup_sel(tabel)
        elif tag == "table" or tag in _SUSUNAN:
            self._tutup_baris(tabel)
            if tag == "table":
                self.terbuka.pop()
        else:
            tabel.tambah("\n" if tag in _BARIS_BARU else AKHIR_TINGGI if tag == "sup" else "")

    def handle_data(self, data: str) -> None:
        if self.lewat is None and self.terbuka and self.terbuka[-1].sel:
            self.terbuka[-1].tambah(re.sub(r"[ \t\r\n\f]+", " ", data))

    def handle_comment(self, data: str) -> None:
        self.nama += _NAMA.findall(data)[: self.batas["lembar"]]

    def _dilewati(self, tag: str, arah: int) -> bool:
        """Tell whether a tag belongs to what is passed over; a part of the table around it ends that."""
        lewat = self.lewat
        if lewat is None:
            return False
        if self.terbuka and not lewat.tabel and (tag in _SUSUNAN or (tag == "table" and arah < 0)):
            self.lewat = None
            # The end of a hidden cell says nothing more.
            return arah < 0 and tag == lewat.tag
        lewat.tabel = max(0, lewat.tabel + (arah if tag == "table" else 0))
        lewat.terbuka += arah if tag == lewat.tag else 0
        if lewat.terbuka == 0:
            self.lewat = None
        return True

    def _buka_tabel(self, luar: _Tabel | None, *, tampak: bool) -> None:
        if len(self.semua) >= TABEL_MAKS:
            raise TerlaluPadat(f"tabelnya lebih dari {TABEL_MAKS}")
        self.semua.append(_Tabel(tersembunyi=not tampak or (luar is not None and luar.tersembunyi)))
        self.terbuka.append(self.semua[-1])

    def _buka_baris(self, tabel: _Tabel, *, tampak: bool = True) -> None:
        tabel.nomor += 1
        tabel.berikut = 1
        if not tampak:
            tabel.sembunyi.append(tabel.nomor)

    def _buka_sel(self, tabel: _Tabel, tag: str, sifat: dict[str, str], *, tampak: bool) -> None:
        """Find the place of a cell: right of the one before, beside those that reach down from above."""
        self._tutup_sel(tabel)
        if not tampak:
            self.lewat = _Lewat(tag)
            return
        if not tabel.berikut:
            self._buka_baris(tabel)
        letak, lebar = tabel.berikut, 1
        while tabel.terisi.get(letak, 0) >= tabel.nomor:
            letak += 1
        paling_lebar = min(_bilangan(sifat, "colspan"), self.batas["kolom"] + 1)
        while lebar < paling_lebar and tabel.terisi.get(letak + lebar, 0) < tabel.nomor:
            lebar += 1
        bawah = tabel.nomor + min(max(_bilangan(sifat, "rowspan"), 1), RENTANG_MAKS) - 1
        tabel.sel, tabel.berikut = letak, letak + lebar
        if letak <= self.batas["kolom"] and (bawah > tabel.nomor or lebar > 1):
            tabel.terisi |= dict.fromkeys(range(letak, letak + lebar), bawah)
            tabel.gabungan.append([tabel.nomor, letak, bawah, letak + lebar - 1])

    def _tutup_sel(self, tabel: _Tabel) -> None:
        baris = (re.sub(" +", " ", b).strip(" ") for b in "".join(tabel.teks).split("\n"))
        teks, letak = "\n".join(baris).strip("\n"), tabel.sel
        tabel.teks, tabel.panjang, tabel.sel = [], 0, 0
        if not teks or teks.isspace():
            return
        self.sisa_sel -= 1
        if self.sisa_sel < 0:
            raise TerlaluPadat("sel tabelnya terlalu banyak")
        if letak > self.batas["kolom"] or tabel.nomor > self.batas["baris"]:
            tabel.jauh = tabel.jauh or f"{huruf(letak)}{tabel.nomor}"
        else:
            tabel.sekarang[letak] = teks_sel(teks)

    def _tutup_baris(self, tabel: _Tabel) -> None:
        self._tutup_sel(tabel)
        if tabel.sekarang:
            tabel.baris.append([tabel.nomor, [tabel.sekarang.get(k) for k in range(1, max(tabel.sekarang) + 1)]])
        tabel.sekarang, tabel.berikut = {}, 0


def _bilangan(sifat: dict[str, str], nama: str) -> int:
    cocok = _ANGKA.match(sifat.get(nama, ""))
    return int(cocok[1]) if cocok else 1


def baca_html(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all tables of a page.

    Raises:
        Ditolak: when there is none with a filled cell.
        TerlaluPadat: when there are too many.
    """
    with open(berkas, "rb") as f:
        return {"lembar": tabel_halaman(baca_halaman(f.read()), batas)}


def tabel_halaman(naskah: str, batas: dict[str, int]) -> list[dict[str, Any]]:
    """Return the tables of a page that hold something, each as a sheet.

    Raises:
        Ditolak: when there is none.
        TerlaluPadat: when there are too many.
    """
    pembaca = _Pembaca(batas)
    pembaca.feed(naskah)
    pembaca.close()
    for tabel in pembaca.terbuka:
        pembaca._tutup_baris(tabel)
    berisi = [tabel for tabel in pembaca.semua if tabel.baris or tabel.jauh]
    if not berisi:
        raise Ditolak("web-tanpa-tabel")
    if len(berisi) > batas["lembar"]:
        raise TerlaluPadat(f"tabelnya lebih dari {batas['lembar']}")
    nama = pembaca.nama if len(pembaca.nama) == len(berisi) else [f"Tabel {i}" for i in range(1, len(berisi) + 1)]
    return [
        susun_lembar(
            sebutan,
            [] if tabel.jauh else tabel.baris,
            tersembunyi=tabel.tersembunyi,
            jauh=tabel.jauh,
            gabungan=tabel.gabungan,
            baris_sembunyi=tabel.sembunyi,
            kolom_sembunyi=tabel.kolom_sembunyi,
        )
        for sebutan, tabel in zip(nama, berisi, strict=True)
    ]
