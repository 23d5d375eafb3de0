"""A workbook handed back with its findings marked in it."""
