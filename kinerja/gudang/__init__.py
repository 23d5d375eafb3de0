"""The store: versions of the workbook in SQLite or PostgreSQL, the active one a pointer (DESIGN section 8)."""
