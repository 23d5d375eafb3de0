"""The domain of Dasbor Kinerja: values, formulas, dataset, workbook and command line, without any screen."""

__version__ = "1.0.0"
"""Version of the program: read by pyproject.toml, the command line and the foot of every page."""
