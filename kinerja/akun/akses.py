"""Who may do what: roles and their rights, the one place that says so; screen and command line both ask here."""

from dataclasses import dataclass
from enum import StrEnum

from kinerja.nilai.galat import Ditolak
from kinerja.nilai.nama import samakan


class PeranPengguna(StrEnum):
    """Role of a person who has logged in; looking at the dashboard needs none."""

    PIMPINAN = "pimpinan"
    INSPEKTORAT = "inspektorat"
    OPERATOR = "operator"
    ADMIN = "admin"


class Izin(StrEnum):
    """Something that needs a right, worded as it is refused."""

    MENGUNGGAH = "mengunggah buku kerja"
    MENGGANTI = "mengganti seluruh buku kerja"
    MENERBITKAN_LAIN = "menerbitkan unggahan orang lain"
    MENGUBAH_OPD_LAIN = "mengubah baris perangkat daerah lain"
    MEMULIHKAN = "memulihkan versi"
    MENGUNCI = "mengunci periode"
    MELIHAT_LOG = "melihat log"
    MENGUNDUH_ASLI = "mengunduh berkas asli"
    MENUTUP_TEMUAN = "menutup temuan"
    MENULIS_CATATAN = "menulis catatan"


_HAK: dict[PeranPengguna, frozenset[Izin]] = {
    PeranPengguna.PIMPINAN: frozenset(),
    PeranPengguna.INSPEKTORAT: frozenset(
        {Izin.MENUTUP_TEMUAN, Izin.MENULIS_CATATAN, Izin.MELIHAT_LOG, Izin.MENGUNDUH_ASLI}
    ),
    PeranPengguna.OPERATOR: frozenset({Izin.MENGUNGGAH, Izin.MENULIS_CATATAN}),
    PeranPengguna.ADMIN: frozenset(Izin),
}


@dataclass(frozen=True, slots=True)
class Pengguna:
    """A person who acts: name as it stands in history and log, role, and the code of an operator's OPD."""

    nama: str
    peran: PeranPengguna
    kode_opd: str = ""

    def boleh(self, izin: Izin) -> bool:
        """Tell whether the role has a right."""
        return izin in _HAK[self.peran]

    def mengurus(self, kode_opd: str) -> bool:
        """Tell whether the rows of an OPD are theirs to change, where the role may change rows at all."""
        return self.boleh(Izin.MENGUBAH_OPD_LAIN) or samakan(self.kode_opd) == samakan(kode_opd)


class TidakBerhak(Ditolak):
    """The person's role lacks a right; the text says which."""

    def __init__(self, pengguna: Pengguna, izin: Izin) -> None:
        super().__init__(f"Peran {pengguna.peran.value} tidak berhak {izin.value}")


def pastikan(pengguna: Pengguna, izin: Izin) -> None:
    """Refuse what the role may not do.

    Raises:
        TidakBerhak: when the right is missing.
    """
    if not pengguna.boleh(izin):
        raise TidakBerhak(pengguna, izin)
