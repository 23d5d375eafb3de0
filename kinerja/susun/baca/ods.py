"""Every sheet of an OpenDocument spreadsheet (.ods, or .fods as one XML) as cells; runs in the reading child only.

Of the archive only content.xml and styles.xml are read: what else it holds (macros, pictures, objects) is not opened.
"""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import isfinite
from typing import IO, Any

from kinerja.buku.anak import AWAL_TEKS, KELIPATAN, TEKS_MAKS, huruf, teks_sel
from kinerja.buku.rapi.padat import FORMAT_HURUF, TerlaluPadat
from kinerja.buku.rapi.sel import AKHIR_TINGGI, AWAL_TINGGI
from kinerja.susun.baca.lembar import Ditolak, susun_lembar
from kinerja.susun.baca.xml import bilangan, nama, unsur_xml

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT, _STYLE, _NUMBER = (_ODF % n for n in ("office", "table", "text", "style", "datastyle"))
_GALAT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_MANIFES, _GAYA, _ISI = "META-INF/manifest.xml", "styles.xml", "content.xml"
_ULANG_MAKS = 1 << 30
_BUKAN_ISI = frozenset(("annotation", "note", "ruby-text", "frame", "custom-shape"))
"""Elements within a cell whose text is not its own: comments, footnotes, drawings."""
_TINGGI = re.compile(r"super|[1-9]\d*%")
_LOGIS = {"TRUE": True, "BENAR": True, "FALSE": False, "SALAH": False}
"""How a 1 and a 0 may be shown."""
_TEMPAT = re.compile(r"[.,](\d+)\s*%")
_KELIPATAN = re.compile(rf"\d\s*(?:{KELIPATAN})\b", re.IGNORECASE)
_LAMA = re.compile(r"P(?:(\d{1,6})D)?T?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d+)?S)?")
_BAGIAN_TANGGAL = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "month-textual": ("mmm", "mmmm"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
}
"""Parts of a date's style, as a number format writes them short and long."""
_SELA = re.compile(r"[-/., :]*")


@dataclass(slots=True, kw_only=True)
class _Lembar:
    """A sheet being read."""

    nama: str
    tersembunyi: bool
    dilewati: bool = False
    nomor: int = 1
    """Number of the next row."""
    baris: list[list[Any]] = field(default_factory=list)
    gabungan: list[list[int]] = field(default_factory=list)
    sembunyi: list[int] = field(default_factory=list)
    gaya_kolom: list[str] = field(default_factory=list)
    kolom_sembunyi: list[int] = field(default_factory=list)
    jauh: str | None = None


