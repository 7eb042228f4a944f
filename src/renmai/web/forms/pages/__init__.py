"""Forms of Settings."""
