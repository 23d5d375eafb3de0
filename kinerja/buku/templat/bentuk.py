"""How a sheet of ours looks and helps in Excel: header, notes, filter, dropdowns, conditional colours.

Everything here is made from the schema: no formula and no rule holds text of the data.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from kinerja.buku.teks_sel import isi_teks
from kinerja.buku.templat.pengenal import JUDUL_BANTU, JUDUL_NAMA, SATUAN
from kinerja.buku.templat.rujukan import HURUF, Letak, pasang_kode
from kinerja.model.kolom import Jenis, Kolom, Lembar
from kinerja.model.skema import CAPAIAN, ISI_PROFIL, PROFIL
from kinerja.nilai.nama import samakan
from kinerja.sajian.warna import BIRU_TUA, COKELAT

BERTEKS = frozenset({Jenis.NILAI, Jenis.APA_ADANYA, Jenis.CAPAIAN, Jenis.TEKS})
"""Kinds that Excel would spoil (9/9 becomes a date, 1.10 becomes 1.1, 000 becomes 0): their cells are text."""
_LEBAR = {
    "Indikator": 44,
    "Uraian": 60,
    "Sumber": 34,
    "Catatan": 44,
    "Formula": 44,
    "Sasaran": 44,
    "Nama OPD": 44,
    "Kunci": 26,
    "Nilai": 32,
    **dict.fromkeys(JUDUL_NAMA.values(), 28),
    SATUAN: 12,
}
_KURANG = "Sel jingga bergaris tepi: baris ini terisi, sel ini belum."
_TANPA_REALISASI = "Sel bergaris miring: Target sudah terisi, Realisasi belum."


def pasang_judul(ws: Any, lembar: Lembar, kolom: Sequence[Kolom]) -> None:
    """Write the header row with a note on every column, and freeze it."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    for letak, k in enumerate(kolom, 1):
        sel = ws.cell(1, letak)
        isi_teks(sel, k.nama)  # the header of an unknown column may begin with anything
        sel.font = Font(name=HURUF, sz=11, bold=k.wajib, italic=k.nama in JUDUL_BANTU, color="FFFFFF")
        latar = "6B6B6B" if k.nama in JUDUL_BANTU else BIRU_TUA[1:] if k.wajib else "4A6FA5"
        sel.fill = PatternFill("solid", fgColor=latar)
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        if k.bantuan:
            sel.comment = Comment(_catatan(lembar, k), lembar.nama, width=320, height=120)
    ws.freeze_panes = "A2"


def _catatan(lembar: Lembar, kolom: Kolom) -> str:
    bagian = ["Wajib diisi."] if kolom.wajib else []
    bagian.append(f"{kolom.bantuan}.")
    if kolom.pilihan:
        bagian.append(f"Pilihan: {', '.join(kolom.pilihan)}.")
    if kolom.wajib:
        bagian.append(_KURANG)
    if lembar is CAPAIAN and kolom.nama == "Realisasi":
        bagian.append(_TANPA_REALISASI)
    return " ".join(bagian)


def pasang_bantuan(
    ws: Any, lembar: Lembar, kolom: Sequence[Kolom], letak: Letak, akhir: int, *, warnai: bool = True
) -> None:
    """Set widths, text format, filter, dropdowns and, with `warnai`, colours of what is missing, to row `akhir`."""
    from openpyxl.utils import get_column_letter

    for ke, k in enumerate(kolom, 1):
        huruf = get_column_letter(ke)
        ws.column_dimensions[huruf].width = _LEBAR.get(k.nama, 18)
        if k.jenis in BERTEKS and k.nama not in JUDUL_BANTU:
            ws.column_dimensions[huruf].number_format = "@"
        if k.pilihan:
            _pasang_pilihan(ws, k, f"{huruf}2:{huruf}{akhir}")
    ws.auto_filter.ref = f"A1:{get_column_letter(len(kolom))}{akhir}"
    pasang_kode(ws, lembar, kolom, letak, akhir)
    if warnai:
        _warnai(ws, lembar, {k.nama: get_column_letter(i) for i, k in enumerate(kolom, 1)}, akhir)


def pasang_profil(ws: Any, huruf: Mapping[str, str], kunci: Sequence[str]) -> None:
    """Give every key of Profil that has words of its own their list and a note; `huruf` are the sheet's columns."""
    from openpyxl.comments import Comment

    for nomor, nama in enumerate(kunci, 2):
        k = next((k for k in ISI_PROFIL if k.pilihan and samakan(k.nama) == samakan(nama)), None)
        if k is not None:
            arti = f"{_catatan(PROFIL, k)} Kosong berarti {k.bawaan}."
            ws[f"{huruf['Kunci']}{nomor}"].comment = Comment(arti, PROFIL.nama, width=320, height=120)
            _pasang_pilihan(ws, k, f"{huruf['Nilai']}{nomor}")


def _pasang_pilihan(ws: Any, kolom: Kolom, rentang: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    aturan = DataValidation("list", formula1=f'"{",".join(kolom.pilihan)}"', allow_blank=True, showErrorMessage=True)
    aturan.errorTitle = kolom.nama
    aturan.error = f"Pilih salah satu: {', '.join(kolom.pilihan)}"[:255]
    if kolom.jamak:  # a dropdown takes one word; several are typed
        aturan.errorStyle = "warning"
        aturan.error = f"Pilih satu, atau tulis beberapa dipisah titik koma: {', '.join(kolom.pilihan)}"[:255]
    ws.add_data_validation(aturan)
    aturan.add(rentang)


def _warnai(ws: Any, lembar: Lembar, huruf: dict[str, str], akhir: int) -> None:
    """Colour what is missing: a required cell of a row begun, a realisasi whose target stands.

    The rules look at cells only; border and hatching tell the two apart without colour.
    """
    # Formulas that say names are no data: the ranges leave them out.
    deret = [list(isi) for kode, isi in groupby(huruf, JUDUL_BANTU.__contains__) if not kode]
    semua = ",".join(f"${huruf[d[0]]}2:${huruf[d[-1]]}2" for d in deret)
    for k in lembar.kolom:
        if k.wajib and k.nama in huruf:
            h = huruf[k.nama]
            _aturan(ws, f"{h}2:{h}{akhir}", f"AND(LEN(TRIM({h}2))=0,COUNTA({semua})>0)", "jingga")
    if lembar is CAPAIAN and {"Target", "Realisasi"} <= set(huruf):
        t, r = huruf["Target"], huruf["Realisasi"]
        _aturan(ws, f"{r}2:{r}{akhir}", f"AND(LEN(TRIM({r}2))=0,LEN(TRIM({t}2))>0)", "garis")


def _aturan(ws: Any, rentang: str, rumus: str, rupa: str) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Border, PatternFill, Side
    from openpyxl.styles.differential import DifferentialStyle

    if rupa == "jingga":
        tepi = Side("thin", color=COKELAT[1:])
        gaya = DifferentialStyle(fill=PatternFill("solid", bgColor="F7B98B"), border=Border(tepi, tepi, tepi, tepi))
    else:
        gaya = DifferentialStyle(fill=PatternFill("lightUp", fgColor="7F6000", bgColor="FFF2CC"))
    ws.conditional_formatting.add(rentang, Rule("expression", dxf=gaya, formula=[rumus]))
