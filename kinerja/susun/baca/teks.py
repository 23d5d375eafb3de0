"""A table as lines of text (.csv, .txt): which sign separates its columns, and its cells, all of them text."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice
from typing import Any

from kinerja.buku.anak import huruf, teks_sel
from kinerja.susun.baca.lembar import Ditolak, susun_lembar
from kinerja.susun.baca.naskah import baca_naskah

PEMISAH = ";\t|,"
"""Signs that may separate columns; of equals the first, as a comma is also the sign of decimals here."""
_CONTOH_BARIS, _CONTOH_HURUF = 300, 20_000
_SEP = re.compile(r"(?i)\s*\"?sep=(.)\"?\s*")
_KOMA_ANGKA = re.compile(r"(?<=\d),(?=\d)")
_RUMUS_TEKS = re.compile(r'="([^"]*)"')
"""How programs make Excel keep a code as text."""
_AKHIR = "\ufdd2"
"""A last line of ours, which is swallowed where a quotation mark is still open."""
_BARIS_DALAM = 2
"""Lines of one cell that look like rows of the table, from which its quotation marks are not believed."""


def baca_teks(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read lines of text as the one sheet they are.

    Raises:
        Ditolak: when it is no text, or a quotation mark stays open.
    """
    with open(berkas, "rb") as f:
        baris = list(StringIO(baca_naskah(f.read()).replace(_AKHIR, ""), newline=""))
    tersurat = _SEP.fullmatch(baris[0]) if baris else None
    pemisah = tersurat[1] if tersurat else cari_pemisah(baris)
    csv.field_size_limit(2**31 - 1)
    isi: list[list[Any]] = []
    jauh = None
    for nomor, sel in enumerate(_baris(baris, pemisah or PEMISAH[0], lewati=tersurat is not None), 1):
        terisi = [letak for letak, teks in enumerate(sel) if teks and not teks.isspace()]
        if terisi and (nomor > batas["baris"] or terisi[-1] >= batas["kolom"]):
            jauh = f"{huruf(terisi[-1] + 1)}{nomor}"
            break
        if terisi:
            isi.append([nomor, [_sel(teks) for teks in sel[: terisi[-1] + 1]]])
    tunggal = pemisah is None and len(isi) > 1 and not jauh
    catatan = [["csv-tanpa-pemisah", f"A{isi[0][0]}", {}]] if tunggal else []
    return {"lembar": [susun_lembar("Tabel", [] if jauh else isi, jauh=jauh)], "catatan": catatan}


def cari_pemisah(baris: list[str]) -> str | None:
    """Return the sign that separates the columns, None when no line is separated by any.

    Right is the one by which most lines fall into the same number of cells and no quotation mark stays alone. A comma
    within a figure says nothing: it is most often the sign of decimals.
    """
    contoh = [b[:_CONTOH_HURUF] for b in islice((b for b in baris if not b.isspace()), _CONTOH_BARIS)]
    tanpa_desimal = [_KOMA_ANGKA.sub(".", b) for b in contoh]
    nilai = {tanda: _keteraturan(tanpa_desimal if tanda == "," else contoh, tanda) for tanda in PEMISAH}
    terbaik = max(PEMISAH, key=lambda tanda: (nilai[tanda], -PEMISAH.index(tanda)))
    return terbaik if nilai[terbaik] > 0 else None


def _keteraturan(baris: list[str], tanda: str) -> float:
    """Tell how well a sign parts the lines: 0 when it parts none, 2 when all into the same number of cells."""
    potongan = [sel for sel in csv.reader(baris, delimiter=tanda) if any(sel)]
    lebar = Counter(len(sel) for sel in potongan if len(sel) > 1)
    if not lebar:
        return 0.0
    terbelah = sum(any(teks.count('"') % 2 for teks in sel) for sel in potongan)
    return (sum(lebar.values()) + max(lebar.values()) - 2 * terbelah) / len(potongan)


def _baris(baris: list[str], pemisah: str, *, lewati: bool) -> Iterator[list[str]]:
    """Yield the cells of each line, those of a quoted cell over several lines once.

    Raises:
        Ditolak: when a quotation mark is not closed where its cell ends.
    """
    pembaca = csv.reader(chain(baris, [_AKHIR]), delimiter=pemisah)
    if lewati:
        next(pembaca)
    awal, lebar = pembaca.line_num + 1, 0
    for sel in pembaca:
        if sel == [_AKHIR]:
            return
        if pembaca.line_num > awal:
            serupa = max(2, lebar - 1)
            dalam = (sum(b.count(pemisah) >= serupa for b in teks.splitlines()) for teks in sel)
            if _AKHIR in sel[-1] or max(dalam) >= _BARIS_DALAM:
                raise Ditolak("petik-terbuka", baris=awal)
        awal, lebar = pembaca.line_num + 1, len(sel)
        yield sel


def _sel(teks: str) -> Any:
    rumus = _RUMUS_TEKS.fullmatch(teks)
    return teks_sel(rumus[1] if rumus else teks)
