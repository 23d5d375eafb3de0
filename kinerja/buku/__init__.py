"""The workbook (buku kerja): safe opening, reading in a child process, checks, writing."""
