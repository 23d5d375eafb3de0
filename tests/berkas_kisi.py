"""One table as a file of every kind that is read: .xlsx, .xls, .ods, XML Spreadsheet 2003, web page, CSV."""

import csv
import datetime as dt
import zipfile
from dataclasses import dataclass, field
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any

import xlwt
from openpyxl.utils import get_column_letter
from pembangun import Galat, Persen, Rumus, Tinggi, Waktu, tulis


@dataclass(frozen=True)
class Tabel:
    """Rows of cells as `pembangun` knows them, merges (row, column, last row, last column from 1), what is hidden."""

    baris: list[list[Any]]
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    baris_sembunyi: frozenset[int] = frozenset()
    kolom_sembunyi: frozenset[int] = frozenset()
    nama: str = "Lembar 1"
    rentang: dict[tuple[int, int], tuple[int, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.rentang.update({(r1, k1): (r2 - r1 + 1, k2 - k1 + 1) for r1, k1, r2, k2 in self.gabungan})

    def tertutup(self, baris: int, kolom: int) -> bool:
        """Tell whether a merge covers a cell that is not its first."""
        return any(
            r1 <= baris <= r2 and k1 <= kolom <= k2 and (baris, kolom) != (r1, k1) for r1, k1, r2, k2 in self.gabungan
        )


# --- spreadsheets -----------------------------------------------------------------------------------------------------


def tulis_xlsx(tabel: Tabel, berkas: Path) -> Path:
    def ubah(buku: Any) -> None:
        ws = buku.worksheets[0]
        for r1, k1, r2, k2 in tabel.gabungan:
            ws.merge_cells(start_row=r1, start_column=k1, end_row=r2, end_column=k2)
        for nomor in tabel.baris_sembunyi:
            ws.row_dimensions[nomor].hidden = True
        for kolom in tabel.kolom_sembunyi:
            ws.column_dimensions[get_column_letter(kolom)].hidden = True

    return tulis({tabel.nama: tabel.baris}, berkas, ubah)


def tulis_xls(tabel: Tabel, berkas: Path) -> Path:
    buku = xlwt.Workbook()
    ws = buku.add_sheet(tabel.nama)
    for nomor, baris in enumerate(tabel.baris):
        for letak, nilai in enumerate(baris):
            if nilai is not None:
                _isi_xls(ws, nomor, letak, nilai)
    # xlwt would write an empty first cell too, once more.
    ws.merged_ranges.extend((r1 - 1, r2 - 1, k1 - 1, k2 - 1) for r1, k1, r2, k2 in tabel.gabungan)
    for nomor in tabel.baris_sembunyi:
        ws.row(nomor - 1).hidden = True
    for kolom in tabel.kolom_sembunyi:
        ws.col(kolom - 1).hidden = True
    buku.save(str(berkas))
    return berkas


def _isi_xls(ws: Any, baris: int, kolom: int, nilai: Any) -> None:
    if isinstance(nilai, Persen):
        pola = "0." + "0" * nilai.tempat + "%" if nilai.tempat else "0%"
        ws.write(baris, kolom, nilai.pecahan, xlwt.easyxf(num_format_str=pola))
    elif isinstance(nilai, Waktu):
        isi = nilai.nilai
        angka = isi.total_seconds() / 86400 if isinstance(isi, dt.timedelta) else isi
        ws.write(baris, kolom, angka, xlwt.easyxf(num_format_str=nilai.format))
    elif isinstance(nilai, Galat):
        ws.row(baris).set_cell_error(kolom, nilai.teks)
    elif isinstance(nilai, Tinggi):
        tinggi = xlwt.Font()
        tinggi.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
        ws.write_rich_text(baris, kolom, [nilai.teks, (nilai.tanda, tinggi)])
    elif isinstance(nilai, Rumus):
        ws.write(baris, kolom, xlwt.Formula(nilai.teks.lstrip("=")))
    else:
        ws.write(baris, kolom, nilai)


_RUANG = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{r}:1.0"'
    for n, r in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
    )
)
_CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_TANGGAL_ODS = {
    "d-mmm": '<number:day/><number:text>-</number:text><number:month number:textual="true"/>',
    "dd/mm/yyyy": '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/>',
    "h:mm": '<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>',
    "[h]:mm": '<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>',
}


def tulis_ods(tabel: Tabel, berkas: Path) -> Path:
    lebar = max(map(len, tabel.baris))
    kolom = "".join(
        '<table:table-column table:visibility="collapse"/>' if k in tabel.kolom_sembunyi else "<table:table-column/>"
        for k in range(1, lebar + 1)
    )
    baris = "".join(_baris_ods(tabel, nomor) for nomor in range(1, len(tabel.baris) + 1))
    ekor = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    return kemas_ods(f'<table:table table:name="{tabel.nama}">{kolom}{baris}{ekor}</table:table>', berkas)


