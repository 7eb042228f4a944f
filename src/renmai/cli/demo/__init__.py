"""The invented network that the demo shows."""
