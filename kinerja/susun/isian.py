"""What an office is asked to fill: its indicators and budget lines of a year or a quarter, with what stands of them.

Its own indicators, and those of the whole that name it as Penanggung jawab. Every row is asked for anew: those whose
realisasi is missing first, then those that stand, which are filled only where they are to be corrected.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran, Indikator, Opd
from kinerja.model.istilah import PARUH, Peran, Periode, Semester
from kinerja.nilai.baca import KOSONG, Nilai
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.rumus.anggaran import baris_terdalam, jalur
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.kalimat import daftar, sebagian, teks_nilai

KODE_DISEBUT = 6
"""Indicators that are named where some are left out."""


class Ditinggalkan(StrEnum):
    """Why an indicator is not asked for."""

    SETAHUN_SEKALI = "diukur setahun sekali"
    PER_SEMESTER = "dilaporkan per semester"
    DARI_TRIWULAN = "angka tahunnya berasal dari triwulan; buat isian triwulannya"
    BELUM_DIUKUR = "baru diukur pada tahun sesudahnya"
    RENCANA_BERAKHIR = "dokumen perencanaannya berakhir sebelum tahun itu"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIsian:
    """An indicator that is asked for.

    Attributes:
        indikator: which.
        periode: as it is written in the workbook; half a year where the quarter is told by it.
        target, target_hitung: what stands, as written; empty where nothing does.
        lalu: realisasi of the same period a year before, with a word where it is that of the whole year.
        tercatat: the realisasi that stands, also a word for not available; `ada` whether it is a value.
    """

    indikator: Indikator
    periode: str
    target: str = ""
    target_hitung: str = ""
    lalu: str = ""
    tercatat: str = ""
    ada: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BukuIsian:
    """What an office is asked for.

    Attributes:
        opd, tahun, periode: of whom, and of when.
        capaian: its indicators, those without a realisasi first, of these the IKU.
        anggaran: its deepest budget lines, those without a realisasi first; the realisasi is the one that stands.
        ditinggalkan: kode indikator and why it is not asked for.
        tanpa_triwulan: whether a quarter is asked for though no indicator of the office has any yet.
    """

    opd: Opd
    tahun: int
    periode: Periode
    capaian: tuple[BarisIsian, ...]
    anggaran: tuple[BarisAnggaran, ...]
    ditinggalkan: tuple[tuple[str, Ditinggalkan], ...]
    tanpa_triwulan: bool

    @property
    def kapan(self) -> str:
        """The year, or the quarter and its year."""
        return sebut_kapan(self.tahun, self.periode)

    @property
    def berisi(self) -> bool:
        """Whether there is any row."""
        return bool(self.capaian or self.anggaran)

    @property
    def diminta(self) -> tuple[int, int]:
        """How many realisasi are missing: of indicators, and of budget lines."""
        return sum(not b.ada for b in self.capaian), sum(b.realisasi is None for b in self.anggaran)

    @property
    def tercatat(self) -> int:
        """How many realisasi stand already."""
        return len(self.capaian) + len(self.anggaran) - sum(self.diminta)


def sebut_kapan(tahun: int, periode: Periode) -> str:
    """Write a year, or a quarter and its year."""
    return str(tahun) if periode is Periode.TAHUNAN else f"{periode.value} {tahun}"


@ingat(256)
def buku_isian(dataset: Dataset, kode_opd: str, tahun: int, periode: Periode) -> BukuIsian:
    """Return what an office is asked for in a year or a quarter."""
    milik = _indikator(dataset, kode_opd)
    tanpa_triwulan = periode is not Periode.TAHUNAN and not any(_pola(dataset).get(i.kode_indikator) for i in milik)
    baris: list[BarisIsian] = []
    ditinggalkan: list[tuple[str, Ditinggalkan]] = []
    for i in milik:
        apa = _periode(dataset, i.kode_indikator, tahun, periode, tanpa_triwulan=tanpa_triwulan)
        if isinstance(apa, Ditinggalkan):
            ditinggalkan.append((i.kode_indikator, apa))
        else:
            baris.append(_baris(dataset, i, tahun, apa))
    return BukuIsian(
        opd=dataset.opd[kode_opd],
        tahun=tahun,
        periode=periode,
        capaian=tuple(sorted(baris, key=lambda b: (b.ada, not b.indikator.iku))),
        anggaran=tuple(sorted(_anggaran(dataset, kode_opd, tahun, periode), key=lambda b: b.realisasi is not None)),
        ditinggalkan=tuple(ditinggalkan),
        tanpa_triwulan=tanpa_triwulan,
    )


def yang_kurang(dataset: Dataset, tahun: int, periode: Periode) -> tuple[BukuIsian, ...]:
    """Return the forms of all offices that lack a realisasi in a year or a quarter."""
    semua = (buku_isian(dataset, o.kode_opd, tahun, periode) for o in dataset.urutan_opd)
    return tuple(b for b in semua if any(b.diminta))


def _indikator(dataset: Dataset, kode_opd: str) -> tuple[Indikator, ...]:
    """Return the indicators of an office, then the IKU of the whole that it answers for."""
    menyeluruh = (
        i for o in dataset.opd.values() if o.keseluruhan and o.kode_opd != kode_opd for i in dataset.iku(o.kode_opd)
    )
    titipan = (i for i in menyeluruh if kode_opd in map(dataset.kode_opd, i.penanggung_jawab))
    return (*dataset.indikator_opd[kode_opd], *titipan)


# --- the period ------------------------------------------------------------------------------------------------------


@ingat(1)
def _baris_tercatat(dataset: Dataset) -> Mapping[tuple[str, int, str], CapaianIndikator]:
    """Return the rows of Capaian by indicator, year and period as written."""
    return {(c.kode, c.tahun, c.baris.nama_periode): c for c in dataset.capaian}


@ingat(1)
def _pola(dataset: Dataset) -> Mapping[str, Mapping[int, Sequence[str]]]:
    """Return the quarters and halves that have a row, by indicator and year."""
    bagian = (c for c in dataset.capaian if c.baris.periode is not Periode.TAHUNAN)
    return {
        kode: himpun((c.tahun, c.baris.nama_periode) for c in baris)
        for kode, baris in menurut(bagian, lambda c: c.kode).items()
    }


def _periode(dataset: Dataset, kode: str, tahun: int, periode: Periode, *, tanpa_triwulan: bool) -> str | Ditinggalkan:
    """Return the period of an indicator's row as the workbook writes it, or why it is not asked for."""
    awal, akhir = dataset.masa.get(kode, (tahun, None))
    pola = _pola(dataset).get(kode, {})
    if tahun < awal:
        return Ditinggalkan.BELUM_DIUKUR
    if akhir is not None and tahun > akhir:
        return Ditinggalkan.RENCANA_BERAKHIR
    if periode is Periode.TAHUNAN:
        sendiri = dataset.tahunan_sendiri(kode, tahun) is not None or tahun not in pola
        return periode.value if sendiri else Ditinggalkan.DARI_TRIWULAN
    if not pola:
        return periode.value if tanpa_triwulan else Ditinggalkan.SETAHUN_SEKALI
    # This year's rows say how it is told, else those of its newest year.
    tertulis = pola.get(tahun) or pola[max(pola)]
    paruh = next(s for s in Semester if periode in PARUH[s])
    if paruh.value in tertulis or all(p in PARUH for p in tertulis):
        return paruh.value if PARUH[paruh][-1] is periode else Ditinggalkan.PER_SEMESTER
    return periode.value


