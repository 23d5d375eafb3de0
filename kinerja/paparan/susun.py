"""A deck for a filter: the sections that were asked for, in their order, each with what it has to show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kinerja.dataset import Dataset, ingat
from kinerja.model.catatan import Notulen
from kinerja.paparan.bahan import Bahan, Hasil
from kinerja.paparan.banding import slaid_regional
from kinerja.paparan.capaian import slaid_predikat, slaid_ringkasan, slaid_terbaik_terendah
from kinerja.paparan.indikator import slaid_indikator
from kinerja.paparan.model import BagianPaparan, Paparan, Slaid
from kinerja.paparan.tindak_lanjut import kalimat_keputusan, slaid_tindak_lanjut
from kinerja.paparan.uang import slaid_anggaran, slaid_kuadran
from kinerja.paparan.uji import slaid_uji
from kinerja.uji.penutupan import Penutupan

PENYUSUN: Mapping[BagianPaparan, Callable[[Bahan], Hasil]] = {
    BagianPaparan.TINDAK_LANJUT: slaid_tindak_lanjut,
    BagianPaparan.RINGKASAN: slaid_ringkasan,
    BagianPaparan.PREDIKAT: slaid_predikat,
    BagianPaparan.TERBAIK_TERENDAH: slaid_terbaik_terendah,
    BagianPaparan.INDIKATOR: slaid_indikator,
    BagianPaparan.ANGGARAN: slaid_anggaran,
    BagianPaparan.KUADRAN: slaid_kuadran,
    BagianPaparan.REGIONAL: slaid_regional,
    BagianPaparan.UJI: slaid_uji,
}


DARI_GUDANG = frozenset({BagianPaparan.TINDAK_LANJUT, BagianPaparan.UJI})
"""Sections that change while the version stays: decisions are noted, findings are closed."""
BAWAAN: tuple[BagianPaparan, ...] = tuple(PENYUSUN)
"""Every section, in the order of a meeting."""


def susun_paparan(
    dataset: Dataset,
    kode_opd: str,
    tahun: int,
    bagian: Sequence[BagianPaparan] = BAWAAN,
    penutupan: Penutupan | None = None,
    keputusan: Sequence[Notulen] = (),
    hari_ini: date = date.min,
) -> Paparan:
    """Make the deck of an OPD and a year.

    Args:
        dataset: the version.
        kode_opd: whose deck, as the workbook spells it.
        tahun: the year.
        bagian: the sections in their order, each once; all of them unless said.
        penutupan: findings of the audit that were closed, which are not shown.
        keputusan: decisions of earlier meetings, as a meeting takes them up.
        hari_ini: the day of the meeting, which tells what is late.

    Raises:
        KeyError: when there is no such OPD.
    """
    opd = dataset.opd[kode_opd]
    bahan = Bahan(
        dataset=dataset, opd=opd, tahun=tahun, hari_ini=hari_ini, penutupan=penutupan or {}, keputusan=keputusan
    )
    hasil = {b: _susun(bahan, b) for b in dict.fromkeys(bagian)}
    slaid = (_berkeputusan(bahan, s) for h in hasil.values() if not isinstance(h, str) for s in h)
    tanpa = tuple((b, h) for b, h in hasil.items() if isinstance(h, str))
    nama = dataset.profil.pemerintah_daerah
    return Paparan(
        pemerintah=nama,
        kode_opd=kode_opd,
        opd=opd.nama_opd,
        tahun=tahun,
        versi=dataset.versi,
        slaid=tuple(slaid),
        tanpa=tanpa,
    )


def _susun(bahan: Bahan, bagian: BagianPaparan) -> Hasil:
    if bagian in DARI_GUDANG:
        return PENYUSUN[bagian](bahan)
    return _tetap(bahan.dataset, bahan.kode, bahan.tahun, bagian)


@ingat(512)
def _tetap(dataset: Dataset, kode_opd: str, tahun: int, bagian: BagianPaparan) -> Hasil:
    """Make the slides of a section that follow from the version alone, once."""
    return PENYUSUN[bagian](Bahan(dataset=dataset, opd=dataset.opd[kode_opd], tahun=tahun))


def _berkeputusan(bahan: Bahan, slaid: Slaid) -> Slaid:
    """Return the slide of an indicator with what earlier meetings decided about it first in the notes."""
    tentang = (n for n in bahan.keputusan if n.kode_indikator and n.kode_indikator == slaid.kode_indikator)
    milik = tuple(kalimat_keputusan(bahan, n) for n in tentang)
    return replace(slaid, catatan=(*milik, *slaid.catatan)) if milik else slaid
