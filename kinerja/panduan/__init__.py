"""The guide as data, from the schema and the formulas themselves."""
