"""Progress through a year: each quarter's figures, the year so far by Akumulasi, and whether it is on its way.

The rule, in words, is `ATURAN_JALUR`: what stands so far is compared with the targets of the very quarters that stand,
by the same formula as a year. A year's own row beats its quarters; where they disagree the screen says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import STATUS_TERCAPAI, Akumulasi, Arah, Periode, Status
from kinerja.nilai.angka import format_persen
from kinerja.nilai.baca import Nilai
from kinerja.nilai.pasti import pasti
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.rumus.hitung import HasilCapaian, hitung_capaian, persen_dari
from kinerja.sajian.kalimat import teks_nilai
from kinerja.sajian.rupa import BAIK, BURUK, NETRAL, TAK_TERSEDIA, Rupa, rupa_predikat, simbol_status
from kinerja.sajian.salinan import secukupnya
from kinerja.sajian.warna import PUTIH
from kinerja.telaah.triwulan.jejak import (
    URUTAN,
    Jejak,
    baris_triwulan,
    beda_tahunan,
    jejak_triwulan,
    target_tahun,
)

ATURAN_JALUR = (
    "Jalur membandingkan realisasi sampai triwulan terakhir yang terisi dengan target triwulan yang sama, dengan rumus "
    "capaian yang biasa: di atas 100% di atas jalur, tepat 100% sesuai jalur, di bawah 100% di bawah jalur. Realisasi "
    "dan target digabung menurut Akumulasi: Terakhir memakai triwulan terakhir, Jumlah menjumlahkan, Rata-rata "
    "merata-ratakan. Triwulan yang target atau realisasinya kosong tidak ikut digabung dan disebut. Baris Tahunan yang "
    "realisasinya terisi mengalahkan triwulan; bila keduanya berbeda, perbedaannya ditandai ⚠."
)
KATA_AKUMULASI = {
    Akumulasi.TERAKHIR: "triwulan terakhir yang berlaku",
    Akumulasi.JUMLAH: "triwulan dijumlahkan",
    Akumulasi.RATA_RATA: "triwulan dirata-ratakan",
}


class Jalur(StrEnum):
    """Where a year stands on its way to the target."""

    DI_ATAS = "Di atas jalur"
    SESUAI = "Sesuai jalur"
    DI_BAWAH = "Di bawah jalur"
    TIDAK_DINILAI = "Belum dapat dinilai"

    @property
    def rupa(self) -> Rupa:
        """How the verdict looks."""
        return _RUPA[self]


_RUPA = {
    Jalur.DI_ATAS: Rupa(BAIK, PUTIH, "▲"),
    Jalur.SESUAI: Rupa(NETRAL, PUTIH, "●"),
    Jalur.DI_BAWAH: Rupa(BURUK, PUTIH, "▼"),
    Jalur.TIDAK_DINILAI: TAK_TERSEDIA,
}
_JALUR_STATUS = {
    Status.MELEBIHI: Jalur.DI_ATAS,
    Status.SESUAI: Jalur.SESUAI,
    Status.DALAM_RENTANG: Jalur.SESUAI,
    Status.TIDAK_TERCAPAI: Jalur.DI_BAWAH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SelTriwulan:
    """A quarter as the reader sees it; every text is empty where no row stands.

    Attributes:
        periode: its name.
        ada: whether a row stands in the workbook.
        target, realisasi, capaian: texts; empty means not available.
        predikat, rupa: grade of the capaian, where there is one.
        dinilai: whether it is known if the target was reached; `simbol`, `status` say it, or why it is not.
    """

    periode: str
    ada: bool = False
    target: str = ""
    realisasi: str = ""
    capaian: str = ""
    predikat: str = ""
    rupa: Rupa = TAK_TERSEDIA
    dinilai: bool = False
    simbol: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KemajuanTriwulan:
    """An indicator's year by quarters, ready to draw.

    Attributes:
        kode, indikator, satuan, arah, akumulasi: whose it is and how its quarters make the year.
        tahun: the year.
        sel: the four quarters in order.
        sampai: the last quarter with a realisasi, "Tahunan" where the year's own row has one; empty without any.
        realisasi: the year so far.
        target: the target of the quarters that were compared.
        target_tahun, asal_target: the year's target and where it comes from.
        bagian: how much of the year's target stands, as a phrase.
        jalur: the verdict; `persen` the capaian behind it, `alasan` why there is no verdict.
        catatan: quarters left out of the comparison and rules of Profil that moved it, as phrases.
        peringatan: that the year's own row and its quarters disagree, as a sentence.
        sumber: where the rows come from.
    """

    kode: str
    indikator: str
    satuan: str
    arah: str
    akumulasi: str
    tahun: int
    sel: tuple[SelTriwulan, ...]
    sampai: str
    realisasi: str
    target: str
    target_tahun: str
    asal_target: str
    bagian: str
    jalur: Jalur
    persen: Decimal | None
    alasan: str
    catatan: str
    peringatan: str
    sumber: tuple[str, ...]

    @property
    def kata_sampai(self) -> str:
        """Up to when the figures go: "sampai TW III", or "setahun" by the year's own row."""
        return "setahun" if self.sampai == Periode.TAHUNAN else f"sampai {self.sampai}"

    @property
    def teks_persen(self) -> str:
        """The capaian behind the verdict; empty where there is none."""
        return "" if self.persen is None else format_persen(self.persen)


