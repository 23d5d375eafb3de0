"""What people leave behind: closed findings, notes about wrong figures, decisions of a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class StatusNotulen(StrEnum):
    """How a decision stands."""

    TERLAMBAT = "Terlambat"
    TERBUKA = "Terbuka"
    SELESAI = "Selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiNotulen:
    """What somebody asks to have noted.

    Attributes:
        kunci: the sender's own name for this decision: random, so that what is sent twice is stored once.
        kode_opd: whose figures were looked at.
        kode_indikator: the indicator it is about; empty for the OPD as a whole.
        tahun: year of the figures.
        slaid: code of the slide that stood on the screen; empty outside a paparan.
        keputusan: what was decided.
        penanggung_jawab: the office that does it, never a person.
        tenggat: the last day to do it; None while nobody has said.
    """

    kunci: str
    kode_opd: str
    kode_indikator: str
    tahun: int
    slaid: str
    keputusan: str
    penanggung_jawab: str
    tenggat: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notulen:
    """A decision that was noted; the last three say how it was settled, times are UTC."""

    id: int
    kode_opd: str
    kode_indikator: str
    tahun: int
    slaid: str
    keputusan: str
    penanggung_jawab: str
    tenggat: date
    waktu: datetime
    oleh: str
    selesai_waktu: datetime | None
    selesai_oleh: str
    selesai_catatan: str

    def status(self, hari_ini: date) -> StatusNotulen:
        """Return how it stands on a day (of Asia/Jakarta); on the due date itself it is not late yet."""
        if self.selesai_waktu is not None:
            return StatusNotulen.SELESAI
        return StatusNotulen.TERLAMBAT if self.tenggat < hari_ini else StatusNotulen.TERBUKA


def urutkan(notulen: Iterable[Notulen]) -> tuple[Notulen, ...]:
    """Return decisions as a meeting takes them up: open ones by due date, so late ones first; then the newly done."""
    semua = tuple(notulen)
    terbuka = sorted((n for n in semua if n.selesai_waktu is None), key=lambda n: (n.tenggat, n.id))
    selesai = [(n.selesai_waktu, n.id, n) for n in semua if n.selesai_waktu is not None]
    return (*terbuka, *(n for *_, n in sorted(selesai, key=lambda s: s[:2], reverse=True)))


TERBUKA, SELESAI = "terbuka", "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tutupan:
    """A finding that was closed: `seharusnya` is what followed then; where another figure follows now, it is open."""

    temuan: str
    seharusnya: str
    waktu: datetime
    oleh: str
    alasan: str


@dataclass(frozen=True, slots=True)
class AlamatAngka:
    """Whose figure a note is about; `kode_indikator` is empty for a figure of the OPD."""

    kode_opd: str
    kode_indikator: str
    tahun: int
    ukuran: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """A note about a figure that looks wrong; the last three say how it was settled."""

    id: int
    waktu: datetime
    oleh: str
    alamat: AlamatAngka
    isi: str
    status: str
    selesai_waktu: datetime | None
    selesai_oleh: str
    selesai_catatan: str
