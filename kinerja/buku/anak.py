"""The reading child: opens an untrusted workbook under limits and prints its cells as JSON.

Runs as `python -m kinerja.buku.anak FILE LIMITS`, started by `kinerja.buku.pembaca`; imports nothing of the domain, so
that it starts fast and a crash costs the caller nothing but a message.

A cell is null, a text, a number, or a list that names what is special about it: ["persen", 0.9476, 2],
["tanggal", "2024-09-09"], ["galat", "#N/A"], ["rumus"] (a formula without stored value), ["logis", true].
"""

import json
import re
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

_SEL_JAUH = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{6,})"')
_SEL_LEBAR = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{2,3})([0-9]+)"')
_BARIS_SEMBUNYI = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_GABUNGAN = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_TEKS_KOSONG = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="str")[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b[^<]*(?:</(?:\w+:)?f>)?\s*'
    rb"<(?:\w+:)?v\s*(?:/>|></)"
)
_RUMUS = re.compile(rb"<(?:\w+:)?f[\s>/]")
DESIMAL_EXCEL = 30
"""Decimals that Excel shows at most; a format made elsewhere may ask for thousands."""


def batasi_sumber_daya(memori: int, detik: int) -> None:
    """Limit this process where the platform can (not on Windows; there the parent's clock is the limit)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memori, memori))
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def nomor_kolom(huruf: str) -> int:
    """Turn a column's letters into its number, A is 1."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def pindai(xml: bytes, baris: int, kolom: int) -> dict[str, Any]:
    """Look over a sheet's raw XML for what the parser does not tell: far cells, hidden rows, merged headers."""
    jauh = _sel_jauh(xml, baris, kolom)
    if jauh:
        return {"jauh": jauh, "baris_sembunyi": None, "judul_gabung": [], "berumus": False, "teks_kosong": []}
    sembunyi = [int(m[1]) for m in _BARIS_SEMBUNYI.finditer(xml)]
    gabungan = [m[1].decode() for m in _GABUNGAN.finditer(xml)]
    return {
        "jauh": None,
        "baris_sembunyi": [len(sembunyi), sembunyi[0]] if sembunyi else None,
        "judul_gabung": [g for g in gabungan if re.match(r"[A-Z]+1:", g)],
        "berumus": _RUMUS.search(xml) is not None,
        "teks_kosong": [m[1].decode() for m in _TEKS_KOSONG.finditer(xml)],
    }


def _sel_jauh(xml: bytes, baris: int, kolom: int) -> str | None:
    for pola in (_SEL_JAUH, _SEL_LEBAR):
        for m in pola.finditer(xml):
            if int(m[2]) > baris or nomor_kolom(m[1].decode()) > kolom:
                return m[1].decode() + m[2].decode()
    return None


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
        return ["galat", nilai] if sel.data_type == "e" else nilai
    if isinstance(nilai, bool):
        return ["logis", nilai]
    if isinstance(nilai, (int, float)):
        tempat = tempat_persen(sel.number_format) if sel.has_style else None
        return nilai if tempat is None else ["persen", nilai, tempat]
    return ["tanggal" if isinstance(nilai, (datetime, date, time, timedelta)) else "galat", str(nilai)]


def baca_baris(ws: Any, baris: int, kolom: int) -> tuple[list[list[Any]], str | None]:
    """Read the filled rows of a sheet as [row number, cells], and the first cell beyond the limits if there is one."""
    ws.reset_dimensions()
    hasil: list[list[Any]] = []
    for nomor, sel in enumerate(ws.iter_rows(), 1):
        isi = [isi_sel(s) if s.value is not None else None for s in sel]
        while isi and isi[-1] is None:
            isi.pop()
        if isi and (nomor > baris or len(isi) > kolom):
            return hasil, sel[len(isi) - 1].coordinate
        if isi:
            hasil.append([nomor, isi])
    return hasil, None