@ingat(1024)
def kemajuan_triwulan(dataset: Dataset, kode_indikator: str, tahun: int) -> KemajuanTriwulan | None:
    """Return an indicator's progress through a year; None when no quarter of it stands in the workbook."""
    tw = baris_triwulan(dataset).get((kode_indikator, tahun), ())
    if not tw:
        return None
    i = tw[0].indikator
    # The year's own row beats the quarters when it has a realisasi.
    tahunan = dataset.tahunan(i.kode_indikator, tahun)
    if tahunan is not None and (not tahunan.baris.realisasi.ada or tahunan.baris.dari_triwulan):
        tahunan = None
    jejak = _jejak_tahunan(tahunan) if tahunan else jejak_triwulan(tw)
    hasil = tahunan.hasil if tahunan else _banding(dataset, i, tahun, jejak)
    setahun, asal = target_tahun(dataset, tw)
    return KemajuanTriwulan(
        kode=i.kode_indikator,
        indikator=i.indikator,
        satuan=i.satuan,
        arah=_KATA_ARAH[i.arah],
        akumulasi=KATA_AKUMULASI[i.akumulasi],
        tahun=tahun,
        sel=tuple(_sel(p, tw) for p in URUTAN),
        sampai=jejak.sampai.value if jejak.sampai else "",
        realisasi=teks_nilai(jejak.realisasi),
        target=teks_nilai(jejak.target),
        target_tahun=teks_nilai(setahun),
        asal_target=asal,
        bagian=_bagian(dataset, i, tahun, setahun, jejak.realisasi),
        jalur=_JALUR_STATUS[hasil.status] if hasil.status else Jalur.TIDAK_DINILAI,
        persen=hasil.persen,
        alasan="" if hasil.status else hasil.alasan,
        catatan="; ".join(filter(None, (jejak.catatan, *_catatan_semester(tw), *hasil.khusus))),
        peringatan=beda_tahunan(dataset, tw),
        sumber=tuple(dict.fromkeys(c.baris.sumber for c in tw if c.baris.sumber)),
    )


def _catatan_semester(tw: Sequence[CapaianIndikator]) -> Iterator[str]:
    for b in (c.baris for c in tw if c.baris.semester):
        yield f"Angka {b.periode} adalah {b.nama_periode}, yang mencakup {' dan '.join(b.triwulan)}"


_KATA_ARAH = {
    Arah.NAIK: "makin tinggi makin baik",
    Arah.TURUN: "makin rendah makin baik",
    Arah.NETRAL: "tidak dinilai",
}


@ingat(256)
def tabel_triwulan(dataset: Dataset, kode_opd: str, tahun: int, *, semua: bool = False) -> tuple[KemajuanTriwulan, ...]:
    """Return the progress of an OPD's IKU that have quarters in a year; with `semua` of all its indicators."""
    daftar = dataset.indikator_opd[kode_opd] if semua else dataset.iku(kode_opd)
    ada = (kemajuan_triwulan(dataset, i.kode_indikator, tahun) for i in daftar)
    return tuple(k for k in ada if k is not None)


def tahun_bertriwulan(dataset: Dataset, kode_opd: str, *, semua: bool = False) -> tuple[int, ...]:
    """Return the years in which an OPD has quarters, newest first."""
    return tuple(t for t in dataset.tahun if tabel_triwulan(dataset, kode_opd, t, semua=semua))


# --- the headline -----------------------------------------------------------------------------------------------------


