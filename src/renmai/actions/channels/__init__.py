"""Channels (R1 to R3): by which ways people are met, groups, what both yield."""
