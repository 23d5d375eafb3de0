"""The base of everything that is refused in words a person understands."""


class Ditolak(Exception):  # noqa: N818 - Indonesian for "refused"
    """What was asked cannot be done; the text says why, nothing was changed."""

    @property
    def umum(self) -> str:
        """Return what a stranger may read of it: nothing of where things lie on the server."""
        return str(self)


class IsianDitolak(Ditolak):
    """Something that was filled in is missing or cannot be taken; `galat` names each fault."""

    def __init__(self, *galat: str) -> None:
        super().__init__("; ".join(galat))
        self.galat = galat


def galat_teks(isi: str, nama: str, paling_panjang: int) -> str:
    """Return what is wrong with a text on one line (`kinerja.sajian.salinan.polos`); empty when nothing is."""
    if not isi:
        return f"{nama} belum diisi"
    return f"{nama} paling panjang {paling_panjang} huruf" if len(isi) > paling_panjang else ""
