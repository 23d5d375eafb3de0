"""Logins that were ended before their time: every process of this installation asks the store for them."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import delete, insert, select

from kinerja.akun.pengaturan import UMUR_TERPANJANG
from kinerja.gudang.gudang import Gudang, kini
from kinerja.gudang.mesin import GudangTerkendala
from kinerja.gudang.pintu import gudang
from kinerja.gudang.skema import CABUTAN

SIMPAN = timedelta(minutes=UMUR_TERPANJANG) + timedelta(days=1)
"""How long a revocation is kept: no login lives longer, whatever the settings say of its age."""
TERTUNDA_MAKS = 1000
_CATATAN = logging.getLogger("dasbor.masuk")


def cabut(gudang: Gudang, tanda: str) -> None:
    """Remember an ended login; those that ran out by themselves long ago go."""
    with gudang.menulis() as koneksi:
        koneksi.execute(delete(CABUTAN).where(CABUTAN.c.waktu < kini() - SIMPAN))
        if koneksi.execute(select(CABUTAN.c.tanda).where(CABUTAN.c.tanda == tanda)).first() is None:
            koneksi.execute(insert(CABUTAN).values(tanda=tanda, waktu=kini()))


def dicabut(gudang: Gudang, tanda: str) -> bool:
    """Tell whether a login was ended."""
    with gudang.mesin.connect() as koneksi:
        return koneksi.execute(select(CABUTAN.c.tanda).where(CABUTAN.c.tanda == tanda)).first() is not None


class CabutanGudang:
    """Revocations in the store of this installation.

    A store that does not answer cannot say that a login still counts: then none does. What it does not take now is
    held in this process and handed on when it answers again.
    """

    def __init__(self, buka: Callable[[], Gudang] = gudang) -> None:
        self._buka = buka
        self._tertunda: OrderedDict[str, None] = OrderedDict()

    def ada(self, tanda: str) -> bool:
        """Tell whether a login was ended, in this process or in another one."""
        try:
            isi = self._buka()
            self._serahkan(isi)
            return tanda in self._tertunda or dicabut(isi, tanda)
        except GudangTerkendala:
            return True

    def tambah(self, tanda: str) -> None:
        """Remember an ended login; never raises, whoever leaves must be able to."""
        self._tertunda[tanda] = None
        while len(self._tertunda) > TERTUNDA_MAKS:
            self._tertunda.popitem(last=False)
        try:
            self._serahkan(self._buka())
        except GudangTerkendala:
            _CATATAN.warning("keluar belum tersimpan di gudang; berlaku pada proses ini saja")

    def _serahkan(self, isi: Gudang) -> None:
        for tanda in list(self._tertunda):
            with suppress(GudangTerkendala):
                cabut(isi, tanda)
                self._tertunda.pop(tanda, None)
