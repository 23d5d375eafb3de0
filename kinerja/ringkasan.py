"""What a leader learns first about an OPD and a year: headline, distribution, means, movers, what needs attention."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja.anggaran import JumlahAnggaran
from kinerja.angka import format_persen
from kinerja.capaian import CapaianIndikator, membaik, perubahan
from kinerja.dataset import Dataset
from kinerja.model import Indikator
from kinerja.nilai import Nilai
from kinerja.rumus import RataRata, rata_rata
from kinerja.skala import Skala, samakan
from kinerja.tabel import BarisTabelCapaian

BATAS_RENDAH = Decimal(90)
"""Below this capaian an indicator is named under what needs attention."""


@dataclass(frozen=True, slots=True)
class JumlahPredikat:
    """How many IKU have a predikat: computed here, and as the report prints it."""

    predikat: str
    dihitung: int
    dilaporkan: int


@dataclass(frozen=True, slots=True)
class Distribusi:
    """IKU by predikat, best first.

    Attributes:
        skala: the scale in force.
        pita: one entry a grade.
        tanpa_predikat: IKU without a computed predikat: graded by order only, not computable, or below the scale.
        tanpa_laporan: IKU for which the report prints none.
        jumlah: all IKU of the year.
    """

    skala: Skala
    pita: tuple[JumlahPredikat, ...]
    tanpa_predikat: int
    tanpa_laporan: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class Sorotan:
    """A finding about one indicator: a sentence, the code its link opens, and the remark that qualifies it."""

    kode_indikator: str
    judul: str
    teks: str
    bobot: Decimal
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class TitikTahun:
    """A year in the trend of an OPD: mean capaian in percent, IKU reached, serapan in percent."""

    tahun: int
    rata_rata: RataRata
    rata_rata_dibatasi: RataRata
    tercapai: int
    terbanding: int
    serapan: Decimal | None

    def rata(self, *, batasi: bool) -> RataRata:
        """Return the mean, of capaian capped at 100 when `batasi`."""
        return self.rata_rata_dibatasi if batasi else self.rata_rata


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The overview of an OPD and a year; `judul` states the finding."""

    judul: str
    iku: tuple[CapaianIndikator, ...]
    distribusi: Distribusi
    rata_rata: RataRata
    rata_rata_dibatasi: RataRata
    tercapai: int
    terbanding: int
    anggaran: JumlahAnggaran | None
    membaik: tuple[Sorotan, ...]
    menurun: tuple[Sorotan, ...]
    perhatian: tuple[Sorotan, ...]
    tren: tuple[TitikTahun, ...]

    def rata(self, *, batasi: bool) -> RataRata:
        """Return the mean, of capaian capped at 100 when `batasi`."""
        return self.rata_rata_dibatasi if batasi else self.rata_rata


@lru_cache(maxsize=512)
def ringkas(dataset: Dataset, kode_opd: str, tahun: int) -> Ringkasan | None:
    """Sum up an OPD and a year; None when it has no IKU figure in that year."""
    iku = dataset.capaian_opd(kode_opd, tahun)
    if not iku:
        return None
    distribusi = hitung_distribusi(iku, dataset.skala_capaian(kode_opd, tahun))
    gerak = _gerak(dataset, iku)
    return Ringkasan(
        judul=_judul(distribusi, iku),
        iku=iku,
        distribusi=distribusi,
        rata_rata=rata_rata(c.persen for c in iku),
        rata_rata_dibatasi=rata_rata((c.persen for c in iku), batasi=True),
        tercapai=sum(c.tercapai is True for c in iku),
        terbanding=sum(c.tercapai is not None for c in iku),
        anggaran=dataset.jumlah_anggaran.get((kode_opd, tahun)),
        membaik=tuple(s for baik, s in gerak if baik),
        menurun=tuple(s for baik, s in gerak if not baik),
        perhatian=tuple(_perhatian(iku)),
        tren=tren(dataset, kode_opd),
    )


def hitung_distribusi(iku: Sequence[CapaianIndikator], skala: Skala) -> Distribusi:
    """Count IKU by predikat, computed and as reported (report 000, Tabel 3.5)."""
    dihitung = _hitung_kata(c.predikat for c in iku)
    dilaporkan = _hitung_kata(c.baris.predikat_dilaporkan for c in iku)
    pita = tuple(JumlahPredikat(p, dihitung.get(samakan(p), 0), dilaporkan.get(samakan(p), 0)) for p in skala.predikat)
    return Distribusi(
        skala,
        pita,
        tanpa_predikat=len(iku) - sum(p.dihitung for p in pita),
        tanpa_laporan=len(iku) - sum(p.dilaporkan for p in pita),
        jumlah=len(iku),
    )


