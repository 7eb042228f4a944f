"""Template tags of what came in."""
