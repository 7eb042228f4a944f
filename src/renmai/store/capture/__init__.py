"""Capture (C1): what came in, from where, and what it means."""
