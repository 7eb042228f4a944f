"""Forms of what comes in."""
