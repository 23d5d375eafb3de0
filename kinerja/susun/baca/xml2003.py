"""Every sheet of an XML Spreadsheet 2003 as cells; runs in the reading child only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl.styles.numbers import is_timedelta_format

from kinerja.buku.anak import AWAL_TEKS, angka_sel, huruf, teks_sel
from kinerja.buku.rapi.padat import FORMAT_HURUF, TerlaluPadat
from kinerja.buku.rapi.sel import AKHIR_TINGGI, AWAL_TINGGI
from kinerja.susun.baca.lembar import susun_lembar
from kinerja.susun.baca.xml import bilangan, nama, unsur_xml

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LETAK_MAKS = 1 << 30
_FORMAT = {
    "General Number": "General",
    "General Date": "dd/mm/yyyy hh:mm",
    "Long Date": "d mmmm yyyy",
    "Medium Date": "dd-mmm-yy",
    "Short Date": "dd/mm/yyyy",
    "Long Time": "h:mm:ss",
    "Medium Time": "hh:mm AM/PM",
    "Short Time": "hh:mm",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
}
"""Number formats that have names."""
_HARI_NOL = datetime(1899, 12, 31)  # noqa: DTZ001 - a cell knows no time zone


@dataclass(slots=True, kw_only=True)
class _Lembar:
    """A sheet being read."""

    nama: str
    tersembunyi: bool = False
    nomor: int = 0
    kolom: int = 0
    gaya_kolom: dict[int, str] = field(default_factory=dict)
    baris: list[list[Any]] = field(default_factory=list)
    gabungan: list[list[int]] = field(default_factory=list)
    sembunyi: list[int] = field(default_factory=list)
    kolom_sembunyi: list[int] = field(default_factory=list)
    jauh: str | None = None


class _Pembaca:
    """Follows the elements of a workbook: styles first, then sheets row by row."""

    def __init__(self, batas: dict[str, int]) -> None:
        self.batas = batas
        self.format: dict[str, str] = {}
        self.lembar: list[_Lembar] = []
        self.sisa_sel = batas["unsur"] // 4

    def unsur(self, peristiwa: str, unsur: Any) -> None:
        """Take the beginning or the end of an element."""
        jenis = nama(unsur.tag)
        if peristiwa == "start":
            if jenis == "Worksheet":
                self.lembar.append(_Lembar(nama=unsur.get(f"{_SS}Name", "")[:255]))
        elif jenis == "Style":
            angka = unsur.find(f"{_SS}NumberFormat")
            induk = self.format.get(unsur.get(f"{_SS}Parent", ""), "")
            tertulis = induk if angka is None else angka.get(f"{_SS}Format", "")
            self.format[unsur.get(f"{_SS}ID", "")] = _FORMAT.get(tertulis, tertulis)[:FORMAT_HURUF]
        elif self.lembar:
            lembar = self.lembar[-1]
            if jenis == "Row":
                self._baris(lembar, unsur)
                unsur.clear()
            elif jenis == "Column":
                awal = bilangan(unsur.get(f"{_SS}Index"), lembar.kolom + 1, _LETAK_MAKS)
                lembar.kolom = awal + bilangan(unsur.get(f"{_SS}Span"), 0, _LETAK_MAKS)
                rentang = range(awal, min(lembar.kolom, self.batas["kolom"]) + 1)
                lembar.gaya_kolom |= dict.fromkeys(rentang, unsur.get(f"{_SS}StyleID", ""))
                lembar.kolom_sembunyi += rentang if unsur.get(f"{_SS}Hidden") == "1" else ()
            elif jenis == "Visible":
                lembar.tersembunyi = True  # it stands only where a sheet is hidden

    def _baris(self, lembar: _Lembar, unsur: Any) -> None:
        nomor = bilangan(unsur.get(f"{_SS}Index"), lembar.nomor + 1, _LETAK_MAKS)
        lembar.nomor = nomor + bilangan(unsur.get(f"{_SS}Span"), 0, _LETAK_MAKS)
        if unsur.get(f"{_SS}Hidden") == "1":
            lembar.sembunyi += range(nomor, min(lembar.nomor, self.batas["baris"]) + 1)
        isi: dict[int, Any] = {}
        terakhir = lembar.baris[-1][0] if lembar.baris else 0
        for letak, sel in _berletak(unsur):
            gaya = sel.get(f"{_SS}StyleID") or unsur.get(f"{_SS}StyleID") or lembar.gaya_kolom.get(letak, "")
            nilai = _sel(sel, self.format.get(gaya, ""))
            if nilai is None or nilai == "":
                continue
            if nomor > self.batas["baris"] or letak > self.batas["kolom"]:
                lembar.jauh = lembar.jauh or f"{huruf(min(letak, 18_278))}{nomor}"
                return
            if letak in isi or nomor <= terakhir:
                raise ValueError(f"baris {nomor} tidak wajar")
            isi[letak] = nilai
            lebar, tinggi = (bilangan(sel.get(f"{_SS}Merge{arah}"), 0, _LETAK_MAKS) for arah in ("Across", "Down"))
            if lebar or tinggi:
                lembar.gabungan.append([nomor, letak, nomor + tinggi, letak + lebar])
        self.sisa_sel -= len(isi)
        if self.sisa_sel < 0:
            raise TerlaluPadat(f"sel pada lembar {lembar.nama} terlalu banyak")
        if isi:
            lembar.baris.append([nomor, [isi.get(k) for k in range(1, max(isi) + 1)]])


def baca_xml2003(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all sheets of a workbook that is one XML.

    Raises:
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged, or a row or cell stands twice.
    """
    pembaca = _Pembaca(batas)
    with open(berkas, "rb") as sumber:
        for peristiwa, unsur in unsur_xml(sumber, batas["unsur"]):
            pembaca.unsur(peristiwa, unsur)
    if len(pembaca.lembar) > batas["lembar"]:
        return {"terlalu_banyak": len(pembaca.lembar), "lembar": []}
    return {
        "lembar": [
            susun_lembar(
                satu.nama,
                [] if satu.jauh else satu.baris,
                tersembunyi=satu.tersembunyi,
                jauh=satu.jauh,
                gabungan=satu.gabungan,
                baris_sembunyi=satu.sembunyi,
                kolom_sembunyi=satu.kolom_sembunyi,
            )
            for satu in pembaca.lembar
        ]
    }


