"""A real PostgreSQL server for the tests, from Debian's package, started once; each test gets a database of its own."""

import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

TUNGGU = 30
PILIHAN = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")
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


def _porta_bebas():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _tunggu_siap(url, proses):
    akhir = time.monotonic() + TUNGGU
    while True:
        try:
            return psycopg.connect(url, autocommit=True).close()
        except psycopg.OperationalError:
            assert proses.poll() is None, "PostgreSQL ended at once"
            assert time.monotonic() < akhir, "PostgreSQL is not ready"
            time.sleep(0.05)


@pytest.fixture(scope="session")
def postgres():
    """Start a server and return its URL without a database; skip where PostgreSQL is missing, but not in CI."""
    program = program_postgres()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("PostgreSQL is missing: apt-get install postgresql")
    nama, akun = _akun()
    folder = Path(tempfile.mkdtemp(prefix="kinerja-pg-"))
    os.chown(folder, pwd.getpwnam(nama).pw_uid, -1)
    data, porta = folder / "data", _porta_bebas()
    bentuk = [program / "initdb", "-D", data, "-U", "uji", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
    subprocess.run(bentuk, check=True, capture_output=True, cwd=folder, **akun)
    pilihan = [a for p in (*PILIHAN, ZONA, f"port={porta}", f"unix_socket_directories={folder}") for a in ("-c", p)]
    with (folder / "log").open("wb") as log:
        proses = subprocess.Popen([program / "postgres", "-D", data, *pilihan], stderr=log, cwd=folder, **akun)
    url = f"postgresql://uji@127.0.0.1:{porta}"
    try:
        _tunggu_siap(f"{url}/postgres", proses)
        yield url
    finally:
        proses.send_signal(signal.SIGQUIT)
        proses.wait(TUNGGU)
        shutil.rmtree(folder)


_NOMOR = count(1)


@contextmanager
def basis(server):
    """Make an empty database, and drop it in the end."""
    nama = f"uji_{next(_NOMOR)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama} TEMPLATE template0")
        yield f"{server}/{nama}"
        koneksi.execute(f"DROP DATABASE {nama} WITH (FORCE)")


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
