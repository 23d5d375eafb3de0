"""Budgets side by side: the OPD that have one, and the other prints of the same money (Pembanding, never added)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran
from kinerja.model.istilah import KelompokApbd, Peran
from kinerja.nilai.angka import format_persen, format_rupiah
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import terbesar_dulu
from kinerja.rumus.anggaran import JumlahAnggaran, Simpul, baris_terdalam, jalur, kedalaman, pohon_anggaran


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisOpd:
    """The budget of one OPD in one year."""

    kode_opd: str
    nama: str
    tahun: int
    jumlah: JumlahAnggaran
    keseluruhan: bool
    terpilih: bool


@dataclass(frozen=True, slots=True)
class BandingOpd:
    """OPD that have a budget, the whole first, then by serapan; `judul` states the finding."""

    judul: str
    baris: tuple[BarisOpd, ...]
    catatan: str


@ingat(256)
def banding_opd(dataset: Dataset, kode_opd: str, tahun: int) -> BandingOpd:
    """Compare the OPD that have a budget: in the year asked for where they have one, else in their newest year."""
    baris = tuple(sorted(_opd(dataset, kode_opd, tahun), key=_urutan_opd))
    tahun_ada = {b.tahun for b in baris}
    catatan = ["Keseluruhan tidak dijumlahkan dengan OPD."] if any(b.keseluruhan for b in baris) else []
    if len(tahun_ada) > 1:
        catatan.append(
            f"OPD yang tidak memiliki anggaran {tahun} memakai tahun terakhirnya; bandingkan dengan hati-hati."
        )
    return BandingOpd(_judul_opd(baris), baris, " ".join(catatan))


def _opd(dataset: Dataset, kode_opd: str, tahun: int) -> Iterable[BarisOpd]:
    for opd in dataset.opd.values():
        ada = [t for k, t in dataset.jumlah_anggaran if k == opd.kode_opd]
        if ada:
            t = tahun if tahun in ada else max(ada)
            jumlah = dataset.jumlah_anggaran[opd.kode_opd, t]
            yield BarisOpd(
                kode_opd=opd.kode_opd,
                nama=opd.nama_opd,
                tahun=t,
                jumlah=jumlah,
                keseluruhan=opd.keseluruhan,
                terpilih=opd.kode_opd == kode_opd,
            )


def _urutan_opd(baris: BarisOpd) -> tuple[bool, tuple[bool, Decimal | int | None]]:
    return (not baris.keseluruhan, terbesar_dulu(baris.jumlah.serapan))


def _judul_opd(baris: Sequence[BarisOpd]) -> str:
    urut = [b for b in baris if not b.keseluruhan and b.jumlah.serapan is not None]
    letak = next((i for i, b in enumerate(urut, 1) if b.terpilih), None)
    if len(urut) < 2:
        return "OPD yang memiliki anggaran"
    if letak is not None:
        ke = {1: "tertinggi", len(urut): "terendah"}.get(letak, f"urutan {letak}")
        return f"Serapannya {ke} dari {len(urut)} OPD yang memiliki anggaran"
    rendah, tinggi = format_persen(urut[-1].jumlah.serapan), format_persen(urut[0].jumlah.serapan)
    return f"Serapan {len(urut)} OPD yang memiliki anggaran: {rendah} sampai {tinggi}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCetakan:
    """A line of another print, `dalam` levels under its top, beside what Anggaran or APBD says of the same name."""

    nama: str
    dalam: int
    pagu: Decimal | None
    realisasi: Decimal | None
    anggaran: Decimal | None

    @property
    def selisih(self) -> Decimal | None:
        """This print minus Anggaran; None where one of them is not available."""
        return None if self.pagu is None or self.anggaran is None else self.pagu - self.anggaran


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """The same money printed another way; `temuan` says how it agrees with Anggaran.

    `rincian` is the sum of its deepest lines, `total` its printed grand total.
    """

    sumber: str
    temuan: str
    rincian: Decimal | None
    total: Decimal | None
    baris: tuple[BarisCetakan, ...]


@ingat(256)
def cetakan_lain(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[Cetakan, ...]:
    """Return the Pembanding views of an OPD and a year, one for each source."""
    pembanding = (b for b in dataset.baris_anggaran(kode_opd, tahun) if b.peran is Peran.PEMBANDING)
    kelompok = menurut(pembanding, lambda b: b.sumber)
    # Pagu by name: of Anggaran, and of Belanja in APBD for the whole; a name that stands twice compares to nothing.
    pasangan = list(_bernama(pohon_anggaran(dataset.baris_anggaran(kode_opd, tahun))))
    if dataset.opd[kode_opd].keseluruhan:
        belanja = (b for b in dataset.apbd(tahun) if b.kelompok is KelompokApbd.BELANJA and b.uraian)
        pasangan += [(samakan(b.uraian), b.anggaran) for b in belanja]
    nama = [n for n, _ in pasangan]
    acuan = {n: pagu for n, pagu in pasangan if nama.count(n) == 1}
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    return tuple(_cetakan(sumber, b, acuan, jumlah.pagu if jumlah else None) for sumber, b in kelompok.items())


def _bernama(simpul: Iterable[Simpul]) -> Iterable[tuple[str, Decimal | None]]:
    for s in simpul:
        yield samakan(s.nama), s.jumlah.pagu
        yield from _bernama(s.anak)


def _cetakan(
    sumber: str, baris: Sequence[BarisAnggaran], acuan: Mapping[str, Decimal | None], pagu: Decimal | None
) -> Cetakan:
    total = next((b.pagu for b in baris if kedalaman(b) == 0), None)
    isi = [b for b in baris if kedalaman(b)]
    daun = [b.pagu for b in baris_terdalam(isi) if b.pagu is not None]
    rincian = sum(daun, Decimal(0)) if daun else None
    atas = min((_tingkat(b) for b in isi), default=0)
    lajur = tuple(_baris_cetakan(b, _tingkat(b) - atas, acuan) for b in isi)
    bagian = [_temuan_total(total, pagu) if total is not None else f"Sebagian anggaran: {format_rupiah(rincian)}"]
    if total is not None and rincian not in (None, total):
        bagian.append(f"rincian yang tercetak hanya berjumlah {format_rupiah(rincian)}")
    beda = sum(bool(b.selisih) for b in lajur)
    if beda:
        bagian.append(f"{beda} baris berbeda dari Anggaran")
    elif any(b.selisih == 0 for b in lajur):
        bagian.append("baris yang sama namanya cocok")
    return Cetakan(sumber=sumber, temuan="; ".join(bagian), rincian=rincian, total=total, baris=lajur)


def _tingkat(baris: BarisAnggaran) -> int:
    """Count the names of an address: the levels that this print really uses."""
    return sum(bool(bagian) for bagian in jalur(baris))


def _baris_cetakan(baris: BarisAnggaran, dalam: int, acuan: Mapping[str, Decimal | None]) -> BarisCetakan:
    nama = baris.sub_kegiatan or baris.kegiatan or baris.program or baris.kelompok
    return BarisCetakan(
        nama=nama, dalam=dalam, pagu=baris.pagu, realisasi=baris.realisasi, anggaran=acuan.get(samakan(nama))
    )


def _temuan_total(total: Decimal, pagu: Decimal | None) -> str:
    if pagu is None or total == pagu:
        return f"Total {format_rupiah(total)}" + (", sama dengan Anggaran" if pagu is not None else "")
    kata = "lebih" if total > pagu else "kurang"
    return f"Total {format_rupiah(total)}, {kata} {format_rupiah(abs(total - pagu))} dari Anggaran"
