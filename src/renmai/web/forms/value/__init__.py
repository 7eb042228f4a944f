"""Forms of value."""
