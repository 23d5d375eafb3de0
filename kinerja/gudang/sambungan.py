"""How a connection to the store is made: within seconds or not at all, and never to a file that went away meanwhile."""

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

TUNGGU_MS = 30_000
"""How long a writer waits for another before it says so."""
TUNGGU_SAMBUNG = 5
"""Seconds in which a server of databases must answer; the system's own limit is over two minutes."""
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


def ajari_postgresql(mesin: Engine) -> None:
    """Give up on a server that does not answer, and on a lock that somebody does not let go."""
    jeda = Jeda()

    @event.listens_for(mesin, "do_connect")
    def sambung(dialek: Any, _: object, letak: tuple[Any, ...], pilihan: dict[str, Any]) -> Any:
        return jeda.coba(partial(dialek.connect, *letak, **{**BATAS_POSTGRESQL, **pilihan}))

    @event.listens_for(mesin, "connect")
    def batasi(koneksi: Any, _: object) -> None:
        koneksi.execute(f"SET lock_timeout = {TUNGGU_MS}")
        koneksi.commit()


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
