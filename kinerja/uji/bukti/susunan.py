"""Which parts make which whole."""

from collections.abc import Mapping, Sequence

from kinerja.model.istilah import Hubungan
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.uji.bukti.cetakan import Bukti

Susunan = Mapping[str, tuple[str, Sequence[str]]]
"""Wholes by their normalised name: the name as written, and its parts."""


def susunan(bukti: Bukti, hubungan: Hubungan) -> Susunan:
    """Group the parts of each whole in one relation."""
    baris = (s for s in bukti.dataset.buku.susunan if s.hubungan is hubungan)
    return {k: (g[0].induk, [s.bagian for s in g]) for k, g in menurut(baris, lambda s: samakan(s.induk)).items()}
