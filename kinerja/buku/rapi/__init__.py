"""Files as offices make them: what an archive, a sheet or a table holds besides the data, set right or named."""
