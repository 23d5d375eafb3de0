"""What the template holds besides its sheets: names beside codes, dropdowns of codes, the sheet Petunjuk."""
