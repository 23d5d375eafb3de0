"""The formulas of DESIGN section 6: capaian, status, predikat, means, serapan and efisiensi.

Practice of PermenPANRB 53/2014 as printed in the reports (000 Bab III A.1). All arithmetic is decimal, half up.
"""

import statistics
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.istilah import TRIWULAN, Akumulasi, Arah, AturanRentang, Periode, Status, triwulan_dari
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import SERATUS, bulatkan, format_angka, format_persen
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala

JANGKAUAN = 20
"""A capaian of more digits than this is a slip of the pen, and Decimal could not round it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilCapaian:
    """Outcome of comparing a realisasi with its target.

    Attributes:
        persen: capaian in percent, None when it cannot be computed.
        status: reached or not, None when nothing can be compared.
        alasan: why there is no percentage, in the reader's words; empty when there is one.
        aturan: a rule that could be otherwise and was applied (range, grade, lower is better, target 0).
        lepas: the capaian before Batas capaian of Profil cut it.
        khusus: the rules of Profil that moved it and are not what holds without them, each a phrase.
    """

    persen: Decimal | None = None
    status: Status | None = None
    alasan: str = ""
    aturan: str = ""
    lepas: Decimal | None = None
    khusus: tuple[str, ...] = ()


ATURAN_RENTANG = "Target berupa rentang: persentase dihitung terhadap titik tengahnya"
ATURAN_BATAS_RENTANG = (
    "Target berupa rentang: di dalamnya capaian 100%, di luarnya persentase dihitung terhadap batas yang dilewati"
)
ATURAN_BATAS = "Target berupa batas: persentase dihitung terhadap angkanya, tercapai pada sisi yang diminta"
ATURAN_PREDIKAT = "Dibandingkan menurut urutan predikat, tanpa persentase"
ATURAN_TURUN = "Makin rendah makin baik: (2 x target - realisasi) / target x 100"
ATURAN_NOL = "Target 0 dan realisasi 0: dinilai 100"
ATURAN_LANTAI = "Capaian dapat di bawah 0%: tidak dinaikkan menjadi 0"
KHUSUS_RENTANG = "rentang dihitung terhadap batasnya"
KHUSUS_LANTAI = "capaian dapat di bawah 0%"


def khusus_batas(batas: Decimal) -> str:
    """Name the cap of every capaian, in percent."""
    return f"capaian dibatasi {format_angka(batas)}%"


def hitung_capaian(
    target: Nilai, realisasi: Nilai, arah: Arah, skala: Skala | None = None, aturan: AturanHitung = BAKU
) -> HasilCapaian:
    """Compare a realisasi with its target.

    The status is that of the capaian before it is capped: what exceeded its target did so, whatever is counted.

    Args:
        target: the target as read.
        realisasi: the realisasi as read.
        arah: direction of the indicator.
        skala: its Skala nilai, needed where grades are compared.
        aturan: the rules of Profil.
    """
    alasan = _halangan(target, realisasi, arah)
    if alasan:
        return HasilCapaian(alasan=alasan)
    if JenisNilai.PREDIKAT in (target.jenis, realisasi.jenis):
        return _banding_predikat(target, realisasi, skala)
    return _capaian_angka(target, realisasi, arah, aturan)


def persen_capaian(
    target: Nilai | Decimal, realisasi: Decimal, arah: Arah, aturan: AturanHitung = BAKU
) -> Decimal | None:
    """Return the capaian in percent by the rules of Profil; None where it is not computable (target 0 or negative).

    A range is calculated with by its midpoint. By the rule Batas it is 100 anywhere inside, as the target is reached
    there, and outside what a target would give that is the bound passed: of 95 to 97 upwards, 90 is held against 95 and
    98 against 97; downwards 98, the worse side, against 97 and 90 against 95.
    """
    lepas = _persen_lepas(target, realisasi, arah, aturan)
    return None if lepas is None else aturan.dibatasi(lepas)


def _persen_lepas(target: Nilai | Decimal, realisasi: Decimal, arah: Arah, aturan: AturanHitung) -> Decimal | None:
    """Return the capaian before it is capped."""
    acuan = target if isinstance(target, Decimal) else target.bilangan
    if not isinstance(target, Decimal) and _menurut_batas(target, aturan):
        bawah, atas = pasti(target.bawah, "batas bawah"), pasti(target.atas, "batas atas")
        if bawah <= realisasi <= atas:
            return SERATUS
        acuan = bawah if realisasi < bawah else atas
    if acuan == 0:
        return SERATUS if realisasi == 0 and arah is Arah.TURUN else None
    if acuan < 0:
        return None
    pembilang = 2 * acuan - realisasi if arah is Arah.TURUN else realisasi
    return aturan.beralas(pembilang / acuan * SERATUS)


def _menurut_batas(target: Nilai, aturan: AturanHitung) -> bool:
    """Tell whether a target is a range that is calculated with by its bounds."""
    return aturan.rentang is AturanRentang.BATAS and target.bawah is not None and target.atas is not None


def nilai_pada_capaian(target: Nilai, persen: Decimal, arah: Arah, aturan: AturanHitung = BAKU) -> Decimal:
    """Return the realisasi that gives a capaian in percent: the formula of `persen_capaian`, solved for realisasi.

    Of a range that is calculated with by its bounds, 100 begins at the bound of the worse side.
    """
    acuan = target.bilangan
    if _menurut_batas(target, aturan):
        ujung = target.atas if (persen > SERATUS) == (arah is Arah.NAIK) else target.bawah
        acuan = pasti(ujung, "batas rentang")
    return acuan * (2 - persen / SERATUS) if arah is Arah.TURUN else acuan * persen / SERATUS


def status_capaian(persen: Decimal) -> Status:
    """Status at two decimals (report 000, Tabel 3.1)."""
    bulat = bulatkan(persen)
    if bulat == SERATUS:
        return Status.SESUAI
    return Status.MELEBIHI if bulat > SERATUS else Status.TIDAK_TERCAPAI


def status_batas(target: Nilai, realisasi: Decimal, persen: Decimal | None) -> Status:
    """Judge a target that is a bound by its side, exactly: 69,999 does not reach ``≥ 70``, nor 3 ``> 3``."""
    batas = target.bilangan
    if target.batas is None or not target.batas.dicapai(realisasi, batas):
        return Status.TIDAK_TERCAPAI
    tepat = realisasi == batas or (persen is not None and bulatkan(persen) == SERATUS)
    return Status.SESUAI if tepat else Status.MELEBIHI


def persen_dari(bagian: Decimal | int | None, utuh: Decimal | int | None) -> Decimal | None:
    """Return a part in percent of a whole; None where either is missing or the whole is 0."""
    return None if bagian is None or not utuh else Decimal(bagian) / utuh * SERATUS


def serapan(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Return the budget absorption in percent; None without pagu, with pagu 0 or without realisasi."""
    return persen_dari(realisasi, pagu)


