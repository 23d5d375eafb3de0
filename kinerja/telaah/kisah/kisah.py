"""An indicator's story: the headline, the five comparisons the regulation asks, what explains and what proves it.

PermenPANRB 53/2014, Lampiran II: target against realisasi of the year; against earlier years; against the end of the
plan; against the national standard (here also province, neighbours and units); causes, and the programs and resources
behind it. What a comparison lacks is named, never left out.
"""

from dataclasses import dataclass, replace

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Analisis, Indikator, Kutipan, Opd
from kinerja.model.istilah import Status
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator, perubahan
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.kalimat import bersatuan
from kinerja.sajian.pandangan import Pandangan
from kinerja.telaah.indikator.deret import TitikTahun, deret
from kinerja.telaah.indikator.dukungan import Dukungan, dukungan
from kinerja.telaah.indikator.lintasan import Lintasan, judul_lintasan, lintasan
from kinerja.telaah.indikator.sebaya import Sebaya, sebaya
from kinerja.telaah.kisah.bagian import (
    BagianKisah,
    bagian_dukungan,
    bagian_rencana,
    bagian_sebaya,
    bagian_tahun,
    bagian_target,
)
from kinerja.telaah.sorotan.sorotan import Sorotan, sorotan_indikator

KALIMAT_DISALIN = 2
"""So many sentences of a comparison go into a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kisah(Pandangan):
    """Everything the page of an indicator says.

    Attributes:
        judul: the headline, made from the figures.
        bagian: the five comparisons, in the order of the regulation.
        penjelasan: factors, solutions, follow-up of the year, else of the newest year that has any.
        kutipan: every printed figure of the year, with its place.
        deret: the years, oldest first.
        sumber: where the figures of the page are printed.
    """

    indikator: Indikator
    opd: Opd
    tahun: int
    kini: CapaianIndikator | None
    lalu: CapaianIndikator | None
    bagian: tuple[BagianKisah, ...]
    lintasan: Lintasan
    sebaya: Sebaya
    dukungan: Dukungan
    sorotan: tuple[Sorotan, ...]
    penjelasan: tuple[Analisis, ...]
    kutipan: tuple[Kutipan, ...]
    deret: tuple[TitikTahun, ...]

    @property
    def tahun_penjelasan(self) -> int | None:
        """The year of the explanations, None where there are none."""
        return self.penjelasan[0].tahun if self.penjelasan else None


def tahun_indikator(dataset: Dataset, kode: str) -> tuple[int, ...]:
    """Return the years in which an indicator has a row, newest first."""
    return tuple(t for t in dataset.tahun if dataset.tahunan(kode, t) is not None)


@ingat(1024)
def kisah(dataset: Dataset, kode: str, tahun: int) -> Kisah:
    """Tell an indicator's story of a year."""
    i = dataset.indikator[kode]
    kini, lalu = dataset.tahunan(kode, tahun), dataset.tahunan(kode, tahun - 1)
    jalan, lain, dana = lintasan(dataset, kode, tahun), sebaya(dataset, kode, tahun), dukungan(dataset, kode, tahun)
    tahun_tahun = deret(dataset, kode)
    bagian = (
        bagian_target(dataset, i, tahun, kini),
        bagian_tahun(i, tahun, tahun_tahun, dataset.skala_nilai(i, tahun)),
        bagian_rencana(i, jalan),
        bagian_sebaya(dataset, i, tahun, lain),
        bagian_dukungan(i, tahun, dana),
    )
    wilayah = lain.wilayah.sumber if lain.wilayah else ()
    unit = (u.sumber for u in lain.unit if u.sendiri)
    sumber = tempat_cetak((*(t.sumber for t in reversed(tahun_tahun)), *wilayah, *unit))
    terakhir = max((a.tahun for a in dataset.analisis(kode) if a.tahun <= tahun), default=tahun)
    hasil = Kisah(
        indikator=i,
        opd=dataset.pemilik(i),
        tahun=tahun,
        kini=kini,
        lalu=lalu,
        judul=judul_kisah(dataset, i, tahun),
        bagian=bagian,
        lintasan=jalan,
        sebaya=lain,
        dukungan=dana,
        sorotan=sorotan_indikator(dataset, kode, tahun),
        penjelasan=tuple(a for a in dataset.analisis(kode) if a.tahun == terakhir),
        kutipan=tuple(k for k in dataset.kutipan(kode) if k.tahun == tahun),
        deret=tahun_tahun,
        sumber=sumber,
    )
    return replace(hasil, butir=butir_kisah(hasil))


