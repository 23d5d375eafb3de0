"""An office's table that somebody uploads: read in a process of its own, with what is remembered of its form."""
