"""An indicator's story in the five comparisons of the regulation."""
