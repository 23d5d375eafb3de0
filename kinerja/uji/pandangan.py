"""The view of the audit: the findings of a filter; page, message, file and slide draw the same one."""

from dataclasses import dataclass

from kinerja.dataset import Dataset
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import secukupnya
from kinerja.uji.daftar import SaringUji, butir_uji, judul_uji
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan
from kinerja.uji.penutupan import Penutupan, menurut_status


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganUji(Pandangan):
    """The findings of a filter.

    Attributes:
        saring: what was asked for.
        temuan: the findings, worst first.
        sisa: how many others only their status leaves out.
    """

    saring: SaringUji
    temuan: tuple[Temuan, ...]
    sisa: int


def pandangan_uji(dataset: Dataset, saring: SaringUji, penutupan: Penutupan) -> PandanganUji:
    """Return the findings of a filter; `penutupan` tells which of them somebody closed with a reason."""
    semua = saring.ambil(uji(dataset).temuan)
    temuan = menurut_status(semua, penutupan, saring.status)
    return PandanganUji(
        judul=judul_uji(dataset, temuan, saring),
        sumber=tempat_cetak(s for t in temuan for s in t.sumber),
        butir=secukupnya(butir_uji(dataset, temuan), "temuan"),
        saring=saring,
        temuan=temuan,
        sisa=len(semua) - len(temuan),
    )
