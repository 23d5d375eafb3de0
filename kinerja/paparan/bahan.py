"""What every section of a deck is made from, and the small things all of them need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import Opd
from kinerja.model.catatan import Notulen
from kinerja.paparan.model import Slaid
from kinerja.sajian.asal import kalimat_asal
from kinerja.sajian.salinan import polos
from kinerja.uji.penutupan import Penutupan

BUTIR_TERBANYAK = 4
CATATAN_TERBANYAK = 24
HURUF_BUTIR = 190
"""A sentence of more letters is not read from the last seat; the speaker has it whole in the notes."""
_TANPA: Penutupan = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """Whose deck, of which year.

    Attributes:
        dataset: the version.
        opd, tahun: the filter.
        hari_ini: the day of the meeting, which tells what is late.
        penutupan: findings of the audit that somebody closed.
        keputusan: decisions of earlier meetings, as a meeting takes them up.
    """

    dataset: Dataset
    opd: Opd
    tahun: int
    hari_ini: date = date.min
    penutupan: Penutupan = field(default_factory=lambda: _TANPA)
    keputusan: Sequence[Notulen] = ()

    @property
    def kode(self) -> str:
        """Code of the OPD."""
        return self.opd.kode_opd

    @property
    def berangka(self) -> bool:
        """Whether anything of the OPD stands for the year."""
        iku = self.dataset.capaian_opd(self.kode, self.tahun, hanya_iku=False)
        return bool(iku) or (self.kode, self.tahun) in self.dataset.jumlah_anggaran

    @property
    def topik(self) -> str:
        """What every slide is about."""
        return f"{self.opd.nama_opd} · {self.tahun}"


Hasil = tuple[Slaid, ...] | str
"""The slides of a section, or why there are none."""


def ringkas_butir(kalimat: Iterable[str], paling_banyak: int = BUTIR_TERBANYAK) -> tuple[str, ...]:
    """Return the first sentences, each once and short enough to be read; whole ones only."""
    return tuple(k for k in dict.fromkeys(kalimat) if k and len(k) <= HURUF_BUTIR)[:paling_banyak]


def catatan(kalimat: Iterable[str]) -> tuple[str, ...]:
    """Return what the speaker may say, each once."""
    return tuple(dict.fromkeys(k for k in kalimat if k))[:CATATAN_TERBANYAK]


SKALA_RUPIAH: Mapping[str, Decimal] = {
    "Rp triliun": Decimal("1e12"),
    "Rp miliar": Decimal("1e9"),
    "Rp juta": Decimal("1e6"),
}


def skala_rupiah(angka: Iterable[Decimal]) -> tuple[str, Decimal]:
    """Return the unit in which amounts make short numbers on an axis, and what they are divided by."""
    terbesar = max((abs(a) for a in angka), default=Decimal(0))
    return next(((nama, n) for nama, n in SKALA_RUPIAH.items() if terbesar >= n), ("Rp", Decimal(1)))


def baris_sumber(slaid: Slaid) -> str:
    """Return the line under a slide: where its figures are printed, and the version of the data."""
    return kalimat_asal(map(polos, slaid.sumber), slaid.versi)
