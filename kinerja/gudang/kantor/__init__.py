"""What the store keeps for the tables of offices."""
