"""How a table of an office looks: its title rows, its header over merges, its figures as printed, its tail.

Nothing here knows what a table says; the modules of the kinds hand over paths of header words and rows of cells.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

from openpyxl.utils import get_column_letter
from pembangun import Persen, tulis


class Gaya(StrEnum):
    """How a figure is printed in its cell."""

    ANGKA = "number cell"
    INDONESIA = "1.234.567,5"
    SIPD = "1.234.567,00"
    RUPIAH = "Rp 1.234.567,00"
    INGGRIS = "1,234,567"
    TITIK = "72.93"
    PERSEN = "cell of percent format"
    BERSATUAN = "12 Dokumen"


class Jumlah(StrEnum):
    """What the printed total says."""

    ADA = "fits"
    SALAH = "does not fit"
    TIADA = "is not there"


@dataclass(frozen=True, kw_only=True)
class Bentuk:
    """The shape of one variant; the defaults are the plainest table there is."""

    kop: int = 0
    """Title rows above the header."""
    tinggi: int = 1
    """Rows of the header."""
    gabung: bool = True
    """Whether the header is merged; without, a word stands in the first of its cells alone."""
    nomor_kolom: bool = False
    jarak: int = 0
    """Empty rows between header and first row."""
    kiri: int = 0
    """Empty columns before the table."""
    sela: bool = False
    """Empty rows between the rows of the table."""
    gaya: Gaya = Gaya.ANGKA
    baris_tersembunyi: bool = False
    kolom_tersembunyi: bool = False
    subtotal: bool = False
    jumlah: Jumlah = Jumlah.TIADA
    ttd: bool = False
    lembar_lain: bool = False
    csv: str = ""
    """Delimiter and encoding (`; cp1252`) when the table comes as text."""


@dataclass(kw_only=True)
class TabelKantor:
    """A table and everything a judge must know about it."""

    berkas: Path
    jenis: str
    lembar: str
    jawaban: dict[str, str]
    """What a person answers on the command line."""
    kebenaran: dict[str, list[dict[str, Any]]]
    """The rows of the contract that this table says, sheet by sheet."""
    boleh: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Rows and figures that may stand in the part besides: parents, a total of a full year."""
    tercetak: dict[str, Decimal] = field(default_factory=dict)
    cocok: bool | None = None
    """Whether the printed total fits the leaves; None without one."""
    dilewati: set[int] = field(default_factory=set)
    """Rows between header and total that are no line: each must be named with a reason."""
    judul: tuple[int, int] = (0, 0)
    """First and last row of the header."""
    tersembunyi: bool = False


class Kisi:
    """A sheet while it is drawn, row by row."""

    def __init__(self, bentuk: Bentuk) -> None:
        self.bentuk = bentuk
        self.isi: list[list[Any]] = []
        self.gabungan: list[str] = []
        self.baris_tersembunyi: list[int] = []
        self.kolom_tersembunyi: list[int] = []

    def baris(self, *sel: Any) -> int:
        """Append a row and return its number as Excel counts."""
        self.isi.append([*[None] * self.bentuk.kiri, *sel] if sel else [])
        return len(self.isi)

    def gabungkan(self, r1: int, k1: int, r2: int, k2: int) -> None:
        """Merge cells; columns counted within the table from 0."""
        if (r1, k1) != (r2, k2):
            kiri = self.bentuk.kiri + 1
            self.gabungan.append(f"{get_column_letter(k1 + kiri)}{r1}:{get_column_letter(k2 + kiri)}{r2}")

    def kop(self, kata: Sequence[str]) -> None:
        """Write the title rows; a tuple goes into several cells."""
        for k in kata[: self.bentuk.kop]:
            self.baris(*k) if isinstance(k, tuple) else self.baris(k)
        if self.bentuk.kop:
            self.baris()

    def judul(self, jalur: Sequence[tuple[str, ...]], nomor: Sequence[str] = ()) -> tuple[int, int]:
        """Draw the header from one path of words a column, and the row of column numbers; return its rows.

        An empty word belongs to the one above it: ("Target", "", "K") stands over two rows and one.
        """
        tinggi = self.bentuk.tinggi
        awal = len(self.isi) + 1
        jalur = [(" ".join(filter(None, j)),) if tinggi == 1 else j for j in jalur]
        assert max(map(len, jalur)) <= tinggi, "a header must be as high as its longest path"
        for r in range(tinggi):
            self.baris(*[self._kata(jalur, k, r) for k in range(len(jalur))])
        if self.bentuk.gabung:
            self._gabung_judul(jalur, awal)
        if self.bentuk.nomor_kolom:
            self.baris(*(nomor or [str(n) for n in range(1, len(jalur) + 1)]))
        for _ in range(self.bentuk.jarak):
            self.baris()
        return awal, awal + tinggi - 1

    def _kata(self, jalur: Sequence[tuple[str, ...]], kolom: int, baris: int) -> str | None:
        kata = jalur[kolom]
        if baris >= len(kata):
            return None
        sama = kolom and jalur[kolom - 1][: baris + 1] == kata[: baris + 1] and baris + 1 < len(kata)
        return None if sama else kata[baris] or None

    def _gabung_judul(self, jalur: Sequence[tuple[str, ...]], awal: int) -> None:
        akhir = awal + self.bentuk.tinggi - 1
        for k, kata in enumerate(jalur):
            self.gabungkan(awal + len(kata) - 1, k, akhir, k)
            for r in range(len(kata) - 1):
                if not kata[r] or (k and jalur[k - 1][: r + 1] == kata[: r + 1]):
                    continue
                sampai = k
                while sampai + 1 < len(jalur) and jalur[sampai + 1][: r + 1] == kata[: r + 1]:
                    sampai += 1
                bawah = r
                while not kata[bawah + 1]:
                    bawah += 1
                self.gabungkan(awal + r, k, awal + bawah, sampai)

    def ttd(self, lebar: int, jabatan: str = "Kepala Dinas Kesehatan") -> None:
        """Sign as an office does, without a name: the block stands under the last columns."""
        if self.bentuk.ttd:
            self.baris()
            tanda = ("Kota Contoh, 31 Desember 2025", jabatan, None, None, "." * 40, "NIP. ....................")
            for kata in tanda:
                self.baris(*[None] * max(lebar - 2, 0), kata) if kata else self.baris()

    def tulis(self, berkas: Path, lembar: str) -> Path:
        """Write the sheet as the shape says: a workbook, or text with a delimiter."""
        if self.bentuk.csv:
            pemisah, sandi = self.bentuk.csv.split(" ")
            berkas = berkas.with_suffix(".csv")
            lebar = max(map(len, self.isi))
            with berkas.open("w", encoding=sandi, newline="") as f:
                pemisah = "\t" if pemisah == "tab" else pemisah
                penulis = csv.writer(f, delimiter=pemisah)
                penulis.writerows([*b, *[None] * (lebar - len(b))] for b in self.isi)
            return berkas
        lain = {"Petunjuk": [["Isi tabel pada lembar berikutnya, lalu kirim sebelum tanggal 10."]]}
        semua = {**(lain if self.bentuk.lembar_lain else {}), lembar: self.isi}
        return tulis(semua, berkas, lambda buku: self._rapikan(buku[lembar]))

    def _rapikan(self, ws: Any) -> None:
        for rentang in self.gabungan:
            ws.merge_cells(rentang)
        for n in self.baris_tersembunyi:
            ws.row_dimensions[n].hidden = True
        for k in self.kolom_tersembunyi:
            ws.column_dimensions[get_column_letter(k + self.bentuk.kiri + 1)].hidden = True


