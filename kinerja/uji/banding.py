"""What an import changes in the audit: findings that are new, gone, or the same as in the active version."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.buku.banding.rincian import TemuanSingkat, UjiUnggahan
from kinerja.dataset import Dataset
from kinerja.uji.daftar import TEMUAN, nama_opd
from kinerja.uji.mesin import uji
from kinerja.uji.model import Temuan

DIPERLIHATKAN = 200
"""Findings of each kind that a draft carries for the screen; all of them stand on the page once it is published."""


@dataclass(frozen=True, slots=True)
class BandingUji:
    """The audit of a new version against the active one, compared by the id of each finding."""

    baru: tuple[TemuanSingkat, ...] = ()
    hilang: tuple[TemuanSingkat, ...] = ()
    sama: int = 0

    def ringkas(self) -> UjiUnggahan:
        """Return what a draft keeps of it: every count, and as many findings as a screen shows."""
        return UjiUnggahan(
            jumlah_baru=len(self.baru),
            jumlah_hilang=len(self.hilang),
            sama=self.sama,
            baru=self.baru[:DIPERLIHATKAN],
            hilang=self.hilang[:DIPERLIHATKAN],
        )


def banding_uji(lama: Dataset | None, baru: Dataset) -> BandingUji:
    """Compare the findings of two versions; without an older one all are new."""
    dulu = {t.id: t for t in uji(lama).temuan} if lama else {}
    kini = {t.id: t for t in uji(baru).temuan}
    return BandingUji(
        _singkat(baru, (t for k, t in kini.items() if k not in dulu)),
        _singkat(lama, (t for k, t in dulu.items() if k not in kini)) if lama else (),
        len(dulu.keys() & kini.keys()),
    )


def _singkat(dataset: Dataset, temuan: Iterable[Temuan]) -> tuple[TemuanSingkat, ...]:
    return tuple(
        TemuanSingkat(
            id=t.id, keyakinan=t.keyakinan.value, opd=nama_opd(dataset, t), uraian=t.uraian, sumber="; ".join(t.sumber)
        )
        for t in temuan
    )


def kalimat_banding(uji: UjiUnggahan) -> str:
    """Say how the findings change: "3 ketidaksesuaian baru, 1 hilang, 39 tetap"."""
    baru, hilang, sama = uji.jumlah_baru, uji.jumlah_hilang, uji.sama
    if not baru and not hilang:
        return f"tidak ada {TEMUAN} baru, {sama} tetap" if sama else f"tidak ada {TEMUAN}"
    bagian = (f"{baru} {TEMUAN} baru" if baru else f"tidak ada {TEMUAN} baru", f"{hilang} hilang", f"{sama} tetap")
    return ", ".join(bagian)
