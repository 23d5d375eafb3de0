"""How a connection to the store is made: within seconds or not at all, and never to a file that went away meanwhile."""

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

TUNGGU_MS = 30_000
"""How long a writer waits for another before it says so."""
TUNGGU_BACA_MS, BATAS_BACA_MS = 2_000, 20_000
"""How long who only reads waits for a lock of PostgreSQL, and for an answer: a page goes on with what is in memory."""
TUNGGU_SAMBUNG = 5
"""Seconds in which a server of databases must answer; the system's own limit is over two minutes."""
KUNCI_TERTAHAN = "55P03"
"""PostgreSQL's code for a lock that was not given in time."""
BATAS_POSTGRESQL = {"connect_timeout": TUNGGU_SAMBUNG, "tcp_user_timeout": TUNGGU_SAMBUNG * 1000}


class Jeda:
    """Leaves a server that let us wait and did not answer alone for as long as it did: every page asks for it."""

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        self._jam = jam
        self._sampai = 0.0
        self._galat: Exception | None = None

    def coba(self, sambung: Callable[[], T]) -> T:
        """Connect, or fail at once as the last attempt did."""
        mulai = self._jam()
        if self._galat is not None and mulai < self._sampai:
            raise type(self._galat)(*self._galat.args)
        try:
            return sambung()
        except Exception as galat:
            kini = self._jam()
            self._galat, self._sampai = galat, kini + (kini - mulai)
            raise


class JedaTertahan:
    """A question that waited for a lock in vain is not asked again for as long: each page asks, and each would wait."""

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        self._jam = jam
        self._sampai: dict[str, float] = {}

    def catat(self, perintah: str) -> None:
        """Note that a statement waited in vain."""
        kini = self._jam()
        self._sampai = {p: s for p, s in self._sampai.items() if s > kini} | {perintah: kini + TUNGGU_BACA_MS / 1000}

    def __contains__(self, perintah: str) -> bool:
        return self._sampai.get(perintah, 0.0) > self._jam()


def ajari_postgresql(mesin: Engine, tertahan: Callable[[], Exception]) -> None:
    """Give up on a server that does not answer, and on a lock that somebody does not let go.

    Args:
        mesin: the engine.
        tertahan: makes what is raised, where what is asked for was held a moment ago.
    """
    jeda, terjeda = Jeda(), JedaTertahan()

    @event.listens_for(mesin, "do_connect")
    def sambung(dialek: Any, _: object, letak: tuple[Any, ...], pilihan: dict[str, Any]) -> Any:
        return jeda.coba(partial(dialek.connect, *letak, **{**BATAS_POSTGRESQL, **pilihan}))

    @event.listens_for(mesin, "connect")
    def batasi(koneksi: Any, _: object) -> None:
        koneksi.execute(_batas("SET", TUNGGU_BACA_MS, BATAS_BACA_MS))
        koneksi.commit()

    @event.listens_for(mesin, "begin")
    def mulai(koneksi: Connection) -> None:
        if _sabar(koneksi):
            koneksi.exec_driver_sql(_batas("SET LOCAL", TUNGGU_MS, 0))

    @event.listens_for(mesin, "before_cursor_execute")
    def tanya(koneksi: Connection, _: object, perintah: str, *__: object) -> None:
        if perintah in terjeda and not _sabar(koneksi):
            raise tertahan()

    @event.listens_for(mesin, "handle_error")
    def sia_sia(konteks: ExceptionContext) -> None:
        koneksi, tertunda = konteks.connection, getattr(konteks.original_exception, "sqlstate", "") == KUNCI_TERTAHAN
        if tertunda and konteks.statement and koneksi is not None and not _sabar(koneksi):
            terjeda.catat(konteks.statement)


def _batas(cara: str, kunci_ms: int, jawab_ms: int) -> str:
    return f"{cara} lock_timeout = {kunci_ms}; {cara} statement_timeout = {jawab_ms}"


def _sabar(koneksi: Connection) -> bool:
    """Tell whether a transaction waits as long as a writer: it writes, or it reads the whole store."""
    pilihan = koneksi.get_execution_options()
    return bool(pilihan.get("menulis") or pilihan.get("sabar"))


def ajari_sqlite(mesin: Engine, berkas: Path | None) -> None:
    """Rollback journal, a busy timeout, and write transactions that take the lock when they begin."""
    if berkas is not None:
        # A file that was taken away is not followed, and never is an empty one made in its place.
        pernah_ada = berkas.exists()

        @event.listens_for(mesin, "do_connect")
        def ada(*_: object) -> None:
            nonlocal pernah_ada
            if pernah_ada and not berkas.exists():
                raise sqlite3.OperationalError("unable to open database file")
            pernah_ada = True

        @event.listens_for(mesin, "connect")
        def kenali(_: object, catatan: ConnectionPoolEntry) -> None:
            catatan.info["berkas"] = _sidik(berkas)

        @event.listens_for(mesin, "checkout")
        def sama(_: object, catatan: ConnectionPoolEntry, __: object) -> None:
            # An open connection goes on with a file that was removed: what is written there is lost.
            if catatan.info["berkas"] != _sidik(berkas):
                raise DisconnectionError

    @event.listens_for(mesin, "connect")
    def sambung(koneksi: sqlite3.Connection, _: object) -> None:
        # The driver's own transactions are off: an upgrade from reading to writing would fail at once when locked.
        koneksi.isolation_level = None
        koneksi.execute(f"PRAGMA busy_timeout = {TUNGGU_MS}")
        koneksi.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(mesin, "begin")
    def mulai(koneksi: Connection) -> None:
        menulis = koneksi.get_execution_options().get("menulis", False)
        koneksi.exec_driver_sql("BEGIN IMMEDIATE" if menulis else "BEGIN")


def _sidik(berkas: Path) -> tuple[int, int] | None:
    try:
        keadaan = berkas.stat()
    except OSError:
        return None
    return keadaan.st_dev, keadaan.st_ino
