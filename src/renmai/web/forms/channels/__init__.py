"""Forms of channels and groups."""
