"""Forms of ways in."""
