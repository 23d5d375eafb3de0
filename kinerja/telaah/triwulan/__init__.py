"""A year by its quarters."""
