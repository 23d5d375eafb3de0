"""What is asked of the figures: one folder a subject, named as its page; tables and sentences ready to draw."""
