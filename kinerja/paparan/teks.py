"""Words of a slide that every drawer writes alike."""

from kinerja.asal import kalimat_asal
from kinerja.paparan.model import Slaid
from kinerja.salinan import polos


def baris_sumber(s: Slaid) -> str:
    """Return the line under a slide: where its figures are printed, and the version of the data."""
    return kalimat_asal(map(polos, s.sumber), s.versi)
