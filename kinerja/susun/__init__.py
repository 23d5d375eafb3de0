"""Workbooks made for an office: the form it fills, and parts out of the tables it keeps."""
