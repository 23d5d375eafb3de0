"""Findings as people read them: filtered, counted, grouped by OPD and rule; the headline and the table to hand over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kinerja.dataset import Dataset
from kinerja.nilai.kelompok import menurut
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa
from kinerja.sajian.salinan import Topik
from kinerja.sajian.warna import COKELAT, PUTIH
from kinerja.uji.mesin import ATURAN, uji
from kinerja.uji.model import Aturan, Keyakinan, Temuan
from kinerja.uji.penutupan import StatusTemuan

TEMUAN = "ketidaksesuaian"
OPD_DALAM_MATRIKS = 7
RUPA_KEYAKINAN = {
    Keyakinan.PASTI: Rupa(COKELAT, PUTIH, "✗"),
    Keyakinan.PATUT_DICEK: Rupa(TAK_TERSEDIA.warna, TAK_TERSEDIA.warna_teks, "?"),
}


@cache
def aturan_berkode(kode: str) -> Aturan:
    """Return a rule by its code.

    Raises:
        KeyError: when there is none.
    """
    return {a.kode: a for a in ATURAN}[kode]


def nama_opd(dataset: Dataset, temuan: Temuan) -> str:
    """Return the name of the OPD whose figure is doubted."""
    opd = dataset.opd.get(temuan.alamat.kode_opd)
    return opd.nama_opd if opd else temuan.alamat.kode_opd


def nama_indikator(dataset: Dataset, temuan: Temuan) -> str:
    """Return the name of the indicator whose figure is doubted, empty for a figure of an OPD or a region."""
    indikator = dataset.indikator.get(temuan.alamat.kode_indikator)
    return indikator.indikator if indikator else ""


def tercetak_di(sumber: Sequence[str]) -> str:
    """Say where a finding is printed, or that the rows it speaks of name no source."""
    return f"Tercetak di {'; '.join(sumber)}" if sumber else "Baris datanya tidak menyebut sumber"


def sebutan(dataset: Dataset, temuan: Temuan) -> str:
    """Name what a finding is about: the indicator, else what it is within the OPD, else the OPD."""
    return nama_indikator(dataset, temuan) or temuan.alamat.uraian or nama_opd(dataset, temuan)


def jumlah_pasti(temuan: Iterable[Temuan]) -> int:
    """Count the findings that are proved."""
    return sum(t.keyakinan is Keyakinan.PASTI for t in temuan)


def hitungan(temuan: Sequence[Temuan], lingkup: str = "") -> str:
    """Count findings in words: how many, how many of them proved; `lingkup` says where."""
    if not temuan:
        return f"Tidak ada {TEMUAN}{lingkup}"
    pasti, semua = jumlah_pasti(temuan), "semuanya " if len(temuan) > 1 else ""
    if pasti in (0, len(temuan)):
        return f"{len(temuan)} {TEMUAN}{lingkup}, {semua}{temuan[0].keyakinan.value}"
    return f"{len(temuan)} {TEMUAN}{lingkup}, {pasti} pasti"


# --- filters ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SaringUji:
    """What is looked at; None takes everything. Whether a finding is closed is asked by `menurut_status`."""

    kode_opd: str | None = None
    tahun: int | None = None
    aturan: str | None = None
    keyakinan: Keyakinan | None = None
    status: StatusTemuan | None = None

    def ambil(self, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
        """Return the findings that pass."""
        return tuple(t for t in temuan if self._cocok(t))

    def _cocok(self, temuan: Temuan) -> bool:
        return (
            self.kode_opd in (None, temuan.alamat.kode_opd)
            and self.tahun in (None, temuan.alamat.tahun)
            and self.aturan in (None, temuan.aturan)
            and self.keyakinan in (None, temuan.keyakinan)
        )


# --- groups -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KelompokAturan:
    """Findings of one rule."""

    kode: str
    nama: str
    temuan: tuple[Temuan, ...]


@dataclass(frozen=True, slots=True)
class KelompokOpd:
    """Findings on the figures of one OPD."""

    kode_opd: str
    nama: str
    temuan: tuple[Temuan, ...]

    def menurut_aturan(self) -> tuple[KelompokAturan, ...]:
        """Return them by rule, in the order of the findings: worst first."""
        return kelompok_aturan(self.temuan)


def kelompok_aturan(temuan: Iterable[Temuan]) -> tuple[KelompokAturan, ...]:
    """Group findings by rule, in the order in which they come: worst first."""
    milik = menurut(temuan, lambda t: t.aturan)
    return tuple(KelompokAturan(k, aturan_berkode(k).nama, tuple(v)) for k, v in milik.items())


def kelompok_opd(dataset: Dataset, temuan: Iterable[Temuan]) -> tuple[KelompokOpd, ...]:
    """Group findings by OPD: the one with the most proved ones first."""
    milik = menurut(temuan, lambda t: t.alamat.kode_opd)
    isi = [KelompokOpd(k, nama_opd(dataset, v[0]), tuple(v)) for k, v in milik.items()]
    return tuple(sorted(isi, key=lambda k: (-jumlah_pasti(k.temuan), -len(k.temuan))))


def nama_pendek(dataset: Dataset, kelompok: KelompokOpd) -> str:
    """Return the short name of a group's OPD."""
    opd = dataset.opd.get(kelompok.kode_opd)
    return opd.nama_pendek if opd else kelompok.nama