# --- the headline -----------------------------------------------------------------------------------------------------

STATUS_BERKALIMAT = {
    Status.MELEBIHI: "lebih baik daripada target {}",
    Status.SESUAI: "sesuai target {}",
    Status.DALAM_RENTANG: "di dalam rentang target {}",
    Status.TIDAK_TERCAPAI: "belum mencapai target {}",
}
"""How a status reads in a sentence; true for Naik and Turun alike."""


def judul_kisah(dataset: Dataset, indikator: Indikator, tahun: int) -> str:
    """State what a leader must know of an indicator and a year: value, target, movement, the way to the plan's end."""
    kini = dataset.tahunan(indikator.kode_indikator, tahun)
    if kini is None or not kini.baris.realisasi.ada:
        target = f", targetnya {bersatuan(indikator, kini.target)}" if kini and kini.target.ada else ""
        lampau = [t for t in deret(dataset, indikator.kode_indikator) if t.realisasi.ada and t.tahun < tahun]
        akhir = f"; terakhir {bersatuan(indikator, lampau[-1].realisasi)} pada {lampau[-1].tahun}" if lampau else ""
        return f"Realisasi {indikator.indikator} {tahun} tidak tersedia{target}{akhir}"
    status = "tanpa target" if not kini.target.ada else ""
    if kini.status is not None:
        status = STATUS_BERKALIMAT[kini.status].format(bersatuan(indikator, kini.target))
    bagian = (status, _gerak(dataset, kini), judul_lintasan(indikator, lintasan(dataset, kini.kode, tahun)))
    isi = ", ".join(b for b in bagian if b)
    awal = f"{indikator.indikator} {bersatuan(indikator, kini.baris.realisasi)} pada {tahun}"
    return f"{awal}: {isi}" if isi else awal


def _gerak(dataset: Dataset, capaian: CapaianIndikator) -> str:
    lalu = dataset.tahunan(capaian.kode, capaian.tahun - 1)
    if lalu is None or not lalu.baris.realisasi.ada:
        return ""
    dari = f"{bersatuan(capaian.indikator, lalu.baris.realisasi)} pada {lalu.tahun}"
    selisih = perubahan(capaian.baris.realisasi, lalu.baris.realisasi)
    if selisih is None:
        i = capaian.indikator
        skala: Skala | None = dataset.skala_nilai(i, capaian.tahun)
        urutan = [
            skala.cari(n.predikat) if skala and n.predikat else None
            for n in (capaian.baris.realisasi, lalu.baris.realisasi)
        ]
        if urutan[0] is None or urutan[1] is None:
            return f"sebelumnya {dari}"
        if urutan[0] == urutan[1]:
            return f"sama dengan {lalu.tahun}"
        return f"{'membaik' if urutan[0].urutan < urutan[1].urutan else 'memburuk'} dari {dari}"
    if not selisih:
        return f"sama dengan {lalu.tahun}"
    baik = capaian.membaik(selisih)
    kata = {True: "membaik", False: "memburuk", None: "naik" if selisih > 0 else "turun"}[baik]
    return f"{kata} dari {dari}"


def butir_kisah(cerita: Kisah) -> tuple[str, ...]:
    """Return the five comparisons for a message: the first sentences of each, else what is missing."""
    isi = (
        (b.nama, " ".join(f"{k.teks.rstrip('.')}." for k in b.kalimat[:KALIMAT_DISALIN]) or b.teks_kurang)
        for b in cerita.bagian
    )
    return tuple(f"{nama}: {teks}" for nama, teks in isi if teks)