def tandai_rumus(ws: Any, baris: list[list[Any]], teks_kosong: frozenset[str]) -> list[list[Any]]:
    """Mark the formulas that have no stored value; `ws` is the same sheet opened for its formulas.

    Those in `teks_kosong` have one: the empty text.
    """
    isi: dict[int, list[Any]] = dict(baris)
    ws.reset_dimensions()
    for nomor, sel in enumerate(ws.iter_rows(), 1):
        for letak, s in enumerate(sel):
            if s.data_type == "f" and _kosong(isi.get(nomor), letak) and s.coordinate not in teks_kosong:
                _isi_di(isi.setdefault(nomor, []), letak)
    return [[nomor, isi[nomor]] for nomor in sorted(isi)]


def _kosong(sel: list[Any] | None, letak: int) -> bool:
    return sel is None or letak >= len(sel) or sel[letak] is None


def _isi_di(sel: list[Any], letak: int) -> None:
    sel.extend([None] * (letak + 1 - len(sel)))
    sel[letak] = ["rumus"]


def baca_buku(berkas: str, batas: dict[str, int], lembar: list[str]) -> dict[str, Any]:
    """Read the sheets called `lembar` (normalised names), look over all the others.

    Returns:
        {"lembar": [{"nama", "tersembunyi", "dibaca", "sel_jauh", "baris_sembunyi", "judul_gabung", "baris", "judul"}]};
        "judul" is the header of a sheet that is not read and could be our own list of findings.
    """
    # openpyxl imports numpy when it can; reading needs none of it and starts in half the time without.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    from openpyxl import load_workbook

    buku = load_workbook(berkas, read_only=True, data_only=True)
    if len(buku.sheetnames) > batas["lembar"]:
        return {"terlalu_banyak": len(buku.sheetnames), "lembar": []}
    dengan_rumus: list[Any] = []
    with zipfile.ZipFile(berkas) as arsip:
        hasil = [
            _baca_satu(arsip, ws, batas=batas, lembar=lembar, berkas=berkas, dengan_rumus=dengan_rumus)
            for ws in buku.worksheets
        ]
    return {"lembar": hasil}


def _baca_satu(
    arsip: zipfile.ZipFile, ws: Any, batas: dict[str, int], lembar: list[str], berkas: str, dengan_rumus: list[Any]
) -> dict[str, Any]:
    # The sheet's path inside the archive is known to openpyxl only under this private name.
    pindaian = pindai(arsip.read(ws._worksheet_path), batas["baris"], batas["kolom"])
    dibaca = " ".join(ws.title.split()).casefold() in lembar
    baris: list[list[Any]] = []
    if dibaca and not pindaian["jauh"]:
        baris, pindaian["jauh"] = baca_baris(ws, batas["baris"], batas["kolom"])
    teks_kosong = frozenset(pindaian.pop("teks_kosong"))
    if pindaian.pop("berumus") and baris:
        # Open the workbook a second time, for its formulas, once for all sheets that have any.
        from openpyxl import load_workbook

        if not dengan_rumus:
            dengan_rumus.append(load_workbook(berkas, read_only=True, data_only=False))
        lembar_rumus = dengan_rumus[0][ws.title]
        baris = tandai_rumus(lembar_rumus, baris, teks_kosong)
    judul = _judul_daftar(ws) if not dibaca and ws.title.startswith("Temuan") and not pindaian["jauh"] else []
    keadaan = {"nama": ws.title, "tersembunyi": ws.sheet_state != "visible", "dibaca": dibaca}
    return {**keadaan, **pindaian, "baris": baris, "judul": judul}


def _judul_daftar(ws: Any) -> list[Any]:
    """Return the first row as texts; what a list of findings of ours is known by."""
    ws.reset_dimensions()
    baris = next(ws.iter_rows(max_row=1, values_only=True), ())
    return [None if isi is None else str(isi) for isi in baris]


def main() -> None:
    """Read the workbook named on the command line and print the outcome, also a failure, as one JSON object."""
    batas = json.loads(sys.argv[2])
    batasi_sumber_daya(batas["memori"], batas["detik"])
    try:
        hasil = baca_buku(sys.argv[1], batas["isi"], batas["nama"])
    except MemoryError:
        hasil = {"gagal": "memori"}
    except Exception as galat:
        hasil = {"gagal": "rusak", "sebab": type(galat).__name__}
    json.dump(hasil, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