def kemas_ods(lembar: str, berkas: Path, manifes: str = "", gaya: str = "") -> Path:
    """Write an archive around the tables of a content.xml."""
    format_ods = "".join(
        f'<number:{"date" if "d" in pola else "time"}-style style:name="N{i}"'
        f"{' number:truncate-on-overflow=' + chr(34) + 'false' + chr(34) if '[' in pola else ''}>{isi}"
        f"</number:{'date' if 'd' in pola else 'time'}-style>"
        f'<style:style style:name="G{i}" style:family="table-cell" style:data-style-name="N{i}"/>'
        for i, (pola, isi) in enumerate(_TANGGAL_ODS.items())
    )
    posisi = '<style:text-properties style:text-position="super 58%"/>'
    tinggi = f'<style:style style:name="T1" style:family="text">{posisi}</style:style>'
    isi = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_RUANG} {_CALCEXT}>'
        f"<office:automatic-styles>{format_ods}{tinggi}{gaya}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{lembar}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        arsip.writestr("META-INF/manifest.xml", manifes or "<manifest/>")
        arsip.writestr("content.xml", isi)
    return berkas


def _baris_ods(tabel: Tabel, nomor: int) -> str:
    sel = []
    for letak, nilai in enumerate(tabel.baris[nomor - 1], 1):
        if tabel.tertutup(nomor, letak):
            sel.append("<table:covered-table-cell/>")
            continue
        tinggi, lebar = tabel.rentang.get((nomor, letak), (1, 1))
        rentang = (
            f' table:number-columns-spanned="{lebar}" table:number-rows-spanned="{tinggi}"'
            if tinggi * lebar > 1
            else ""
        )
        sifat, teks = _isi_ods(nilai)
        isi = f"<text:p>{teks}</text:p>" if teks else ""
        sel.append(f"<table:table-cell{rentang}{sifat}>{isi}</table:table-cell>")
    tampak = ' table:visibility="filter"' if nomor in tabel.baris_sembunyi else ""
    return f"<table:table-row{tampak}>{''.join(sel)}</table:table-row>"


def _isi_ods(nilai: Any) -> tuple[str, str]:
    """Return the attributes of a cell, and what stands in it."""
    if nilai is None:
        return "", ""
    if isinstance(nilai, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(nilai).lower()}"', "BENAR"
    if isinstance(nilai, Persen):
        terlihat = f"{nilai.pecahan * 100:.{nilai.tempat}f}%".replace(".", ",")
        return f' office:value-type="percentage" office:value="{nilai.pecahan!r}"', terlihat
    if isinstance(nilai, Galat):
        return ' office:value-type="string" calcext:value-type="error"', nilai.teks
    if isinstance(nilai, Rumus):
        return f' table:formula="of:{nilai.teks}"', ""
    if isinstance(nilai, Tinggi):
        tinggi = f'<text:span text:style-name="T1">{nilai.tanda}</text:span>'
        return ' office:value-type="string"', nilai.teks + tinggi
    if isinstance(nilai, Waktu):
        gaya = f' table:style-name="G{list(_TANGGAL_ODS).index(nilai.format)}"'
        isi = nilai.nilai
        if isinstance(isi, dt.date):
            return f'{gaya} office:value-type="date" office:date-value="{isi.isoformat()}"', "x"
        jam = isi if isinstance(isi, dt.timedelta) else dt.timedelta(hours=isi.hour, minutes=isi.minute)
        lama = f"PT{int(jam.total_seconds()) // 3600:02}H{int(jam.total_seconds()) // 60 % 60:02}M00S"
        return f'{gaya} office:value-type="time" office:time-value="{lama}"', "x"
    if isinstance(nilai, str):
        return ' office:value-type="string"', escape(nilai).replace("\n", "<text:line-break/>")
    return f' office:value-type="float" office:value="{nilai!r}"', f"{nilai}"


