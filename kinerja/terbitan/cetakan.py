"""A page as it is printed: what is read on it, how it was filtered, its main table, where its figures are from."""

from dataclasses import dataclass
from datetime import date

from kinerja.sajian.salinan import Salinan
from kinerja.sajian.tabel_terbit import TabelTerbit


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """What stands on a printed page.

    Attributes:
        salinan: headline, topic and key figures of the view.
        saringan: its filters, name and choice.
        tabel: its main table, None where it has none.
        sumber: where its figures are printed.
        versi: the version of the data.
        alamat: the address of the view.
        pemerintah: the local government, empty where the workbook names none.
        dibuat: the day on which it is printed.
    """

    salinan: Salinan
    saringan: tuple[tuple[str, str], ...]
    tabel: TabelTerbit | None
    sumber: tuple[str, ...]
    versi: str
    alamat: str
    pemerintah: str
    dibuat: date
