"""Positions (T6): where somebody works, and what a job change would take."""