# --- the matrix -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SelUji:
    """How many findings, how many of them proved."""

    jumlah: int
    pasti: int


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """A rule in the matrix; the last row, without a code, is all of them together."""

    kode: str
    nama: str
    sel: tuple[SelUji, ...]


@dataclass(frozen=True, slots=True)
class MatriksUji:
    """Counts by rule and OPD.

    Attributes:
        opd: code and short name of each column; those without a code are the other OPD together, and all.
        baris: rules that found something, in the order of the list, and their sum.
    """

    opd: tuple[tuple[str, str], ...]
    baris: tuple[BarisMatriks, ...]


def matriks(dataset: Dataset, temuan: Sequence[Temuan], paling_banyak: int = OPD_DALAM_MATRIKS) -> MatriksUji:
    """Count findings by rule and OPD; where there are many OPD, those with few findings stand together."""
    kelompok = kelompok_opd(dataset, temuan)
    lain = {k.kode_opd for k in kelompok[paling_banyak:]} if len(kelompok) > paling_banyak + 1 else set()
    kolom = [({k.kode_opd}, k.kode_opd, nama_pendek(dataset, k)) for k in kelompok if k.kode_opd not in lain]
    if lain:
        kolom.append((lain, "", f"{len(lain)} OPD lain"))
    if len(kelompok) > 1:
        kolom.append(({k.kode_opd for k in kelompok}, "", "Jumlah"))
    baris = [(a.kode, a.nama, milik) for a in ATURAN if (milik := [t for t in temuan if t.aturan == a.kode])]
    if len(baris) > 1:
        baris.append(("", "Jumlah", list(temuan)))
    isi = (
        BarisMatriks(k, n, tuple(_sel([t for t in b if t.alamat.kode_opd in o]) for o, _, _ in kolom))
        for k, n, b in baris
    )
    return MatriksUji(tuple((kode, nama) for _, kode, nama in kolom), tuple(isi))


def _sel(temuan: Sequence[Temuan]) -> SelUji:
    return SelUji(len(temuan), jumlah_pasti(temuan))


# --- the headline -----------------------------------------------------------------------------------------------------


def judul_uji(dataset: Dataset, temuan: Sequence[Temuan], saring: SaringUji | None = None) -> str:
    """State how many figures do not follow from the others, and where most of them stand."""
    saring = saring or SaringUji()
    opd = dataset.opd.get(saring.kode_opd or "")
    ditutup = " yang ditutup" if saring.status is StatusTemuan.DITUTUP else ""
    bagian = (ditutup, f" pada {opd.nama_pendek}" if opd else "", f" tahun {saring.tahun}" if saring.tahun else "")
    lingkup = "".join(bagian)
    if not temuan:
        kata = f" yang {saring.keyakinan.value}" if saring.keyakinan else ""
        diuji = f" menurut aturan {saring.aturan}" if saring.aturan else f": {len(ATURAN)} aturan diuji"
        return f"Tidak ada {TEMUAN}{kata}{lingkup}{diuji}"
    terbanyak = _terbanyak(dataset, temuan, saring)
    return f"{hitungan(temuan, lingkup)}{f'; terbanyak {terbanyak}' if terbanyak else ''}"


def _terbanyak(dataset: Dataset, temuan: Sequence[Temuan], saring: SaringUji) -> str:
    """Name the OPD, or within one OPD the rule, that most findings belong to; empty when there is no choice."""
    if saring.kode_opd is None:
        kelompok = max(kelompok_opd(dataset, temuan), key=lambda k: len(k.temuan))
        return (
            f"pada {nama_pendek(dataset, kelompok)} ({len(kelompok.temuan)})"
            if len(kelompok.temuan) < len(temuan)
            else ""
        )
    aturan = max(kelompok_aturan(temuan), key=lambda k: len(k.temuan))
    nama = kecil(aturan.nama)
    return f"{nama} ({len(aturan.temuan)})" if len(aturan.temuan) < len(temuan) else ""


def butir_uji(dataset: Dataset, temuan: Sequence[Temuan]) -> Iterator[str]:
    """Return the findings as lines of a message: counts by OPD where there are several, else the worst findings."""
    opd = kelompok_opd(dataset, temuan)
    if len(opd) > 1:
        yield from (f"{k.nama}: {hitungan(k.temuan)}" for k in opd)
        return
    if not temuan:
        yield "0 temuan pada pilihan ini"
    yield from (t.uraian for t in temuan)


def tidak_diuji(dataset: Dataset) -> tuple[str, ...]:
    """Say what could not be tested, one sentence for each rule and reason."""
    return tuple(f"{t.aturan} {aturan_berkode(t.aturan).nama}: {t.alasan}" for t in uji(dataset).tidak_diuji)


def keterangan_uji(dataset: Dataset, saring: SaringUji) -> Topik:
    """Return what the page is about: its name, whose figures, which year."""
    opd = dataset.opd.get(saring.kode_opd or "")
    nama = opd.nama_opd if opd else dataset.profil.nama_wilayah or dataset.profil.pemerintah_daerah or "Semua OPD"
    return Topik("Uji konsistensi", (nama, str(saring.tahun or "semua tahun")))
