"""Uji Konsistensi: every published figure recomputed, or held against another place where it is printed."""
