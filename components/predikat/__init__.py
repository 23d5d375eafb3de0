"""Parts of the page Predikat."""
