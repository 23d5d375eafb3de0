"""Parts of the page Indikator."""
