"""The form of a sheet and its columns: what every sheet of the workbook is described with."""

from dataclasses import dataclass
from enum import StrEnum

NAMA_MAKS, PROSA_MAKS = 500, 5_000
"""Letters of a name, and of sentences or a list of names."""


class Jenis(StrEnum):
    """How the cells of a column are read."""

    TEKS = "teks"
    DAFTAR = "daftar"
    TAHUN = "tahun"
    UANG = "uang"
    BILANGAN = "bilangan"
    NILAI = "nilai"
    APA_ADANYA = "apa adanya"
    CAPAIAN = "capaian"
    TANGGAL = "tanggal"


class Pemilik(StrEnum):
    """What a filled cell says about whose row it is: a rule of the sheet, never of a header alone."""

    OPD = "OPD"
    """The row is that of the OPD whose code stands there."""
    INDIKATOR = "indikator"
    """The row is that of the OPD that reports the indicator whose code stands there."""
    PENGELOLA = "pengelola"
    """The row is about the whole: only who manages the whole may change it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One column: header, kind, whether it must stand and be filled, allowed words, help for the template."""

    nama: str
    bantuan: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    bawaan: str = ""
    minimum: int | None = None
    target: bool = False
    """Whether the value is one to be reached: only such a column takes a bound such as ``≥ 70``."""
    berskala: bool = False
    """Whether a word is a grade on the indicator's Skala nilai."""
    pengganti: str = ""
    """The column that is calculated with where this one cannot be read."""
    bertanda: bool = False
    """Whether column Tanda speaks of its figure."""
    jamak: bool = False
    """Whether several words of the list may stand, by semicolon."""
    berparuh: bool = False
    """Whether half a year may stand for its two quarters together."""
    sebutan: str = ""
    """What a message calls it, where that is not its header."""
    prosa: bool = False
    """Whether sentences or a list of names may stand, and not one name only."""
    tambahan: bool = False
    """Came later: left out of the canonical form where no row fills it, so that older versions keep their hash."""

    @property
    def huruf_maks(self) -> int:
        """How many letters a cell may hold."""
        return PROSA_MAKS if self.prosa else NAMA_MAKS

    @property
    def kode(self) -> bool:
        """Whether it holds codes: text that a spreadsheet would change, such as 1.10."""
        return self.jenis is Jenis.TEKS and self.nama.startswith("Kode")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lembar:
    """One sheet; `kunci` are the columns that together stand once only, `wajib` whether it must exist."""

    nama: str
    bantuan: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]
    wajib: bool = False
    menurut_isi: bool = False
    """Keyed by its whole row, which is text rather than names: only case and spare spaces do not count."""
    pemilik: tuple[tuple[str, Pemilik], ...] = ()
    """Columns that say whose a row is, each with what it says; a row that fills none is that of who manages the whole,
    and so is every row of a sheet without any."""

    def cari(self, nama: str) -> Kolom:
        """Return the column called `nama`."""
        return next(k for k in self.kolom if k.nama == nama)

    @property
    def judul(self) -> tuple[str, ...]:
        """The headers, in the order of the template."""
        return tuple(k.nama for k in self.kolom)
