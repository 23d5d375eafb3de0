"""Everything known about one indicator and year: its history, explanations, printed places and budget."""

from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Analisis, Indikator, Kutipan
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, baris_capaian


@dataclass(frozen=True, slots=True)
class BarisTahun:
    """A year of an indicator's history."""

    tahun: int
    baris: BarisTabelCapaian


@dataclass(frozen=True, slots=True, kw_only=True)
class RincianIndikator:
    """An indicator opened: its years (newest first), explanations and printed places of one year."""

    indikator: Indikator
    tahun: int
    kini: CapaianIndikator | None
    riwayat: tuple[BarisTahun, ...]
    analisis: tuple[Analisis, ...]
    kutipan: tuple[Kutipan, ...]
    anggaran: JumlahAnggaran | None
    penanggung_jawab: tuple[str, ...]


@ingat(512)
def rincian_indikator(dataset: Dataset, kode: str, tahun: int) -> RincianIndikator:
    """Collect what is known about an indicator in a year."""
    indikator = dataset.indikator[kode]
    uang = dataset.anggaran_indikator.get((kode, tahun))
    nama_opd = (dataset.kode_opd(k) or k for k in indikator.penanggung_jawab)
    return RincianIndikator(
        indikator=indikator,
        tahun=tahun,
        kini=dataset.tahunan(kode, tahun),
        riwayat=tuple(
            BarisTahun(t, baris_capaian(c, dataset.tahunan(kode, t - 1)))
            for t in dataset.tahun
            if (c := dataset.tahunan(kode, t)) is not None
        ),
        analisis=tuple(a for a in dataset.analisis(kode) if a.tahun == tahun),
        kutipan=tuple(k for k in dataset.kutipan(kode) if k.tahun == tahun),
        anggaran=JumlahAnggaran(uang.pagu, uang.realisasi) if uang else None,
        penanggung_jawab=tuple(dataset.opd[k].nama_opd if k in dataset.opd else k for k in nama_opd),
    )
