"""Parts of the page Regional."""
