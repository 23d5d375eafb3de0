"""Values: numbers, words and the scales that grade them; knows no sheet."""
