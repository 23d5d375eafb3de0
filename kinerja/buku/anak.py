"""The reading child: opens an untrusted workbook under limits and prints its cells as JSON.

Runs as `python -m kinerja.buku.anak FILE LIMITS`, started by `kinerja.buku.pembaca`; imports nothing of the domain, so
that it starts fast and a crash costs the caller nothing but a message.

A cell is null, a text, a number, or a list that names what is special about it: ["persen", 0.9476, 2],
["tanggal", "2024-09-09", 0, "d-mmm"] (with its number format), ["galat", "#N/A"], ["rumus"] (a formula without
stored value), ["logis", true], ["kaki", "70,10", 0, "1"] (a text and the raised mark beside it), ["panjang", "Dinas",
9000] (how a text begins that is longer than any cell may be, and how many letters it has).
"""

import gc
import json
import re
import sys
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from errno import ENOMEM
from functools import lru_cache
from typing import Any

from kinerja.buku.rapi.padat import FORMAT_HURUF, GABUNGAN_MAKS, TerlaluPadat, periksa_lembar

# Every byte is looked at once, whatever a stranger wrote: no tag reaches beyond the next "<", which no attribute may
# hold, and of an attribute that stands twice the first counts (?>...).
_BERISI = rb"[^<>]*(?<!/)>(?!\s*(?:</|<(?:\w+:)?v\s*(?:/>|>\s*</(?:\w+:)?v>)\s*</))"
"""The rest of a cell that holds something: neither closed at once, nor with an empty value only."""
_SEL_JAUH = re.compile(rb'<(?:\w{1,99}:)?c\b(?>[^<>]*?\br=")([A-Z]{1,3})([0-9]{6,})"' + _BERISI)
_SEL_LEBAR = re.compile(rb'<(?:\w{1,99}:)?c\b(?>[^<>]*?\br=")([A-Z]{2,3})([0-9]+)"' + _BERISI)
_BARIS_SEMBUNYI = re.compile(rb'<(?:\w{1,99}:)?row\b(?=[^<>]*\bhidden="(?:1|true)")(?>[^<>]*?\br=")(\d{1,7})"')
_GABUNGAN = re.compile(
    rb'<(?:\w{1,99}:)?mergeCell\b(?>[^<>]*?\bref=")\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"'
)
_ESKEP = re.compile("_x([0-9A-Fa-f]{4})_")
_KENDALI = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")
_TAK_TAMPAK = re.compile(
    "\u00ad(?![0-9])|[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees: they come along when text is pasted, and make a code, a year or a figure another one.

A soft hyphen before a digit stays: where it is drawn it may be a minus or the dash of a range.
"""
_TINGGI = re.compile("\ufdd0([^\ufdd1]*)\ufdd1?")
"""A raised run, between the signs of `rapi.sel`."""
TEKS_MAKS = 5_000
"""Letters of a cell that is read: as many as the longest column takes, and less than Excel's 32,767."""
AWAL_TEKS = 100
"""Letters that are told of a longer one."""
NAMA_LEMBAR_MAKS = 255
KELIPATAN = "ribu|rb|juta|jt|miliar|milyar|triliun"
_KELIPATAN_FORMAT = re.compile(rf'[0#?](?:\\? )*"\s*({KELIPATAN})\b', re.IGNORECASE)
"""A comma before the word would divide the number by a thousand."""
DESIMAL_EXCEL = 30
"""Decimals that Excel shows at most; a format made elsewhere may ask for thousands."""


def batasi_sumber_daya(memori: int, detik: int) -> None:
    """Limit this process where the platform can (not on Windows; there the parent's clock is the limit)."""
    try:
        import resource
    except ImportError:
        return
    for apa, batas in ((resource.RLIMIT_AS, memori), (resource.RLIMIT_CPU, detik), (resource.RLIMIT_CORE, 0)):
        _, keras = resource.getrlimit(apa)
        nilai = batas if keras == resource.RLIM_INFINITY else min(batas, keras)
        resource.setrlimit(apa, (nilai, nilai))


def nomor_kolom(huruf: str) -> int:
    """Turn a column's letters into its number, A is 1."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def huruf(kolom: int) -> str:
    """Turn a column's number into its letters, 1 is A."""
    teks = ""
    while kolom > 0:
        kolom, sisa = divmod(kolom - 1, 26)
        teks = chr(65 + sisa) + teks
    return teks


def pindai(xml: bytes, baris: int, kolom: int) -> dict[str, Any]:
    """Look over a sheet's raw XML for what the parser does not tell: far cells, hidden rows, merged cells."""
    jauh = sel_jauh(xml, baris, kolom)
    if jauh:
        return {"jauh": jauh, "baris_sembunyi": None, "gabungan": []}
    sembunyi = baris_tersembunyi(xml)
    return {
        "jauh": None,
        "baris_sembunyi": [len(sembunyi), sembunyi[0]] if sembunyi else None,
        "gabungan": sel_tergabung(xml),
    }


def baris_tersembunyi(xml: bytes) -> list[int]:
    """Return the numbers of a sheet's hidden rows."""
    return [int(m[1]) for m in _BARIS_SEMBUNYI.finditer(xml)]


def sel_tergabung(xml: bytes) -> list[list[int]]:
    """Return the merged cells of a sheet: first row and column, last row and column, all from 1."""
    return [
        [int(m[2]), nomor_kolom(m[1].decode()), int(m[4]), nomor_kolom(m[3].decode())] for m in _GABUNGAN.finditer(xml)
    ]


def sel_jauh(xml: bytes, baris: int, kolom: int) -> str | None:
    """Return the address of a filled cell beyond the limits, None when there is none."""
    for pola in (_SEL_JAUH, _SEL_LEBAR):
        for m in pola.finditer(xml):
            if int(m[2]) > baris or nomor_kolom(m[1].decode()) > kolom:
                return m[1].decode() + m[2].decode()
    return None


@lru_cache(maxsize=256)
def tempat_persen(format_angka: str) -> int | None:
    """Return the decimals a percent format shows, None when the format is no percentage."""
    bagian = re.sub(r'"[^"]*"|\\.', "", format_angka.split(";")[0])
    if "%" not in bagian:
        return None
    pecahan = re.search(r"\.([0#?]+)", bagian)
    return min(len(pecahan[1]), DESIMAL_EXCEL) if pecahan else 0


def isi_sel(sel: Any) -> Any:
    """Turn a filled cell of openpyxl into its JSON form."""
    nilai = sel.value
    if isinstance(nilai, str):
        if len(nilai) > TEKS_MAKS:
            return ["panjang", teks_asli(nilai[:AWAL_TEKS]), len(nilai)]
        if sel.data_type == "e":
            return ["galat", nilai[:AWAL_TEKS]]
        return berkaki(teks_asli(nilai)) if "\ufdd0" in nilai else teks_asli(nilai)
    if isinstance(nilai, bool):
        return ["logis", nilai]
    if isinstance(nilai, (int, float)):
        return angka_sel(nilai, _format_sel(sel) if sel.has_style else "")
    if isinstance(nilai, (datetime, date, time, timedelta)):
        return ["tanggal", str(nilai), 0, sel.number_format[:FORMAT_HURUF]]
    return ["galat", str(nilai)[:AWAL_TEKS]]


def angka_sel(nilai: float, format_angka: str) -> Any:
    """Return a number as its format shows it: plain, as a percentage, or with a word for a multiple."""
    tempat, kata = tempat_persen(format_angka), kelipatan_format(format_angka)
    if kata:
        # The eye sees 54 juta, whatever the number is.
        return f"{nilai:.15g} {kata}".replace(".", ",")
    return nilai if tempat is None else ["persen", nilai, tempat]


def teks_sel(teks: str) -> Any:
    """Turn the text of a cell that no Open XML wrote into its JSON form; runs between raised signs are raised."""
    if len(teks) > TEKS_MAKS:
        return ["panjang", tanpa_tak_tampak(teks[:AWAL_TEKS]), len(teks)]
    bersih = tanpa_tak_tampak(_KENDALI.sub("", teks))
    return berkaki(bersih) if "\ufdd0" in bersih else bersih


def berkaki(teks: str) -> Any:
    """Split the raised runs of a rich text from the rest; a text that is raised as a whole is no mark."""
    polos = _TINGGI.sub("", teks)
    tanda = "".join(_TINGGI.findall(teks)).strip()
    return ["kaki", polos.rstrip(), 0, tanda] if polos.strip() and tanda else polos + tanda


@lru_cache(maxsize=256)
def kelipatan_format(format_angka: str) -> str:
    """Return the word for a multiple that a number format writes behind the number without dividing it."""
    cocok = _KELIPATAN_FORMAT.search(format_angka.split(";")[0])
    return cocok[1] if cocok else ""


def _format_sel(sel: Any) -> str:
    try:
        return str(sel.number_format)[:FORMAT_HURUF]
    except IndexError:
        return ""  # a style that stands nowhere is none


def teks_asli(teks: str) -> str:
    """Return a text as people see it: escapes of Open XML decoded, signs without any shape left out.

    `_x000D_` is a line end, `_x005F_` an underscore that would begin an escape.
    """
    if "_x" in teks:
        asli = _ESKEP.sub(lambda m: chr(int(m[1], 16)), teks)
        teks = _KENDALI.sub("", asli.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return tanpa_tak_tampak(teks)


def tanpa_tak_tampak(teks: str) -> str:
    """Leave out the signs without any shape."""
    return teks if teks.isascii() else _TAK_TAMPAK.sub("", teks)


def baca_baris(ws: Any, baris: int, kolom: int) -> tuple[list[list[Any]], list[int], str | None]:
    """Read the filled rows of a sheet.

    Returns:
        The rows as [row number, cells]; the numbers of those that hold formulas only; the first cell beyond the limits
        if there is one.
    """
    from kinerja.buku.rapi.sel import baris_berisi

    hasil: list[list[Any]] = []
    rumus: list[int] = []
    for nomor, terisi in baris_berisi(ws):
        jauh = next((s for s in terisi if nomor > baris or s.letak >= kolom), None)
        if jauh:
            return hasil, rumus, str(jauh.sel.coordinate)
        isi: list[Any] = [None] * (max(s.letak for s in terisi) + 1)
        for s in terisi:
            isi[s.letak] = ["rumus"] if s.tanpa_nilai else isi_sel(s.sel)
        hasil.append([nomor, isi])
        if all(s.rumus for s in terisi):
            rumus.append(nomor)
    return sorted(hasil, key=lambda b: int(b[0])), rumus, None


def isi_gabungan(baris: list[list[Any]], gabungan: list[list[int]], kolom: int) -> set[int]:
    """Give every cell that merged cells cover what stands in them, in the rows that hold something of their own.

    Returns:
        The numbers of the rows that were given something.

    Raises:
        TerlaluPadat: when they cover more rows together than merged cells can that do not lie over each other.
    """
    nomor, diisi, sisa = [int(b[0]) for b in baris], set(), GABUNGAN_MAKS
    for r1, k1, r2, k2 in gabungan:
        mulai = bisect_left(nomor, r1)
        awal = baris[mulai][1] if mulai < len(nomor) and nomor[mulai] == r1 else []
        nilai = awal[k1 - 1] if 0 < k1 <= len(awal) else None
        if r1 == 1 or nilai is None:
            continue
        akhir = bisect_right(nomor, r2)
        sisa -= akhir - mulai
        if sisa < 0:
            raise TerlaluPadat("sel gabungannya saling menutupi")
        for n, sel in baris[mulai:akhir]:
            sel.extend([None] * (min(k2, kolom) - len(sel)))
            sel[k1 - 1 : min(k2, kolom)] = [nilai] * (min(k2, kolom) - k1 + 1)
            diisi |= {n} if n > r1 else set()
    return diisi


def buka_buku(berkas: str, unsur: int) -> tuple[Any, zipfile.ZipFile]:
    """Open a workbook with openpyxl, to be read row by row.

    Raises:
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged.
    """
    # openpyxl imports numpy when it can; reading needs none of it and starts in half the time without.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    from openpyxl.reader import excel

    from kinerja.buku.rapi.paket import buka
    from kinerja.buku.rapi.sel import daftar_teks

    excel.read_string_table = daftar_teks  # type: ignore[attr-defined]
    buku, arsip = buka(berkas, unsur, read_only=True, data_only=True)
    if any(len(nama) > NAMA_LEMBAR_MAKS for nama in buku.sheetnames):
        raise TerlaluPadat(f"nama lembarnya lebih dari {NAMA_LEMBAR_MAKS} huruf")
    return buku, arsip


def baca_buku(berkas: str, batas: dict[str, int], lembar: list[str]) -> dict[str, Any]:
    """Read the sheets called `lembar` (normalised names), look over all the others.

    Returns:
        {"lembar": [{"nama", "tersembunyi", "dibaca", "jauh", "baris_sembunyi", "judul_gabung", "baris", "rumus",
        "gabungan", "judul"}]}; "judul" is the first row of a sheet that is not read, "rumus" are the rows that hold
        formulas only, "gabungan" the merged cells below row 1 as row, column, last row, last column from 1.
    """
    buku, arsip = buka_buku(berkas, batas["unsur"])
    if len(buku.sheetnames) > batas["lembar"]:
        return {"terlalu_banyak": len(buku.sheetnames), "lembar": []}
    with arsip:
        return {"lembar": [_baca_satu(arsip, ws, batas, lembar) for ws in buku.worksheets]}


def _baca_satu(arsip: zipfile.ZipFile, ws: Any, batas: dict[str, int], lembar: list[str]) -> dict[str, Any]:
    # The sheet's path inside the archive is known to openpyxl only under this private name.
    xml = arsip.read(ws._worksheet_path)
    pindaian = pindai(xml, batas["baris"], batas["kolom"])
    if not pindaian["jauh"]:
        periksa_lembar(xml, ws.title, batas["unsur"] // 4)
    gabungan = pindaian.pop("gabungan")
    nama = teks_asli(ws.title)
    dibaca = " ".join(nama.split()).casefold() in lembar
    baris: list[list[Any]] = []
    rumus: list[int] = []
    if dibaca and not pindaian["jauh"]:
        baris, rumus, pindaian["jauh"] = baca_baris(ws, batas["baris"], batas["kolom"])
        diisi = isi_gabungan(baris, gabungan, batas["kolom"])
        rumus = [n for n in rumus if n not in diisi]
    judul = [] if dibaca or pindaian["jauh"] else _judul_pertama(ws)
    keadaan = {"nama": nama, "tersembunyi": ws.sheet_state != "visible", "dibaca": dibaca}
    judul_gabung = [f"{huruf(k1)}1:{huruf(k2)}{r2}" for r1, k1, r2, k2 in gabungan if r1 == 1][: batas["kolom"]]
    isi = {"baris": baris, "rumus": rumus, "gabungan": [g for g in gabungan if g[0] > 1] if dibaca else []}
    return {**keadaan, **pindaian, "judul_gabung": judul_gabung, "judul": judul, **isi}


def _judul_pertama(ws: Any) -> list[Any]:
    """Return the first row as texts, by which our list of findings is known, and a sheet of ours under another name."""
    ws.reset_dimensions()
    try:
        baris = next(ws.iter_rows(max_row=1, values_only=True), ())
    except MemoryError:
        raise
    except Exception:
        return []  # whatever is wrong with a sheet that nobody reads
    return [None if isi is None else teks_asli(str(isi)[:AWAL_TEKS]) for isi in baris[:AWAL_TEKS]]


def baca(berkas: str, batas: dict[str, int], lembar: list[str]) -> dict[str, Any]:
    """Read a workbook; return what `baca_buku` does, or why it could not."""
    return terjaga(lambda: baca_buku(berkas, batas, lembar))


def terjaga(pembaca: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what a reader of foreign bytes returns, or why it could not: `gagal`, and in words `sebab`."""
    try:
        return pembaca()
    except TerlaluPadat as padat:
        return {"gagal": "padat", "sebab": str(padat)}
    except MemoryError:
        return {"gagal": "memori"}
    except Exception as galat:
        # Where a module cannot even be loaded for want of memory, the system says so instead of Python.
        kurang = isinstance(galat, OSError) and galat.errno == ENOMEM
        return {"gagal": "memori" if kurang else "rusak", "sebab": type(galat).__name__}


def main() -> None:
    """Read the workbook named on the command line and print the outcome, also a failure, as one JSON object."""
    batas = json.loads(sys.argv[2])
    batasi_sumber_daya(batas["memori"], batas["detik"])
    # Elements of a sheet refer to their children only: looking for circles among so many took a third of the time.
    gc.disable()
    jawab(baca(sys.argv[1], batas["isi"], batas["nama"]))


def jawab(hasil: dict[str, Any]) -> None:
    """Print the outcome as one JSON object."""
    try:
        jawaban = json.dumps(hasil, separators=(",", ":"))
    except MemoryError:
        jawaban = '{"gagal":"memori"}'
    sys.stdout.write(jawaban)


if __name__ == "__main__":
    main()
