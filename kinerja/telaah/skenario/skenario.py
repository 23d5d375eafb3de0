"""What if: the same figures on another scale of capaian, capped at 100, or by their median; what changes and where.

Before is what every other page shows: the OPD's own scale, no cap, the mean. Nothing here is an official figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.nilai.angka import SERATUS, format_angka, format_persen
from kinerja.nilai.kumpulan_skala import SKALA_BAWAAN
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import DI_BAWAH, SKALA_BAWAAN_CAPAIAN, Skala
from kinerja.rumus.capaian import CapaianIndikator, rata_capaian
from kinerja.rumus.hitung import RataRata, dibatasi, median, rata_rata
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_pita

SKALA_SENDIRI = ""
"""The choice that leaves every OPD its own scale."""
SATU = Decimal(1)
TANPA_PREDIKAT = "Belum dapat dihitung"
BUKAN_RESMI = "bukan angka resmi laporan"


class Pusat(StrEnum):
    """How many capaian become one figure."""

    RATA = "Rata-rata"
    MEDIAN = "Median"

    @property
    def alamat(self) -> str:
        """How it stands in the URL."""
        return self.name.lower()

    def hitung(self, iku: Sequence[CapaianIndikator], *, batasi: bool) -> RataRata:
        """Return the figure of some IKU."""
        return rata_capaian(iku, batasi=batasi, rumus=median if self is Pusat.MEDIAN else rata_rata)


@dataclass(frozen=True, slots=True)
class Pilihan:
    """A scenario: the name of a scale (empty: every OPD's own), whether capaian stop at 100, mean or median.

    `batas` is where Profil lets every capaian stop, in percent: no choice, only named.
    """

    skala: str = SKALA_SENDIRI
    batasi: bool = False
    pusat: Pusat = Pusat.RATA
    batas: Decimal | None = field(default=None, compare=False)

    @property
    def sebutan(self) -> str:
        """The three choices in words."""
        skala = f"skala {self.skala}" if self.skala else "skala setiap OPD"
        batas = "tanpa batas" if self.batas is None else f"dibatasi {format_angka(self.batas)}% menurut Profil"
        return f"{skala}, {'dibatasi 100%' if self.batasi else batas}, {self.pusat.lower()}"

    @property
    def spanduk(self) -> str:
        """What stands above every figure of a scenario."""
        if self == BAKU:
            return f"Hitungan baku dasbor: {self.sebutan}. Ubah salah satu pilihan di atas untuk melihat akibatnya."
        return f"Skenario: {self.sebutan}; {BUKAN_RESMI}."


BAKU = Pilihan()
"""What every other page calculates by."""


# --- the scales that can be chosen ------------------------------------------------------------------------------------


@ingat(1)
def skala_pilihan(dataset: Dataset) -> tuple[str, ...]:
    """Return the names of the scales meant for capaian: the default, those in use, then others of the workbook.

    Nothing in a workbook says what a scale is for. One that an OPD names under Skala capaian is; of the others those
    whose every grade has a lower bound in percent, the lowest 0, and that are no scale of values: not built in as one,
    not an indicator's Skala nilai, not called like a regional measure.
    """
    dipakai = [dataset.skala.capaian(o.skala_capaian).nama for o in dataset.opd.values()]
    bawaan = (s.nama for s in SKALA_BAWAAN if s.nama != SKALA_BAWAAN_CAPAIAN)
    indikator = (i.skala_nilai for i in dataset.indikator.values() if i.skala_nilai)
    nilai = frozenset(map(samakan, (*bawaan, *indikator, *dataset.ukuran_regional)))
    lain = [s.nama for s in dataset.skala.semua if samakan(s.nama) not in nilai and _berbentuk_capaian(s)]
    nama: dict[str, str] = {}
    for n in (SKALA_BAWAAN_CAPAIAN, *dipakai, *lain):
        nama.setdefault(samakan(n), n)
    return tuple(n for n in nama.values() if dataset.skala.capaian(n).berbatas)


def _berbentuk_capaian(skala: Skala) -> bool:
    """Tell whether the grades go from 0 upwards in percent; an index goes from 0 to 1."""
    batas = [p.bawah for p in skala.pita if p.bawah is not None]
    return len(batas) == len(skala.pita) > 1 and min(batas) == 0 and max(batas) > SATU


# --- one side ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kata:
    """A grade as it is read: word, look, and the remark that belongs beside it (gap of the scale, below it)."""

    predikat: str
    rupa: Rupa
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sisi:
    """An OPD and a year as one scenario has them: the figure of all IKU with its grade, how many IKU have which."""

    pilihan: Pilihan
    skala: Skala
    angka: RataRata
    kata: Kata
    jumlah: tuple[int, ...]

    @property
    def teks(self) -> str:
        """The figure as it is read."""
        return format_persen(self.angka.nilai)


def _sisi(iku: Sequence[CapaianIndikator], skala: Skala, pilihan: Pilihan) -> Sisi:
    angka = pilihan.pusat.hitung(iku, batasi=pilihan.batasi)
    kata = [_kata(skala, c.persen, pilihan).predikat for c in iku]
    return Sisi(
        pilihan=pilihan,
        skala=skala,
        angka=angka,
        kata=_kata(skala, angka.nilai, BAKU),
        jumlah=tuple(kata.count(p) for p in skala.predikat),
    )


def _kata(skala: Skala, persen: Decimal | None, pilihan: Pilihan) -> Kata:
    if persen is None:
        return Kata(TANPA_PREDIKAT, TAK_TERSEDIA)
    peringkat = skala.peringkat_capaian(dibatasi(persen, batasi=pilihan.batasi))
    if peringkat.pita is None:
        return Kata(DI_BAWAH.capitalize(), TAK_TERSEDIA)
    return Kata(peringkat.pita.predikat, rupa_pita(skala, peringkat.pita), peringkat.catatan)


def _skala(dataset: Dataset, kode_opd: str, tahun: int, pilihan: Pilihan) -> Skala:
    """The scale of a scenario as it is in force in a year."""
    return dataset.skala.capaian(pilihan.skala or dataset.opd[kode_opd].skala_capaian, tahun)


# --- both sides -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class BedaIku:
    """An IKU that reads otherwise: its capaian, its grade before and after.

    `terbanding` is False where the two scales do not both have both words: nobody can say that it rose or fell.
    """

    kode: str
    indikator: str
    capaian: str
    semula: Kata
    menjadi: Kata
    terbanding: bool


@dataclass(frozen=True, slots=True)
class BarisSebaran:
    """A word with how many IKU have it before and after; None where that side's scale has no such word."""

    predikat: str
    rupa: Rupa
    semula: int | None
    menjadi: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSkenario:
    """An OPD and a year before and after.

    Attributes:
        beda: IKU that read otherwise, the comparable ones first, then by capaian.
        belum: names of the IKU that no scenario can compute, each with the reason.
        jumlah: all IKU of the year.
    """

    semula: Sisi
    menjadi: Sisi
    sebaran: tuple[BarisSebaran, ...]
    beda: tuple[BedaIku, ...]
    belum: tuple[str, ...]
    jumlah: int
    sumber: tuple[str, ...]

    @property
    def berubah(self) -> int:
        """How many IKU have another predikat, by words that both scales have."""
        return sum(b.terbanding for b in self.beda)

    @property
    def berganti(self) -> int:
        """How many IKU have a word that the other scale does not know."""
        return len(self.beda) - self.berubah


@ingat(1024)
def skenario(dataset: Dataset, kode_opd: str, tahun: int, pilihan: Pilihan) -> HasilSkenario | None:
    """Calculate a scenario beside the standard; None when the OPD has no IKU in that year."""
    iku = dataset.capaian_opd(kode_opd, tahun)
    if not iku:
        return None
    semula = _sisi(iku, _skala(dataset, kode_opd, tahun, BAKU), BAKU)
    menjadi = _sisi(iku, _skala(dataset, kode_opd, tahun, pilihan), pilihan)
    beda = sorted(_beda(iku, semula, menjadi), key=lambda b: (not b[1].terbanding, b[0]))
    return HasilSkenario(
        semula=semula,
        menjadi=menjadi,
        sebaran=tuple(_sebaran(semula, menjadi, sum(c.persen is None for c in iku))),
        beda=tuple(b for _, b in beda),
        belum=tuple(f"{c.indikator.indikator} ({c.hasil.alasan})" for c in iku if c.persen is None),
        jumlah=len(iku),
        sumber=tuple(dict.fromkeys(c.baris.sumber for c in iku if c.baris.sumber)),
    )


def _beda(iku: Sequence[CapaianIndikator], semula: Sisi, menjadi: Sisi) -> Iterator[tuple[Decimal, BedaIku]]:
    for c in iku:
        dulu, kini = (_kata(s.skala, c.persen, s.pilihan) for s in (semula, menjadi))
        if c.persen is not None and samakan(dulu.predikat) != samakan(kini.predikat):
            batas = ", dihitung 100%" if menjadi.pilihan.batasi and c.persen > SERATUS else ""
            capaian = f"{format_persen(c.persen)}{batas}"
            terbanding = _sekata(semula.skala, kini) and _sekata(menjadi.skala, dulu)
            yield (
                c.persen,
                BedaIku(
                    kode=c.kode,
                    indikator=c.indikator.indikator,
                    capaian=capaian,
                    semula=dulu,
                    menjadi=kini,
                    terbanding=terbanding,
                ),
            )


def _sekata(skala: Skala, kata: Kata) -> bool:
    """Tell whether a scale has a word; below the scale is said of every scale alike."""
    return skala.cari(kata.predikat) is not None or kata.rupa is TAK_TERSEDIA


def _sebaran(semula: Sisi, menjadi: Sisi, belum: int) -> Iterator[BarisSebaran]:
    """Count by word, best first; a word of one scale only stands at its own rank."""
    letak: dict[str, tuple[int, str, Rupa]] = {}
    for sisi in (semula, menjadi):
        for n, p in enumerate(sisi.skala.pita):
            letak[samakan(p.predikat)] = (n, p.predikat, rupa_pita(sisi.skala, p))
    for _, kata, rupa in sorted(letak.values(), key=lambda x: x[0]):
        yield BarisSebaran(kata, rupa, jumlah_kata(semula, kata), jumlah_kata(menjadi, kata))
    dulu, kini = (s.angka.dihitung - sum(s.jumlah) for s in (semula, menjadi))
    if dulu or kini:
        yield BarisSebaran(DI_BAWAH.capitalize(), TAK_TERSEDIA, dulu, kini)
    if belum:
        yield BarisSebaran(TANPA_PREDIKAT, TAK_TERSEDIA, belum, belum)


def jumlah_kata(sisi: Sisi, kata: str) -> int | None:
    """Count the IKU with a word; None where the scale has no such word."""
    pita = sisi.skala.cari(kata)
    return None if pita is None else sisi.jumlah[sisi.skala.pita.index(pita)]


# --- every OPD, every scale -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisOpd:
    """An OPD that has IKU in a year, before and after."""

    kode: str
    nama: str
    hasil: HasilSkenario


def semua_opd(dataset: Dataset, tahun: int, pilihan: Pilihan) -> tuple[BarisOpd, ...]:
    """Return every OPD with IKU in a year, the whole first."""
    semua = ((o, skenario(dataset, o.kode_opd, tahun, pilihan)) for o in dataset.opd_ber_iku)
    return tuple(BarisOpd(o.kode_opd, o.nama_opd, h) for o, h in semua if h is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkalaSkenario:
    """A scale that can be chosen, with the figure by each combination of the other two choices.

    `sendiri` tells the OPD's own scale; `berubah` and `berganti` count as in `HasilSkenario`, without cap.
    """

    nama: str
    sendiri: bool
    berubah: int
    berganti: int
    sisi: tuple[Sisi, ...]


KOMBINASI = tuple((p, b) for p in Pusat for b in (False, True))
"""Mean and median, each without and with the cap."""


@ingat(512)
def semua_skala(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[SkalaSkenario, ...]:
    """Return every combination of choices for an OPD and a year, its own scale first."""
    milik = dataset.skala_capaian(kode_opd, tahun).nama
    lain = (n for n in skala_pilihan(dataset) if samakan(n) != samakan(milik))
    semua = (_baris_skala(dataset, kode_opd, tahun, n) for n in (SKALA_SENDIRI, *lain))
    return tuple(b for b in semua if b is not None)


def _baris_skala(dataset: Dataset, kode_opd: str, tahun: int, nama: str) -> SkalaSkenario | None:
    hasil = [skenario(dataset, kode_opd, tahun, Pilihan(nama, b, p)) for p, b in KOMBINASI]
    ada = [h for h in hasil if h is not None]
    if not ada:
        return None
    sisi = tuple(h.menjadi for h in ada)
    return SkalaSkenario(
        nama=sisi[0].skala.nama,
        sendiri=nama == SKALA_SENDIRI,
        berubah=ada[0].berubah,
        berganti=ada[0].berganti,
        sisi=sisi,
    )
