"""Fixtures of the browser tests; they live beside the helpers, so that tests can import those by an own name."""

from alat_peramban import halaman, jendela, peramban, ponsel, server, server_baru, server_tulis  # noqa: F401
