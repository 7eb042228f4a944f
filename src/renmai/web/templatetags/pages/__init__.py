"""Template tags of pages that join several nouns."""
