"""Names under which one part of the screen leaves something for another."""

HALAMAN_DICARI = "halaman"
"""Query parameter under which a page name that does not exist reaches the first page."""


HALAMAN_KINI = "halaman_kini"
"""Session entry that app.py fills: the page that is open."""
