"""The way to the end-of-plan target: distance, needed yearly change, the trend of the last years, the verdict.

The regulation asks to hold realisasi against the target of the medium-term plan (PermenPANRB 53/2014, Lampiran II,
analysis of capaian); how to judge the distance it leaves open, so the rule here is our own and stands beside the
verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import STATUS_TERCAPAI, Arah
from kinerja.nilai.baca import Nilai
from kinerja.nilai.pasti import pasti
from kinerja.rumus.hitung import hitung_capaian
from kinerja.sajian.kalimat import bersatuan, jarak, per_tahun, tempat_terbaca, tulis_angka
from kinerja.telaah.indikator.deret import TitikTahun, deret, sampai

TAHUN_TREN = 5
"""The trend looks at no more years than this."""
SETENGAH = Decimal("0.5")
PATAH_KALI, PATAH_BAGIAN = 10, Decimal("0.03")
"""A yearly change this many times the median of the others, and this part of the value, is a break in the series."""
ATURAN_VONIS = (
    "Di jalur: perubahan rata-rata per tahun paling sedikit sebesar yang diperlukan. "
    "Perlu percepatan: arahnya benar dan paling sedikit setengah dari yang diperlukan. "
    "Sulit tercapai: kurang dari itu, atau arahnya berlawanan."
)


class Vonis(StrEnum):
    """What the figures say about the end-of-plan target."""

    TERCAPAI = "Target akhir sudah dicapai"
    DI_JALUR = "Di jalur"
    PERCEPATAN = "Perlu percepatan"
    SULIT = "Sulit tercapai"
    TIDAK_TERCAPAI = "Target akhir tidak tercapai"
    BELUM = "Belum dapat dinilai"

    @property
    def baik(self) -> bool | None:
        """Whether it is good news; None where nothing can be said."""
        return {Vonis.TERCAPAI: True, Vonis.DI_JALUR: True, Vonis.BELUM: None}.get(self, False)

    @property
    def simbol(self) -> str:
        """A symbol that says the same as the word."""
        return _SIMBOL[self]


_SIMBOL = {
    Vonis.TERCAPAI: "✓",
    Vonis.DI_JALUR: "▲",
    Vonis.PERCEPATAN: "●",
    Vonis.SULIT: "▼",
    Vonis.TIDAK_TERCAPAI: "✗",
    Vonis.BELUM: "–",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lintasan:
    """Where an indicator stands on the way to its end-of-plan target.

    Attributes:
        target: the end-of-plan target; jenis KOSONG where none is printed.
        tahun_target: its year, None where none is printed.
        kini: the newest year with a value, None where there is none.
        jarak: target minus value; None where one of them is no number.
        sisa: years left after that of the value.
        perlu: change needed a year, signed.
        laju: mean change a year over the trend, signed; `dari` is the first year of the trend.
        proyeksi: the value in the target's year if the trend goes on.
        patah: the year before which the series was left out, because it breaks there; None where it does not.
        vonis: the verdict; `alasan` says why there is none.
    """

    target: Nilai
    tahun_target: int | None
    kini: TitikTahun | None
    vonis: Vonis = Vonis.BELUM
    alasan: str = ""
    jarak: Decimal | None = None
    sisa: int | None = None
    perlu: Decimal | None = None
    laju: Decimal | None = None
    dari: int | None = None
    proyeksi: Decimal | None = None
    patah: int | None = None


@ingat(4096)
def lintasan(dataset: Dataset, kode: str, tahun: int) -> Lintasan:
    """Judge an indicator against its end-of-plan target, with what was known in a year."""
    indikator = dataset.indikator[kode]
    terisi = [t for t in deret(dataset, kode) if t.tahun <= tahun and t.realisasi.ada]
    # A target that names no year is meant for the last of the planning document.
    tahun_target = indikator.tahun_target_akhir
    if not tahun_target and indikator.target_akhir.ada:
        tahun_target = dataset.profil.akhir_rencana
    awal = Lintasan(
        target=indikator.target_akhir,
        tahun_target=tahun_target,
        kini=terisi[-1] if terisi else None,
    )
    alasan = _halangan(indikator, awal, tahun)
    return replace(awal, alasan=alasan) if alasan else _nilai(dataset, indikator, awal)


def _halangan(indikator: Indikator, awal: Lintasan, tahun: int) -> str:
    if not awal.target.ada:
        return "Target akhir rencana tidak tercetak dalam laporan"
    if indikator.arah is Arah.NETRAL:
        return "Indikator netral: digambarkan, tidak dinilai"
    if awal.kini is None:
        return f"Realisasi sampai {tahun} tidak tersedia"
    habis = awal.tahun_target is not None and awal.tahun_target <= tahun
    if habis and awal.kini.tahun < (awal.tahun_target or 0):
        akhir = f"yang terakhir {awal.kini.realisasi.teks} ({awal.kini.tahun})"
        return f"Realisasi {awal.tahun_target} tidak tersedia; {akhir}"
    return ""


def _nilai(dataset: Dataset, indikator: Indikator, awal: Lintasan) -> Lintasan:
    kini = awal.kini
    if kini is None:
        return awal
    skala = dataset.skala_nilai(indikator, kini.tahun)
    hasil = hitung_capaian(awal.target, kini.realisasi, indikator.arah, skala, dataset.profil.aturan)
    terukur = _ukur(dataset, indikator, awal, kini)
    if hasil.status is None:
        return replace(terukur, alasan=hasil.alasan)
    if hasil.status in STATUS_TERCAPAI:
        return replace(terukur, vonis=Vonis.TERCAPAI)
    if awal.tahun_target is None:
        return replace(terukur, alasan="Tahun target akhir tidak tercetak")
    if kini.tahun >= awal.tahun_target:
        return replace(terukur, vonis=Vonis.TIDAK_TERCAPAI)
    return _banding_laju(terukur)


def _ukur(dataset: Dataset, indikator: Indikator, awal: Lintasan, kini: TitikTahun) -> Lintasan:
    """Add distance, needed change, trend and projection, each where its figures stand."""
    if awal.target.angka is None or kini.angka is None:
        return awal
    beda = awal.target.angka - kini.angka
    sisa = awal.tahun_target - kini.tahun if awal.tahun_target else None
    titik, patah = tanpa_patah(sampai(dataset, indikator.kode_indikator, kini.tahun)[-TAHUN_TREN:])
    laju = None
    if len(titik) >= 2 and titik[0].angka is not None and titik[-1].angka is not None:
        laju = (titik[-1].angka - titik[0].angka) / (titik[-1].tahun - titik[0].tahun)
    lanjut = None if laju is None or sisa is None or sisa <= 0 else kini.angka + laju * sisa
    return replace(
        awal,
        jarak=beda,
        sisa=sisa,
        perlu=beda / sisa if sisa and sisa > 0 else None,
        laju=laju,
        dari=titik[0].tahun if laju is not None else None,
        proyeksi=lanjut,
        patah=patah,
    )


def tanpa_patah(titik: Sequence[TitikTahun]) -> tuple[Sequence[TitikTahun], int | None]:
    """Leave out what lies before a break in the series: a trend across it would be one of the method, not the thing."""
    angka = [pasti(t.angka, "realisasi") for t in titik]
    diubah = [n for n, t in enumerate(titik) if n and t.capaian and t.capaian.disesuaikan]
    if diubah:
        return titik[diubah[-1] :], titik[diubah[-1]].tahun
    ubah = [abs(b - a) for a, b in pairwise(angka)]
    for n in reversed(range(len(ubah))):
        lain = ubah[:n] + ubah[n + 1 :]
        besar = ubah[n] > PATAH_BAGIAN * abs(angka[n])
        if len(lain) > 1 and besar and ubah[n] > PATAH_KALI * median(lain):
            return titik[n + 1 :], titik[n + 1].tahun
    return titik, None


def _banding_laju(hasil: Lintasan) -> Lintasan:
    if hasil.perlu is None:
        return replace(hasil, alasan="Target akhir tidak berupa angka, jaraknya tidak dapat dihitung")
    if hasil.laju is None:
        sejak = f" sejak cara ukurnya berubah pada {hasil.patah}" if hasil.patah else ""
        alasan = f"Baru satu tahun yang dapat dihitung{sejak}; perubahan per tahun belum dapat diketahui"
        return replace(hasil, alasan=alasan)
    bagian = hasil.laju / hasil.perlu
    if bagian >= 1:
        return replace(hasil, vonis=Vonis.DI_JALUR)
    return replace(hasil, vonis=Vonis.PERCEPATAN if bagian >= SETENGAH else Vonis.SULIT)


def tulis_target(indikator: Indikator, hasil: Lintasan) -> str:
    """Write the end-of-plan target with its year: ``5% pada 2026``."""
    tahun = f" pada {hasil.tahun_target}" if hasil.tahun_target else ""
    return f"{bersatuan(indikator, hasil.target)}{tahun}"


def kalimat_jarak(indikator: Indikator, hasil: Lintasan) -> str:
    """Say how far the value is from the end-of-plan target; empty where there is no distance."""
    if hasil.jarak is None or hasil.kini is None:
        return ""
    nilai = f"{bersatuan(indikator, hasil.kini.realisasi)} ({hasil.kini.tahun})"
    if hasil.vonis is Vonis.TERCAPAI:
        lebih = f", {jarak(indikator, hasil.jarak)} lebih baik" if hasil.jarak else ""
        return f"Target akhir {tulis_target(indikator, hasil)} sudah dicapai: {nilai}{lebih}."
    kurang = jarak(indikator, hasil.jarak)
    return f"Masih {kurang} dari target akhir {tulis_target(indikator, hasil)}; nilai terakhir {nilai}."


def kalimat_laju(indikator: Indikator, hasil: Lintasan) -> str:
    """Hold the needed yearly change against the trend; empty where one of them is unknown."""
    if hasil.perlu is None or hasil.kini is None or hasil.vonis is Vonis.TERCAPAI:
        return ""
    laju = hasil.laju
    tempat = tempat_terbaca(hasil.perlu, laju or hasil.perlu)
    perlu = f"Diperlukan {per_tahun(indikator, hasil.perlu, tempat)}"
    if laju is None:
        return f"{perlu}."
    rata, catatan = "rata-rata " if laju else "", ""
    if hasil.patah:
        catatan = f" Angka sebelum {hasil.patah} tidak dipakai: deretnya meloncat atau cara ukurnya berubah di sana."
    elif hasil.dari == hasil.kini.tahun - 1:
        catatan = " Baru satu perubahan yang diketahui, jadi arahnya belum dapat diandalkan."
    return f"{perlu}; selama {hasil.dari}–{hasil.kini.tahun} {rata}{per_tahun(indikator, laju, tempat)}.{catatan}"


def kalimat_proyeksi(indikator: Indikator, hasil: Lintasan) -> str:
    """Say where the trend leads; empty where it leads nowhere."""
    if hasil.proyeksi is None or hasil.vonis is Vonis.TERCAPAI:
        return ""
    # A projection is written no finer than the figures it comes from, and with two decimals at least.
    tempat = max(2, hasil.target.desimal, hasil.kini.realisasi.desimal if hasil.kini else 0)
    nilai = tulis_angka(indikator, hasil.proyeksi, tempat)
    return f"Bila perubahannya berlanjut, nilainya {nilai} pada {hasil.tahun_target}."


def judul_lintasan(indikator: Indikator, hasil: Lintasan) -> str:
    """State the verdict with the target, as it ends a headline; empty where there is none."""
    tuju = tulis_target(indikator, hasil) if hasil.target.ada else ""
    return {
        Vonis.TERCAPAI: f"target akhir {tuju} sudah dicapai",
        Vonis.DI_JALUR: f"di jalur menuju {tuju}",
        Vonis.PERCEPATAN: f"perlu percepatan menuju {tuju}",
        Vonis.SULIT: f"sulit mencapai {tuju}",
        Vonis.TIDAK_TERCAPAI: f"target akhir {tuju} tidak tercapai",
        Vonis.BELUM: "",
    }[hasil.vonis]
