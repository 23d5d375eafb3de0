"""A year made of its quarters: what stands so far, the target it is held against, what the year's own row says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.model.istilah import Akumulasi, Periode
from kinerja.nilai.baca import KOSONG, JenisNilai, Nilai, nilai_angka
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import CapaianIndikator, Kecocokan, baris_tahunan, cocokkan
from kinerja.rumus.hitung import cukup_triwulan, gabung_triwulan
from kinerja.sajian.kalimat import teks_nilai

URUTAN: tuple[Periode, ...] = (Periode.TW_I, Periode.TW_II, Periode.TW_III, Periode.TW_IV)


@ingat(1)
def baris_triwulan(dataset: Dataset) -> Mapping[tuple[str, int], tuple[CapaianIndikator, ...]]:
    """Return the quarters by kode indikator and year, in the order of the year."""
    triwulan = (c for c in dataset.capaian if c.baris.periode is not Periode.TAHUNAN)
    milik = menurut(triwulan, lambda c: (c.kode, c.tahun))
    return {k: tuple(sorted(v, key=lambda c: URUTAN.index(c.baris.periode))) for k, v in milik.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Jejak:
    """The year so far.

    Attributes:
        sampai: the last quarter with a realisasi, None where there is none.
        realisasi: all of it, by Akumulasi.
        terbanding, target: realisasi and target of the quarters that have both.
        catatan: which quarters could not be compared, as a phrase.
    """

    sampai: Periode | None = None
    realisasi: Nilai = KOSONG
    terbanding: Nilai = KOSONG
    target: Nilai = KOSONG
    catatan: str = ""


def jejak_triwulan(tw: Sequence[CapaianIndikator]) -> Jejak:
    """Follow a year through the quarters that stand."""
    cara = tw[0].indikator.akumulasi
    terisi = [c for c in tw if c.baris.realisasi.ada]
    if not terisi:
        return Jejak()
    sampai = terisi[-1].baris.periode
    pasangan = terisi[-1:] if cara is Akumulasi.TERAKHIR else [c for c in terisi if c.target.ada]
    return Jejak(
        sampai=sampai,
        realisasi=gabungkan([c.baris.realisasi for c in terisi], cara, _banyak(terisi)),
        terbanding=gabungkan([c.baris.realisasi for c in pasangan], cara, _banyak(pasangan)),
        target=gabungkan([c.target for c in pasangan], cara, _banyak(pasangan)),
        catatan="" if cara is Akumulasi.TERAKHIR else _ditinggalkan(sampai, pasangan),
    )


def _banyak(tw: Sequence[CapaianIndikator]) -> list[int]:
    """For how many quarters each row stands."""
    return [len(c.baris.triwulan) for c in tw]


def _ditinggalkan(sampai: Periode, pasangan: Sequence[CapaianIndikator]) -> str:
    ada = {p for c in pasangan for p in c.baris.triwulan}
    hilang = [p.value for p in URUTAN[: URUTAN.index(sampai) + 1] if p not in ada]
    return f"Jalur dihitung tanpa {' dan '.join(hilang)}, yang target atau realisasinya kosong" if hilang else ""


def gabungkan(nilai: Sequence[Nilai], cara: Akumulasi, banyak: Sequence[int] = ()) -> Nilai:
    """Make one value of quarters by Akumulasi; not available where there is none, or a grade is to be added.

    `banyak` tells for how many quarters each value stands.
    """
    if not nilai:
        return KOSONG
    if cara is Akumulasi.TERAKHIR:
        return nilai[-1]
    angka = None if any(n.angka is None for n in nilai) else gabung_triwulan(nilai, cara, banyak)
    return KOSONG if angka is None else nilai_angka(angka)


def target_tahun(dataset: Dataset, tw: Sequence[CapaianIndikator]) -> tuple[Nilai, str]:
    """Return the year's target: of its own row, else made of the quarters where they are enough for that."""
    tahunan = dataset.tahunan_sendiri(tw[0].kode, tw[0].tahun)
    if tahunan is not None and tahunan.target.ada:
        return tahunan.target, "target Tahunan"
    cara = tw[0].indikator.akumulasi
    ada = [c for c in tw if c.target.ada]
    if cara is Akumulasi.TERAKHIR:
        return next((c.target for c in ada if c.baris.periode is Periode.TW_IV), KOSONG), "target TW IV"
    if not cukup_triwulan([c.baris.nama_periode for c in ada], cara):
        return KOSONG, ""
    return gabungkan(
        [c.target for c in ada], cara, _banyak(ada)
    ), f"{'jumlah' if cara is Akumulasi.JUMLAH else 'rata-rata'} target TW"


def beda_tahunan(dataset: Dataset, tw: Sequence[CapaianIndikator]) -> str:
    """Say that the year's own row and its quarters disagree; empty where they agree or cannot be compared."""
    tahunan = dataset.tahunan_sendiri(tw[0].kode, tw[0].tahun)
    susunan = baris_tahunan(tw[0].indikator, [c.baris for c in tw])
    if tahunan is None or susunan is None:
        return ""
    target = susunan.target_hitung if susunan.target_hitung.ada else susunan.target
    pasangan = (("target", tahunan.target, target), ("realisasi", tahunan.baris.realisasi, susunan.realisasi))
    beda = [f"{apa} {teks_nilai(a)} (dari triwulan {teks_nilai(b)})" for apa, a, b in pasangan if not _cocok(a, b)]
    if not beda:
        return ""
    return f"Baris Tahunan mencatat {' dan '.join(beda)}; yang dipakai untuk tahun ini adalah baris Tahunan."


def _cocok(tahunan: Nilai, susunan: Nilai) -> bool:
    """Tell whether the year's own value agrees with that of its quarters; a missing one disagrees with nothing."""
    if not tahunan.ada or not susunan.ada:
        return True
    if JenisNilai.PREDIKAT in (tahunan.jenis, susunan.jenis):
        return samakan(tahunan.predikat or tahunan.teks) == samakan(susunan.predikat or susunan.teks)
    if tahunan.angka is None or susunan.angka is None:
        return samakan(tahunan.teks) == samakan(susunan.teks)
    return tahunan.penyebut == susunan.penyebut and cocokkan(tahunan, susunan.angka) is Kecocokan.COCOK
