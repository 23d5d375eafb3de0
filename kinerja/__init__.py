"""The domain of Dasbor Kinerja: values, formulas, dataset, workbook and command line, without any screen."""
