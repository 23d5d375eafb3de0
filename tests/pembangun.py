"""The one builder of test workbooks: a small valid workbook as data, changed copies of it, and files gone wrong.

A workbook is a dict of sheet name -> rows, the header first. Functions that take one return a changed copy; `tulis`
writes it; `bedah` changes what openpyxl cannot write. Files that are no good workbook are built in `berkas_buruk`.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils import coordinate_to_tuple

from kinerja.model.skema import SEMUA_LEMBAR

Isi = dict[str, list[list[Any]]]
Ubahan = Callable[[Workbook], None]


# --- cells that are more than their value -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Persen:
    """A number in a cell of percent format."""

    pecahan: float
    tempat: int = 2


@dataclass(frozen=True)
class Rumus:
    """A formula; `nilai` is the stored value as the file writes it, None when a library wrote it without one."""

    teks: str
    nilai: str | None = None
    jenis: str = ""


@dataclass(frozen=True)
class Waktu:
    """A date or time in a cell of its own number format."""

    nilai: Any
    format: str


@dataclass(frozen=True)
class Tinggi:
    """A text with a raised mark, as Excel writes a footnote."""

    teks: str
    tanda: str
    ekor: str = ""


@dataclass(frozen=True)
class Galat:
    """An error cell such as #N/A."""

    teks: str


# --- the small valid workbook -----------------------------------------------------------------------------------------

_RINCIAN_UHH = ("Umur Harapan Hidup", "DINKES", 1, "Terakhir", None, "BPS", "73,5", 2026)
_TANPA_RINCIAN = (None, None, None, None, "Jumlah")
_BARIS: dict[str, list[tuple[Any, ...]]] = {
    "Profil": [
        ("Pemerintah daerah", "Pemerintah Kabupaten Contoh"),
        ("Provinsi", "Provinsi Contoh"),
        ("Wilayah", "Contoh"),
    ],
    "OPD": [
        ("KAB", "Pemerintah Kabupaten Contoh", "Pemkab", "Kabupaten", None),
        ("DINKES", "Dinas Kesehatan", "Dinkes", "Dinas", "Kesehatan"),
    ],
    "Indikator": [
        ("UHH", "KAB", "Sasaran", None, None, "Sehat", "Usia Harapan Hidup", "Tahun", "Naik", None, *_RINCIAN_UHH),
        ("OPINI", "KAB", "Sasaran", None, None, "Akuntabel", "Opini BPK", "Opini", "Naik", "Opini BPK"),
        ("IMUN", "DINKES", "Sasaran", None, None, "Sehat", "Cakupan imunisasi", "Persen", "Naik", *_TANPA_RINCIAN),
    ],
    "Capaian": [
        ("UHH", 2024, "Tahunan", "72,93", None, "72,97", "100,05", "Sangat Tinggi", "000, Tabel 3.4", None),
        ("OPINI", 2024, "Tahunan", "WTP", None, "WDP", "Tidak tercapai", "Tinggi", "000, Tabel 3.4", None),
        ("IMUN", 2024, None, 100, None, 90, None, None, "001, Tabel 3.3", None),
    ],
    "Susunan": [("UHH", "IMUN", "Mendukung"), ("UHH", "Umur Harapan Hidup", "Mendukung")],
    "Kutipan": [
        ("UHH", None, None, None, None, 2024, "Target", "72,93", "000, Tabel 2.4", None),
        (None, "Umur Harapan Hidup", "Contoh", None, None, 2024, "Nilai", "72,97", "000, Tabel 3.6", None),
        (None, None, None, "DINKES", "Sasaran sehat", 2024, "Rata-rata", "90 %", "001, Bab III", None),
    ],
    "Analisis": [
        ("UHH", None, 2024, "Faktor pendorong", "Layanan makin dekat", "DINKES", None, "Selesai", "000, Bab III"),
        (None, "DINKES", 2024, "Solusi", "Jadwal imunisasi baru", None, None, None, "001, Bab III"),
    ],
    "Anggaran": [
        ("DINKES", 2024, "Anggaran", None, "Program Kesehatan", None, None, 1000, 890, None, "001, Tabel 3.9"),
        ("DINKES", 2024, None, None, "Program Kesehatan", "Gizi", None, 600, 500, "UHH;IMUN", "001, Tabel 3.9"),
        ("DINKES", 2024, None, None, "Program Kesehatan", "Imunisasi", None, 400, 390, None, "001, Tabel 3.9"),
        ("DINKES", 2024, "Pembanding", "Bidang Umum", None, None, None, 1000, 890, None, "001, Tabel 3.10"),
    ],
    "Anggaran indikator": [("UHH", 2024, 600, 500, None, "83,33", "1,2", "000, Bab III")],
    "APBD": [
        (None, 2024, "Belanja", None, 2000, 1900, "000, Bab III B"),
        ("DINKES", 2024, "Pendapatan", "Retribusi", 50, 40, "001, Bab III"),
    ],
    "Regional": [
        (
            "Umur Harapan Hidup",
            "Contoh",
            "Kabupaten/Kota",
            None,
            2024,
            "72,97",
            "Tahun",
            "Naik",
            "000, Tabel 3.6",
            None,
        ),
        ("Umur Harapan Hidup", "Nasional", "Nasional", None, 2024, "74,15", "Tahun", "Naik", "000, Tabel 3.6", None),
    ],
    "Skala": [
        ("Kesehatan", 1, "Baik", 50, None, "Ya", "Perbup 1/2024", None),
        ("Kesehatan", 2, "Buruk", 0, 49, None, None, None),
    ],
    "Laporan": [("000", "LKjIP Kabupaten Contoh 2024", 2024, "Bagian Organisasi", None)],
    "Nama lain": [("Wilayah", "Contoh", "Kab. Contoh Lama")],
    "Rencana aksi": [("UHH", 2025, "TW I", "Menambah jadwal posyandu", "12 jadwal", "DINKES", None, "Belum", None)],
}


