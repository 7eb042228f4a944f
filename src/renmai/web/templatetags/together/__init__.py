"""Template tags of what is done together."""
