"""Sentences of ways in: meetings, and what to read before them."""
