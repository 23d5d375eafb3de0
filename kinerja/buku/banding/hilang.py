"""What goes with an update, figures and words: counted apart from changes, named, asked about before publishing."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kinerja.buku.banding.beda import Beda, JenisBeda, PerubahanBaris
from kinerja.buku.banding.kunci import Isi
from kinerja.buku.temuan import potong
from kinerja.model.kolom import Jenis, Kolom
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.sajian.kalimat import daftar, sebagian

BERANGKA = frozenset({Jenis.NILAI, Jenis.UANG, Jenis.CAPAIAN, Jenis.APA_ADANYA})
"""Kinds of columns whose cells are figures."""
KETERANGAN = frozenset({"Sumber", "Catatan"})
"""What is told beside a print; another word there leaves the print what it was."""
ANGKA: dict[str, dict[str, Kolom]] = {s.nama: {k.nama: k for k in s.kolom if k.jenis in BERANGKA} for s in SEMUA_LEMBAR}
"""The columns of figures, by sheet."""
_ALAMAT = {s.nama: [k for k in s.kunci if k not in KETERANGAN and k not in ANGKA[s.nama]] for s in SEMUA_LEMBAR}
DISEBUT = 4
"""How many lost cells of a column are named."""
HURUF_DISEBUT = 60
_TERHITUNG = frozenset({Jenis.BILANGAN, Jenis.TAHUN})
"""Kinds of the other columns that hold a figure all the same: Bobot, the year of the last target."""


class Sebab(StrEnum):
    """Why a figure goes."""

    SEL = "selnya dikosongkan"
    TAK_TERSEDIA = "ditulis tidak tersedia"
    BARIS = "barisnya tidak ada dalam berkas"
    KOLOM = "kolomnya tidak ada dalam berkas"
    LEMBAR = "lembarnya tidak ada atau tidak berisi"


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaHilang:
    """A figure, or a word of a row that stays, that stands in the active version and would stand nowhere.

    Attributes:
        lembar, kolom, kunci: where it stands.
        nama: what the code in the key is called.
        lama: the figure or the words.
        sebab: why it goes.
        baris: its row in the new canonical sheet, 0 when the row is gone.
        keterangan: whether it is words and no figure.
    """

    lembar: str
    kolom: str
    kunci: str
    nama: str
    lama: str
    sebab: Sebab
    baris: int = 0
    keterangan: bool = False

    @property
    def sebutan(self) -> str:
        """What goes, behind the name of its row; long words are cut."""
        nama = f" ({self.nama})" if self.nama else ""
        return f"{self.kunci}{nama}: {potong(self.lama, HURUF_DISEBUT)}"

    def json(self) -> dict[str, Any]:
        """Return it as a draft keeps it."""
        return {**asdict(self), "sebab": self.sebab.value}

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> "AngkaHilang":
        """Read it back."""
        return cls(**{**isi, "sebab": Sebab(isi["sebab"])})


def angka_hilang(beda: Beda, letak: Mapping[str, Container[str]]) -> tuple[AngkaHilang, ...]:
    """Return the figures that go.

    Args:
        beda: the difference.
        letak: columns that stand, of each sheet that has rows.
    """
    kembali = Counter(_alamat(b.lembar, b.isi) for b in beda.baris if b.jenis is JenisBeda.TAMBAH)
    return tuple(h for b in beda.baris for h in _baris(b, letak, kembali))


def keterangan_hilang(beda: Beda, letak: Mapping[str, Container[str]]) -> tuple[AngkaHilang, ...]:
    """Return what rows that stay lose besides their figures: words, by whatever column, and plain numbers as figures.

    Args:
        beda: the difference.
        letak: columns that stand, of each sheet that has rows.
    """
    kolom = {s.nama: {k.nama: k for k in s.kolom} for s in SEMUA_LEMBAR}
    hasil = []
    for b in (b for b in beda.baris if b.jenis is JenisBeda.UBAH):
        for s in (s for s in b.sel if s.lama and not s.baru and s.kolom not in ANGKA[b.lembar]):
            milik = kolom[b.lembar].get(s.kolom)
            hasil.append(
                AngkaHilang(
                    lembar=b.lembar,
                    kolom=s.kolom,
                    kunci=b.kunci,
                    nama=b.nama,
                    lama=s.lama,
                    sebab=Sebab.SEL if milik is None or s.kolom in letak.get(b.lembar, ()) else Sebab.KOLOM,
                    baris=b.baris,
                    keterangan=milik is None or milik.jenis not in _TERHITUNG,
                )
            )
    return tuple(hasil)


def _alamat(lembar: str, isi: Isi) -> tuple[str, ...]:
    """Return a row's key without the figures and remarks that belong to it where the whole row is the key."""
    return (lembar, *(samakan(isi.get(k, "")) for k in _ALAMAT[lembar]))


