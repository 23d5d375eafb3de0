"""Tables as offices keep them, built by seed beside the truth that they say; one module a kind."""
