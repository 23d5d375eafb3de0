"""Findings about a workbook: one catalogue of messages, each with a stable code (DESIGN section 9, `periksa`)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja.buku.katalog.katalog import KATALOG, Berat, Kode
from kinerja.nilai.angka import format_angka
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
"""What a message quotes from a cell, to know it by."""
KUTIPAN_MAKS, UTUH_MAKS = 80, 1_000
"""Letters of such a quotation, and of anything else that is filled in: names to copy, lists to choose from."""


def temuan(kode: Kode, lembar: str = "", sel: str = "", kolom: str = "", /, **isi: object) -> TemuanBuku:
    """Make a finding from the catalogue; `kolom` and `isi` fill its message and advice."""
    tingkat, pesan, saran = KATALOG[kode]
    kolom = potong(kolom, UTUH_MAKS)
    kata = {"kolom": kolom}
    kata |= {k: potong(str(v), KUTIPAN_MAKS if k in _DIPOTONG else UTUH_MAKS) for k, v in isi.items()}
    return TemuanBuku(
        kode=kode,
        tingkat=tingkat,
        lembar=potong(lembar, UTUH_MAKS),
        sel=sel,
        kolom=kolom,
        pesan=pesan.format(**kata),
        saran=saran.format(**kata),
    )


def potong(teks: str, panjang: int = KUTIPAN_MAKS) -> str:
    """Shorten what a message quotes so that it stays readable; an ellipsis says that there is more."""
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


TEMUAN_MAKS = 2_000
"""Findings that leave the process of an upload; a workbook wrong in more places is wrong by the column."""


def batasi(semua: Sequence[TemuanBuku], paling_banyak: int = TEMUAN_MAKS) -> tuple[TemuanBuku, ...]:
    """Return the first of every kind, of every kind in each column, then as many as fit, galat first, in their order.

    What is left out is counted by kind in a closing finding, which is a galat where any of those is one.
    """
    if len(semua) <= paling_banyak:
        return tuple(semua)
    jenis: set[object] = set()
    tempat: set[object] = set()
    urut: list[tuple[int, bool, int]] = []
    for nomor, t in enumerate(semua):
        letak = (t.kode, t.berkas, t.lembar, t.kolom)
        tingkatan = 0 if t.kode not in jenis else 1 if letak not in tempat else 2
        jenis.add(t.kode)
        tempat.add(letak)
        urut.append((tingkatan, t.tingkat is not Berat.GALAT, nomor))
    urut.sort()
    tampil = sorted(nomor for *_, nomor in urut[: paling_banyak - 1])
    sisa = [semua[nomor] for *_, nomor in urut[paling_banyak - 1 :]]
    hitungan = Counter(t.kode for t in sisa).most_common()
    rincian = ", ".join(f"{format_angka(n)} {kode.sebutan}" for kode, n in hitungan)
    penutup = temuan(Kode.TEMUAN_LAIN, jumlah=format_angka(len(sisa)), rincian=rincian)
    bergalat = any(t.tingkat is Berat.GALAT for t in sisa)
    return (*(semua[n] for n in tampil), replace(penutup, tingkat=Berat.GALAT) if bergalat else penutup)
