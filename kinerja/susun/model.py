"""What is said about an office's table: what was found, asked and answered, and what came of it (DESIGN section 9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kinerja.buku.anak import huruf
from kinerja.buku.katalog.katalog import Berat
from kinerja.buku.temuan import TemuanBuku
from kinerja.nilai.angka import format_angka


class JenisTabel(StrEnum):
    """Kinds of tables that offices keep."""

    LRA = "lra"
    """Realisation of the budget by code, as SIPD exports it."""
    WILAYAH = "wilayah"
    """Regions by years, as BPS publishes them."""
    PENGUKURAN = "pengukuran"
    """Target and realisasi of indicators by quarter or year, with money: the evaluation of a Renja."""
    RENCANA_AKSI = "rencana-aksi"
    """What hinders, what is done about it, by whom and when."""
    UMUM = "umum"
    """Any other table; its columns are chosen by hand."""


BARU = "baru:"
"""Before the code under which an indicator of the table is accepted as a new one."""


def tanpa_baru(jawab: str) -> str:
    """Return what an answer accepts as new: the code of an indicator; any other name as it stands."""
    return jawab.removeprefix(BARU).strip()


class Tanya(StrEnum):
    """What a table may not say about itself, asked once for the file."""

    OPD = "opd"
    TAHUN = "tahun"
    PERIODE = "periode"
    UKURAN = "ukuran"
    SATUAN = "satuan"
    ARAH = "arah"
    SUMBER = "sumber"
    KUMULATIF = "kumulatif"
    """Whether the figures of a quarter hold those before it: ya, tidak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tujuan:
    """Where a column of a table goes: a column of our sheet, for a year or period where the column says one.

    `rincian` tells columns of one destination apart, such as the kinds of belanja that are added.
    """

    lembar: str
    kolom: str
    tahun: int | None = None
    periode: str = ""
    rincian: str = ""

    @property
    def alamat(self) -> str:
        """The destination as a mapping file writes it: ``Capaian.Realisasi@TW I``, ``Regional.Nilai@2024``."""
        ekor = str(self.tahun) if self.tahun else self.periode
        return f"{self.lembar}.{self.kolom}" + (f"@{ekor}" if ekor else "")

    @classmethod
    def dari_alamat(cls, alamat: str) -> "Tujuan":
        """Read a destination from a mapping file."""
        tempat, _, ekor = alamat.partition("@")
        lembar, _, kolom = tempat.partition(".")
        tahun = int(ekor) if ekor.isdecimal() else None
        return cls(lembar=lembar, kolom=kolom, tahun=tahun, periode="" if tahun else ekor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jawaban:
    """What a person, a mapping file or the command line says about a table.

    Attributes:
        lembar: the sheet; empty for the only one with a table.
        jenis: kind of table; None to recognise it.
        baris_awal, baris_akhir: first row of the header and last row of the table; None to find them.
        isi: answers to what is asked about the whole table.
        kolom: letters of columns with their destination as `Tujuan.alamat` writes it; empty to leave a column out.
        nama: by kind of name, what a name written in the table is called with us.
        terima_beda: a printed total that does not fit was seen and is accepted.
    """

    lembar: str = ""
    jenis: JenisTabel | None = None
    baris_awal: int | None = None
    baris_akhir: int | None = None
    isi: Mapping[Tanya, str] = field(default_factory=dict)
    kolom: Mapping[str, str] = field(default_factory=dict)
    nama: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terima_beda: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pertanyaan:
    """One question about the whole table; `jawaban` is what stands or is proposed, `dari` where that comes from."""

    apa: Tanya
    kalimat: str
    pilihan: tuple[str, ...] = ()
    jawaban: str = ""
    dari: str = ""
    wajib: bool = True

    @property
    def terbuka(self) -> bool:
        """Whether an answer is still needed."""
        return self.wajib and not self.jawaban


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomTabel:
    """A column of the table: its number in the sheet, its joined header, and where it goes; None to leave it out."""

    nomor: int
    judul: str
    tujuan: Tujuan | None = None
    tersembunyi: bool = False

    @property
    def huruf(self) -> str:
        """Its letters in the sheet."""
        return huruf(self.nomor)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisDilewati:
    """A row, or rows in a run, that are no line of the part, and why."""

    baris: int
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamaBelumPasti:
    """A name of the table that stands nowhere with us; `usulan` is the nearest, or what a new one would be called."""

    jenis: str
    tertulis: str
    usulan: str
    baru: bool
    """Whether `usulan` would be a new name."""
    sel: str = ""
    kode: str = ""
    """The code that a new indicator would have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UjiJumlah:
    """A printed total against the sum of the leaves; `apa` is the column it stands in."""

    apa: str
    sel: str
    tercetak: Decimal
    dihitung: Decimal

    @property
    def cocok(self) -> bool:
        """Whether they agree."""
        return self.tercetak == self.dihitung

    @property
    def kalimat(self) -> str:
        """The outcome in words."""
        if self.cocok:
            return f"{self.apa} {format_angka(self.tercetak)}: sama dengan jumlah tercetak di {self.sel}"
        return (
            f"{self.apa}: tercetak {format_angka(self.tercetak)} di {self.sel}, jumlah barisnya "
            f"{format_angka(self.dihitung)}, beda {format_angka(self.tercetak - self.dihitung)}"
        )


Baris = dict[str, str]
"""A row of a sheet of ours: column and text, as the canonical form has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSusun:
    """What came of a table.

    Attributes:
        jenis, lembar, judul: kind, sheet and range of the header found; empty where none was.
        baris_judul: first and last row of that header; zeros where none was found.
        kolom: its columns from the left.
        baris_dipakai: rows of the table that stand in the part.
        dilewati: rows that do not, with the reason.
        jumlah: printed totals against what was added.
        pertanyaan: what is asked about the whole table, answered or not.
        nama: names that must be decided.
        temuan: findings; a galat keeps the part from being written.
        bagian: the rows of the part by sheet; empty while something must be decided.
        sudut: the first rows of the sheet as text, by row number, to show the table in its place.
        sidik: fingerprint of the header, by which the next table of this form is known.
    """

    jenis: JenisTabel | None = None
    lembar: str = ""
    judul: str = ""
    baris_judul: tuple[int, int] = (0, 0)
    kolom: tuple[KolomTabel, ...] = ()
    baris_dipakai: int = 0
    dilewati: tuple[BarisDilewati, ...] = ()
    jumlah: tuple[UjiJumlah, ...] = ()
    pertanyaan: tuple[Pertanyaan, ...] = ()
    nama: tuple[NamaBelumPasti, ...] = ()
    temuan: tuple[TemuanBuku, ...] = ()
    bagian: Mapping[str, tuple[Baris, ...]] = field(default_factory=dict)
    sudut: tuple[tuple[int, tuple[str, ...]], ...] = ()
    sidik: str = ""

    @property
    def siap(self) -> bool:
        """Whether nothing is left to decide and the part can be written."""
        return bool(self.bagian) and not (self.nama or self.galat or any(p.terbuka for p in self.pertanyaan))

    @property
    def galat(self) -> tuple[TemuanBuku, ...]:
        """The findings that keep the part out."""
        return tuple(t for t in self.temuan if t.tingkat is Berat.GALAT)

    def json(self) -> dict[str, Any]:
        """The outcome as `susun --json` prints it (DESIGN section 9)."""
        jumlah: dict[str, Any] | None = None
        if self.jumlah:
            # Of several the grandest, of those that do not fit where any does not.
            utama = max(self.jumlah, key=lambda j: (not j.cocok, abs(j.dihitung)))
            rincian = [{"apa": j.apa, "sel": j.sel, **_uji(j)} for j in self.jumlah]
            jumlah = {**_uji(utama), "rincian": rincian}
        return {
            "jenis": self.jenis.value if self.jenis else None,
            "lembar": self.lembar,
            "judul": self.judul,
            "baris_dipakai": self.baris_dipakai,
            "baris_dilewati": [{"baris": b.baris, "alasan": b.alasan} for b in self.dilewati],
            "jumlah": jumlah,
            "kolom": [_kolom(k, k.tujuan) for k in self.kolom if k.tujuan],
            "nama_belum_pasti": [_nama(n) for n in self.nama],
            "pertanyaan": [
                {"apa": p.apa.value, "kalimat": p.kalimat, "pilihan": list(p.pilihan), "jawaban": p.jawaban or None}
                for p in self.pertanyaan
            ],
            "temuan": [t.json() for t in self.temuan],
        }


def _nama(nama: NamaBelumPasti) -> dict[str, str]:
    kode = {"baru": f"{BARU}{nama.kode}"} if nama.kode else {}
    return {"tertulis": nama.tertulis, "usulan": nama.usulan, "jenis": nama.jenis, **kode}


def _uji(uji: UjiJumlah) -> dict[str, Any]:
    return {"tercetak": _bilangan(uji.tercetak), "dihitung": _bilangan(uji.dihitung), "cocok": uji.cocok}


def _bilangan(angka: Decimal) -> int | float:
    return int(angka) if angka == angka.to_integral_value() else float(angka)


def _kolom(kolom: KolomTabel, tujuan: Tujuan) -> dict[str, Any]:
    ekor: dict[str, Any] = {"tahun": tujuan.tahun} if tujuan.tahun else {}
    ekor |= {"periode": tujuan.periode} if tujuan.periode else {}
    return {"dari": kolom.huruf, "judul": kolom.judul, "lembar": tujuan.lembar, "kolom": tujuan.kolom, **ekor}
