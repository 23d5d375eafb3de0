"""The budget of an OPD and a year, opened level by level: pagu, realisasi, serapan, what was left, what stands out.

Figures come from the deepest lines, so that nothing is counted twice; where the programs of the whole carry no
realisasi it is Belanja of APBD, and the text says so (DESIGN section 4).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran
from kinerja.model.istilah import KelompokApbd, Peran
from kinerja.nilai.angka import format_persen, format_rupiah, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import jumlah_ada, pasti, terbesar_dulu
from kinerja.rumus.anggaran import JumlahAnggaran, Simpul, baris_terdalam, jalur, pohon_anggaran
from kinerja.rumus.capaian import JenisTanda, Tanda
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import secukupnya

TINGKAT = {1: "kelompok", 2: "program", 3: "kegiatan", 4: "sub kegiatan"}
TERBESAR = 10
"""How many of the largest lines are named together, and drawn one by one."""
CATATAN_APBD = (
    "Realisasi dan serapan berasal dari Belanja dalam APBD, karena laporan hanya mencetak pagu untuk setiap program; "
    "realisasi per program tidak tersedia."
)
CATATAN_JUMLAH = "Jumlah dihitung dari baris terdalam; baris induk dan total tercetak tidak ikut dijumlahkan."


@dataclass(frozen=True, slots=True)
class Remah:
    """A step of the way from the OPD to the place that is open; `jalur` is its address."""

    nama: str
    jalur: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUang:
    """One line of a level.

    Attributes:
        jalur: the address that opens it; empty where nothing lies under it.
        nama: its name.
        jumlah: pagu, realisasi, serapan and sisa, of its deepest lines.
        bagian: its share of the level's pagu in percent.
        dukung: names of the IKU that the report says it supports.
        tanda: marks, where the printed figure differs.
    """

    jalur: str
    nama: str
    jumlah: JumlahAnggaran
    bagian: Decimal | None = None
    dukung: tuple[str, ...] = ()
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class SorotanUang:
    """A finding about a level: what, the figure, about whom, and the address that its link opens (may be empty)."""

    judul: str
    angka: str
    teks: str
    jalur: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RincianAnggaran(Pandangan):
    """A level of the budget.

    `judul` states the finding, `asal` where the realisasi comes from if not from the lines, `tingkat` names the lines,
    `tanda` marks their sum.
    """

    asal: str
    tingkat: str
    remah: tuple[Remah, ...]
    jumlah: JumlahAnggaran
    baris: tuple[BarisUang, ...]
    sorotan: tuple[SorotanUang, ...]
    catatan: tuple[str, ...]
    tanda: tuple[Tanda, ...] = ()

    @property
    def nama(self) -> str:
        """The place that is open; empty at the OPD itself."""
        return self.remah[-1].nama if self.remah else ""

    @property
    def hanya_pagu(self) -> bool:
        """Whether no line carries a realisasi."""
        return all(b.jumlah.realisasi is None for b in self.baris)


@dataclass(frozen=True, slots=True)
class _Tempat:
    """A place in the tree, with its address in the URL and in the workbook."""

    simpul: Simpul
    jalur: str = ""
    alamat: tuple[str, ...] = ("", "", "", "")
    remah: tuple[Remah, ...] = ()


@ingat(256)
def _tempat(dataset: Dataset, kode_opd: str, tahun: int) -> Mapping[str, _Tempat]:
    """Every place of a budget by its address; the OPD itself stands under the empty one."""
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    if jumlah is None:
        return {}
    akar = _Tempat(Simpul("", 0, jumlah, pohon_anggaran(dataset.baris_anggaran(kode_opd, tahun))))
    return {t.jalur: t for t in (akar, *_turun(akar))}


def _turun(induk: _Tempat) -> Iterator[_Tempat]:
    for potongan, anak in _bernama(induk.simpul.anak):
        alamat = list(induk.alamat)
        alamat[anak.tingkat - 1] = samakan(anak.nama)
        jalur_anak = f"{induk.jalur}/{potongan}".strip("/")
        remah = (*induk.remah, Remah(anak.nama, jalur_anak))
        tempat = _Tempat(anak, jalur_anak, tuple(alamat), remah)
        yield tempat
        yield from _turun(tempat)


def _bernama(anak: Iterable[Simpul]) -> Iterator[tuple[str, Simpul]]:
    """Give every child its part of an address, made of its name; names that look alike are numbered."""
    dipakai: dict[str, int] = {}
    for simpul in anak:
        potongan = re.sub(r"[\W_]+", "-", simpul.nama.casefold()).strip("-") or "baris"
        dipakai[potongan] = dipakai.get(potongan, 0) + 1
        yield potongan if dipakai[potongan] == 1 else f"{potongan}-{dipakai[potongan]}", simpul


def tahun_anggaran(dataset: Dataset, kode_opd: str) -> tuple[int, ...]:
    """Return the years in which an OPD has a budget, newest first."""
    return tuple(sorted((t for k, t in dataset.jumlah_anggaran if k == kode_opd), reverse=True))


@ingat(256)
def semua_jalur(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[str, ...]:
    """Return every address that can be opened, the OPD itself (empty) first."""
    return tuple(j for j, t in _tempat(dataset, kode_opd, tahun).items() if not j or t.simpul.anak)


@ingat(512)
def rincian_anggaran(dataset: Dataset, kode_opd: str, tahun: int, alamat: str = "") -> RincianAnggaran | None:
    """Open a level of the budget of an OPD and a year; None when there is no budget or no such place."""
    tempat = _tempat(dataset, kode_opd, tahun).get(alamat)
    if tempat is None:
        return None
    cetakan: dict[tuple[str, ...], BarisAnggaran] = {
        jalur(b): b for b in dataset.baris_anggaran(kode_opd, tahun) if b.peran is Peran.ANGGARAN
    }
    pagu = tempat.simpul.jumlah.pagu
    anak = [t for t in _turun(tempat) if len(t.remah) == len(tempat.remah) + 1]
    semua = (_satu_baris(dataset, t, pagu, cetakan.get(t.alamat)) for t in anak)
    baris = tuple(sorted(semua, key=lambda b: terbesar_dulu(b.jumlah.pagu)))
    sorotan: tuple[SorotanUang, ...] = ()
    if len(baris) >= 2 and all(b.jumlah.realisasi is None for b in baris):
        sorotan = tuple(_sorotan_pagu(baris))
    elif len(baris) >= 2:
        sorotan = tuple(_sorotan_serapan(tempat.simpul, baris))
    hasil = RincianAnggaran(
        judul=judul_uang(tempat.simpul.jumlah),
        asal=CATATAN_APBD if tempat.simpul.jumlah.dari_apbd else "",
        tingkat=_kata_tingkat(dataset, kode_opd, tempat.simpul.anak),
        remah=tempat.remah,
        jumlah=tempat.simpul.jumlah,
        baris=baris,
        sorotan=sorotan,
        catatan=tuple(_catatan(dataset.baris_anggaran(kode_opd, tahun))),
        sumber=tempat_cetak(_sumber(dataset, tahun, tempat.simpul.jumlah, cetakan.values())),
    )
    return replace(hasil, butir=butir_uang(hasil))


def _sumber(dataset: Dataset, tahun: int, jumlah: JumlahAnggaran, cetakan: Iterable[BarisAnggaran]) -> Iterator[str]:
    yield from (b.sumber for b in cetakan)
    if jumlah.dari_apbd:
        yield from (b.sumber for b in dataset.apbd(tahun) if b.kelompok is KelompokApbd.BELANJA)


def judul_uang(jumlah: JumlahAnggaran) -> str:
    """State serapan and money in one sentence."""
    pagu, realisasi = format_rupiah_ringkas(jumlah.pagu), format_rupiah_ringkas(jumlah.realisasi)
    if jumlah.pagu is None:
        return "Pagu tidak tersedia"
    if jumlah.serapan is None:
        return f"Pagu {pagu}, realisasi {'tidak tersedia' if jumlah.realisasi is None else realisasi}"
    akhir = "tanpa sisa"
    if sisa := jumlah.sisa:
        akhir = f"{'tersisa' if sisa > 0 else 'melampaui pagu'} {format_rupiah_ringkas(abs(sisa))}"
    return f"Serapan {format_persen(jumlah.serapan)}: {realisasi} dari {pagu}, {akhir}"


def _kata_tingkat(dataset: Dataset, kode_opd: str, anak: Sequence[Simpul]) -> str:
    """Name the lines of a level; a kelompok is called what it is, where all of them are one kind of thing."""
    if not anak:
        return "baris"
    nama = {samakan(a.nama) for a in anak}
    if anak[0].tingkat == 1 and nama <= {samakan(i.sasaran) for i in dataset.indikator_opd[kode_opd]}:
        return "sasaran"
    if anak[0].tingkat == 1 and all(n.startswith("bagian ") for n in nama):
        return "bagian"
    return TINGKAT[anak[0].tingkat]


def _satu_baris(dataset: Dataset, tempat: _Tempat, pagu: Decimal | None, cetak: BarisAnggaran | None) -> BarisUang:
    jumlah = tempat.simpul.jumlah
    kode = (dataset.kode_indikator(k) for k in cetak.kode_indikator) if cetak else ()
    ada = (dataset.indikator[k] for k in kode if k is not None)
    iku_didukung = tuple(i.indikator for i in ada if i.iku)
    return BarisUang(
        jalur=tempat.jalur if tempat.simpul.anak else "",
        nama=tempat.simpul.nama,
        jumlah=jumlah,
        bagian=persen_dari(jumlah.pagu, pagu),
        dukung=iku_didukung,
        tanda=_tanda(jumlah, cetak) if tempat.simpul.anak else (),
    )


def _tanda(jumlah: JumlahAnggaran, cetak: BarisAnggaran | None) -> tuple[Tanda, ...]:
    """Mark a parent whose printed figure is not the sum of its deepest lines."""
    if cetak is None:
        return ()
    pasangan = (("Pagu", jumlah.pagu, cetak.pagu), ("Realisasi", jumlah.realisasi, cetak.realisasi))
    return tuple(
        Tanda(JenisTanda.BEDA_CETAK, f"{nama}: rinciannya berjumlah {format_rupiah(j)}, tercetak {format_rupiah(c)}")
        for nama, j, c in pasangan
        if c is not None and j != c
    )


def _catatan(baris: Sequence[BarisAnggaran]) -> Iterator[str]:
    daun = [b for b in baris_terdalam(b for b in baris if b.peran is Peran.ANGGARAN) if b.pagu]
    kosong = sum(b.realisasi is None for b in daun)
    if 0 < kosong < len(daun):
        yield f"{kosong} dari {len(daun)} baris terdalam tidak memiliki realisasi; serapan terbaca lebih rendah."
    yield CATATAN_JUMLAH


def _sorotan_serapan(simpul: Simpul, baris: Sequence[BarisUang]) -> Iterator[SorotanUang]:
    """What was left most, what was absorbed least, what was not touched at all."""
    tersisa = [(s, b) for b in baris if (s := b.jumlah.sisa) is not None and s > 0]
    if tersisa:
        sisa, besar = max(tersisa, key=lambda t: t[0])
        bagian = format_persen(persen_dari(sisa, sum((s for s, _ in tersisa), Decimal(0))))
        uang = format_rupiah_ringkas(sisa)
        yield SorotanUang("Sisa terbesar", f"{uang} ({bagian} dari sisa)", besar.nama, besar.jalur)
    terserap = [b for b in baris if b.jumlah.serapan is not None]
    if terserap:
        rendah = min(terserap, key=lambda b: pasti(b.jumlah.serapan, "serapan"))
        yield SorotanUang("Serapan terendah", format_persen(rendah.jumlah.serapan), rendah.nama, rendah.jalur)
    yield _sorotan_belum(simpul)


def _sorotan_belum(simpul: Simpul) -> SorotanUang:
    judul = "Belum terserap sama sekali"
    belum = [d for d in _daun(simpul) if d.jumlah.pagu and d.jumlah.realisasi == 0]
    if not belum:
        return SorotanUang(judul, "Tidak ada", "Setiap baris terdalam memiliki realisasi.")
    uang = format_rupiah_ringkas(jumlah_ada(d.jumlah.pagu for d in belum))
    nama = [d.nama for d in belum]
    lain = f"; dan {len(nama) - 2} lainnya" if len(nama) > 2 else ""
    sebut = "; ".join(nama[:2]) + lain
    return SorotanUang(judul, f"{len(belum)} {TINGKAT[belum[0].tingkat]}, {uang}", sebut)


def _daun(simpul: Simpul) -> Iterator[Simpul]:
    for anak in simpul.anak:
        if anak.anak:
            yield from _daun(anak)
        else:
            yield anak


def _sorotan_pagu(baris: Sequence[BarisUang]) -> Iterator[SorotanUang]:
    """Where the money lies when only pagu is known: the largest, the largest ten, what is tied to an IKU."""
    yield SorotanUang("Pagu terbesar", f"{_uang(baris[:1])} ({_bagian(baris[:1])})", baris[0].nama, baris[0].jalur)
    if len(baris) > TERBESAR:
        teks = f"dari pagu berada pada {TERBESAR} dari {len(baris)} baris, yaitu {_uang(baris[:TERBESAR])}."
        yield SorotanUang(f"{TERBESAR} terbesar", _bagian(baris[:TERBESAR]), teks)
    terkait = [b for b in baris if b.dukung]
    if terkait:
        teks = f"{len(terkait)} dari {len(baris)} baris, menurut laporan; setiap baris dihitung sekali."
        yield SorotanUang("Mendukung IKU", f"{_uang(terkait)} ({_bagian(terkait)})", teks)


def _uang(baris: Iterable[BarisUang]) -> str:
    return format_rupiah_ringkas(jumlah_ada(b.jumlah.pagu for b in baris))


def _bagian(baris: Iterable[BarisUang]) -> str:
    return format_persen(jumlah_ada(b.bagian for b in baris))


@lru_cache(maxsize=256)
def baris_grafik(rincian: RincianAnggaran) -> tuple[BarisUang, ...]:
    """Return what a chart draws: every line, or the largest ones and the rest as one."""
    if len(rincian.baris) <= TERBESAR + 2:
        return rincian.baris
    sisa = rincian.baris[TERBESAR:]
    jumlah = JumlahAnggaran(jumlah_ada(b.jumlah.pagu for b in sisa), jumlah_ada(b.jumlah.realisasi for b in sisa))
    bagian = jumlah_ada(b.bagian for b in sisa)
    return (
        *rincian.baris[:TERBESAR],
        BarisUang(jalur="", nama=f"{len(sisa)} {rincian.tingkat} lainnya", jumlah=jumlah, bagian=bagian),
    )


def butir_uang(rincian: RincianAnggaran) -> tuple[str, ...]:
    """Return what stands out on a level for a message, then its largest lines."""
    temuan = (f"{s.judul}: {s.angka}{' ' if s.teks[:1].islower() else '; '}{s.teks}" for s in rincian.sorotan)
    return secukupnya((*temuan, *(f"{b.nama}: {judul_uang(b.jumlah)}" for b in rincian.baris)), rincian.tingkat)
