"""What is filled, empty or late, and the letter that asks for it."""