class _Pembaca:
    """Follows the elements of a spreadsheet: styles first, then sheets row by row."""

    def __init__(self, batas: dict[str, int]) -> None:
        self.batas = batas
        self.format: dict[str, str] = {}
        """Number formats of dates and times by the name of their style."""
        self.gaya: dict[str, str] = {}
        """Names of data styles by those of cell styles."""
        self.tersembunyi: set[str] = set()
        self.tinggi: set[str] = set()
        self.lembar: list[_Lembar] = []
        self.dalam = 0
        self.sisa_sel = batas["unsur"] // 4

    def baca(self, sumber: IO[bytes]) -> None:
        """Read one XML of the document."""
        for peristiwa, unsur in unsur_xml(sumber, self.batas["unsur"]):
            if unsur.tag == f"{_TABLE}table":
                self.dalam += 1 if peristiwa == "start" else -1
                if peristiwa == "start" and self.dalam == 1:
                    self._mulai_lembar(unsur)
            elif peristiwa == "end" and unsur.tag.startswith((_STYLE, _NUMBER)):
                self._kenal_gaya(unsur)
            elif peristiwa == "end" and self.dalam == 1:
                self._bagian_lembar(self.lembar[-1], unsur)

    def _mulai_lembar(self, unsur: Any) -> None:
        gaya = unsur.get(f"{_TABLE}style-name", "")
        self.lembar.append(_Lembar(nama=unsur.get(f"{_TABLE}name", "")[:255], tersembunyi=gaya in self.tersembunyi))

    def _kenal_gaya(self, unsur: Any) -> None:
        sebutan = unsur.get(f"{_STYLE}name", "")
        if unsur.tag in (f"{_NUMBER}date-style", f"{_NUMBER}time-style"):
            self.format[sebutan] = _format_tanggal(unsur)
        elif unsur.tag == f"{_STYLE}style":
            sifat = {nama(k): v for anak in unsur for k, v in anak.attrib.items()}
            self.gaya[sebutan] = unsur.get(f"{_STYLE}data-style-name", "")
            if sifat.get("display") == "false":
                self.tersembunyi.add(sebutan)
            if _TINGGI.match(sifat.get("text-position", "")):
                self.tinggi.add(sebutan)

    def _bagian_lembar(self, lembar: _Lembar, unsur: Any) -> None:
        if unsur.tag == f"{_TABLE}table-row":
            if lembar.jauh is None and not lembar.dilewati:
                self._baris(lembar, unsur)
            unsur.clear()
        elif unsur.tag == f"{_TABLE}table-column":
            banyak = bilangan(unsur.get(f"{_TABLE}number-columns-repeated"), 1, self.batas["kolom"])
            if unsur.get(f"{_TABLE}visibility", "visible") != "visible":
                mulai = len(lembar.gaya_kolom) + 1
                lembar.kolom_sembunyi += range(mulai, mulai + banyak)
            if len(lembar.gaya_kolom) < self.batas["kolom"]:
                lembar.gaya_kolom += [unsur.get(f"{_TABLE}default-cell-style-name", "")] * banyak
        elif unsur.tag == f"{_TABLE}table-source":
            lembar.dilewati = True  # what the program keeps of another file

    def _baris(self, lembar: _Lembar, unsur: Any) -> None:
        isi: list[Any] = []
        nomor, terisi, letak = lembar.nomor, 0, 0
        ulang = bilangan(unsur.get(f"{_TABLE}number-rows-repeated"), 1, _ULANG_MAKS)
        lembar.nomor += ulang
        if unsur.get(f"{_TABLE}visibility", "visible") != "visible":
            lembar.sembunyi += range(nomor, min(nomor + ulang, self.batas["baris"] + 1))
        for sel in unsur:
            banyak = bilangan(sel.get(f"{_TABLE}number-columns-repeated"), 1, _ULANG_MAKS)
            nilai = self._sel(lembar, sel, letak) if sel.tag == f"{_TABLE}table-cell" else None
            if nilai is not None and nilai != "":
                if letak + banyak > self.batas["kolom"] or lembar.nomor - 1 > self.batas["baris"]:
                    lembar.jauh = f"{huruf(min(letak + banyak, 18_278))}{lembar.nomor - 1}"
                    return
                isi += [None] * (letak - len(isi)) + [nilai] * banyak
                terisi += banyak
                lembar.gabungan += _gabungan(sel, nomor, letak + 1)
            letak += banyak
        self.sisa_sel -= terisi * ulang
        if self.sisa_sel < 0:
            raise TerlaluPadat(f"sel pada lembar {lembar.nama} terlalu banyak")
        if isi:
            lembar.baris += [[n, isi] for n in range(nomor, nomor + ulang)]

    def _sel(self, lembar: _Lembar, sel: Any, letak: int) -> Any:
        jenis = sel.get(f"{_OFFICE}value-type")
        if jenis is None and not len(sel):
            return ["rumus"] if sel.get(f"{_TABLE}formula") else None
        teks = "\n".join(self._teks(p) for p in sel if p.tag in (f"{_TEXT}p", f"{_TEXT}h"))
        if sel.get(_GALAT) == "error":
            return ["galat", teks[:AWAL_TEKS]]
        if jenis in ("float", "currency", "percentage"):
            return _angka(sel.get(f"{_OFFICE}value", ""), teks, persen=jenis == "percentage")
        if jenis in ("date", "time"):
            gaya = sel.get(f"{_TABLE}style-name") or "".join(lembar.gaya_kolom[letak : letak + 1])
            return _waktu(sel, self.format.get(self.gaya.get(gaya, ""), ""), teks)
        if jenis == "boolean":
            return ["logis", sel.get(f"{_OFFICE}boolean-value") == "true"]
        return teks_sel(teks or sel.get(f"{_OFFICE}string-value", ""))

    def _teks(self, unsur: Any) -> str:
        """Return the text of a paragraph as it is seen; raised pieces between their signs."""
        bagian = [re.sub(r"\s+", " ", unsur.text or "")]
        for anak in unsur:
            jenis = nama(anak.tag)
            if jenis == "s":
                bagian.append(" " * bilangan(anak.get(f"{_TEXT}c"), 1, TEKS_MAKS))
            elif jenis in ("line-break", "tab"):
                bagian.append("\n" if jenis == "line-break" else " ")
            elif jenis not in _BUKAN_ISI:
                teks = self._teks(anak)
                tinggi = teks and anak.get(f"{_TEXT}style-name") in self.tinggi
                bagian.append(f"{AWAL_TINGGI}{teks}{AKHIR_TINGGI}" if tinggi else teks)
            bagian.append(re.sub(r"\s+", " ", anak.tail or ""))
        return "".join(bagian)


