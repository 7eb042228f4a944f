"""Sentences of the pages that join several nouns."""
