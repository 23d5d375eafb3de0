"""Fixtures of the page tests; they live beside the helpers, so that tests can import those by an own name."""

from alat_halaman import _data_kiriman, dataset  # noqa: F401
