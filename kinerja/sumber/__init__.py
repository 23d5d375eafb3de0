"""What a reader gets: the dataset of a version, the deck of a meeting, the health of the process."""