def judul_triwulan(baris: Sequence[KemajuanTriwulan], sebutan: str) -> str:
    """State how many indicators fall behind, up to which quarter, and which is farthest behind."""
    dinilai = [b for b in baris if b.jalur is not Jalur.TIDAK_DINILAI]
    tahun = baris[0].tahun
    if not dinilai:
        return f"{len(baris)} {sebutan} memiliki baris triwulan {tahun}, belum ada yang dapat dinilai"
    sampai = _kapan({b.sampai for b in dinilai}, tahun)
    bawah = [b for b in dinilai if b.jalur is Jalur.DI_BAWAH]
    if not bawah:
        semua = f"Semua {len(dinilai)}" if len(dinilai) > 1 else "1"
        return f"{semua} {sebutan} yang dapat dinilai sesuai atau di atas jalur {sampai}"
    awal = f"{len(bawah)} dari {len(dinilai)} {sebutan} di bawah jalur {sampai}"
    jauh = min((b for b in bawah if b.persen is not None), key=lambda b: pasti(b.persen, "kemajuan"), default=None)
    return f"{awal}, terjauh {jauh.indikator} ({jauh.teks_persen})" if jauh else awal


def _kapan(sampai: set[str], tahun: int) -> str:
    """Name the quarter up to which all go; where they differ, or by the year's own rows, only the year."""
    satu = len(sampai) == 1 and sampai != {Periode.TAHUNAN}
    return f"sampai {next(iter(sampai))} {tahun}" if satu else f"pada {tahun}"


def catatan_triwulan(jumlah_lain: int, sebutan: str) -> str:
    """Say how many indicators of the year have no quarters; empty when all have."""
    return f"{jumlah_lain} {sebutan} lain hanya memiliki angka tahunan." if jumlah_lain else ""


# --- the verdict -----------------------------------------------------------------------------------------------------


def _jejak_tahunan(capaian: CapaianIndikator) -> Jejak:
    return Jejak(
        sampai=Periode.TAHUNAN,
        realisasi=capaian.baris.realisasi,
        terbanding=capaian.baris.realisasi,
        target=capaian.target,
    )


def _banding(dataset: Dataset, i: Indikator, tahun: int, jejak: Jejak) -> HasilCapaian:
    if jejak.sampai is None:
        return HasilCapaian(alasan="Belum ada realisasi triwulan")
    if not jejak.realisasi.ada:
        return HasilCapaian(alasan="Predikat tidak dapat dijumlahkan atau dirata-ratakan")
    if not jejak.target.ada and i.arah is not Arah.NETRAL:
        return HasilCapaian(alasan="Target triwulan tidak tersedia")
    return _hitung(dataset, i, tahun, jejak.target, jejak.terbanding)


def _hitung(dataset: Dataset, i: Indikator, tahun: int, target: Nilai, realisasi: Nilai) -> HasilCapaian:
    skala = dataset.skala_nilai(i, tahun)
    return hitung_capaian(target, realisasi, i.arah, skala, dataset.profil.aturan)


def _bagian(dataset: Dataset, i: Indikator, tahun: int, target: Nilai, realisasi: Nilai) -> str:
    """Write how much of the year's target stands; a sum is a share of it, anything else is held against it."""
    if not target.ada or not realisasi.ada or i.arah is Arah.NETRAL:
        return ""
    if i.akumulasi is Akumulasi.JUMLAH and target.angka and realisasi.angka is not None:
        ujung = "dari batas tahun terpakai" if i.arah is Arah.TURUN else "dari target tahun"
        return f"{format_persen(persen_dari(realisasi.angka, target.angka))} {ujung}"
    hasil = _hitung(dataset, i, tahun, target, realisasi)
    if hasil.persen is not None:
        return f"{format_persen(hasil.persen)} terhadap target tahun"
    if hasil.status is None:
        return ""
    return f"{'sudah' if hasil.status in STATUS_TERCAPAI else 'belum'} mencapai target tahun"


# --- cells ------------------------------------------------------------------------------------------------------------


def _sel(periode: Periode, tw: Sequence[CapaianIndikator]) -> SelTriwulan:
    c = next((c for c in tw if c.baris.periode is periode), None)
    if c is None:
        return SelTriwulan(periode=periode.value)
    return SelTriwulan(
        periode=periode.value,
        ada=True,
        target=c.target_teks,
        realisasi=c.baris.realisasi.teks,
        capaian="" if c.persen is None else format_persen(c.persen),
        predikat=c.predikat or "",
        rupa=rupa_predikat(c.skala, c.predikat),
        dinilai=c.status is not None,
        simbol=simbol_status(c.status),
        status=c.status.value if c.status else c.hasil.alasan,
    )


def butir_triwulan(baris: Sequence[KemajuanTriwulan]) -> tuple[str, ...]:
    """Return the progress of each indicator for a message."""
    return secukupnya((_teks_kemajuan(k) for k in baris), "indikator")


def _teks_kemajuan(k: KemajuanTriwulan) -> str:
    if not k.sampai:
        return f"{k.indikator}: {k.alasan}"
    persen = f" ({k.teks_persen})" if k.teks_persen else ""
    return f"{k.indikator}: realisasi {k.realisasi} {k.kata_sampai}, {k.jalur.value.lower()}{persen}"
