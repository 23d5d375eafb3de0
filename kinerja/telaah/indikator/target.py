"""The change of a target between years, and whether it lies below what was reached the year before.

A target set below last year's realisasi without a reason is what the ministry's evaluation in report 000 complains of.
"""

from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.baca import Nilai
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.kalimat import bersatuan
from kinerja.telaah.indikator.deret import deret


@dataclass(frozen=True, slots=True, kw_only=True)
class UbahTarget:
    """A year's target beside the one before it and last year's realisasi.

    Attributes:
        kini, tahun: the target that is calculated with, and its year.
        tertulis: the target as written, where it is another one; empty otherwise.
        lalu, tahun_lalu: the newest target before it; None where there is none.
        realisasi_lalu: realisasi of the year before; None where there is none.
        longgar: whether the new target is easier to reach than the old one; None where they cannot be compared, as
            where the target was adjusted to another way of measuring.
        di_bawah: whether the whole target is easier than what was reached the year before; None likewise.
    """

    kini: Nilai
    tahun: int
    tertulis: str
    lalu: Nilai | None
    tahun_lalu: int | None
    realisasi_lalu: Nilai | None
    longgar: bool | None
    di_bawah: bool | None

    @property
    def berubah(self) -> bool | None:
        """Whether the target moved at all."""
        if self.lalu is None or self.kini.jenis is not self.lalu.jenis:
            return None
        return (self.kini.angka, self.kini.predikat) != (self.lalu.angka, self.lalu.predikat)


@ingat(4096)
def ubah_target(dataset: Dataset, kode: str, tahun: int) -> UbahTarget | None:
    """Compare a year's target with the one before it; None where the year has no target."""
    c = dataset.tahunan(kode, tahun)
    if c is None or not c.target.ada:
        return None
    lampau = [t for t in deret(dataset, kode) if t.tahun < tahun]
    lalu = next((t for t in reversed(lampau) if t.target.ada), None)
    # What was measured otherwise is no yardstick for an adjusted target.
    setara = not c.disesuaikan
    realisasi = next((t.realisasi for t in lampau if t.tahun == tahun - 1 and t.realisasi.ada), None)
    return UbahTarget(
        kini=c.target,
        tahun=tahun,
        tertulis=c.target_teks if c.disesuaikan else "",
        lalu=lalu.target if lalu else None,
        tahun_lalu=lalu.tahun if lalu else None,
        realisasi_lalu=realisasi,
        longgar=_lebih_mudah(dataset, c, lalu.target) if lalu and setara else None,
        di_bawah=_lebih_mudah(dataset, c, realisasi) if realisasi and setara else None,
    )


def _lebih_mudah(dataset: Dataset, capaian: CapaianIndikator, acuan: Nilai) -> bool | None:
    """Tell whether the whole of a target is easier to reach than a reference value."""
    i = capaian.indikator
    if i.arah is Arah.NETRAL or capaian.target.penyebut != acuan.penyebut:
        return None
    if capaian.target.angka is None or acuan.angka is None:
        skala = dataset.skala_nilai(i, capaian.tahun)
        urutan = [_urutan(skala, n) for n in (capaian.target, acuan)]
        if urutan[0] is None or urutan[1] is None:
            return None
        return urutan[0] > urutan[1]
    if i.arah is Arah.NAIK:
        return (capaian.target.atas or capaian.target.angka) < (acuan.bawah or acuan.angka)
    return (capaian.target.bawah or capaian.target.angka) > (acuan.atas or acuan.angka)


def _urutan(skala: Skala | None, nilai: Nilai) -> int | None:
    """The place of a grade on its scale, 1 the best; a bare number is turned into its grade."""
    if skala is None:
        return None
    pita = skala.cari(nilai.predikat) if nilai.predikat else None
    if pita is None and isinstance(nilai.angka, Decimal):
        pita = skala.peringkat(nilai.angka).pita
    return pita.urutan if pita else None


def kalimat_target(indikator: Indikator, ubah: UbahTarget) -> str:
    """Say how the target moved and where it stands beside last year's realisasi; empty where nothing is known."""
    bagian = [b for b in (_kalimat_ubah(indikator, ubah), _kalimat_realisasi(indikator, ubah)) if b]
    return f"{'; '.join(bagian)}." if bagian else ""


def _kalimat_ubah(indikator: Indikator, ubah: UbahTarget) -> str:
    if ubah.lalu is None or ubah.berubah is None:
        return ""
    if not ubah.berubah:
        return f"Target sama dengan {ubah.tahun_lalu} ({bersatuan(indikator, ubah.lalu)})"
    if ubah.tertulis:
        return (
            f"Target {ubah.tertulis} disesuaikan menjadi {bersatuan(indikator, ubah.kini)}, "
            f"jadi tidak dibandingkan dengan angka {ubah.tahun_lalu}"
        )
    kata = {True: "dilonggarkan", False: "dinaikkan", None: "diubah"}[ubah.longgar]
    if ubah.longgar is False and indikator.arah is Arah.TURUN:
        kata = "diperketat"
    dari = f"{bersatuan(indikator, ubah.lalu)} pada {ubah.tahun_lalu}"
    return f"Target {kata} dari {dari} menjadi {bersatuan(indikator, ubah.kini)}"


def _kalimat_realisasi(indikator: Indikator, ubah: UbahTarget) -> str:
    if not ubah.di_bawah or ubah.realisasi_lalu is None:
        return ""
    awal = "" if _kalimat_ubah(indikator, ubah) else f"Target {bersatuan(indikator, ubah.kini)} "
    nilai = bersatuan(indikator, ubah.realisasi_lalu)
    return f"{awal}lebih ringan daripada realisasi {ubah.tahun - 1} ({nilai})"