def _baris(dataset: Dataset, indikator: Indikator, tahun: int, periode: str) -> BarisIsian:
    kode = indikator.kode_indikator
    c = _baris_tercatat(dataset).get((kode, tahun, periode))
    kini = _realisasi(dataset, kode, tahun, periode)
    lalu = teks_nilai(_realisasi(dataset, kode, tahun - 1, periode))
    setahun = "" if lalu else teks_nilai(_realisasi(dataset, kode, tahun - 1, Periode.TAHUNAN.value))
    return BarisIsian(
        indikator=indikator,
        periode=periode,
        target=c.baris.target.teks if c else "",
        target_hitung=c.baris.target_hitung.teks if c else "",
        lalu=lalu or (f"{setahun} (setahun)" if setahun else ""),
        tercatat=teks_nilai(kini) or kini.teks.strip(),
        ada=kini.ada,
    )


def _realisasi(dataset: Dataset, kode: str, tahun: int, periode: str) -> Nilai:
    """Return the realisasi of a period; that of a year may be made of its quarters."""
    if periode == Periode.TAHUNAN:
        c = dataset.tahunan(kode, tahun)
    else:
        c = _baris_tercatat(dataset).get((kode, tahun, periode))
    return c.baris.realisasi if c else KOSONG


# --- money -----------------------------------------------------------------------------------------------------------


