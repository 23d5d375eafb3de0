"""The marking child: colours the bad cells of an untrusted workbook, notes what to write, lists all findings.

Runs as `python -m kinerja.buku.tanda.penanda FILE OUTPUT LIMITS` with the findings as JSON on its standard input,
started by `kinerja.buku.tanda.tandai`; like the reading child it imports nothing of the domain. Values, formats,
dropdowns and formulas of the workbook stay; openpyxl does not carry charts over.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kinerja.buku.anak import batasi_sumber_daya
from kinerja.buku.rapi.paket import buka
from kinerja.buku.tanda.daftar import JUDUL, NAMA_LEMBAR, daftar_kami
from kinerja.buku.teks_sel import isi_teks
from kinerja.nilai.kelompok import himpun
from kinerja.sajian.warna import BIRU_TUA

Temuan = Mapping[str, str]
"""One finding as `periksa --json` prints it: tingkat, lembar, sel, kolom, pesan, saran."""

PENULIS = "Pemeriksaan Dasbor Kinerja"
CATATAN_MAKS = 8
"""Findings told in the note of one cell; the sheet Temuan lists them all."""
SEL_MAKS = 10_000
"""Cells that are marked; a workbook wrong in more cells is wrong by the column, and the list says so."""
_WARNA = {"galat": ("FFC7CE", "9C0006"), "peringatan": ("FFEB9C", "5C4400")}
_LEBAR = (13, 20, 10, 24, 70, 70)
_ALAMAT = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_CATATAN_KAMI = re.compile(r"(?:^|\n\n)(?:Galat|Peringatan): .*", re.DOTALL)
_TAK_TERTULIS = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def tandai_buku(asal: Path, temuan: Sequence[Temuan], keluaran: Path, unsur: int) -> None:
    """Write the workbook `asal` to `keluaran` with its findings marked in the cells and listed on a first sheet.

    `unsur` is how many elements all its parts may have together.
    """
    # By its bytes: openpyxl would refuse a workbook by the name it was uploaded under.
    with asal.open("rb") as berkas:
        buku, _ = buka(berkas, unsur, rich_text=True)
    _buang_tanda_lama(buku)
    lembar = {_samakan(ws.title): ws for ws in reversed(buku.worksheets)}
    for (nama, alamat), isi in _per_sel(temuan, lembar):
        sel = _sel_tampak(lembar[nama], alamat)
        from openpyxl.comments import Comment
        from openpyxl.styles import PatternFill

        terberat = min(isi, key=lambda t: t["tingkat"])
        latar, huruf = _WARNA[terberat["tingkat"]]
        sel.fill = PatternFill("solid", fgColor=latar)
        sel.font = _berwarna(sel.font, huruf)
        semula = f"{sel.comment.text}\n\n" if sel.comment else ""
        urut = sorted(isi, key=lambda t: t["tingkat"])
        bagian = [f"{t['tingkat'].capitalize()}: {t['pesan']}.\nSaran: {t['saran']}." for t in urut[:CATATAN_MAKS]]
        if len(urut) > CATATAN_MAKS:
            bagian.append(f"Dan {len(urut) - CATATAN_MAKS} temuan lain pada sel ini.")
        catatan = "\n\n".join(bagian)
        sel.comment = Comment(_bersih(semula + catatan), PENULIS, width=360, height=60 + 50 * min(len(isi), 5))
    _tulis_daftar(buku, temuan, lembar)
    buku.calculation.fullCalcOnLoad = True  # stored results of formulas are lost on the way; Excel fills them again
    buku.save(keluaran)


def _samakan(nama: str) -> str:
    return " ".join(nama.split()).casefold()


def _per_sel(temuan: Sequence[Temuan], lembar: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], list[Temuan]]]:
    """Group the findings that have a cell in a sheet that stands."""
    bersel = ((_samakan(t["lembar"]), t) for t in temuan if _ALAMAT.fullmatch(t["sel"]))
    kelompok = himpun(((nama, t["sel"]), t) for nama, t in bersel if nama in lembar)
    yield from list(kelompok.items())[:SEL_MAKS]


def _sel_tampak(ws: Any, alamat: str) -> Any:
    """Return a cell; of merged cells the one that shows."""
    gabungan = next((g for g in ws.merged_cells.ranges if alamat in g), None)
    return ws.cell(gabungan.min_row, gabungan.min_col) if gabungan else ws[alamat]


def _berwarna(huruf: Any, warna: str) -> Any:
    from copy import copy

    from openpyxl.styles.colors import Color

    baru = copy(huruf)
    baru.color = Color(rgb=f"FF{warna}")
    return baru


def _bersih(teks: str) -> str:
    return _TAK_TERTULIS.sub("", teks)


# --- the list ---------------------------------------------------------------------------------------------------------


def _tulis_daftar(buku: Any, temuan: Sequence[Temuan], lembar: Mapping[str, Any]) -> None:
    terpakai = {n.casefold() for n in buku.sheetnames}
    calon = (NAMA_LEMBAR, *(f"{NAMA_LEMBAR} ({n})" for n in range(2, len(buku.sheetnames) + 3)))
    nama_daftar = next(n for n in calon if n.casefold() not in terpakai)
    ws = buku.create_sheet(nama_daftar, 0)
    _susun_daftar(ws)
    for nomor, t in enumerate(sorted(temuan, key=lambda t: t["tingkat"]), 2):
        isi = (t["tingkat"].capitalize(), t["lembar"], t["sel"], t["kolom"], t["pesan"], t["saran"])
        for letak, teks in enumerate(isi, 1):
            sel = ws.cell(nomor, letak)
            from openpyxl.styles import Alignment

            isi_teks(sel, _bersih(teks))
            sel.alignment = Alignment(wrap_text=True, vertical="top")
        _tautkan(ws.cell(nomor, 3), lembar.get(_samakan(t["lembar"])), t["sel"])
    buku.active = 0
    for lain in buku.worksheets[1:]:
        # Sheets left selected together would all take what is typed into one.
        lain.sheet_view.tabSelected = False


def _susun_daftar(ws: Any) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for letak, (judul, lebar) in enumerate(zip(JUDUL, _LEBAR, strict=True), 1):
        sel = ws.cell(1, letak, judul)
        sel.font = Font(bold=True, color="FFFFFF")
        sel.fill = PatternFill("solid", fgColor=BIRU_TUA[1:])
        ws.column_dimensions[get_column_letter(letak)].width = lebar
    ws.freeze_panes = "A2"


def _tautkan(sel: Any, ws: Any, alamat: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import quote_sheetname
    from openpyxl.worksheet.hyperlink import Hyperlink

    if ws is not None and _ALAMAT.fullmatch(alamat):
        sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"{quote_sheetname(ws.title)}!{alamat}")
        sel.font = Font(color="0563C1", underline="single")


# --- a workbook that was marked before --------------------------------------------------------------------------------


def _buang_tanda_lama(buku: Any) -> None:
    """Take out our earlier list, notes and colours: what was mended must not look bad for ever."""
    for ws in list(buku.worksheets):
        daftar_lama = ws.max_column == len(JUDUL) and daftar_kami(ws.title, [sel.value for sel in ws[1]])
        if daftar_lama and len(buku.worksheets) > 1:
            buku.remove(ws)
            continue
        # The cells that stand, by openpyxl's private table: going by rows would make every cell up to the last one.
        for sel in [s for s in ws._cells.values() if s.comment and s.comment.author == PENULIS]:
            from openpyxl.comments import Comment
            from openpyxl.styles import PatternFill

            semula = _CATATAN_KAMI.sub("", sel.comment.text)
            sel.comment = Comment(semula, "Pengguna", width=320, height=120) if semula else None
            if sel.fill.fgColor.rgb in {f"00{latar}" for latar, _ in _WARNA.values()}:
                sel.fill = PatternFill()
                sel.font = _berwarna(sel.font, "000000")


def main() -> None:
    """Mark the workbook named on the command line and print the outcome, also a failure, as one JSON object."""
    batas = json.loads(sys.argv[3])
    batasi_sumber_daya(batas["memori"], batas["detik"])
    # openpyxl imports numpy when it can and needs none of it; without, the child starts in half the time.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    hasil: dict[str, str] = {}
    try:
        tandai_buku(Path(sys.argv[1]), json.load(sys.stdin), Path(sys.argv[2]), batas["unsur"])
    except MemoryError:
        hasil = {"gagal": "memori"}
    except Exception as galat:
        hasil = {"gagal": type(galat).__name__}
    json.dump(hasil, sys.stdout)


if __name__ == "__main__":
    main()
