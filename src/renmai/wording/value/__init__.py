"""What is said of needs, offers and what fits them."""
