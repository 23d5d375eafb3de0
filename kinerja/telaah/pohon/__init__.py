"""The performance tree from misi to program."""
