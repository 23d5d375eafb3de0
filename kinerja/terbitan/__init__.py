"""Published tables: what a page shows, as tables that slide, sheet, PDF and document draw."""
