"""What is printed, by its address; how far a print can be trusted."""
