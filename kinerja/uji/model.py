"""What the audit says: a rule, a finding with its reasoning, and what could not be tested."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.uji.bukti.cetakan import Bukti


class Keyakinan(StrEnum):
    """How sure a finding is: proved by arithmetic or by a second print, or worth a look."""

    PASTI = "pasti"
    PATUT_DICEK = "patut dicek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alamat:
    """Whose figure it is: what a finding is about, and what its id hangs on.

    Attributes:
        kode_opd: the OPD that reports it.
        kode_indikator: the indicator, empty for a figure of an OPD or a region.
        tahun: the year.
        ukuran: kind of figure (a word of `Ukuran`), or what the rule tests.
        uraian: what it is within the OPD: a sasaran, a budget line, a region.
    """

    kode_opd: str
    kode_indikator: str
    tahun: int
    ukuran: str
    uraian: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Temuan:
    """One inconsistency.

    Attributes:
        aturan: code of the rule.
        keyakinan: pasti or patut dicek.
        alamat: the figure that is doubted.
        cetakan: what is printed, each print that is doubted.
        seharusnya: what follows from the others; empty where nothing does.
        uraian: one sentence in formal Indonesian.
        sumber: where it is printed, the first place first; begins with the report's number.
        langkah: the reasoning, step by step.
        dugaan: where the printed figure may come from; clearly a guess, empty without one.
        masukan: every figure that went into it, as ``ukuran tahun: tercetak (sumber)``.
    """

    aturan: str
    keyakinan: Keyakinan
    alamat: Alamat
    cetakan: tuple[str, ...]
    seharusnya: str
    uraian: str
    sumber: tuple[str, ...]
    langkah: tuple[str, ...] = ()
    dugaan: str = ""
    masukan: tuple[str, ...] = ()

    @property
    def tercetak(self) -> str:
        """What is printed, as text."""
        return "; ".join(self.cetakan)

    @property
    def id(self) -> str:
        """A name that stays as long as the same figure is doubted for the same reason."""
        a = self.alamat
        isi = (self.aturan, a.kode_opd, a.kode_indikator, str(a.tahun), a.ukuran, a.uraian, self.tercetak)
        return f"{self.aturan}-{sha256('|'.join(isi).casefold().encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class TidakDiuji:
    """A rule, or a part of it, that could not run, with the reason."""

    aturan: str
    alasan: str


Hasil = Temuan | TidakDiuji


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """A rule of the audit.

    Attributes:
        kode: its code.
        nama: its plain name.
        syarat: when it speaks, in one sentence.
        alasan: why it is worth testing.
        cari: finds what it is for, and says what it could not test.
    """

    kode: str
    nama: str
    syarat: str
    alasan: str
    cari: Callable[["Bukti"], Iterable[Hasil]]


ARTI_KEYAKINAN = {
    Keyakinan.PASTI: "hitungan atas angka tercetak, atau tempat cetak kedua untuk angka yang sama, membuktikannya.",
    Keyakinan.PATUT_DICEK: "angkanya janggal, tetapi laporan dapat memiliki sebab yang tidak tercetak.",
}
CARA_MEMBACA = (
    "Ketelitian cetak dihormati: 86% sesuai dengan 85,83%, dan 0,99 sesuai dengan 0,9895. Angka yang dipotong, bukan "
    "dibulatkan, disebut demikian.",
    "Satu salah cetak disebut satu kali, bukan sekali pada setiap angka yang memakainya.",
    "Dugaan asal angka tercetak selalu diawali kata “Mungkin”; dugaan bukan bukti.",
    "Temuan bernama tetap selama angka tercetaknya sama. Angka yang dicetak lain adalah temuan baru.",
)
