"""Which programs serve which IKU, with their money: from the budget lines that name an indicator.

A line names its indicators in Kode indikator; everything deeper under it serves them too. An indicator that the
workbook says supports an IKU (Susunan, Mendukung) brings its lines along. Figures come from the deepest lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran, Indikator
from kinerja.model.istilah import Hubungan, Peran
from kinerja.nilai.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import terbesar_dulu
from kinerja.rumus.anggaran import Jalur, JumlahAnggaran, baris_terdalam, jalur, jumlah_baris, leluhur
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.telaah.anggaran.efisiensi import BarisEfisiensi, tabel_efisiensi

Daun = tuple[BarisAnggaran, ...]
TANPA_PROGRAM = "Anggaran tanpa rincian program"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramIku:
    """A program under an IKU.

    Attributes:
        nama: its name.
        jumlah: pagu and realisasi of those of its deepest lines that serve the IKU.
        bersama: whether it supports another IKU too.
        pembanding: whether it stands only in a print that is compared and never added.
        catatan: what qualifies the figure, each a clause without a full stop.
        tanda: prints of the same program with another figure.
    """

    nama: str
    jumlah: JumlahAnggaran
    bersama: bool = False
    pembanding: bool = False
    catatan: tuple[str, ...] = ()
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class UangIku:
    """The money behind an IKU.

    Attributes:
        daun: deepest budget lines that serve it, the only ones that may be added over several IKU.
        program: the same by program, the largest first, then those of other prints.
        laporan: the budget that the report ties to the indicator itself; never added to anything.
        bersama: name of the indicator that bears the pagu of `laporan`, where it is shared.
    """

    daun: Daun
    program: tuple[ProgramIku, ...]
    laporan: BarisEfisiensi | None
    bersama: str

    @property
    def jumlah(self) -> JumlahAnggaran | None:
        """Pagu and realisasi of its programs; where the budget names none, what the report ties to the indicator."""
        if self.daun:
            return jumlah_baris(self.daun)
        return JumlahAnggaran(self.laporan.pagu, self.laporan.realisasi) if self.laporan else None

    @property
    def serapan(self) -> Decimal | None:
        """Absorption of `jumlah`; the reported one where there is no pagu to compute it from."""
        if self.daun or self.laporan is None:
            return self.jumlah.serapan if self.jumlah else None
        return self.laporan.serapan

    @property
    def ada(self) -> bool:
        """Whether anything is known of it."""
        return bool(self.program) or self.laporan is not None


@dataclass(frozen=True, slots=True)
class _Letak:
    """Lines of one print with where they stand, worked out once for all who ask which of them are theirs."""

    bernama: Mapping[str, Sequence[Jalur]]
    """Where a line names an indicator, by its kode."""
    terdalam: Sequence[tuple[BarisAnggaran, frozenset[Jalur]]]
    """The deepest lines, each with its own place and all that it can stand under."""

    @staticmethod
    def dari(dataset: Dataset, baris: Sequence[BarisAnggaran]) -> "_Letak":
        """Work out the places of lines of one OPD, year and print."""
        tersebut = ((dataset.kode_indikator(k), jalur(b)) for b in baris for k in b.kode_indikator)
        terdalam = ((b, jalur(b)) for b in baris_terdalam(baris))
        return _Letak(
            himpun((kode, tempat) for kode, tempat in tersebut if kode),
            tuple((b, frozenset((tempat, *leluhur(tempat)))) for b, tempat in terdalam),
        )

    def daun(self, kode: frozenset[str]) -> Daun:
        """Return the deepest lines that name one of the indicators, or stand under a line that does."""
        bernama = {tempat for k in kode for tempat in self.bernama.get(k, ())}
        return tuple(b for b, tempat in self.terdalam if not bernama.isdisjoint(tempat)) if bernama else ()


@dataclass(frozen=True, slots=True)
class _Anggaran:
    """The budget of an OPD and a year as this module looks at it: its lines, those of each IKU, the other prints."""

    letak: _Letak
    milik: Mapping[str, Daun]
    pembanding: Sequence[_Letak]


@ingat(256)
def uang_iku(dataset: Dataset, kode_opd: str, tahun: int) -> Mapping[str, UangIku]:
    """Return the money of every IKU of an OPD in a year, by kode indikator."""
    return _susun(dataset, kode_opd, tahun, dataset.iku(kode_opd))


@ingat(1024)
def uang_indikator(dataset: Dataset, kode: str, tahun: int) -> UangIku:
    """Return the money of any indicator in a year."""
    indikator = dataset.indikator[kode]
    kode_opd = dataset.pemilik(indikator).kode_opd
    if indikator.iku:
        return uang_iku(dataset, kode_opd, tahun)[kode]
    return _susun(dataset, kode_opd, tahun, (*dataset.iku(kode_opd), indikator))[kode]


def _susun(dataset: Dataset, kode_opd: str, tahun: int, indikator: Sequence[Indikator]) -> Mapping[str, UangIku]:
    semua = dataset.baris_anggaran(kode_opd, tahun)
    pembanding = menurut((b for b in semua if b.peran is Peran.PEMBANDING), lambda b: b.sumber)
    letak = _Letak.dari(dataset, [b for b in semua if b.peran is Peran.ANGGARAN])
    milik = {i.kode_indikator: letak.daun(_kode(dataset, i)) for i in indikator}
    anggaran = _Anggaran(letak, milik, [_Letak.dari(dataset, baris) for baris in pembanding.values()])
    tabel = tabel_efisiensi(dataset, kode_opd, tahun)
    laporan = {dataset.kode_indikator(b.kode): b for b in tabel.baris} if tabel else {}
    return {i.kode_indikator: _uang(dataset, i, tahun, anggaran, laporan.get(i.kode_indikator)) for i in indikator}


def _uang(dataset: Dataset, i: Indikator, tahun: int, anggaran: _Anggaran, laporan: BarisEfisiensi | None) -> UangIku:
    daun = anggaran.milik[i.kode_indikator]
    # Programs of the other prints that name the indicator, each print by itself.
    lain = [isi for letak in anggaran.pembanding for isi in _per_program(letak.daun(_kode(dataset, i))).values()]
    per_program = _per_program(daun)
    program = [_program(dataset, i, isi, anggaran, lain) for isi in per_program.values()]
    program.sort(key=lambda p: terbesar_dulu(p.jumlah.pagu))
    asing = [
        ProgramIku(
            nama=_nama(isi[0]),
            jumlah=jumlah_baris(isi),
            pembanding=True,
            catatan=(f"cetakan pembanding ({isi[0].sumber}), tidak dijumlahkan",),
        )
        for isi in lain
        if samakan(isi[0].program) not in per_program
    ]
    baris = dataset.anggaran_indikator.get((i.kode_indikator, tahun))
    pemikul = dataset.kode_indikator(baris.pagu_bersama) if baris and baris.pagu_bersama else None
    bersama = dataset.indikator[pemikul].indikator if pemikul else ""
    return UangIku(daun, (*program, *asing), laporan, bersama)


@ingat(1)
def _pendukung(dataset: Dataset) -> Mapping[str, frozenset[str]]:
    """Indicators that are no IKU themselves and support one, by the kode of the supported."""
    hasil: dict[str, frozenset[str]] = {}
    for s in dataset.buku.susunan:
        induk, bagian = dataset.kode_indikator(s.induk), dataset.kode_indikator(s.bagian)
        if s.hubungan is Hubungan.MENDUKUNG and induk and bagian and not dataset.indikator[bagian].iku:
            hasil[induk] = hasil.get(induk, frozenset()) | {bagian}
    return hasil


def _kode(dataset: Dataset, i: Indikator) -> frozenset[str]:
    return _pendukung(dataset).get(i.kode_indikator, frozenset()) | {i.kode_indikator}


def _per_program(daun: Iterable[BarisAnggaran]) -> dict[str, list[BarisAnggaran]]:
    return menurut(daun, lambda b: samakan(b.program))


def _nama(baris: BarisAnggaran) -> str:
    return baris.program or baris.kelompok or TANPA_PROGRAM


def _program(
    dataset: Dataset,
    i: Indikator,
    isi: Sequence[BarisAnggaran],
    anggaran: _Anggaran,
    lain: Iterable[Sequence[BarisAnggaran]],
) -> ProgramIku:
    jumlah = jumlah_baris(isi)
    kunci = samakan(isi[0].program)
    semua = sum(samakan(b.program) == kunci for b, _ in anggaran.letak.terdalam)
    lain_iku = [k for k, d in anggaran.milik.items() if k != i.kode_indikator and not set(isi).isdisjoint(d)]
    bersama = f"juga mendukung {', '.join(dataset.indikator[k].indikator for k in lain_iku)}" if lain_iku else ""
    melalui = ""
    if set(isi).isdisjoint(anggaran.letak.daun(frozenset({i.kode_indikator}))):
        # No line names the IKU itself: supporting indicators bring the program along.
        nama = [
            dataset.indikator[k].indikator
            for k in sorted(_kode(dataset, i) - {i.kode_indikator})
            if not set(isi).isdisjoint(anggaran.letak.daun(frozenset({k})))
        ]
        melalui = f"melalui indikator {', '.join(nama)}"
    catatan = (
        melalui,
        bersama,
        f"{len(isi)} dari {semua} baris terdalam program ini" if len(isi) < semua else "",
        teks_tanpa_realisasi(isi),
    )
    tanda = (t for c in lain if samakan(c[0].program) == kunci and (t := _tanda_cetakan(jumlah, c)) is not None)
    return ProgramIku(
        nama=_nama(isi[0]),
        jumlah=jumlah,
        bersama=bool(bersama),
        catatan=tuple(c for c in catatan if c),
        tanda=tuple(tanda),
    )


def _tanda_cetakan(jumlah: JumlahAnggaran, cetakan: Sequence[BarisAnggaran]) -> Tanda | None:
    lain = jumlah_baris(cetakan)
    beda = [
        f"{nama} {format_rupiah(c)}"
        for nama, c, j in (("pagu", lain.pagu, jumlah.pagu), ("realisasi", lain.realisasi, jumlah.realisasi))
        if c is not None and c != j
    ]
    if not beda:
        return None
    teks = f"Cetakan pembanding ({cetakan[0].sumber}) memuat {' dan '.join(beda)}; tidak dijumlahkan"
    return Tanda(JenisTanda.BEDA_CETAK, teks)


def teks_tanpa_realisasi(daun: Iterable[BarisAnggaran]) -> str:
    """Say how many of the lines carry no realisasi, where only some do not; empty otherwise."""
    berpagu = [b for b in daun if b.pagu]
    kosong = sum(b.realisasi is None for b in berpagu)
    if not 0 < kosong < len(berpagu):
        return ""
    return f"{kosong} dari {len(berpagu)} baris terdalam tidak memiliki realisasi; serapan terbaca lebih rendah"


def teks_laporan(uang: UangIku) -> str:
    """Write the budget that the report ties to an indicator, where that is not what its programs add up to."""
    lapor = uang.laporan
    if lapor is None or not uang.daun:
        return ""
    jumlah = JumlahAnggaran(lapor.pagu, lapor.realisasi)
    if lapor.dilaporkan:
        return f"laporan mencetak serapan {format_persen(lapor.serapan)} untuk indikator ini"
    if jumlah == uang.jumlah or jumlah.pagu is None:
        return ""
    awal = f"menurut tabel per indikator: {_uang_singkat(jumlah)}"
    return f"{awal}, {_milik_bersama(uang)}" if uang.bersama else awal


def _uang_singkat(jumlah: JumlahAnggaran) -> str:
    if jumlah.realisasi is None:
        return f"pagu {format_rupiah_ringkas(jumlah.pagu)}"
    uang = f"{format_rupiah_ringkas(jumlah.realisasi)} dari {format_rupiah_ringkas(jumlah.pagu)}"
    return f"{uang}, serapan {format_persen(jumlah.serapan)}"


def _milik_bersama(uang: UangIku) -> str:
    return f"milik bersama dengan {uang.bersama}, dihitung sekali"


def teks_asal(uang: UangIku) -> str:
    """Say where the money shown at an indicator comes from, where it is not its programs; empty otherwise."""
    if uang.daun or uang.laporan is None:
        return ""
    awal = "serapan menurut laporan, pagunya tidak tersedia"
    if not uang.laporan.dilaporkan:
        awal = "menurut tabel per indikator, tidak dijumlahkan"
    return f"{awal}; {_milik_bersama(uang)}" if uang.bersama else awal
