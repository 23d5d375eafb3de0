"""Figures that go with an update: counted apart from those that change, named, and asked about before publishing."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kinerja.buku.banding.beda import Beda, JenisBeda, PerubahanBaris
from kinerja.buku.banding.kunci import Isi
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
"""How many lost figures of a column are named."""


class Sebab(StrEnum):
    """Why a figure goes."""

    SEL = "selnya dikosongkan"
    TAK_TERSEDIA = "ditulis tidak tersedia"
    BARIS = "barisnya tidak ada dalam berkas"
    KOLOM = "kolomnya tidak ada dalam berkas"
    LEMBAR = "lembarnya tidak ada atau tidak berisi"


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaHilang:
    """A figure that stands in the active version and would stand nowhere.

    Attributes:
        lembar, kolom, kunci: where it stands.
        nama: what the code in the key is called.
        lama: the figure.
        sebab: why it goes.
        baris: its row in the new canonical sheet, 0 when the row is gone.
    """

    lembar: str
    kolom: str
    kunci: str
    nama: str
    lama: str
    sebab: Sebab
    baris: int = 0

    @property
    def sebutan(self) -> str:
        """The figure behind the name of its row."""
        nama = f" ({self.nama})" if self.nama else ""
        return f"{self.kunci}{nama}: {self.lama}"

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


def kalimat_hilang(hilang: Iterable[AngkaHilang]) -> str:
    """Say how many figures go, and from where."""
    semua = tuple(hilang)
    isi = [
        f"{format_angka(len(isi))} {kolom} pada lembar {lembar} ({sebab.value})"
        for (lembar, kolom, sebab), isi in menurut(semua, lambda h: (h.lembar, h.kolom, h.sebab)).items()
    ]
    return f"{format_angka(len(semua))} angka yang kini ada akan hilang: {daftar(isi)}"


def contoh_hilang(hilang: Iterable[AngkaHilang]) -> str:
    """Name the first figures that go."""
    return sebagian([h.sebutan for h in hilang], DISEBUT, "angka lain")
