"""Commands about Today and what became of its items."""
