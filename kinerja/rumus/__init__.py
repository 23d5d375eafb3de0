"""The formulas: capaian, money, ranks. Scalars and rows in, results out."""
