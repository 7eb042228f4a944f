"""Pages: what joins several nouns for one look, or shows the whole book."""
