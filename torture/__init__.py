"""Attacks on every promise about the owner's data: `make torture`."""
