"""Decisions of a meeting in the store; each change is one transaction together with its log entry."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from kinerja.gudang.gudang import NOMOR_MAKS, Gudang, TidakAda, berzona, catat, kini
from kinerja.gudang.skema import NOTULEN
from kinerja.model.catatan import IsiNotulen, Notulen, urutkan

_TERBUKA = {"selesai_waktu": None, "selesai_oleh": "", "selesai_catatan": ""}


def daftar_notulen(
    gudang: Gudang, kode_opd: str | None = None, kode_indikator: str | None = None
) -> tuple[Notulen, ...]:
    """Return decisions, open ones by due date, done ones last.

    Args:
        gudang: the store.
        kode_opd: of this OPD only; None takes all.
        kode_indikator: about this indicator only; "" takes those about an OPD as a whole, None all.
    """
    pilih = select(NOTULEN)
    if kode_opd is not None:
        pilih = pilih.where(NOTULEN.c.kode_opd == kode_opd)
    if kode_indikator is not None:
        pilih = pilih.where(NOTULEN.c.kode_indikator == kode_indikator)
    with gudang.mesin.connect() as koneksi:
        return urutkan(_notulen(b._mapping) for b in koneksi.execute(pilih))


def ambil(gudang: Gudang, nomor: int) -> Notulen:
    """Return one decision.

    Raises:
        TidakAda: when there is none of that number.
    """
    with gudang.mesin.connect() as koneksi:
        # A number that no column could hold is not even asked for.
        hasil = _satu(koneksi, select(NOTULEN).where(NOTULEN.c.id == nomor)) if 0 < nomor <= NOMOR_MAKS else None
    if hasil is None:
        raise TidakAda(f"Keputusan {nomor}")
    return hasil


def simpan(gudang: Gudang, isi: IsiNotulen, oleh: str) -> Notulen:
    """Keep a decision and return it; one whose `kunci` stands already is returned as it stands."""
    try:
        return _sisip(gudang, isi, oleh)
    except IntegrityError:
        # Sent twice at the same moment to two processes: the other one was first.
        return _sisip(gudang, isi, oleh)


def _sisip(gudang: Gudang, isi: IsiNotulen, oleh: str) -> Notulen:
    berkunci = select(NOTULEN).where(NOTULEN.c.kunci == isi.kunci)
    nilai = {k: getattr(isi, k) for k in IsiNotulen.__dataclass_fields__}
    with gudang.menulis() as koneksi:
        if ada := _satu(koneksi, berkunci):
            return ada
        sisip = insert(NOTULEN).values(**nilai, **_TERBUKA, waktu=kini(), oleh=oleh).returning(NOTULEN)
        baru = _notulen(koneksi.execute(sisip).one()._mapping)
        tentang = ("kode_opd", "kode_indikator", "tahun", "keputusan", "penanggung_jawab")
        rincian = {k: getattr(baru, k) for k in tentang}
        catat(koneksi, "catat keputusan", oleh, {"nomor": baru.id, **rincian, "tenggat": baru.tenggat.isoformat()})
    return baru


def selesaikan(gudang: Gudang, nomor: int, oleh: str, catatan: str) -> None:
    """Mark a decision done.

    Raises:
        TidakAda: when there is no open decision of that number.
    """
    isi = {"selesai_waktu": kini(), "selesai_oleh": oleh, "selesai_catatan": catatan}
    rincian = {"nomor": nomor, "catatan": catatan}
    _ubah(gudang, nomor, isi, ("selesai keputusan", oleh, rincian), terbuka=True)


def buka_kembali(gudang: Gudang, nomor: int, oleh: str, alasan: str) -> None:
    """Open a decision that is done; who had settled it stays in the log.

    Raises:
        TidakAda: when there is no decision of that number that is done.
    """
    _ubah(gudang, nomor, _TERBUKA, ("buka keputusan", oleh, {"nomor": nomor, "alasan": alasan}), terbuka=False)


def ubah_tenggat(gudang: Gudang, nomor: int, oleh: str, tenggat: date, alasan: str) -> None:
    """Give an open decision another due date; the log keeps the reason.

    Raises:
        TidakAda: when there is no open decision of that number.
    """
    rincian = {"nomor": nomor, "tenggat": tenggat.isoformat(), "alasan": alasan}
    _ubah(gudang, nomor, {"tenggat": tenggat}, ("tenggat keputusan", oleh, rincian), terbuka=True)


def _ubah(
    gudang: Gudang, nomor: int, isi: Mapping[str, Any], peristiwa: tuple[str, str, Mapping[str, Any]], *, terbuka: bool
) -> None:
    """Change a decision that is open, or one that is done, and log it."""
    selesai = NOTULEN.c.selesai_waktu
    keadaan = (NOTULEN.c.id == nomor, selesai.is_(None) if terbuka else selesai.is_not(None))
    with gudang.menulis() as koneksi:
        if not 0 < nomor <= NOMOR_MAKS or not koneksi.execute(update(NOTULEN).where(*keadaan).values(**isi)).rowcount:
            raise TidakAda(f"Keputusan {nomor} yang {'terbuka' if terbuka else 'selesai'}")
        catat(koneksi, *peristiwa)


def _satu(koneksi: Connection, pilih: Select[Any]) -> Notulen | None:
    baris = koneksi.execute(pilih).first()
    return _notulen(baris._mapping) if baris else None


def _notulen(baris: Mapping[Any, Any]) -> Notulen:
    return Notulen(**berzona({k: baris[k] for k in Notulen.__dataclass_fields__}))
