"""The archive of an upload: parts that may stand in it, and how much of everything."""