def _anggaran(dataset: Dataset, kode_opd: str, tahun: int, periode: Periode) -> Iterator[BarisAnggaran]:
    """Yield the deepest lines; a quarter without a line of its own takes name and pagu from the year's."""
    setahun = _terdalam(dataset.baris_anggaran(kode_opd, tahun))
    if periode is Periode.TAHUNAN:
        yield from setahun
        return
    triwulan = _terdalam(_anggaran_triwulan(dataset).get((kode_opd, tahun, periode), ()))
    ada = {(jalur(b), b.kode) for b in triwulan}
    yield from triwulan
    baru = (b for b in setahun if (jalur(b), b.kode) not in ada)
    yield from (replace(b, periode=periode, realisasi=None) for b in baru)


def _terdalam(baris: Sequence[BarisAnggaran]) -> list[BarisAnggaran]:
    return baris_terdalam(b for b in baris if b.peran is Peran.ANGGARAN)


@ingat(1)
def _anggaran_triwulan(dataset: Dataset) -> Mapping[tuple[str | None, int, Periode], Sequence[BarisAnggaran]]:
    return menurut(dataset.buku.anggaran_triwulan, lambda b: (dataset.kode_opd(b.kode_opd), b.tahun, b.periode))


# --- files ------------------------------------------------------------------------------------------------------------


def nama_isian(isian: BukuIsian) -> str:
    """Return the name of the file: ``isian_dinkes_2025_tw-ii.xlsx``; a code may hold what no file name may."""
    return f"{_nama('isian', isian.opd.kode_opd, *_masa(isian))}.xlsx"


def nama_zip(isian: BukuIsian) -> str:
    """Return the name of the file with the forms of all offices for the same period."""
    return f"{_nama('isian-semua', *_masa(isian))}.zip"


def _masa(isian: BukuIsian) -> tuple[str, ...]:
    return (str(isian.tahun), *([] if isian.periode is Periode.TAHUNAN else [isian.periode.value]))


def _nama(*bagian: str) -> str:
    aman = (re.sub(r"[^a-z0-9]+", "-", b.lower()).strip("-") for b in bagian)
    return "_".join(a for a in aman if a)


# --- what is said of it ----------------------------------------------------------------------------------------------


def kalimat_isian(isian: BukuIsian) -> tuple[str, ...]:
    """Say what a form asks for, what stands already, and what is left out and why; each a sentence."""
    return tuple(_kalimat(isian))


def _kalimat(isian: BukuIsian) -> Iterator[str]:
    iku = sum(b.indikator.iku for b in isian.capaian if not b.ada)
    sebutan = f"realisasi indikator ({iku} IKU)" if 0 < iku < isian.diminta[0] else "realisasi indikator"
    banyak = zip(isian.diminta, (sebutan, "realisasi anggaran"), strict=True)
    diminta = daftar([f"{n} {apa}" for n, apa in banyak if n])
    if not isian.berisi:
        tanpa = "" if isian.ditinggalkan else " Indikatornya belum ada pada lembar Indikator."
        yield f"Tidak ada yang dapat diminta dari {isian.opd.nama_opd} untuk {isian.kapan}.{tanpa}"
    elif not diminta:
        yield f"Semua {isian.tercatat} realisasi {isian.kapan} sudah tercatat; isian ini hanya untuk mengoreksinya."
    else:
        yield f"{diminta} {isian.kapan} diminta."
        if isian.tercatat:
            yield f"{isian.tercatat} lainnya sudah tercatat, diisi hanya bila dikoreksi."
    if isian.tanpa_triwulan and isian.capaian:
        yield "Belum ada indikatornya yang memiliki baris triwulan: semua disertakan, yang setahun sekali dikosongkan."
    for sebab, kode in himpun((s, k) for k, s in isian.ditinggalkan).items():
        yield f"{len(kode)} indikator tidak disertakan ({sebab.value}): {sebagian(kode, KODE_DISEBUT)}."
    if isian.berisi and not isian.anggaran:
        yield f"Lembar Anggaran belum memuat baris OPD ini untuk {isian.tahun}, jadi anggarannya tidak disertakan."
