"""The views of capaian: indicators measured and rated, sasaran, AKIP and IKM."""

from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.nilai.skala import Skala
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.telaah.capaian.predikat import BarisDistribusi, butir_predikat, judul_indikator, tabel_distribusi
from kinerja.telaah.capaian.ringkasan import Ringkasan, butir_capaian, judul_capaian, ringkas
from kinerja.telaah.capaian.sasaran import BarisSasaran, butir_sasaran, judul_sasaran, tabel_sasaran
from kinerja.telaah.capaian.skala_nilai import (
    PeringkatIkm,
    TabelNilai,
    butir_skala,
    judul_skala,
    peringkat_ikm,
    sumber_nilai,
    tabel_akip,
)
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, Cakupan, Urutan, tabel_capaian


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganCapaian(Pandangan):
    """Indicators of an OPD and a year in an order and scope, and the scale in force."""

    urutan: Urutan
    cakupan: Cakupan
    baris: tuple[BarisTabelCapaian, ...]
    skala: Skala


@ingat(512)
def pandangan_capaian(
    dataset: Dataset,
    kode_opd: str,
    tahun: int,
    urutan: Urutan = Urutan.DOKUMEN,
    cakupan: Cakupan = Cakupan.IKU,
) -> PandanganCapaian | None:
    """Return the measurement of an OPD and a year; None without an indicator."""
    baris = tabel_capaian(dataset, kode_opd, tahun, urutan, cakupan)
    if not baris:
        return None
    return PandanganCapaian(
        judul=judul_capaian(baris, cakupan.value),
        sumber=tempat_cetak(b.sumber for b in baris),
        butir=butir_capaian(baris),
        urutan=urutan,
        cakupan=cakupan,
        baris=baris,
        skala=dataset.skala_capaian(kode_opd, tahun),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganPredikat(Pandangan):
    """How the IKU of an OPD and a year rate: the overview, and its distribution with the total as the last row."""

    ringkasan: Ringkasan
    sebaran: tuple[BarisDistribusi, ...]


@ingat(512)
def pandangan_predikat(dataset: Dataset, kode_opd: str, tahun: int) -> PandanganPredikat | None:
    """Return how the IKU of an OPD and a year rate; None without IKU."""
    ringkasan = ringkas(dataset, kode_opd, tahun)
    if ringkasan is None:
        return None
    return PandanganPredikat(
        judul=judul_indikator(ringkasan),
        sumber=ringkasan.sumber,
        butir=butir_predikat(ringkasan),
        ringkasan=ringkasan,
        sebaran=tabel_distribusi(ringkasan.distribusi),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganSasaran(Pandangan):
    """The sasaran of an OPD and a year."""

    baris: tuple[BarisSasaran, ...]


@ingat(512)
def pandangan_sasaran(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool = False) -> PandanganSasaran | None:
    """Return the sasaran of an OPD and a year, capaian capped at 100 when `batasi`; None without IKU."""
    baris = tabel_sasaran(dataset, kode_opd, tahun, batasi=batasi)
    if not baris:
        return None
    return PandanganSasaran(
        judul=judul_sasaran(baris),
        sumber=tempat_cetak(c.baris.sumber for c in dataset.capaian_opd(kode_opd, tahun)),
        butir=butir_sasaran(baris),
        baris=baris,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganNilai(Pandangan):
    """AKIP of every OPD over the years and IKM of every unit in one, as an OPD looks at them."""

    akip: TabelNilai
    ikm: PeringkatIkm


@ingat(256)
def pandangan_nilai(dataset: Dataset, kode_opd: str, tahun: int) -> PandanganNilai:
    """Return what is rated on scales of its own."""
    akip, ikm = tabel_akip(dataset), peringkat_ikm(dataset, tahun)
    return PandanganNilai(
        judul=judul_skala(akip, ikm, kode_opd),
        sumber=sumber_nilai(akip, ikm),
        butir=butir_skala(akip, ikm, kode_opd),
        akip=akip,
        ikm=ikm,
    )
