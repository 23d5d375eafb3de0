"""Budget arithmetic: which lines are added, what is a parent, totals and serapan (DESIGN section 4)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from kinerja.model.baris import BarisAnggaran, BarisApbd
from kinerja.model.istilah import KelompokApbd, Peran
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import jumlah_ada
from kinerja.rumus.hitung import serapan, sisa_anggaran

Jalur = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class JumlahAnggaran:
    """Pagu and realisasi in rupiah, with serapan in percent; None is not available.

    `dari_apbd` tells that the realisasi is Belanja of APBD, because the programs carry none.
    """

    pagu: Decimal | None
    realisasi: Decimal | None
    dari_apbd: bool = False

    @property
    def serapan(self) -> Decimal | None:
        """Absorption in percent."""
        return serapan(self.pagu, self.realisasi)

    @property
    def sisa(self) -> Decimal | None:
        """What was left of the pagu."""
        return sisa_anggaran(self.pagu, self.realisasi)


def jalur(baris: BarisAnggaran) -> Jalur:
    """Return where a line stands: kelompok, program, kegiatan, sub kegiatan, normalised."""
    k, p, g, s = (samakan(t) for t in (baris.kelompok, baris.program, baris.kegiatan, baris.sub_kegiatan))
    return k, p, g, s


def kedalaman(baris: BarisAnggaran) -> int:
    """Return the level of a line: 0 total, 1 kelompok, 2 program, 3 kegiatan, 4 sub kegiatan."""
    return max((i for i, bagian in enumerate(jalur(baris), 1) if bagian), default=0)


def leluhur(isi: Jalur) -> Iterator[Jalur]:
    """Return every address a line can stand under: shallower, with any of the kept levels left blank."""
    dalam = max((i for i, bagian in enumerate(isi, 1) if bagian), default=0)
    for batas in range(dalam):
        pilihan = [(bagian, "") if i < batas - 1 else (bagian,) for i, bagian in enumerate(isi[:batas])]
        for atas in product(*pilihan):
            k, p, g, s = (*atas, *("",) * (4 - batas))
            yield k, p, g, s


def baris_terdalam(baris: Iterable[BarisAnggaran]) -> list[BarisAnggaran]:
    """Keep the lines of one OPD, year and Peran that have nothing deeper under them: the only ones that are added."""
    semua = list(baris)
    induk = {atas for b in semua for atas in leluhur(jalur(b))}
    return [b for b in semua if jalur(b) not in induk]


def jumlahkan(baris: Iterable[BarisAnggaran]) -> JumlahAnggaran:
    """Add the deepest lines of one OPD and year, Peran Anggaran only."""
    return jumlah_baris(baris_terdalam(b for b in baris if b.peran is Peran.ANGGARAN))


def jumlah_baris(daun: Sequence[BarisAnggaran]) -> JumlahAnggaran:
    """Add lines that are known to be the deepest ones."""
    return JumlahAnggaran(jumlah_ada(b.pagu for b in daun), jumlah_ada(b.realisasi for b in daun))


def total_apbd(baris: Iterable[BarisApbd], kelompok: KelompokApbd) -> JumlahAnggaran:
    """Return a kelompok of APBD: the sum of its details, or its printed total where details are incomplete or absent.

    Pengeluaran pembiayaan is subtracted (DESIGN section 4).
    """
    isi = [b for b in baris if b.kelompok is kelompok]
    cetak = next((b for b in isi if not b.uraian), None)
    rinci = [b for b in isi if b.uraian]
    return JumlahAnggaran(
        _total_kolom([(_tanda_apbd(b), b.anggaran) for b in rinci], cetak.anggaran if cetak else None),
        _total_kolom([(_tanda_apbd(b), b.realisasi) for b in rinci], cetak.realisasi if cetak else None),
    )


def _tanda_apbd(baris: BarisApbd) -> int:
    keluar = baris.kelompok is KelompokApbd.PEMBIAYAAN and samakan(baris.uraian).startswith("pengeluaran")
    return -1 if keluar else 1


def _total_kolom(rinci: list[tuple[int, Decimal | None]], cetak: Decimal | None) -> Decimal | None:
    lengkap = rinci and all(angka is not None for _, angka in rinci)
    if cetak is not None and not lengkap:
        return cetak
    return jumlah_ada(tanda * angka for tanda, angka in rinci if angka is not None)


@dataclass(frozen=True, slots=True)
class Simpul:
    """A line of the budget tree with what lies under it; figures are computed from the deepest lines."""

    nama: str
    tingkat: int
    jumlah: JumlahAnggaran
    anak: tuple["Simpul", ...] = ()


def pohon_anggaran(baris: Iterable[BarisAnggaran]) -> tuple[Simpul, ...]:
    """Arrange the deepest lines of one OPD and year by kelompok, program, kegiatan, sub kegiatan."""
    return _simpul(baris_terdalam(b for b in baris if b.peran is Peran.ANGGARAN), 0)


def _simpul(daun: list[BarisAnggaran], tingkat: int) -> tuple[Simpul, ...]:
    if tingkat == 4:
        return ()
    kelompok = menurut(daun, lambda b: samakan(_nama(b, tingkat)))
    if set(kelompok) == {""}:
        return _simpul(daun, tingkat + 1)
    return tuple(_satu_simpul(g, tingkat) for g in kelompok.values())


def _satu_simpul(daun: list[BarisAnggaran], tingkat: int) -> Simpul:
    nama = _nama(daun[0], tingkat)
    dalam = [b for b in daun if kedalaman(b) > tingkat + 1]
    return Simpul(nama or "Tanpa rincian", tingkat + 1, jumlah_baris(daun), _simpul(dalam, tingkat + 1))


def _nama(baris: BarisAnggaran, tingkat: int) -> str:
    return (baris.kelompok, baris.program, baris.kegiatan, baris.sub_kegiatan)[tingkat]
