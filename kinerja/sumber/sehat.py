"""Whether this process can serve: the store answers, its schema is this program's, and there is something to show."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.exc import SQLAlchemyError

from kinerja.gudang import pintu
from kinerja.gudang.mesin import skema_sesuai
from kinerja.nilai.galat import Ditolak
from kinerja.sumber import versi as sumber


class Sebab(StrEnum):
    """Why a process is not ready, in words that tell a stranger nothing about the installation."""

    TIDAK_ADA = ""
    BELUM = "gudang data belum menjawab, atau data masih dimuat"
    TERKENDALA = "gudang data terkendala"
    SKEMA = "skema gudang data bukan milik program ini"
    BERHENTI = "server sedang berhenti"


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """Readiness of this process; `versi` is the active version, None in an empty store."""

    versi: int | None = None
    sebab: Sebab = Sebab.TIDAK_ADA

    @property
    def siap(self) -> bool:
        """Whether visitors may be sent here."""
        return self.sebab is Sebab.TIDAK_ADA


def kesiapan() -> Kesiapan:
    """Look whether this process can serve; takes as long as the store takes to answer, which may be minutes.

    A process that was started while its store was away becomes ready by being asked.
    """
    try:
        gudang = pintu.gudang()
        if not skema_sesuai(gudang.mesin):
            return Kesiapan(sebab=Sebab.SKEMA)
        return _isi(gudang.aktif())
    except (Ditolak, SQLAlchemyError):
        return Kesiapan(sebab=Sebab.TERKENDALA)


def _isi(nomor: int | None) -> Kesiapan:
    # A version that another process has just published is loaded by the next click; until then this one serves.
    if nomor is not None and sumber.ada_termuat():
        return Kesiapan(nomor)
    keadaan = sumber.aktif()
    return Kesiapan(sebab=Sebab.TERKENDALA) if keadaan.kendala else Kesiapan(keadaan.nomor_aktif)
