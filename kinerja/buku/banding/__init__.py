"""Two workbooks held against each other: their canonical form, what differs, one filled from parts."""
