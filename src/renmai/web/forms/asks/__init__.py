"""Forms of favours and asks."""