def buku_kecil() -> Isi:
    """Return the small valid workbook: every sheet of DESIGN section 4, and no finding at all."""
    return {s.nama: [list(s.judul), *(_baris(b, len(s.judul)) for b in _BARIS[s.nama])] for s in SEMUA_LEMBAR}


def _baris(isi: tuple[Any, ...], lebar: int) -> list[Any]:
    return [*isi, *[None] * (lebar - len(isi))]


# --- changed copies ---------------------------------------------------------------------------------------------------


def ubah(isi: Isi, lembar: str, **sel: Any) -> Isi:
    """Return a copy with other cells, named by their address: `ubah(isi, "Capaian", D2="9/9")`."""
    salinan = deepcopy(isi)
    for alamat, nilai in sel.items():
        baris, kolom = coordinate_to_tuple(alamat)
        tabel = salinan[lembar]
        tabel.extend([] for _ in range(baris - len(tabel)))
        tabel[baris - 1].extend([None] * (kolom - len(tabel[baris - 1])))
        tabel[baris - 1][kolom - 1] = nilai
    return salinan


def tanpa_lembar(isi: Isi, *lembar: str) -> Isi:
    """Return a copy without some sheets."""
    return {nama: deepcopy(tabel) for nama, tabel in isi.items() if nama not in lembar}


def tanpa_kolom(isi: Isi, lembar: str, kolom: str) -> Isi:
    """Return a copy without one column, header and cells."""
    salinan = deepcopy(isi)
    letak = salinan[lembar][0].index(kolom)
    for baris in salinan[lembar]:
        del baris[letak]
    return salinan


def tanpa_isi(isi: Isi, lembar: str) -> Isi:
    """Return a copy in which a sheet has its header only."""
    return {**deepcopy(isi), lembar: [list(isi[lembar][0])]}


def tambah_baris(isi: Isi, lembar: str, *baris: Iterable[Any]) -> Isi:
    """Return a copy with more rows at the end of a sheet."""
    return {**deepcopy(isi), lembar: [*deepcopy(isi[lembar]), *(list(b) for b in baris)]}


def ulang_baris(isi: Isi, lembar: str, nomor: int) -> Isi:
    """Return a copy in which row `nomor` of a sheet stands once more, at the end."""
    return tambah_baris(isi, lembar, isi[lembar][nomor - 1])


def ganti_nama_lembar(isi: Isi, lembar: str, nama: str) -> Isi:
    """Return a copy in which a sheet has another name."""
    return {nama if kunci == lembar else kunci: deepcopy(tabel) for kunci, tabel in isi.items()}


def tambah_lembar(isi: Isi, nama: str, *baris: Iterable[Any]) -> Isi:
    """Return a copy with one more sheet."""
    return {**deepcopy(isi), nama: [list(b) for b in baris]}


def balik_kolom(isi: Isi) -> Isi:
    """Return a copy in which the columns of every sheet stand in the opposite order."""
    return {nama: [list(reversed(b)) for b in tabel] for nama, tabel in isi.items()}


# --- what the tables of tests share -----------------------------------------------------------------------------------

BUKU_KECIL = buku_kecil()
_BERSANDAR = {"Susunan": ("Regional",), "Kutipan": ("Regional",)}


def sel(lembar: str, **isi: Any) -> Isi:
    """Return the small workbook with other cells in one sheet, without the sheets that this one does not lean on."""
    perlu = {"OPD", "Indikator", "Capaian", "Skala", lembar, *_BERSANDAR.get(lembar, ())}
    return ubah({nama: tabel for nama, tabel in BUKU_KECIL.items() if nama in perlu}, lembar, **isi)


def ringkas(hasil: Any) -> list[str]:
    """Write the findings as `kode Lembar!sel`, sorted."""
    return sorted(f"{t.kode} {t.lembar}!{t.sel}" for t in hasil.temuan)


