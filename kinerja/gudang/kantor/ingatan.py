"""Forms of tables that are remembered: one for each OPD and fingerprint, the newest in place of the one before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from kinerja.gudang.gudang import NOMOR_MAKS, Gudang, TidakAda, berzona, catat, kini
from kinerja.gudang.skema import INGATAN

SEOPD_MAKS = 100
"""Forms of one OPD; beyond that the oldest go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiIngatan:
    """What is remembered of a form.

    Attributes:
        kode_opd: whose table it is; empty for one of the whole.
        sidik: fingerprint of the form.
        jenis: kind of the table.
        berkas: name of the file it was learnt from.
        isi: what was answered, as JSON.
    """

    kode_opd: str
    sidik: str
    jenis: str
    berkas: str
    isi: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingatan(IsiIngatan):
    """The same as it stands in the store, with its number, when it was kept and by whom."""

    id: int
    waktu: datetime
    oleh: str


def daftar_ingatan(gudang: Gudang, sidik: str = "") -> tuple[Ingatan, ...]:
    """Return what is remembered, the newest first; of one form only, where that is named."""
    pilih = select(INGATAN).order_by(INGATAN.c.id.desc())
    with gudang.mesin.connect() as koneksi:
        baris = koneksi.execute(pilih.where(INGATAN.c.sidik == sidik) if sidik else pilih)
        return tuple(_ingatan(b._mapping) for b in baris)


def ambil(gudang: Gudang, nomor: int) -> Ingatan:
    """Return one.

    Raises:
        TidakAda: when there is none of that number.
    """
    with gudang.mesin.connect() as koneksi:
        pilih = select(INGATAN).where(INGATAN.c.id == nomor)
        baris = koneksi.execute(pilih).first() if 0 < nomor <= NOMOR_MAKS else None
    if baris is None:
        raise TidakAda(f"Bentuk tabel {nomor}")
    return _ingatan(baris._mapping)


def simpan(gudang: Gudang, isi: IsiIngatan, oleh: str) -> None:
    """Keep a form in place of the one that was kept of it before."""
    nilai = {k: getattr(isi, k) for k in IsiIngatan.__dataclass_fields__}
    milik = INGATAN.c.kode_opd == isi.kode_opd
    with gudang.menulis() as koneksi:
        koneksi.execute(delete(INGATAN).where(milik, INGATAN.c.sidik == isi.sidik))
        lama = select(INGATAN.c.id).where(milik).order_by(INGATAN.c.id.desc()).offset(SEOPD_MAKS - 1)
        koneksi.execute(delete(INGATAN).where(INGATAN.c.id.in_(koneksi.execute(lama).scalars().all())))
        koneksi.execute(insert(INGATAN).values(**{**nilai, "isi": dict(isi.isi)}, waktu=kini(), oleh=oleh))
        catat(koneksi, "ingat bentuk tabel", oleh, {"kode_opd": isi.kode_opd, "jenis": isi.jenis, "berkas": isi.berkas})


def lupakan(gudang: Gudang, nomor: int, oleh: str) -> None:
    """Forget a form.

    Raises:
        TidakAda: when there is none of that number.
    """
    with gudang.menulis() as koneksi:
        if not 0 < nomor <= NOMOR_MAKS or not koneksi.execute(delete(INGATAN).where(INGATAN.c.id == nomor)).rowcount:
            raise TidakAda(f"Bentuk tabel {nomor}")
        catat(koneksi, "lupakan bentuk tabel", oleh, {"nomor": nomor})


def _ingatan(baris: Mapping[Any, Any]) -> Ingatan:
    return Ingatan(**berzona({k: baris[k] for k in Ingatan.__dataclass_fields__}))
