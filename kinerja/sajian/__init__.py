"""How every medium says and shows a figure: words, colours, sources, published tables."""
