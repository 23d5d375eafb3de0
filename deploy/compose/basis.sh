#!/bin/sh
# The dashboard's role, which owns its database and may do nothing else; the superuser's password stays with the engine.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -v sandi="$KINERJA_SANDI" -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
CREATE ROLE kinerja LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'sandi';
CREATE DATABASE kinerja OWNER kinerja ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE kinerja FROM PUBLIC;
SQL
