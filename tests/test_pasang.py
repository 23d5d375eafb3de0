"""What is shipped for installing: room for sessions, ends for half requests, a database role that may do little."""

import os
import re
import subprocess
from pathlib import Path

import psycopg
from peladen_pg import program_postgres

from components.server.batas.protokol import TUNGGU_PERMINTAAN
from components.server.batas.sambungan import BERKAS_PALING, TUNGGU_BADAN
from kinerja.gudang.mesin import buka_mesin

DEPLOY = Path(__file__).parents[1] / "deploy"


COMPOSE = (DEPLOY / "compose" / "compose.yaml").read_text(encoding="utf-8")


def bagian(nama):
    """Return the block of compose.yaml under a key at the edge, or two signs from it."""
    return re.search(rf"^((?:  )?){nama}:.*\n((?:\1 .*\n|\n)*)", COMPOSE, re.MULTILINE)[2]


def test_what_is_installed_has_room_for_sessions_and_ends_half_requests():
    unit = (DEPLOY / "kinerja@.service").read_text(encoding="utf-8")
    assert f"\nLimitNOFILE={BERKAS_PALING}\n" in unit
    assert f"nofile: {{ soft: {BERKAS_PALING}, hard: {BERKAS_PALING} }}" in bagian("x-dasbor")
    assert "<<: *dasbor" in bagian("dasbor-1")
    assert "<<: *dasbor" in bagian("dasbor-2")
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    detik = {k: int(v) for k, v in re.findall(r"client_(header|body)_timeout (\d+)s;", nginx)}
    assert detik == {"header": TUNGGU_PERMINTAAN, "body": TUNGGU_BADAN}


def test_the_dashboard_of_compose_never_knows_the_superuser():
    lingkungan = bagian("x-lingkungan") + bagian("dasbor-1") + bagian("dasbor-2")
    assert "postgresql://kinerja:${KINERJA_SANDI:?}@basis/kinerja" in lingkungan
    assert "POSTGRES" not in lingkungan
    assert "POSTGRES_USER" not in bagian("basis")
    assert "./basis.sh:/docker-entrypoint-initdb.d/10-kinerja.sh:ro" in bagian("basis")


def test_the_role_of_compose_owns_its_database_and_is_no_superuser(postgres):
    jalur = f"{program_postgres()}{os.pathsep}{os.environ['PATH']}"
    mesin, porta = postgres.partition("@")[2].split(":")
    lingkungan = {"PATH": jalur, "PGHOST": mesin, "PGPORT": porta, "POSTGRES_USER": "uji", "KINERJA_SANDI": "sandi' 1"}
    subprocess.run([DEPLOY / "compose" / "basis.sh"], env=lingkungan, check=True, capture_output=True)
    url = f"postgresql://kinerja@{mesin}:{porta}/kinerja"
    try:
        buka_mesin(url).dispose()
        with psycopg.connect(url) as koneksi:
            hak = (
                "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = current_user"
            )
            assert koneksi.execute(hak).fetchone() == (False, False, False, False)
    finally:
        with psycopg.connect(f"{postgres}/postgres", autocommit=True) as koneksi:
            koneksi.execute("DROP DATABASE kinerja WITH (FORCE)")
            koneksi.execute("DROP ROLE kinerja")