# --- figures as printed -----------------------------------------------------------------------------------------------


def cetak_uang(angka: Decimal | None, gaya: Gaya) -> Any:
    """Print rupiah in a style; None is an empty cell."""
    if angka is None:
        return None
    if gaya in (Gaya.ANGKA, Gaya.PERSEN, Gaya.BERSATUAN, Gaya.TITIK):
        return int(angka) if angka == angka.to_integral_value() else float(angka)
    if gaya is Gaya.INGGRIS:
        return f"{angka:,}"
    if gaya is Gaya.INDONESIA:
        return tukar(f"{angka:,}")
    return ("Rp " if gaya is Gaya.RUPIAH else "") + tukar(f"{angka:,.2f}")


def cetak_nilai(angka: Decimal | None, gaya: Gaya, satuan: str = "", kosong: Any = None) -> Any:
    """Print a value in a style; `kosong` is what stands where there is none."""
    if angka is None:
        return kosong
    if gaya is Gaya.PERSEN and satuan == "Persen":
        return Persen(float(angka / 100), 2)
    if gaya in (Gaya.ANGKA, Gaya.PERSEN):
        return int(angka) if angka == angka.to_integral_value() else float(angka)
    if gaya is Gaya.TITIK:
        return f"{angka}"
    if gaya is Gaya.INGGRIS:
        return f"{angka:,}"
    teks = tukar(f"{angka:,}")
    ekor = {"Persen": " %", "Nilai": ""}.get(satuan, f" {satuan}")
    return teks + ekor if gaya is Gaya.BERSATUAN else teks


def tukar(teks: str) -> str:
    """Turn 1,234.5 into 1.234,5."""
    return teks.translate(str.maketrans(",.", ".,"))


# --- figures by seed --------------------------------------------------------------------------------------------------


def rupiah(acak: Random, *, bulat: bool) -> tuple[Decimal, Decimal]:
    """Draw pagu and realisasi of a line; the realisasi may be nothing, and may have sen."""
    pagu = Decimal(acak.randrange(1_000_000, acak.choice((9_000_000, 900_000_000, 9_000_000_000)), 50))
    if acak.random() < 0.1:
        return pagu, Decimal(0)
    sen = Decimal(0) if bulat or acak.random() < 0.7 else Decimal(acak.randrange(100)).scaleb(-2)
    return pagu, min(pagu, Decimal(acak.randrange(1_000_000, int(pagu) + 1)) + sen)


def pecah(acak: Random, jumlah: Decimal, bagian: int) -> list[Decimal]:
    """Split an amount into so many parts that add up to it, each 0 or whole but the last."""
    batas = sorted(Decimal(acak.randrange(int(jumlah) + 1)) for _ in range(bagian - 1))
    return [b - a for a, b in zip([Decimal(0), *batas], [*batas, jumlah], strict=True)]