def tulis_xml2003(tabel: Tabel, berkas: Path) -> Path:
    pola = sorted({_pola(s) for baris in tabel.baris for s in baris if _pola(s)})
    gaya = "".join(f'<Style ss:ID="s{i}"><NumberFormat ss:Format="{escape(p)}"/></Style>' for i, p in enumerate(pola))
    kolom = "".join(f'<Column ss:Index="{k}" ss:Hidden="1"/>' for k in sorted(tabel.kolom_sembunyi))
    baris = []
    for nomor, isi in enumerate(tabel.baris, 1):
        sel = []
        for letak, nilai in enumerate(isi, 1):
            if nilai is not None and not tabel.tertutup(nomor, letak):
                sel.append(_sel_xml(tabel, nomor, letak, nilai, pola))
        tampak = ' ss:Hidden="1"' if nomor in tabel.baris_sembunyi else ""
        if sel or tampak:
            baris.append(f'<Row ss:Index="{nomor}"{tampak}>{"".join(sel)}</Row>')
    berkas.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>{gaya}</Styles>'
        f'<Worksheet ss:Name="{tabel.nama}"><Table>{kolom}{"".join(baris)}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    return berkas


def _pola(nilai: Any) -> str:
    if isinstance(nilai, Persen):
        return "0." + "0" * nilai.tempat + "%" if nilai.tempat else "0%"
    return nilai.format if isinstance(nilai, Waktu) else ""


def _sel_xml(tabel: Tabel, nomor: int, letak: int, nilai: Any, pola: list[str]) -> str:
    tinggi, lebar = tabel.rentang.get((nomor, letak), (1, 1))
    sifat = f' ss:Index="{letak}"'
    sifat += f' ss:MergeAcross="{lebar - 1}" ss:MergeDown="{tinggi - 1}"' if tinggi * lebar > 1 else ""
    sifat += f' ss:StyleID="s{pola.index(_pola(nilai))}"' if _pola(nilai) else ""
    jenis, isi = "String", ""
    if isinstance(nilai, Rumus):
        return f'<Cell{sifat} ss:Formula="{escape(nilai.teks)}"/>'
    if isinstance(nilai, Tinggi):
        isi = f"{nilai.teks}<Sup>{nilai.tanda}</Sup>"
    elif isinstance(nilai, Galat):
        jenis, isi = "Error", nilai.teks
    elif isinstance(nilai, bool):
        jenis, isi = "Boolean", str(int(nilai))
    elif isinstance(nilai, Persen):
        jenis, isi = "Number", repr(nilai.pecahan)
    elif isinstance(nilai, Waktu):
        jenis, isi = "DateTime", _waktu_xml(nilai.nilai)
    else:
        jenis, isi = ("String", escape(nilai)) if isinstance(nilai, str) else ("Number", repr(nilai))
    return f'<Cell{sifat}><Data ss:Type="{jenis}">{isi}</Data></Cell>'


def _waktu_xml(nilai: Any) -> str:
    if isinstance(nilai, dt.date):
        return f"{nilai.isoformat()}T00:00:00.000"
    jam = nilai if isinstance(nilai, dt.timedelta) else dt.timedelta(hours=nilai.hour, minutes=nilai.minute)
    return f"{(dt.datetime(1899, 12, 31) + jam).isoformat()}.000"  # noqa: DTZ001 - a cell knows no time zone


LEMBAR_KERJA = {".xlsx": tulis_xlsx, ".xls": tulis_xls, ".ods": tulis_ods, ".xml": tulis_xml2003}

# --- text -------------------------------------------------------------------------------------------------------------


def naskah_csv(tabel: Tabel, pemisah: str = ";", akhir: str = "\r\n") -> str:
    """Return the table as lines; None is an empty cell."""
    hasil = StringIO()
    csv.writer(hasil, delimiter=pemisah, lineterminator=akhir).writerows(tabel.baris)
    return hasil.getvalue()


def naskah_html(tabel: Tabel) -> str:
    """Return the table as a page, as SIPD writes it."""
    lebar = max(map(len, tabel.baris))
    kolom = "".join(
        f"<col{' style=' + chr(39) + 'display:none' + chr(39) if k in tabel.kolom_sembunyi else ''}>"
        for k in range(1, lebar + 1)
    )
    baris = []
    for nomor, isi in enumerate(tabel.baris, 1):
        sel = []
        for letak, nilai in enumerate(isi, 1):
            if not tabel.tertutup(nomor, letak):
                tinggi, melebar = tabel.rentang.get((nomor, letak), (1, 1))
                teks = escape(nilai or "").replace("\n", "<br>")
                sel.append(f'<td rowspan="{tinggi}" colspan={melebar}>{teks}</td>')
        tampak = ' style="mso-height-source:userset; DISPLAY : none"' if nomor in tabel.baris_sembunyi else ""
        baris.append(f"<tr{tampak}>\n{''.join(sel)}</tr>")
    return (
        "<html><head><meta charset=utf-8><title>LRA</title><style>td{color:red}</style></head><body><h1>LRA</h1>"
        f"<table border=1>{kolom}<tbody>{''.join(baris)}</tbody></table><script>var x = '<td>';</script></body></html>"
    )
