"""Paths: the k best chains of introduction between two people, from a table of edges."""
