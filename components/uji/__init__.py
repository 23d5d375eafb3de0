"""Parts of the page Uji konsistensi."""
