"""Findings about a workbook: one catalogue of messages, each with a stable code (DESIGN section 9, `periksa`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.buku.katalog.katalog import KATALOG, Berat, Kode
from kinerja.nilai.kelompok import menurut


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanBuku:
    """One finding: what, where, what stands there, what to write instead."""

    kode: Kode
    tingkat: Berat
    lembar: str
    sel: str
    kolom: str
    pesan: str
    saran: str
    berkas: str = ""
    """Name of the file, where several were sent at once."""

    def json(self) -> dict[str, str]:
        """The finding as `periksa --json` prints it; `berkas` only where there are several."""
        isi = {
            "tingkat": self.tingkat.value,
            "lembar": self.lembar,
            "sel": self.sel,
            "kolom": self.kolom,
            "pesan": self.pesan,
            "saran": self.saran,
        }
        return {**isi, "berkas": self.berkas} if self.berkas else isi


_DIPOTONG = frozenset({"isi", "isi_lain", "lama", "kunci"})
"""What a message quotes from the workbook; it may be long."""


def temuan(kode: Kode, lembar: str = "", sel: str = "", kolom: str = "", /, **isi: object) -> TemuanBuku:
    """Make a finding from the catalogue; `kolom` and `isi` fill its message and advice."""
    tingkat, pesan, saran = KATALOG[kode]
    kata = {"kolom": kolom} | {k: potong(str(v)) if k in _DIPOTONG else v for k, v in isi.items()}
    return TemuanBuku(
        kode=kode,
        tingkat=tingkat,
        lembar=lembar,
        sel=sel,
        kolom=kolom,
        pesan=pesan.format(**kata),
        saran=saran.format(**kata),
    )


def potong(teks: str, panjang: int = 80) -> str:
    """Shorten quoted cell text so that a message stays readable."""
    return teks if len(teks) <= panjang else teks[: panjang - 1] + "…"


class BukuDitolak(Exception):  # noqa: N818 - Indonesian for "workbook refused"
    """The file cannot be read as a workbook at all; carries the findings that say why."""

    def __init__(self, *temuan_: TemuanBuku) -> None:
        super().__init__("; ".join(t.pesan for t in temuan_))
        self.temuan = temuan_


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """Findings alike in sheet, column and text, with all their cells."""

    contoh: TemuanBuku
    sel: tuple[str, ...]


def kelompokkan(semua: Iterable[TemuanBuku]) -> list[KelompokTemuan]:
    """Group findings for people: same sheet and text become one message with many cells; galat come first."""
    kelompok = menurut(semua, lambda t: (t.berkas, t.tingkat.value, t.lembar, t.kolom, t.pesan, t.saran))
    urut = sorted(kelompok.values(), key=lambda g: g[0].tingkat.value)
    return [KelompokTemuan(g[0], tuple(t.sel for t in g if t.sel)) for g in urut]
