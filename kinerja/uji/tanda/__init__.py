"""Marks of findings beside the figures they doubt."""