def baca_ods(berkas: str, batas: dict[str, int]) -> dict[str, Any]:
    """Read all sheets of a spreadsheet, packed or as one XML.

    Raises:
        Ditolak: when it has a password.
        TerlaluPadat: when there is too much of something.
        Exception: when it is damaged.
    """
    pembaca = _Pembaca(batas)
    if zipfile.is_zipfile(berkas):
        with zipfile.ZipFile(berkas) as arsip:
            bagian = arsip.namelist()
            if _MANIFES in bagian and b"encryption-data" in arsip.read(_MANIFES):
                raise Ditolak("kata-sandi")
            for satu in (_GAYA, _ISI) if _GAYA in bagian else (_ISI,):
                with arsip.open(satu) as sumber:
                    pembaca.baca(sumber)
    else:
        with open(berkas, "rb") as sumber:
            pembaca.baca(sumber)
    lembar = [s for s in pembaca.lembar if not s.dilewati]
    if len(lembar) > batas["lembar"]:
        return {"terlalu_banyak": len(lembar), "lembar": []}
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
            for satu in lembar
        ]
    }


def _gabungan(sel: Any, baris: int, kolom: int) -> Iterable[list[int]]:
    lebar = bilangan(sel.get(f"{_TABLE}number-columns-spanned"), 1, _ULANG_MAKS)
    tinggi = bilangan(sel.get(f"{_TABLE}number-rows-spanned"), 1, _ULANG_MAKS)
    return [[baris, kolom, baris + tinggi - 1, kolom + lebar - 1]] if lebar > 1 or tinggi > 1 else ()


def _angka(nilai: str, teks: str, *, persen: bool) -> Any:
    angka = int(nilai) if re.fullmatch(r"-?\d{1,18}", nilai) else float(nilai)
    if not isfinite(angka):
        return ["galat", teks[:AWAL_TEKS]]
    if persen:
        tempat = _TEMPAT.search(teks)
        return ["persen", angka, len(tempat[1]) if tempat else 0]
    if teks.upper() in _LOGIS:
        return ["logis", _LOGIS[teks.upper()]]
    # The eye sees 54 juta, whatever the number is.
    return teks_sel(teks) if _KELIPATAN.search(teks) else angka


def _waktu(sel: Any, format_angka: str, teks: str) -> Any:
    tanggal, lama = sel.get(f"{_OFFICE}date-value"), sel.get(f"{_OFFICE}time-value", "")
    if tanggal:
        try:
            return ["tanggal", str(datetime.fromisoformat(tanggal)), 0, format_angka or "dd/mm/yyyy"]
        except ValueError:
            return ["galat", teks[:AWAL_TEKS]]
    cocok = _LAMA.fullmatch(lama)
    if not cocok:
        return ["galat", teks[:AWAL_TEKS]]
    hari, jam, menit, detik = (int(n or 0) for n in cocok.groups())
    jarak = timedelta(days=hari, hours=jam, minutes=menit, seconds=detik)
    sehari = jarak.days == 0 and "[" not in format_angka
    return ["tanggal", str(jarak).zfill(8) if sehari else str(jarak), 0, format_angka or "h:mm:ss"]


def _format_tanggal(unsur: Any) -> str:
    """Return the style of a date or time as a number format."""
    bagian = []
    for anak in unsur:
        jenis = nama(anak.tag)
        if jenis == "text":
            teks = anak.text or ""
            bagian.append(teks if _SELA.fullmatch(teks) else '"' + teks.replace('"', "") + '"')
            continue
        if jenis == "month" and anak.get(f"{_NUMBER}textual") == "true":
            jenis = "month-textual"
        pendek, panjang = _BAGIAN_TANGGAL.get(jenis, ("", ""))
        tulisan = panjang if anak.get(f"{_NUMBER}style") == "long" else pendek
        melampaui = jenis == "hours" and unsur.get(f"{_NUMBER}truncate-on-overflow") == "false"
        bagian.append(f"[{tulisan}]" if melampaui else tulisan)
    return "".join(bagian)[:FORMAT_HURUF]
