"""Closed findings: which of them are still closed, which are open again because another figure follows now."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from kinerja.nilai.waktu import format_waktu
from kinerja.uji.model import Temuan

if TYPE_CHECKING:
    # A command on a file needs the words here and no store; loading it takes longer than the audit.
    from kinerja.model.catatan import Tutupan

Penutupan = Mapping[str, "Tutupan"]


class StatusTemuan(StrEnum):
    """Whether somebody has closed a finding."""

    TERBUKA = "terbuka"
    DITUTUP = "ditutup"


def tertutup(temuan: Temuan, penutupan: Penutupan) -> "Tutupan | None":
    """Return how a finding was closed; None while it is open.

    The id holds the printed figure, so another print is another finding; what follows is compared here.
    """
    tutupan = penutupan.get(temuan.id)
    return tutupan if tutupan and tutupan.seharusnya == temuan.seharusnya else None


def menurut_status(temuan: Iterable[Temuan], penutupan: Penutupan, status: StatusTemuan | None) -> tuple[Temuan, ...]:
    """Return the findings of a status; None takes all."""
    if status is None:
        return tuple(temuan)
    return tuple(t for t in temuan if (tertutup(t, penutupan) is not None) == (status is StatusTemuan.DITUTUP))


def kata_penutupan(temuan: Temuan, penutupan: Penutupan) -> str:
    """Say who closed a finding when and why, or that it is open again; empty for one that was never closed."""
    tutupan = penutupan.get(temuan.id)
    if tutupan is None:
        return ""
    isi = f"{format_waktu(tutupan.waktu)} oleh {tutupan.oleh}: {tutupan.alasan}"
    if tertutup(temuan, penutupan):
        return f"Ditutup {isi}"
    lama = tutupan.seharusnya or "tidak dapat ditentukan"
    return f"Terbuka kembali karena hasil hitungnya berubah (semula {lama}). Pernah ditutup {isi}"
