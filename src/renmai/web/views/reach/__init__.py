"""Pages of ways in."""
