"""What is said about a workbook: every kind of finding with its sentence and its advice."""
