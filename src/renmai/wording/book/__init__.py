"""What is said of the book itself, and how numbers and days stand in every sentence."""
