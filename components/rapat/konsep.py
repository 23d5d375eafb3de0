"""What somebody is writing and has not sent: kept in this process, so that a reload of the page does not lose it.

Streamlit forgets every field when a page is loaded anew. A draft holds what was entered, by person and form, together
with a random key under which it is sent: what is sent twice can then be stored once.
"""

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components.dasar import keadaan as sesi

PALING_BANYAK = 200
"""Drafts kept at once; the one not looked at longest goes first."""
_KONSEP: OrderedDict[tuple[str, ...], "Konsep"] = OrderedDict()


@dataclass(slots=True)
class Konsep:
    """A draft: its random key, and what its fields hold."""

    kunci: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    isi: dict[str, Any] = field(default_factory=dict)

    def kunci_bidang(self, nama: str) -> str:
        """Return the key of a field's widget."""
        return sesi.bidang_konsep(nama, self.kunci)


def buka_konsep(*pemilik: str) -> Konsep:
    """Return the draft of a person's form and put what it holds back into the session, before the fields are drawn."""
    konsep = _KONSEP.setdefault(pemilik, Konsep())
    _KONSEP.move_to_end(pemilik)
    while len(_KONSEP) > PALING_BANYAK:
        _KONSEP.popitem(last=False)
    for nama, nilai in konsep.isi.items():
        st.session_state.setdefault(konsep.kunci_bidang(nama), nilai)
    return konsep


def ingat_konsep(konsep: Konsep, bidang: Sequence[str]) -> None:
    """Keep what the fields hold now, after they are drawn."""
    konsep.isi = {n: st.session_state[k] for n in bidang if (k := konsep.kunci_bidang(n)) in st.session_state}


def tutup_konsep(*pemilik: str) -> None:
    """Let a draft go that was sent."""
    _KONSEP.pop(pemilik, None)
