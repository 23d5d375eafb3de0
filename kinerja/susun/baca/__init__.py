"""The reading child of foreign tables: one module a kind of file, each turns it into cells, none knows the domain."""
