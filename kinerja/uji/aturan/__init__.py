"""One module a family of rules; a rule imports no other rule."""
