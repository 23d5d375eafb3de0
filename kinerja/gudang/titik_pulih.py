"""Copies that are made by themselves before something changes: verified; of publications the newest few are kept."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from errno import EDQUOT, ENOSPC
from glob import escape
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from kinerja.gudang.hak_berkas import berkas_sendiri, buat_folder
from kinerja.gudang.sambungan import TUNGGU_MS
from kinerja.nilai.galat import Ditolak

SIMPAN = 5
"""Copies that are kept unless KINERJA_CADANGAN_SIMPAN says another number."""
_AWALAN = "sebelum-terbit-"
_WAKTU = f"{'[0-9]' * 8}T{'[0-9]' * 12}Z"


class TitikPulihGagal(Ditolak):
    """The copy could not be made, so what it was to protect from does not happen; the text says what to do."""


def salin_terperiksa(asal: Path, tujuan: Path, tanda: str = "") -> None:
    """Copy a SQLite store as it stands at one moment and look the copy over; it is there whole or not at all.

    `tanda` tells what is half written from what another process writes to the same name; without it, the next copy of
    that name clears away what a killed one left.

    Raises:
        TitikPulihGagal: when there is no room, no right to write, or the copy is not sound.
    """
    sementara = tujuan.with_name(f"{tujuan.name}{tanda}.sebagian")
    try:
        buat_folder(tujuan.parent)
        sementara.unlink(missing_ok=True)
        with closing(_lama(asal)) as dari, closing(_baru(sementara)) as ke:
            dari.backup(ke)
            periksa = [b[0] for b in ke.execute("PRAGMA integrity_check(1)")]
        if periksa != ["ok"]:
            raise TitikPulihGagal(f"Cadangan otomatis tidak utuh ({periksa[0]}). Periksa gudang data dan disknya.")
        sementara.replace(tujuan)
    except (OSError, sqlite3.Error) as galat:
        raise TitikPulihGagal(
            f"Cadangan otomatis tidak dapat ditulis ke {tujuan.parent.name} ({_sebab(galat)}). "
            "Sediakan ruang dan hak tulis, lalu ulangi; tidak ada yang berubah."
        ) from galat
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _lama(berkas: Path) -> sqlite3.Connection:
    # Not read-only: beside a process that is just committing, SQLite cannot tell its journal from one of a crash then.
    return sqlite3.connect(f"file:{quote(str(berkas.resolve()))}?mode=rw", uri=True, timeout=TUNGGU_MS / 1000)


def _baru(berkas: Path) -> sqlite3.Connection:
    berkas_sendiri(berkas)
    return sqlite3.connect(berkas)


def _sebab(galat: OSError | sqlite3.Error) -> str:
    """Say why a copy could not be written, by the code of the failure."""
    if isinstance(galat, OSError):
        habis, tertutup = galat.errno in (ENOSPC, EDQUOT), isinstance(galat, PermissionError)
    else:
        # The extended code of SQLite ends with the plain one.
        kode = getattr(galat, "sqlite_errorcode", 0) & 0xFF
        habis, tertutup = kode == sqlite3.SQLITE_FULL, kode == sqlite3.SQLITE_READONLY
    if habis:
        return "ruang penyimpanan habis"
    return "tidak ada hak tulis" if tertutup else str(galat)


def sebelum_terbit(mesin: Engine) -> Path | None:
    """Keep a verified copy of the store before a version is published; returns it, None where there is no file.

    A store in PostgreSQL is copied by the means of the server (docs/gudang.md); the copy of a SQLite store lies in
    KINERJA_CADANGAN, by default the folder ``cadangan`` beside it.

    Raises:
        TitikPulihGagal: when it cannot be made; then nothing may be published.
    """
    asal = berkas_gudang(mesin)
    if asal is None:
        return None
    folder = _folder(asal)
    tujuan = folder / f"{_AWALAN}{asal.stem}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.db"
    salin_terperiksa(asal, tujuan, f".{uuid4().hex}")  # two may publish at the same microsecond
    _buang_lama(tujuan, _pola(asal))
    return tujuan


def _folder(asal: Path) -> Path:
    return Path(os.environ.get("KINERJA_CADANGAN") or asal.parent / "cadangan")


def _pola(asal: Path) -> str:
    return f"{escape(_AWALAN + asal.stem)}-{_WAKTU}.db"


def cadangan_terbaru(asal: Path) -> Path | None:
    """Return the newest copy that was made of a SQLite store before a publication; None when there is none."""
    return max(_folder(asal).glob(_pola(asal)), default=None)


def berkas_gudang(mesin: Engine) -> Path | None:
    """Return the file of a SQLite store; None for one in memory or on a server."""
    return berkas_alamat(mesin.url)


def berkas_alamat(alamat: URL) -> Path | None:
    """Return the file that a URL means; None where it means none."""
    nama = alamat.database
    if alamat.get_backend_name() != "sqlite" or not nama or nama.startswith((":", "file:")):
        return None
    return Path(nama)


def _buang_lama(baru: Path, pola: str) -> None:
    """Remove the oldest copies; a step of its own, at which a copy that was being written must not count yet."""
    isi = os.environ.get("KINERJA_CADANGAN_SIMPAN", "")
    simpan = max(1, int(isi)) if isi.isdecimal() else SIMPAN
    # What bears a later time than the one just made comes from before the clock was set back.
    urut = sorted(baru.parent.glob(pola), key=lambda b: (b.name <= baru.name, b.name), reverse=True)
    for lama in urut[simpan:]:
        lama.unlink(missing_ok=True)