# --- writing ----------------------------------------------------------------------------------------------------------


def tulis(isi: Isi, berkas: Path, *ubahan: Ubahan) -> Path:
    """Write a workbook; `ubahan` change it last (hidden sheets, merged cells)."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for nama, tabel in isi.items():
        ws = buku.create_sheet()
        ws._WorkbookChild__title = nama  # openpyxl refuses some names that Excel writes
        for nomor, baris in enumerate(tabel, 1):
            for letak, nilai in enumerate(baris, 1):
                if nilai is not None:
                    _isi_sel(ws.cell(nomor, letak), nilai)
    for ubah_buku in ubahan:
        ubah_buku(buku)
    buku.save(berkas)
    _simpan_nilai_rumus(berkas, isi)
    return berkas


def _isi_sel(sel: Any, nilai: Any) -> None:
    if isinstance(nilai, Persen):
        sel.value = nilai.pecahan
        sel.number_format = "0." + "0" * nilai.tempat + "%" if nilai.tempat else "0%"
    elif isinstance(nilai, Rumus):
        sel.value = nilai.teks
    elif isinstance(nilai, Waktu):
        sel.value, sel.number_format = nilai.nilai, nilai.format
    elif isinstance(nilai, Tinggi):
        raised = TextBlock(InlineFont(vertAlign="superscript"), nilai.tanda)
        sel.value = CellRichText(*(b for b in (nilai.teks, raised, nilai.ekor) if b))
    elif isinstance(nilai, Galat):
        sel.value, sel.data_type = nilai.teks, "e"
    else:
        sel.value = nilai
        if isinstance(nilai, str):
            sel.data_type = "s"


def _simpan_nilai_rumus(berkas: Path, isi: Isi) -> None:
    """Store the values of the formulas as Excel does; openpyxl writes formulas without any."""
    ubahan: dict[str, Callable[[bytes], bytes]] = {}
    for nomor, tabel in enumerate(isi.values(), 1):
        rumus = [s for baris in tabel for s in baris if isinstance(s, Rumus)]
        if any(r.nilai is not None for r in rumus):
            ubahan[f"xl/worksheets/sheet{nomor}.xml"] = lambda xml, r=rumus: _tanam_nilai(xml, r)
    if ubahan:
        bedah(berkas, ubahan)


def _tanam_nilai(xml: bytes, rumus: list[Rumus]) -> bytes:
    antrean = iter(rumus)

    def ganti(cocok: re.Match[str]) -> str:
        r = next(antrean)
        if r.nilai is None:
            return cocok[0]
        jenis = f' t="{r.jenis}"' if r.jenis else ""
        return f"<c{cocok[1]}{jenis}><f>{cocok[2]}</f><v>{r.nilai}</v></c>"

    return re.sub(r"<c([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>", ganti, xml.decode()).encode()


def sembunyikan_lembar(nama: str, keadaan: str = "hidden") -> Ubahan:
    """Hide a sheet."""
    return lambda buku: setattr(buku[nama], "sheet_state", keadaan)


def sembunyikan_baris(nama: str, *nomor: int) -> Ubahan:
    """Hide rows of a sheet."""

    def ubah_buku(buku: Workbook) -> None:
        for n in nomor:
            buku[nama].row_dimensions[n].hidden = True

    return ubah_buku


def gabungkan(nama: str, rentang: str) -> Ubahan:
    """Merge cells of a sheet."""
    return lambda buku: buku[nama].merge_cells(rentang)


# --- taking the archive apart -----------------------------------------------------------------------------------------


def bedah(berkas: Path, ubahan: Mapping[str, bytes | Callable[[bytes], bytes] | None]) -> Path:
    """Change entries of the archive: bytes replace or add one, a function changes it, None takes it out."""
    with zipfile.ZipFile(berkas) as arsip:
        entri = {n: arsip.read(n) for n in arsip.namelist()}
    for nama, isi in ubahan.items():
        baru = isi(entri[nama]) if callable(isi) else isi
        entri.pop(nama, None)
        if baru is not None:
            entri[nama] = baru
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, data in entri.items():
            arsip.writestr(nama, data)
    return berkas


def jalur_lembar(nama: str) -> str:
    """Return where a sheet of the small workbook stands in the archive."""
    return f"xl/worksheets/sheet{list(_BARIS).index(nama) + 1}.xml"


def bedah_lembar(berkas: Path, nama: str, dari: str, menjadi: str) -> Path:
    """Write the small workbook and replace text in the XML of one sheet, which must be there."""

    def ganti(xml: bytes) -> bytes:
        assert dari.encode() in xml
        return xml.replace(dari.encode(), menjadi.encode(), 1)

    return bedah(tulis(buku_kecil(), berkas), {jalur_lembar(nama): ganti})
