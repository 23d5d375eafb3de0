"""Findings worth saying, ranked; one rule, one finding."""
