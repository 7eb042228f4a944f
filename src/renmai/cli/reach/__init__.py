"""Commands of ways in."""