def _hitung_kata(kata: Iterable[str | None]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for k in kata:
        if k:
            hasil[samakan(k)] = hasil.get(samakan(k), 0) + 1
    return hasil


def _judul(distribusi: Distribusi, iku: Sequence[CapaianIndikator]) -> str:
    n = distribusi.jumlah
    tercapai = sum(c.tercapai is True for c in iku)
    terisi = [p for p in distribusi.pita if p.dihitung]
    if not terisi:
        return f"{_dari(tercapai, n)} IKU mencapai target" if _ada_status(iku) else f"{n} IKU belum dapat dihitung"
    awal = f"{_dari(terisi[0].dihitung, n)} IKU berpredikat {terisi[0].predikat}"
    return f"{awal}, {tercapai if tercapai else 'belum ada yang'} mencapai target"


def _ada_status(iku: Sequence[CapaianIndikator]) -> bool:
    return any(c.status is not None for c in iku)


def _dari(bagian: int, semua: int) -> str:
    """Write "15 dari 20", or "Semua 3" where nothing is left out."""
    return f"Semua {semua}" if bagian == semua and semua > 1 else f"{bagian} dari {semua}"


def _gerak(dataset: Dataset, iku: Sequence[CapaianIndikator]) -> list[tuple[bool, Sorotan]]:
    """Indicators whose realisasi changed against last year, largest relative change first."""
    hasil = []
    for c in iku:
        lalu = dataset.tahunan(c.kode, c.tahun - 1)
        selisih = perubahan(c.baris.realisasi, lalu.baris.realisasi) if lalu else None
        baik = membaik(selisih, c.indikator.arah)
        if lalu is not None and selisih is not None and baik is not None:
            hasil.append((baik, _sorotan_gerak(c, lalu, selisih)))
    return sorted(hasil, key=lambda g: -g[1].bobot)


def _sorotan_gerak(c: CapaianIndikator, lalu: CapaianIndikator, selisih: Decimal) -> Sorotan:
    arah = "Naik" if selisih > 0 else "Turun"
    teks = f"{arah} dari {bersatuan(c.indikator, lalu.baris.realisasi)} pada {lalu.tahun} menjadi {_realisasi(c)}"
    asal = abs(lalu.baris.realisasi.angka or Decimal(1)) or Decimal(1)
    catatan = c.baris.catatan or lalu.baris.catatan
    return Sorotan(c.kode, c.indikator.indikator, teks, abs(selisih) / asal, catatan)


def _realisasi(c: CapaianIndikator) -> str:
    return bersatuan(c.indikator, c.baris.realisasi)


def _target(c: CapaianIndikator) -> str:
    return bersatuan(c.indikator, c.baris.target if c.baris.target.ada else c.target)


def bersatuan(indikator: Indikator, nilai: Nilai) -> str:
    """Write a value with the indicator's unit, without saying the unit twice."""
    teks = nilai.teks
    satuan = indikator.satuan.lower()
    if satuan == "persen":
        return teks if "%" in teks or nilai.angka is None else f"{teks}%"
    if satuan == "rupiah":
        return teks if teks.lower().startswith("rp") else f"Rp {teks}"
    return teks if satuan in ("nilai", "indeks", "opini") or satuan in teks.lower() else f"{teks} {satuan}"


def _perhatian(iku: Iterable[CapaianIndikator]) -> list[Sorotan]:
    """IKU that need attention, gravest first: missed grades, low capaian, missing figures."""
    hasil = [s for c in iku if (s := _satu_perhatian(c)) is not None]
    return sorted(hasil, key=lambda s: -s.bobot)


def _satu_perhatian(c: CapaianIndikator) -> Sorotan | None:
    if c.persen is not None:
        if c.persen >= BATAS_RENDAH:
            return None
        teks = f"Capaian {format_persen(c.persen)} dari target {_target(c)}, realisasi {_realisasi(c)}"
        return Sorotan(c.kode, c.indikator.indikator, teks, Decimal(100) - c.persen)
    if c.tercapai is False:
        teks = f"Target {c.target_teks} tidak tercapai, realisasi {c.baris.realisasi.teks}"
        return Sorotan(c.kode, c.indikator.indikator, teks, Decimal(50))
    if c.tercapai is None:
        return Sorotan(c.kode, c.indikator.indikator, c.hasil.alasan, Decimal(1))
    return None


@lru_cache(maxsize=512)
def tren(dataset: Dataset, kode_opd: str) -> tuple[TitikTahun, ...]:
    """Return the OPD's years that have a computable capaian, oldest first."""
    semua = (_titik(dataset, kode_opd, t) for t in sorted(dataset.tahun_ber_iku(kode_opd)))
    return tuple(t for t in semua if t.rata_rata.dihitung)


def _titik(dataset: Dataset, kode_opd: str, tahun: int) -> TitikTahun:
    iku = dataset.capaian_opd(kode_opd, tahun)
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    return TitikTahun(
        tahun,
        rata_rata(c.persen for c in iku),
        rata_rata((c.persen for c in iku), batasi=True),
        sum(c.tercapai is True for c in iku),
        sum(c.tercapai is not None for c in iku),
        jumlah.serapan if jumlah else None,
    )


def judul_capaian(baris: Sequence[BarisTabelCapaian], sebutan: str) -> str:
    """State the finding of a table of capaian: how many reached their target, and which is farthest from it."""
    tercapai = sum(b.tercapai is True for b in baris)
    terbanding = sum(b.tercapai is not None for b in baris)
    if not terbanding:
        return (
            f"{len(baris)} indikator digambarkan, tidak ada yang memiliki target"
            if len(baris) > 1
            else ("1 indikator digambarkan tanpa target")
        )
    awal = f"{_dari(tercapai, terbanding)} {sebutan} mencapai target"
    rendah = min((b for b in baris if b.persen is not None), key=lambda b: b.persen or Decimal(0), default=None)
    if rendah is None or rendah.tercapai or terbanding < 2:
        return awal
    return f"{awal}, terendah {rendah.indikator} ({rendah.capaian})"