def _berletak(baris: Any) -> Iterator[tuple[int, Any]]:
    """Yield the cells of a row with their columns."""
    letak = 0
    for sel in baris:
        if nama(sel.tag) == "Cell":
            letak = bilangan(sel.get(f"{_SS}Index"), letak + 1, _LETAK_MAKS)
            yield letak, sel
            letak += bilangan(sel.get(f"{_SS}MergeAcross"), 0, _LETAK_MAKS)


def _sel(sel: Any, format_angka: str) -> Any:
    data = next((anak for anak in sel if nama(anak.tag) == "Data"), None)
    if data is None:
        return ["rumus"] if sel.get(f"{_SS}Formula") else None
    jenis, teks = data.get(f"{_SS}Type", "String"), "".join(_potongan(data))
    if jenis == "Error":
        return ["galat", teks[:AWAL_TEKS]]
    if jenis == "Boolean":
        return ["logis", teks == "1"]
    if jenis == "Number":
        angka = float(teks)
        return angka_sel(int(angka) if angka.is_integer() and abs(angka) < 2**53 else angka, format_angka)
    if jenis == "DateTime":
        waktu = datetime.fromisoformat(teks)
        lama = waktu - _HARI_NOL
        if is_timedelta_format(format_angka):
            return ["tanggal", str(lama), 0, format_angka]
        return ["tanggal", str(waktu) if lama.days else str(lama).zfill(8), 0, format_angka or "dd/mm/yyyy"]
    return teks_sel(teks)


def _potongan(unsur: Any) -> Iterator[str]:
    """Yield the pieces of a text, the raised ones between their signs."""
    yield unsur.text or ""
    for anak in unsur:
        tinggi = nama(anak.tag).lower() == "sup"
        yield AWAL_TINGGI if tinggi else ""
        yield from _potongan(anak)
        yield (AKHIR_TINGGI if tinggi else "") + (anak.tail or "")