def sisa_anggaran(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Return what was left of the pagu in rupiah, negative where more was spent; None where either is missing."""
    return None if pagu is None or realisasi is None else pagu - realisasi


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Efisiensi of a budget: capaian minus serapan in points, and capaian over serapan as a ratio."""

    poin: Decimal
    rasio: Decimal | None


def efisiensi(capaian: Decimal | None, serap: Decimal | None) -> Efisiensi | None:
    """Compare what was reached with what was spent, both in percent."""
    if capaian is None or serap is None:
        return None
    return Efisiensi(capaian - serap, capaian / serap if serap else None)


@dataclass(frozen=True, slots=True)
class RataRata:
    """Plain mean or median of the computable capaian, with how many of how many went into it."""

    nilai: Decimal | None
    dihitung: int
    jumlah: int
    khusus: tuple[str, ...] = ()
    """Rules of Profil that moved one of its capaian, each a phrase."""

    @property
    def keterangan(self) -> str:
        """The remark that always stands beside a mean or median."""
        return ", ".join((f"{self.dihitung} dari {self.jumlah} dihitung", *self.khusus))


def rata_rata(capaian: Iterable[Decimal | None], *, batasi: bool = False) -> RataRata:
    """Average capaian in percent; `batasi` caps each at 100 first."""
    semua = list(capaian)
    ada = _terhitung(semua, batasi=batasi)
    mean = sum(ada, Decimal(0)) / len(ada) if ada else None
    return RataRata(mean, len(ada), len(semua))


def median(capaian: Iterable[Decimal | None], *, batasi: bool = False) -> RataRata:
    """Return the middle capaian in percent, of an even number the mean of the two in the middle."""
    semua = list(capaian)
    ada = _terhitung(semua, batasi=batasi)
    return RataRata(statistics.median(ada) if ada else None, len(ada), len(semua))


def dibatasi(persen: Decimal, *, batasi: bool) -> Decimal:
    """Return a capaian as it is counted: as it is, or not above 100."""
    return min(persen, SERATUS) if batasi else persen


def _terhitung(semua: Iterable[Decimal | None], *, batasi: bool) -> list[Decimal]:
    return [dibatasi(c, batasi=batasi) for c in semua if c is not None]


def cukup_triwulan(periode: Collection[str], cara: Akumulasi) -> bool:
    """Tell whether these quarters make a year: the last one where the last one counts, else all four."""
    if cara is Akumulasi.TERAKHIR:
        return Periode.TW_IV in periode
    return {t for p in periode for t in triwulan_dari(p)} >= TRIWULAN


def gabung_triwulan(nilai: Sequence[Nilai], cara: Akumulasi, banyak: Sequence[int] = ()) -> Decimal | None:
    """Make the year of quarters: the last one, their sum or their mean; None when no quarter has a number.

    `banyak` tells for how many quarters each stands, one where it is empty: half a year holds the sum of its two, or
    their mean, which counts twice.
    """
    angka = [(n.angka, b) for n, b in zip(nilai, banyak or [1] * len(nilai), strict=True) if n.angka is not None]
    if not angka:
        return None
    if cara is Akumulasi.TERAKHIR:
        return angka[-1][0]
    if cara is Akumulasi.JUMLAH:
        return sum((a for a, _ in angka), Decimal(0))
    return sum((a * b for a, b in angka), Decimal(0)) / sum(b for _, b in angka)


def _halangan(target: Nilai, realisasi: Nilai, arah: Arah) -> str:
    if arah is Arah.NETRAL:
        return "Indikator netral: digambarkan, tidak dinilai"
    if not target.ada and not realisasi.ada:
        return "Target dan realisasi tidak tersedia"
    if not target.ada:
        return "Target tidak tersedia"
    if not realisasi.ada:
        return "Realisasi tidak tersedia"
    return _halangan_jenis(target, realisasi)


def _halangan_jenis(target: Nilai, realisasi: Nilai) -> str:
    if JenisNilai.RASIO in (target.jenis, realisasi.jenis):
        return "Rasio ditampilkan apa adanya, tidak dihitung"
    level = [n for n in (target, realisasi) if n.jenis is JenisNilai.LEVEL]
    if len(level) == 2 and target.penyebut != realisasi.penyebut:
        return "Penyebut target dan realisasi berbeda"
    return ""


def _banding_predikat(target: Nilai, realisasi: Nilai, skala: Skala | None) -> HasilCapaian:
    urutan = [_urutan(n, skala) for n in (target, realisasi)]
    if urutan[0] is None or urutan[1] is None:
        return HasilCapaian(alasan="Predikat tidak dapat dibandingkan dengan angka pada skalanya")
    status = Status.SESUAI
    if urutan[0] != urutan[1]:
        status = Status.MELEBIHI if urutan[1] < urutan[0] else Status.TIDAK_TERCAPAI
    return HasilCapaian(status=status, alasan="Predikat tidak memiliki persentase", aturan=ATURAN_PREDIKAT)


def _urutan(nilai: Nilai, skala: Skala | None) -> int | None:
    if skala is None:
        return None
    # A number is turned into its own grade; the grade printed beside it may be wrong.
    dari_angka = skala.peringkat(nilai.angka).pita if nilai.angka is not None else None
    pita = dari_angka or (skala.cari(nilai.predikat) if nilai.predikat is not None else None)
    return pita.urutan if pita else None


def _capaian_angka(target: Nilai, realisasi: Nilai, arah: Arah, aturan: AturanHitung) -> HasilCapaian:
    if target.angka is None or realisasi.angka is None:
        return HasilCapaian(alasan="Target atau realisasi tidak berupa angka")
    lepas = _persen_lepas(target, realisasi.angka, arah, aturan)
    if lepas is not None and lepas.adjusted() > JANGKAUAN:
        return HasilCapaian(alasan="Persentase di luar jangkauan: periksa target dan realisasi")
    if lepas is None:
        status = _status_tanpa_persen(target, realisasi)
        return HasilCapaian(status=status, alasan="Target 0 atau negatif: persentase tidak dapat dihitung")
    return HasilCapaian(
        persen=aturan.dibatasi(lepas),
        status=_status(target, realisasi, lepas),
        aturan="; ".join(_aturan(target, arah, lepas, aturan)),
        lepas=lepas,
        khusus=tuple(_khusus(target, lepas, aturan)),
    )


def _status(target: Nilai, realisasi: Nilai, persen: Decimal) -> Status:
    if target.batas is not None:
        return status_batas(target, realisasi.bilangan, persen)
    return Status.DALAM_RENTANG if _di_dalam(target, realisasi) else status_capaian(persen)


def _status_tanpa_persen(target: Nilai, realisasi: Nilai) -> Status | None:
    if target.batas is not None:
        return status_batas(target, realisasi.bilangan, None)
    return Status.DALAM_RENTANG if _di_dalam(target, realisasi) else None


def _di_dalam(rentang: Nilai, nilai: Nilai) -> bool:
    if rentang.bawah is None or rentang.atas is None or nilai.angka is None:
        return False
    return rentang.bawah <= nilai.angka <= rentang.atas


def _aturan(target: Nilai, arah: Arah, lepas: Decimal, aturan: AturanHitung) -> Iterator[str]:
    """Name the rules that could be otherwise and were applied, each a sentence."""
    if _menurut_batas(target, aturan):
        yield ATURAN_BATAS_RENTANG
    elif target.jenis is JenisNilai.RENTANG:
        yield ATURAN_RENTANG
    if target.batas is not None:
        yield ATURAN_BATAS
    if arah is Arah.TURUN:
        yield ATURAN_NOL if target.angka == 0 else ATURAN_TURUN
    if aturan.batas is not None and lepas > aturan.batas:
        yield f"Capaian dibatasi {format_angka(aturan.batas)}%; tanpa batas {format_persen(lepas)}"
    if lepas < 0:
        yield ATURAN_LANTAI


def _khusus(target: Nilai, lepas: Decimal, aturan: AturanHitung) -> Iterator[str]:
    if _menurut_batas(target, aturan):
        yield KHUSUS_RENTANG
    if aturan.batas is not None and lepas > aturan.batas:
        yield khusus_batas(aturan.batas)
    if lepas < 0:
        yield KHUSUS_LANTAI
