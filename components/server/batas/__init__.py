"""Bounds of the process: open files, requests that never end, lines of the log."""