def _baris(
    baris: PerubahanBaris, letak: Mapping[str, Container[str]], kembali: "Counter[tuple[str, ...]]"
) -> Iterator[AngkaHilang]:
    if baris.jenis is JenisBeda.TAMBAH:
        return
    if baris.jenis is JenisBeda.HAPUS and kembali[_alamat(baris.lembar, baris.isi)]:
        kembali[_alamat(baris.lembar, baris.isi)] -= 1  # the same print, corrected
        return
    for s in baris.sel:
        kolom = ANGKA[baris.lembar].get(s.kolom)
        if kolom is not None and berangka(kolom, s.lama) and not berangka(kolom, s.baru):
            if baris.lembar not in letak:
                isi_sebab = Sebab.LEMBAR
            elif baris.jenis is JenisBeda.HAPUS:
                isi_sebab = Sebab.BARIS
            elif s.kolom not in letak[baris.lembar]:
                isi_sebab = Sebab.KOLOM
            else:
                isi_sebab = Sebab.TAK_TERSEDIA if s.baru else Sebab.SEL
            yield AngkaHilang(
                lembar=baris.lembar,
                kolom=s.kolom,
                kunci=baris.kunci,
                nama=baris.nama,
                lama=tulisan(kolom, s.lama),
                sebab=isi_sebab,
                baris=baris.baris,
            )


def berangka(kolom: Kolom, teks: str) -> bool:
    """Tell whether the text of a cell is a figure, and not empty or "not available"."""
    if not teks or kolom.jenis is Jenis.UANG:
        return bool(teks)
    try:
        return baca_nilai(teks).ada
    except NilaiTakTerbaca:
        return True


def tulisan(kolom: Kolom | None, teks: str) -> str:
    """Write the canonical text of a cell for people: money is grouped."""
    if not teks or kolom is None or kolom.jenis is not Jenis.UANG:
        return teks
    return format_angka(Decimal(teks.replace(",", ".")))


def kata_hilang(angka: int, keterangan: int) -> str:
    """Count what goes, figures and words apart: ``3 angka dan 2 keterangan``."""
    isi = ((angka, "angka"), (keterangan, "keterangan"))
    return daftar([f"{format_angka(n)} {kata}" for n, kata in isi if n])


def banyak_hilang(hilang: Iterable[AngkaHilang]) -> tuple[int, int]:
    """Return how many figures and how many words go."""
    kata = [h.keterangan for h in hilang]
    return kata.count(False), kata.count(True)


def kalimat_hilang(hilang: Iterable[AngkaHilang]) -> str:
    """Say how many figures and words go, and from where."""
    semua = tuple(hilang)
    isi = [
        f"{format_angka(len(isi))} {kolom} pada lembar {lembar} ({sebab.value})"
        for (lembar, kolom, sebab), isi in menurut(semua, lambda h: (h.lembar, h.kolom, h.sebab)).items()
    ]
    return f"{kata_hilang(*banyak_hilang(semua))} yang kini ada akan hilang: {daftar(isi)}"


def contoh_hilang(hilang: Iterable[AngkaHilang]) -> str:
    """Name the first cells that go."""
    return sebagian([h.sebutan for h in hilang], DISEBUT, "sel lain")
