"""Parts of the page Kelola data."""
