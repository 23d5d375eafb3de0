"""Fixtures of the browser tests; they live beside the helpers, so that tests can import those by an own name."""

from alat_peramban import halaman, konteks_baru, peramban, server, server_baru  # noqa: F401
