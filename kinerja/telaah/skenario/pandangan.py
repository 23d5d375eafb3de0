"""The view of a scenario: what it changes for an OPD and a year, beside every other choice and every other OPD."""

from dataclasses import dataclass

from kinerja.dataset import Dataset, ingat
from kinerja.sajian.pandangan import Pandangan
from kinerja.telaah.skenario.kalimat import butir_skenario, judul_skenario
from kinerja.telaah.skenario.skenario import (
    BarisOpd,
    HasilSkenario,
    Pilihan,
    SkalaSkenario,
    semua_opd,
    semua_skala,
    skenario,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PandanganSkenario(Pandangan):
    """A scenario for an OPD and a year.

    Attributes:
        hasil: before and after.
        skala: every combination of choices for the OPD.
        opd: the same scenario for every OPD with IKU.
    """

    hasil: HasilSkenario
    skala: tuple[SkalaSkenario, ...]
    opd: tuple[BarisOpd, ...]


@ingat(256)
def pandangan_skenario(dataset: Dataset, kode_opd: str, tahun: int, pilihan: Pilihan) -> PandanganSkenario | None:
    """Return a scenario beside the standard; None when the OPD has no IKU in that year."""
    hasil = skenario(dataset, kode_opd, tahun, pilihan)
    if hasil is None:
        return None
    skala = semua_skala(dataset, kode_opd, tahun)
    return PandanganSkenario(
        judul=judul_skenario(hasil, skala),
        sumber=hasil.sumber,
        butir=butir_skenario(hasil),
        hasil=hasil,
        skala=skala,
        opd=semua_opd(dataset, tahun, pilihan),
    )
