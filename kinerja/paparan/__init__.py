"""Paparan: the slides of a meeting, defined once and drawn on screen, as pptx and as pdf."""
