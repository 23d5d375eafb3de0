"""Words of a slide that every drawer writes alike."""

from kinerja.paparan.model import Slaid
from kinerja.salinan import polos

SUMBER_DISEBUT = 3


def baris_sumber(s: Slaid) -> str:
    """Return the line under a slide: where its figures are printed, and the version of the data."""
    teks = "; ".join(map(polos, s.sumber[:SUMBER_DISEBUT]))
    lain = f"; dan {len(s.sumber) - SUMBER_DISEBUT} sumber lain" if len(s.sumber) > SUMBER_DISEBUT else ""
    return f"{f'Sumber: laporan {teks}{lain}. ' if teks else ''}Versi data {s.versi}"
