"""Parts of the page Anggaran."""
