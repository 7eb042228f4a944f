"""Template tags of channels and groups."""
