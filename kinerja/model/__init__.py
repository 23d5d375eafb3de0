"""What a workbook and the people who use it say, as frozen rows."""
