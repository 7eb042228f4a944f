"""What is said of sources, of imports and of what could not be read."""
