"""Parts of the page Perangkat daerah."""
