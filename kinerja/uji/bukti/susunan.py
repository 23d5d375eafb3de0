"""Which parts make which whole."""

from collections.abc import Mapping, Sequence

from kinerja.model.istilah import Hubungan
from kinerja.nilai.skala import samakan
from kinerja.uji.bukti.cetakan import Bukti

Susunan = Mapping[str, tuple[str, Sequence[str]]]
"""Wholes by their normalised name: the name as written, and its parts."""


def susunan(bukti: Bukti, hubungan: Hubungan) -> Susunan:
    """Group the parts of each whole in one relation."""
    hasil: dict[str, tuple[str, list[str]]] = {}
    for s in bukti.dataset.buku.susunan:
        if s.hubungan is hubungan:
            hasil.setdefault(samakan(s.induk), (s.induk, []))[1].append(s.bagian)
    return hasil
