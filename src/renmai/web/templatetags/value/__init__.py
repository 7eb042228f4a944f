"""Template tags of value."""
