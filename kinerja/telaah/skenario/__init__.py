"""The same figures by other rules."""
