"""One indicator: its years, its target, its likes, its money."""
