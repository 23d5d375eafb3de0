"""The kinds of tables that offices keep, each read in its own way into rows of our sheets."""
