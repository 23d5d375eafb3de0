"""Regional measures: ranks, references, parts, the map."""
