"""A real PostgreSQL server for the tests, from Debian's package, started once; each test gets a database of its own."""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from porta import port_kosong

TUNGGU = 120
PILIHAN = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")
BENTUK = ("-U", "uji", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
ZONA = "timezone=Asia/Jakarta"
"""Not UTC, so that a time that was stored in the server's zone is found out."""


def program_postgres():
    """Return the folder of the newest PostgreSQL programs that Debian's package brings; None without any."""
    ada = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return ada[-1].parent if ada else None


def _akun():
    """Return how a program is started so that PostgreSQL agrees: it never runs as root."""
    if os.getuid():
        return getpass.getuser(), {}
    return "postgres", {"user": "postgres", "group": "postgres", "extra_groups": []}


def _tunggu_siap(url, proses):
    akhir = time.monotonic() + TUNGGU
    while True:
        try:
            return psycopg.connect(url, autocommit=True).close()
        except psycopg.OperationalError:
            assert proses.poll() is None, "PostgreSQL ended at once"
            assert time.monotonic() < akhir, "PostgreSQL is not ready"
            time.sleep(0.05)


class PeladenPg:
    """A server with an empty folder of its own, which can be stopped and started again at the same address."""

    def __init__(self):
        self.program = program_postgres()
        if self.program is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)("PostgreSQL is missing: apt-get install postgresql")
        nama, self._akun = _akun()
        self.folder = Path(tempfile.mkdtemp(prefix="kinerja-pg-"))
        os.chown(self.folder, pwd.getpwnam(nama).pw_uid, -1)
        porta = port_kosong()
        self.url = f"postgresql://uji@127.0.0.1:{porta}"
        letak = (f"port={porta}", f"unix_socket_directories={self.folder}")
        self._pilihan = [a for p in (*PILIHAN, ZONA, *letak) for a in ("-c", p)]
        bentuk = [self.program / "initdb", "-D", self._data, *BENTUK]
        subprocess.run(bentuk, check=True, capture_output=True, cwd=self.folder, **self._akun)

    @property
    def _data(self):
        return self.folder / "data"

    def mulai(self):
        """Start it and wait until it answers."""
        perintah = [self.program / "postgres", "-D", self._data, *self._pilihan]
        with (self.folder / "log").open("ab") as log:
            self._proses = subprocess.Popen(perintah, stderr=log, cwd=self.folder, **self._akun)
        _tunggu_siap(f"{self.url}/postgres", self._proses)

    def henti(self):
        """Stop it at once, whoever is connected."""
        self._proses.send_signal(signal.SIGQUIT)
        self._proses.wait(TUNGGU)

    def buang(self):
        """Stop it for good."""
        self.henti()
        shutil.rmtree(self.folder)


@contextmanager
def peladen_pg():
    """Run a server of one's own."""
    peladen = PeladenPg()
    try:
        peladen.mulai()
        yield peladen
    finally:
        peladen.buang()


@pytest.fixture(scope="session")
def postgres():
    """Start a server and return its URL without a database; skip where PostgreSQL is missing, but not in CI."""
    with peladen_pg() as peladen:
        yield peladen.url


_NOMOR = count(1)


@contextmanager
def basis(server):
    """Make an empty database, and drop it in the end."""
    nama = basis_kosong(server)
    yield f"{server}/{nama}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as koneksi:
        koneksi.execute(f"DROP DATABASE {nama} WITH (FORCE)")


def basis_kosong(server):
    """Make an empty database and return its name."""
    nama = f"uji_{next(_NOMOR)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama} TEMPLATE template0")
    return nama


def revisi(url):
    """Return the revision of the schema."""
    with psycopg.connect(url) as koneksi:
        return koneksi.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def kosongkan(url, revisi):
    """Take every row out of a database of that revision, its numbers begin anew; whoever is still in it is put out."""
    lain = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    daftar = "FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    with psycopg.connect(url, autocommit=True) as koneksi:
        koneksi.execute(f"SELECT pg_terminate_backend(pid) {lain}")
        (tabel,) = koneksi.execute(f"SELECT string_agg(quote_ident(tablename), ', ') {daftar}").fetchone()
        koneksi.execute(f"TRUNCATE {tabel} RESTART IDENTITY CASCADE")
        koneksi.execute("UPDATE alembic_version SET version_num = %s", (revisi,))


@pytest.fixture
def basis_baru(postgres):
    """URL of an empty PostgreSQL database."""
    with basis(postgres) as url:
        yield url
