"""What people fill in: the one rule of a text that must stand, and the refusal that names everything that is wrong."""

from kinerja.galat import Ditolak


class IsianDitolak(Ditolak):
    """Something that was filled in is missing or cannot be taken; `galat` names each fault."""

    def __init__(self, *galat: str) -> None:
        super().__init__("; ".join(galat))
        self.galat = galat


def galat_teks(isi: str, nama: str, paling_panjang: int) -> str:
    """Return what is wrong with a text on one line (`kinerja.salinan.polos`); empty when nothing is."""
    if not isi:
        return f"{nama} belum diisi"
    return f"{nama} paling panjang {paling_panjang} huruf" if len(isi) > paling_panjang else ""
