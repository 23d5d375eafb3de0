"""An upload: checked, compared, asked about, published; in a process of its own."""
